"""A day somebody typed: 20-11, 20/11/2025, 20 november, vandaag, gisteren, 20 nov 2025."""

from __future__ import annotations

import re
from datetime import date, timedelta

from boa_app.usecases.plaatsindex import fold

_NUMBERS = re.compile(r"\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?:\s*[-/.]\s*(\d{4}|\d{2}))?\s*")
_ISO = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*")
_NAMED = re.compile(r"(\d{1,2}) ([a-z]{3,9})(?: (\d{4}))?")
_DAYS_AGO = {"vandaag": 0, "vanavond": 0, "today": 0, "gisteren": 1, "yesterday": 1, "eergisteren": 2}
_MONTHS = (
    ("januari", "jan", "january"), ("februari", "feb", "february"), ("maart", "mrt", "mar", "march"), ("april", "apr"),
    ("mei", "may"), ("juni", "jun", "june"), ("juli", "jul", "july"), ("augustus", "aug", "august"),
    ("september", "sep", "sept"), ("oktober", "okt", "october", "oct"), ("november", "nov"),
    ("december", "dec"),
)  # fmt: skip
_CENTURY = 100


def parse_day(typed: str, today: date) -> date | None:
    """The day, None when the text is none. Without a year it is the last time that day was there."""
    if (ago := _DAYS_AGO.get(fold(typed))) is not None:
        return today - timedelta(days=ago)
    if match := _ISO.fullmatch(typed):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMBERS.fullmatch(typed):
        return _last(int(match[1]), int(match[2]), match[3], today)
    if match := _NAMED.fullmatch(fold(typed)):
        month = next((nr for nr, names in enumerate(_MONTHS, start=1) if match[2] in names), 0)
        return _last(int(match[1]), month, match[3], today)
    return None


def _last(day: int, month: int, year: str | None, today: date) -> date | None:
    if year is not None:
        century = today.year // _CENTURY * _CENTURY if len(year) == len("26") else 0
        return _day(century + int(year), month, day)
    # 29-02 was last there at most eight years ago.
    candidates = (_day(today.year - back, month, day) for back in range(9))
    return next((found for found in candidates if found is not None and found <= today), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
