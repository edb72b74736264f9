"""Two meldingen of different officers that may be one incident: within 50 m and 2 h of each other (design §5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from boa_app.domain.audit import Actie
from boa_app.domain.incident import SAME_GROUP_DISTANCE_M, SAME_GROUP_TIME, distance_m, may_be_same_group
from boa_app.domain.melding import MeldingRecord, Status
from boa_app.domain.roles import Entiteit, Handeling, Veldgroep, may
from boa_app.store import audit, instellingen, meldingen
from boa_app.store.session import Reader, Writer
from boa_app.usecases.changes import Changes, Done
from boa_app.usecases.meldingen import wijzig_melding
from boa_app.usecases.meldingregels import ENTITY, GEEN_SOORT, get_record, may_list, onderwerp_of
from boa_app.usecases.session import Session

# Later nobody remembers whether it was one event.
_DAYS = timedelta(days=14)
_LOOK_AT = 200
_DISMISSED, _MOST_DISMISSED = "niet_hetzelfde_incident", 500
_OWN = "eigen"
REDEN = "zelfde incident"


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
    """Pairs to offer, newest first: different makers, not one incident yet, nobody said they are not the same, and the
    actor may join them."""
    found: dict[str, Paar] = {}
    with session.store.read() as reader:
        dismissed = set(instellingen.get(reader, _DISMISSED, []))
        recent = [one for one in meldingen.recent(reader, _LOOK_AT) if _counts(session, one)]
        for record in recent:
            for other in _around(session, reader, record):
                key = _key(record.uid, other.uid)
                if key not in found and key not in dismissed and _joinable(session, record, other):
                    found[key] = _pair(session, record, other)
                if len(found) >= limiet:
                    return tuple(found.values())
    return tuple(found.values())


def maak_een_incident(session: Session, een: str, ander: str) -> Done:
    """Count two meldingen as one incident from now on; can be taken back. Raises UserError melding_onbekend,
    geen_recht."""
    first, second = get_record(session, een), get_record(session, ander)
    # A boa may only change what is his own: that one joins the incident of the other.
    target, joins = (first, second) if _may_change(session, second) else (second, first)
    return wijzig_melding(session, joins.uid, {"incident": target.melding.incident or target.uid}, REDEN)


def niet_hetzelfde(session: Session, een: str, ander: str) -> Done:
    """They are two incidents: do not offer this pair again on this device."""
    key = _key(een, ander)

    def work(w: Writer) -> None:
        kept = [one for one in instellingen.get(w, _DISMISSED, []) if one != key]
        instellingen.put(w, _DISMISSED, [*kept, key][-_MOST_DISMISSED:])
        audit.append_line(w, Actie.WIJZIGEN, ENTITY, een, velden=("incident",), reden_code="NIET_HETZELFDE")

    session.write(work)
    return Done(Changes(), een)


def _counts(session: Session, record: MeldingRecord) -> bool:
    m = record.melding
    young = session.now() - m.gebeurd_van <= _DAYS
    return (
        young and m.bron == _OWN and m.soort != GEEN_SOORT and m.status is Status.ACTIEF and may_list(session, record)
    )


def _around(session: Session, reader: Reader, record: MeldingRecord) -> list[MeldingRecord]:
    """Meldingen of somebody else that may be the same event, nearest first."""
    m = record.melding
    since, until = m.gebeurd_van - SAME_GROUP_TIME, m.gebeurd_van + SAME_GROUP_TIME
    around = meldingen.near(reader, m.lon, m.lat, SAME_GROUP_DISTANCE_M, since, until)
    return [
        other for other in around
        if other.gemaakt_door != record.gemaakt_door and _counts(session, other)
        and (other.melding.incident or other.uid) != (m.incident or record.uid)
        and may_be_same_group(_apart_m(record, other), m.gebeurd_van, other.melding.gebeurd_van)
    ]  # fmt: skip


def _joinable(session: Session, record: MeldingRecord, other: MeldingRecord) -> bool:
    return _may_change(session, record) or _may_change(session, other)


def _may_change(session: Session, record: MeldingRecord) -> bool:
    onderwerp = onderwerp_of(session, record)
    return may(session.actor, Handeling.WIJZIGEN, Entiteit.MELDING, Veldgroep.CODES, onderwerp, session.now(), REDEN)


def _pair(session: Session, record: MeldingRecord, other: MeldingRecord) -> Paar:
    older, newer = sorted((record, other), key=lambda one: (one.melding.gebeurd_van, one.uid))
    return Paar(_side(session, older), _side(session, newer), _apart_m(older, newer))


def _side(session: Session, record: MeldingRecord) -> PaarKant:
    m = record.melding
    own = record.gemaakt_door == session.actor.account
    return PaarKant(record.uid, record.nr, m.gebeurd_van, m.soort, m.plaats, m.groepsgrootte, m.lon, m.lat, own)


def _apart_m(one: MeldingRecord, other: MeldingRecord) -> float:
    return distance_m(one.melding.lon, one.melding.lat, other.melding.lon, other.melding.lat)


def _key(een: str, ander: str) -> str:
    return " ".join(sorted((een, ander)))
