"""Shapes that would break a map are refused; those that are only odd are not."""

from __future__ import annotations

from typing import Any

import pytest

from boa_app.mapdata.geojson import check_unique, load_json, read_areas, read_lines, read_points, read_text

SQUARE = [[5.0, 52.0], [5.1, 52.0], [5.1, 52.1], [5.0, 52.0]]
BROKEN = (KeyError, TypeError, ValueError, IndexError)


def _feature(kind: str, coordinates: Any) -> dict[str, Any]:
    return {"properties": {"naam": "x"}, "geometry": {"type": kind, "coordinates": coordinates}}


def test_polygons_of_one_part_and_of_more() -> None:
    ring = tuple((lon, lat) for lon, lat in SQUARE)
    (_, one), (properties, more) = read_areas(
        [_feature("Polygon", [SQUARE]), _feature("MultiPolygon", [[SQUARE, SQUARE], [SQUARE]])]
    )
    assert (one, more, properties) == ((ring,), (ring,) * 3, {"naam": "x"})


@pytest.mark.parametrize(
    "coordinates",
    [
        [], [[]], [SQUARE[:2]], [SQUARE[:3]], [[*SQUARE[:3], [5.0, 52.05]]], [[[5, 52], [5, 52]]], [[[5.0]] * 4],
        [[[float("nan"), 52.0]] * 4], [[[float("inf"), 52.0]] * 4], [[[181.0, 52.0]] * 4], [[[5.0, -91.0]] * 4],
        [[["oost", "noord"]] * 4], [[None] * 4], 7, "abcd",
    ],
)  # fmt: skip
def test_no_area(coordinates: Any) -> None:
    with pytest.raises(BROKEN):
        list(read_areas([_feature("Polygon", coordinates)]))


def test_an_area_is_a_polygon() -> None:
    with pytest.raises(KeyError):
        list(read_areas([_feature("LineString", SQUARE)]))


def test_lines_have_two_points() -> None:
    ((_, parts),) = read_lines([_feature("MultiLineString", [SQUARE[:2]])])
    assert parts == (((5.0, 52.0), (5.1, 52.0)),)
    for parts_of_none in ([SQUARE[:1]], [SQUARE[:0]], [SQUARE][:0]):
        with pytest.raises(ValueError):
            list(read_lines([_feature("MultiLineString", parts_of_none)]))


def test_points() -> None:
    assert list(read_points([_feature("Point", [5, 52, 3])])) == [({"naam": "x"}, (5.0, 52.0))]
    with pytest.raises(ValueError):
        list(read_points([_feature("Point", [5, 252])]))


def test_texts_and_codes() -> None:
    assert read_text("\u00c9\u00e9n") == "\u00c9\u00e9n"
    for value in (None, 7, "\ud800", "a\0"):
        with pytest.raises((TypeError, ValueError)):
            read_text(value)
    check_unique(["a", "b"])
    with pytest.raises(ValueError):
        check_unique(["a", "b", "a"])


def test_deep_nesting_is_no_map() -> None:
    assert load_json(b'{"a": [1]}') == {"a": [1]}
    with pytest.raises(ValueError):
        load_json(b"[" * 100_000)
