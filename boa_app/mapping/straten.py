"""The street network as bytes for the map page: the lines once, what holds for each of them apart, so that a choice
sends one byte per segment.

    int32 version, n, p, 0 · float64 x, y of the corner · int32 begin[n + 1] · float32 p times x, y from that corner

Positions are Web Mercator, the world 0..1 with y down, as resources/js/canvas_layer.js draws them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

VERSIE = 1
GEZET = 4
_MAX_LAT = 85.05112878


def encode_streets(punten: NDArray[np.int32], begin: NDArray[np.int64], schaal: int) -> bytes:
    """The lines. punten: (p, 2) lon, lat in parts of a degree, schaal of them in one; begin: as in Netwerk."""
    x, y = _world(punten.astype(np.float64) / schaal)
    corner = np.array([x.min(), y.min()] if len(x) else [0.0, 0.0], dtype="<f8")
    points = np.empty((len(x), 2), dtype="<f4")
    points[:, 0], points[:, 1] = x - corner[0], y - corner[1]
    head = np.array([VERSIE, len(begin) - 1, len(x), 0], dtype="<i4")
    return b"".join((head.tobytes(), corner.tobytes(), begin.astype("<i4").tobytes(), points.tobytes()))


def encode_classes(klasse: NDArray[np.uint8], gezet: NDArray[np.uint8]) -> bytes:
    """What holds for each segment: its class, plus GEZET where people decided. gezet: 0 or 1."""
    return np.asarray(klasse | gezet * np.uint8(GEZET), dtype=np.uint8).tobytes()


def _world(lonlat: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    lat = np.radians(np.clip(lonlat[:, 1], -_MAX_LAT, _MAX_LAT))
    return lonlat[:, 0] / 360 + 0.5, 0.5 - np.arcsinh(np.tan(lat)) / (2 * np.pi)
