"""The periods one can choose, as codes: v0 this evening, w26 the last 26 weeks, j2026 one year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from boa_app.usecases.overzicht import Filter

TODAY = "v0"
WEEKS = ("w1", "w4", "w13", "w26", "w52")
USUAL = "w26"


def year_codes(years: Iterable[int]) -> tuple[str, ...]:
    """Codes of years, newest first."""
    return tuple(f"j{year}" for year in sorted(set(years), reverse=True))


def with_period(wanted: Filter, code: str, today: date) -> Filter:
    """The filter with this period; an empty code means always. Raises ValueError for what is no code."""
    if not code:
        return replace(wanted, van=None, tot=None, weken=None)
    kind, number = code[0], int(code[1:])
    if kind == "w":
        return replace(wanted, van=None, tot=None, weken=number)
    if kind == "j":
        return replace(wanted, van=date(number, 1, 1), tot=date(number, 12, 31), weken=None)
    if code == TODAY:
        return replace(wanted, van=today, tot=today, weken=None)
    raise ValueError(code)
