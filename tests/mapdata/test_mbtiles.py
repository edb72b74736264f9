"""MBTiles of every make: rows from the south, without index, with wrong words about themselves, and hostile ones."""

from __future__ import annotations

import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from boa_app.domain.errors import UserError
from boa_app.mapdata.mbtiles import MbtilesLezer
from tests.tegelmaker import PNG, write_mbtiles

TILES = {(z, x, y): PNG + bytes([z, x, y]) for z in (2, 3) for x in range(2, 4) for y in range(1, 3)}


def test_rows_count_from_the_north_outside_and_from_the_south_inside(tmp_path: Path) -> None:
    reader = MbtilesLezer(write_mbtiles(tmp_path / "a.mbtiles", TILES, packed=False))
    assert all(reader.read(*place) == data for place, data in TILES.items())
    assert reader.read(3, 0, 0) is None and reader.read(9, 2, 1) is None
    reader.close()
    reader.close()


@pytest.mark.parametrize("layout", ["tiles", "view", "view_bare"])
def test_without_an_index_every_tile_is_found_by_its_place(tmp_path: Path, layout: str) -> None:
    path = write_mbtiles(tmp_path / "a.mbtiles", TILES, indexed=False, packed=False)
    if layout != "tiles":
        with sqlite3.connect(path) as db:
            db.execute("create table map (zoom_level integer, tile_column integer, tile_row integer, tile_id text)")
            db.execute("create table images (tile_data blob, tile_id text)")
            db.execute("insert into map select zoom_level, tile_column, tile_row, 'i' || rowid from tiles")
            db.execute("insert into images select tile_data, 'i' || rowid from tiles order by rowid desc")
            if layout == "view":
                db.execute("create unique index images_id on images (tile_id)")
            db.execute("drop table tiles")
            db.execute(
                "create view tiles as select zoom_level, tile_column, tile_row, tile_data"
                " from map join images on images.tile_id = map.tile_id"
            )
        db.close()
    reader = MbtilesLezer(path)
    # No reading of the whole file per tile: where each lies is known.
    assert reader._keys is not None and reader._keys.size == len(TILES)
    assert all(reader.read(*place) == data for place, data in TILES.items())
    assert reader.read(3, 7, 7) is None
    reader.close()


def test_what_it_says_is_held_against_the_tiles(tmp_path: Path) -> None:
    wrong = {"bounds": "0,0,180,85", "minzoom": "0", "maxzoom": "3", "name": "<b>Proef</b>", "attribution": "&copy; X"}
    reader = MbtilesLezer(write_mbtiles(tmp_path / "a.mbtiles", TILES, wrong))
    found = reader.describe()
    assert (found.minzoom, found.maxzoom, found.naam, found.attributie) == (2, 3, "Proef", "© X")
    assert found.grens == pytest.approx((-90, 40.9798980, 0, 79.1713346), abs=1e-6)
    assert set(found.gecorrigeerd) == {"bounds", "minzoom"}
    reader.close()


def test_bounds_cut_inside_the_outer_tiles_are_right(tmp_path: Path) -> None:
    meta = {"bounds": "-80,45,-5,75", "minzoom": "2", "json": json.dumps({"vector_layers": [{"id": "water"}]})}
    reader = MbtilesLezer(write_mbtiles(tmp_path / "a.mbtiles", TILES, meta))
    assert (reader.describe().gecorrigeerd, reader.describe().lagen) == ((), {"water"})
    reader.close()


@pytest.mark.parametrize("value", ["", "x", "1,2", "[]", "{", '{"vector_layers": 3}', '{"vector_layers": [1]}'])
def test_nonsense_in_its_words_is_no_problem(tmp_path: Path, value: str) -> None:
    path = write_mbtiles(tmp_path / "a.mbtiles", TILES, {"json": value, "bounds": value, "maxzoom": value})
    reader = MbtilesLezer(path)
    assert (reader.describe().maxzoom, reader.describe().lagen) == (3, frozenset())
    reader.close()


def test_without_words_at_all(tmp_path: Path) -> None:
    path = write_mbtiles(tmp_path / "a.mbtiles", TILES)
    with sqlite3.connect(path) as db:
        db.execute("drop table metadata")
    db.close()
    reader = MbtilesLezer(path)
    assert (reader.describe().naam, reader.describe().gecorrigeerd) == ("", ())
    reader.close()


def test_any_thread_reads(tmp_path: Path) -> None:
    reader = MbtilesLezer(write_mbtiles(tmp_path / "a.mbtiles", TILES, packed=False))
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda place: reader.read(*place), list(TILES) * 50))
    assert found == list(TILES.values()) * 50
    reader.close()
    with pytest.raises(UserError, match="tegels_beschadigd"):
        reader.read(2, 2, 1)


def _code(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        reader = MbtilesLezer(path)
        try:
            reader.describe()
        finally:
            reader.close()
    assert caught.value.fields["bestand"] == path.name
    return caught.value.code


def test_broken_empty_and_foreign_files_are_named(tmp_path: Path) -> None:
    path = write_mbtiles(tmp_path / "a.mbtiles", TILES)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    assert _code(path) == "tegels_afgebroken"
    path.write_bytes(data[:60])
    assert _code(path) == "tegels_afgebroken"
    path.write_bytes(data[:100] + bytes(len(data) - 100))
    assert _code(path) in {"tegels_beschadigd", "tegels_vreemd"}
    assert _code(write_mbtiles(path, {})) == "tegels_geen"
    foreign = tmp_path / "b.mbtiles"
    with sqlite3.connect(foreign) as db:
        db.execute("create table meldingen (uid text)")
    db.close()
    assert _code(foreign) == "tegels_vreemd"


def test_a_hostile_view_cannot_hold_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boa_app.mapdata.mbtiles._SECONDS", {"open": 0.3, "tile": 0.3})
    path = tmp_path / "a.mbtiles"
    with sqlite3.connect(path) as db:
        db.execute(
            "create view tiles as with recursive t(n) as (select 1 union all select n + 1 from t)"
            " select 1 zoom_level, n % 2 tile_column, 0 tile_row, x'00' tile_data from t"
        )
    db.close()
    assert _code(path) == "tegels_beschadigd"


def test_the_file_is_left_as_it_was(tmp_path: Path) -> None:
    path = write_mbtiles(tmp_path / "a.mbtiles", TILES, indexed=False)
    before = path.read_bytes()
    reader = MbtilesLezer(path)
    reader.describe()
    reader.close()
    assert path.read_bytes() == before and list(tmp_path.iterdir()) == [path]
