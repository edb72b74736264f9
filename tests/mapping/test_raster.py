"""Squares of the grid as rings."""

from __future__ import annotations

import numpy as np
import pytest

from boa_app.analysis.bescherming import maak_raster
from boa_app.analysis.crs import to_rd
from boa_app.mapping.raster import describe_raster


def test_rings_are_the_squares_and_numbers_only_where_wanted() -> None:
    raster = maak_raster([132_050.0] * 6 + [132_850.0] * 2, [447_250.0] * 8, adressen=([0.0] * 5, [0.0] * 5))
    made = describe_raster(raster, cijfers=True)
    assert [(vak["klasse"], vak["tekst"]) for vak in made["vakken"]] == [(2, "6")]
    ring = np.array(made["vakken"][0]["ring"]).reshape(5, 2)
    x, y = to_rd(ring[:, 0], ring[:, 1])
    assert x == pytest.approx([132_000, 132_100, 132_100, 132_000, 132_000], abs=0.05)
    assert y == pytest.approx([447_200, 447_200, 447_300, 447_300, 447_200], abs=0.05)
    few = np.array(made["weinig"][0]).reshape(5, 2)
    assert to_rd(few[:, 0], few[:, 1])[0].max() - 132_800 == pytest.approx(400, abs=0.05)
    assert [vak["tekst"] for vak in describe_raster(raster, cijfers=False)["vakken"]] == [""]
    assert describe_raster(maak_raster([], []), cijfers=True) == {"vakken": [], "weinig": []}
