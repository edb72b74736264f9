"""The Ronde: start, end and visits; the denominator of every rate (design §3). It holds no track."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Bevinding(StrEnum):
    """What a visit found; the codes of list ronde_bevinding."""

    NIEMAND = "NIEMAND"
    RUSTIG = "RUSTIG"
    OVERLAST = "OVERLAST"
    NIETBEZOCHT = "NIETBEZOCHT"


@dataclass(frozen=True, slots=True)
class Plek:
    """A fixed place to visit: a JOP or another named place. lon, lat: WGS84. elke_dagen: wanted days between visits."""

    uid: str
    naam: str
    lon: float
    lat: float
    jop: str = ""
    elke_dagen: int = 3


@dataclass(frozen=True, slots=True)
class Bezoek:
    """One visit to a Plek at an aware UTC moment."""

    uid: str
    ronde: str
    plek: str
    moment: datetime
    bevinding: Bevinding


@dataclass(frozen=True, slots=True)
class Ronde:
    """One round. einde None: still walking. medewerker: account id, visible to the officer only, dropped after 14
    days.
    """

    uid: str
    begin: datetime
    einde: datetime | None
    medewerker: str
    bezoeken: tuple[Bezoek, ...] = ()
