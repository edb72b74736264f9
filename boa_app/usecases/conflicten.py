"""The conflictenmand: fields with two values, neither made in knowledge of the other, and choosing between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from boa_app.usecases.changes import Done
from boa_app.usecases.session import Session


@dataclass(frozen=True, slots=True)
class ConflictWaarde:
    """One of the values of a field. waarde: its JSON value; of ``positie`` an object with lon and lat. eigen: made by
    the actor; dit_apparaat: on this device. getoond: the value the record shows now."""

    change_id: str
    waarde: Any
    eigen: bool
    dit_apparaat: bool
    moment: datetime
    getoond: bool
    reden: str = ""


@dataclass(frozen=True, slots=True)
class ConflictVeld:
    """One field in conflict. id: what kies takes, ``uid:veld``. waarden: mine first, then those of others, newest
    first. afstand_m: how far the positions lie apart."""

    id: str
    veld: str
    waarden: tuple[ConflictWaarde, ...]
    afstand_m: float | None = None
    mag_kiezen: bool = True


@dataclass(frozen=True, slots=True)
class ConflictKaart:
    """One record with its fields in conflict. moment, soort, plaats: of a melding, to call it by; naam: of others."""

    entity: str
    uid: str
    velden: tuple[ConflictVeld, ...]
    moment: datetime | None = None
    soort: str = ""
    plaats: str = ""
    naam: str = ""


def lijst_conflicten(session: Session) -> tuple[ConflictKaart, ...]:
    """All conflicts of records and fields the actor may read, longest waiting first; that is logged."""
    raise NotImplementedError


def kies(session: Session, conflict_id: str, waarde: str, reden: str = "") -> Done:
    """Choose a value: that is itself a change, goes along with the next sync, and can be taken back.

    waarde: ``mijn``, ``hun`` or a change id. Raises UserError conflict_onbekend, waarde_onbekend(waarde),
    waarde_dubbel (several values on that side: name the change), geen_recht, correctie_reden_nodig.
    """
    raise NotImplementedError
