"""Heat as tiles: the density surface in RD metres, looked at through Web Mercator, in six fixed classes.

    tile z/x/y ─> places in RD ─> Dichtheid.sample ─> class per pixel ─> PNG with a palette of seven

The classes are limits in incidents per ha per year, so that a place has one colour whatever the zoom or the filter's
neighbours; there is no radius in pixels. Nothing is drawn below the first limit. Source: screens/README.md §6.
"""

from __future__ import annotations

import io
import math
from collections import OrderedDict
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from typing import NamedTuple, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from boa_app.analysis.crs import to_rd

GRENZEN = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)
DEKKING = (0.56, 0.70, 0.78, 0.78, 0.78, 0.78)
# Pixels along the side of a tile. The page shows it twice as large, six to twelve on a screen: an edge between two
# classes is then smooth instead of a stair, and a tile costs a quarter.
TILE_PX = 256
# Farther away a municipality is a speck; the page asks for nothing outside these.
ZOOMS = range(6, 23)
# The projection is as good as straight between places this far apart on a tile, whatever the zoom.
_NODES = 17
# One cell: between places so near each other the surface is as good as straight (1.4 % of a peak at most).
_STEP_M = 25.0
_EARTH_M = 2 * math.pi * 6_378_137
_KEPT = 256
_PNG_LEVEL = 1
K = TypeVar("K")
V = TypeVar("V")
F = TypeVar("F", np.float32, np.float64)


class Vlak(Protocol):
    """A surface that knows its value anywhere."""

    def sample(self, x: NDArray[np.float64], y: NDArray[np.float64], step_m: float = 0.0) -> NDArray[np.float32]: ...


class Tegel(NamedTuple):
    """A square of the world: zoom, and column and row from the north-west."""

    z: int
    x: int
    y: int


class Warmtetegels:
    """The pictures of one heat surface, each made once per theme. Safe to ask from several threads."""

    def __init__(self, vlak: Vlak) -> None:
        self._vlak = vlak
        self._classes: OrderedDict[Tegel, NDArray[np.uint8] | None] = OrderedDict()
        self._pictures: OrderedDict[tuple[Tegel, tuple[str, ...]], bytes] = OrderedDict()

    def png(self, tegel: Tegel, kleuren: tuple[str, ...]) -> bytes:
        """The picture of a tile. kleuren: #RRGGBB of each class, palest first. Raises ValueError for no such tile."""
        if tegel.z not in ZOOMS or not (0 <= tegel.x < 2**tegel.z and 0 <= tegel.y < 2**tegel.z):
            raise ValueError("tegel")
        known = self._pictures.get((tegel, kleuren))
        if known is None:
            classes = self._class_picture(tegel)
            known = empty_png() if classes is None else encode_png(classes, kleuren)
            _keep(self._pictures, (tegel, kleuren), known)
        return known

    def _class_picture(self, tegel: Tegel) -> NDArray[np.uint8] | None:
        if tegel not in self._classes:
            _keep(self._classes, tegel, class_picture(self._vlak, tegel))
        return self._classes.get(tegel)


def class_picture(vlak: Vlak, tegel: Tegel, size_px: int = TILE_PX) -> NDArray[np.uint8] | None:
    """The class of each pixel, 0 for none, row 0 in the north; None when all are 0."""
    pixel_m = pixel_size_m(tegel, size_px)
    every = 1
    while every < size_px // _NODES and pixel_m * every * 2 <= _STEP_M:
        every *= 2
    # Pixels have their value at their middle.
    middles = (np.arange(0, size_px + (every > 1), every) + 0.5) / size_px
    x, y = places_of(tegel, middles)
    values = vlak.sample(x, y, pixel_m * every)
    if values.max() < GRENZEN[0]:
        return None
    if every > 1:
        values = _fill_in(values, every)
    classes = np.zeros((size_px, size_px), dtype=np.uint8)
    for limit in GRENZEN:
        classes += values >= np.float32(limit)
    return classes if classes.any() else None


def places_of(tegel: Tegel, middles: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """RD x and y of the places at these parts of the tile's width and height; the first axis goes south."""
    # A little beyond the tile: so do the middles.
    nodes = np.linspace(0, 1.0625, _NODES)
    across = (tegel.x + nodes) / 2**tegel.z
    down = (tegel.y + nodes) / 2**tegel.z
    lon = (across - 0.5) * 360
    lat = np.degrees(np.arctan(np.sinh((0.5 - down) * 2 * np.pi)))
    node_x, node_y = to_rd(*np.meshgrid(lon, lat))
    # Where the projection ends there is no heat; a place far away says so without a nan in every sum.
    node_x, node_y = np.nan_to_num(node_x, posinf=-1e8, neginf=-1e8), np.nan_to_num(node_y, posinf=-1e8, neginf=-1e8)
    at = middles / nodes[1]
    return _stretch(node_x, at), _stretch(node_y, at)


def pixel_size_m(tegel: Tegel, size_px: int = TILE_PX) -> float:
    """How many metres a pixel in the middle of the tile is wide."""
    mercator_y = (0.5 - (tegel.y + 0.5) / 2**tegel.z) * 2 * math.pi
    return _EARTH_M / (math.cosh(mercator_y) * float(2**tegel.z) * size_px)


def encode_png(classes: NDArray[np.uint8], kleuren: Sequence[str]) -> bytes:
    """A PNG with a palette: class 0 is clear, the others have the colours and the covering of screens §6."""
    from PIL import Image

    picture = Image.fromarray(classes)
    picture.putpalette(bytes((0, 0, 0)) + b"".join(bytes.fromhex(kleur.removeprefix("#")) for kleur in kleuren))
    covering = bytes((0, *(round(255 * part) for part in DEKKING)))
    out = io.BytesIO()
    picture.save(out, "PNG", transparency=covering, compress_level=_PNG_LEVEL)
    return out.getvalue()


@cache
def empty_png() -> bytes:
    """One clear pixel, for a tile without heat."""
    return encode_png(np.zeros((1, 1), dtype=np.uint8), ("#000000",) * len(GRENZEN))


def _fill_in(values: NDArray[np.float32], every: int) -> NDArray[np.float32]:
    """The values with so many steps from each to the next, by straight lines; the last row and column go."""
    parts = np.arange(every, dtype=np.float32) / np.float32(every)
    count = len(values) - 1
    rows = values[:-1, None] + parts[None, :, None] * np.diff(values, axis=0)[:, None]
    rows = rows.reshape(count * every, count + 1)
    out: NDArray[np.float32] = rows[:, :-1, None] + parts * np.diff(rows, axis=1)[:, :, None]
    return out.reshape(count * every, count * every)


def _stretch(values: NDArray[F], at: NDArray[F]) -> NDArray[F]:
    """The values between those of a square grid, by straight lines. at: the same places for rows and columns."""
    low = np.minimum(at.astype(np.intp), len(values) - 2)
    part = at - low.astype(at.dtype)
    rows = values[low]
    rows += part[:, None] * (values[low + 1] - rows)
    out = rows[:, low]
    out += part[None, :] * (rows[:, low + 1] - out)
    return out


def _keep(kept: OrderedDict[K, V], key: K, value: V) -> None:
    kept[key] = value
    if len(kept) > _KEPT:
        # Two threads may do so at once; then there is one less than there could be.
        with suppress(KeyError):
            kept.popitem(last=False)
