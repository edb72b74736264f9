"""What a tile is: recognised by its own bytes, unpacked within bounds, and where on earth it lies."""

from __future__ import annotations

import html
import math
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

RASTER, VECTOR = "raster", "vector"
OPENMAPTILES, PROTOMAPS, ONBEKEND = "openmaptiles", "protomaps", "onbekend"
MIMES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "mvt": "application/vnd.mapbox-vector-tile",
}
MAX_ZOOM = 24
# A tile of a whole city centre, buildings and all, is some 2 MB unpacked.
PACKED_LIMIT_BYTES = 8 * 1024 * 1024
UNPACKED_LIMIT_BYTES = 24 * 1024 * 1024
_GZIP, _ZLIB = b"\x1f\x8b", b"\x78"
_AUTO_WINDOW = 47
_LAYERS = {
    OPENMAPTILES: frozenset({"transportation", "transportation_name", "landcover", "water_name"}),
    PROTOMAPS: frozenset({"earth", "roads"}),
}
_TAG = re.compile(r"<[^>]*>")
_ATTRIBUTION_CHARACTERS = 300
_LAYER_FIELD, _NAME_FIELD = 3, 1
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5

# West, south, east, north in degrees, WGS84.
Grens = tuple[float, float, float, float]


class TegelFoutError(ValueError):
    """A tile that is none."""


@dataclass(frozen=True, slots=True)
class Verslag:
    """What a file of tiles says about itself and what is really in it. grens: of the tiles there are."""

    naam: str
    attributie: str
    minzoom: int
    maxzoom: int
    grens: Grens
    voorbeelden: tuple[bytes, ...]
    lagen: frozenset[str] = frozenset()
    gecorrigeerd: tuple[str, ...] = ()


class Tegellezer(Protocol):
    """A file of tiles. ``read`` may be called from any thread."""

    def describe(self) -> Verslag: ...
    def read(self, z: int, x: int, y: int) -> bytes | None: ...
    def close(self) -> None: ...


def unpack(data: bytes, limit: int = UNPACKED_LIMIT_BYTES) -> bytes:
    """The content, taken out of gzip or zlib when it is in one. Raises TegelFoutError: broken, or more than limit."""
    if not data.startswith((_GZIP, _ZLIB)):
        return data
    worker = zlib.decompressobj(_AUTO_WINDOW)
    try:
        content = worker.decompress(data, limit + 1)
    except zlib.error as error:
        raise TegelFoutError("gzip") from error
    if len(content) > limit or not worker.eof:
        raise TegelFoutError("limit" if len(content) > limit else "gzip")
    return content


def recognise(content: bytes) -> str:
    """png, jpg, webp or mvt by the bytes themselves, or "" for anything else."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    try:
        return "mvt" if layer_names(content) else ""
    except TegelFoutError:
        return ""


def layer_names(content: bytes) -> frozenset[str]:
    """The names of the layers in a vector tile. Raises TegelFoutError for what is none."""
    names: set[str] = set()
    for field, layer in _parts(content):
        if field != _LAYER_FIELD:
            raise TegelFoutError("mvt")
        names.update(value.decode("utf-8", "replace") for key, value in _parts(layer) if key == _NAME_FIELD)
    return frozenset(names)


def schema_of(layers: frozenset[str]) -> str:
    """Which set of layers and words a vector tile is made in."""
    for schema, known in _LAYERS.items():
        if layers & known:
            return schema
    return ONBEKEND


def plain_text(text: str) -> str:
    """An attribution without mark-up, on one line, for showing as text."""
    return " ".join(html.unescape(_TAG.sub(" ", text)).split())[:_ATTRIBUTION_CHARACTERS]


def box_of(zoom: int, west: int, north: int, east: int, south: int) -> Grens:
    """The rectangle around a range of tiles; rows count from the north."""
    side = 2**zoom
    return (
        west / side * 360 - 180,
        _lat(south + 1, side),
        (east + 1) / side * 360 - 180,
        _lat(north, side),
    )


def _lat(row: int, side: int) -> float:
    return math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * row / side))))


def _parts(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The fields of a protobuf message that are bytes; the others are skipped."""
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        kind = key & 7
        if kind == _BYTES:
            length, at = _varint(data, at)
            if at + length > len(data):
                raise TegelFoutError("mvt")
            yield key >> 3, data[at : at + length]
            at += length
        elif kind == _VARINT:
            _, at = _varint(data, at)
        elif kind in (_FIXED64, _FIXED32):
            at += 8 if kind == _FIXED64 else 4
        else:
            raise TegelFoutError("mvt")


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while shift < 64:
        if at >= len(data):
            raise TegelFoutError("mvt")
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7
    raise TegelFoutError("mvt")
