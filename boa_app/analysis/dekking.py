"""How much of each cell of a grid lies inside polygons: exact along a row, sampled a few times up each cell.

A scan line is cut by the edges of a polygon; between its first and second cut, third and fourth and so on, is inside.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from boa_app.analysis.dichtheid import CEL_M, Grid, Kader

# Scan lines up one cell: with cells of 25 m one each 5 m.
_LINES = 5

Edges = NDArray[np.float64]


def cover_grid(polygons: Sequence[Sequence[ArrayLike]], kader: Kader, cel_m: float = CEL_M) -> Grid:
    """The part of each cell inside, 0 to 1, row 0 in the south; cells in several polygons add up, to more than 1.

    polygons: of each its rings, exteriors and holes alike (even-odd rule), n x 2 in metres. Polygons may reach
    beyond the grid. Positions that are no number are left out.
    """
    flat = np.zeros(kader.rijen * (kader.kolommen + 2), dtype=np.float64)
    cut = _cuts([_edges(rings, kader, cel_m) for rings in polygons], kader.rijen * _LINES)
    if cut is not None:
        line, x, sign = cut
        # A cut counts for all that lies east of it.
        x = np.clip(x, 0, kader.kolommen)
        column = x.astype(np.int64)
        at = line // _LINES * (kader.kolommen + 2) + column
        part = column + 1 - x
        flat += np.bincount(at, sign * part, minlength=flat.size)
        flat += np.bincount(at + 1, sign * (1 - part), minlength=flat.size)
    grid = flat.reshape(kader.rijen, kader.kolommen + 2)
    return (np.cumsum(grid, axis=1)[:, : kader.kolommen] / _LINES).astype(np.float32)


def _edges(rings: Sequence[ArrayLike], kader: Kader, cel_m: float) -> Edges:
    """x0, y0, x1, y1 of every edge: x in cells, y in scan lines."""
    found = [np.zeros((0, 4))]
    for ring in rings:
        places = np.asarray(ring, dtype=np.float64).reshape(-1, 2)
        places = places[np.isfinite(places).all(axis=1)]
        x = (places[:, 0] - kader.xmin) / cel_m
        # Scan lines go through the middles of the strips.
        y = (places[:, 1] - kader.ymin) / cel_m * _LINES - 0.5
        # Closed here, so that a ring that is not is none the worse.
        found.append(np.column_stack((x, y, np.roll(x, -1), np.roll(y, -1))))
    return np.concatenate(found)


def _cuts(
    polygons: Sequence[Edges], lines: int
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]] | None:
    """Of each cut its scan line, its x, and 1 where a polygon begins there or -1 where it ends."""
    owner = np.repeat(np.arange(len(polygons)), [len(edges) for edges in polygons])
    x0, y0, x1, y1 = (np.concatenate(polygons) if polygons else np.zeros((0, 4))).T
    # Half open, so that a corner on a scan line is one cut and not two.
    first = np.clip(np.ceil(np.minimum(y0, y1)), 0, lines).astype(np.int64)
    end = np.clip(np.ceil(np.maximum(y0, y1)), 0, lines).astype(np.int64)
    many = end - first
    if not many.any():
        return None
    edge = np.repeat(np.arange(len(many)), many)
    line = first[edge] + np.arange(len(edge)) - np.repeat(np.cumsum(many) - many, many)
    cut: NDArray[np.float64] = (x0[edge] + (line - y0[edge]) * (x1 - x0)[edge] / (y1 - y0)[edge]).astype(np.float64)
    order = np.lexsort((cut, line, owner[edge]))
    group = owner[edge][order] * lines + line[order]
    begins = np.flatnonzero(np.diff(group, prepend=-1))
    place = np.arange(len(group)) - np.repeat(begins, np.diff(begins, append=len(group)))
    sign = np.where(place % 2 == 0, 1.0, -1.0)
    return line[order], cut[order], sign
