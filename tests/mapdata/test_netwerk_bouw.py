from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from boa_app.mapdata.netwerk_bouw import Weg, Wegen, build_netwerk
from boa_app.mapdata.wegregels import Klasse
from tests.mapdata.straatnetten import net


def test_ways_are_cut_where_they_share_a_point() -> None:
    netwerk = net([(0, 0), (50, 0), (100, 0), (150, 0)], [(100, -50), (100, 0)], names=("Laan", "Steeg"))
    assert netwerk.namen == ("Laan", "Laan", "Steeg")
    assert netwerk.lengte_m == pytest.approx([100, 50, 50], rel=1e-3)
    assert [len(netwerk.lijn(row)) for row in range(3)] == [3, 2, 2]
    assert len(netwerk.knopen) == 4
    assert netwerk.naar[0] == netwerk.van[1] == netwerk.naar[2]


def test_ring_and_eight_keep_their_shape() -> None:
    ring = net([(0, 0), (50, 0), (50, 50), (0, 0)])
    assert (ring.van.tolist(), ring.naar.tolist(), len(ring.knopen)) == ([0], [0], 1)
    eight = net([(0, 0), (50, 50), (50, 0), (0, 50), (0, 0)], [(50, 50), (90, 90)])
    assert len(eight) == 3


def test_nothing_gives_an_empty_network() -> None:
    netwerk = net()
    assert (len(netwerk), len(netwerk.knopen), netwerk.telling.km) == (0, 0, 0)


@given(st.lists(st.lists(st.integers(0, 15), min_size=2, max_size=8), max_size=8))
def test_every_step_is_in_one_segment_and_junctions_are_nodes(ways: list[list[int]]) -> None:
    wegen = Wegen()
    for number, nodes in enumerate(ways):
        x, y = [1000 * node for node in nodes], [500 * (node % 4) for node in nodes]
        wegen.add(Weg(number, "", "path", Klasse.VERPLICHT, "{}"), nodes, x, y)
    netwerk = build_netwerk(wegen, overgeslagen={}, bron="osm", bron_datum="")
    steps = sum(len(nodes) - 1 for nodes in ways)
    assert len(netwerk.punten) - len(netwerk) == steps
    firsts, lasts = netwerk.punten[netwerk.begin[:-1]], netwerk.punten[netwerk.begin[1:] - 1]
    assert (netwerk.knopen[netwerk.van] == firsts).all()
    assert (netwerk.knopen[netwerk.naar] == lasts).all()
    flat = [node for nodes in ways for node in nodes]
    ends = {nodes[place] for nodes in ways for place in (0, -1)}
    assert len(netwerk.knopen) == len(ends | {node for node in flat if flat.count(node) > 1})
    assert np.array_equal(np.unique(np.concatenate((netwerk.van, netwerk.naar))), np.arange(len(netwerk.knopen)))
