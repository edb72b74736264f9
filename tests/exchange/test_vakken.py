"""Squares in a file: where they are, how many, and nothing else."""

from __future__ import annotations

import csv
import io
import json

import numpy as np
import pytest

from boa_app.analysis.bescherming import maak_raster
from boa_app.analysis.crs import to_rd
from boa_app.exchange.vakken import to_csv, to_geojson

RASTER = maak_raster([132_050.0] * 6 + [132_450.0] * 60 + [133_850.0] * 2, [447_250.0] * 68)


def test_csv_opens_in_a_spreadsheet() -> None:
    data = to_csv(RASTER, cijfers=True)
    assert data.startswith(b"\xef\xbb\xbf") and b"\r\n" in data
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert rows == [
        ["x_rd", "y_rd", "zijde_m", "klasse", "aantal"],
        ["132000", "447200", "400", "minder", "6"],
        ["132400", "447200", "400", "meer", "60"],
    ]


@pytest.mark.parametrize("cijfers", [True, False])
def test_geojson_is_the_squares_in_wgs84(*, cijfers: bool) -> None:
    made = json.loads(to_geojson(RASTER, cijfers=cijfers, over={"van": "2026-07-01"}))
    assert (made["type"], made["van"], len(made["features"])) == ("FeatureCollection", "2026-07-01", 2)
    for feature in made["features"]:
        told = feature["properties"]
        assert ("aantal" in told) is cijfers
        ring = np.array(feature["geometry"]["coordinates"][0])
        assert ring[0].tolist() == ring[-1].tolist() and ring.shape == (5, 2)
        x, y = to_rd(ring[:, 0], ring[:, 1])
        lower_left = np.array([told["x_rd"], told["y_rd"]])
        corners = lower_left + np.array([[0, 0], [400, 0], [400, 400], [0, 400], [0, 0]])
        assert np.abs(np.stack((x, y), axis=1) - corners).max() < 0.02, "counter-clockwise from the lower left"
