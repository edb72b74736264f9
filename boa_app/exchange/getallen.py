"""Numbers and positions as tables write them: decimal comma, thousands dots, RD or degrees, swapped (domain §9.4)."""

from __future__ import annotations

import re
from enum import StrEnum
from math import isfinite

from boa_app.analysis.crs import looks_like_rd

_GROUPED = {
    ".": re.compile(r"[+-]?\d{1,3}(?:[. \u00a0]\d{3})+(?:,\d+)?"),
    ",": re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?"),
}
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+")
_LAT_NL, _LON_NL = (50.5, 53.8), (3.0, 7.5)
_POINT = re.compile(r"(?:POINT|\"coordinates\")[^\d+-]*([^)\]]*)", re.IGNORECASE)
_TWO = (
    re.compile(r"\(?\s*([+-]?\d+(?:\.\d+)?)\s*[,; ]\s*([+-]?\d+(?:\.\d+)?)\s*\)?"),
    re.compile(r"\(?\s*([+-]?\d+,\d+)\s*[; ]\s*([+-]?\d+,\d+)\s*\)?"),
)


class Stelsel(StrEnum):
    """What a pair of numbers is."""

    WGS84 = "wgs84"
    RD = "rd"


def read_number(text: str, *, thousands: str = "") -> float:
    """A number with a decimal point or comma. thousands: this sign and spaces between groups of three are no decimals.

    Raises ValueError, also for infinity and not-a-number.
    """
    if not thousands and "_" not in text and "," not in text:
        value = float(text)
        if isfinite(value):
            return value
        raise ValueError("number")
    text = text.strip()
    if thousands and _GROUPED[thousands].fullmatch(text):
        text = re.sub(rf"[{thousands} \u00a0]", "", text).replace(",", ".")
    elif _DECIMAL_COMMA.fullmatch(text):
        text = text.replace(",", ".")
    elif "_" in text:
        raise ValueError("number")
    value = float(text)
    if not isfinite(value):
        raise ValueError("number")
    return value


def split_point(text: str) -> tuple[str, str]:
    """The two numbers of a cell that holds a whole position: ``POINT(5.04 52.02)``, ``52.02, 5.04``, GeoJSON.

    In the order in which they stand; two empty texts when the cell is no position.
    """
    found = _POINT.search(text)
    inner = (found[1] if found else text).strip()
    for pattern in _TWO:
        if match := pattern.fullmatch(inner):
            return match[1], match[2]
    return "", ""


def is_marked_point(text: str) -> bool:
    """Whether a cell says itself that it is a point, longitude first."""
    return _POINT.search(text) is not None


def within_netherlands(lon: float, lat: float) -> bool:
    """Whether degrees can lie in the Netherlands."""
    return _within(lat, _LAT_NL) and _within(lon, _LON_NL)


def read_pair(first: float, second: float, *, swapped: bool = False) -> tuple[Stelsel, float, float] | None:
    """What a pair is and its east and north value, put in order; None when it is no position.

    first should be longitude or x, but files swap them: in the Netherlands the ranges tell which is which, elsewhere
    only swapped does.
    """
    if looks_like_rd(first, second):
        return Stelsel.RD, first, second
    if looks_like_rd(second, first):
        return Stelsel.RD, second, first
    if _within(first, _LAT_NL) and _within(second, _LON_NL):
        return Stelsel.WGS84, second, first
    if swapped and not within_netherlands(first, second):
        first, second = second, first
    if -180 <= first <= 180 and -90 <= second <= 90:
        return Stelsel.WGS84, first, second
    return None


def _within(value: float, bounds: tuple[float, float]) -> bool:
    return bounds[0] <= value <= bounds[1]
