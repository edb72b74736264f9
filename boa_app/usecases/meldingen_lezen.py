"""Reading meldingen: one record, its history, its registrations, the previous one, and what may be the same group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from boa_app.domain.audit import Actie
from boa_app.domain.incident import SAME_GROUP_DISTANCE_M, SAME_GROUP_TIME, distance_m, may_be_same_group
from boa_app.domain.melding import MeldingRecord
from boa_app.domain.opsporing import Opsporingsverwijzing
from boa_app.domain.roles import Entiteit, Handeling, Veldgroep
from boa_app.domain.velden import veldgroep_of
from boa_app.store import audit, changes, conflicten, meldingen, opsporing
from boa_app.store.session import Writer
from boa_app.sync.clock import Hlc
from boa_app.sync.protocol import CREATE_FIELD, Change
from boa_app.usecases.meldingregels import (
    ENTITY,
    GUARDED,
    check_text,
    find_record,
    get_record,
    hidden_fields,
    is_suspect_place,
    may_list,
    may_read,
    onderwerp_of,
)
from boa_app.usecases.session import Session


@dataclass(frozen=True, slots=True)
class ZelfdeGroep:
    """A melding that may be of the same group: its codes only, and how many metres away it is."""

    uid: str
    nr: int
    moment: datetime
    soort: str
    groepsgrootte: str
    incident: str
    lon: float
    lat: float
    afstand_m: float


@dataclass(frozen=True, slots=True)
class Wijziging:
    """One change of one field as a person reads it; veld ``*`` is the making of the record, ``positie`` its place."""

    veld: str
    oud: Any
    nieuw: Any
    wie: str
    wanneer: datetime
    reden: str


def toon_melding(session: Session, uid: str, reden: str = "") -> MeldingRecord:
    """Read one melding; that is logged. What the table does not allow is left empty. Its koppen come along.

    Raises UserError melding_onbekend, geen_recht, reden_nodig (a reason opens records beyond a year).
    """
    with session.store.read() as reader:
        record = find_record(reader, uid)
        koppen = changes.find_koppen(reader, ENTITY, uid)
    _require_read(session, record, reden)
    _log_read(session, ENTITY, record, reden)
    hidden = hidden_fields(session, record, reden)
    shown = record.melding.with_values({name: [] if name == "fotos" else "" for name in hidden})
    return replace(record, melding=shown, koppen=koppen)


def geschiedenis(session: Session, uid: str, reden: str = "") -> tuple[Wijziging, ...]:
    """What happened to a melding, newest first; only fields the actor may read. Logged and refused as toon_melding."""
    with session.store.read() as reader:
        record = find_record(reader, uid)
        log = changes.history(reader, ENTITY, uid)
    _require_read(session, record, reden)
    _log_read(session, "geschiedenis", record, reden)
    hidden = hidden_fields(session, record, reden)
    lines = [_without(line, hidden) for line in _read_log(log) if line.veld not in hidden]
    if not may_read(session, record, Veldgroep.VERDACHT, reden):
        # A text that was rewritten since is flagged no more, yet its old value still names somebody.
        lines = [_without_suspect(session, line) for line in lines]
    return tuple(reversed(lines))


def verwijzingen_bij(session: Session, melding_uid: str) -> tuple[Opsporingsverwijzing, ...]:
    """The external registrations of a melding, for who may know them; reading them is logged."""
    record = get_record(session, melding_uid)
    session.require(Handeling.LEZEN, Entiteit.OPSPORINGSVERWIJZING, Veldgroep.ALLES, onderwerp_of(session, record))

    def work(writer: Writer) -> tuple[Opsporingsverwijzing, ...]:
        found = tuple(opsporing.list_for_melding(writer, melding_uid))
        for verwijzing in found:
            audit.append_line(writer, Actie.RAADPLEGEN, "opsporingsverwijzing", verwijzing.uid, regime="O")
        return found

    return session.write(work)


def find_same_group(session: Session, lon: float, lat: float, moment: datetime) -> tuple[ZelfdeGroep, ...]:
    """Meldingen within 50 m and 2 h that may be the same group, nearest first; a check that found nobody is none."""
    since, until = moment - SAME_GROUP_TIME, moment + SAME_GROUP_TIME
    with session.store.read() as reader:
        around = meldingen.near(reader, lon, lat, SAME_GROUP_DISTANCE_M, since, until)
    near = [
        _zelfde(record, distance_m(lon, lat, record.melding.lon, record.melding.lat))
        for record in around
        if record.melding.soort != "GEEN" and may_list(session, record)
    ]
    near = [hit for hit in near if may_be_same_group(hit.afstand_m, moment, hit.moment)]
    return tuple(sorted(near, key=lambda hit: hit.afstand_m))


def _zelfde(record: MeldingRecord, afstand_m: float) -> ZelfdeGroep:
    m = record.melding
    return ZelfdeGroep(
        record.uid, record.nr, m.gebeurd_van, m.soort, m.groepsgrootte, m.incident, m.lon, m.lat, afstand_m
    )


def _require_read(session: Session, record: MeldingRecord, reden: str) -> None:
    session.require(Handeling.LEZEN, Entiteit.MELDING, Veldgroep.CODES, onderwerp_of(session, record), reden)


def _log_read(session: Session, what: str, record: MeldingRecord, reden: str) -> None:
    def work(writer: Writer) -> None:
        audit.append_line(writer, Actie.RAADPLEGEN, what, record.uid, regime=record.melding.regime, reden_tekst=reden)

    session.write(work)


def _without(line: Wijziging, hidden: frozenset[str]) -> Wijziging:
    if line.veld != CREATE_FIELD:
        return line
    return replace(line, nieuw={name: value for name, value in line.nieuw.items() if name not in hidden})


def _without_suspect(session: Session, line: Wijziging) -> Wijziging:
    if line.veld == CREATE_FIELD:
        return replace(line, nieuw={name: _cleared(session, name, value) for name, value in line.nieuw.items()})
    old, new = (_cleared(session, line.veld, value) for value in (line.oud, line.nieuw))
    return replace(line, oud=old, nieuw=new)


def _cleared(session: Session, veld: str, value: Any) -> Any:  # noqa: ANN401 - values of the log
    if veld not in GUARDED or not isinstance(value, str):
        return value
    suspect = is_suspect_place(session, value) if veld == "plaats" else bool(check_text(session, value))
    return "" if suspect else value


def _read_log(log: Sequence[Change]) -> Iterator[Wijziging]:
    current: dict[str, Any] = {}
    for change in log:
        when = Hlc.parse(change.hlc).moment()
        if change.field == CREATE_FIELD:
            current = dict(change.value)
            yield Wijziging(CREATE_FIELD, None, change.value, change.user, when, change.reason)
        else:
            yield Wijziging(change.field, current.get(change.field), change.value, change.user, when, change.reason)
            current[change.field] = change.value


def velden_in_conflict(session: Session, uid: str) -> tuple[str, ...]:
    """The fields of a melding of which two values stand beside each other, only those the actor may read. Reading the
    melding is logged where it is read."""
    record = get_record(session, uid)
    with session.store.read() as reader:
        fields = conflicten.conflicts_of(reader, ENTITY, uid)
    groups = {veld: veldgroep_of(ENTITY, veld, verdacht=record.tekst_verdacht) for veld in fields}
    return tuple(veld for veld in fields if may_read(session, record, groups[veld], "-"))
