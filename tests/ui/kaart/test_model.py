"""The long list: headings, rows read in pieces, and what happens to answers nobody waits for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from boa_app.ui.kaart.model import PIECE, MeldingListModel
from boa_app.ui.kaart.rows import KaartRows
from boa_app.usecases.overzicht import MeldingRij
from tests.ui.small_store import load_lists

TODAY = date(2026, 11, 20)
DAY = (TODAY - date(1970, 1, 1)).days


class Job:
    """One question under way."""

    def __init__(self, nrs: Sequence[int], answer: Callable[[list[MeldingRij]], None]) -> None:
        self.nrs, self.answer, self.cancelled = list(nrs), answer, False

    def cancel(self) -> None:
        self.cancelled = True

    def finish(self) -> None:
        self.answer([rij(nr) for nr in self.nrs])


def rij(nr: int) -> MeldingRij:
    moment = datetime(2026, 11, 20, 20, tzinfo=UTC) - timedelta(hours=nr)
    return MeldingRij(nr, f"uid-{nr}", moment, None, "HANG", "G2", "1", f"Straat {nr}", False, "")


class Reader:
    """Keeps the questions until the test answers them."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []

    def __call__(self, nrs: Sequence[int], answer: Callable[[list[MeldingRij]], None]) -> Job:
        self.jobs.append(Job(nrs, answer))
        return self.jobs[-1]


@pytest.fixture
def reader() -> Reader:
    return Reader()


@pytest.fixture
def model(qapp: QApplication, reader: Reader) -> MeldingListModel:
    return MeldingListModel(reader, KaartRows(load_lists(), "nl"))


def fill(model: MeldingListModel, days: Sequence[int], nights: Sequence[int] = ()) -> None:
    nrs = np.arange(1, len(days) + 1, dtype=np.int64)
    model.set_selection(nrs, np.array(days, dtype=np.int32), np.isin(nrs, list(nights)), TODAY)


def test_it_is_a_good_model(model: MeldingListModel, qtmodeltester: ModelTester) -> None:
    fill(model, [DAY, DAY, DAY - 1, DAY - 5])
    qtmodeltester.check(model)
    fill(model, [])
    qtmodeltester.check(model)


def test_headings_stand_before_each_evening(model: MeldingListModel) -> None:
    fill(model, [DAY, DAY, DAY - 1, DAY - 5])
    assert model.row_count() == 7
    assert model.heading_rows() == [0, 3, 5]
    assert model.row_data(0).heading == "Vandaag, vrijdag 20-11-2026"
    assert model.row_data(5).heading == "Zondag 15-11-2026"
    assert [model.nr_at(row) for row in range(7)] == [None, 1, 2, None, 3, None, 4]
    assert [model.row_of(nr) for nr in (1, 2, 3, 4, 99)] == [1, 2, 4, 6, -1]


def test_a_heading_tells_of_what_happened_after_midnight(model: MeldingListModel) -> None:
    fill(model, [DAY, DAY, DAY - 1], nights=[1])
    assert model.row_data(0).heading == "Vandaag, vrijdag 20-11-2026 en de nacht erna"
    assert model.row_data(3).heading == "Gisteren, donderdag 19-11-2026"
    assert model.nr_at(-1) is None and model.nr_at(7) is None


def test_rows_are_read_in_pieces_when_they_are_seen(model: MeldingListModel, reader: Reader) -> None:
    fill(model, [DAY] * (3 * PIECE))
    assert reader.jobs == []
    assert model.row_data(1).name == "Wordt gelezen …"
    assert model.row_data(2).day == "Vandaag, vrijdag 20-11-2026"
    (job,) = reader.jobs
    assert job.nrs == list(range(1, PIECE + 1))
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    job.finish()
    assert changed == [(1, PIECE)]
    assert model.row_data(1).name == "Rondhangen, groep 2–4"
    known = model.known(1)
    assert known is not None and known.uid == "uid-1"
    assert len(reader.jobs) == 1


def test_scrolling_fast_leaves_only_the_last_questions(model: MeldingListModel, reader: Reader) -> None:
    fill(model, [DAY] * (10 * PIECE))
    for piece in range(10):
        model.row_data(1 + piece * PIECE)
    assert [job.cancelled for job in reader.jobs] == [True] * 6 + [False] * 4


def test_a_new_selection_wants_no_old_answers_but_keeps_what_was_read(model: MeldingListModel, reader: Reader) -> None:
    fill(model, [DAY] * 3)
    model.row_data(1)
    reader.jobs[0].finish()
    fill(model, [DAY - 1] * 200)
    assert model.row_data(1).name == "Rondhangen, groep 2–4"
    model.row_data(150)
    fill(model, [DAY])
    assert reader.jobs[-1].cancelled


def test_a_changed_melding_is_read_again(model: MeldingListModel, reader: Reader) -> None:
    fill(model, [DAY] * 3)
    model.row_data(1)
    reader.jobs[0].finish()
    model.forget(frozenset({"uid-2"}))
    assert model.known(1) is not None and model.known(2) is None
    model.row_data(2)
    assert len(reader.jobs) == 2
    model.forget()
    assert model.known(1) is None


def test_100000_rows_are_there_at_once(model: MeldingListModel) -> None:
    days = np.repeat(np.arange(DAY, DAY - 2000, -1), 50)
    fill(model, days.tolist())
    assert model.row_count() == 102_000
    assert model.row_of(100_000) == 101_999
    assert model.nr_at(101_999) == 100_000


def test_groups_are_told_by_whoever_made_them_and_rows_then_tell_their_day(
    model: MeldingListModel, reader: Reader
) -> None:
    model.set_groups(
        np.array([5, 3, 4], dtype=np.int64), np.array([0, 2], dtype=np.int64), "groep {}".format, tells_day=False
    )
    assert [model.row_data(row).heading for row in (0, 3)] == ["groep 0", "groep 1"]
    assert [model.nr_at(row) for row in range(5)] == [None, 5, 3, None, 4] and model.row_of(4) == 4
    model.row_data(1)
    reader.jobs[-1].finish()
    assert model.row_data(1).meta.startswith("20-11-2026")
    assert model.nrs_between(4, 1).tolist() == [5, 3, 4] and model.nrs_between(0, 2).tolist() == [5, 3]


def test_without_groups_there_are_no_headings(model: MeldingListModel) -> None:
    model.set_groups(np.array([5, 3], dtype=np.int64), np.zeros(0, dtype=np.int64), str)
    assert model.row_count() == 2 and [model.nr_at(row) for row in range(2)] == [5, 3]
    assert list(model.heading_rows()) == [] and model.row_of(3) == 1


def test_picked_rows_say_so(model: MeldingListModel, reader: Reader) -> None:
    model.set_groups(np.array([5, 3], dtype=np.int64), np.zeros(0, dtype=np.int64), str)
    model.row_data(0)
    reader.jobs[-1].finish()
    model.set_picked({3}.__contains__)
    assert [model.row_data(row).picked for row in range(2)] == [False, True]
    model.set_picked(None)
    assert not model.row_data(1).picked
