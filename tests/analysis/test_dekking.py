"""How much of a cell lies inside: against shapely, and for rings that are not as they should be."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from boa_app.analysis.dekking import cover_grid
from boa_app.analysis.dichtheid import Kader

KADER = Kader(1000.0, 2000.0, 12, 16)
EAST, NORTH = KADER.xmin + KADER.kolommen * 25, KADER.ymin + KADER.rijen * 25


def box(west: float, south: float, east: float, north: float) -> list[tuple[float, float]]:
    return [(west, south), (east, south), (east, north), (west, north), (west, south)]


def test_rectangles_are_exact_with_holes_and_in_sum() -> None:
    cover = cover_grid(
        [[box(1010, 2050, 1100, 2150), box(1025, 2075, 1050, 2100)], [box(1000, 2000, 1025, 2025)]], KADER
    )
    assert cover[2].tolist()[:5] == pytest.approx([0.6, 1, 1, 1, 0], abs=1e-6)
    assert cover[3, 1] == 0
    assert cover[0, 0] == 1
    assert cover.sum() * 625 == pytest.approx(90 * 100 - 625 + 625, rel=1e-6)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32))
def test_any_polygon_has_the_area_shapely_finds_in_each_cell(seed: int) -> None:
    random = np.random.default_rng(seed)
    # A star around a middle, so that no edge crosses another.
    angles = (np.arange(9) + random.uniform(0, 0.9, 9)) * 2 * np.pi / 9
    away = random.uniform(60, 260, 9)
    ring = np.column_stack((1200 + away * np.cos(angles), 2150 + away * np.sin(angles)))
    cover = cover_grid([[ring]], KADER)
    polygon = shapely.Polygon(ring)
    assert polygon.is_valid
    wanted = [
        [polygon.intersection(shapely.box(x, y, x + 25, y + 25)).area / 625 for x in np.arange(1000, EAST, 25)]
        for y in np.arange(2000, NORTH, 25)
    ]
    # A point of a polygon between two scan lines is seen a little too wide or too narrow.
    assert np.abs(cover - wanted).max() < 0.15
    assert cover.sum() == pytest.approx(np.sum(wanted), rel=0.01, abs=0.2)


def test_what_reaches_beyond_the_grid_fills_it_and_what_is_elsewhere_does_not() -> None:
    assert np.allclose(cover_grid([[box(-1e6, -1e6, 1e6, 1e6)]], KADER), 1)
    assert not cover_grid([[box(5000, 2000, 6000, 2300)]], KADER).any()
    assert np.allclose(cover_grid([[box(-500, 2000, 1050, 2300)]], KADER)[:, :3], [[1, 1, 0]])


@pytest.mark.parametrize(
    "rings", [[], [[]], [[(1010, 2010)]], [[(1010, 2010), (1100, 2010)]], [[(float("nan"), 1), (float("inf"), 2)]]]
)
def test_a_ring_that_encloses_nothing_covers_nothing(rings: list[list[tuple[float, float]]]) -> None:
    assert not cover_grid([rings], KADER).any()
    assert not cover_grid([], KADER).any()


def test_a_ring_left_open_is_closed_and_a_position_of_no_number_is_left_out() -> None:
    closed = box(1010, 2050, 1100, 2150)
    open_one = [*closed[:2], (float("nan"), 5.0), *closed[2:-1]]
    assert np.array_equal(cover_grid([[open_one]], KADER), cover_grid([[closed]], KADER))
