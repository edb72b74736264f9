"""Kernel density: how many incidents per area a place has, smoothed by a Gaussian of a fixed width in metres.

    counts per cell (bincount) ── Gaussian, one axis after the other ──> per m² or per ha per year
                               └─ mask, by the same Gaussian ──> divides it, so that an edge is no valley

Positions are RD metres (EPSG:28992). Source: analysis.md §1; Diggle 1985 for the corrections at an edge.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

SIGMA_M = 75.0
CEL_M = 25.0
HA_M2 = 10_000.0
# scipy's default as well: with 3 a faint cell is 23 % off.
TRUNCATE = 4.0
# Rows and columns of the result made by one matrix product. Products larger than a quarter of a million terms are cut
# up over threads by the library below numpy, and those wait for each other: slower by far on a busy machine.
_BAND, _WIDE = 16, 256
# A right corner of the mask leaves a quarter, the sharpest of a real border 0.17; below this a division would make a
# peak out of one incident.
_LEAST_MASK = 0.15

Grid = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Kader:
    """A grid: its lower-left corner in metres, and the numbers of rows (from the south) and columns."""

    xmin: float
    ymin: float
    rijen: int
    kolommen: int


def raster(
    x: ArrayLike,
    y: ArrayLike,
    sigma_m: float = SIGMA_M,
    cel_m: float = CEL_M,
    *,
    kader: Kader,
    gewicht: ArrayLike | None = None,
    masker: NDArray[np.bool_] | Grid | None = None,
    jaren: float | None = None,
) -> Grid:
    """The density at the centre of each cell, row 0 in the south.

    x, y: n positions in metres; those outside the grid are left out. gewicht: one weight each. masker: rows x columns,
    True, or the part of the cell, where an incident can be; see correct_edge for what that does. jaren:
    the time the incidents span; with it the unit is per ha per year, without it per m². Exact to 1 % of the peak while
    the cell is at most a third of sigma.
    """
    counts = count_cells(x, y, cel_m, kader, gewicht)
    if masker is None:
        smooth = smooth_grid(counts, sigma_m / cel_m)
    else:
        smooth = correct_edge(counts, masker.astype(np.float32), sigma_m / cel_m)
    smooth *= np.float32(unit_of(cel_m, jaren))
    return smooth


def count_cells(x: ArrayLike, y: ArrayLike, cel_m: float, kader: Kader, gewicht: ArrayLike | None = None) -> Grid:
    """The incidents, or their weights, in each cell."""
    columns = np.floor((np.asarray(x, dtype=np.float64) - kader.xmin) / cel_m)
    rows = np.floor((np.asarray(y, dtype=np.float64) - kader.ymin) / cel_m)
    # A position that is nan is inside nothing.
    inside = (columns >= 0) & (columns < kader.kolommen) & (rows >= 0) & (rows < kader.rijen)
    cells = rows[inside].astype(np.int64) * kader.kolommen + columns[inside].astype(np.int64)
    weights = None if gewicht is None else np.asarray(gewicht, dtype=np.float64)[inside]
    counts = np.bincount(cells, weights, minlength=kader.rijen * kader.kolommen)
    return counts.astype(np.float32).reshape(kader.rijen, kader.kolommen)


def unit_of(cel_m: float, jaren: float | None) -> float:
    """What turns smoothed counts per cell into a density per m², or per ha per year."""
    return 1.0 / cel_m**2 if jaren is None else HA_M2 / (cel_m**2 * jaren)


def radius_of(sigma_cells: float) -> int:
    """How many cells away the Gaussian still counts."""
    return int(TRUNCATE * sigma_cells + 0.5)


def smooth_grid(grid: Grid, sigma_cells: float) -> Grid:
    """The grid smoothed by a Gaussian, nothing outside it; the same numbers as scipy's gaussian_filter."""
    radius = radius_of(sigma_cells)
    return smooth_inner(np.pad(grid, radius), sigma_cells)


def smooth_inner(padded: Grid, sigma_cells: float) -> Grid:
    """The same, of a grid that carries radius_of(sigma) cells of its surroundings on each side; those are gone after.

    Each axis is a product with a band matrix, in pieces: several times as fast as a filter cell by cell.
    """
    return _smooth_rows(_smooth_rows(padded, sigma_cells).T, sigma_cells).T


def _smooth_rows(padded: Grid, sigma_cells: float) -> Grid:
    """Smoothed down the first axis, which loses its surroundings."""
    band = _band(sigma_cells)
    reach = 2 * radius_of(sigma_cells)
    rows, columns = padded.shape[0] - reach, padded.shape[1]
    smooth = np.empty((rows, columns), dtype=np.float32)
    for begin in range(0, rows, _BAND):
        end = min(begin + _BAND, rows)
        some = band[: end - begin, : end - begin + reach]
        for left in range(0, columns, _WIDE):
            right = left + _WIDE
            np.matmul(some, padded[begin : end + reach, left:right], out=smooth[begin:end, left:right])
    return smooth


def correct_edge(counts: Grid, share: Grid, sigma_cells: float) -> Grid:
    """The counts smoothed, and divided by what part of the Gaussian lies where an incident can be.

    share: of each cell the part where one can be, 0 to 1. Incidents elsewhere count as well, but undivided: where both
    sides of a border are told, nothing is missing there. No step is made anywhere, at a border or at a ditch.
    """
    plain = smooth_grid(counts, sigma_cells)
    within = smooth_grid(np.where(share > 0, counts, np.float32(0)), sigma_cells)
    corrected: Grid = np.maximum(plain, within * edge_factor(smooth_grid(share, sigma_cells)))
    return corrected


def edge_factor(inside: Grid) -> Grid:
    """By how much a density rises where the Gaussian lies for this part inside, at most 1/_LEAST_MASK times."""
    factor: Grid = np.reciprocal(np.clip(inside, np.float32(_LEAST_MASK), np.float32(1)))
    return factor


@cache
def _band(sigma_cells: float) -> Grid:
    """Row i holds the Gaussian from column i on, so that band @ cells smooths _BAND cells."""
    radius = radius_of(sigma_cells)
    kernel = np.exp(-0.5 * (np.arange(-radius, radius + 1) / sigma_cells) ** 2)
    kernel /= kernel.sum()
    band = np.zeros((_BAND, _BAND + 2 * radius), dtype=np.float32)
    for row in range(_BAND):
        band[row, row : row + 2 * radius + 1] = kernel
    return band
