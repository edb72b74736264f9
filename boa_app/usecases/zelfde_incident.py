"""Two meldingen of different officers that may be one incident: within 50 m and 2 h of each other (design §5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from boa_app.usecases.changes import Done
from boa_app.usecases.session import Session


@dataclass(frozen=True, slots=True)
class PaarKant:
    """One of the two, its codes only."""

    uid: str
    nr: int
    moment: datetime
    soort: str
    plaats: str
    groepsgrootte: str
    lon: float
    lat: float
    eigen: bool


@dataclass(frozen=True, slots=True)
class Paar:
    """Two meldingen that may be one incident; een is the older. afstand_m: how far they lie apart."""

    een: PaarKant
    ander: PaarKant
    afstand_m: float


def mogelijk_zelfde(session: Session, limiet: int = 20) -> tuple[Paar, ...]:
    """Pairs to offer, newest first: different makers, not one incident yet, nobody said they are not the same."""
    raise NotImplementedError


def maak_een_incident(session: Session, een: str, ander: str) -> Done:
    """Count two meldingen as one incident from now on; can be taken back. Raises UserError melding_onbekend,
    geen_recht."""
    raise NotImplementedError


def niet_hetzelfde(session: Session, een: str, ander: str) -> Done:
    """They are two incidents: do not offer this pair again on this device."""
    raise NotImplementedError
