from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from boa_app.routing.noding import join_ends
from tests.routing.grafen import Punt, at


def ids_of(*lines: list[Punt], tolerance_m: float = 0.5) -> list[list[int]]:
    points = np.array([at(*spot) for line in lines for spot in line], dtype=float).reshape(-1, 2)
    begin = np.concatenate(([0], np.cumsum([len(line) for line in lines]))).astype(np.int64)
    found = join_ends(points[:, 0], points[:, 1], begin, tolerance_m)
    return [found[start:end].tolist() for start, end in pairwise(begin)]


def test_ends_within_the_tolerance_are_one_node_and_others_are_not() -> None:
    one, other, third = ids_of([(0, 0), (50, 0)], [(50.3, 0.2), (90, 0)], [(51.5, 0), (50, 60)])
    assert one[1] == other[0]
    assert len({*one, *other, *third}) == 5


def test_a_chain_of_near_ends_is_one_node() -> None:
    lines = ids_of(*([(0.4 * step, 0.0), (100.0 * step, 80.0)] for step in range(1, 5)))
    assert len({line[0] for line in lines}) == 1


def test_a_corner_on_an_end_is_a_junction_but_crossing_corners_are_not() -> None:
    main, side = ids_of([(0, 0), (50, 0), (100, 0)], [(50, 0.1), (50, 40)])
    assert main[1] == side[0]
    under, over = ids_of([(0, 0), (50, 0), (100, 0)], [(50, -40), (50, 0), (50, 40)])
    assert under[1] != over[1]
    assert ids_of() == []


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20), st.integers(0, 20), st.integers(0, 20)), max_size=12))
def test_on_a_grid_ends_are_one_exactly_where_they_are_equal(rows: list[tuple[int, int, int, int]]) -> None:
    lines: list[list[Punt]] = [[(10.0 * a, 10.0 * b), (10.0 * c, 10.0 * d)] for a, b, c, d in rows]
    found = [
        (spot, node)
        for line, ids in zip(lines, ids_of(*lines), strict=True)
        for spot, node in zip(line, ids, strict=True)
    ]
    assert len({spot for spot, _ in found}) == len({node for _, node in found}) == len(set(found))
