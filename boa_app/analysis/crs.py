"""WGS84 to RD New (EPSG:28992) and back, for arrays.

Accuracy: without the correction grid of RDNAPTRANS2018 a few decimetres at most (domain §8.1), enough for every use
here; a grid that happens to be installed makes it better, never worse.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

if TYPE_CHECKING:
    from pyproj import Transformer

FloatArray = NDArray[np.float64]


def to_rd(lon: ArrayLike, lat: ArrayLike) -> tuple[FloatArray, FloatArray]:
    """RD x and y in metres of WGS84 degrees; shapes are kept, positions outside the projection become inf."""
    x, y = _transformer(inverse=False).transform(np.asarray(lon, dtype=float), np.asarray(lat, dtype=float))
    return np.asarray(x, dtype=float), np.asarray(y, dtype=float)


def to_wgs84(x: ArrayLike, y: ArrayLike) -> tuple[FloatArray, FloatArray]:
    """WGS84 longitude and latitude in degrees of RD metres; shapes are kept."""
    lon, lat = _transformer(inverse=True).transform(np.asarray(x, dtype=float), np.asarray(y, dtype=float))
    return np.asarray(lon, dtype=float), np.asarray(lat, dtype=float)


def looks_like_rd(first: float, second: float) -> bool:
    """Whether a pair can be RD x, y in this order: inside the frame of the projection, x < 300000 < y (domain §9.4)."""
    return 0 < first < 300_000 < second < 630_000


@cache
def _transformer(*, inverse: bool) -> Transformer:
    # Imported late: most starts of the program never convert a position.
    import pyproj

    pair = ("EPSG:28992", "EPSG:4326") if inverse else ("EPSG:4326", "EPSG:28992")
    return pyproj.Transformer.from_crs(*pair, always_xy=True)
