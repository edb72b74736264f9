"""Which area a position lies in: point in polygon, never by name (domain §8.3)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray

Ring = Sequence[tuple[float, float]]


def assign_polygons(lon: ArrayLike, lat: ArrayLike, polygons: Sequence[Sequence[Ring]]) -> NDArray[np.int32]:
    """The index of the polygon that holds each position, -1 where none does.

    polygons: per area all its rings, exteriors and holes of every part alike (even-odd rule), in the same coordinates
    as the positions. A position on an edge belongs to the first area that touches it; so does one in an overlap.
    """
    x, y = np.atleast_1d(np.asarray(lon, dtype=float)), np.atleast_1d(np.asarray(lat, dtype=float))
    found = np.full(len(x), -1, dtype=np.int32)
    for index, rings in enumerate(polygons):
        inside = np.zeros(len(x), dtype=bool)
        for ring in rings:
            inside ^= _inside_ring(x, y, ring)
        found[inside & (found < 0)] = index
    return found


def _inside_ring(x: NDArray[np.float64], y: NDArray[np.float64], ring: Ring) -> NDArray[np.bool_]:
    polygon = shapely.Polygon(ring)
    shapely.prepare(polygon)
    west, south, east, north = polygon.bounds
    inside = np.zeros(len(x), dtype=bool)
    # Most positions lie outside most areas: the box is one cheap pass before the real test.
    near = np.flatnonzero((x >= west) & (x <= east) & (y >= south) & (y <= north))
    inside[near] = shapely.intersects_xy(polygon, x[near], y[near])
    return inside
