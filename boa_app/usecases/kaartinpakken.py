"""Packing a kaartpakket as one signed file, with whatever key; what does not succeed leaves nothing.

sums of every file ─► header, signed ─► files, summed again while they are copied ─► named when it is whole
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.domain.moments import from_iso, to_iso
from boa_app.mapdata import bewaring
from boa_app.mapdata.manifest import read_manifest, telling
from boa_app.mapdata.onderdelen import FILES
from boa_app.sync.kaartbestand import (
    CHUNK,
    DELEN,
    MANIFEST,
    MAX_TEKST,
    Kaartdeel,
    Kaartinhoud,
    pack_kop,
    vingerafdruk,
)
from boa_app.usecases.draagbestand import draagstroom
from boa_app.vault.zegel import ZegelError, generate_signing_key, sign, signing_public_of

# Bytes done and bytes in all.
Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
# What people call the file.
_PART = {name: part for part, names in FILES.items() for name in names}


@dataclass(frozen=True, slots=True)
class Tekenaar:
    """Who packs: a private Ed25519 key, hex, and words for people: a municipality and a device, never a person."""

    prive: str
    maker: str

    def __repr__(self) -> str:
        return f"Tekenaar(maker={self.maker!r})"


@dataclass(frozen=True, slots=True)
class Ingepakt:
    """A file that was written. vingerafdruk: what the receiver will be shown. onderdelen: as mapdata names them."""

    bestand: Path
    bytes: int
    onderdelen: tuple[str, ...]
    maker: str
    vingerafdruk: str


def pak_in_met(
    tekenaar: Tekenaar, map: Path, naar: Path, *, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Ingepakt:  # fmt: skip
    """Pack the kaartpakket in a folder as one file; a file of that name is replaced when the new one is whole.

    Raises UserError kaartpakket_ontbreekt(map), kaartpakket_nieuwer(versie, kent), kaartbestand_te_groot(bestand),
    kaartbestand_afgebroken, uitvoer_map_ontbreekt(map), uitvoer_niet_schrijfbaar(map); EnvironmentProblem
    kaartpakket_beschadigd(onderdeel), uitvoer_schijf_vol(bestand), uitvoer_mislukt(bestand).
    """
    manifest = read_manifest(map)
    files = {MANIFEST: "", **{part.bestand: part.sha256 for part in manifest.onderdelen.values()}}
    with telling(MANIFEST):
        total = sum((map / name).stat().st_size for name in files)
    # Every byte is read twice: its sum stands before it.
    count = _Counter(told(2 * total, progress, cancelled))
    delen = tuple(_deel(map / name, expected, count) for name, expected in files.items())
    made_on = manifest.gemaakt_op or to_iso(_changed_at(map / MANIFEST))
    inhoud = Kaartinhoud(
        line_of(manifest.naam), line_of(manifest.gemeente_code), to_iso(from_iso(made_on)), tekenaar.maker,
        signing_public_of(tekenaar.prive), delen, manifest.voorbeeld,
    )  # fmt: skip
    head = pack_kop(inhoud, lambda message: sign(tekenaar.prive, message))
    with draagstroom(naar) as file:
        file.write(head)
        for deel in delen:
            if _pass_on(map / deel.naam, count, file) != deel:
                # It was changed since its sum was taken.
                raise EnvironmentProblem("kaartpakket_beschadigd", onderdeel=_part(deel.naam))
    return Ingepakt(
        naar, len(head) + total, onderdelen_van(inhoud), inhoud.maker, vingerafdruk(inhoud.ondertekenaar)
    )  # fmt: skip


def lees_tekenaar(path: Path, maker: str) -> Tekenaar:
    """The key for packing without a store, made in this file when it is not there, readable by its owner only.

    Raises UserError kaartbestand_sleutel(bestand); EnvironmentProblem of the disk.
    """
    if not path.exists():
        private = generate_signing_key().prive
        with bewaring.writing_to(path.parent):
            path.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as file:
                file.write(f"{private}\n")
        return Tekenaar(private, line_of(maker))
    try:
        private = path.read_text(encoding="ascii").strip()
        signing_public_of(private)
    except (OSError, ValueError, ZegelError) as error:
        raise UserError("kaartbestand_sleutel", bestand=path.name) from error
    return Tekenaar(private, line_of(maker))


def told(total: int, progress: Progress | None, cancelled: Cancelled | None) -> Callable[[int], None]:
    """What hears how far it is, and breaks off with UserError kaartbestand_afgebroken when a person asked for that."""

    def hear(done: int) -> None:
        if cancelled is not None and cancelled():
            raise UserError("kaartbestand_afgebroken")
        if progress is not None:
            progress(done, total)

    return hear


def onderdelen_van(inhoud: Kaartinhoud) -> tuple[str, ...]:
    """The parts of which there is a file, in the order people see them."""
    names = {deel.naam for deel in inhoud.delen}
    return tuple(part for part, files in FILES.items() if names & set(files))


def line_of(text: str) -> str:
    """A text as a header may hold it."""
    return "".join(char for char in text if char.isprintable())[:MAX_TEKST]


class _Counter:
    """Adds up the bytes of all files."""

    def __init__(self, hear: Callable[[int], None]) -> None:
        self._hear, self._done = hear, 0

    def add(self, count: int) -> None:
        """So many more."""
        self._done += count
        self._hear(self._done)


def _deel(path: Path, expected: str, count: _Counter) -> Kaartdeel:
    """One file as the header names it. expected: its sum in the manifest, "" for the manifest itself."""
    found = _pass_on(path, count)
    if not 0 < found.bytes <= DELEN.get(path.name, 0):
        raise UserError("kaartbestand_te_groot", bestand=path.name)
    if expected not in ("", found.sha256):
        raise EnvironmentProblem("kaartpakket_beschadigd", onderdeel=_part(path.name))
    return found


def _pass_on(path: Path, count: _Counter, target: BinaryIO | None = None) -> Kaartdeel:
    """Read a file, copy it when asked, and tell what came by."""
    digest, size = hashlib.sha256(), 0
    with telling(_part(path.name)):
        source = path.open("rb")
    with source:
        while True:
            with telling(_part(path.name)):
                chunk = source.read(CHUNK)
            if not chunk:
                return Kaartdeel(path.name, size, digest.hexdigest())
            digest.update(chunk)
            size += len(chunk)
            if target is not None:
                target.write(chunk)
            count.add(len(chunk))


def _part(name: str) -> str:
    return _PART.get(name, name)


def _changed_at(path: Path) -> datetime:
    return datetime.fromtimestamp(int(path.stat().st_mtime), UTC)
