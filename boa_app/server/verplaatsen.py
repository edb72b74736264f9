"""When a change moves a record: to another buurt, another time, another owner, or behind the flag of the text guard.

A cursor never sends what *becomes* visible. So all rows of a moved record get new places, behind which whoever may see
it now pulls it, and a weg row keeps what the attributes were, for whoever may not any more. What belongs to a record
moves with it.

    seq  7 8 9 │ 41         the rows of a record, a change of its position comes in
    weg  42    │ 43 44 45 46   its old attributes; then the same rows, in the same order
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from operator import itemgetter
from typing import Any

import msgspec

from boa_app.domain.roles import Veldgroep
from boa_app.domain.velden import OUDER_VELD
from boa_app.server.backend import (
    Logrij,
    Recordsleutel,
    Recordstand,
    Schrijfbeurt,
    Verplaatsing,
    Vervanging,
    Wegrij,
)
from boa_app.server.koppen import mark_rows, winning_values
from boa_app.server.plaats import Buurtvinder, scope_velden, stand_of, with_ouder
from boa_app.server.snijden import row_groep
from boa_app.sync.protocol import CREATE_FIELD

_TEKSTEN = frozenset({Veldgroep.FEITEN, Veldgroep.DUIDING, Veldgroep.VERDACHT})
_LOGRIJ: Callable[[tuple[Any, ...]], Logrij] = partial(tuple.__new__, Logrij)
# What a row keeps wherever it goes.
_VAST = itemgetter(slice(Logrij._fields.index("entity"), Logrij._fields.index("kop")))
# What kop and vervangen of a row become.
Merken = Sequence[tuple[Logrij, tuple[int, str]]]


class Verplaatser:
    """Settles the attributes, places and heads of what one push touches.

    records: everything read for the push, as far as it is known; made: those it makes. ouder_soort: kind -> the kind
    its ouder is of.
    """

    def __init__(
        self, beurt: Schrijfbeurt, records: dict[Recordsleutel, Recordstand],
        made: Mapping[Recordsleutel, Recordstand], vinder: Buurtvinder, ouder_soort: Mapping[str, str],
    ) -> None:  # fmt: skip
        self._beurt, self._records, self._made, self._vinder = beurt, records, made, vinder
        self._ouder_soort = ouder_soort
        self._old: dict[Recordsleutel, Recordstand] = {}

    def settle(
        self, rows: Sequence[Logrij], edited: set[Recordsleutel], scope_edited: set[Recordsleutel]
    ) -> list[Logrij]:
        """Give the new rows their places, attributes and heads, and store what else they change.

        edited: records with changes of fields; scope_edited: those with changes on which rights depend.
        """
        whole = scope_edited - self._made.keys()
        known = self._rows_of(whole)
        self._add_field_rows(known, rows, edited - whole - self._made.keys())
        for row in rows:
            if (row.entity, row.uid) in edited:
                known[row.entity, row.uid].append(row)
        marks = [(row, mark) for key in edited for row, mark in zip(known[key], mark_rows(known[key]), strict=True)]
        changed = self._new_attributes(known, scope_edited)
        moved = {key: self._old[key] for key in changed if key not in self._made}
        missing = [key for key in moved if key not in whole]
        known.update(self._rows_of(missing))
        return self._store(rows, known, marks, moved)

    def _add_field_rows(
        self, known: defaultdict[Recordsleutel, list[Logrij]], rows: Sequence[Logrij], keys: set[Recordsleutel]
    ) -> None:
        """What is needed to mark heads, and no more: a record that is changed often has many rows."""
        wanted: defaultdict[Recordsleutel, set[str]] = defaultdict(set)
        for row in rows:
            if (row.entity, row.uid) in keys and row.field != CREATE_FIELD:
                wanted[row.entity, row.uid].add(row.field)
        for found in self._beurt.find_field_rows(wanted) if wanted else ():
            known[found.entity, found.uid].append(found)

    def _rows_of(self, keys: Iterable[Recordsleutel]) -> defaultdict[Recordsleutel, list[Logrij]]:
        found: defaultdict[Recordsleutel, list[Logrij]] = defaultdict(list)
        wanted = list(keys)
        for row in self._beurt.find_rows(wanted) if wanted else ():
            found[row.entity, row.uid].append(row)
        return found

    def _new_attributes(
        self, known: Mapping[Recordsleutel, Sequence[Logrij]], scope_edited: Iterable[Recordsleutel]
    ) -> set[Recordsleutel]:
        """Recompute what was touched, and what belongs to it; gives the records whose attributes are others now."""
        changed: set[Recordsleutel] = set()
        waiting = [(key, self._recomputed(key, known[key])) for key in sorted(scope_edited)]
        changed |= self._apply(waiting)
        # Made in this push too, perhaps before what they belong to.
        changed |= self._apply(
            [(key, self._with_ouder(self._records[key])) for key in self._made if key[0] in OUDER_VELD]
        )
        parents = [key for key in {*changed, *self._made} if key[0] in self._ouder_soort.values()]
        children = self._beurt.find_children(key[1] for key in parents) if parents else []
        inherited = [(child.sleutel, self._with_ouder(self._records.get(child.sleutel, child))) for child in children]
        for child in children:
            self._records.setdefault(child.sleutel, child)
        return changed | self._apply(inherited)

    def _apply(self, standen: Iterable[tuple[Recordsleutel, Recordstand]]) -> set[Recordsleutel]:
        changed = set()
        for key, new in standen:
            old = self._records[key]
            if new == old:
                continue
            self._old.setdefault(key, old)
            self._records[key] = new
            if _attributes(new) != _attributes(old):
                changed.add(key)
        return changed

    def _recomputed(self, key: Recordsleutel, rows: Sequence[Logrij]) -> Recordstand:
        old = self._records[key]
        values = winning_values(rows, scope_velden(key[0]))
        create = next((row for row in rows if row.field == CREATE_FIELD), None)
        made = _moment_of(create.hlc if create else rows[0].hlc)
        eigenaar = create.account if create else old.eigenaar
        stand = stand_of(key[0], key[1], values, eigenaar, made, old.create_received_at, self._vinder)
        return self._with_ouder(stand)

    def _with_ouder(self, stand: Recordstand) -> Recordstand:
        if stand.entity not in OUDER_VELD or not stand.ouder:
            return stand
        key = (self._ouder_soort[stand.entity], stand.ouder)
        if key not in self._records:
            self._records.update(self._beurt.find_records([key]))
        return with_ouder(stand, self._records.get(key))

    def _store(
        self, rows: Sequence[Logrij], known: Mapping[Recordsleutel, Sequence[Logrij]],
        marks: Merken, moved: Mapping[Recordsleutel, Recordstand],
    ) -> list[Logrij]:  # fmt: skip
        """One run of places: weg rows, then what moves, then what is new."""
        old_rows = [row for key in moved for row in known[key] if row.seq]
        total = len(moved) + len(old_rows) + len(rows)
        first = self._beurt.reserve(total) if total else 0
        weg = [_weg(first + at, old) for at, old in enumerate(moved.values())]
        if weg:
            self._beurt.insert_weg(weg)
        # Marks go by the old place, so they come before the move.
        replaced = [Vervanging(row.seq, *mark) for row, mark in marks if row.seq and mark != (row.kop, row.vervangen)]
        if replaced:
            self._beurt.mark_replaced(replaced)
        moves = [self._move(row, first + len(weg) + at) for at, row in enumerate(old_rows)]
        if moves:
            self._beurt.move_rows(moves)
        touched = [self._records[key] for key in {*self._made, *self._old}]
        if touched:
            self._beurt.put_records(touched)
        begin = first + len(weg) + len(moves)
        fresh = {id(row): mark for row, mark in marks if not row.seq}
        return [self._placed(row, begin + at, fresh.get(id(row), (1, ""))) for at, row in enumerate(rows)]

    def _move(self, row: Logrij, seq: int) -> Verplaatsing:
        stand = self._records[row.entity, row.uid]
        return Verplaatsing(row.seq, seq, groep_of(row, stand), stand.eigenaar, stand.buurt, stand.sinds)

    def _placed(self, row: Logrij, seq: int, mark: tuple[int, str]) -> Logrij:
        stand = self._records[row.entity, row.uid]
        groep = groep_of(row, stand) if row.veldgroep in _TEKSTEN else row.veldgroep
        scope = stand.eigenaar, stand.buurt, stand.sinds
        # Not _replace, which builds the row by names: this is done for every row of every push.
        return _LOGRIJ((seq, row.change_id, groep, *_VAST(row), *mark, *scope))


def groep_of(row: Logrij, stand: Recordstand) -> str:
    """The veldgroep of a row now: of texts it depends on the flag of their record."""
    if row.entity != "melding" or row.veldgroep not in _TEKSTEN:
        return row.veldgroep
    veld = row.field if row.field != CREATE_FIELD else next(iter(msgspec.json.decode(row.value)), "")
    return row_groep(row.entity, veld, bool(stand.verdacht))


def _attributes(stand: Recordstand) -> tuple[Any, ...]:
    return stand.eigenaar, stand.buurt, stand.sinds, stand.verdacht


def _weg(seq: int, old: Recordstand) -> Wegrij:
    return Wegrij(seq, old.entity, old.uid, old.eigenaar, old.buurt, old.sinds, old.verdacht)


def _moment_of(hlc: str) -> datetime:
    return datetime.fromtimestamp(int(hlc[:13]) / 1000, UTC)
