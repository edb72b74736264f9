"""Numbers and positions as tables write them: decimal comma, thousands dots, RD or degrees, swapped (domain §9.4)."""

from __future__ import annotations

import re
from enum import StrEnum
from math import isfinite

from boa_app.analysis.crs import looks_like_rd

_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:[. \u00a0]\d{3})+(?:,\d+)?")
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+")
_LAT_NL, _LON_NL = (50.5, 53.8), (3.0, 7.5)


class Stelsel(StrEnum):
    """What a pair of numbers is."""

    WGS84 = "wgs84"
    RD = "rd"


def read_number(text: str, *, thousands: bool = False) -> float:
    """A number with a decimal point or comma. thousands: dots and spaces between groups of three are no decimals.

    Raises ValueError, also for infinity and not-a-number.
    """
    if not thousands and "_" not in text and "," not in text:
        value = float(text)
        if isfinite(value):
            return value
        raise ValueError("number")
    text = text.strip()
    if thousands and _THOUSANDS.fullmatch(text):
        text = re.sub(r"[. \u00a0]", "", text).replace(",", ".")
    elif _DECIMAL_COMMA.fullmatch(text):
        text = text.replace(",", ".")
    elif "_" in text:
        raise ValueError("number")
    value = float(text)
    if not isfinite(value):
        raise ValueError("number")
    return value


def read_pair(first: float, second: float) -> tuple[Stelsel, float, float] | None:
    """What a pair is and its east and north value, put in order; None when it is no position.

    first should be longitude or x, but files swap them: in the Netherlands the ranges tell which is which.
    """
    if looks_like_rd(first, second):
        return Stelsel.RD, first, second
    if looks_like_rd(second, first):
        return Stelsel.RD, second, first
    if _within(first, _LAT_NL) and _within(second, _LON_NL):
        return Stelsel.WGS84, second, first
    if -180 <= first <= 180 and -90 <= second <= 90:
        return Stelsel.WGS84, first, second
    return None


def _within(value: float, bounds: tuple[float, float]) -> bool:
    return bounds[0] <= value <= bounds[1]
