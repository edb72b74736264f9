"""The kaartpakketten beside a store: what is there and how old, choosing one, removing one, checking one.

Whoever may open the store may do this: nothing in a kaartpakket is secret, and choosing one changes no record.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from boa_app.domain.errors import BoaError, EnvironmentProblem, UserError
from boa_app.domain.moments import to_local
from boa_app.mapdata import bewaring
from boa_app.mapdata.manifest import Bron, Manifest, Waarschuwing, read_manifest
from boa_app.mapdata.pakket import load_pakket
from boa_app.usecases.plaatsindex import PlaatsIndex
from boa_app.usecases.session import Session
from boa_app.usecases.tegels import Tegellade


@dataclass(frozen=True, slots=True)
class DeelInfo:
    """One part that is there. stand: the day or year of its source, as its maker writes it; leeftijd_dagen: None when
    that cannot be told."""

    naam: str
    aantal: int
    bytes: int
    stand: str
    leeftijd_dagen: int | None


@dataclass(frozen=True, slots=True)
class PakketInfo:
    """One kaartpakket in the list. sleutel: what the other functions want. problemen: why it cannot be used, empty when
    it can. gemaakt_op: UTC, ISO 8601, empty when not known."""

    sleutel: str
    naam: str
    gemeente: str
    gemaakt_op: str
    leeftijd_dagen: int | None
    onderdelen: tuple[DeelInfo, ...]
    ontbreekt: tuple[str, ...]
    bronnen: tuple[Bron, ...]
    attributie: str
    grootte_bytes: int
    actief: bool
    voorbeeld: bool = False
    problemen: tuple[BoaError, ...] = ()
    waarschuwingen: tuple[Waarschuwing, ...] = ()
    map: Path = Path()


@dataclass(frozen=True, slots=True)
class Controle:
    """What a thorough check found. bevindingen: nothing when the kaartpakket is whole."""

    manifest: Manifest | None
    bevindingen: tuple[BoaError, ...]


def lijst_kaartpakketten(session: Session) -> tuple[PakketInfo, ...]:
    """Every kaartpakket beside the store, the one in use first, then by name. Reads manifests and sizes only."""
    today = to_local(session.now()).date()
    root = session.store.folder
    actief = bewaring.find_actief(root)
    found = [_info(root, sleutel, actief == sleutel, today) for sleutel in bewaring.list_sleutels(root)]
    return tuple(sorted(found, key=lambda info: (not info.actief, info.naam.casefold(), info.sleutel)))


def kies_kaartpakket(session: Session, sleutel: str) -> Session:
    """A session on the same store with another kaartpakket, which is also the one of the next start.

    Raises UserError kaartpakket_onbekend, and as load_pakket; then the choice stays what it was.
    """
    folder = bewaring.folder_of(session.store.folder, sleutel)
    kaart = load_pakket(folder)
    bewaring.write_actief(session.store.folder, sleutel)
    return replace(session, kaart=kaart, plaatsen=PlaatsIndex(kaart), kaart_probleem=None, tegels=Tegellade())


def verwijder_kaartpakket(session: Session, sleutel: str) -> None:
    """Remove a kaartpakket from disk. Raises UserError kaartpakket_onbekend, kaartpakket_actief(naam)."""
    folder = bewaring.folder_of(session.store.folder, sleutel)
    in_use = session.kaart.folder if session.kaart else None
    if sleutel == bewaring.find_actief(session.store.folder) or folder == in_use:
        raise UserError("kaartpakket_actief", naam=session.kaart.naam if session.kaart else sleutel)
    bewaring.remove_pakket(session.store.folder, sleutel)


def map_van(session: Session, sleutel: str) -> Path:
    """Where a kaartpakket lies. Raises UserError kaartpakket_onbekend."""
    return bewaring.folder_of(session.store.folder, sleutel)


def controleer_kaartpakket(map: Path) -> Controle:
    """Read every byte of a kaartpakket: sums, and whether every part opens."""
    try:
        manifest = read_manifest(map)
    except BoaError as problem:
        return Controle(None, (problem,))
    try:
        load_pakket(map, thorough=True)
    except BoaError as problem:
        return Controle(manifest, (problem,))
    return Controle(manifest, ())


def _info(root: Path, sleutel: str, actief: bool, today: date) -> PakketInfo:
    folder = bewaring.folder_of(root, sleutel)
    try:
        manifest = read_manifest(folder)
        problems = _cheap_problems(folder, manifest)
    except BoaError as problem:
        return PakketInfo(
            sleutel, sleutel, "", "", None, (), (), (), "", _size(folder), actief, problemen=(problem,), map=folder
        )
    delen = tuple(
        DeelInfo(part.naam, part.aantal, max(part.bytes, 0), part.stand, _age_days(part.stand, today))
        for part in manifest.onderdelen.values()
    )
    return PakketInfo(
        sleutel=sleutel,
        naam=manifest.naam,
        gemeente=manifest.gemeente_code,
        gemaakt_op=manifest.gemaakt_op,
        leeftijd_dagen=_age_days(manifest.gemaakt_op[:10], today),
        onderdelen=delen,
        ontbreekt=manifest.ontbreekt,
        bronnen=manifest.bronnen,
        attributie=manifest.attributie,
        grootte_bytes=_size(folder),
        actief=actief,
        voorbeeld=manifest.voorbeeld,
        problemen=problems,
        waarschuwingen=manifest.waarschuwingen,
        map=folder,
    )


def _cheap_problems(folder: Path, manifest: Manifest) -> tuple[BoaError, ...]:
    """What sizes tell; sums are for controleer_kaartpakket."""
    found: list[BoaError] = []
    for part in manifest.onderdelen.values():
        path = folder / part.bestand
        if not path.is_file() or (part.bytes >= 0 and path.stat().st_size != part.bytes):
            found.append(EnvironmentProblem("kaartpakket_beschadigd", onderdeel=part.naam))
    return tuple(found)


def _age_days(stand: str, today: date) -> int | None:
    """Days since a day; a bare year says nothing in days."""
    try:
        return max((today - date.fromisoformat(stand)).days, 0)
    except ValueError:
        return None


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.iterdir() if path.is_file()) if folder.is_dir() else 0
