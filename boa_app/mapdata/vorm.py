"""Shapes for the example map: rounding corners, bending the whole plan a little, taking geometries apart.

Everything is in metres east and north of the middle of the plan.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

Xy = Sequence[float]


def smooth_line(points: Sequence[Xy], rounds: int = 2) -> LineString:
    """The line with its corners cut (Chaikin 1974); both ends stay where they are."""
    at = np.asarray(points, dtype=float)
    for _ in range(rounds):
        cut = np.empty((2 * len(at) - 2, 2))
        cut[0::2] = 0.75 * at[:-1] + 0.25 * at[1:]
        cut[1::2] = 0.25 * at[:-1] + 0.75 * at[1:]
        at = np.vstack([at[:1], cut, at[-1:]])
    return LineString(at)


def smooth_polygon(points: Sequence[Xy], rounds: int = 2) -> Polygon:
    """The polygon of a ring of points (not closed) with its corners cut."""
    at = np.asarray(points, dtype=float)
    for _ in range(rounds):
        following = np.roll(at, -1, axis=0)
        cut = np.empty((2 * len(at), 2))
        cut[0::2] = 0.75 * at + 0.25 * following
        cut[1::2] = 0.25 * at + 0.75 * following
        at = cut
    return Polygon(at)


def ellipse(half_x: float, half_y: float, points: int = 72) -> Polygon:
    """An ellipse around the origin."""
    angle = np.linspace(0, 2 * math.pi, points, endpoint=False)
    return Polygon(np.column_stack([half_x * np.cos(angle), half_y * np.sin(angle)]))


def polygons_of(geometry: BaseGeometry) -> list[Polygon]:
    """The polygons in any geometry."""
    return [part for part in _parts(geometry) if isinstance(part, Polygon) and not part.is_empty]


def lines_of(geometry: BaseGeometry) -> list[LineString]:
    """The lines in any geometry, joined end to end where only two meet."""
    found = [part for part in _parts(geometry) if isinstance(part, LineString) and part.length > 0]
    merged = shapely.line_merge(shapely.MultiLineString(found)) if found else shapely.MultiLineString()
    return [part for part in _parts(merged) if isinstance(part, LineString) and part.length > 0]


def largest(geometry: BaseGeometry) -> Polygon:
    """The largest polygon of a geometry, empty when it holds none."""
    return max(polygons_of(geometry), key=lambda part: part.area, default=Polygon())


@dataclass(frozen=True, slots=True)
class Bocht:
    """A gentle bend of the plan: nothing inside straight_m of the middle, full strength from twice that on."""

    height_m: float
    length_m: float
    straight_m: float

    def bend(self, at: NDArray[np.float64]) -> NDArray[np.float64]:
        """Bent positions; neighbouring positions stay neighbours, so shared edges stay shared."""
        x, y = at[:, 0], at[:, 1]
        share = np.clip(np.hypot(x, y) / self.straight_m - 1, 0, 1)
        share = share * share * (3 - 2 * share) * self.height_m
        turn = 2 * math.pi / self.length_m
        dx = np.sin(turn * (0.9 * y + 0.35 * x)) + 0.35 * np.sin(turn * 2.3 * y + 1)
        dy = np.sin(turn * (0.8 * x - 0.3 * y) + 2) + 0.35 * np.sin(turn * 2.1 * x)
        return np.column_stack([x + share * dx, y + share * dy])

    def apply(self, geometry: BaseGeometry, step_m: float = 55) -> BaseGeometry:
        """A bent geometry, with points enough for the bend to show and no more."""
        return shapely.transform(geometry.segmentize(step_m), self.bend).simplify(0.6)


def _parts(geometry: BaseGeometry) -> Iterable[BaseGeometry]:
    if hasattr(geometry, "geoms"):
        for part in geometry.geoms:
            yield from _parts(part)
    else:
        yield geometry
