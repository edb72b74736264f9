"""RD or WGS84: by declaration and range together, and never a guess."""

from __future__ import annotations

import numpy as np
import pytest

from boa_app.domain.errors import UserError
from boa_app.mapdata.ligging import Stelsel, find_stelsel, to_degrees

# domain §8.1: WGS84 4.978, 51.991 is RD 126894, 444813; 5.078, 52.061 is 133795, 452568.
LON, LAT = [4.978, 5.078], [51.991, 52.061]
X, Y = [126894.0, 133795.0], [444813.0, 452568.0]


def code_of(x: list[float], y: list[float], stelsel: Stelsel | None = None, deel: float = 1.0) -> str:
    with pytest.raises(UserError) as told:
        to_degrees(x, y, stelsel, "f.gpkg", deel=deel)
    assert told.value.fields["bestand"] == "f.gpkg"
    return told.value.code


@pytest.mark.parametrize(
    ("declared", "stelsel"),
    [
        ("", None),
        ("urn:ogc:def:crs:OGC:1.3:CRS84", Stelsel.WGS84),
        ("http://www.opengis.net/def/crs/OGC/1.3/CRS84", Stelsel.WGS84),
        ("urn:ogc:def:crs:EPSG::28992", Stelsel.RD),
        ("http://www.opengis.net/def/crs/EPSG/0/28992", Stelsel.RD),
        ("EPSG:28992", Stelsel.RD),
        ("epsg:4326", Stelsel.WGS84),
        ("EPSG:4258", Stelsel.WGS84),
        ('PROJCRS["Amersfoort / RD New",BASEGEOGCRS["Amersfoort"],ID["EPSG",28992]]', Stelsel.RD),
        ('GEOGCS["WGS 84",DATUM["x",AUTHORITY["EPSG","6326"]],AUTHORITY["EPSG","4326"]]', Stelsel.WGS84),
    ],
)
def test_what_a_file_declares(declared: str, stelsel: Stelsel | None) -> None:
    assert find_stelsel(declared, "f") is stelsel


@pytest.mark.parametrize("declared", ["EPSG:3857", "urn:ogc:def:crs:EPSG::25831", "onzin", "EPSG:31370"])
def test_another_system_is_refused(declared: str) -> None:
    with pytest.raises(UserError) as told:
        find_stelsel(declared, "f.geojson")
    assert told.value.code == "ligging_stelsel"
    assert told.value.fields == {"bestand": "f.geojson", "stelsel": declared}


@pytest.mark.parametrize("stelsel", [None, Stelsel.RD])
def test_rd_becomes_degrees(stelsel: Stelsel | None) -> None:
    lon, lat = to_degrees(X, Y, stelsel, "f")
    # The test points are given to half a metre.
    assert np.abs(lon - LON).max() * 68_500 < 0.5
    assert np.abs(lat - LAT).max() * 111_200 < 0.5


@pytest.mark.parametrize("stelsel", [None, Stelsel.WGS84])
def test_degrees_stay_as_they_are(stelsel: Stelsel | None) -> None:
    lon, lat = to_degrees(LON, LAT, stelsel, "f")
    assert (lon.tolist(), lat.tolist()) == (LON, LAT)
    assert to_degrees([8.69], [49.41], stelsel, "f")[0].tolist() == [8.69], "Heidelberg is a place too"


def test_a_declaration_that_the_range_belies_is_refused() -> None:
    assert code_of(X, Y, Stelsel.WGS84) == "ligging_anders"
    assert code_of(LON, LAT, Stelsel.RD) == "ligging_anders"


@pytest.mark.parametrize("stelsel", [None, Stelsel.RD, Stelsel.WGS84])
def test_numbers_that_changed_places_are_refused(stelsel: Stelsel | None) -> None:
    assert code_of(Y, X, stelsel) == "ligging_volgorde"
    assert code_of(LAT, LON, stelsel) == "ligging_volgorde"


def test_what_is_neither_is_refused() -> None:
    assert code_of([560_000.0], [6_800_000.0]) == "ligging_onbekend", "Web Mercator"
    assert code_of([float("nan")], [52.0]) == "ligging_onbekend"
    assert code_of([*X, 5.0], [*Y, 52.0]) == "ligging_onbekend", "two systems in one file"


def test_a_few_that_do_not_fit_can_be_left_out() -> None:
    lon, lat = to_degrees([*X * 10, 0.0, float("nan")], [*Y * 10, 0.0, 450_000.0], None, "f", deel=0.9)
    assert np.isfinite(lon).sum() == 20
    assert np.isnan(lat[-2:]).all()
