"""Dates as tables write them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boa_app.exchange import datums
from boa_app.exchange.datums import Vensters, Volgorde, is_serial, month_window, read_window

DAG, MAAND = Volgorde.DAG_EERST, Volgorde.MAAND_EERST


def _utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type, misc]


def test_month_is_the_whole_local_month() -> None:
    start, end = month_window("2023-03")
    assert start == _utc(2023, 2, 28, 23)
    # Summer time began in between.
    assert end == _utc(2023, 3, 31, 21, 59, 59, 999_000)
    assert month_window("2023-12")[1] == _utc(2023, 12, 31, 22, 59, 59, 999_000)


@pytest.mark.parametrize("text", ["2023-13", "2023-00", "23-01", "2023/01", "", "0000-01", "9999-12"])
def test_no_month(text: str) -> None:
    with pytest.raises((ValueError, OverflowError)):
        month_window(text)


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("19-09-2017 12:30", DAG, _utc(2017, 9, 19, 10, 30)),
        ("09/19/2017 12:30 PM", MAAND, _utc(2017, 9, 19, 10, 30)),
        ("09/19/2017 12:05 AM", MAAND, _utc(2017, 9, 18, 22, 5)),
        ("09/19/2017 3:30 PM", MAAND, _utc(2017, 9, 19, 13, 30)),
        ("2017-09-19 15:30:00", DAG, _utc(2017, 9, 19, 13, 30)),
        ("2017-09-19T15:30:00Z", DAG, _utc(2017, 9, 19, 15, 30)),
        ("2017-09-19T15:30:00+05:00", DAG, _utc(2017, 9, 19, 10, 30)),
        ("22-mei-1999 21.15", DAG, _utc(1999, 5, 22, 19, 15)),
        ("3 maart 2026 9:05 uur", DAG, _utc(2026, 3, 3, 8, 5)),
        ("1-2-26 00:00", DAG, _utc(2026, 1, 31, 23)),
    ],
)
def test_moments(text: str, order: Volgorde, expected: datetime) -> None:
    assert read_window(text, order) == (expected, None)


def test_date_alone_is_the_whole_day_and_a_time_column_counts() -> None:
    assert read_window("1-2-2026", DAG) == (_utc(2026, 1, 31, 23), _utc(2026, 2, 1, 22, 59, 59, 999_000))
    assert read_window("1-2-2026", DAG, "21:15") == (_utc(2026, 2, 1, 20, 15), None)
    assert read_window("1-2-95", DAG).van == _utc(1995, 1, 31, 23)


@pytest.mark.parametrize("text", ["", "gisteren", "31-02-2026", "1-1-2026 25:00", "1-1-2026 noen", "12", "3 xyz 2026"])
def test_no_date(text: str) -> None:
    with pytest.raises(ValueError):
        read_window(text, DAG)


@pytest.mark.parametrize(
    ("text", "time_text", "expected"),
    [
        ("20260201", "", _utc(2026, 1, 31, 23)),
        ("20260201 211500", "", _utc(2026, 2, 1, 20, 15)),
        ("46054", "", _utc(2026, 1, 31, 23)),
        ("46054.875", "", _utc(2026, 2, 1, 20)),
        ("46054", "0.875", _utc(2026, 2, 1, 20)),
        ("1-2-2026", "2115", _utc(2026, 2, 1, 20, 15)),
        ("zondag 1 februari 2026", "21:15", _utc(2026, 2, 1, 20, 15)),
        ("zo 1-2-2026", "21:15", _utc(2026, 2, 1, 20, 15)),
        ("February 1, 2026 9:15 PM", "", _utc(2026, 2, 1, 20, 15)),
        ("2026-02-01 20:15:00+00:00", "", _utc(2026, 2, 1, 20, 15)),
        ("2026-02-01 20:15:00 +0000", "", _utc(2026, 2, 1, 20, 15)),
    ],
)
def test_more_forms(text: str, time_text: str, expected: datetime) -> None:
    assert read_window(text, DAG, time_text).van == expected
    assert Vensters(DAG).read(text, time_text).van == expected


def test_two_digits_with_the_year_first() -> None:
    assert read_window("26-02-01 12:00", Volgorde.JAAR_EERST).van == _utc(2026, 2, 1, 11)
    assert read_window("01-02-2026 12:00", Volgorde.JAAR_EERST).van == _utc(2026, 2, 1, 11)


def test_days_as_a_spreadsheet_numbers_them() -> None:
    assert is_serial("46054")
    assert is_serial("46054,5")
    assert not is_serial("10000")
    assert not is_serial("460541")


_DAYS = st.sampled_from(
    [
        "1-2-2026",
        "29-03-2026",
        "25-10-2026",
        "2026-11-20",
        "22 mei 1999",
        "22-mei-1999",
        "2023-01",
        "31-02-2026",
        "x",
        "",
    ]
)
_TIMES = st.sampled_from(["", "21:15", "02:30", "2:30 PM", "25:00", "noen", "00:00:30"])


@given(_DAYS, _TIMES, st.booleans())
def test_a_column_is_read_as_each_of_its_cells(day: str, clock: str, apart: bool) -> None:
    text, time_text = (day, clock) if apart else (f"{day} {clock}".strip(), "")
    try:
        expected = read_window(text, DAG, time_text)
    except ValueError:
        with pytest.raises(ValueError):
            Vensters(DAG).read(text, time_text)
        return
    column = Vensters(DAG)
    assert column.read(text, time_text) == expected == column.read(text, time_text)
    found = column.find(text, time_text)
    assert found is None or expected == (found, None)


def test_a_column_finds_what_it_read_before() -> None:
    column = Vensters(DAG)
    assert column.find("1-2-2026 21:00", "") is None
    column.read("1-2-2026 21:00")
    column.read("2-2-2026", "22:30")
    assert column.find("1-2-2026 21:00", "") == _utc(2026, 2, 1, 20)
    assert column.find("1-2-2026", "22:30") == _utc(2026, 2, 1, 21, 30)
    assert column.find("1-2-2026", "") is None


def test_a_column_forgets_days_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datums, "_REMEMBERED", 3)
    column = Vensters(DAG)
    for day in range(1, 20):
        assert column.read(f"{day}-1-2026 12:00").van == _utc(2026, 1, day, 11)
