"""Columns found by what stands in them."""

from __future__ import annotations

from boa_app.exchange.inhoud import guess_columns
from boa_app.exchange.kolommen import Kolomwijzer

NONE = Kolomwijzer()


def test_dates_and_two_columns_of_numbers() -> None:
    rows = [["1", "1-2-2026", "448.128", "131.374"], ["2", "2-2-2026", "448.129", "131.375"]]
    assert guess_columns(["a", "b", "c", "d"], {}, rows, NONE) == {"datum": 1, "lon": 2, "lat": 3}
    assert guess_columns(["a", "b", "c", "d"], {"datum": 0}, rows, NONE) == {"lon": 2, "lat": 3}


def test_one_column_with_both() -> None:
    rows = [["52.02, 5.04", "x"], ["52.03, 5.05", "y"]]
    assert guess_columns(["waar", "wat"], {}, rows, NONE) == {"punt": 0}


def test_nothing_is_made_of_too_little_or_of_persons() -> None:
    rows = [["1-2-1996", "5.04", "52.02"], ["2-2-1999", "5.05", "52.03"]]
    assert guess_columns(["geboortedatum", "a", "b"], {}, rows, NONE) == {"lon": 1, "lat": 2}
    assert guess_columns(["d", "a", "b"], {}, rows[:1], NONE) == {}
    assert guess_columns(["d", "a", "b"], {}, [["x", "1", "2"], ["y", "3", "4"]], NONE) == {}
    assert guess_columns(["d", "a", "b"], {}, rows, Kolomwijzer({"datum": ""})) == {"lon": 1, "lat": 2}
