from __future__ import annotations

import numpy as np
import pytest

from boa_app.mapdata.netwerk_snijden import cut, frame_of
from boa_app.mapdata.netwerk_vorm import SCHAAL, Tekenlijn, to_whole
from boa_app.mapdata.wegregels import Reden
from tests.mapdata.straatnetten import at, net

# A square of a kilometre with a hole of 1,200 metres beside the middle would be no test: the hole must show.
OUTER = tuple(at(x, y) for x, y in ((0, 0), (4000, 0), (4000, 4000), (0, 4000), (0, 0)))
HOLE = tuple(at(x, y) for x, y in ((1000, 1000), (3000, 1000), (3000, 3000), (1000, 3000), (1000, 1000)))


def test_streets_up_to_five_hundred_metres_outside_stay_whole() -> None:
    netwerk = net(
        [(-2000, 100), (-450, 100)], [(-2000, 200), (-550, 200)], [(2000, 1600), (2000, 2400)], [(50, 50), (90, 90)],
        names=("net binnen", "net buiten", "in het gat", "midden"), ids=(1, 2, 3, 4),
    )  # fmt: skip
    assert cut(netwerk, (OUTER,)).namen == ("net binnen", "in het gat", "midden")
    left = cut(netwerk, (OUTER, HOLE))
    assert left.namen == ("net binnen", "midden")
    assert left.lijn(0) == netwerk.lijn(0)
    assert left.overgeslagen == {Reden.BUITEN_GRENS: 2}


def test_long_street_through_an_area_without_a_corner_in_it_stays() -> None:
    assert len(cut(net([(-3000, 2000), (7000, 2000)]), (OUTER,))) == 1
    assert len(cut(net([(-3000, -2000), (7000, -2000)]), (OUTER,))) == 0
    assert len(cut(net(), (OUTER,))) == 0


def test_drawn_lines_are_cut_too() -> None:
    netwerk = net([(0, 0), (90, 0)])
    near, far = (Tekenlijn("", "rail", to_whole(np.array([at(x, 0), at(x + 50, 0)]))) for x in (10, 9000))
    with_lines = type(netwerk)(**{name: getattr(netwerk, name) for name in netwerk.__slots__} | {"lijnen": (near, far)})
    assert cut(with_lines, (OUTER,)).lijnen == (near,)


def test_frame_reaches_half_a_kilometre_further() -> None:
    west, south, east, north = frame_of((OUTER,))
    assert (west / SCHAAL, south / SCHAAL) == pytest.approx(at(-500, -500), abs=1e-4)
    assert (east / SCHAAL, north / SCHAAL) == pytest.approx(at(4500, 4500), abs=1e-4)
