"""How one position lies: how far from the edge of an area, on which street and near which side street.

Distances are on a flat map around the position: within a few kilometres of it that is exact to a decimetre.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from boa_app.mapdata.pakket import Rings, Straat

_M_PER_DEGREE = 111_195.0
# A street further away is not the one somebody stands in; a side street further along is no help in finding him.
STRAAT_M, ZIJSTRAAT_M = 120.0, 150.0
# Ends nearer to a street than this come out on it.
_MEETS_M = 8.0
Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Straathier:
    """The nearest street with a name, and the street that meets it nearest by; empty texts where there is none."""

    naam: str = ""
    afstand_m: float = 0.0
    zijstraat: str = ""
    zijstraat_m: float = 0.0


def signed_distance_m(rings: Rings, lon: float, lat: float) -> float:
    """Metres to the nearest edge, below zero inside (even-odd rule); infinity without any ring."""
    nearest, inside = math.inf, False
    for ring in rings:
        if len(ring) < 3:
            continue
        points = _local(ring, lon, lat)
        nearest = min(nearest, float(_to_edges(points).min()))
        inside ^= _holds_origin(points)
    return -nearest if inside else nearest


def street_here(straten: Sequence[Straat], lon: float, lat: float) -> Straathier:
    """The street somebody at this position stands in, and where it is."""
    found = sorted(
        ((float(_to_edges(points).min()), naam, points) for naam, points in _near(straten, lon, lat)),
        key=lambda one: one[0],
    )
    if not found or found[0][0] > STRAAT_M:
        return Straathier()
    away_m, naam, _ = found[0]
    own = [points for _, other, points in found if other == naam]
    side, side_m = "", math.inf
    for _, other, points in found:
        if other == naam:
            continue
        # Where the lines of a network meet there is an end of one of them.
        for end in (points[0], points[-1]):
            at_m = float(np.hypot(*end))
            if at_m < min(side_m, ZIJSTRAAT_M) and any(_to_edges(line - end).min() <= _MEETS_M for line in own):
                side, side_m = other, at_m
    return Straathier(naam, away_m, side, side_m if side else 0.0)


def _near(straten: Sequence[Straat], lon: float, lat: float) -> Iterator[tuple[str, Points]]:
    """Named lines with a point or a stretch in the square around the position."""
    reach = 2 * ZIJSTRAAT_M / _M_PER_DEGREE
    wide = reach / math.cos(math.radians(lat))
    west, east, south, north = lon - wide, lon + wide, lat - reach, lat + reach
    for straat in straten:
        if not straat.naam or straat.soort == "rail":
            continue
        for line in straat.lines:
            # Most lines lie elsewhere: one look at both ends first, then at all.
            if len(line) < 2 or not _may_touch(line, west, east, south, north):
                continue
            yield straat.naam, _local(line, lon, lat)


def _may_touch(
    line: Sequence[tuple[float, float]], west: float, east: float, south: float, north: float
) -> bool:  # fmt: skip
    xs, ys = [x for x, _ in line], [y for _, y in line]
    return min(xs) <= east and max(xs) >= west and min(ys) <= north and max(ys) >= south


def _local(line: Sequence[tuple[float, float]], lon: float, lat: float) -> Points:
    """Metres east and north of the position."""
    points = np.asarray(line, dtype=float) - (lon, lat)
    return np.asarray(points * (_M_PER_DEGREE * math.cos(math.radians(lat)), _M_PER_DEGREE))


def _to_edges(points: Points) -> NDArray[np.float64]:
    """Metres from the origin to each stretch of a line; to its only point when there is one."""
    if len(points) < 2:
        return np.asarray(np.hypot(points[:, 0], points[:, 1]))
    begin, step = points[:-1], np.diff(points, axis=0)
    length2 = (step**2).sum(axis=1)
    part = np.clip(-(begin * step).sum(axis=1) / np.where(length2 > 0, length2, 1.0), 0.0, 1.0)
    nearest = begin + step * part[:, None]
    return np.asarray(np.hypot(nearest[:, 0], nearest[:, 1]))


def _holds_origin(ring: Points) -> bool:
    """Whether a ray to the east from the origin crosses the ring an odd number of times."""
    begin, end = ring, np.roll(ring, -1, axis=0)
    crosses = (begin[:, 1] > 0) != (end[:, 1] > 0)
    begin, end = begin[crosses], end[crosses]
    at = begin[:, 0] - begin[:, 1] * (end[:, 0] - begin[:, 0]) / (end[:, 1] - begin[:, 1])
    return bool((at > 0).sum() % 2)
