"""The street graph that walkers are sent over: segments with their lines, and rows of neighbours to search in.

Rows of neighbours (CSR): of node i they stand at indptr[i]:indptr[i + 1], ascending. Between two nodes only the
shortest segment stands there; loops do not, since no shortest way uses one. Both still have their lines, so one can
start or end on them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
Mask = NDArray[np.bool_]

# A search takes a length of nothing for no link at all; this is far below what is measured.
_LEAST_M = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class Graaf:
    """knopen: how many nodes, numbered from 0. van, naar, lengte_m, toegestaan: per segment, metres.

    lon, lat: of the points of all lines, degrees WGS84; begin: where the line of a segment starts, with the number of
    points as last value. Without lines nothing can be found near a position, the rest works.
    """

    knopen: int
    van: IntArray
    naar: IntArray
    lengte_m: FloatArray
    toegestaan: Mask
    lon: FloatArray
    lat: FloatArray
    begin: IntArray
    indptr: IntArray
    indices: IntArray
    gewicht: FloatArray
    segment: IntArray

    def __len__(self) -> int:
        return len(self.van)

    def links(self, node: int) -> tuple[IntArray, IntArray]:
        """The neighbours of a node, ascending, and the segment to each."""
        row = slice(int(self.indptr[node]), int(self.indptr[node + 1]))
        return self.indices[row], self.segment[row]

    def segment_between(self, node: int, other: int) -> int:
        """The shortest segment between two neighbours."""
        neighbours, segments = self.links(node)
        return int(segments[np.searchsorted(neighbours, other)])


def make_graaf(
    knopen: int,
    van: ArrayLike,
    naar: ArrayLike,
    lengte_m: ArrayLike,
    *,
    toegestaan: ArrayLike | None = None,
    lon: ArrayLike = (),
    lat: ArrayLike = (),
    begin: ArrayLike | None = None,
) -> Graaf:
    """The graph of these segments; those not toegestaan are never walked.

    Raises ValueError for a node that is not there, a length that is none, and lines that do not fit the segments.
    """
    start, end = np.asarray(van, dtype=np.int64), np.asarray(naar, dtype=np.int64)
    metres = np.asarray(lengte_m, dtype=float)
    allowed = np.ones(len(start), dtype=bool) if toegestaan is None else np.asarray(toegestaan, dtype=bool)
    x, y = np.asarray(lon, dtype=float), np.asarray(lat, dtype=float)
    cuts = np.zeros(len(start) + 1, dtype=np.int64) if begin is None else np.asarray(begin, dtype=np.int64)
    _check(knopen, start, end, metres, allowed)
    _check_lines(len(start), x, y, cuts)
    return Graaf(knopen, start, end, metres, allowed, x, y, cuts, *_rows(knopen, start, end, metres, allowed))


def _rows(
    knopen: int, van: IntArray, naar: IntArray, lengte_m: FloatArray, allowed: Mask
) -> tuple[IntArray, IntArray, FloatArray, IntArray]:
    """indptr, indices, gewicht and segment of the rows of neighbours."""
    use = np.flatnonzero(allowed & (van != naar))
    rows, columns = np.concatenate((van[use], naar[use])), np.concatenate((naar[use], van[use]))
    weights, segments = np.tile(np.maximum(lengte_m[use], _LEAST_M), 2), np.tile(use, 2)
    order = np.lexsort((segments, weights, columns, rows))
    rows, columns, weights, segments = rows[order], columns[order], weights[order], segments[order]
    first = np.ones(len(rows), dtype=bool)
    first[1:] = (rows[1:] != rows[:-1]) | (columns[1:] != columns[:-1])
    counts = np.bincount(rows[first], minlength=knopen)
    indptr = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
    return indptr, columns[first], weights[first], segments[first]


def _check(knopen: int, van: IntArray, naar: IntArray, lengte_m: FloatArray, allowed: Mask) -> None:
    if not len(van) == len(naar) == len(lengte_m) == len(allowed):
        raise ValueError("segmenten")
    ends = np.concatenate((van, naar))
    if len(ends) and (ends.min() < 0 or ends.max() >= knopen):
        raise ValueError("knoop")
    if not (np.isfinite(lengte_m).all() and (lengte_m >= 0).all()):
        raise ValueError("lengte_m")


def _check_lines(segments: int, lon: FloatArray, lat: FloatArray, begin: IntArray) -> None:
    if len(lon) != len(lat) or len(begin) != segments + 1 or begin[0] or begin[-1] != len(lon):
        raise ValueError("begin")
    # All have a line, or none has.
    if len(lon) and (np.diff(begin) < 2).any():
        raise ValueError("lijn")
