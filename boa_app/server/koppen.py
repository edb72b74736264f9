"""Which rows of the log still hold a value nobody replaced: the rule of sync.merge, on rows cut by veldgroep."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

import msgspec

from boa_app.server.backend import Logrij
from boa_app.sync.protocol import CREATE_FIELD

_decode = msgspec.json.Decoder().decode


def mark_rows(rows: Sequence[Logrij]) -> list[tuple[int, str]]:
    """kop and vervangen of every row of one record, in their order. A create keeps kop, because a record exists by it;
    vervangen names the fields of it that any other change set since.

    rows: all of each field that is to be marked, and those of the creates that name one; what a create knew of other
    fields it keeps.
    """
    edits = _edits(rows)
    # A change alone on its field holds it, whatever it names: nothing of most records is read at all.
    heads = {id(row) for those in edits.values() for row in (_heads(those) if len(those) > 1 else those)}
    # Keys are sought in the text: parsing every create of a push costs more than all else here. A name that is found in
    # a value only, names a key the row does not have.
    keys = [(name, f'"{name}":') for name in edits]
    return [
        (1, _with(row.vervangen, [name for name, key in keys if key in row.value]))
        if row.field == CREATE_FIELD
        else ((1, "") if id(row) in heads else (0, row.field))
        for row in rows
    ]


def _with(vervangen: str, names: Sequence[str]) -> str:
    known = vervangen.split()
    return " ".join([*known, *(name for name in names if name not in known)])


def winning_values(rows: Sequence[Logrij], fields: Collection[str]) -> dict[str, Any]:
    """The value shown for those of these fields that were set."""
    edits = _edits(row for row in rows if row.field in fields)
    values = {}
    for row in rows:
        if row.field == CREATE_FIELD:
            values.update({name: value for name, value in _decode(row.value).items() if name in fields})
    for name, those in edits.items():
        values[name] = _decode(max(_heads(those), key=lambda row: (row.hlc, row.change_id)).value)
    return values


def _edits(rows: Iterable[Logrij]) -> dict[str, list[Logrij]]:
    found: defaultdict[str, list[Logrij]] = defaultdict(list)
    for row in rows:
        if row.field != CREATE_FIELD:
            found[row.field].append(row)
    return found


def _heads(edits: Sequence[Logrij]) -> list[Logrij]:
    based_on = {base for row in edits if row.base_change_ids != "[]" for base in _decode(row.base_change_ids)}
    # A ring of changes that name each other is made on purpose; it must not make a value disappear.
    return [row for row in edits if row.change_id not in based_on] or list(edits)
