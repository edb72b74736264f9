"""What goes to the page below the points: the scene as JSON."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate

import numpy as np
import pytest

from boa_app.domain.jop import Jop, JopStatus
from boa_app.domain.schouw import Schouw, SchouwGroep
from boa_app.mapdata.pakket import Buurt, Straat, Vlak
from boa_app.mapping.scene import SceneEncoder, bounds_of, encode_scene, most_of, to_mercator
from boa_app.usecases.kaart import GebiedVorm
from boa_app.usecases.tegels import Basiskaart

SQUARE = ((5.0, 52.0), (5.1, 52.0), (5.1, 52.1), (5.0, 52.0))


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
    gebieden: tuple = ()
    attributie: str = "eigen tekening"
    basiskaart: Basiskaart | None = None


def test_scene_is_flat_lists_lon_first() -> None:
    scene = json.loads(encode_scene(Lagen()))
    line = [5_000_000, 52_000_000, 123_457, 100_000]
    assert scene["straten"] == [{"naam": "Zeemanlaan", "soort": "straat", "lijnen": [line]}]
    assert scene["vlakken"][0]["naam"] == "Park"
    assert scene["jops"] == [{"uid": "u1", "naam": "Zeemanlaan", "status": "actief", "lon": 5.0, "lat": 52.0}]
    assert scene["schouwen"][0]["groepen"] == [{"letter": "A", "route": [5.0, 52.0, 5.1, 52.0]}]
    assert scene["attributie"] == "eigen tekening"
    assert scene["basiskaart"] is None


def test_every_corner_comes_back_from_the_steps() -> None:
    rings = (SQUARE, (), SQUARE[:3])
    lagen = Lagen(omtrek=(SQUARE,), vlakken=(Vlak("water", rings), Vlak("groen", ()), Vlak("groen", (SQUARE[1:],))))
    scene = json.loads(encode_scene(lagen))
    found = [[_corners(ring) for ring in area["ringen"]] for area in scene["vlakken"]]
    assert found == [[list(SQUARE), [], list(SQUARE[:3])], [], [list(SQUARE[1:])]]
    assert _corners(scene["omtrek"][0]) == list(SQUARE)


def _corners(steps: list[int]) -> list[tuple[float, float]]:
    lons, lats = accumulate(steps[::2]), accumulate(steps[1::2])
    return [(round(lon / 1e6, 6), round(lat / 1e6, 6)) for lon, lat in zip(lons, lats, strict=True)]


@pytest.mark.parametrize(
    ("soort", "schema", "zooms", "grens", "is_sent"),
    [
        ("vector", "openmaptiles", (0, 14), (4.9, 51.9, 5.2, 52.2), False),
        ("vector", "openmaptiles", (12, 14), (4.9, 51.9, 5.2, 52.2), True),
        ("vector", "openmaptiles", (0, 14), (5.05, 51.9, 5.2, 52.2), True),
        ("vector", "openmaptiles", (0, 9), (4.9, 51.9, 5.2, 52.2), True),
        ("vector", "onbekend", (0, 14), (4.9, 51.9, 5.2, 52.2), True),
        ("raster", "", (0, 16), (4.9, 51.9, 5.2, 52.2), True),
    ],
)
def test_streets_the_tiles_draw_are_not_sent_along(
    soort: str, schema: str, zooms: tuple[int, int], grens: tuple[float, float, float, float], is_sent: bool
) -> None:
    lagen = Lagen(basiskaart=Basiskaart(soort, "mvt", schema, *zooms, grens, "", lambda z, x, y: None))
    scene = json.loads(encode_scene(lagen, "boa://tegels/1/{z}/{x}/{y}"))
    assert (bool(scene["straten"]), bool(scene["vlakken"])) == (is_sent, True)
    assert scene["basiskaart"]["grens"] == list(grens) and scene["buurten"]
    assert scene["basiskaart"]["url"] == "boa://tegels/1/{z}/{x}/{y}"
    assert json.loads(encode_scene(lagen))["straten"], "without a place to fetch tiles from there are none"


def test_the_pakket_is_made_into_text_once() -> None:
    encoder, lagen = SceneEncoder(), Lagen()
    first = encoder.encode(lagen)
    moved = replace(lagen, jops=())
    second = encoder.encode(moved)
    assert json.loads(second) == json.loads(first) | {"jops": []}
    assert encoder.encode(moved) == second == encode_scene(moved)
    other = encoder.encode(replace(lagen, straten=()))
    assert json.loads(other)["straten"] == [] and json.loads(other)["jops"]


def test_a_group_without_a_route_is_left_out() -> None:
    lagen = Lagen(schouwen=(Schouw("u", "n", date(2026, 1, 1), "dag", "gepland", (SchouwGroep("A", ()),)),))
    assert json.loads(encode_scene(lagen))["schouwen"][0]["groepen"] == []


def test_an_area_says_whether_its_dates_are_over() -> None:
    area = GebiedVorm("u3", "Plein", "CAMERA", (SQUARE,), geldig=False)
    (found,) = json.loads(encode_scene(Lagen(gebieden=(area,))))["gebieden"]
    assert (found["uid"], found["naam"], found["soort"], found["geldig"]) == ("u3", "Plein", "CAMERA", False)
    assert found["ringen"] == [[value for spot in SQUARE for value in spot]]


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
    assert bounds_of(Lagen(omtrek=(), buurten=())) == (5.0, 52.0, 5.1234567, 52.1)
    assert bounds_of(Lagen(omtrek=(), buurten=(), straten=())) is None
    block = tuple(Straat(f"{nr}", "straat", (((5.0, 52.0), (5.1, 52.1)),)) for nr in range(99))
    far = Straat("Autobahn", "hoofd", (((5.0, 52.0), (7.0, 53.0)),))
    assert bounds_of(Lagen(omtrek=(), buurten=(), straten=(*block, far))) == pytest.approx((5.0, 52.0, 5.1, 52.1))


def test_most_of_the_points_decide_when_one_lies_far_away() -> None:
    lons, lats = np.linspace(5.0, 5.1, 101), np.linspace(52.0, 52.1, 101)
    assert most_of(lons, lats) == (5.0, 52.0, 5.1, 52.1)
    west, south, east, north = most_of(np.append(lons, 6.5), np.append(lats, 53.2))
    assert 5.0 < west < east < 5.1 and 52.0 < south < north < 52.1


def test_without_an_outline_the_town_is_where_most_streets_are() -> None:
    town = [((5.0 + n / 1e4, 52.0 + n / 1e4), (5.0 + n / 1e4, 52.001)) for n in range(300)]
    far = ((6.5, 53.0), (6.6, 53.1))
    bare = Lagen(omtrek=(), vlakken=(), buurten=(), straten=(Straat("A", "straat", (*town, far)),))
    west, south, east, north = bounds_of(bare) or (0, 0, 0, 0)
    assert (west, south) == pytest.approx((5.0, 52.0), abs=0.002) and east < 5.04 and north < 52.04
    few = replace(bare, straten=(Straat("A", "straat", (((5.0, 52.0), (5.1, 52.2)),)),))
    assert bounds_of(few) == (5.0, 52.0, 5.1, 52.2)
    grens = (4.0, 51.0, 6.0, 53.0)
    tiles = Basiskaart("vector", "mvt", "openmaptiles", 0, 14, grens, "", lambda z, x, y: None)
    assert bounds_of(replace(bare, straten=(), basiskaart=tiles)) == grens
    assert bounds_of(replace(bare, straten=())) is None
