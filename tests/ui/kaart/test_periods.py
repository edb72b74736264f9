"""Periods by code."""

from __future__ import annotations

from datetime import date

import pytest

from boa_app.ui.kaart.periods import TODAY, USUAL, free_code, free_dates, period_code, with_period, year_codes
from boa_app.usecases.overzicht import Filter

DAY = date(2026, 11, 20)


def test_each_kind() -> None:
    kept = Filter(soorten=frozenset({"HANG"}), weken=4)
    assert with_period(kept, "", DAY) == Filter(soorten=frozenset({"HANG"}))
    assert with_period(kept, USUAL, DAY).weken == 26
    year = with_period(kept, "j2024", DAY)
    assert (year.van, year.tot, year.weken) == (date(2024, 1, 1), date(2024, 12, 31), None)
    today = with_period(Filter(), TODAY, DAY)
    assert (today.van, today.tot) == (DAY, DAY)
    assert year_codes((2024, 2026, 2025, 2024)) == ("j2026", "j2025", "j2024")


@pytest.mark.parametrize("code", ["v1", "x3", "w", "jaar", "d2026-01-01", "d2026-13-01_2026-01-01"])
def test_what_is_no_code(code: str) -> None:
    with pytest.raises(ValueError):
        with_period(Filter(), code, DAY)


@pytest.mark.parametrize("code", ["", "w26", "w3", "j2024", "d2026-05-23_2026-11-20"])
def test_a_filter_tells_its_period_again(code: str) -> None:
    assert period_code(with_period(Filter(), code, DAY)) == code


def test_free_dates_are_both_inclusive() -> None:
    code = free_code(date(2026, 5, 23), DAY)
    assert free_dates(code) == (date(2026, 5, 23), DAY) and free_dates("w4") is None
    assert period_code(Filter(van=DAY)) == "d2026-11-20_2100-01-01"
