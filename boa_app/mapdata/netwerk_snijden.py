"""Cutting a network down to a municipality: its border and the streets just outside, that people walk in along."""

from __future__ import annotations

from dataclasses import replace
from math import cos, radians
from typing import TYPE_CHECKING

import numpy as np

from boa_app.mapdata.geojson import Rings
from boa_app.mapdata.netwerk_vorm import SCHAAL, IntArray, Mask, Netwerk, Tekenlijn, select
from boa_app.mapdata.wegregels import Reden

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

MARGE_M = 500.0
# Metres in a degree of latitude; a border is drawn to some metres, so the mean will do.
_DEGREE_M = 111_320.0


def frame_of(grens: Rings, marge_m: float = MARGE_M) -> tuple[int, int, int, int]:
    """West, south, east, north of a border with its margin, in SCHAAL parts of a degree."""
    lon, lat = np.array([spot for ring in grens for spot in ring], dtype=float).T
    up = marge_m / _DEGREE_M
    aside = up / cos(radians(float(np.abs(lat).max())))
    edges = (lon.min() - aside, lat.min() - up, lon.max() + aside, lat.max() + up)
    west, south, east, north = (int(np.clip(edge, -180, 180) * SCHAAL) for edge in edges)
    return west, south, east, north


def cut(netwerk: Netwerk, grens: Rings, marge_m: float = MARGE_M) -> Netwerk:
    """The segments with a point within the border or the margin around it.

    A segment is kept whole, so that no street ends where nobody can turn. Ways that fall away altogether are counted.
    """
    area, shrink = _area(grens, marge_m)
    inside = _is_inside(area, netwerk.punten, shrink)
    # A long straight segment may cross the area between two of its points.
    keep = np.logical_or.reduceat(inside, netwerk.begin[:-1]) if len(netwerk) else np.zeros(0, dtype=bool)
    keep |= _crosses(area, netwerk, ~keep, shrink)
    left = select(netwerk, keep)
    gone = len(np.setdiff1d(netwerk.weg_id[~keep], left.weg_id))
    told = dict(netwerk.overgeslagen)
    if gone:
        told[Reden.BUITEN_GRENS] = told.get(Reden.BUITEN_GRENS, 0) + gone
    lines = tuple(line for line in netwerk.lijnen if _meets(area, line, shrink))
    return replace(left, overgeslagen=told, lijnen=lines)


def _area(grens: Rings, marge_m: float) -> tuple[BaseGeometry, float]:
    """The border with its margin in degrees of latitude, and what a degree of longitude is of one."""
    import shapely

    rings = [np.array(ring, dtype=float) for ring in grens]
    shrink = cos(radians(float(np.mean([ring[:, 1].mean() for ring in rings]))))
    # Even-odd: a ring within a ring is a hole.
    area: BaseGeometry = shapely.Polygon()
    for ring in rings:
        area = area.symmetric_difference(shapely.make_valid(shapely.Polygon(ring * (shrink, 1.0))))
    area = area.buffer(marge_m / _DEGREE_M)
    shapely.prepare(area)
    return area, shrink


def _is_inside(area: BaseGeometry, points: IntArray, shrink: float) -> Mask:
    import shapely

    return np.asarray(shapely.intersects_xy(area, points[:, 0] / SCHAAL * shrink, points[:, 1] / SCHAAL))


def _crosses(area: BaseGeometry, netwerk: Netwerk, asked: Mask, shrink: float) -> Mask:
    import shapely

    rows = np.flatnonzero(asked)
    crosses = np.zeros(len(netwerk), dtype=bool)
    scale = np.array((shrink, 1.0)) / SCHAAL
    west, south, east, north = area.bounds
    for row in rows.tolist():
        line = netwerk.punten[netwerk.begin[row] : netwerk.begin[row + 1]] * scale
        low, high = line.min(axis=0), line.max(axis=0)
        if low[0] <= east and high[0] >= west and low[1] <= north and high[1] >= south:
            crosses[row] = shapely.intersects(area, shapely.linestrings(line))
    return crosses


def _meets(area: BaseGeometry, line: Tekenlijn, shrink: float) -> bool:
    import shapely

    return bool(shapely.intersects(area, shapely.linestrings(line.punten * (np.array((shrink, 1.0)) / SCHAAL))))
