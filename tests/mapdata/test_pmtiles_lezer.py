"""PMTiles: found along the curve, bounds of the tiles there are, every broken byte named."""

from __future__ import annotations

import gzip
import json
import random
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pmtiles.tile import Compression

from boa_app.domain.errors import UserError
from boa_app.mapdata.pmtiles_lezer import PmtilesLezer, _hilbert
from tests.tegelmaker import AREA, WHOLE, make_tile, write_pmtiles

TILES = {
    (z, x, y): make_tile({"water": [(AREA, WHOLE, {"class": f"{z}-{x}-{y}"})]})
    for z in (4, 5)
    for x in range(9, 12)
    for y in range(5, 7)
}
_MINZOOM_AT = 100


def test_every_tile_is_found_and_no_other(tmp_path: Path) -> None:
    reader = PmtilesLezer(write_pmtiles(tmp_path / "a.pmtiles", TILES))
    assert all(gzip.decompress(reader.read(*place) or b"") == data for place, data in TILES.items())
    assert reader.read(5, 0, 0) is None and reader.read(0, 0, 0) is None
    reader.close()
    reader.close()
    with pytest.raises(UserError, match="tegels_beschadigd"):
        reader.read(4, 9, 5)


def test_leaf_directories_are_followed(tmp_path: Path) -> None:
    many = {
        (9, x, y): make_tile({"water": [(AREA, WHOLE, {"class": str(x * y)})]}) for x in range(160) for y in range(130)
    }
    reader = PmtilesLezer(write_pmtiles(tmp_path / "a.pmtiles", many))
    assert reader._header["leaf_directory_length"] > 0
    places = random.Random(1).sample(list(many), 300)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda place: gzip.decompress(reader.read(*place) or b""), places))
    assert found == [many[place] for place in places]
    west, _, east, north = reader.describe().grens
    assert (west, east) == (-180, 160 / 512 * 360 - 180) and north == pytest.approx(85.0511287)
    reader.close()


def test_what_it_says_is_held_against_the_tiles(tmp_path: Path) -> None:
    meta = {"name": "Proef", "attribution": "<i>© X</i>", "vector_layers": [{"id": "roads"}, 3]}
    path = write_pmtiles(tmp_path / "a.pmtiles", TILES, meta)
    data = bytearray(path.read_bytes())
    data[_MINZOOM_AT] = 0
    path.write_bytes(bytes(data))
    reader = PmtilesLezer(path)
    found = reader.describe()
    reader.close()
    assert (found.minzoom, found.maxzoom, found.naam, found.attributie) == (4, 5, "Proef", "© X")
    assert found.lagen == {"roads"}
    assert found.grens == pytest.approx((-78.75, 70.6126142, -45, 76.8408164), abs=1e-6)
    assert set(found.gecorrigeerd) == {"minzoom", "bounds"}


def test_the_curve_is_the_librarys() -> None:
    import numpy as np
    from pmtiles.tile import tileid_to_zxy

    start = ((1 << 14) - 1) // 3
    x, y = _hilbert(np.arange(1 << 14, dtype=np.int64)[:2000], 7)
    assert [(7, int(a), int(b)) for a, b in zip(x, y, strict=True)] == [tileid_to_zxy(start + n) for n in range(2000)]


def _code(path: Path) -> str:
    try:
        reader = PmtilesLezer(path)
        try:
            reader.describe()
        finally:
            reader.close()
    except UserError as error:
        assert error.fields["bestand"] == path.name
        return error.code
    return ""


def test_broken_and_foreign_files_are_named(tmp_path: Path) -> None:
    path = write_pmtiles(tmp_path / "a.pmtiles", TILES)
    data = path.read_bytes()
    path.write_bytes(data[:-40])
    assert _code(path) == "tegels_afgebroken"
    path.write_bytes(data[:90])
    assert _code(path) == "tegels_afgebroken"
    path.write_bytes(data[:7] + b"\x02" + data[8:])
    assert _code(path) == "tegels_soort"
    write_pmtiles(path, TILES, tile_compression=Compression.BROTLI)
    assert _code(path) == "tegels_soort"
    root, length = int.from_bytes(data[8:16], "little"), int.from_bytes(data[16:24], "little")
    path.write_bytes(data[:root] + bytes(length) + data[root + length :])
    assert _code(path) == "tegels_beschadigd"


def test_a_bomb_in_the_directory_is_refused(tmp_path: Path) -> None:
    path = write_pmtiles(tmp_path / "a.pmtiles", TILES)
    data = bytearray(path.read_bytes())
    bomb = gzip.compress(bytes(50_000_000))
    data[8:16], data[16:24] = len(data).to_bytes(8, "little"), len(bomb).to_bytes(8, "little")
    path.write_bytes(bytes(data) + bomb)
    assert _code(path) == "tegels_beschadigd"


def test_leaves_that_point_to_one_another_are_refused(tmp_path: Path) -> None:
    path = write_pmtiles(tmp_path / "a.pmtiles", TILES)
    data = bytearray(path.read_bytes())
    count = 4000
    # Every entry is a leaf directory, and every one of them this very directory.
    entries = b"".join([varint(count), b"\x01" * count, b"\x00" * count])
    length = 0
    while True:
        again = gzip.compress(entries + varint(length) * count + b"\x01" * count, mtime=0)
        if len(again) == length:
            break
        length = len(again)
    data[8:16], data[16:24] = len(data).to_bytes(8, "little"), len(again).to_bytes(8, "little")
    data[40:48], data[48:56] = data[8:16], data[16:24]
    path.write_bytes(bytes(data) + again)
    assert _code(path) == "tegels_beschadigd"


def varint(value: int) -> bytes:
    found = bytearray()
    while value > 127:
        found.append(value & 127 | 128)
        value >>= 7
    return bytes([*found, value])


def test_bytes_changed_anywhere_never_become_another_mistake(tmp_path: Path) -> None:
    path = write_pmtiles(tmp_path / "a.pmtiles", TILES, {"name": "x"})
    whole, dice = path.read_bytes(), random.Random(7)
    seen = set()
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(dice.randint(1, 6)):
            data[dice.randrange(min(len(data), 500))] = dice.randrange(256)
        path.write_bytes(bytes(data))
        # A foreign beginning is never opened as PMTiles, so the magic stays.
        seen.add(_code(path))
    assert seen <= {"", "tegels_afgebroken", "tegels_beschadigd", "tegels_geen", "tegels_soort"}


def test_words_about_itself_are_not_needed(tmp_path: Path) -> None:
    path = write_pmtiles(tmp_path / "a.pmtiles", TILES, {"attribution": json.dumps([1])})
    data = bytearray(path.read_bytes())
    offset, length = int.from_bytes(data[24:32], "little"), int.from_bytes(data[32:40], "little")
    data[offset : offset + length] = bytes(length)
    path.write_bytes(bytes(data))
    reader = PmtilesLezer(path)
    assert (reader.describe().naam, reader.describe().attributie) == ("", "")
    reader.close()
