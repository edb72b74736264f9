"""A choice made by hand finds its street again: after the same import, a split, a join, other ids and small moves."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boa_app.domain.straatkeuze import Keuze, Straatkeuze
from boa_app.mapdata.netwerk import Netwerk
from boa_app.mapdata.netwerk_bouw import Weg, Wegen, build_netwerk
from boa_app.mapdata.osm import import_osm
from boa_app.mapdata.straatkeuze import koppel
from boa_app.mapdata.wegregels import Klasse
from tests.mapdata.straatnetten import at, net


@pytest.fixture(scope="module")
def bayreuth(shared_data: Path) -> Netwerk:
    return import_osm(shared_data / "streets" / "north-bayreuth.osm.gz").netwerk


def choice_on(netwerk: Netwerk, segment: int, keuze: Keuze = Keuze.VERBODEN) -> Straatkeuze:
    """The choice somebody makes on a segment."""
    return Straatkeuze("u", keuze, netwerk.namen[segment], str(netwerk.weg_id[segment]), netwerk.lijn(segment))


def rebuilt(netwerk: Netwerk, *, seed: int, split: bool, shift_m: float = 0.0) -> Netwerk:
    """The same streets as another edition has them: other ids, other order, some ways cut in two, all moved a bit."""
    draw = random.Random(seed)
    order = list(range(len(netwerk)))
    draw.shuffle(order)
    wegen, fresh = Wegen(), 10**12
    moved = round(shift_m / 0.0111)
    for number, one in enumerate(order):
        points = netwerk.punten[netwerk.begin[one] : netwerk.begin[one + 1]] + np.array((0, moved), dtype=np.int32)
        middle = fresh = fresh + 1
        extra = [fresh := fresh + 1 for _ in points[2:]]
        nodes = [int(netwerk.van[one]), *extra, int(netwerk.naar[one])]
        x, y = points[:, 0].tolist(), points[:, 1].tolist()
        if split and len(points) == 2:
            half = (points[0] + points[1]) // 2
            nodes, x, y = [nodes[0], middle, nodes[1]], [x[0], int(half[0]), x[1]], [y[0], int(half[1]), y[1]]
        cut = len(nodes) // 2 if split and len(nodes) > 2 else 0
        for part in (slice(0, cut + 1), slice(cut, None)) if cut else (slice(None),):
            weg = Weg(900_000 + number, netwerk.namen[one], netwerk.soorten[one], Klasse.VERPLICHT, "{}")
            wegen.add(weg, nodes[part], x[part], y[part])
    return build_netwerk(wegen, overgeslagen={}, bron="osm", bron_datum="")


def covered_m(old: Netwerk, segment: int, new: Netwerk, found: tuple[int, ...]) -> float:
    """How much of a segment the found ones make up, by length."""
    return float(new.lengte_m[list(found)].sum() / old.lengte_m[segment])


def test_same_file_again_keeps_every_choice_where_it_was(bayreuth: Netwerk, shared_data: Path) -> None:
    old = bayreuth
    rows = [row for row in range(0, len(old), 7) if old.lengte_m[row] > 2]
    found = koppel(
        import_osm(shared_data / "streets" / "north-bayreuth.osm.gz").netwerk, [choice_on(old, row) for row in rows]
    )
    assert all(row in segments for row, segments in zip(rows, found, strict=True))
    # Two ways of one source over the same ground are the only reason for a second one.
    assert sum(len(segments) == 1 for segments in found) > 0.99 * len(rows)


@pytest.mark.parametrize("shift_m", [0.0, 3.0])
def test_split_ways_with_new_ids_that_moved_keep_every_choice(bayreuth: Netwerk, shift_m: float) -> None:
    old = bayreuth
    new = rebuilt(old, seed=3, split=True, shift_m=shift_m)
    # With a move of three metres, what is shorter than that has no street left to be found by.
    rows = [row for row in range(0, len(old), 11) if old.lengte_m[row] > 12]
    found = koppel(new, [choice_on(old, row) for row in rows])
    assert all(found)
    right = [0.7 < covered_m(old, row, new, segments) < 1.4 for row, segments in zip(rows, found, strict=True)]
    assert np.mean(right) > 0.97


def test_joined_way_keeps_the_choices_of_its_parts() -> None:
    old = net([(0, 0), (60, 0)], [(60, 0), (100, 0)], [(60, 0), (60, 50)], names=("Laan", "Laan", "Steeg"))
    new = net([(0, 0), (60, 0), (100, 0)], names=("Laan",), ids=(7,))
    assert koppel(new, [choice_on(old, 0), choice_on(old, 1), choice_on(old, 2)]) == ((0,), (0,), ())


def test_sidewalk_that_came_to_lie_on_the_old_line_does_not_take_the_choice() -> None:
    old = net([(0, 0), (100, 0)], names=("Laan",))
    new = net([(0, 5), (100, 5)], [(0, 0), (100, 0)], names=("Laan", ""), ids=(1, 2))
    assert koppel(new, [choice_on(old, 0)]) == ((0,),)


def test_alley_that_is_gone_does_not_move_to_the_street_beside_it() -> None:
    old = net([(0, 0), (80, 0)], names=("",))
    new = net([(0, 9), (80, 9)], names=("Laan",), ids=(1,))
    assert koppel(new, [choice_on(old, 0)]) == ((),)


def test_crossing_street_and_the_next_piece_stay_out() -> None:
    netwerk = net([(0, 0), (50, 0), (100, 0)], [(50, -40), (50, 0), (50, 40)], names=("Laan", "Weg"))
    found = koppel(netwerk, [choice_on(netwerk, row) for row in range(4)])
    assert found == ((0,), (1,), (2,), (3,))


def test_street_of_which_half_is_left_keeps_the_choice_and_less_does_not() -> None:
    old = net([(0, 0), (100, 0)], names=("Laan",))
    assert koppel(net([(0, 0), (55, 0)], names=("Laan",)), [choice_on(old, 0)]) == ((0,),)
    assert koppel(net([(0, 0), (30, 0)], names=("Laan",)), [choice_on(old, 0)]) == ((),)


def test_points_instead_of_lines_and_empty_networks_are_answers() -> None:
    netwerk = net([(0, 0), (50, 0)], [(50, 0), (50, 0)])
    still = Straatkeuze("u", Keuze.MAG, "Straat 0", "100", (at(10, 0), at(10, 0)))
    far = Straatkeuze("u", Keuze.MAG, "Straat 0", "100", (at(9000, 0), at(9100, 0)))
    assert koppel(netwerk, [still, far]) == ((), ())
    assert koppel(net(), [far]) == ((),)
    assert koppel(netwerk, [choice_on(netwerk, 0)]) == ((0,),)


@settings(max_examples=60, deadline=None)
@given(
    cuts=st.lists(st.floats(0.1, 0.9), max_size=4),
    aside=st.floats(-4, 4),
    bend=st.floats(-25, 25),
    turned=st.booleans(),
)
def test_any_cutting_and_turning_of_a_street_keeps_the_choice(
    cuts: list[float], aside: float, bend: float, turned: bool
) -> None:
    line = [(0.0, 0.0), (60.0, bend), (130.0, 0.0)]
    old = net(line, [(0, -200), (0, 0)], names=("Laan", "Weg"))
    places = sorted({0.0, 1.0, *(round(cut, 2) for cut in cuts)})
    whole = [_along(line, place) for place in sorted({*places, 60 / 130})]
    parts = []
    for start, end in pairwise(places):
        part = [spot for place, spot in zip(sorted({*places, 60 / 130}), whole, strict=True) if start <= place <= end]
        parts.append([(x, y + aside) for x, y in (part[::-1] if turned else part)])
    new = net(*parts, names=["Laan"] * len(parts), ids=range(500, 500 + len(parts)))
    (found,) = koppel(new, [choice_on(old, 0)])
    assert found == tuple(range(len(new)))


def _along(line: list[tuple[float, float]], share: float) -> tuple[float, float]:
    x = 130 * share
    (x0, y0), (x1, y1) = (line[0], line[1]) if x <= 60 else (line[1], line[2])
    return x, y0 + (y1 - y0) * (x - x0) / (x1 - x0)
