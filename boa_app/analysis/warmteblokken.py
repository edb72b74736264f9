"""Density for any place and any filter, however far the positions lie apart: cells in blocks, smoothed when looked at.

    positions ── once ──> Cellen: order by block and cell        1 M positions: 12 to 20 bytes each
    filter ─────────────> counts per filled cell                 one pass over a mask
    place looked at ────> its block, smoothed with its surroundings, kept

Cells are squares of cel_m of the RD grid itself, so that a place is in the same cell whatever is looked at.
"""

from __future__ import annotations

import itertools
import threading
from collections import OrderedDict

import numpy as np
from numpy.typing import ArrayLike, NDArray

from boa_app.analysis.dichtheid import (
    CEL_M,
    SIGMA_M,
    Grid,
    Kader,
    edge_factor,
    radius_of,
    smooth_grid,
    smooth_inner,
    unit_of,
)

BLOCK = 256
_SHIFT = 8
_PER_BLOCK = BLOCK * BLOCK
# 32 MB of densities: what a screen shows from a few to a hundred kilometres.
_KEPT = 128
# Blocks across: half a continent. Nobody looks for heat from farther away, and a window of it would fill the memory.
_WIDEST = 256


class Cellen:
    """Where each of n positions lies. order, ends and cells are for Dichtheid and telling."""

    def __init__(self, x: ArrayLike, y: ArrayLike, cel_m: float = CEL_M) -> None:
        """x, y: RD metres; nan has no place."""
        self.cel_m = cel_m
        columns = np.floor(np.asarray(x, dtype=np.float64) / cel_m)
        rows = np.floor(np.asarray(y, dtype=np.float64) / cel_m)
        used = np.flatnonzero(np.isfinite(columns) & np.isfinite(rows))
        column, row = columns[used].astype(np.int64), rows[used].astype(np.int64)
        self.west, self.south = (int(part.min(initial=0)) >> _SHIFT for part in (column, row))
        across, up = (column >> _SHIFT) - self.west, (row >> _SHIFT) - self.south
        self.blocks_wide = int(across.max(initial=0)) + 1
        inside = (row & (BLOCK - 1)) * BLOCK + (column & (BLOCK - 1))
        keys = (up * self.blocks_wide + across) * _PER_BLOCK + inside
        order = np.argsort(keys, kind="stable")
        keys = keys[order]
        self._order = used[order].astype(np.int32)
        # The last position of each filled cell.
        self._ends = np.flatnonzero(np.diff(keys, append=-1)).astype(np.int32)
        filled = keys[self._ends]
        self.cells = (filled % _PER_BLOCK).astype(np.int32)
        numbers, firsts = np.unique(filled // _PER_BLOCK, return_index=True)
        bounds = [*firsts.tolist(), filled.size]
        self.slices = {
            (number % self.blocks_wide + self.west, number // self.blocks_wide + self.south): slice(begin, end)
            for number, begin, end in zip(numbers.tolist(), bounds, bounds[1:], strict=False)
        }

    def tel(self, mask: NDArray[np.bool_]) -> NDArray[np.int32]:
        """How many of the positions that are True lie in each filled cell. mask: n, in the order of x and y."""
        if not self._ends.size:
            return np.zeros(0, dtype=np.int32)
        so_far = np.cumsum(mask.take(self._order), dtype=np.int32)[self._ends]
        return np.diff(so_far, prepend=np.int32(0))


class Masker:
    """Where incidents can be, and how much density at a place near the edge of it lacks.

    cover: of each cell of kader the part where an incident can be, see dekking.cover_grid.
    """

    def __init__(self, cover: Grid, kader: Kader, sigma_m: float = SIGMA_M, cel_m: float = CEL_M) -> None:
        self.sigma_m, self.cel_m = sigma_m, cel_m
        share = np.clip(cover, np.float32(0), np.float32(1))
        edge = radius_of(sigma_m / cel_m)
        # Whole blocks, with room for the Gaussian beyond the edge.
        column, row = round(kader.xmin / cel_m), round(kader.ymin / cel_m)
        self._west, self._south = (column - edge) >> _SHIFT, (row - edge) >> _SHIFT
        self._wide = ((column + kader.kolommen + edge) >> _SHIFT) - self._west + 1
        self._high = ((row + kader.rijen + edge) >> _SHIFT) - self._south + 1
        whole = np.zeros((self._high * BLOCK, self._wide * BLOCK), dtype=np.float32)
        top, left = row - self._south * BLOCK, column - self._west * BLOCK
        whole[top : top + kader.rijen, left : left + kader.kolommen] = share
        self._inside = whole > 0
        blocks = self._inside.reshape(self._high, BLOCK, self._wide, BLOCK).all(axis=(1, 3))
        self._wholes = {(self._west + int(i), self._south + int(j)) for j, i in np.argwhere(blocks)}
        self._factor = edge_factor(smooth_grid(whole, sigma_m / cel_m))

    def is_whole(self, across: int, up: int) -> bool:
        """Whether an incident can be in every cell of a block."""
        return (across, up) in self._wholes

    def inside(self, across: int, up: int) -> NDArray[np.bool_] | None:
        """Which cells of a block an incident can be in; None: in no cell."""
        part = self._part(across, up)
        return None if part is None else self._inside[part]

    def factor(self, across: int, up: int) -> Grid | None:
        """By how much density rises in each cell of a block; None where there are no incidents to be."""
        part = self._part(across, up)
        return None if part is None else self._factor[part]

    def _part(self, across: int, up: int) -> tuple[slice, slice] | None:
        column, row = across - self._west, up - self._south
        if not (0 <= column < self._wide and 0 <= row < self._high):
            return None
        return slice(row * BLOCK, (row + 1) * BLOCK), slice(column * BLOCK, (column + 1) * BLOCK)


class Dichtheid:
    """Incidents per ha per year anywhere, of the positions one filter leaves. Safe to ask from several threads."""

    def __init__(
        self,
        cellen: Cellen,
        counts: NDArray[np.int32],
        sigma_m: float = SIGMA_M,
        jaren: float = 1.0,
        masker: Masker | None = None,
    ) -> None:
        """counts: of cellen.tel. jaren: the time the incidents span. masker: for the edge, of the same sigma and cell;
        without it density falls off towards the edge of where incidents can be."""
        if masker is not None and (masker.sigma_m, masker.cel_m) != (sigma_m, cellen.cel_m):
            raise ValueError("masker")
        self._masker = masker
        self.cel_m, self.sigma_m, self.jaren = cellen.cel_m, sigma_m, jaren
        self._cellen, self._counts = cellen, counts
        self._sigma_cells = sigma_m / cellen.cel_m
        self._unit = np.float32(unit_of(cellen.cel_m, jaren))
        self._filled = {place for place, part in cellen.slices.items() if counts[part].any()}
        self._lock = threading.Lock()
        self._known: OrderedDict[tuple[int, int], Grid] = OrderedDict()
        self._grids: OrderedDict[tuple[int, int], Grid] = OrderedDict()
        if radius_of(self._sigma_cells) > BLOCK:
            raise ValueError("sigma_m")

    @property
    def total(self) -> int:
        """How many incidents there are."""
        return int(self._counts.sum())

    def sample(self, x: NDArray[np.float64], y: NDArray[np.float64], step_m: float = 0.0) -> Grid:
        """The density at places in RD metres, between the centres of cells by straight lines.

        step_m: how far apart the places are; places much farther apart than cells are not looked at more finely.
        Places that span more than 1600 km have none.
        """
        every = 1 << min(_SHIFT, max(0, int(np.floor(np.log2(max(step_m / self.cel_m, 1.0))))))
        column, row = x / self.cel_m - 0.5, y / self.cel_m - 0.5
        west, east = _blocks(column, every)
        south, north = _blocks(row, every)
        if max(east - west, north - south) > _WIDEST or not self._has_heat(west, east, south, north):
            return np.zeros(x.shape, dtype=np.float32)
        window = self._window(west, east, south, north, every)
        u = (column - west * BLOCK) / every
        v = (row - south * BLOCK) / every
        return _between(window, u, v)

    def _has_heat(self, west: int, east: int, south: int, north: int) -> bool:
        return any(west - 1 <= i <= east + 1 and south - 1 <= j <= north + 1 for i, j in self._filled)

    def block(self, across: int, up: int) -> Grid | None:
        """The densities of one block; None where all are zero. A block spans BLOCK cells from BLOCK times its place."""
        around = [(across + i, up + j) for j in (-1, 0, 1) for i in (-1, 0, 1)]
        if not self._filled.intersection(around):
            return None
        # Two that look at the same place: the second waits, which is shorter than doing it as well.
        with self._lock:
            known = self._known.get((across, up))
            return self._make(across, up) if known is None else known

    def _make(self, across: int, up: int) -> Grid:
        counts = self._with_surroundings(across, up, within=False)
        made = smooth_inner(counts, self._sigma_cells)
        factor = None if self._masker is None else self._masker.factor(across, up)
        if factor is not None:
            within = counts if self._is_all_within(across, up) else self._with_surroundings(across, up, within=True)
            if within is counts or np.array_equal(within, counts):
                made *= factor
            else:
                made = np.maximum(made, smooth_inner(within, self._sigma_cells) * factor)
        made *= self._unit
        _keep(self._known, (across, up), made)
        return made

    def _with_surroundings(self, across: int, up: int, *, within: bool) -> Grid:
        """The counts of a block and of as much around it as the Gaussian reaches. within: only those in the mask."""
        edge = radius_of(self._sigma_cells)
        whole = np.zeros((BLOCK + 2 * edge, BLOCK + 2 * edge), dtype=np.float32)
        # Where each of three blocks in a row begins and ends in the whole, and which part of it that is.
        into = (slice(0, edge), slice(edge, edge + BLOCK), slice(edge + BLOCK, None))
        part = (slice(BLOCK - edge, None), slice(None), slice(0, edge))
        for j, i in itertools.product(range(3), range(3)):
            if (across + i - 1, up + j - 1) in self._filled:
                counts = self._count_grid(across + i - 1, up + j - 1)
                if within:
                    counts = self._keep_within(counts, across + i - 1, up + j - 1)
                whole[into[j], into[i]] = counts[part[j], part[i]]
        return whole

    def _is_all_within(self, across: int, up: int) -> bool:
        """Whether the mask takes nothing of a block and its surroundings, without looking at the cells."""
        around = {(across + i, up + j) for j in (-1, 0, 1) for i in (-1, 0, 1)}
        masker = self._masker
        return masker is not None and all(masker.is_whole(*place) for place in around & self._filled)

    def _keep_within(self, counts: Grid, across: int, up: int) -> Grid:
        inside = None if self._masker is None else self._masker.inside(across, up)
        return np.zeros_like(counts) if inside is None else np.where(inside, counts, np.float32(0))

    def _count_grid(self, across: int, up: int) -> Grid:
        known = self._grids.get((across, up))
        if known is None:
            part = self._cellen.slices[(across, up)]
            flat = np.zeros(_PER_BLOCK, dtype=np.float32)
            flat[self._cellen.cells[part]] = self._counts[part]
            known = flat.reshape(BLOCK, BLOCK)
            _keep(self._grids, (across, up), known)
        return known

    def _window(self, west: int, east: int, south: int, north: int, every: int) -> Grid:
        """The blocks from one corner to the other as one grid, with the given step in cells."""
        size = BLOCK // every
        window = np.zeros(((north - south + 1) * size, (east - west + 1) * size), dtype=np.float32)
        for across in range(west, east + 1):
            for up in range(south, north + 1):
                made = self.block(across, up)
                if made is not None:
                    row, column = (up - south) * size, (across - west) * size
                    window[row : row + size, column : column + size] = made[::every, ::every]
        return window


def _keep(grids: OrderedDict[tuple[int, int], Grid], place: tuple[int, int], made: Grid) -> None:
    grids[place] = made
    if len(grids) > _KEPT:
        grids.popitem(last=False)


def _blocks(cells: NDArray[np.float64], every: int) -> tuple[int, int]:
    """The first and last block that the lines between these centres need."""
    return int(np.floor(cells.min())) >> _SHIFT, (int(np.floor(cells.max())) + every) >> _SHIFT


def _between(window: Grid, u: NDArray[np.float64], v: NDArray[np.float64]) -> Grid:
    """The values at columns u and rows v, by straight lines between the four around each."""
    column, row = u.astype(np.int32), v.astype(np.int32)
    a, b = (u - column).astype(np.float32), (v - row).astype(np.float32)
    flat, wide = window.ravel(), window.shape[1]
    at = row * wide + column
    low: Grid = flat[at]
    low += a * (flat[at + 1] - low)
    high = flat[at + wide]
    high += a * (flat[at + wide + 1] - high)
    low += b * (high - low)
    return low
