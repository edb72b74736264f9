"""Ways over real networks, held against an independent Dijkstra: 500 random pairs of places in each of three."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import networkx
import numpy as np
import pytest

from boa_app.mapdata.netwerk import Netwerk, to_graaf
from boa_app.mapdata.osm import import_osm
from boa_app.routing.nearest import Plek
from boa_app.routing.shortest import Pad, Wegwijzer

NETS = ("north-bayreuth.osm.gz", "liechtenstein.osm.pbf", "heidelberg.test.osm.pbf")
STARTS, ENDS = 50, 10


class Oracle:
    """networkx over the segments as they were read, with both places joined in as nodes of their own."""

    def __init__(self, netwerk: Netwerk) -> None:
        self._netwerk = netwerk
        self._world = networkx.Graph()
        rows = zip(netwerk.van.tolist(), netwerk.naar.tolist(), netwerk.lengte_m.tolist(), strict=True)
        for number, (van, naar, metres) in enumerate(rows):
            if netwerk.begaanbaar[number] and metres < self._weight(van, naar):
                self._world.add_edge(van, naar, weight=metres)

    def lengths_m(self, start: Plek, ends: Sequence[Plek]) -> list[float]:
        """The shortest way from a place to each of others; infinite where there is none."""
        names = [self._join(f"end {number}", end) for number, end in enumerate(ends)]
        self._join("start", start)
        for name, end in zip(names, ends, strict=True):
            if start.segment == end.segment:
                metres = abs(start.deel - end.deel) * float(self._netwerk.lengte_m[start.segment])
                self._world.add_edge("start", name, weight=metres)
        reached = networkx.single_source_dijkstra_path_length(self._world, "start")
        self._world.remove_nodes_from(["start", *names])
        return [float(reached.get(name, "inf")) for name in names]

    def _join(self, name: str, place: Plek) -> str:
        metres = float(self._netwerk.lengte_m[place.segment])
        van, naar = int(self._netwerk.van[place.segment]), int(self._netwerk.naar[place.segment])
        self._world.add_edge(name, van, weight=place.deel * metres)
        back = (1 - place.deel) * metres
        if van != naar or back < place.deel * metres:
            self._world.add_edge(name, naar, weight=back)
        return name

    def _weight(self, van: int, naar: int) -> float:
        found = self._world.get_edge_data(van, naar)
        return float(found["weight"]) if found else float("inf")


@pytest.mark.parametrize("name", NETS)
def test_five_hundred_random_pairs_are_as_far_apart_as_networkx_says(shared_data: Path, name: str) -> None:
    netwerk = import_osm(shared_data / "streets" / name).netwerk
    wijzer, oracle = Wegwijzer(to_graaf(netwerk)), Oracle(netwerk)
    dice = random.Random(name)
    nodes = netwerk.knopen[netwerk.van[netwerk.begaanbaar]] / 1e7

    def anywhere() -> Plek:
        lon, lat = nodes[dice.randrange(len(nodes))]
        place = wijzer.nearest(lon + dice.uniform(-6e-4, 6e-4), lat)
        assert place is not None
        return place

    found = 0
    for _ in range(STARTS):
        start, ends = anywhere(), [anywhere() for _ in range(ENDS)]
        for end, expected in zip(ends, oracle.lengths_m(start, ends), strict=True):
            pad = wijzer.path(start, end)
            if pad is None:
                assert expected == float("inf")
                continue
            found += 1
            check(netwerk, pad, expected)
    assert 0.9 * STARTS * ENDS < found <= STARTS * ENDS


def check(netwerk: Netwerk, pad: Pad, expected_m: float) -> None:
    """The way is as long as it should be, and made of streets that meet."""
    assert pad.lengte_m == pytest.approx(expected_m, rel=1e-9, abs=1e-3)
    assert netwerk.begaanbaar[list(pad.segmenten)].all()
    ends = [{int(netwerk.van[segment]), int(netwerk.naar[segment])} for segment in pad.segmenten]
    assert all({one, other} in ends for one, other in pairwise(pad.knopen))


def test_line_of_a_way_is_as_long_as_the_way(shared_data: Path) -> None:
    netwerk = import_osm(shared_data / "streets" / "north-bayreuth.osm.gz").netwerk
    wijzer = Wegwijzer(to_graaf(netwerk))
    dice = random.Random(2)
    for _ in range(50):
        spots = [netwerk.lijn(dice.randrange(len(netwerk)))[0] for _ in range(2)]
        start, end = (wijzer.nearest(*spot) for spot in spots)
        assert start is not None and end is not None
        pad = wijzer.path(start, end)
        if pad is None or not pad.delen:
            continue
        line = np.array(wijzer.positions(pad))
        scale = np.array((np.cos(np.radians(line[:, 1].mean())) * 111_414, 111_230))
        flat = np.hypot(*(np.diff(line, axis=0) * scale).T).sum()
        assert flat == pytest.approx(pad.lengte_m, rel=3e-3, abs=0.5)


def test_both_ends_on_one_real_street_go_straight_either_way(shared_data: Path) -> None:
    netwerk = import_osm(shared_data / "streets" / "north-bayreuth.osm.gz").netwerk
    wijzer = Wegwijzer(to_graaf(netwerk))
    for segment in np.flatnonzero(netwerk.begaanbaar & (netwerk.lengte_m > 50))[::40].tolist():
        one, other = Plek(segment, 0.45, 0, 0), Plek(segment, 0.55, 0, 0)
        there, back = wijzer.path(one, other), wijzer.path(other, one)
        assert there is not None and back is not None
        assert there.lengte_m == pytest.approx(back.lengte_m)
        assert there.lengte_m <= 0.1 * netwerk.lengte_m[segment] + 1e-6
