"""Times: aware UTC inside, Europe/Amsterdam for people, and what is derived from them.

``dagdeel``, weekday and service evening are derived, never stored as a change (design §3). The night until 06:00
belongs to the evening before (domain §4), so that Friday night counts as Friday.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import cache
from zoneinfo import ZoneInfo

Clock = Callable[[], datetime]


class Dagdeel(StrEnum):
    """Part of the local day; lower bound included, upper bound excluded (domain §4)."""

    NACHT = "NACHT"
    OCHTEND = "OCHTEND"
    MIDDAG = "MIDDAG"
    AVOND = "AVOND"
    LAAT = "LAAT"


DAGDEEL_FROM_HOUR = {Dagdeel.NACHT: 0, Dagdeel.OCHTEND: 6, Dagdeel.MIDDAG: 12, Dagdeel.AVOND: 18, Dagdeel.LAAT: 22}


@cache
def local_zone() -> ZoneInfo:
    """Europe/Amsterdam."""
    return ZoneInfo("Europe/Amsterdam")


def utc_now() -> datetime:
    """The system clock, aware UTC, whole milliseconds."""
    now = datetime.now(UTC)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)


def to_iso(moment: datetime) -> str:
    """``2026-11-20T20:42:00.000Z``: fixed width, so that text order is time order. Raises ValueError when naive."""
    if moment.tzinfo is None:
        raise ValueError("moment must be aware")
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"


def from_iso(text: str) -> datetime:
    """Aware UTC from ISO 8601; text without offset is taken as local Dutch time. Raises ValueError."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=local_zone())
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("moment outside the calendar") from error


def to_local(moment: datetime) -> datetime:
    """The same moment on Dutch clocks."""
    return moment.astimezone(local_zone())


def dagdeel_at(moment: datetime) -> Dagdeel:
    """The dagdeel of an aware moment, by local hour."""
    hour = to_local(moment).hour
    return [deel for deel, start in DAGDEEL_FROM_HOUR.items() if hour >= start][-1]


def evening_date(moment: datetime) -> date:
    """The date a moment counts for: local time before 06:00 belongs to the day before."""
    local = to_local(moment)
    return (local - timedelta(days=1)).date() if local.hour < DAGDEEL_FROM_HOUR[Dagdeel.OCHTEND] else local.date()
