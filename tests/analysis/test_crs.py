"""RD against the published test points, and there and back."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from boa_app.analysis.crs import looks_like_rd, to_rd, to_wgs84


@pytest.mark.parametrize(("lon", "lat", "x", "y"), [(4.978, 51.991, 126894, 444813), (5.078, 52.061, 133795, 452568)])
def test_published_points(lon: float, lat: float, x: float, y: float) -> None:
    got_x, got_y = to_rd(lon, lat)
    assert float(got_x) == pytest.approx(x, abs=0.5)
    assert float(got_y) == pytest.approx(y, abs=0.5)


@given(st.floats(3.4, 7.2), st.floats(50.8, 53.5))
def test_there_and_back(lon: float, lat: float) -> None:
    x, y = to_rd([lon], [lat])
    back_lon, back_lat = to_wgs84(x, y)
    assert back_lon[0] == pytest.approx(lon, abs=1e-7)
    assert back_lat[0] == pytest.approx(lat, abs=1e-7)


def test_arrays_keep_their_shape() -> None:
    x, y = to_rd(np.full((2, 3), 5.0), np.full((2, 3), 52.0))
    assert x.shape == y.shape == (2, 3)


def test_recognises_rd_order() -> None:
    assert looks_like_rd(131_374, 448_128)
    assert not looks_like_rd(448_128, 131_374)
    assert not looks_like_rd(5.04, 52.02)
