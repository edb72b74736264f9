"""Example walks: closed, on the streets, the same every time."""

from __future__ import annotations

from random import Random

import pytest
import shapely

from boa_app.mapdata.pakket import Kaartpakket
from boa_app.mapdata.voorbeeld import draw_example
from boa_app.mapdata.wandeling import walk_loops
from boa_app.paths import maps_folder


@pytest.fixture(scope="module")
def pakket() -> Kaartpakket:
    return draw_example(maps_folder() / "voorbeeld.toml")


@pytest.mark.parametrize("code", ["BU03530007", "BU03530025"])
def test_loops_are_closed_and_lie_on_streets(pakket: Kaartpakket, code: str) -> None:
    loops = walk_loops(pakket, code, 3, Random(1))
    streets = shapely.MultiLineString([line for straat in pakket.straten for line in straat.lines])
    assert len(loops) == 3
    assert len({loop[0] for loop in loops}) == 1
    for loop in loops:
        assert loop[0] == loop[-1]
        assert len(loop) > 12
        assert max(shapely.distance(streets, shapely.points(loop))) < 0.0001
    assert walk_loops(pakket, code, 3, Random(1)) == loops


def test_no_streets_no_walk(pakket: Kaartpakket) -> None:
    assert walk_loops(Kaartpakket("", "", (), pakket.buurten, (), (), (), ()), "BU03530007", 3, Random(1)) == ()
