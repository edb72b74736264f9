from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from boa_app.domain.foto import CEL_PX, Streek, bedekte_cellen, streek_cellen

BREEDTE, HOOGTE = 203, 118
POINTS = st.tuples(st.floats(-30, BREEDTE + 30), st.floats(-30, HOOGTE + 30))


def covers(cells: frozenset[tuple[int, int]], x: float, y: float) -> bool:
    return (int(x // CEL_PX), int(y // CEL_PX)) in cells


@given(st.lists(POINTS, min_size=1, max_size=6), st.floats(1, 80), st.data())
def test_whatever_the_brush_touches_is_covered(
    points: list[tuple[float, float]], size: float, data: st.DataObject
) -> None:
    cells = streek_cellen(Streek(tuple(points), size), BREEDTE, HOOGTE)
    begin = data.draw(st.sampled_from(points))
    following = points[min(points.index(begin) + 1, len(points) - 1)]
    share = data.draw(st.floats(0, 1))
    turn, far = data.draw(st.floats(0, math.tau)), data.draw(st.floats(0, 0.999)) * size / 2
    x = begin[0] + share * (following[0] - begin[0]) + far * math.cos(turn)
    y = begin[1] + share * (following[1] - begin[1]) + far * math.sin(turn)
    if 0 <= x < BREEDTE and 0 <= y < HOOGTE:
        assert covers(cells, x, y)


@given(st.lists(POINTS, min_size=1, max_size=4), st.floats(1, 60))
def test_no_cell_lies_outside_the_picture_or_far_from_a_dab(points: list[tuple[float, float]], size: float) -> None:
    for column, row in streek_cellen(Streek(tuple(points), size), BREEDTE, HOOGTE):
        assert 0 <= column * CEL_PX < BREEDTE
        assert 0 <= row * CEL_PX < HOOGTE
    dab = streek_cellen(Streek(((100.0, 60.0),), size), BREEDTE, HOOGTE)
    reach = size / 2 + math.sqrt(2) * CEL_PX
    for column, row in dab:
        assert math.hypot((column + 0.5) * CEL_PX - 100, (row + 0.5) * CEL_PX - 60) <= reach


def test_strokes_together_cover_what_each_covers() -> None:
    left, right = Streek(((10.0, 10.0),), 20), Streek(((150.0, 80.0), (180.0, 90.0)), 20)
    both = bedekte_cellen([left, right], BREEDTE, HOOGTE)
    assert both == streek_cellen(left, BREEDTE, HOOGTE) | streek_cellen(right, BREEDTE, HOOGTE)
    assert bedekte_cellen([], BREEDTE, HOOGTE) == frozenset()
    assert not covers(both, 100, 20)


def test_a_stroke_beside_the_picture_covers_nothing() -> None:
    assert streek_cellen(Streek(((-200.0, 20.0), (-300.0, 20.0)), 30), BREEDTE, HOOGTE) == frozenset()
