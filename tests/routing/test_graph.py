from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given

from boa_app.routing.graph import Graaf, make_graaf
from tests.routing.grafen import graphs


def test_rows_hold_the_shortest_of_parallel_segments_and_no_loops() -> None:
    graaf = make_graaf(4, [0, 0, 1, 1, 2], [1, 1, 0, 1, 0], [5, 3, 4, 1, 9])
    assert [graaf.links(node)[0].tolist() for node in range(4)] == [[1, 2], [0], [0], []]
    assert [graaf.links(node)[1].tolist() for node in range(4)] == [[1, 4], [1], [4], []]
    assert graaf.segment_between(1, 0) == graaf.segment_between(0, 1) == 1
    assert len(graaf) == 5


def test_what_is_not_allowed_is_in_no_row() -> None:
    graaf = make_graaf(3, [0, 1], [1, 2], [5, 3], toegestaan=[False, True])
    assert [graaf.links(node)[0].tolist() for node in range(3)] == [[], [2], [1]]


@pytest.mark.parametrize(
    "wrong",
    [
        {"van": [0, 3]}, {"naar": [1, -1]}, {"lengte_m": [1, -2]}, {"lengte_m": [1, np.nan]}, {"lengte_m": [1]},
        {"toegestaan": [True]}, {"begin": [0, 2]}, {"begin": [0, 2, 5]}, {"begin": [1, 2, 4]}, {"begin": [0, 1, 4]},
        {"lat": [1, 1, 1]},
    ],
    ids=str,
)  # fmt: skip
def test_arrays_that_do_not_fit_are_refused(wrong: dict[str, Any]) -> None:
    right = {
        "van": [0, 1], "naar": [1, 2], "lengte_m": [1, 1], "lon": [0, 1, 1, 2], "lat": [0, 0, 0, 0], "begin": [0, 2, 4]
    }  # fmt: skip
    make_graaf(3, **right)
    with pytest.raises(ValueError, match=r"segmenten|knoop|lengte_m|begin|lijn"):
        make_graaf(3, **{**right, **wrong})


@given(graphs())
def test_every_row_is_ascending_and_goes_both_ways(graaf: Graaf) -> None:
    for node in range(graaf.knopen):
        neighbours, segments = graaf.links(node)
        assert (np.diff(neighbours) > 0).all()
        for other, segment in zip(neighbours.tolist(), segments.tolist(), strict=True):
            assert {int(graaf.van[segment]), int(graaf.naar[segment])} == {node, other}
            assert graaf.segment_between(other, node) == segment
            assert graaf.toegestaan[segment]
