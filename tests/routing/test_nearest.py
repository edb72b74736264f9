from __future__ import annotations

import random

import numpy as np
import pytest
import shapely

from boa_app.routing.graph import make_graaf
from boa_app.routing.nearest import Zoeker, shares_along
from tests.routing.grafen import EAST_M, LAT, LON, NORTH_M, at, drawn


def test_place_beside_a_street_is_told_with_its_distance_and_share() -> None:
    found = Zoeker(drawn([(0, 0), (0, 300)], [(0, 300), (400, 300)])).nearest(*at(20, 75))
    assert found is not None
    assert (found.segment, round(found.deel, 4), round(found.afstand_m, 2)) == (0, 0.25, 20.0)
    assert (found.lon, found.lat) == pytest.approx(at(0, 75), abs=1e-7)


def test_share_is_by_length_and_not_by_corner() -> None:
    graaf = drawn([(0, 0), (10, 0), (10, 90)])
    assert shares_along(graaf) == pytest.approx([0, 0.1, 1], abs=1e-4)
    found = Zoeker(graaf).nearest(*at(12, 45))
    assert found is not None
    assert found.deel == pytest.approx(0.55, abs=1e-4)


def test_past_the_end_of_a_street_its_end_is_nearest() -> None:
    found = Zoeker(drawn([(0, 0), (100, 0)])).nearest(*at(130, 40))
    assert found is not None
    assert (found.deel, found.afstand_m) == (1.0, pytest.approx(50, rel=1e-4))


def test_streets_one_may_not_walk_are_not_found_and_nothing_is_an_answer() -> None:
    two = ([(0, 0), (100, 0)], [(0, 50), (100, 50)])
    found = Zoeker(drawn(*two, toegestaan=(False, True))).nearest(*at(50, 1))
    assert found is not None and found.segment == 1
    assert Zoeker(drawn(*two, toegestaan=(False, False))).nearest(*at(50, 1)) is None
    assert Zoeker(make_graaf(2, [0], [1], [5])).nearest(LON, LAT) is None


def test_a_street_of_no_length_can_be_nearest() -> None:
    found = Zoeker(drawn([(0, 0), (0, 0)])).nearest(*at(3, 4))
    assert found is not None
    assert (found.deel, round(found.afstand_m, 2)) == (0.0, 5.0)


def test_it_is_the_same_place_as_measuring_to_every_street() -> None:
    dice = random.Random(5)
    lines = []
    for _ in range(120):
        x, y, size = dice.uniform(0, 900), dice.uniform(0, 900), dice.choice((5, 60, 700))
        lines.append([(x + dice.uniform(-1, 1) * size, y + dice.uniform(-1, 1) * size) for _ in range(3)])
    graaf = drawn(*lines)
    zoeker = Zoeker(graaf)
    flat = [shapely.LineString(line) for line in lines]
    for _ in range(300):
        spot = (dice.uniform(-200, 1100), dice.uniform(-200, 1100))
        found = zoeker.nearest(*at(*spot))
        assert found is not None
        distances = shapely.distance(shapely.Point(spot), flat)
        # Flat metres and the ellipsoid differ by some parts in ten thousand.
        assert found.afstand_m == pytest.approx(distances.min(), rel=2e-3, abs=0.02)
        assert distances[found.segment] == pytest.approx(distances.min(), rel=2e-3, abs=0.02)
        line = flat[found.segment]
        along = line.interpolate(found.deel, normalized=True)
        there = ((found.lon - LON) * EAST_M, (found.lat - LAT) * NORTH_M)
        assert np.hypot(along.x - there[0], along.y - there[1]) < 0.5
