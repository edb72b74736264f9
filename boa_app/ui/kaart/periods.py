"""The periods one can choose, as codes: v0 this evening, w26 the last 26 weeks, j2026 one year, and free dates as
d2026-05-23_2026-11-20, both inclusive."""

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


def free_code(van: date, tot: date) -> str:
    """The code of free dates."""
    return f"d{van.isoformat()}_{tot.isoformat()}"


def free_dates(code: str) -> tuple[date, date] | None:
    """The dates of such a code, None for another kind. Raises ValueError for half a code."""
    if not code.startswith("d"):
        return None
    van, _, tot = code[1:].partition("_")
    return date.fromisoformat(van), date.fromisoformat(tot)


def with_period(wanted: Filter, code: str, today: date) -> Filter:
    """The filter with this period; an empty code means always. Raises ValueError for what is no code."""
    if not code:
        return replace(wanted, van=None, tot=None, weken=None)
    if code == TODAY:
        return replace(wanted, van=today, tot=today, weken=None)
    if (dates := free_dates(code)) is not None:
        return replace(wanted, van=dates[0], tot=dates[1], weken=None)
    kind, number = code[0], int(code[1:])
    if kind == "w":
        return replace(wanted, van=None, tot=None, weken=number)
    if kind == "j":
        return replace(wanted, van=date(number, 1, 1), tot=date(number, 12, 31), weken=None)
    raise ValueError(code)


def period_code(wanted: Filter) -> str:
    """The code that gives this period; an open end becomes a far date."""
    if wanted.weken is not None:
        return f"w{wanted.weken}"
    if wanted.van is None and wanted.tot is None:
        return ""
    van, tot = wanted.van or date(1990, 1, 1), wanted.tot or date(2100, 1, 1)
    if (van.month, van.day, tot.month, tot.day) == (1, 1, 12, 31) and van.year == tot.year:
        return f"j{van.year}"
    return free_code(van, tot)
