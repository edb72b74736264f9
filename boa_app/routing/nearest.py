"""The place on the street network that is nearest to a position, exactly.

Every line is cut into pieces of at most fifty metres. No point of a piece is more than half of that from its middle,
so whoever holds the nearest place has its middle within the nearest middle plus one such half: only those are measured.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from boa_app.routing.graph import FloatArray, Graaf, IntArray
from boa_app.routing.meten import step_lengths, to_space

_PIECE_M = 50.0


@dataclass(frozen=True, slots=True)
class Plek:
    """A place on a segment. deel: 0 at its node `van`, 1 at `naar`, by length. afstand_m: from what was asked for."""

    segment: int
    deel: float
    lon: float
    lat: float
    afstand_m: float = 0.0


class Zoeker:
    """Finds the nearest place; made once per graph, which takes some milliseconds per thousand segments."""

    def __init__(self, graaf: Graaf) -> None:
        from scipy.spatial import cKDTree  # type: ignore[import-untyped]

        self._start, self._end, self._share, self._segment = _pieces(graaf)
        self._low, self._high = to_space(*self._start.T), to_space(*self._end.T)
        self._reach = _PIECE_M / 2 + 0.001
        self._tree: Any = cKDTree((self._low + self._high) / 2) if len(self._segment) else None

    def nearest(self, lon: float, lat: float) -> Plek | None:
        """The nearest place where one may walk, None when there is none at all."""
        if self._tree is None:
            return None
        spot = to_space(lon, lat)
        middle_m, _ = self._tree.query(spot)
        near = np.sort(self._tree.query_ball_point(spot, middle_m + self._reach))
        low, step = self._low[near], self._high[near] - self._low[near]
        square = np.einsum("ij,ij->i", step, step)
        along = np.einsum("ij,ij->i", spot - low, step) / np.where(square > 0, square, 1.0)
        held = np.clip(along, 0.0, 1.0)
        distance = np.linalg.norm(spot - low - held[:, None] * step, axis=1)
        best = int(np.argmin(distance))
        piece, part = int(near[best]), float(held[best])
        at = self._start[piece] + part * (self._end[piece] - self._start[piece])
        first, last = self._share[piece]
        deel = min(1.0, float(first + part * (last - first)))
        return Plek(int(self._segment[piece]), deel, float(at[0]), float(at[1]), float(distance[best]))


def shares_along(graaf: Graaf) -> FloatArray:
    """Of every point of every line how far along it lies, from 0 to 1 by length."""
    steps = np.append(step_lengths(to_space(graaf.lon, graaf.lat)), 0.0)
    steps[graaf.begin[1:] - 1] = 0.0
    metres = np.concatenate(([0.0], np.cumsum(steps)))[:-1]
    sizes = np.diff(graaf.begin)
    total = np.repeat(metres[graaf.begin[1:] - 1] - metres[graaf.begin[:-1]], sizes)
    return np.asarray((metres - np.repeat(metres[graaf.begin[:-1]], sizes)) / np.where(total > 0, total, 1.0))


def _pieces(graaf: Graaf) -> tuple[FloatArray, FloatArray, FloatArray, IntArray]:
    """Start and end in degrees, shares of both along the segment, and the segment, of every piece one may walk."""
    if not len(graaf.lon):
        return np.zeros((0, 2)), np.zeros((0, 2)), np.zeros((0, 2)), np.zeros(0, dtype=np.int64)
    owner = np.repeat(np.arange(len(graaf)), np.diff(graaf.begin))
    points = np.stack((graaf.lon, graaf.lat, shares_along(graaf)), axis=1)
    step = np.flatnonzero((owner[1:] == owner[:-1]) & graaf.toegestaan[owner[1:]])
    metres = step_lengths(to_space(graaf.lon, graaf.lat))[step]
    counts = np.maximum(np.ceil(metres / _PIECE_M), 1).astype(np.int64)
    number = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
    of_step, many = np.repeat(step, counts), np.repeat(counts, counts)[:, None]
    from_, whole = points[of_step], points[of_step + 1] - points[of_step]
    start = from_ + whole * (number[:, None] / many)
    end = from_ + whole * ((number[:, None] + 1) / many)
    return start[:, :2], end[:, :2], np.stack((start[:, 2], end[:, 2]), axis=1), owner[of_step]
