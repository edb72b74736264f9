"""What goes to the page: scene as JSON, points as numbers that keep their place."""

from __future__ import annotations

import json
import math
import struct
from dataclasses import dataclass
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from boa_app.domain.jop import Jop, JopStatus
from boa_app.domain.schouw import Schouw, SchouwGroep
from boa_app.mapdata.pakket import Buurt, Straat, Vlak
from boa_app.mapping.scene import VORM_HOL, VORM_VOL, bounds_of, encode_points, encode_scene, most_of, to_mercator

SQUARE = ((5.0, 52.0), (5.1, 52.0), (5.1, 52.1), (5.0, 52.0))
EARTH_M = 40_075_017


@dataclass(frozen=True)
class Lagen:
    naam: str = "IJsselstein"
    omtrek: tuple = (SQUARE,)
    vlakken: tuple = (Vlak("groen", (SQUARE,), "Park"),)
    buurten: tuple = (Buurt("BU1", "West", (SQUARE,)),)
    straten: tuple = (Straat("Zeemanlaan", "straat", (((5.0, 52.0), (5.1234567, 52.1)),)),)
    jops: tuple = (Jop("u1", "J1", "Zeemanlaan", JopStatus.ACTIEF, 5.0, 52.0),)
    schouwen: tuple = (
        Schouw("u2", "Binnenstad", date(2026, 11, 12), "avond", "gepland", (SchouwGroep("A", SQUARE[:2]),)),
    )
    attributie: str = "eigen tekening"


def decode(data: bytes) -> tuple[list[int], np.ndarray, np.ndarray, list[int]]:
    assert data[:4] == b"BOA1"
    count, x0, y0 = struct.unpack_from("<idd", data, 4)
    nrs = np.frombuffer(data, "<i4", count, 24)
    dx = np.frombuffer(data, "<f4", count, 24 + 4 * count)
    dy = np.frombuffer(data, "<f4", count, 24 + 8 * count)
    forms = np.frombuffer(data, np.uint8, count, 24 + 12 * count)
    assert len(data) == 24 + 13 * count
    return nrs.tolist(), x0 + dx.astype(np.float64), y0 + dy.astype(np.float64), forms.tolist()


def test_scene_is_flat_lists_lon_first() -> None:
    scene = json.loads(encode_scene(Lagen()))
    assert scene["straten"] == [{"naam": "Zeemanlaan", "soort": "straat", "lijnen": [[5.0, 52.0, 5.123457, 52.1]]}]
    assert scene["vlakken"][0]["naam"] == "Park"
    assert scene["jops"] == [{"uid": "u1", "naam": "Zeemanlaan", "status": "actief", "lon": 5.0, "lat": 52.0}]
    assert scene["schouwen"][0]["groepen"] == [{"letter": "A", "route": [5.0, 52.0, 5.1, 52.0]}]
    assert scene["attributie"] == "eigen tekening"


def test_a_group_without_a_route_is_left_out() -> None:
    lagen = Lagen(schouwen=(Schouw("u", "n", date(2026, 1, 1), "dag", "gepland", (SchouwGroep("A", ()),)),))
    assert json.loads(encode_scene(lagen))["schouwen"][0]["groepen"] == []


def test_points_keep_order_numbers_and_forms() -> None:
    data = encode_points([7, 3], [5.04, 5.05], [52.02, 52.03], [VORM_VOL, VORM_HOL])
    nrs, x, y, forms = decode(data)
    assert (nrs, forms) == ([7, 3], [0, 1])
    assert x == pytest.approx([5.04 / 360 + 0.5, 5.05 / 360 + 0.5], abs=1e-10)
    assert y[0] > y[1], "north is up"


def test_no_points() -> None:
    assert decode(encode_points((), (), ()))[0] == []


@given(
    st.lists(
        st.tuples(st.floats(4.9, 5.1), st.floats(51.9, 52.1)),
        min_size=1,
        max_size=50,
    )
)
def test_a_point_stays_within_a_centimetre(places: list[tuple[float, float]]) -> None:
    lon, lat = (np.array(part) for part in zip(*places, strict=True))
    _nrs, x, y, _forms = decode(encode_points(np.arange(lon.size), lon, lat))
    exact_x, exact_y = to_mercator(lon, lat)
    assert np.abs(x - exact_x).max() * EARTH_M < 0.01
    assert np.abs(y - exact_y).max() * EARTH_M < 0.01


def test_one_point_far_away_costs_the_others_nothing() -> None:
    lon, lat = np.array([5.04, 5.05, -122.0]), np.array([52.02, 52.03, -37.0])
    _nrs, x, _y, _forms = decode(encode_points([1, 2, 3], lon, lat))
    assert abs(x[0] - to_mercator(lon, lat)[0][0]) * EARTH_M < 0.01
    assert abs(x[2] - to_mercator(lon, lat)[0][2]) * EARTH_M < 5


def test_mercator_of_known_places() -> None:
    x, y = to_mercator(np.array([0.0, 180.0, -180.0]), np.array([0.0, 85.05112878, -90.0]))
    assert x.tolist() == [0.5, 1.0, 0.0]
    assert y == pytest.approx([0.5, 0.0, 1.0], abs=1e-9)
    assert math.isfinite(y[2])


def test_bounds_prefer_where_people_live() -> None:
    town = ((5.04, 52.01), (5.05, 52.02))
    assert bounds_of(Lagen(vlakken=(Vlak("bebouwd", (town,)),))) == (5.04, 52.01, 5.05, 52.02)
    assert bounds_of(Lagen()) == (5.0, 52.0, 5.1, 52.1)
    assert bounds_of(Lagen(omtrek=())) == (5.0, 52.0, 5.1, 52.1)
    assert bounds_of(Lagen(omtrek=(), buurten=())) is None


def test_most_of_the_points_decide_when_one_lies_far_away() -> None:
    lons, lats = np.linspace(5.0, 5.1, 101), np.linspace(52.0, 52.1, 101)
    assert most_of(lons, lats) == (5.0, 52.0, 5.1, 52.1)
    west, south, east, north = most_of(np.append(lons, 6.5), np.append(lats, 53.2))
    assert 5.0 < west < east < 5.1 and 52.0 < south < north < 52.1
