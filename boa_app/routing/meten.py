"""Positions as points in space, so that lengths and nearest points are right anywhere on earth.

A chord between two points of a street is shorter than the way over the ellipsoid by less than one part in ten
million for every stretch below ten kilometres, so straight lines in space serve for all street geometry.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

# WGS84: half the long axis in metres, and the square of the first eccentricity.
_AXIS_M = 6_378_137.0
_ECCENTRICITY2 = 0.006694379990141316
# A province has millions of points: in blocks they need some megabytes at once instead of hundreds.
_BLOCK = 50_000


def to_space(lon: ArrayLike, lat: ArrayLike) -> FloatArray:
    """Points in metres from the centre of the earth, one row each. lon, lat: degrees WGS84, height 0."""
    lam, phi = np.radians(np.asarray(lon, dtype=float)), np.radians(np.asarray(lat, dtype=float))
    normal = _AXIS_M / np.sqrt(1.0 - _ECCENTRICITY2 * np.sin(phi) ** 2)
    flat = normal * np.cos(phi)
    parts = (flat * np.cos(lam), flat * np.sin(lam), normal * (1.0 - _ECCENTRICITY2) * np.sin(phi))
    return np.stack(np.broadcast_arrays(*parts), axis=-1)


def step_lengths(points: FloatArray) -> FloatArray:
    """Metres from each point to the next one: one less than there are points."""
    steps = np.diff(points, axis=0)
    return np.asarray(np.sqrt(np.einsum("ij,ij->i", steps, steps)), dtype=float)


def line_lengths_m(lon: ArrayLike, lat: ArrayLike, begin: IntArray) -> FloatArray:
    """Length of each line in metres. begin: where line i starts, with the number of all points as last value."""
    x, y = np.asarray(lon, dtype=float), np.asarray(lat, dtype=float)
    steps = np.zeros(len(x))
    for start in range(0, len(x) - 1, _BLOCK):
        part = slice(start, start + _BLOCK + 1)
        found = step_lengths(to_space(x[part], y[part]))
        steps[start : start + len(found)] = found
    # The step from the last point of a line to the first of the next belongs to neither.
    steps[begin[1:] - 1] = 0.0
    total = np.concatenate(([0.0], np.cumsum(steps)))
    return np.asarray(total[begin[1:]] - total[begin[:-1]], dtype=float)
