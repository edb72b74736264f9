"""Dates, times and numbers as the screens show them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from boa_app.texts import formats

AT = datetime(2026, 11, 20, 20, 42, tzinfo=UTC)
SUMMER = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)
NB = "\u00a0"


def test_dates() -> None:
    assert formats.date_nl(AT) == "20-11-2026"
    assert formats.date_nl(date(2026, 1, 2)) == "02-01-2026"
    assert formats.date_nl(AT, "en") == "20 Nov 2026"
    assert formats.list_date(AT) == "vr 20-11"
    assert formats.list_date(AT, "en") == "Fri 20 Nov"
    assert formats.long_date(AT) == "vrijdag 20 november"
    assert formats.long_date(AT, "en") == "Friday 20 November"


def test_unknown_language_is_dutch() -> None:
    assert formats.list_date(AT, "fr") == "vr 20-11"


def test_times_are_on_dutch_clocks() -> None:
    assert formats.time(AT) == "21:42"
    assert formats.time(SUMMER) == "00:30"
    assert formats.date_nl(SUMMER) == "02-07-2026"


def test_naive_moment_is_a_bug() -> None:
    with pytest.raises(ValueError, match="aware"):
        formats.time(datetime(2026, 1, 1))


def test_moments_show_the_year_only_when_it_is_another_one() -> None:
    assert formats.moment(AT, today=date(2026, 1, 1)) == "vr 20-11 21:42"
    assert formats.moment(AT, today=date(2027, 1, 1)) == "20-11-2026 21:42"
    assert formats.moment(AT, "en") == "20 Nov 2026 21:42"


@pytest.mark.parametrize(
    ("tot", "expected"),
    [
        (None, "20-11-2026 21:42"),
        (AT, "20-11-2026 21:42"),
        (AT + timedelta(hours=1), "20-11-2026 21:42–22:42"),
        (AT + timedelta(hours=3), "20-11-2026 21:42 – 21-11-2026 00:42"),
    ],
)
def test_ranges(tot: datetime | None, expected: str) -> None:
    assert formats.moment_range(AT, tot) == expected


@pytest.mark.parametrize(
    ("value", "nl", "en"),
    [
        (0, "0", "0"),
        (1240, "1.240", "1,240"),
        (1_234_567.5, "1.234.567,5", "1,234,567.5"),
        (2.0, "2", "2"),
        (0.25, "0,25", "0.25"),
        (0.001, "0", "0"),
        (-3, "−3", "−3"),
    ],
)
def test_numbers(value: float, nl: str, en: str) -> None:
    assert formats.number(value) == nl
    assert formats.number(value, "en") == en


def test_number_with_fixed_decimals() -> None:
    assert formats.number(7, decimals=1) == "7,0"


@pytest.mark.parametrize(
    ("metres", "expected"),
    [
        (0, "0 m"),
        (35.4, "35 m"),
        (999.4, "999 m"),
        (999.6, "1,0 km"),
        (2740, "2,7 km"),
        (9960, "10 km"),
        (12_400, "12 km"),
    ],
)
def test_distances(metres: float, expected: str) -> None:
    assert formats.distance(metres).replace(NB, " ") == expected
    assert NB in formats.distance(metres)


def test_counts() -> None:
    assert formats.count_of(1, "melding", "meldingen") == "1 melding"
    assert formats.count_of(1240, "melding", "meldingen") == "1.240 meldingen"


def test_when_it_happened_in_one_line() -> None:
    van = datetime(2026, 11, 20, 20, 42, tzinfo=UTC)
    today = date(2026, 11, 21)
    assert formats.happened(van, None, today=today) == "vr 20-11 21:42"
    assert formats.happened(van, van, today=date(2027, 1, 1)) == "20-11-2026 21:42"
    assert formats.happened(van, van + timedelta(minutes=30), with_day=False) == "21:42 tot 22:12"
    month = formats.happened(van, van + timedelta(days=30), "en", today, with_day=False)
    assert month == "20 Nov 2026 up to 20 Dec 2026"


def test_a_range_of_dates_says_a_year_once() -> None:
    assert formats.date_range(date(2026, 5, 23), date(2026, 11, 20)) == "23-05 t/m 20-11-2026"
    assert formats.date_range(date(2025, 11, 21), date(2026, 11, 20)) == "21-11-2025 t/m 20-11-2026"
    assert formats.date_range(date(2026, 11, 20), date(2026, 11, 20)) == "20-11-2026"
    assert formats.date_range(date(2026, 5, 23), date(2026, 11, 20), "en") == "23 May – 20 Nov 2026"
    assert formats.date_range(date(2025, 5, 3), date(2026, 11, 20), "en") == "3 May 2025 – 20 Nov 2026"
    assert formats.month_name(3) == "mrt" and formats.month_name(10, "en") == "Oct"


def test_areas_in_the_unit_that_fits() -> None:
    shown = [formats.area(size).replace(NB, " ") for size in (345.4, 24_600, 1_254_000)]
    assert shown == ["345 m²", "2,5 ha", "1,25 km²"]
    assert formats.area(24_600, "en") == f"2.5{NB}ha"


def test_dates_are_read_day_first() -> None:
    for text in ("20-11-2026", "20/11/2026", "20.11.26", " 20 11 2026 "):
        assert formats.read_date(text) == date(2026, 11, 20)
    assert formats.read_date("") is None and formats.read_date("  ") is None
    for text in ("2026", "31-02-2026", "vandaag", "1-2-3-4"):
        with pytest.raises(ValueError):
            formats.read_date(text)
