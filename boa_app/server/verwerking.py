"""What the centre makes of a push: judged change by change, stored in whole sets, answered in the order it was sent.

    known before ──► the same answer again
    judged       ──► geweigerd(code), remembered with its bases
                 └─► rows of the log, cut by veldgroep, on bases without refused ones
    then         ──► scope attributes, weg rows and new places for what moved, kop and vervangen for what was replaced

Nothing is stored by single statements: each step reads or writes one set. Source: design §5, hazards of tech-notes §10.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain

import msgspec

from boa_app.domain.audit import Actie, Resultaat
from boa_app.domain.ids import epoch_ms
from boa_app.domain.moments import to_iso
from boa_app.domain.positie import POSITIE
from boa_app.domain.velden import OUDER_VELD
from boa_app.server import audit
from boa_app.server.audit import Regel
from boa_app.server.backend import (
    GEWIST,
    Genomen,
    Logrij,
    Recordsleutel,
    Recordstand,
    Schrijfbeurt,
    Toegang,
    Weigerrij,
)
from boa_app.server.beoordeling import (
    ACCOUNT,
    MAX_BASES,
    MAX_VALUE_CHARS,
    ONBEKEND,
    ONGELDIG,
    TE_GROOT,
    Rechter,
    check_vorm,
)
from boa_app.server.buurten import Vinder
from boa_app.server.plaats import OUDER_SOORT, Buurtvinder, Positie, position_of, scope_velden, stand_of, with_ouder
from boa_app.server.snijden import Groepen, dump, parts_of, split_values
from boa_app.server.verplaatsen import Verplaatser
from boa_app.sync.clock import MAX_AHEAD, Hlc, clamp
from boa_app.sync.merge import rebase
from boa_app.sync.protocol import CREATE_FIELD, Antwoord, Change, Push, PushAntwoord, Uitslag


@dataclass(frozen=True, slots=True)
class Voorbereid:
    """A change as far as nothing of the centre needs to be known for it. code: what is wrong with its form; groepen:
    of a create; parts: the rows of a record that is not flagged; size: of their values together, in characters."""

    change: Change
    code: str
    groepen: Groepen
    parts: list[tuple[str, str]]
    size: int


@dataclass(frozen=True, slots=True)
class Voorwerk:
    """A push before its turn to write. vinder: knows the buurt of all that is made."""

    sync: str
    changes: tuple[Voorbereid, ...]
    vinder: Buurtvinder


def bereid_voor(push: Push, vinder: Vinder) -> Voorwerk:
    """Do what needs no database before the turn to write, so that other devices need not wait for it."""
    return Voorwerk(push.sync, tuple(map(_prepared, push.changes)), _remembering(vinder, push.changes))


def _prepared(change: Change) -> Voorbereid:
    code = check_vorm(change)
    groepen: Groepen = {}
    if not code and change.field == CREATE_FIELD:
        groepen = split_values(change.entity, change.value)
    parts = [] if code else parts_of(change, groepen, False)
    size = len(parts[0][1]) if len(parts) == 1 else sum(len(value) for _, value in parts)
    return Voorbereid(change, code, groepen, parts, size)


def verwerk(beurt: Schrijfbeurt, toegang: Toegang, voorwerk: Voorwerk, now: datetime) -> PushAntwoord:
    """Take a push in, inside the write turn of its municipality."""
    werk = _Werk(beurt, toegang, voorwerk, now)
    antwoorden = tuple(werk.answer(one) for one in voorwerk.changes)
    werk.store()
    return PushAntwoord(antwoorden, to_iso(now))


@dataclass(slots=True)
class _Genomen:
    """A change that was taken, until it is stored."""

    change: Change
    bases: tuple[str, ...]
    hlc: str
    parts: list[tuple[str, str]] = field(default_factory=list)


class _Werk:
    """One push while it is worked on; what the centre knows of it was read in four sets."""

    def __init__(self, beurt: Schrijfbeurt, toegang: Toegang, voorwerk: Voorwerk, now: datetime) -> None:
        self._beurt, self._toegang, self._sync, self._vinder = beurt, toegang, voorwerk.sync, voorwerk.vinder
        changes = [one.change for one in voorwerk.changes]
        self._now, self._now_iso = now, to_iso(now)
        self._limit_ms = epoch_ms(now + MAX_AHEAD)
        self._last_clamped: Hlc | None = None
        self._rechter = Rechter(toegang.actor, now)
        ids = [change.change_id for change in changes]
        bases = chain.from_iterable(change.base_change_ids for change in changes)
        self._genomen = beurt.find_genomen(ids)
        self._geweigerd = beurt.find_geweigerd({*ids, *bases})
        self._records = beurt.find_records(_keys(changes))
        self._refused_bases = {row.change_id: _ids(row.base_change_ids) for row in self._geweigerd.values()}
        self._answers: dict[str, Antwoord] = {}
        self._taken: list[_Genomen] = []
        self._refused: list[Weigerrij] = []
        self._again: list[str] = []
        self._made: dict[Recordsleutel, Recordstand] = {}

    def answer(self, one: Voorbereid) -> Antwoord:
        """Judge one change; the same id gets the same answer, however often it comes."""
        known = self._answers.get(one.change.change_id)
        if known is None:
            known = self._answers[one.change.change_id] = self._first_answer(one)
        return known

    def _first_answer(self, one: Voorbereid) -> Antwoord:
        change = one.change
        before = self._genomen.get(change.change_id)
        if before is not None:
            return self._taken_before(change, before)
        refused = self._geweigerd.get(change.change_id)
        if refused is not None:
            return Antwoord(change.change_id, Uitslag.GEWEIGERD, refused.code)
        stand = self._records.get((change.entity, change.uid))
        # Of a flagged record the groups of the rows are others, their values are the same.
        code = one.code or self._judge(one, stand) or (TE_GROOT if one.size > MAX_VALUE_CHARS else "")
        if code:
            self._refuse(change, code)
            return Antwoord(change.change_id, Uitslag.GEWEIGERD, code)
        return self._take(one, stand)

    def _taken_before(self, change: Change, before: Genomen) -> Antwoord:
        if before.account != self._toegang.account:
            return Antwoord(change.change_id, Uitslag.GEWEIGERD, ACCOUNT)
        self._again.append(change.change_id)
        return Antwoord(change.change_id, Uitslag.GENOMEN, hlc=before.hlc)

    def _judge(self, one: Voorbereid, stand: Recordstand | None) -> str:
        change = one.change
        if change.user != self._toegang.account:
            return ACCOUNT
        if change.field == CREATE_FIELD:
            return ONGELDIG if stand is not None else self._rechter.create(change, one.groepen, self._ouder_of(change))
        if stand is None or stand.status == GEWIST:
            return ONBEKEND
        wall_ms = min(int(change.hlc[:13]), self._limit_ms)
        return self._rechter.edit(change, stand, wall_ms, self._ouder_of(change))

    def _take(self, one: Voorbereid, stand: Recordstand | None) -> Antwoord:
        change, parts = one.change, one.parts
        if _verdacht(change, stand):
            parts = parts_of(change, one.groepen, True)
        hlc = self._clock_of(change)
        bases = change.base_change_ids
        if self._refused_bases:
            bases = rebase(bases, self._refused_bases)
        self._taken.append(_Genomen(change, bases, hlc, parts))
        if change.field == CREATE_FIELD:
            self._make_record(change, hlc)
        return Antwoord(change.change_id, Uitslag.GENOMEN, hlc="" if hlc == change.hlc else hlc)

    def _clock_of(self, change: Change) -> str:
        if int(change.hlc[:13]) <= self._limit_ms:
            return change.hlc
        self._last_clamped = clamp(Hlc.parse(change.hlc), self._now, self._last_clamped)
        return str(self._last_clamped)

    def _refuse(self, change: Change, code: str) -> None:
        # Without refused ones in between, so that no chain of them need ever be followed.
        bases = rebase(change.base_change_ids[:MAX_BASES], self._refused_bases)
        self._refused_bases[change.change_id] = bases
        self._refused.append(
            Weigerrij(
                _short(change.change_id), dump([_short(base) for base in bases]), code, self._toegang.device,
                self._toegang.account, _short(change.entity), _short(change.uid), _short(change.field), self._now_iso,
            )
        )  # fmt: skip

    def _make_record(self, change: Change, hlc: str) -> None:
        made = datetime.fromtimestamp(min(int(hlc[:13]), epoch_ms(self._now)) / 1000, UTC)
        stand = stand_of(
            change.entity, change.uid, change.value, self._toegang.account, made, self._now_iso, self._vinder
        )
        stand = with_ouder(stand, self._ouder_of(change))
        self._records[stand.sleutel] = self._made[stand.sleutel] = stand

    def _ouder_of(self, change: Change) -> Recordstand | None:
        veld = OUDER_VELD.get(change.entity)
        if not veld or change.field not in (CREATE_FIELD, veld):
            return None
        uid = change.value.get(veld) if change.field == CREATE_FIELD else change.value
        return self._records.get((OUDER_SOORT[change.entity], uid)) if isinstance(uid, str) else None

    def store(self) -> None:
        """Write all that was decided."""
        if self._again:
            self._beurt.set_sync(self._again, self._sync)
        edited = self._edited()
        verplaatser = Verplaatser(self._beurt, self._records, self._made, self._vinder, OUDER_SOORT)
        rows = self._rows()
        rows = verplaatser.settle(rows, edited, self._scope_edited())
        self._beurt.insert_rows(rows)
        if self._refused:
            self._beurt.insert_geweigerd(self._refused)
        self._register_fotos()
        self._log()

    def _edited(self) -> set[Recordsleutel]:
        return {(one.change.entity, one.change.uid) for one in self._taken if one.change.field != CREATE_FIELD}

    def _scope_edited(self) -> set[Recordsleutel]:
        return {
            (one.change.entity, one.change.uid)
            for one in self._taken
            if one.change.field in scope_velden(one.change.entity)
        }

    def _rows(self) -> list[Logrij]:
        """The rows of what was taken, still without places and with the attributes of now."""
        rows = []
        toegang, now_iso, sync = self._toegang, self._now_iso, self._sync
        for one in self._taken:
            change = one.change
            stand = self._records[change.entity, change.uid]
            bases = dump(one.bases) if one.bases else "[]"
            ahead = one.hlc != change.hlc
            for groep, value in one.parts:
                rows.append(
                    Logrij(
                        0, change.change_id, groep, change.entity, change.uid, change.field, value, bases, one.hlc,
                        change.hlc if ahead else "", int(ahead), change.device, toegang.account, change.schema_version,
                        change.reason, now_iso, sync, toegang.device, 1, "", stand.eigenaar, stand.buurt, stand.sinds,
                    )
                )  # fmt: skip
        return rows

    def _register_fotos(self) -> None:
        found = [
            (self._beurt.gemeente_code, one.change.value["sha256"], one.change.uid, self._toegang.device)
            for one in self._taken
            if one.change.entity == "foto" and one.change.field == CREATE_FIELD and "sha256" in one.change.value
        ]
        if found:
            self._beurt.db.execute_many(
                "INSERT INTO fotos (gemeente_code, sha256, uid, grootte, ontvangen_op, volledig, device)"
                " VALUES (%s, %s, %s, 0, '', 0, %s) ON CONFLICT DO NOTHING",
                found,
            )

    def _log(self) -> None:
        wie = audit.Wie(self._toegang.account, str(self._toegang.rol), self._toegang.device)
        counts: defaultdict[tuple[Actie, str], int] = defaultdict(int)
        for one in self._taken:
            actie = Actie.VERZAMELEN if one.change.field == CREATE_FIELD else Actie.WIJZIGEN
            counts[actie, one.change.entity] += 1
        regels = [
            Regel(actie, entity, self._sync, [f"aantal={count}"]) for (actie, entity), count in sorted(counts.items())
        ]
        regels += [
            Regel(Actie.SYNC, row.entity, row.uid, [row.field], row.code, resultaat=Resultaat.GEWEIGERD)
            for row in self._refused
        ]
        audit.append_lines(self._beurt.db, self._now, wie, regels)


def _keys(changes: Iterable[Change]) -> set[Recordsleutel]:
    """The records of changes, and those they belong to."""
    found = set()
    for change in changes:
        found.add((change.entity, change.uid))
        veld = OUDER_VELD.get(change.entity)
        if veld and change.field in (CREATE_FIELD, veld):
            ouder = change.value.get(veld) if isinstance(change.value, dict) else change.value
            if isinstance(ouder, str):
                found.add((OUDER_SOORT[change.entity], ouder))
    return found


def _remembering(vinder: Vinder, changes: Iterable[Change]) -> Buurtvinder:
    """The same finder, with the places of all that is made looked up at once."""
    values = (change.value for change in changes if change.field == CREATE_FIELD and isinstance(change.value, dict))
    positions: list[Positie] = [found for value in values if (found := position_of(value.get(POSITIE))) is not None]
    known = dict(zip(positions, vinder.many(positions), strict=True))

    def find(lon: float, lat: float) -> str:
        buurt = known.get((lon, lat))
        return vinder(lon, lat) if buurt is None else buurt

    return find


def _verdacht(change: Change, stand: Recordstand | None) -> bool:
    if change.field == CREATE_FIELD:
        return bool(change.value.get("tekst_verdacht"))
    return stand is not None and bool(stand.verdacht)


def _ids(text: str) -> Sequence[str]:
    return tuple(msgspec.json.decode(text, type=list[str]))


def _short(text: str) -> str:
    """Enough to name a change that is malformed, and nothing PostgreSQL cannot hold."""
    return text[:80].replace("\x00", "")
