"""The meldingen of a map as packed numbers, little endian:

    0   4 bytes    "BOA2"
    4   int32      number of points n
    8   int32[n]   nr
    ..  uint32[n]  x   Web Mercator, the whole world = 0..2^32, so a step is less than a centimetre; y down
    ..  uint32[n]  y
    ..  uint8[n]   vorm: 0 full, 1 hollow, 2 struck
    ..  uint8[]    one bit per point, lowest first: whether it is shown

A filter sends the bits only, a save the few points it changed.
"""

from __future__ import annotations

import base64
import struct
from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from boa_app.mapping.scene import to_mercator

MAGIC = b"BOA2"
VORM_VOL, VORM_HOL, VORM_DOORGEHAALD = 0, 1, 2
WORLD = 2**32

WorldArray = NDArray[np.uint32]


def to_world(lon: NDArray[np.float64], lat: NDArray[np.float64]) -> tuple[WorldArray, WorldArray]:
    """WGS84 degrees as whole steps of the layout above."""
    x, y = (np.clip(np.rint(part * WORLD), 0, WORLD - 1).astype(np.uint32) for part in to_mercator(lon, lat))
    return x, y


def encode_points(nrs: ArrayLike, lon: ArrayLike, lat: ArrayLike, vorm_i: ArrayLike | None = None) -> bytes:
    """These points, all shown, in the order given: what stands first is drawn on top.

    lon, lat: WGS84 degrees, n of them. vorm_i: one of the VORM numbers per point, default all full.
    """
    numbers = np.asarray(nrs, dtype=np.int32)
    x, y = to_world(np.asarray(lon, dtype=np.float64), np.asarray(lat, dtype=np.float64))
    forms = np.zeros(numbers.size, dtype=np.uint8) if vorm_i is None else np.asarray(vorm_i, dtype=np.uint8)
    return pack_points(numbers, x, y, forms, np.ones(numbers.size, dtype=np.bool_))


def pack_points(
    nrs: NDArray[np.int32], x: WorldArray, y: WorldArray, vorm: NDArray[np.uint8], shown: NDArray[np.bool_]
) -> bytes:
    """The layout above."""
    parts = (nrs.astype("<i4", copy=False), x.astype("<u4", copy=False), y.astype("<u4", copy=False), vorm)
    return b"".join((MAGIC, struct.pack("<i", nrs.size), *(part.tobytes() for part in parts), pack_shown(shown)))


def pack_shown(shown: NDArray[np.bool_]) -> bytes:
    """The bits of the layout above."""
    return np.packbits(shown, bitorder="little").tobytes()


def shown_text(shown: NDArray[np.bool_]) -> str:
    """The same as text, for a call."""
    return base64.b64encode(pack_shown(shown)).decode("ascii")


def describe_change(
    gone: NDArray[np.int64], places: NDArray[np.int64], columns: Sequence[NDArray[np.generic]]
) -> dict[str, list[int]]:
    """A few points anew, for a call. gone: rows to leave out; places: before which row of those that were there each
    new point goes, rising; columns: nr, x, y, vorm and shown of the new points."""
    names = ("nr", "x", "y", "vorm", "aan")
    listed = {name: [int(value) for value in column.tolist()] for name, column in zip(names, columns, strict=True)}
    return {"weg": [int(row) for row in gone], "op": [int(place) for place in places], **listed}
