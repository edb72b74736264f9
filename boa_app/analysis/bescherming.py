"""The protected grid: squares of the RD grid merged until nobody can be told from them (analysis.md §6).

        400 m, n >= k          every non-empty quarter >= k: split           one quarter too small: stays whole
      ┌─────────────┐              ┌──────┬──────┐                              ┌─────────────┐
      │     23      │      or      │  11  │  5   │                      or      │   14 (9+5+0 │
      │             │              ├──────┼──────┤                              │   would do, │
      └─────────────┘              │   7  │  0   │                              │   9+4+1 not)│
                                   └──────┴──────┘                              └─────────────┘

A top square below k is hidden, and so is one with some but fewer than k addresses: no number of it leaves this
module. Every square is published once, so nothing can be had by subtracting; for the same reason no total goes out
beside the squares (`Raster.getoond` counts what they show). Without addresses no square is split below 400 m: five
incidents at one lonely farm would point at that farm.

What `voeg_samen`, `vergrof` and `deel` make is made of published squares alone, so it tells nothing they did not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

K = 5
START_M = 400
# Where the usual start shows less than this share of the incidents, it begins one size larger.
START_GROOT_M = 800
MINSTENS_GETOOND = 0.70
KLEINSTE_M = 100
KLEINSTE_OPENBAAR_M = 200
# Classes of incidents per area against the mean of the squares shown: below the first, between, above the second.
KLASSE_GRENZEN = (0.75, 1.5)
MINDER, GEMIDDELD, MEER = 1, 2, 3
IntArray = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Raster:
    """Squares of the RD grid that do not overlap; equal lengths per group, ordered by size, then x, then y.

    x_m, y_m: lower left corners on multiples of zijde_m, EPSG:28992. aantal: incidents, at least k. klasse: MINDER,
    GEMIDDELD or MEER. te_weinig_*: hidden squares, all of start_m. aandeel: share of all incidents that the squares
    show, for the person who decides; it must not go out beside the counts. buiten: incidents RD does not reach.
    met_adressen: whether addresses were known when it was made.
    """

    k: int
    start_m: int
    x_m: IntArray
    y_m: IntArray
    zijde_m: IntArray
    aantal: IntArray
    klasse: IntArray
    te_weinig_x_m: IntArray
    te_weinig_y_m: IntArray
    aandeel: float
    buiten: int
    met_adressen: bool = False

    @property
    def getoond(self) -> int:
        """Incidents in the squares shown."""
        return int(self.aantal.sum())

    @property
    def is_leeg(self) -> bool:
        """True when no square reaches k."""
        return self.x_m.size == 0


def maak_raster(
    x_m: ArrayLike, y_m: ArrayLike, *, k: int = K, kleinste_m: int = KLEINSTE_M,
    adressen: tuple[ArrayLike, ArrayLike] | None = None,
) -> Raster:  # fmt: skip
    """Merge incidents into squares of at least k.

    x_m, y_m: one position per incident, EPSG:28992; nan and inf are left out and counted as buiten. kleinste_m: 100 or
    200. adressen: x and y of addresses; each square shown then has none of them or at least k. Without any of them no
    square is smaller than 400 m. Raises ValueError for k < 2 or another kleinste_m. Source: analysis.md §6, merge rule.
    """
    if k < 2 or kleinste_m not in (KLEINSTE_M, KLEINSTE_OPENBAAR_M):
        raise ValueError("k of kleinste_m")
    x, y = np.asarray(x_m, dtype=np.float64), np.asarray(y_m, dtype=np.float64)
    known = np.isfinite(x) & np.isfinite(y)
    # A list of addresses with nothing in it is one that failed to come, not a municipality without houses.
    has_homes = adressen is not None and np.size(adressen[0]) > 0
    if not has_homes:
        kleinste_m = START_M
    cells = _cells(x[known], y[known], kleinste_m)
    homes = _cells(*adressen, kleinste_m) if adressen is not None and has_homes else None
    made = _merge(cells, homes, k, kleinste_m, START_M)
    total = int(known.sum())
    if total and made[1].sum() < MINSTENS_GETOOND * total:
        made = _merge(cells, homes, k, kleinste_m, START_GROOT_M)
        start_m = START_GROOT_M
    else:
        start_m = START_M
    share = float(made[1].sum() / total) if total else 1.0
    return _to_raster(made, k, start_m, (share, int((~known).sum())), met_adressen=has_homes)


def voeg_samen(rasters: Sequence[Raster]) -> Raster:
    """The squares of several grids added up, each as large as the largest of them there.

    A square that one of them hides adds nothing. aandeel: of the worst. Raises ValueError without any grid.
    """
    squares = np.concatenate([np.stack((one.x_m, one.y_m, one.zijde_m)) for one in rasters], axis=1)
    counts = np.concatenate([one.aantal for one in rasters])
    target = np.zeros_like(squares)
    for size in np.unique(squares[2])[::-1].tolist():
        corners = squares[:2] // size
        open_ = target[2] == 0
        own = open_ & (squares[2] == size)
        inside = open_ & _is_in((corners[0], corners[1]), (corners[0][own], corners[1][own]))
        target[:, inside] = np.stack((*(corners[:, inside] * size), np.full(int(inside.sum()), size)))
    return _summed(target, counts, rasters)


def vergrof(raster: Raster, kleinste_m: int) -> Raster:
    """The same grid without squares smaller than kleinste_m."""
    side = np.maximum(raster.zijde_m, kleinste_m)
    target = np.stack((raster.x_m // side * side, raster.y_m // side * side, side))
    return _summed(target, raster.aantal, (raster,))


def deel(raster: Raster, vakken: NDArray[np.bool_], te_weinig: NDArray[np.bool_]) -> Raster:
    """Some of the squares, and some of the hidden ones."""
    made = np.stack((raster.x_m, raster.y_m, raster.zijde_m))[:, vakken], raster.aantal[vakken]
    hidden = np.stack((raster.te_weinig_x_m, raster.te_weinig_y_m))[:, te_weinig]
    told = (raster.aandeel, raster.buiten)
    return _to_raster((*made, hidden), raster.k, raster.start_m, told, met_adressen=raster.met_adressen)


def _summed(target: IntArray, counts: IntArray, rasters: Sequence[Raster]) -> Raster:
    squares, where = np.unique(target, axis=1, return_inverse=True)
    summed = np.bincount(where.ravel(), weights=counts, minlength=squares.shape[1])
    start_m = min(one.start_m for one in rasters)
    told = (min(one.aandeel for one in rasters), sum(one.buiten for one in rasters))
    return _to_raster(
        (squares, np.rint(summed).astype(np.int64), _still_hidden(squares, rasters, start_m)),
        max(one.k for one in rasters), start_m, told, met_adressen=all(one.met_adressen for one in rasters),
    )  # fmt: skip


def _still_hidden(squares: IntArray, rasters: Sequence[Raster], start_m: int) -> IntArray:
    """Hidden squares, all of start_m, where no square is shown."""
    parts = []
    for one in rasters:
        steps = range(0, one.start_m, start_m)
        parts += [np.stack((one.te_weinig_x_m + dx, one.te_weinig_y_m + dy)) for dx in steps for dy in steps]
    hidden = np.unique(np.concatenate(parts, axis=1), axis=1)
    for size in np.unique(squares[2]).tolist():
        wide = max(size, start_m)
        shown = squares[:2, squares[2] == size] // wide
        hidden = hidden[:, ~_is_in((hidden[0] // wide, hidden[1] // wide), (shown[0], shown[1]))]
    return hidden


# Cells of the smallest size: column and row of each that holds something, and how many.
_Cells = tuple[IntArray, IntArray, IntArray]
# Squares shown: (column, row, side) in the unit of the smallest, counts; and column and row of the hidden top squares.
_Made = tuple[IntArray, IntArray, IntArray]


def _cells(x: ArrayLike, y: ArrayLike, size_m: int) -> _Cells:
    column = np.floor(np.asarray(x, dtype=np.float64) / size_m).astype(np.int64)
    row = np.floor(np.asarray(y, dtype=np.float64) / size_m).astype(np.int64)
    return _sum_by(column, row, np.ones(column.size, dtype=np.int64))


def _sum_by(column: IntArray, row: IntArray, count: IntArray) -> _Cells:
    if not column.size:
        return column, row, count
    pairs, where = np.unique(np.stack((column, row)), axis=1, return_inverse=True)
    summed = np.bincount(where.ravel(), weights=count, minlength=pairs.shape[1])
    return pairs[0], pairs[1], np.rint(summed).astype(np.int64)


def _merge(cells: _Cells, homes: _Cells | None, k: int, smallest_m: int, start_m: int) -> _Made:
    """From the top down: what may be split is, what may not stays."""
    factor = start_m // smallest_m
    column, row, count = _coarser(cells, factor)
    shown: list[IntArray] = []
    counts: list[IntArray] = []
    open_ = count >= k
    if homes is not None:
        few = _coarser(homes, factor)
        open_ &= ~_is_in((column, row), (few[0][few[2] < k], few[1][few[2] < k]))
    hidden = np.stack((column, row))[:, ~open_]
    column, row, count = column[open_], row[open_], count[open_]
    while column.size:
        split = np.zeros(column.size, dtype=np.bool_)
        if factor > 1:
            parts = _coarser(cells, factor // 2)
            split = _may_split((column, row), parts, homes, k, factor // 2)
        shown.append(np.stack((column * factor, row * factor, np.full(column.size, factor)))[:, ~split])
        counts.append(count[~split])
        if not split.any():
            break
        mine = _is_in((parts[0] // 2, parts[1] // 2), (column[split], row[split]))
        column, row, count = (values[mine] for values in parts)
        factor //= 2
    squares = np.concatenate(shown, axis=1) if shown else np.zeros((3, 0), dtype=np.int64)
    squares = squares * smallest_m
    return squares, np.concatenate(counts) if counts else np.zeros(0, dtype=np.int64), hidden * start_m


def _coarser(cells: _Cells, factor: int) -> _Cells:
    return _sum_by(cells[0] // factor, cells[1] // factor, cells[2])


def _may_split(
    squares: tuple[IntArray, IntArray], parts: _Cells, homes: _Cells | None, k: int, factor: int
) -> NDArray[np.bool_]:
    """Whether no part of a square would show something below k."""
    small = parts[2] < k
    refused = _is_in(squares, (parts[0][small] // 2, parts[1][small] // 2))
    if homes is not None:
        few = _coarser(homes, factor)
        lonely = few[2] < k
        # Only a part that would be shown tells something about who lives there.
        lonely &= _is_in((few[0], few[1]), (parts[0], parts[1]))
        refused |= _is_in(squares, (few[0][lonely] // 2, few[1][lonely] // 2))
    return ~refused


def _is_in(squares: tuple[IntArray, IntArray], among: tuple[IntArray, IntArray]) -> NDArray[np.bool_]:
    # RD reaches some 10,000 cells; one number per square keeps the order of both.
    first, second = ((column << 32) + row for column, row in (squares, among))
    return np.isin(first, second)


def _to_raster(made: _Made, k: int, start_m: int, told: tuple[float, int], *, met_adressen: bool) -> Raster:
    squares, counts, hidden = made
    order = np.lexsort((squares[1], squares[0], -squares[2]))
    x, y, side = squares[:, order]
    counts = counts[order]
    place = np.lexsort((hidden[1], hidden[0]))
    return Raster(
        k, start_m, x, y, side, counts, classes_of(counts, side), hidden[0][place], hidden[1][place], *told,
        met_adressen,
    )  # fmt: skip


def classes_of(counts: IntArray, side_m: IntArray) -> IntArray:
    """Incidents per area of each square against that of all squares shown together."""
    if not counts.size:
        return counts
    areas = side_m.astype(np.float64) ** 2
    against_mean = (counts / areas) / (counts.sum() / areas.sum())
    classes: IntArray = MINDER + np.searchsorted(np.asarray(KLASSE_GRENZEN), against_mean, side="right")
    return classes
