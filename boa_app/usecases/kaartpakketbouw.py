"""Making a kaartpakket from files or from PDOK: part by part, with progress, to stop and to go on with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from boa_app.domain.errors import BoaError, EnvironmentProblem, UserError
from boa_app.domain.moments import to_iso, utc_now
from boa_app.mapdata import bewaring
from boa_app.mapdata.bewaring import BOUW, FOLDER, writing_to
from boa_app.mapdata.bouw import Bouw, check_target, list_bouwen, open_bouw, swap_in
from boa_app.mapdata.manifest import Manifest, read_manifest
from boa_app.store.lock import StoreLock
from boa_app.usecases.kaartpakketwerk import Cancelled, Mislukt, Progress, Voortgang, Wens, make_parts
from boa_app.usecases.session import Session

if TYPE_CHECKING:
    from boa_app.mapdata.pdok_diensten import Diensten

__all__ = [
    "Cancelled", "Gemaakt", "Gemeente", "Mislukt", "Omvang", "Onderbroken", "Progress", "Schatting", "Voortgang",
    "Wens", "gooi_onderbroken_weg", "lijst_gemeenten", "lijst_onderbroken", "maak_in_opslag", "maak_kaartpakket",
    "schat_kaartpakket",
]  # fmt: skip
_SLOT = "slot"
_FILES = ("osm", "buurten", "tegels", "adressen", "gebieden")


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """What was made. sleutel: for usecases.kaartpakketten, empty when it was not made beside a store."""

    map: Path
    manifest: Manifest
    mislukt: tuple[Mislukt, ...]
    sleutel: str = ""


@dataclass(frozen=True, slots=True)
class Onderbroken:
    """A making that was stopped and can go on: wens as it was asked, klaar: the steps that are done. begonnen_op: UTC,
    ISO 8601."""

    sleutel: str
    wens: Wens
    klaar: tuple[str, ...]
    begonnen_op: str


@dataclass(frozen=True, slots=True)
class Gemeente:
    """A municipality to choose. code: GM0353."""

    code: str
    naam: str


@dataclass(frozen=True, slots=True)
class Omvang:
    """How much one part is to fetch. is_gok: the service would not count, so this is about."""

    aantal: int
    bytes: int
    seconden: float
    is_gok: bool = False


@dataclass(frozen=True, slots=True)
class Schatting:
    """What a kaartpakket will cost, per step and together."""

    onderdelen: dict[str, Omvang]

    @property
    def bytes(self) -> int:
        """On disk, together."""
        return sum(part.bytes for part in self.onderdelen.values())

    @property
    def seconden(self) -> float:
        """Of fetching, together."""
        return sum(part.seconden for part in self.onderdelen.values())


def maak_kaartpakket(
    map: Path, wens: Wens, *, progress: Progress, cancelled: Cancelled, diensten: Diensten | None = None,
    now: datetime | None = None,
) -> Gemaakt:  # fmt: skip
    """Make a kaartpakket in a folder, which is empty, new or holds a kaartpakket that is replaced at the very end.

    Stopped or killed, the same call goes on where it was. Raises UserError kaartpakket_niets_gevraagd,
    kaartpakket_leeg, kaartpakket_map_vol(map), kaartpakket_wordt_gemaakt, afgebroken, and when one thing was asked what
    is wrong with that; EnvironmentProblem kaartpakket_bezet(map), schijf_vol, map_alleen_lezen(map).
    """
    target = map.absolute()
    with writing_to(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
    check_target(target)
    moment = now or utc_now()
    with _at_work(target.with_name(f"{BOUW}{target.name}"), wens, moment) as bouw:
        made = make_parts(bouw, wens, progress, cancelled, diensten, moment, lambda code, naam: _at(target, code, naam))
        with writing_to(target.parent):
            if target.is_dir() and not any(target.iterdir()):
                target.rmdir()
        swap_in(bouw.pakket, target)
    _clean(bouw, made.mislukt, wens)
    return Gemaakt(target, made.manifest, made.mislukt)


def maak_in_opslag(
    session: Session, wens: Wens, *, progress: Progress, cancelled: Cancelled, diensten: Diensten | None = None
) -> Gemaakt:
    """Make a kaartpakket beside the store of this session. It gets a place of its own; one of the same name is given up
    for it at the next start, and if that one was in use, or none, this one is from then on. A part that fails is taken
    over from that one. Raises as maak_kaartpakket.
    """
    root = session.store.folder
    with writing_to(root):
        (root / FOLDER).mkdir(exist_ok=True)

    def earlier(code: str, naam: str) -> Path | None:
        same = bewaring.find_same(root, code, naam)
        return bewaring.folder_of(root, same[-1]) if same else None

    with _at_work(root / FOLDER / f"{BOUW}{_slug(wens)}", wens, session.now()) as bouw:
        made = make_parts(bouw, wens, progress, cancelled, diensten, session.now(), earlier)
        sleutel = bewaring.place_pakket(root, bouw.pakket, checked=True)
    _clean(bouw, made.mislukt, wens)
    return Gemaakt(bewaring.folder_of(root, sleutel), made.manifest, made.mislukt, sleutel)


def lijst_gemeenten(*, cancelled: Cancelled, diensten: Diensten | None = None) -> tuple[Gemeente, ...]:
    """Every municipality PDOK has, by name. Needs a line. Raises as mapdata.pdok."""
    from boa_app.usecases.pdoklijn import open_pdok

    with TemporaryDirectory() as folder, open_pdok(Path(folder), cancelled=cancelled, diensten=diensten) as pdok:
        found = [Gemeente(one.code, one.naam) for one in pdok.lijst_gemeenten()]
    return tuple(sorted(found, key=lambda one: one.naam.casefold()))


def schat_kaartpakket(wens: Wens, *, cancelled: Cancelled, diensten: Diensten | None = None) -> Schatting:
    """How much there is to fetch and how long that takes; of files their size. Needs a line when wens is online.

    Raises as mapdata.pdok.
    """
    given = {"straten": wens.osm, "grenzen": wens.buurten, "basiskaart": wens.tegels, "adressen": wens.adressen}
    parts = {name: Omvang(1, _size(path), 0.0) for name, path in given.items() if path is not None}
    if wens.online:
        from boa_app.usecases.pdoklijn import open_pdok

        with TemporaryDirectory() as folder, open_pdok(Path(folder), cancelled=cancelled, diensten=diensten) as pdok:
            for name, part in pdok.schat(wens.gemeente, wens.maxzoom).onderdelen.items():
                parts.setdefault(name, Omvang(part.aantal, part.bytes, part.seconden, part.is_gok))
    return Schatting(parts)


def lijst_onderbroken(session: Session) -> tuple[Onderbroken, ...]:
    """What was stopped halfway and can go on: call maak_in_opslag with its wens."""
    found = []
    for bouw in list_bouwen(session.store.folder / FOLDER):
        wens = _wens(bouw.wens)
        if wens is not None:
            done = tuple(name for name, stap in bouw.stappen.items() if bouw.done(name, stap.vinger))
            found.append(Onderbroken(bouw.folder.name.removeprefix(BOUW), wens, done, bouw.begonnen_op))
    return tuple(found)


def gooi_onderbroken_weg(session: Session, sleutel: str) -> None:
    """Give up a making that was stopped. Raises UserError kaartpakket_onbekend."""
    for bouw in list_bouwen(session.store.folder / FOLDER):
        if bouw.folder.name == f"{BOUW}{sleutel}":
            bewaring.remove_any(bouw.folder)
            return
    raise UserError("kaartpakket_onbekend")


@contextmanager
def _at_work(folder: Path, wens: Wens, moment: datetime) -> Iterator[Bouw]:
    """The folder of a making, locked for as long as it lasts. Two at once would write through one another."""
    if not (wens.gemeente if wens.online else wens.has_files):
        raise UserError("kaartpakket_niets_gevraagd")
    with writing_to(folder.parent):
        folder.mkdir(exist_ok=True)
        try:
            lock = StoreLock(folder / _SLOT)
        except EnvironmentProblem as error:
            raise UserError("kaartpakket_wordt_gemaakt") from error
    bouw = None
    try:
        bouw = open_bouw(folder, _as_json(wens), to_iso(moment))
        yield bouw
    except BoaError as error:
        lock.release()
        if not (error.code == "afgebroken" or (bouw is not None and _is_worth_keeping(bouw, error))):
            bewaring.remove_any(folder)
        raise
    finally:
        lock.release()


def _is_worth_keeping(bouw: Bouw, error: BoaError) -> bool:
    """Of files that are no good there is nothing to go on with; of a line that fell away there may be."""
    return isinstance(error, EnvironmentProblem) and bool(bouw.stappen or any(bouw.pdok.iterdir()))


def _at(target: Path, gemeente_code: str, naam: str) -> Path | None:
    """The kaartpakket that is replaced, when it is of the same municipality and name."""
    try:
        manifest = read_manifest(target)
    except (UserError, EnvironmentProblem):
        return None
    return target if (manifest.gemeente_code, manifest.naam) == (gemeente_code, naam) else None


def _clean(bouw: Bouw, mislukt: tuple[Mislukt, ...], wens: Wens) -> None:
    # What was fetched so far shortens the next attempt.
    if not (wens.online and mislukt):
        bewaring.remove_any(bouw.folder)


def _slug(wens: Wens) -> str:
    first = next((path.name for path in (wens.buurten, wens.osm, wens.tegels, wens.adressen) if path), "")
    plain = "".join(char if char.isascii() and char.isalnum() else "-" for char in wens.gemeente or wens.naam or first)
    return plain.casefold()[:40] or "pakket"


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _as_json(wens: Wens) -> dict[str, Any]:
    absolute = {name: str(value.absolute()) for name, value in asdict(wens).items() if isinstance(value, Path)}
    return {**asdict(wens), **absolute}


def _wens(raw: Any) -> Wens | None:  # noqa: ANN401
    """The wens as it was kept, None when it cannot be read."""
    known = {field.name for field in fields(Wens)}
    if not isinstance(raw, dict) or not set(raw) <= known:
        return None
    kept: dict[str, Any] = {name: Path(value) if name in _FILES and value else value for name, value in raw.items()}
    return Wens(**kept)
