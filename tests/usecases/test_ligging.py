"""How a position lies: held against shapely in metres, and the street somebody stands in."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boa_app.mapdata.pakket import Straat
from boa_app.usecases.ligging import signed_distance_m, street_here
from tests.mapdata.straatnetten import at

SQUARE = tuple(at(x, y) for x, y in ((0, 0), (100, 0), (100, 100), (0, 100), (0, 0)))
HOLE = tuple(at(x, y) for x, y in ((40, 40), (60, 40), (60, 60), (40, 60), (40, 40)))
LAAN = Straat("Laan", "straat", ((at(0, 0), at(100, 0)), (at(100, 0), at(300, 0))))
ZIJ = Straat("Zijstraat", "straat", ((at(100, 0), at(100, 90)),))
VER = Straat("Verweg", "straat", ((at(0, 60), at(80, 60)),))
SPOOR = Straat("Spoor", "rail", ((at(0, 5), at(300, 5)),))


@given(st.floats(-150, 250), st.floats(-150, 250))
def test_the_distance_to_an_edge_is_that_of_the_plane(x: float, y: float) -> None:
    from shapely import Point, Polygon

    ring = [(0, 0), (100, 0), (100, 100), (0, 100)]
    area = Polygon(ring, [[(40, 40), (60, 40), (60, 60), (40, 60)]])
    away = area.boundary.distance(Point(x, y))
    found = signed_distance_m((SQUARE, HOLE), *at(x, y))
    assert abs(abs(found) - away) < 0.5 + away * 0.002
    if away > 0.1:
        assert (found < 0) == area.contains(Point(x, y))


def test_nothing_is_infinitely_far() -> None:
    assert signed_distance_m((), 5.0, 52.0) == math.inf
    assert signed_distance_m((SQUARE[:2],), 5.0, 52.0) == math.inf


def test_the_street_and_the_side_street_that_meets_it() -> None:
    here = street_here((LAAN, ZIJ, VER, SPOOR), *at(80, 6))
    assert (here.naam, here.zijstraat) == ("Laan", "Zijstraat")
    assert here.afstand_m == pytest.approx(6, abs=0.1) and here.zijstraat_m == pytest.approx(20.9, abs=0.3)
    # Nearer, but it does not meet the street: no help in finding somebody.
    assert street_here((LAAN, VER), *at(60, 20)).zijstraat == ""


def test_far_from_any_street_there_is_none() -> None:
    assert street_here((LAAN,), *at(0, 400)).naam == ""
    assert street_here((), *at(0, 0)).naam == ""
    # Outside the square of the look, however long the list.
    assert street_here((LAAN, ZIJ), *at(9000, 9000)).naam == ""
