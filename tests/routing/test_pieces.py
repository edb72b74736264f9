from __future__ import annotations

import networkx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from boa_app.routing.pieces import Stuk, piece_of_nodes, pieces


def test_pieces_are_listed_by_length_and_bare_nodes_are_none() -> None:
    found = pieces(8, [0, 1, 3, 5], [1, 2, 4, 5], [10, 20, 4000, 30])
    assert found == (Stuk(1, 2, 4.0), Stuk(2, 3, 0.03), Stuk(3, 1, 0.03))
    assert pieces(3, [], [], []) == ()
    assert pieces(4, [0, 1], [1, 2], [10, 20], uncounted=[1, 3]) == (Stuk(1, 2, 0.03),)


@given(
    count=st.integers(1, 12),
    links=st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11), st.integers(0, 500)), max_size=20),
)
def test_pieces_are_those_of_networkx(count: int, links: list[tuple[int, int, int]]) -> None:
    kept = [(one % count, other % count, metres) for one, other, metres in links]
    world = networkx.MultiGraph()
    world.add_weighted_edges_from(kept)
    van, naar, metres = (np.array([link[at] for link in kept], dtype=np.int64) for at in range(3))
    found = pieces(count, van, naar, metres)
    assert sorted(stuk.knopen for stuk in found) == sorted(map(len, networkx.connected_components(world)))
    assert [stuk.nr for stuk in found] == list(range(1, len(found) + 1))
    assert [stuk.km for stuk in found] == sorted((stuk.km for stuk in found), reverse=True)
    assert round(sum(stuk.km for stuk in found) * 1000) == sum(metres)
    labels = piece_of_nodes(count, van, naar)
    assert all(labels[one] == labels[other] for one, other, _ in kept)
