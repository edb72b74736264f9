"""Point in area: holes, edges, nothing."""

from __future__ import annotations

from boa_app.analysis.gebied import assign_polygons


def _box(west: float, south: float, east: float, north: float) -> list[tuple[float, float]]:
    return [(west, south), (east, south), (east, north), (west, north), (west, south)]


def test_holes_edges_and_outside() -> None:
    ring_with_hole = [_box(0, 0, 10, 10), _box(4, 4, 6, 6)]
    right = [_box(10, 0, 20, 10)]
    got = assign_polygons([1, 5, 15, 10, 30], [1, 5, 5, 5, 5], [ring_with_hole, right])
    assert got.tolist() == [0, -1, 1, 0, -1]


def test_two_parts_are_one_area() -> None:
    assert assign_polygons([1, 7], [1, 1], [[_box(0, 0, 2, 2), _box(6, 0, 8, 2)]]).tolist() == [0, 0]


def test_no_areas_and_no_points() -> None:
    assert assign_polygons([1], [1], []).tolist() == [-1]
    assert assign_polygons([], [], [[_box(0, 0, 1, 1)]]).tolist() == []


def test_a_ring_without_surface_holds_nothing_but_itself() -> None:
    dot = ((5.0, 52.0),) * 4
    line = ((5.0, 52.0), (5.1, 52.0), (5.0, 52.0), (5.0, 52.0))
    assert assign_polygons([5.0, 5.05, 5.2], [52.1, 52.1, 52.1], [[dot], [line]]).tolist() == [-1, -1, -1]
