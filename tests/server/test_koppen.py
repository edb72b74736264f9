from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from boa_app.server.backend import Logrij
from boa_app.server.koppen import mark_rows, winning_values
from boa_app.server.snijden import dump
from boa_app.sync.merge import compact, record_values
from boa_app.sync.protocol import CREATE_FIELD, Change

FIELDS = ("a", "b")
NO_ROW = Logrij(
    0, "", "codes", "melding", "u", "", "", "[]", "", "", 0, "d", "acc", 1, "", "", "", "", 1, "", "", "", ""
)


def rows_of(changes: list[Change]) -> list[Logrij]:
    rows = []
    for seq, change in enumerate(changes):
        # A create is cut: each of its fields in a row of its own.
        values = (
            [{name: value} for name, value in change.value.items()] if change.field == CREATE_FIELD else [change.value]
        )
        for at, value in enumerate(values):
            rows.append(NO_ROW._replace(
                seq=10 * seq + at + 1, change_id=change.change_id, field=change.field, value=dump(value),
                base_change_ids=json.dumps(change.base_change_ids), hlc=change.hlc,
            ))  # fmt: skip
    return rows


@st.composite
def histories(draw: Any) -> list[Change]:
    made = [Change("c0", "d", "acc", "melding", "u", CREATE_FIELD, {"a": 0, "b": 0}, (), "0000000000000-0000-d")]
    for number in range(1, draw(st.integers(1, 8))):
        bases = draw(st.lists(st.sampled_from([f"c{n}" for n in range(number + 1)]), max_size=2, unique=True))
        clock = f"{draw(st.integers(1, 5)):013d}-0000-d"
        veld = draw(st.sampled_from(FIELDS))
        made.append(
            Change(f"c{number}", "d", "acc", "melding", "u", veld, draw(st.integers(0, 3)), tuple(bases), clock)
        )
    return made


@given(histories())
def test_what_holds_a_head_is_what_merging_keeps(changes: list[Change]) -> None:
    kept = {
        (change.change_id, name)
        for change in compact(changes)
        for name in (change.value if change.field == CREATE_FIELD else (change.field,))
    }
    found = set()
    rows = rows_of(changes)
    for row, (kop, vervangen) in zip(rows, mark_rows(rows), strict=True):
        names = json.loads(row.value) if row.field == CREATE_FIELD else (row.field,)
        found |= {(row.change_id, name) for name in names if kop and name not in vervangen.split()}
    assert found == kept


@given(histories(), st.sampled_from(FIELDS))
def test_rows_of_one_field_mark_that_field_as_all_rows_do(changes: list[Change], veld: str) -> None:
    rows = rows_of(changes)
    before = [row._replace(vervangen="b") if row.field == CREATE_FIELD and '"b":' in row.value else row for row in rows]
    some = [row for row in before if row.field in (CREATE_FIELD, veld)]
    whole = dict(zip((row.seq for row in before), mark_rows(before), strict=True))
    for row, (kop, vervangen) in zip(some, mark_rows(some), strict=True):
        assert kop == whole[row.seq][0]
        assert (veld in vervangen.split()) == (veld in whole[row.seq][1].split())
        assert set(row.vervangen.split()) <= set(vervangen.split())


@given(histories())
def test_the_winning_values_are_those_that_merging_shows(changes: list[Change]) -> None:
    assert winning_values(rows_of(changes), FIELDS) == record_values(changes)
    assert winning_values(rows_of(changes), ("a",)) == {"a": record_values(changes)["a"]}


def test_a_create_keeps_its_place_when_nothing_of_it_is_left() -> None:
    create = Change("c0", "d", "acc", "melding", "u", CREATE_FIELD, {"a": 0}, (), "0000000000000-0000-d")
    edit = Change("c1", "d", "acc", "melding", "u", "a", 1, ("c0",), "0000000000001-0000-d")
    assert mark_rows(rows_of([create, edit])) == [(1, "a"), (1, "")]
