"""Shapes: smoothing keeps ends, the bend leaves the middle alone, collections come apart."""

from __future__ import annotations

import numpy as np
import shapely
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box

from boa_app.mapdata.vorm import Bocht, ellipse, largest, lines_of, polygons_of, smooth_line, smooth_polygon


def test_smooth_line_keeps_its_ends() -> None:
    line = smooth_line([(0, 0), (10, 0), (10, 10)])
    assert line.coords[0] == (0, 0)
    assert line.coords[-1] == (10, 10)
    assert line.length < 20


def test_smooth_polygon_stays_inside() -> None:
    square = [(0, 0), (10, 0), (10, 10), (0, 10)]
    assert Polygon(square).buffer(1e-9).contains(smooth_polygon(square))


def test_ellipse_has_its_area() -> None:
    assert abs(ellipse(200, 100).area - np.pi * 20_000) < 200


def test_bend_leaves_the_middle_and_keeps_shared_edges() -> None:
    bocht = Bocht(height_m=30, length_m=900, straight_m=100)
    assert bocht.apply(Point(20, 30)).equals(Point(20, 30))
    left, right = bocht.apply(box(500, 0, 700, 200)), bocht.apply(box(700, 0, 900, 200))
    assert left.intersection(right).area < 5


def test_parts_come_apart() -> None:
    both = shapely.GeometryCollection([box(0, 0, 1, 1), box(5, 0, 8, 3), LineString([(0, 0), (1, 0)])])
    assert len(polygons_of(both)) == 2
    assert len(lines_of(both)) == 1
    assert largest(both).area == 9
    assert largest(MultiPolygon()).is_empty


def test_touching_lines_are_joined() -> None:
    assert len(lines_of(shapely.MultiLineString([[(0, 0), (1, 0)], [(1, 0), (2, 0)]]))) == 1
