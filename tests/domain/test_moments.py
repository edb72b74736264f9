"""Times: one text form, Dutch clocks, and the evening a night belongs to."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boa_app.domain.moments import Dagdeel, dagdeel_at, evening_date, from_iso, local_zone, to_iso, to_local, utc_now

MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2999, 1, 1), timezones=st.just(UTC))


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=local_zone())


@given(MOMENTS, MOMENTS)
def test_text_order_is_time_order(first: datetime, second: datetime) -> None:
    earlier, later = sorted((first, second))
    assert to_iso(earlier) <= to_iso(later)
    assert len(to_iso(first)) == len("2026-11-20T20:42:00.000Z")


@given(MOMENTS)
def test_round_trip_keeps_the_millisecond(moment: datetime) -> None:
    back = from_iso(to_iso(moment))
    assert back == moment.replace(microsecond=moment.microsecond // 1000 * 1000)
    assert back.tzinfo is UTC


def test_year_keeps_four_digits() -> None:
    assert to_iso(datetime(987, 6, 5, 4, 3, 2, tzinfo=UTC)) == "0987-06-05T04:03:02.000Z"


def test_offset_is_turned_into_utc() -> None:
    assert to_iso(datetime(2026, 7, 1, 0, 30, tzinfo=timezone(timedelta(hours=2)))) == "2026-06-30T22:30:00.000Z"


def test_naive_moment_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        to_iso(datetime(2026, 1, 1))


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2026-01-15T21:42", "2026-01-15T20:42:00.000Z"),
        ("2026-07-15T21:42", "2026-07-15T19:42:00.000Z"),
        ("2026-07-15T21:42:00+00:00", "2026-07-15T21:42:00.000Z"),
        ("2026-07-15", "2026-07-14T22:00:00.000Z"),
        # The hour that comes twice is the first one, the hour that is skipped is moved on.
        ("2026-10-25T02:30", "2026-10-25T00:30:00.000Z"),
        ("2026-03-29T02:30", "2026-03-29T01:30:00.000Z"),
    ],
)
def test_text_without_offset_is_dutch_time(text: str, utc: str) -> None:
    assert to_iso(from_iso(text)) == utc


@pytest.mark.parametrize(
    "text", ["", "gisteren", "2026-02-30", "2026-01-01T25:00", "0001-01-01T00:00", "9999-12-31T23:59-12:00"]
)
def test_no_moment(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        from_iso(text)


@pytest.mark.parametrize(
    ("text", "dagdeel"),
    [
        ("2026-11-20T00:00", Dagdeel.NACHT),
        ("2026-11-20T05:59:59", Dagdeel.NACHT),
        ("2026-11-20T06:00", Dagdeel.OCHTEND),
        ("2026-11-20T11:59:59", Dagdeel.OCHTEND),
        ("2026-11-20T12:00", Dagdeel.MIDDAG),
        ("2026-11-20T18:00", Dagdeel.AVOND),
        ("2026-11-20T21:59:59", Dagdeel.AVOND),
        ("2026-11-20T22:00", Dagdeel.LAAT),
        ("2026-11-20T23:59:59", Dagdeel.LAAT),
    ],
)
def test_dagdeel_bounds(text: str, dagdeel: Dagdeel) -> None:
    assert dagdeel_at(local(text)) is dagdeel


@pytest.mark.parametrize(
    ("text", "evening"),
    [
        ("2026-11-20T23:59:59", date(2026, 11, 20)),
        ("2026-11-21T00:00", date(2026, 11, 20)),
        ("2026-11-21T05:59:59", date(2026, 11, 20)),
        ("2026-11-21T06:00", date(2026, 11, 21)),
        ("2026-03-29T01:59", date(2026, 3, 28)),
        ("2026-03-29T03:30", date(2026, 3, 28)),
        ("2026-03-29T06:00", date(2026, 3, 29)),
        ("2026-10-25T05:30", date(2026, 10, 24)),
        ("2027-01-01T02:00", date(2026, 12, 31)),
    ],
)
def test_night_belongs_to_the_evening_before(text: str, evening: date) -> None:
    assert evening_date(local(text)) == evening


def test_both_passes_of_the_double_hour_count_for_the_same_evening() -> None:
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    second = first + timedelta(hours=1)
    assert to_local(first).hour == to_local(second).hour == 2
    assert evening_date(first) == evening_date(second) == date(2026, 10, 24)


@given(MOMENTS)
def test_evening_is_the_local_date_or_the_day_before(moment: datetime) -> None:
    days = (to_local(moment).date() - evening_date(moment)).days
    assert days == (1 if dagdeel_at(moment) is Dagdeel.NACHT else 0)


def test_clock_gives_whole_milliseconds_in_utc() -> None:
    now = utc_now()
    assert now.tzinfo is UTC
    assert now.microsecond % 1000 == 0
    assert from_iso(to_iso(now)) == now
