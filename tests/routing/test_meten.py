from __future__ import annotations

from itertools import pairwise

import numpy as np
import pyproj
import pytest

from boa_app.routing.meten import line_lengths_m, step_lengths, to_space


@pytest.mark.parametrize("lat", [-80.0, -33.9, 0.0, 49.4, 52.02, 70.0])
@pytest.mark.parametrize("bearing", [0, 45, 90, 200])
def test_lengths_are_those_on_the_ellipsoid_everywhere(lat: float, bearing: int) -> None:
    geod = pyproj.Geod(ellps="WGS84")
    for metres in (3.0, 250.0, 9_000.0):
        lon2, lat2, _ = geod.fwd(8.7, lat, bearing, metres)
        (found,) = step_lengths(to_space([8.7, lon2], [lat, lat2]))
        assert found == pytest.approx(metres, rel=1e-6)


def test_many_points_are_measured_as_few_are() -> None:
    lon = np.linspace(5.0, 5.9, 120_001)
    lat = 52.0 + 0.001 * np.sin(np.arange(len(lon)))
    begin = np.array([0, 49_999, 50_002, 100_001, len(lon)])
    whole = step_lengths(to_space(lon, lat))
    expected = [whole[start : end - 1].sum() for start, end in pairwise(begin.tolist())]
    assert line_lengths_m(lon, lat, begin) == pytest.approx(expected, rel=1e-9)


def test_lines_are_measured_one_by_one() -> None:
    geod = pyproj.Geod(ellps="WGS84")
    lon, lat = np.array([5.0, 5.01, 5.02, 6.0, 6.0]), np.array([52.0, 52.0, 52.01, 52.0, 52.003])
    lengths = line_lengths_m(lon, lat, np.array([0, 3, 5]))
    assert lengths == pytest.approx([geod.line_length(lon[:3], lat[:3]), geod.line_length(lon[3:], lat[3:])], rel=1e-6)
