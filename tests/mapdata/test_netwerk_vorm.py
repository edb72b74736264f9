from __future__ import annotations

import numpy as np
import pytest

from boa_app.mapdata.netwerk_vorm import SCHAAL, select, stukken, take_runs, to_graaf, to_ring, to_whole
from boa_app.mapdata.wegregels import Klasse
from boa_app.routing.pieces import Stuk
from boa_app.routing.shortest import Wegwijzer
from tests.mapdata.straatnetten import at, net

OPEN, CLOSED = Klasse.VERPLICHT, Klasse.VERBODEN


def test_positions_go_to_whole_numbers_and_back() -> None:
    whole = to_whole(np.array([(5.12345678, -33.99999996), (-179.9999999, 89.5)]))
    assert whole.tolist() == [[51234568, -340000000], [-1799999999, 895000000]]
    assert to_ring(whole)[0] == (5.1234568, -34.0)
    assert SCHAAL == 10**7


def test_count_leaves_out_what_may_not_be_walked_and_the_cuts_it_made() -> None:
    with_closed = net(
        [(0, 0), (50, 0), (100, 0)], [(50, 0), (50, 30)], [(100, 0), (100, 90)], klassen=(OPEN, CLOSED, OPEN)
    )
    assert len(with_closed) == 4
    assert with_closed.telling == net([(0, 0), (100, 0)], [(100, 0), (100, 90)]).telling
    # A node where two ways meet is one, whatever ends there too.
    met = net([(0, 0), (50, 0)], [(50, 0), (100, 0)], [(50, 0), (50, 30)], klassen=(OPEN, OPEN, CLOSED))
    assert (met.telling.knopen, met.telling.segmenten) == (3, 2)
    ring = net([(0, 0), (50, 0), (50, 50), (0, 0)], [(0, 0), (0, 90)], klassen=(OPEN, CLOSED))
    assert (ring.telling.knopen, ring.telling.segmenten) == (1, 1)


def test_selection_keeps_lines_and_drops_bare_nodes() -> None:
    whole = net([(0, 0), (50, 10), (100, 0)], [(100, 0), (100, 90)], [(500, 0), (500, 50)], names=("a", "b", "c"))
    part = select(whole, np.array([True, False, True]))
    assert part.namen == ("a", "c")
    assert [part.lijn(0), part.lijn(1)] == [whole.lijn(0), whole.lijn(2)]
    assert len(part.knopen) == 4
    assert (part.knopen[part.naar[0]] == whole.knopen[whole.naar[0]]).all()
    assert len(select(whole, np.zeros(3, dtype=bool))) == 0


def test_pieces_are_counted_over_what_may_be_walked() -> None:
    netwerk = net([(0, 0), (100, 0)], [(100, 0), (200, 0)], [(200, 0), (260, 0)], klassen=(OPEN, CLOSED, OPEN))
    found = stukken(netwerk)
    assert [(stuk.nr, stuk.knopen) for stuk in found] == [(1, 2), (2, 2)]
    assert isinstance(found[0], Stuk)
    assert found[0].km == pytest.approx(0.1, abs=0.001)


def test_graph_walks_what_the_source_allows_or_people_decided() -> None:
    netwerk = net([(0, 0), (100, 0)], [(100, 0), (200, 0)], klassen=(OPEN, CLOSED))
    spots = at(10, 0), at(190, 0)
    shut = Wegwijzer(to_graaf(netwerk))
    found = shut.nearest(*spots[1])
    assert found is not None and found.segment == 0
    opened = Wegwijzer(to_graaf(netwerk, np.array([True, True])))
    start, end = (opened.nearest(*spot) for spot in spots)
    assert start is not None and end is not None
    pad = opened.path(start, end)
    assert pad is not None
    assert pad.lengte_m == pytest.approx(180, rel=1e-3)


def test_runs_are_taken_one_after_the_other() -> None:
    assert take_runs(np.array([5, 0, 9]), np.array([2, 3, 1])).tolist() == [5, 6, 0, 1, 2, 9]
    assert take_runs(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)).tolist() == []
