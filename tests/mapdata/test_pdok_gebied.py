"""Boxes and tiles cover a municipality: nothing of it is missing, little else is asked."""

from __future__ import annotations

import math

import pytest
import shapely

from boa_app.analysis.crs import to_rd
from boa_app.mapdata.geojson import read_areas
from boa_app.mapdata.pdok_gebied import Gebied, _box_tiles, tegel_bbox
from boa_app.mapdata.pdok_lezen import vorm
from tests.pdokdata import GEMEENTE, Pdokdata
from tests.pdokproef import pdokdata

__all__ = ["pdokdata"]
# domain.md §8.2: so many tiles cover IJsselstein.
FRAME = (4.97, 51.985, 5.09, 52.07)


@pytest.fixture
def gebied(pdokdata: Pdokdata) -> Gebied:
    feature = next(f for f in pdokdata.gemeenten if f["properties"]["gemeentecode"] == GEMEENTE)
    ((_, rings),) = read_areas([feature])
    return Gebied(GEMEENTE, "IJsselstein", 2025, rings)


@pytest.mark.parametrize(("deepest", "count"), [(16, 818), (17, 3113), (18, 12001)])
def test_as_many_tiles_as_were_counted(deepest: int, count: int) -> None:
    assert sum(len(_box_tiles(zoom, FRAME)) for zoom in range(10, deepest + 1)) == count


def test_a_tile_holds_its_own_middle() -> None:
    for zoom, x, y in _box_tiles(15, FRAME):
        west, south, east, north = tegel_bbox(zoom, x, y)
        middle = ((west + east) / 2, (south + north) / 2)
        assert _box_tiles(zoom, (*middle, *middle)) == [(zoom, x, y)]


def test_tiles_of_the_whole_world_stay_on_it() -> None:
    assert _box_tiles(1, (-180, -90, 180, 90)) == [(1, 0, 0), (1, 1, 0), (1, 0, 1), (1, 1, 1)]


def test_every_level_covers_the_municipality(gebied: Gebied) -> None:
    tiles = gebied.tegels(10, 16)
    area = vorm(gebied.rings)
    for zoom in range(10, 17):
        covered = shapely.union_all([shapely.box(*tegel_bbox(*tile)) for tile in tiles if tile[0] == zoom])
        assert covered.buffer(1e-9).contains(area)
    assert len(tiles) == len(set(tiles))
    assert len(tiles) < sum(len(_box_tiles(zoom, gebied.bbox(500))) for zoom in range(10, 17))


def test_boxes_cover_the_municipality_and_begin_in_the_middle(gebied: Gebied) -> None:
    cells = gebied.cellen_rd()
    ring = max(gebied.rings, key=len)
    area = shapely.Polygon(list(zip(*to_rd(*zip(*ring, strict=True)), strict=True)))
    assert shapely.union_all([shapely.box(*cell) for cell in cells]).contains(area)
    assert all(value % 1000 == 0 for cell in cells for value in cell)
    assert len(cells) <= 20
    assert shapely.box(*cells[0]).buffer(1500).contains(area.centroid)


def test_its_box_and_how_full_it_is(gebied: Gebied) -> None:
    west, south, east, north = gebied.bbox()
    assert (round(west, 3), round(south, 3), round(east, 3), round(north, 3)) == (4.978, 51.991, 5.078, 52.061)
    wider = gebied.bbox(500)
    assert wider[1] == pytest.approx(south - 500 / 111_320)
    assert (west - wider[0]) * 111_320 * math.cos(math.radians(52.03)) == pytest.approx(500, abs=2)
    assert 0.3 < gebied.vulling() < 0.6
    assert gebied.bbox_rd()[0] == pytest.approx(126_950, abs=60)
