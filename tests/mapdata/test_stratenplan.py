"""Filling a cell: streets reach its edge, houses stay off the streets, every line has a name."""

from __future__ import annotations

from random import Random

import shapely
from shapely.geometry import LineString, box

from boa_app.mapdata.stratenplan import Cel, courtyard_blocks, degrees_of, fill_cell

GROUND = box(0, 0, 600, 500)


def _cel(*, large: bool = False) -> Cel:
    return Cel(GROUND, GROUND.buffer(-11), 12, 150 if large else 78, 240 if large else 170, ("A", "B", "C"), large)


def test_same_seed_same_plan() -> None:
    assert fill_cell(_cel(), Random(1)) == fill_cell(_cel(), Random(1))


def test_houses_stand_beside_the_streets() -> None:
    filled = fill_cell(_cel(), Random(1))
    streets = shapely.unary_union([line for lines in filled.streets.values() for line in lines])
    assert set(filled.streets) == {"A", "B", "C"}
    assert len(filled.houses) > 20
    assert all(house.distance(streets) > 5 for house in filled.houses)
    assert all(GROUND.contains(house) for house in filled.houses)


def test_business_ground_has_halls() -> None:
    filled = fill_cell(_cel(large=True), Random(1))
    assert filled.houses
    assert min(house.area for house in filled.houses) > 1500


def test_nothing_to_build_on() -> None:
    filled = fill_cell(Cel(GROUND, shapely.Polygon(), 0, 78, 170, (), large=False), Random(1))
    assert filled.houses == []
    assert filled.streets == {}


def test_old_centre_has_blocks_with_a_court() -> None:
    blocks = courtyard_blocks([LineString([(0, 50), (200, 50)])], box(0, 0, 200, 100))
    assert len(blocks) == 2
    assert all(len(block.interiors) == 1 for block in blocks)


def test_direction() -> None:
    assert degrees_of(LineString([(0, 10), (0, 20)])) == 90
