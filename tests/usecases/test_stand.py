"""The columns: what changes a few rows gives the same as building all anew, and a save never waits for a load."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from boa_app.store import kolommen
from boa_app.usecases import stand as module
from boa_app.usecases.changes import Changes
from boa_app.usecases.meldingen import register_melding
from boa_app.usecases.overzicht import Filter, Selectie, load_overzicht, make_overzicht, refresh, select
from boa_app.usecases.session import Session
from boa_app.usecases.stand import KINDS, OUTSIDE_RD, Stand, empty_stand, flags, put_in
from tests.samples import SetClock, a_melding

SQUARE = (((5.0, 52.0), (5.01, 52.0), (5.01, 52.01), (5.0, 52.01), (5.0, 52.0)),)
Row = tuple[int, int, int]


def _columns(rows: list[Row]) -> dict[str, NDArray[Any]]:
    """nr, moment and place; moments are few, so that many are equal."""
    columns: dict[str, NDArray[Any]] = {name: np.zeros(len(rows), dtype=kind) for name, kind in KINDS.items()}
    for name, values in zip(("nr", "van_s", "lon"), zip(*rows, strict=True), strict=False):
        columns[name] = np.array(values, dtype=KINDS[name])
    columns["lat"][:] = 520_050_000
    return columns


def _rows(most: int) -> st.SearchStrategy[list[Row]]:
    one = st.tuples(st.integers(1, 40), st.integers(0, 5), st.sampled_from([49_900_000, 50_050_000, 50_200_000]))
    return st.lists(one, max_size=most, unique_by=lambda row: row[0])


@given(_rows(30), _rows(12), st.booleans())
def test_a_few_rows_anew_give_what_all_anew_give(old: list[Row], fresh: list[Row], sort_all: bool) -> None:
    begin = put_in(empty_stand(), _columns(old))
    begin.rd_cm(), begin.within(SQUARE)
    most = module._FEW
    module._FEW = 0 if sort_all else most
    try:
        got = put_in(begin, _columns(fresh))
    finally:
        module._FEW = most
    final = {row[0]: row for row in (*old, *fresh)}
    expected = sorted(final.values(), key=lambda row: (row[1], row[0]), reverse=True)
    assert [
        tuple(row) for row in zip(*(got.columns[name].tolist() for name in ("nr", "van_s", "lon")), strict=True)
    ] == (expected)
    again = Stand(_columns(expected))
    assert all(a.tolist() == b.tolist() for a, b in zip(got.rd_cm(), again.rd_cm(), strict=True))
    assert got.within(SQUARE).tolist() == again.within(SQUARE).tolist()
    assert {name: column.dtype for name, column in got.columns.items()} == {
        name: np.dtype(kind) for name, kind in KINDS.items()
    }


def test_rows_in_pieces_are_rows_at_once(session: Session, clock: SetClock, monkeypatch: pytest.MonkeyPatch) -> None:
    first = register_melding(session, a_melding(clock)).uid
    for index in range(6):
        clock.forward(minutes=1)
        register_melding(session, a_melding(clock, lon=5.0 + index / 100), zelfde_groep_als=first if index % 2 else "")
    whole = load_overzicht(session)
    monkeypatch.setattr(kolommen, "PIECE", 2)
    seen: list[tuple[int, int]] = []
    pieces = make_overzicht(session)
    refresh(pieces, session, Changes(alles=True), lambda done, total: seen.append((done, total)))
    assert seen == [(2, 7), (4, 7), (6, 7), (7, 7)]
    for name in KINDS:
        assert whole.stand.columns[name].tolist() == pieces.stand.columns[name].tolist(), name
    assert select(pieces, Filter(), clock()).aantal_incidenten == 4


def test_what_is_saved_while_all_is_read_is_there_afterwards(session: Session, clock: SetClock) -> None:
    register_melding(session, a_melding(clock))
    overzicht = make_overzicht(session)
    late: list[str] = []

    def save_meanwhile(_done: int, _total: int) -> None:
        done = register_melding(session, a_melding(clock))
        late.append(done.uid)
        refresh(overzicht, session, done.changes)  # comes back at once, though everything is being read
        assert overzicht.count() == 0

    refresh(overzicht, session, Changes(alles=True), save_meanwhile)
    assert (overzicht.count(), len(late)) == (2, 1)
    assert not overzicht.late


def test_beyond_the_projection_there_is_no_rd() -> None:
    far = _columns([(1, 0, 50_050_000)])
    far["lat"][0] = -900_000_000
    made = put_in(empty_stand(), far)
    assert made.rd_cm()[1].tolist() == [OUTSIDE_RD]
    x, y = Selectie(made, np.array([0], dtype=np.int32), np.array([1])).rd()
    assert (np.isnan(x[0]), np.isnan(y[0])) == (True, True)


def test_flags_leave_nothing_for_who_has_no_number() -> None:
    assert flags(3, [0, 2])[[0, 1, 2, -1]].tolist() == [True, False, True, False]
