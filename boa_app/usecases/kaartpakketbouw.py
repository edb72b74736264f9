"""Making a kaartpakket from files or from PDOK: part by part, with progress, to stop and to go on with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from boa_app.domain.errors import FieldValue
from boa_app.mapdata.manifest import Manifest
from boa_app.usecases.session import Session


@dataclass(frozen=True, slots=True)
class Wens:
    """What a kaartpakket is to be made of. online: everything that no file is given for comes from PDOK; needs gemeente
    (GM0353). naam: of the pakket, else the name of the gemeente, else that of a file. osm: OpenStreetMap or NWB."""

    gemeente: str = ""
    naam: str = ""
    osm: Path | None = None
    buurten: Path | None = None
    tegels: Path | None = None
    adressen: Path | None = None
    gebieden: Path | None = None
    online: bool = False
    jaar: int | None = None


@dataclass(frozen=True, slots=True)
class Voortgang:
    """How far one part is. totaal 0: not known. tekstcode: what is being done: haal, lees, schrijf, controleer, klaar,
    overgeslagen (was made before) or mislukt."""

    onderdeel: str
    klaar: int
    totaal: int
    tekstcode: str


@dataclass(frozen=True, slots=True)
class Mislukt:
    """A part that was asked for and is not there; the sentence is made of code and velden."""

    onderdeel: str
    code: str
    velden: dict[str, FieldValue]


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """What was made. sleutel: for usecases.kaartpakketten, empty when it was not made beside a store."""

    map: Path
    manifest: Manifest
    mislukt: tuple[Mislukt, ...]
    sleutel: str = ""


@dataclass(frozen=True, slots=True)
class Onderbroken:
    """A making that was stopped and can go on: wens as it was asked, klaar: the parts that are done."""

    sleutel: str
    wens: Wens
    klaar: tuple[str, ...]
    begonnen_op: str


Progress = Callable[[Voortgang], None]
Cancelled = Callable[[], bool]
# How a client of PDOK is made for a folder to work in; tests point it at a server of their own.
MakePdok = Callable[[Path], Any]


def maak_kaartpakket(
    map: Path, wens: Wens, *, progress: Progress, cancelled: Cancelled, pdok: MakePdok | None = None,
) -> Gemaakt:  # fmt: skip
    """Make a kaartpakket in a folder, which is empty, new or holds a kaartpakket that is replaced at the very end.

    Stopped or killed, the same call goes on where it was. Raises UserError kaartpakket_niets_gevraagd,
    kaartpakket_leeg, kaartpakket_map_vol(map), afgebroken; EnvironmentProblem schijf_vol, map_alleen_lezen(map).
    """
    raise NotImplementedError


def maak_in_opslag(
    session: Session, wens: Wens, *, progress: Progress, cancelled: Cancelled, pdok: MakePdok | None = None
) -> Gemaakt:
    """Make a kaartpakket beside the store of this session. It gets a place of its own; one of the same name is given up
    for it at the next start, and if that one was in use, or none, this one is from then on. Raises as maak_kaartpakket.
    """
    raise NotImplementedError


def schat_kaartpakket(wens: Wens, *, pdok: MakePdok | None = None) -> Any:  # noqa: ANN401 - mapdata.pdok.Schatting
    """How much there is to fetch, and how long that takes."""
    raise NotImplementedError


def lijst_onderbroken(session: Session) -> tuple[Onderbroken, ...]:
    """What was stopped halfway and can go on: call maak_in_opslag with its wens."""
    raise NotImplementedError


def gooi_onderbroken_weg(session: Session, sleutel: str) -> None:
    """Give up a making that was stopped."""
    raise NotImplementedError
