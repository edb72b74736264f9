"""The Gebied: a drawn area with a decision and dates (domain §5), and when a drawing is one.

Rings are closed (the first corner again at the end), positions (lon, lat) WGS84. Several rings: exteriors and holes of
every part alike, even-odd rule.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Any

from boa_app.domain.errors import UserError
from boa_app.domain.melding import Status

Ring = tuple[tuple[float, float], ...]
Rings = tuple[Ring, ...]

MIN_CORNERS, MAX_CORNERS = 3, 500
MIN_AREA_M2 = 10.0
# The largest municipality with its water is 900 km².
MAX_AREA_KM2 = 1000
MAX_NAAM, MAX_BESLUIT = 80, 500
# 1 cm: what a finger puts twice on one place is one corner.
_SAME_DEG = 1e-7
# WGS84: semi-major axis, first eccentricity squared.
_A_M, _E2 = 6_378_137.0, 6.69437999014e-3
GEBIED_VELDEN = ("naam", "soort", "ringen", "besluit", "geldig_van", "geldig_tot", "status")


class GebiedSoort(StrEnum):
    """What an area is for."""

    WERKGEBIED = "WERKGEBIED"
    CAMERA = "CAMERA"
    VERBOD = "VERBOD"
    KVO = "KVO"
    EVENEMENT = "EVENEMENT"
    AANDACHT = "AANDACHT"


@dataclass(frozen=True, slots=True)
class Gebied:
    """One area. besluit: number or name of the decision it rests on. geldig_van, geldig_tot: both inclusive, None is
    open."""

    uid: str
    naam: str
    soort: GebiedSoort
    ringen: Rings
    besluit: str = ""
    geldig_van: date | None = None
    geldig_tot: date | None = None
    status: Status = Status.ACTIEF

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on a day."""
        return (self.geldig_van is None or self.geldig_van <= day) and not self.is_over(day)

    def is_over(self, day: date) -> bool:
        """Whether its last day lies before this one."""
        return self.geldig_tot is not None and self.geldig_tot < day

    def area_m2(self) -> float:
        """Its size; holes left out."""
        sizes = sorted((ring_area_m2(ring) for ring in self.ringen), reverse=True)
        return sizes[0] - sum(sizes[1:]) if len(sizes) > 1 else sum(sizes)

    def to_values(self) -> dict[str, Any]:
        """The fields as JSON values, in the order of GEBIED_VELDEN."""
        return {
            "naam": self.naam, "soort": str(self.soort), "ringen": [[list(spot) for spot in r] for r in self.ringen],
            "besluit": self.besluit, "geldig_van": _iso(self.geldig_van), "geldig_tot": _iso(self.geldig_tot),
            "status": str(self.status),
        }  # fmt: skip

    def with_values(self, values: Mapping[str, Any]) -> Gebied:
        """The same area with these JSON values. Raises UserError veld_onbekend(veld), veld_ongeldig(veld)."""
        made = {}
        for name, value in values.items():
            if name not in GEBIED_VELDEN:
                raise UserError("veld_onbekend", veld=name)
            try:
                made[name] = _READ[name](value)
            except (TypeError, ValueError) as error:
                raise UserError("veld_ongeldig", veld=name) from error
        return replace(self, **made)


def check_gebied(gebied: Gebied) -> None:
    """Nothing when it can be stored.

    Raises UserError gebied_naam_nodig, gebied_tekst_lang(veld, max), gebied_datums, and as check_ring.
    """
    if not gebied.naam.strip():
        raise UserError("gebied_naam_nodig")
    for name, most in (("naam", MAX_NAAM), ("besluit", MAX_BESLUIT)):
        if len(getattr(gebied, name)) > most:
            raise UserError("gebied_tekst_lang", veld=name, max=most)
    if gebied.geldig_van and gebied.geldig_tot and gebied.geldig_tot < gebied.geldig_van:
        raise UserError("gebied_datums")
    if not gebied.ringen:
        raise UserError("gebied_hoeken", min=MIN_CORNERS)
    for ring in gebied.ringen:
        check_ring(ring)


def check_ring(ring: Sequence[tuple[float, float]]) -> None:
    """Nothing when a closed ring is an area.

    Raises UserError gebied_buiten_wereld, gebied_hoeken(min), gebied_veel_hoeken(max), gebied_kruist,
    gebied_klein(min), gebied_groot(max).
    """
    if not all(_is_on_earth(lon, lat) for lon, lat in ring):
        raise UserError("gebied_buiten_wereld")
    corners = len(ring) - 1
    if corners < MIN_CORNERS or tuple(ring[0]) != tuple(ring[-1]):
        raise UserError("gebied_hoeken", min=MIN_CORNERS)
    if corners > MAX_CORNERS:
        raise UserError("gebied_veel_hoeken", max=MAX_CORNERS)
    if crosses_itself(ring):
        raise UserError("gebied_kruist")
    size = ring_area_m2(ring)
    if size < MIN_AREA_M2:
        raise UserError("gebied_klein", min=int(MIN_AREA_M2))
    if size > MAX_AREA_KM2 * 1e6:
        raise UserError("gebied_groot", max=MAX_AREA_KM2)


def close_ring(corners: Sequence[tuple[float, float]]) -> Ring:
    """A closed ring of the corners as they were put, without one that lies on the corner before it."""
    kept: list[tuple[float, float]] = []
    for lon, lat in corners:
        if not kept or not _is_same(kept[-1], (lon, lat)):
            kept.append((float(lon), float(lat)))
    while len(kept) > 1 and _is_same(kept[0], kept[-1]):
        kept.pop()
    return (*kept, kept[0]) if kept else ()


def crosses_itself(ring: Sequence[tuple[float, float]]) -> bool:
    """Whether two sides of a closed ring meet elsewhere than where one goes on as the next."""
    count = len(ring) - 1
    for first in range(count):
        for second in range(first + 1, count):
            a, b, c, d = ring[first], ring[first + 1], ring[second], ring[second + 1]
            if second == first + 1:
                # Straight back over the side before it.
                if _turn(a, b, d) == 0 and _points_back(a, b, d):
                    return True
            elif first == 0 and second == count - 1:
                if _turn(c, d, b) == 0 and _points_back(c, d, b):
                    return True
            elif _meet(a, b, c, d):
                return True
    return False


def ring_area_m2(ring: Sequence[tuple[float, float]]) -> float:
    """The area of a closed ring on the WGS84 ellipsoid, in m²; within 0.01 % for sides up to 10 km.

    Sides are taken as straight in longitude and authalic latitude. Source: Snyder, Map Projections (1987), 3-12.
    """
    total = 0.0
    for (lon_a, lat_a), (lon_b, lat_b) in pairwise(ring):
        total += math.radians(lon_b - lon_a) * (_authalic_q(lat_a) + _authalic_q(lat_b))
    return abs(total) * _A_M * _A_M / 4


def _authalic_q(lat: float) -> float:
    e, s = math.sqrt(_E2), math.sin(math.radians(lat))
    return (1 - _E2) * (s / (1 - _E2 * s * s) - math.log((1 - e * s) / (1 + e * s)) / (2 * e))


def _is_on_earth(lon: float, lat: float) -> bool:
    return math.isfinite(lon) and math.isfinite(lat) and abs(lon) <= 180 and abs(lat) <= 85


def _is_same(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return abs(a[0] - b[0]) <= _SAME_DEG and abs(a[1] - b[1]) <= _SAME_DEG


def _turn(a: Sequence[float], b: Sequence[float], c: Sequence[float]) -> int:
    """1 to the left, -1 to the right, 0 straight on."""
    cross = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    return (cross > 0) - (cross < 0)


def _within(a: Sequence[float], b: Sequence[float], spot: Sequence[float]) -> bool:
    """Whether a spot on the line through a and b lies between them."""
    return min(a[0], b[0]) <= spot[0] <= max(a[0], b[0]) and min(a[1], b[1]) <= spot[1] <= max(a[1], b[1])


def _points_back(a: Sequence[float], b: Sequence[float], d: Sequence[float]) -> bool:
    return (a[0] - b[0]) * (d[0] - b[0]) + (a[1] - b[1]) * (d[1] - b[1]) > 0


def _meet(a: Sequence[float], b: Sequence[float], c: Sequence[float], d: Sequence[float]) -> bool:
    first, second = _turn(a, b, c), _turn(a, b, d)
    third, fourth = _turn(c, d, a), _turn(c, d, b)
    if first != second and third != fourth:
        return True
    return (
        (first == 0 and _within(a, b, c))
        or (second == 0 and _within(a, b, d))
        or (third == 0 and _within(c, d, a))
        or (fourth == 0 and _within(c, d, b))
    )


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _read_date(value: object) -> date | None:
    if value is None or value == "":
        return None
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise TypeError("date")
    return date.fromisoformat(value)


def _read_text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text")
    return value.strip()


def _read_rings(value: Sequence[Sequence[Sequence[float]]]) -> Rings:
    return tuple(close_ring([(float(lon), float(lat)) for lon, lat in ring]) for ring in value)


_READ: dict[str, Callable[[Any], Any]] = {
    "naam": _read_text, "soort": GebiedSoort, "ringen": _read_rings, "besluit": _read_text, "geldig_van": _read_date,
    "geldig_tot": _read_date, "status": Status,
}  # fmt: skip
