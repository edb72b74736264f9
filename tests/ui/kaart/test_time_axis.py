"""The weeks of the slider as numbers: a range stays on the axis and keeps its length when moved."""

from __future__ import annotations

from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from boa_app.ui.kaart.time_axis import SHORTEST_WEEKS, WEEK, Span, make_axis, monday_of, to_date, to_day

TODAY = to_day(date(2026, 11, 20))
HALF_YEAR = Span(TODAY - 181, TODAY)


def _axis(weeks: int = 400, span: Span | None = None):
    first = monday_of(TODAY) - (weeks - 1) * WEEK
    return make_axis(first, np.arange(weeks), TODAY, span)


def test_days_and_mondays() -> None:
    assert to_date(TODAY) == date(2026, 11, 20)
    assert to_date(monday_of(TODAY)) == date(2026, 11, 16)
    assert monday_of(monday_of(TODAY)) == monday_of(TODAY)


def test_a_young_store_has_a_year_of_weeks_up_to_today() -> None:
    axis = _axis(3)
    assert axis.total_weeks == SHORTEST_WEEKS == axis.view_weeks
    assert axis.last == TODAY
    assert axis.week_counts().tolist() == [0] * 49 + [0, 1, 2]
    empty = make_axis(0, np.zeros(0, dtype=np.int64), TODAY)
    assert empty.whole() == axis.whole()


def test_an_old_import_ends_with_its_own_last_week_or_today_whatever_is_later() -> None:
    axis = make_axis(monday_of(TODAY) + 2 * WEEK, np.ones(3), TODAY)
    assert axis.last == monday_of(TODAY) + 5 * WEEK - 1
    old = make_axis(monday_of(TODAY) - 500 * WEEK, np.ones(10), TODAY)
    assert old.last == TODAY and old.total_weeks == 501


def test_a_range_before_the_first_count_stretches_the_axis() -> None:
    long = Span(TODAY - 3000, TODAY)
    assert _axis(10, long).first == monday_of(long.van)


def test_the_view_shows_the_range_and_stays_when_it_does() -> None:
    axis = _axis().showing(HALF_YEAR)
    assert axis.view_weeks == SHORTEST_WEEKS and axis.view_end >= TODAY
    assert axis.showing(HALF_YEAR.moved(-70)) == axis
    back = axis.showing(HALF_YEAR.moved(-700))
    assert back.view_first <= HALF_YEAR.van - 700 and back.view_weeks == SHORTEST_WEEKS
    long = axis.showing(Span(TODAY - 7 * 200, TODAY))
    assert long.view_weeks > 200 and long.view_end >= TODAY


def test_an_end_snaps_to_whole_weeks_and_keeps_one() -> None:
    axis = _axis()
    moved = axis.with_start(HALF_YEAR, to_day(date(2026, 9, 3)))
    assert to_date(moved.van) == date(2026, 8, 31)
    assert axis.with_start(HALF_YEAR, TODAY + 99).days == WEEK
    assert to_date(axis.with_end(HALF_YEAR, to_day(date(2026, 9, 3))).tot) == date(2026, 9, 6)
    assert axis.with_end(HALF_YEAR, TODAY + 99).tot == TODAY
    assert axis.with_end(HALF_YEAR, 0).days == WEEK


@given(st.integers(1, 900), st.integers(-2000, 2000), st.integers(1, 900), st.integers(-300, 300))
def test_a_moved_window_keeps_its_length_and_stays_on_the_axis(weeks: int, start: int, days: int, by: int) -> None:
    axis = _axis(weeks)
    span = axis.clamp(Span(TODAY + start, TODAY + start + days - 1))
    assert axis.first <= span.van <= span.tot <= axis.last
    moved = axis.shifted(span, by)
    assert moved.days == span.days and axis.first <= moved.van and moved.tot <= axis.last
    shown = axis.showing(moved)
    assert shown.first <= shown.view_first and shown.view_weeks <= shown.total_weeks
    assert shown.view_first <= moved.van and moved.tot <= shown.view_end
    assert len(shown.week_counts()) == shown.view_weeks
