"""The array versions agree with the plain ones of domain.moments, on every side of the clock changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from boa_app.analysis.tijd import DAGDELEN, UNKNOWN, dagdeel_index, evening_day, local_seconds
from boa_app.domain.moments import dagdeel_at, evening_date, to_local

MOMENTS = st.datetimes(datetime(1970, 1, 2), datetime(2099, 12, 30)).map(lambda m: m.replace(microsecond=0, tzinfo=UTC))
EPOCH = date(1970, 1, 1)


def _s(*moments: datetime) -> np.ndarray:
    return np.array([int(moment.timestamp()) for moment in moments], dtype=np.int64)


@given(MOMENTS)
def test_a_moment_agrees_with_the_plain_functions(moment: datetime) -> None:
    at = _s(moment)
    local = to_local(moment).replace(tzinfo=UTC)
    assert local_seconds(at)[0] == int(local.timestamp())
    assert DAGDELEN[dagdeel_index(at, at)[0]] is dagdeel_at(moment)
    assert EPOCH + timedelta(days=int(evening_day(at, at)[0])) == evening_date(moment)


def test_the_hour_of_the_clock_change() -> None:
    spring = datetime(2026, 3, 29, 1, 0, tzinfo=UTC)
    before, after = local_seconds(_s(spring - timedelta(seconds=1), spring))
    assert after - before == 3601
    autumn = datetime(2026, 10, 25, 1, 0, tzinfo=UTC)
    before, after = local_seconds(_s(autumn - timedelta(seconds=1), autumn))
    assert after - before == -3599


def test_windows_that_do_not_tell() -> None:
    evening = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)
    same, other, day = evening + timedelta(minutes=30), evening + timedelta(hours=3), evening + timedelta(days=1)
    assert dagdeel_index(_s(evening, evening, evening), _s(same, other, day)).tolist() == [3, UNKNOWN, UNKNOWN]


def test_a_month_counts_for_the_day_it_begins_on_a_night_for_the_evening_before() -> None:
    month = datetime(2026, 1, 31, 23, 0, tzinfo=UTC), datetime(2026, 2, 28, 22, 59, 59, tzinfo=UTC)
    assert EPOCH + timedelta(days=int(evening_day(_s(month[0]), _s(month[1]))[0])) == date(2026, 2, 1)
    night = datetime(2026, 1, 31, 23, 30, tzinfo=UTC)
    assert EPOCH + timedelta(days=int(evening_day(_s(night), _s(night))[0])) == date(2026, 1, 31)
