"""A kaartpakket in the making: step by step into a folder of its own, so that a stop costs only the step it hit.

    .bouw-<naam>/slot        the lock of whoever works here
    .bouw-<naam>/bouw.json   what was asked, and per step that is done its mark, parts, source and warnings
    .bouw-<naam>/pdok/       what is being fetched, with its own state
    .bouw-<naam>/pakket/     the parts; with a manifest it is complete

A step counts as done only while its mark (the files it was made of, their sizes and times) and its files still fit.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from boa_app.domain.errors import BoaError, EnvironmentProblem, UserError
from boa_app.mapdata.bewaring import BOUW, VORIG, remove_any, replace_file, sync_folder, writing_to
from boa_app.mapdata.geojson import load_json, read_text
from boa_app.mapdata.manifest import (
    BROKEN,
    MANIFEST,
    MANIFEST_LIMIT_BYTES,
    Bron,
    Grens,
    Manifest,
    Onderdeel,
    Waarschuwing,
    encode_manifest,
    read_bounded,
    sum_of,
)
from boa_app.mapdata.onderdelen import PARTS
from boa_app.mapdata.pakket import load_pakket

STAAT, PAKKET, PDOK = "bouw.json", "pakket", "pdok"


@dataclass(frozen=True, slots=True)
class Stap:
    """What one step made. vinger: the mark of what it was made of. naam, gemeente_code: of the municipality, when the
    step found them."""

    onderdelen: tuple[Onderdeel, ...]
    bronnen: tuple[Bron, ...] = ()
    waarschuwingen: tuple[Waarschuwing, ...] = ()
    grens: Grens | None = None
    naam: str = ""
    gemeente_code: str = ""
    vinger: str = ""


@dataclass(slots=True)
class Bouw:
    """The folder of one making. wens: as the use case keeps it, to show and to go on with."""

    folder: Path
    wens: Mapping[str, Any]
    begonnen_op: str
    stappen: dict[str, Stap] = field(default_factory=dict)

    @property
    def pakket(self) -> Path:
        """Where the parts are written."""
        return self.folder / PAKKET

    @property
    def pdok(self) -> Path:
        """Where is fetched."""
        return self.folder / PDOK

    def done(self, naam: str, vinger: str) -> Stap | None:
        """A step that was finished for the same mark, with its files still there."""
        stap = self.stappen.get(naam)
        if stap is None or stap.vinger != vinger:
            return None
        return stap if all(_is_there(self.pakket, part) for part in stap.onderdelen) else None

    def finish(self, naam: str, stap: Stap) -> None:
        """Keep a step; its files are flushed first. Raises EnvironmentProblem as bewaring.writing_to."""
        with writing_to(self.folder):
            for part in stap.onderdelen:
                _flush(self.pakket / part.bestand)
            self.stappen[naam] = stap
            self.save()

    def forget(self, naam: str) -> None:
        """Drop a step and its files, for it is made anew."""
        stap = self.stappen.pop(naam, None)
        if stap is not None:
            with writing_to(self.folder):
                self.save()
                for part in stap.onderdelen:
                    remove_any(self.pakket / part.bestand)

    def save(self) -> None:
        """Write what is known. Raises OSError."""
        stappen = {naam: asdict(stap) for naam, stap in self.stappen.items()}
        body = {"wens": dict(self.wens), "begonnen_op": self.begonnen_op, "stappen": stappen}
        replace_file(self.folder / STAAT, json.dumps(body, ensure_ascii=False).encode())

    def complete(self, manifest: Manifest) -> None:
        """Write the manifest and read the whole kaartpakket back. Raises as load_pakket and bewaring.writing_to."""
        known = {part.bestand for part in manifest.onderdelen.values()}
        with writing_to(self.folder):
            for path in self.pakket.iterdir():
                if path.name not in known:
                    remove_any(path)
            replace_file(self.pakket / MANIFEST, encode_manifest(manifest))
        load_pakket(self.pakket, thorough=True)


def open_bouw(folder: Path, wens: Mapping[str, Any], begonnen_op: str) -> Bouw:
    """A making that begins, or goes on where the same folder was left. Raises EnvironmentProblem as writing_to."""
    with writing_to(folder.parent):
        (folder / PAKKET).mkdir(parents=True, exist_ok=True)
        (folder / PDOK).mkdir(exist_ok=True)
    kept = read_bouw(folder)
    bouw = Bouw(folder, wens, kept.begonnen_op if kept else begonnen_op, dict(kept.stappen) if kept else {})
    with writing_to(folder):
        (folder / PAKKET / MANIFEST).unlink(missing_ok=True)
        bouw.save()
    return bouw


def read_bouw(folder: Path) -> Bouw | None:
    """What a making had when it stopped, None when that cannot be told; then it begins anew."""
    try:
        raw = load_json(read_bounded(folder / STAAT, MANIFEST_LIMIT_BYTES))
        stappen = {read_text(naam): _stap(stap) for naam, stap in raw["stappen"].items()}
        return Bouw(folder, dict(raw["wens"]), read_text(raw["begonnen_op"]), stappen)
    except (OSError, *BROKEN):
        return None


def list_bouwen(base: Path) -> tuple[Bouw, ...]:
    """Every making in a folder of kaartpakketten that can go on, oldest first."""
    with suppress(OSError):
        folders = [path for path in base.iterdir() if path.name.startswith(BOUW) and path.is_dir()]
        found = [bouw for folder in folders if (bouw := read_bouw(folder)) is not None]
        return tuple(sorted(found, key=lambda bouw: bouw.begonnen_op))
    return ()


def fingerprint(*parts: Path | str | None) -> str:
    """A mark of files (name, size and time) and texts; another file under an old name has another mark. Raises
    UserError kaartpakket_bestand_ontbreekt(bestand), kaartpakket_bestand_leeg(bestand)."""
    words = []
    for part in parts:
        if isinstance(part, Path):
            stat = check_source(part).stat()
            words.append(f"{part.resolve()}:{stat.st_size}:{stat.st_mtime_ns}")
        else:
            words.append(part or "")
    return "|".join(words)


def check_source(path: Path) -> Path:
    """A file somebody chose that is there and holds something. Raises as fingerprint."""
    try:
        if not path.is_file():
            raise UserError("kaartpakket_bestand_ontbreekt", bestand=path.name)
        if path.stat().st_size == 0:
            raise UserError("kaartpakket_bestand_leeg", bestand=path.name)
    except OSError as error:
        raise UserError("kaartpakket_bestand_ontbreekt", bestand=path.name) from error
    return path


def made(naam: str, path: Path, aantal: int, stand: str = "") -> Onderdeel:
    """The entry of a part that was just written. Raises OSError."""
    return Onderdeel(naam, path.name, path.stat().st_size, sum_of(path), aantal, stand)


def check_target(target: Path) -> None:
    """Whether a kaartpakket may come here: a new or empty folder, or one that holds a kaartpakket. Raises UserError
    kaartpakket_map_vol(map)."""
    before = target.with_name(f"{VORIG}{target.name}")
    with writing_to(target.parent):
        if not target.exists() and before.is_dir():
            # Killed between the two renames of swap_in.
            before.rename(target)
        if target.exists() and (not target.is_dir() or (any(target.iterdir()) and not (target / MANIFEST).is_file())):
            raise UserError("kaartpakket_map_vol", map=str(target))


def swap_in(folder: Path, target: Path) -> None:
    """Put a complete kaartpakket in the place of the one in target, which stays when that fails. Raises
    EnvironmentProblem kaartpakket_bezet(map) and as bewaring.writing_to."""
    before = target.with_name(f"{VORIG}{target.name}")
    with writing_to(target.parent):
        remove_any(before)
        if target.exists():
            try:
                target.rename(before)
            except OSError as error:
                raise EnvironmentProblem("kaartpakket_bezet", map=str(target)) from error
        try:
            folder.rename(target)
        except OSError:
            if before.exists():
                before.rename(target)
            raise
        sync_folder(target.parent)
        remove_any(before)


def missing(onderdelen: Iterable[str]) -> tuple[str, ...]:
    """The parts that are not among these, in order."""
    there = set(onderdelen)
    return tuple(part for part in PARTS if part not in there)


def as_warning(onderdeel: str, error: BoaError) -> Waarschuwing:
    """A failure as the manifest keeps it: files by their name only, for a pakket is handed on."""
    fields = {name: value for name, value in error.fields.items() if name != "map"}
    return Waarschuwing(error.code, {**fields, "onderdeel": onderdeel})


def _stap(raw: Mapping[str, Any]) -> Stap:
    grens = raw["grens"]
    return Stap(
        onderdelen=tuple(Onderdeel(**part) for part in raw["onderdelen"]),
        bronnen=tuple(Bron(**{**bron, "onderdelen": tuple(bron["onderdelen"])}) for bron in raw["bronnen"]),
        waarschuwingen=tuple(Waarschuwing(**one) for one in raw["waarschuwingen"]),
        grens=(grens[0], grens[1], grens[2], grens[3]) if grens else None,
        naam=read_text(raw["naam"]),
        gemeente_code=read_text(raw["gemeente_code"]),
        vinger=read_text(raw["vinger"]),
    )


def _is_there(folder: Path, part: Onderdeel) -> bool:
    path = folder / part.bestand
    return path.is_file() and path.stat().st_size == part.bytes


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
