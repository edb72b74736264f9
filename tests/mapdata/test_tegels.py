"""Base maps of tiles: told apart by content, real files of several makers, and what is no such file."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from boa_app.domain.errors import UserError
from boa_app.mapdata.tegels import open_tegels
from tests.tegelmaker import AREA, LINE, PNG, WHOLE, make_tile, write_mbtiles, write_pmtiles

OMT = make_tile({"transportation": [(LINE, WHOLE, {"class": "minor"})]})
PROTO = make_tile({"earth": [(AREA, WHOLE, {"kind": "earth"})], "roads": []})


def test_the_name_of_a_file_says_nothing(tmp_path: Path) -> None:
    one = open_tegels(write_mbtiles(tmp_path / "a.pmtiles", {(0, 0, 0): OMT}))
    other = open_tegels(write_pmtiles(tmp_path / "b.mbtiles", {(0, 0, 0): PROTO}))
    assert (one.soort, one.formaat, one.schema) == ("vector", "mvt", "openmaptiles")
    assert (other.soort, other.schema, other.mime) == ("vector", "protomaps", "application/vnd.mapbox-vector-tile")
    assert one.attributie == "© OpenMapTiles © OpenStreetMap contributors"
    assert one.tile(0, 0, 0) == OMT and other.tile(0, 0, 0) == PROTO
    one.close(), other.close()


def test_tiles_of_pictures_and_of_an_unknown_schema(tmp_path: Path) -> None:
    pictures = open_tegels(write_mbtiles(tmp_path / "a", {(3, 1, 1): PNG}, {"format": "pbf"}, packed=False))
    assert (pictures.soort, pictures.formaat, pictures.schema, pictures.mime) == ("raster", "png", "", "image/png")
    unknown = open_tegels(write_mbtiles(tmp_path / "b", {(3, 1, 1): make_tile({"lijnen": [(LINE, WHOLE, {})]})}))
    assert (unknown.soort, unknown.schema, unknown.attributie) == ("vector", "onbekend", "")
    pictures.close(), unknown.close()


def test_outside_its_zooms_and_the_world_there_is_nothing(tmp_path: Path) -> None:
    bron = open_tegels(write_mbtiles(tmp_path / "a", {(3, 1, 1): OMT}))
    places = [(2, 1, 1), (4, 1, 1), (3, 8, 1), (3, 1, -1), (3, -1, 1), (40, 0, 0)]
    assert [bron.tile(*place) for place in places] == [None] * len(places)
    bron.close()


def test_one_tile_that_cannot_be_unpacked_does_not_spoil_the_rest(tmp_path: Path) -> None:
    tiles = {(3, 1, 1): gzip.compress(OMT)[:-6], (3, 1, 2): gzip.compress(OMT), (2, 0, 0): gzip.compress(OMT)}
    bron = open_tegels(write_mbtiles(tmp_path / "a", tiles, packed=False))
    assert (bron.tile(3, 1, 1), bron.tile(3, 1, 2), bron.onleesbaar) == (None, OMT, 1)
    bron.close()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "kaartpakket_bestand_ontbreekt"),
        (b"", "kaartpakket_bestand_leeg"),
        (b"PK\x03\x04 a zip", "tegels_vreemd"),
        (b"<html>niet gevonden</html>", "tegels_vreemd"),
        (b"SQLite format 3\x00 and no more", "tegels_afgebroken"),
        (b"PMTiles\x03 and no more", "tegels_afgebroken"),
    ],
)
def test_what_is_no_file_of_tiles_is_named(tmp_path: Path, content: bytes | None, code: str) -> None:
    path = tmp_path / "kaart.mbtiles"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        open_tegels(path)
    assert (caught.value.code, caught.value.fields["bestand"]) == (code, "kaart.mbtiles")


def test_a_folder_and_tiles_of_nothing_known_are_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="kaartpakket_bestand_ontbreekt"):
        open_tegels(tmp_path)
    with pytest.raises(UserError, match="tegels_soort"):
        open_tegels(write_mbtiles(tmp_path / "a", {(0, 0, 0): b"GIF89a"}, packed=False))


# file: kind, format, schema, zooms, wrong about itself, a tile that is there
REAL = {
    "heidelberg.mbtiles": ("vector", "mvt", "openmaptiles", (0, 14), ("bounds",), (14, 8587, 5604)),
    "plain_1.mbtiles": ("raster", "png", "", (0, 4), (), (4, 8, 5)),
    "unindexed.mbtiles": ("raster", "png", "", (0, 4), (), (4, 8, 5)),
    "png.pmtiles": ("raster", "png", "", (0, 1), (), (1, 1, 0)),
    "near-badschandau-z10-11.pmtiles": ("raster", "webp", "", (10, 11), (), (10, 552, 343)),
}


@pytest.mark.parametrize("name", REAL)
def test_real_files(shared_data: Path, name: str) -> None:
    soort, formaat, schema, zooms, wrong, place = REAL[name]
    bron = open_tegels(shared_data / "tiles" / name)
    assert (bron.soort, bron.formaat, bron.schema) == (soort, formaat, schema)
    assert ((bron.minzoom, bron.maxzoom), bron.gecorrigeerd) == (zooms, wrong)
    assert bron.tile(*place)
    bron.close()


def test_the_bounds_of_heidelberg_are_those_of_its_tiles(shared_data: Path) -> None:
    bron = open_tegels(shared_data / "tiles" / "heidelberg.mbtiles")
    west, south, east, north = bron.grens
    assert 7.6 < west < 8.6 and 8.8 < east < 9.2 and 49.2 < south < 49.4 and 49.5 < north < 49.6
    bron.close()
