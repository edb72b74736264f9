"""Street graphs for the tests: drawn ones with lines in metres, random ones, and an independent answer by networkx."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise
from math import cos, radians

import networkx
import numpy as np
from hypothesis import strategies as st

from boa_app.routing.graph import Graaf, make_graaf
from boa_app.routing.meten import line_lengths_m
from boa_app.routing.nearest import Plek

LON, LAT = 5.04, 52.02
# Metres in a degree at that place, to a few parts in a hundred thousand.
NORTH_M = 111_267.0
EAST_M = 111_414.0 * cos(radians(LAT)) * 1.00127

Punt = tuple[float, float]


def at(x: float, y: float) -> Punt:
    """Degrees of metres east and north."""
    return LON + x / EAST_M, LAT + y / NORTH_M


def drawn(*lines: Sequence[Punt], toegestaan: Sequence[bool] | None = None) -> Graaf:
    """A graph of lines in metres, joined at ends that are equal; nodes in the order they come."""
    known: dict[Punt, int] = {}
    ends = [(known.setdefault(line[0], len(known)), known.setdefault(line[-1], len(known))) for line in lines]
    points = np.array([at(*spot) for line in lines for spot in line], dtype=float).reshape(-1, 2)
    begin = np.concatenate(([0], np.cumsum([len(line) for line in lines]))).astype(np.int64)
    return make_graaf(
        len(known),
        [van for van, _ in ends],
        [naar for _, naar in ends],
        line_lengths_m(points[:, 0], points[:, 1], begin) if lines else [],
        toegestaan=toegestaan,
        lon=points[:, 0],
        lat=points[:, 1],
        begin=begin,
    )


@st.composite
def graphs(draw: st.DrawFn) -> Graaf:
    """Any graph: parallel segments, loops, segments of no length, forbidden ones, nodes that nothing leads to."""
    count = draw(st.integers(1, 9))
    node = st.integers(0, count - 1)
    length = st.one_of(st.just(0.0), st.floats(0.01, 1000), st.integers(1, 5).map(float))
    rows = draw(st.lists(st.tuples(node, node, length, st.sampled_from((True, True, True, False))), max_size=20))
    return make_graaf(
        count,
        [row[0] for row in rows],
        [row[1] for row in rows],
        [row[2] for row in rows],
        toegestaan=[row[3] for row in rows],
    )


def oracle(graaf: Graaf, start: Plek | int, end: Plek | int) -> float:
    """The shortest way by networkx, with both places put in as nodes of their own; infinite where there is none."""
    world = networkx.MultiGraph()
    world.add_nodes_from(range(graaf.knopen))
    places = {"a": start, "b": end}
    for segment in np.flatnonzero(graaf.toegestaan).tolist():
        stops = sorted(
            (place.deel, name) for name, place in places.items() if isinstance(place, Plek) and place.segment == segment
        )
        chain = [(0.0, int(graaf.van[segment])), *stops, (1.0, int(graaf.naar[segment]))]
        metres = float(graaf.lengte_m[segment])
        for (low, one), (high, other) in pairwise(chain):
            world.add_edge(one, other, weight=(high - low) * metres)
    source, target = (name if isinstance(place, Plek) else place for name, place in places.items())
    if source not in world or target not in world:
        return float("inf")
    try:
        return float(networkx.dijkstra_path_length(world, source, target))
    except networkx.NetworkXNoPath:
        return float("inf")


def random_place(graaf: Graaf, dice: random.Random) -> Plek:
    """Any place on any segment one may walk."""
    segment = dice.choice(np.flatnonzero(graaf.toegestaan).tolist())
    return Plek(segment, dice.choice((0.0, 1.0, dice.random())), 0.0, 0.0)
