"""Dates as people and programs write them in tables, read as a moment or as a window (domain §9.4).

A date without a time is a window of that whole local day, a month one of that whole month: the table did not say when.
"""

from __future__ import annotations

import re
from collections.abc import Callable
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
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("maandag", "ma", "monday", "mon"), ("dinsdag", "di", "tuesday", "tue"),
            ("woensdag", "wo", "wednesday", "wed"), ("donderdag", "do", "thursday", "thu"),
            ("vrijdag", "vr", "friday", "fri"), ("zaterdag", "za", "saturday", "sat"),
            ("zondag", "zo", "sunday", "sun"),
        )
    )
    for name in names
}  # fmt: skip
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]+(.+))?")
_NUMBERS = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[T ,]+(.+))?")
_WORDS = re.compile(r"(\d{1,2})[- /.]([A-Za-z]+)\.?[- /.](\d{4}|\d{2})(?:[T ,]+(.+))?")
_MONTH_WORD = re.compile(r"([A-Za-z]+)\.? (\d{1,2}),? (\d{4})(?:[T ,]+(.+))?")
_WEEKDAY = re.compile(r"[A-Za-z]+\.?,? +(?=\d)")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([AaPp])?\.?[Mm]?\.?\s*(?:uur|u\.?)?")
_ZONED = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)? ?(?:Z|[+-]\d{2}:?\d{2})")
_BEFORE_ZONE = re.compile(r" (?=[Z+-])")
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:[T ]?(\d{4}|\d{6}))?")
_SERIAL = re.compile(r"(\d{5})(?:[.,](\d+))?")
_BARE_TIME = re.compile(r"(\d{1,2})(\d{2})(\d{2})?")
_DAY_PART = re.compile(r"0?[.,]\d+")
# The day before day 1 of a spreadsheet, which counts a 29 February 1900 that never was.
_SERIAL_ZERO = date(1899, 12, 30)
_SERIAL_ZERO_1904 = date(1904, 1, 1)
_SERIALS = range((date(1990, 1, 1) - _SERIAL_ZERO).days, (date(2100, 1, 1) - _SERIAL_ZERO).days)


class Volgorde(StrEnum):
    """In which order a table writes day and month. JAAR_EERST: only matters where the year has two digits.
    REEKS: days that a spreadsheet numbered. REEKS_1904: the same from 1904 on, as it did on the first Macs."""

    DAG_EERST = "dag_eerst"
    MAAND_EERST = "maand_eerst"
    JAAR_EERST = "jaar_eerst"
    REEKS = "reeksgetal"
    REEKS_1904 = "reeksgetal_1904"


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


def read_window(text: str, order: Volgorde, time_text: str = "") -> Venster:
    """The moment or window of a date text and a separate time. Raises ValueError when it is no date."""
    text = text.strip()
    if _ZONED.fullmatch(text):
        return Venster(datetime.fromisoformat(_BEFORE_ZONE.sub("", text)).astimezone(UTC), None)
    if _MONTH.fullmatch(text):
        return Venster(*month_window(text))
    day, rest = _split(text, order)
    rest = (time_text or rest or "").strip()
    if not rest:
        return Venster(_local(day, time()), _local(day + timedelta(days=1), time()) - _LAST)
    return Venster(_local(day, _read_time(rest)), None)


class Vensters:
    """read_window for a whole column: days and times of day come back again and again, so each is read once."""

    def __init__(self, order: Volgorde, wacht: Callable[[str], bool] | None = None) -> None:
        """wacht: says of each different day whether it proves another order; those are counted in tegenspraak."""
        self._order, self._wacht = order, wacht
        self.tegenspraak = 0
        # Whether the time that was read last does not exist or comes twice, because the clock changed in that night.
        self.klokwissel = False
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
        self.klokwissel = False
        if day not in self._midnights:
            self._midnights[day] = self._midnight(day)
            self.tegenspraak += self._wacht is not None and self._wacht(day)
        if clock not in self._times:
            self._times[clock] = _since_midnight(clock)
        midnight, since = self._midnights[day], self._times[clock]
        if midnight is None or since is None:
            found = read_window(text, self._order, time_text)
            self.klokwissel = found.tot is None and self._is_clock_change(text, time_text)
            return found
        return Venster(midnight + since, None)

    def _is_clock_change(self, text: str, time_text: str) -> bool:
        if _ZONED.fullmatch(text):
            return False
        day, rest = _split(text, self._order)
        return is_clock_change(day, _read_time((time_text or rest or "").strip()))

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


def is_clock_change(day: date, at: time) -> bool:
    """Whether a local time does not exist, or comes twice, because the clock changed. Then read_window takes the time
    before the change: 02:30 in the night of spring is half an hour after 02:00, that of autumn the first one."""
    first, second = (datetime.combine(day, at, tzinfo=local_zone()).replace(fold=fold) for fold in (0, 1))
    return first.utcoffset() != second.utcoffset()


def _since_midnight(text: str) -> timedelta | None:
    try:
        at = _read_time(text.strip())
    except ValueError:
        return None
    return timedelta(hours=at.hour, minutes=at.minute, seconds=at.second)


def _split(text: str, order: Volgorde) -> tuple[date, str | None]:
    if text[:1].isalpha() and (weekday := _WEEKDAY.match(text)) and weekday[0].strip(" .,").lower() in WEEKDAYS:
        text = text[weekday.end() :]
    if match := _ISO.fullmatch(text):
        return date(int(match[1]), int(match[2]), int(match[3])), match[4]
    if match := _NUMBERS.fullmatch(text):
        first, second = int(match[1]), int(match[2])
        if order is Volgorde.JAAR_EERST and len(match[3]) == 2:
            return date(_year(f"{first:02d}"), second, int(match[3])), match[4]
        day, month = (second, first) if order is Volgorde.MAAND_EERST else (first, second)
        return date(_year(match[3]), month, day), match[4]
    if (match := _WORDS.fullmatch(text)) and match[2].lower() in _MONTHS:
        return date(_year(match[3]), _MONTHS[match[2].lower()], int(match[1])), match[4]
    if (match := _MONTH_WORD.fullmatch(text)) and match[1].lower() in _MONTHS:
        return date(int(match[3]), _MONTHS[match[1].lower()], int(match[2])), match[4]
    if match := _COMPACT.fullmatch(text):
        return date(int(match[1]), int(match[2]), int(match[3])), match[4]
    if (match := _SERIAL.fullmatch(text)) and int(match[1]) in _SERIALS:
        zero = _SERIAL_ZERO_1904 if order is Volgorde.REEKS_1904 else _SERIAL_ZERO
        return zero + timedelta(days=int(match[1])), f"0.{match[2]}" if match[2] else None
    raise ValueError("date")


def is_serial(text: str) -> bool:
    """Whether a cell is a day as a spreadsheet numbers them: 45678, with a part of a day behind the point."""
    match = _SERIAL.fullmatch(text.strip())
    return match is not None and int(match[1]) in _SERIALS


def _year(text: str) -> int:
    """Four digits as they stand; two digits count as this century up to 2069."""
    year = int(text)
    if len(text) == 4:
        return year
    return 2000 + year if year < 70 else 1900 + year


def _read_time(text: str) -> time:
    if _DAY_PART.fullmatch(text):
        # Half a second to and fro is how a spreadsheet keeps a time of day.
        seconds = min(round(float(text.replace(",", ".")) * 86_400), 86_399)
        return time(seconds // 3600, seconds // 60 % 60, seconds % 60)
    if 3 <= len(text) <= 6 and (bare := _BARE_TIME.fullmatch(text)):
        return time(int(bare[1]), int(bare[2]), int(bare[3] or 0))
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
