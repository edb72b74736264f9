"""Files of tiles for tests, made here: vector tiles by the letter of their specification, in MBTiles or PMTiles."""

from __future__ import annotations

import gzip
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer

EXTENT = 4096
POINT, LINE, AREA = 1, 2, 3
Corner = tuple[int, int]
Feature = tuple[int, Sequence[Corner], Mapping[str, str]]
Tiles = Mapping[tuple[int, int, int], bytes]

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415478da63f8cfc0000003010100c9fe92ef"
    "0000000049454e44ae426082"
)
WHOLE = ((0, 0), (EXTENT, 0), (EXTENT, EXTENT), (0, EXTENT))


def make_tile(layers: Mapping[str, Iterable[Feature]]) -> bytes:
    """One vector tile: layer -> (form, corners, words)."""
    return b"".join(_bytes(3, _layer(name, list(features))) for name, features in layers.items())


def write_mbtiles(
    path: Path, tiles: Tiles, meta: Mapping[str, str] | None = None, *, indexed: bool = True, packed: bool = True
) -> Path:
    """An MBTiles file; z, x, y count from the north, as everywhere but in the file."""
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as db:
        db.execute("create table metadata (name text, value text)")
        db.execute("create table tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob)")
        if indexed:
            db.execute("create unique index tile_index on tiles (zoom_level, tile_column, tile_row)")
        db.executemany("insert into metadata values (?, ?)", (meta or {}).items())
        rows = [(z, x, 2**z - 1 - y, gzip.compress(data) if packed else data) for (z, x, y), data in tiles.items()]
        db.executemany("insert into tiles values (?, ?, ?, ?)", rows)
    db.close()
    return path


def write_pmtiles(path: Path, tiles: Tiles, meta: Mapping[str, object] | None = None, **header: object) -> Path:
    """A PMTiles file by the library's own writer. header: fields that differ from what the tiles say."""
    zooms = [z for z, _, _ in tiles]
    with path.open("wb") as file:
        writer = Writer(file)
        for (z, x, y), data in sorted(tiles.items(), key=lambda item: zxy_to_tileid(*item[0])):
            writer.write_tile(zxy_to_tileid(z, x, y), gzip.compress(data))
        fields = {"tile_type": TileType.MVT, "tile_compression": Compression.GZIP, "min_zoom": min(zooms)}
        box = {"min_lon_e7": -1, "min_lat_e7": -1, "max_lon_e7": 1, "max_lat_e7": 1}
        more = {"center_zoom": 0, "center_lon_e7": 0, "center_lat_e7": 0, "max_zoom": max(zooms)}
        writer.finalize({**fields, **box, **more, **header}, dict(meta or {}))
    return path


def _layer(name: str, features: list[Feature]) -> bytes:
    keys = sorted({key for _, _, words in features for key in words})
    values = sorted({value for _, _, words in features for value in words.values()})
    parts = [_bytes(1, name.encode())]
    for form, corners, words in features:
        tags = [index for key, value in words.items() for index in (keys.index(key), values.index(value))]
        feature = (
            _bytes(2, b"".join(map(_varint, tags))) + _key(3, 0) + _varint(form) + _bytes(4, _shape(form, corners))
        )
        parts.append(_bytes(2, feature))
    parts += [_bytes(3, key.encode()) for key in keys]
    parts += [_bytes(4, _bytes(1, value.encode())) for value in values]
    return b"".join([*parts, _key(5, 0), _varint(EXTENT), _key(15, 0), _varint(2)])


def _shape(form: int, corners: Sequence[Corner]) -> bytes:
    steps, at = [], (0, 0)
    for x, y in corners:
        steps += [_zigzag(x - at[0]), _zigzag(y - at[1])]
        at = (x, y)
    numbers = [1 | 1 << 3, *steps[:2]]
    if form != POINT:
        numbers += [2 | (len(corners) - 1) << 3, *steps[2:]]
    if form == AREA:
        numbers.append(7 | 1 << 3)
    return b"".join(map(_varint, numbers))


def _zigzag(value: int) -> int:
    return value << 1 if value >= 0 else (-value << 1) - 1


def _key(field: int, kind: int) -> bytes:
    return _varint(field << 3 | kind)


def _bytes(field: int, data: bytes) -> bytes:
    return _key(field, 2) + _varint(len(data)) + data


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])
