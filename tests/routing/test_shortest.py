from __future__ import annotations

import random
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boa_app.routing.graph import Graaf, make_graaf
from boa_app.routing.nearest import Plek
from boa_app.routing.shortest import Deel, Pad, Wegwijzer
from tests.routing.grafen import at, drawn, graphs, oracle, random_place

# Two blocks with a street between them, and a street elsewhere that nothing leads to.
BLOCKS = drawn(
    [(0, 0), (100, 0)],
    [(100, 0), (100, 100)],
    [(100, 100), (0, 100)],
    [(0, 100), (0, 0)],
    [(900, 0), (950, 0)],
)


def place(segment: int, deel: float) -> Plek:
    return Plek(segment, deel, 0.0, 0.0)


def walked(pad: Pad | None) -> tuple[float, tuple[int, ...], tuple[tuple[int, float, float], ...]]:
    assert pad is not None
    return round(pad.lengte_m, 1), pad.knopen, tuple((d.segment, round(d.van, 3), round(d.tot, 3)) for d in pad.delen)


@pytest.mark.parametrize(("start", "end"), [(0.2, 0.9), (0.9, 0.2)])
def test_both_ends_on_one_street_go_straight_along_it(start: float, end: float) -> None:
    pad = Wegwijzer(BLOCKS).path(place(0, start), place(0, end))
    assert walked(pad) == (70.0, (), ((0, start, end),))


def test_one_street_round_a_bend_may_be_longer_than_the_other_way() -> None:
    graaf = drawn([(0, 0), (0, 300), (40, 300), (40, 0)], [(0, 0), (40, 0)])
    pad = Wegwijzer(graaf).path(place(0, 0.01), place(0, 0.99))
    assert walked(pad) == (52.8, (0, 1), ((0, 0.01, 0.0), (1, 0.0, 1.0), (0, 1.0, 0.99)))


def test_way_leaves_and_arrives_part_way() -> None:
    wijzer = Wegwijzer(BLOCKS)
    pad = wijzer.path(place(0, 0.75), place(2, 0.25))
    assert walked(pad) == (150.0, (1, 2), ((0, 0.75, 1.0), (1, 0.0, 1.0), (2, 0.0, 0.25)))
    back = wijzer.path(place(2, 0.25), place(0, 0.75))
    assert walked(back) == (150.0, (2, 1), ((2, 0.25, 0.0), (1, 1.0, 0.0), (0, 1.0, 0.75)))
    assert back is not None and back.segmenten == (2, 1, 0)


def test_start_and_end_at_a_node_take_no_part_of_a_street() -> None:
    wijzer = Wegwijzer(BLOCKS)
    assert walked(wijzer.path(0, 2))[0] == 200.0
    assert walked(wijzer.path(1, 1)) == (0.0, (1,), ())
    assert walked(wijzer.path(place(0, 1.0), place(1, 0.5))) == (50.0, (1,), ((1, 0.0, 0.5),))
    assert walked(wijzer.path(place(0, 0.5), place(0, 0.5))) == (0.0, (), ())
    assert walked(wijzer.path(0, place(1, 0.5))) == (150.0, (0, 1), ((0, 0.0, 1.0), (1, 0.0, 0.5)))


def test_no_way_is_an_answer() -> None:
    wijzer = Wegwijzer(BLOCKS)
    assert wijzer.path(place(0, 0.5), place(4, 0.5)) is None
    assert wijzer.path(0, 4) is None
    shut = drawn([(0, 0), (10, 0)], [(10, 0), (20, 0)], toegestaan=(False, True))
    assert Wegwijzer(shut).path(place(0, 0.5), place(1, 0.5)) is None
    assert Wegwijzer(shut).path(place(0, 0.2), place(0, 0.5)) is None


def test_loop_is_left_over_its_shorter_side() -> None:
    graaf = drawn([(0, 0), (0, 50)], [(0, 50), (30, 80), (0, 110), (-30, 80), (0, 50)])
    wijzer = Wegwijzer(graaf)
    assert walked(wijzer.path(place(1, 0.9), 0))[2] == ((1, 0.9, 1.0), (0, 1.0, 0.0))
    assert walked(wijzer.path(place(1, 0.1), 0))[2] == ((1, 0.1, 0.0), (0, 1.0, 0.0))
    assert walked(wijzer.path(place(1, 0.1), place(1, 0.9)))[2] == ((1, 0.1, 0.0), (1, 1.0, 0.9))


def test_stops_are_walked_in_their_order_and_a_gap_is_told() -> None:
    wijzer = Wegwijzer(BLOCKS)
    tocht = wijzer.tour([place(0, 0.5), place(1, 0.5), place(0, 0.5), 0])
    assert tocht.compleet
    assert tocht.lengte_m == pytest.approx(250, rel=1e-4)
    gap = wijzer.tour([0, place(4, 0.5), 1])
    assert (gap.compleet, gap.paden, gap.lengte_m) == (False, (None, None), 0)
    assert wijzer.tour([0]).paden == ()


def test_line_of_a_way_runs_from_place_to_place() -> None:
    wijzer = Wegwijzer(BLOCKS)
    start, end = wijzer.nearest(*at(50, -5)), wijzer.nearest(*at(105, 40))
    assert start is not None and end is not None
    pad = wijzer.path(start, end)
    assert pad is not None
    line = wijzer.positions(pad)
    assert np.array(line) == pytest.approx(np.array([at(50, 0), at(100, 0), at(100, 40)]), abs=1e-7)
    back = wijzer.path(end, start)
    assert back is not None
    assert np.array(wijzer.positions(back)) == pytest.approx(np.array(line[::-1]), abs=1e-12)
    assert wijzer.positions(Pad(0.0, (), ())) == ()


def test_nearest_keeps_to_a_limit() -> None:
    wijzer = Wegwijzer(BLOCKS)
    assert wijzer.nearest(*at(50, -20), max_m=10) is None
    found = wijzer.nearest(*at(50, -20), max_m=30)
    assert found is not None and found.segment == 0
    assert Wegwijzer(make_graaf(1, [], [], [])).nearest(*at(0, 0)) is None


def check(graaf: Graaf, start: Plek | int, end: Plek | int) -> None:
    """The way is as long as networkx says, and holds together."""
    pad, expected = Wegwijzer(graaf).path(start, end), oracle(graaf, start, end)
    if pad is None:
        assert expected == float("inf")
        return
    assert pad.lengte_m == pytest.approx(expected, rel=1e-9, abs=1e-4)
    told = sum(abs(deel.tot - deel.van) * float(graaf.lengte_m[deel.segment]) for deel in pad.delen)
    assert told == pytest.approx(pad.lengte_m, rel=1e-9, abs=1e-4)
    assert all(graaf.toegestaan[deel.segment] for deel in pad.delen)
    spots = [(_spot(graaf, deel, deel.van), _spot(graaf, deel, deel.tot)) for deel in pad.delen]
    assert all(one[1] == other[0] for one, other in pairwise(spots))
    if spots:
        assert spots[0][0] == _place(graaf, start)
        assert spots[-1][1] == _place(graaf, end)


def _spot(graaf: Graaf, deel: Deel, share: float) -> int | tuple[int, float]:
    ends = {0.0: int(graaf.van[deel.segment]), 1.0: int(graaf.naar[deel.segment])}
    return ends.get(share, (deel.segment, share))


def _place(graaf: Graaf, spot: Plek | int) -> int | tuple[int, float]:
    return spot if isinstance(spot, int) else _spot(graaf, Deel(spot.segment, 0, 0), spot.deel)


@settings(max_examples=300, deadline=None)
@given(graaf=graphs(), seed=st.integers(0, 10**6))
def test_any_two_places_of_any_graph_are_as_far_apart_as_networkx_says(graaf: Graaf, seed: int) -> None:
    dice = random.Random(seed)
    nodes = dice.randrange(graaf.knopen), dice.randrange(graaf.knopen)
    check(graaf, *nodes)
    if graaf.toegestaan.any():
        one, other = random_place(graaf, dice), random_place(graaf, dice)
        check(graaf, one, other)
        check(graaf, one, Plek(one.segment, dice.random(), 0.0, 0.0))
        check(graaf, one, nodes[0])
        check(graaf, nodes[1], other)
