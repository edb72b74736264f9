"""Dates as people and programs write them in tables, read as a moment or as a window (domain §9.4).

A date without a time is a window of that whole local day, a month one of that whole month: the table did not say when.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple

from boa_app.domain.moments import local_zone

_LAST = timedelta(milliseconds=1)
_REMEMBERED = 50_000
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "januari", "january"), ("feb", "februari", "february"), ("mrt", "maart", "mar", "march"),
            ("apr", "april"), ("mei", "may"), ("jun", "juni", "june"), ("jul", "juli", "july"),
            ("aug", "augustus", "august"), ("sep", "sept", "september"), ("okt", "oktober", "oct", "october"),
            ("nov", "november"), ("dec", "december"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]+(.+))?")
_NUMBERS = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[T ,]+(.+))?")
_WORDS = re.compile(r"(\d{1,2})[- /.]([A-Za-z]+)\.?[- /.](\d{4}|\d{2})(?:[T ,]+(.+))?")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([AaPp])?\.?[Mm]?\.?\s*(?:uur|u\.?)?")
_ZONED = re.compile(r".*(?:Z|[+-]\d{2}:?\d{2})$")


class Volgorde(StrEnum):
    """In which order a table writes day and month."""

    DAG_EERST = "dag_eerst"
    MAAND_EERST = "maand_eerst"


class Venster(NamedTuple):
    """Aware UTC; tot None: a moment."""

    van: datetime
    tot: datetime | None


def month_window(text: str) -> tuple[datetime, datetime]:
    """First and last millisecond, in local time, of a month ``2023-01``. Raises ValueError."""
    match = _MONTH.fullmatch(text)
    if match is None:
        raise ValueError("month")
    year, month = int(match[1]), int(match[2])
    following = date(year + month // 12, month % 12 + 1, 1)
    return _local(date(year, month, 1), time()), _local(following, time()) - _LAST


def find_order(samples: Iterable[str]) -> Volgorde:
    """Whether day or month comes first, from values that leave no choice; American habits when none does.

    A table that never has a day above 12 and writes AM or PM is taken as month first, any other as day first.
    """
    half_day = False
    for text in samples:
        match = _NUMBERS.fullmatch(text.strip())
        if match is None:
            continue
        if int(match[1]) > 12:
            return Volgorde.DAG_EERST
        if int(match[2]) > 12:
            return Volgorde.MAAND_EERST
        half_day = half_day or text.strip().upper().endswith("M")
    return Volgorde.MAAND_EERST if half_day else Volgorde.DAG_EERST


def read_window(text: str, order: Volgorde, time_text: str = "") -> Venster:
    """The moment or window of a date text and a separate time. Raises ValueError when it is no date."""
    text = text.strip()
    if _ZONED.fullmatch(text) and "T" in text:
        return Venster(datetime.fromisoformat(text).astimezone(UTC), None)
    if _MONTH.fullmatch(text):
        return Venster(*month_window(text))
    day, rest = _split(text, order)
    rest = (time_text or rest or "").strip()
    if not rest:
        return Venster(_local(day, time()), _local(day + timedelta(days=1), time()) - _LAST)
    return Venster(_local(day, _read_time(rest)), None)


class Vensters:
    """read_window for a whole column: days and times of day come back again and again, so each is read once."""

    def __init__(self, order: Volgorde) -> None:
        self._order = order
        self._midnights: dict[str, datetime | None] = {}
        self._times: dict[str, timedelta | None] = {}

    def find(self, text: str, time_text: str) -> datetime | None:
        """The moment, when day and time of day were both seen before and nothing about them needs a closer look."""
        if not time_text:
            text, _, time_text = text.partition(" ")
        midnight, since = self._midnights.get(text), self._times.get(time_text)
        return None if midnight is None or since is None else midnight + since

    def read(self, text: str, time_text: str = "") -> Venster:
        """As read_window. Raises ValueError, OverflowError."""
        day, clock = (text, time_text) if time_text else text.partition(" ")[::2]
        if day not in self._midnights:
            self._midnights[day] = self._midnight(day)
        if clock not in self._times:
            self._times[clock] = _since_midnight(clock)
        midnight, since = self._midnights[day], self._times[clock]
        if midnight is None or since is None:
            return read_window(text, self._order, time_text)
        return Venster(midnight + since, None)

    def _midnight(self, text: str) -> datetime | None:
        """The start of a day that has 24 hours; None when read_window must look at it itself."""
        if len(self._midnights) > _REMEMBERED:
            self._midnights.clear()
        try:
            day, rest = _split(text, self._order)
        except ValueError:
            return None
        start, following = _local(day, time()), _local(day + timedelta(days=1), time())
        return start if rest is None and following - start == timedelta(days=1) else None


def _since_midnight(text: str) -> timedelta | None:
    try:
        at = _read_time(text.strip())
    except ValueError:
        return None
    return timedelta(hours=at.hour, minutes=at.minute, seconds=at.second)


def _split(text: str, order: Volgorde) -> tuple[date, str | None]:
    if match := _ISO.fullmatch(text):
        return date(int(match[1]), int(match[2]), int(match[3])), match[4]
    if match := _NUMBERS.fullmatch(text):
        first, second = int(match[1]), int(match[2])
        day, month = (first, second) if order is Volgorde.DAG_EERST else (second, first)
        return date(_year(match[3]), month, day), match[4]
    if (match := _WORDS.fullmatch(text)) and match[2].lower() in _MONTHS:
        return date(_year(match[3]), _MONTHS[match[2].lower()], int(match[1])), match[4]
    raise ValueError("date")


def _year(text: str) -> int:
    """Four digits as they stand; two digits count as this century up to 2069."""
    year = int(text)
    if len(text) == 4:
        return year
    return 2000 + year if year < 70 else 1900 + year


def _read_time(text: str) -> time:
    match = _TIME.fullmatch(text)
    if match is None:
        raise ValueError("time")
    hour, half = int(match[1]), (match[4] or "").lower()
    # "12:30 PM" is half past noon, but tables also write "15:30 PM".
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    return time(hour, int(match[2]), int(match[3] or 0))


def _local(day: date, at: time) -> datetime:
    try:
        return datetime.combine(day, at, tzinfo=local_zone()).astimezone(UTC)
    except OverflowError as error:
        # The first day of year 1 begins in UTC before there are dates.
        raise ValueError("date") from error
