"""Dates, times and numbers as people read them: the one place. Aware moments are shown on Dutch clocks.

Dutch: 20-11-2026, vr 20-11, 21:42, 1.240, 2,7 km, 8 %. English: 20 Nov 2026, Fri 20 Nov, 21:42, 1,240, 2.7 km, 8%.
Ranges have an en dash; a number and its unit stay together by a no-break space.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cache
from typing import TypeVar
from zoneinfo import ZoneInfo

T = TypeVar("T")
NO_BREAK = "\u00a0"
EN_DASH = "\u2013"
MINUS = "\u2212"
_DAYS = {"nl": "ma di wo do vr za zo".split(), "en": "Mon Tue Wed Thu Fri Sat Sun".split()}
_LONG_DAYS = {
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}
_MONTHS_EN = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_MONTHS = {"nl": "jan feb mrt apr mei jun jul aug sep okt nov dec".split(), "en": _MONTHS_EN}
_LONG_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december".split(),
    "en": "January February March April May June July August September October November December".split(),
}


def date_nl(day: date, language: str = "nl") -> str:
    """20-11-2026 · 20 Nov 2026. A datetime is taken by its Dutch date."""
    day = _local_date(day)
    if language == "en":
        return f"{day.day} {_MONTHS_EN[day.month - 1]} {day.year}"
    return f"{day.day:02d}-{day.month:02d}-{day.year:04d}"


def list_date(day: date, language: str = "nl") -> str:
    """Vr 20-11 in lower case · Fri 20 Nov: for lists, where the year is plain from the order."""
    day = _local_date(day)
    name = _pick(_DAYS, language)[day.weekday()]
    if language == "en":
        return f"{name} {day.day} {_MONTHS_EN[day.month - 1]}"
    return f"{name} {day.day:02d}-{day.month:02d}"


def long_date(day: date, language: str = "nl") -> str:
    """Vrijdag 20 november in lower case · Friday 20 November: for a heading."""
    day = _local_date(day)
    return f"{_pick(_LONG_DAYS, language)[day.weekday()]} {day.day} {_pick(_LONG_MONTHS, language)[day.month - 1]}"


def date_range(van: date, tot: date, language: str = "nl") -> str:
    """23-05 t/m 20-11-2026, both inclusive; the first year only where it is another. English with an en dash."""
    if van == tot:
        return date_nl(tot, language)
    last, is_english = date_nl(tot, language), language == "en"
    first = date_nl(van, language)
    if van.year == tot.year:
        first = first.rsplit(" " if is_english else "-", 1)[0]
    return f"{first} {EN_DASH if is_english else 't/m'} {last}"


def month_name(month: int, language: str = "nl") -> str:
    """Mrt · Mar, in lower case in Dutch: below an axis. month: 1 to 12."""
    return _pick(_MONTHS, language)[month - 1]


def time(moment: datetime) -> str:
    """21:42, on Dutch clocks."""
    return f"{_local(moment):%H:%M}"


def moment(at: datetime, language: str = "nl", today: date | None = None) -> str:
    """Vr 20-11 21:42; with the year when today lies in another one or is not given."""
    local = _local(at)
    day = list_date(local, language) if today is not None and today.year == local.year else date_nl(local, language)
    return f"{day} {time(local)}"


def moment_range(van: datetime, tot: datetime | None, language: str = "nl", today: date | None = None) -> str:
    """A moment, or a window: one date with two times when both fall on it, else two full moments."""
    if tot is None or tot == van:
        return moment(van, language, today)
    if _local_date(van) == _local_date(tot):
        return f"{moment(van, language, today)}{EN_DASH}{time(tot)}"
    return f"{moment(van, language, today)} {EN_DASH} {moment(tot, language, today)}"


def happened(
    van: datetime, tot: datetime | None, language: str = "nl", today: date | None = None, *, with_day: bool = True
) -> str:
    """When, in one line of a list: vr 20-11 21:42 · 20:58 tot 21:28 · 01-11-2019 t/m 30-11-2019.

    today: the year is left out while it lies in this one. with_day: False below a heading that tells the day; a window
    longer than a day keeps its dates, because its times say nothing.
    """
    if tot is not None and tot - van > timedelta(days=1):
        between = "up to" if language == "en" else "t/m"
        return f"{date_nl(van, language)} {between} {date_nl(tot, language)}"
    between = "to" if language == "en" else "tot"
    clock = time(van) if tot is None or tot == van else f"{time(van)} {between} {time(tot)}"
    if not with_day:
        return clock
    local = _local(van)
    day = list_date(local, language) if today is not None and today.year == local.year else date_nl(local, language)
    return f"{day} {clock}"


def number(value: float, language: str = "nl", decimals: int | None = None) -> str:
    """1.240 · 1,240. decimals None: whole when the value is whole, else at most two."""
    if decimals is None:
        decimals = 0 if float(value).is_integer() else 2
        text = f"{value:,.{decimals}f}"
        text = text.rstrip("0").rstrip(".") if decimals else text
    else:
        text = f"{value:,.{decimals}f}"
    text = text.replace("-", MINUS)
    return text if language == "en" else text.translate(str.maketrans(",.", ".,"))


def distance(distance_m: float, language: str = "nl") -> str:
    """35 m below a kilometre, 2,7 km from there, 12 km from ten."""
    if round(distance_m) < 1000:
        return f"{number(round(distance_m), language)}{NO_BREAK}m"
    km = distance_m / 1000
    return f"{number(km, language, 1 if round(km, 1) < 10 else 0)}{NO_BREAK}km"


def area(area_m2: float, language: str = "nl") -> str:
    """3.450 m² below a hectare, 2,4 ha, 1,25 km² from a square kilometre."""
    if area_m2 < 10_000:
        return f"{number(round(area_m2), language)}{NO_BREAK}m²"
    if area_m2 < 1_000_000:
        return f"{number(area_m2 / 10_000, language, 1)}{NO_BREAK}ha"
    return f"{number(area_m2 / 1_000_000, language, 2)}{NO_BREAK}km²"


def read_date(text: str) -> date | None:
    """A date as somebody types it, day first: 20-11-2026, 20/11/26, 20 11 2026; None for an empty text.

    Raises ValueError for what is no date.
    """
    parts = text.replace("/", "-").replace(".", "-").replace(" ", "-").strip("-").split("-")
    if parts == [""]:
        return None
    day, month, year = (int(part) for part in parts)
    return date(year + 2000 if year < 100 else year, month, day)


def count_of(count: int, one: str, more: str, language: str = "nl") -> str:
    """1 melding, 2 meldingen."""
    return f"{number(count, language)} {one if count == 1 else more}"


@cache
def _zone() -> ZoneInfo:
    return ZoneInfo("Europe/Amsterdam")


def _local(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError("moment must be aware")
    return at.astimezone(_zone())


def _local_date(day: date) -> date:
    return _local(day).date() if isinstance(day, datetime) else day


def _pick(words: dict[str, T], language: str) -> T:
    return words.get(language, words["nl"])
