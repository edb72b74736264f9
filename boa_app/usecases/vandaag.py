"""The opening screen: what is open for this person, which places are due, what was logged last, and when it is dark."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from boa_app.domain.melding import MeldingRecord
from boa_app.domain.moments import to_local
from boa_app.domain.roles import Entiteit, Handeling, Veldgroep, has_any
from boa_app.domain.ronde import Plek, Ronde
from boa_app.store import concepten, meldingen, rondes
from boa_app.store.concepten import Concept
from boa_app.usecases.meldingregels import may_read
from boa_app.usecases.overzicht import MeldingRij, to_rij
from boa_app.usecases.session import Session

RECENT_LIMIT = 8
FLAGGED_LIMIT = 20
_DEFAULT_CENTRE = (5.039, 52.021)


@dataclass(frozen=True, slots=True)
class Beurt:
    """A place that is due. dagen_te_laat: whole days past the wanted rhythm, 0 when due today, None when never
    visited.
    """

    plek: Plek
    laatste: datetime | None
    dagen_te_laat: int | None


@dataclass(frozen=True, slots=True)
class VandaagBeeld:
    """Everything on the opening screen. zon_onder, zon_op: aware UTC of this evening and the next morning, None
    where the sun does not set. plekken: how many places there are in all."""

    concepten: tuple[Concept, ...]
    nakijken: tuple[MeldingRij, ...]
    aan_de_beurt: tuple[Beurt, ...]
    plekken: int
    recent: tuple[MeldingRij, ...]
    open_ronde: Ronde | None
    ongesynchroniseerd: int
    zon_onder: datetime | None
    zon_op: datetime | None


def vandaag(session: Session) -> VandaagBeeld:
    """The opening screen as it stands now; each part holds only what the actor may see, and may be empty."""
    now = session.now()
    may_make = has_any(session.actor.rol, Entiteit.MELDING, Handeling.MAKEN)
    may_walk = has_any(session.actor.rol, Entiteit.RONDE, Handeling.LEZEN)
    with session.store.read() as reader:
        drafts = tuple(concepten.list_concepten(reader)) if may_make else ()
        flagged = _rows(session, meldingen.flagged(reader, FLAGGED_LIMIT), Veldgroep.VERDACHT)
        recent = _rows(session, meldingen.recent(reader, RECENT_LIMIT), Veldgroep.CODES)
        places = rondes.list_plekken(reader) if may_walk else []
        visits = rondes.last_visits(reader) if may_walk else {}
        walking = rondes.open_ronde(reader, session.actor.account)
        unsynced = meldingen.count_unsynced(reader)
    turns = [_beurt(plek, visits[plek.uid][0] if plek.uid in visits else None, now) for plek in places]
    due = sorted((turn for turn in turns if turn is not None), key=_urgency)
    sunset, sunrise = darkness(session, now)
    return VandaagBeeld(drafts, flagged, tuple(due), len(places), recent, walking, unsynced, sunset, sunrise)


def _rows(session: Session, records: list[MeldingRecord], groep: Veldgroep) -> tuple[MeldingRij, ...]:
    """The lines of what the actor may read this part of; nothing at all for a role without meldingen."""
    return tuple(to_rij(record, session) for record in records if may_read(session, record, groep, "-"))


def _beurt(plek: Plek, last: datetime | None, now: datetime) -> Beurt | None:
    if plek.elke_dagen <= 0:
        return None
    if last is None:
        return Beurt(plek, None, None)
    late = (to_local(now).date() - to_local(last).date()).days - plek.elke_dagen
    return Beurt(plek, last, late) if late >= 0 else None


def _urgency(turn: Beurt) -> tuple[int, str]:
    return (-(turn.dagen_te_laat if turn.dagen_te_laat is not None else 10_000), turn.plek.naam)


def darkness(session: Session, now: datetime) -> tuple[datetime | None, datetime | None]:
    """Sunset of the running evening and the sunrise after it, at the middle of the municipality (NOAA, within a
    minute).
    """
    from astral import Observer
    from astral.sun import sunrise, sunset

    lon, lat = centre_of(session)
    local = to_local(now)
    evening = (local - timedelta(hours=12)).date() if local.hour < 12 else local.date()
    observer = Observer(lat, lon)
    try:
        return sunset(observer, evening), sunrise(observer, evening + timedelta(days=1))
    except ValueError:
        return None, None


def centre_of(session: Session) -> tuple[float, float]:
    """(lon, lat) of the middle of the municipality's outline."""
    points = [point for ring in (session.kaart.omtrek if session.kaart else ()) for point in ring]
    if not points:
        return _DEFAULT_CENTRE
    return sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points)
