"""The GeoJSON parts: there and back to the centimetre, several years beside one another."""

from __future__ import annotations

import json

import pytest
import shapely.geometry

from boa_app.mapdata import onderdelen as o
from boa_app.mapdata.onderdelen import Buurt, Gebiedsvlak, Plaatspunt, Straat, Vlak, Vormen, Wijk

RING = ((5.0, 52.0), (5.1234567, 52.0), (5.1, 52.1), (5.0, 52.0))
ALL = Vormen(
    omtrek=(RING,),
    wijken=(Wijk("WK035300", "IJsselstein", (RING,), 2024),),
    buurten=(Buurt("BU1", "West", (RING,), "WK035300", 2024), Buurt("BU1", "West", (RING,), "WK035300", 2023)),
    vlakken=(Vlak("water", (RING,), "Plas"),),
    plekken=(Plaatspunt("Plein", 5.05, 52.05, "PLEIN", 2),),
    gebieden=(Gebiedsvlak("Centrum", "VERBOD", (RING,), "2026-12", "2026-01-01"),),
    straten=(Straat("'t Pad", "pad", (RING[:2],)),),
)
FIELDS = {o.LIJNEN: "straten"}


@pytest.mark.parametrize("part", o.GEOJSON_PARTS)
def test_there_and_back(part: str) -> None:
    data, count = o.encode_part(part, ALL, "Proef")
    assert count == len(json.loads(data)["features"]) > 0
    assert o.read_part(part, data) == getattr(ALL, FIELDS.get(part, part))


@pytest.mark.parametrize("part", o.GEOJSON_PARTS)
def test_nothing_is_an_empty_part(part: str) -> None:
    data, count = o.encode_part(part, Vormen())
    assert count == 0 and o.read_part(part, data) == ()


def square(west: float, south: float, size: float) -> tuple[tuple[float, float], ...]:
    east, north = round(west + size, 7), round(south + size, 7)
    return ((west, south), (east, south), (east, north), (west, north), (west, south))


def test_parts_and_holes_are_what_other_programs_read_too() -> None:
    """An island in the lake of an island, and a second island that touches the first at a corner."""
    outer, lake, islet = square(5.0, 52.0, 0.1), square(5.02, 52.02, 0.06), square(5.04, 52.04, 0.02)
    second = square(5.1, 52.1, 0.1)
    assert o.group_rings((outer, lake, second, islet)) == [(outer, lake), (second,), (islet,)]
    data, _ = o.encode_part(o.OMTREK, Vormen(omtrek=(outer, lake, second, islet)))
    geometry = json.loads(data)["features"][0]["geometry"]
    assert geometry["type"] == "MultiPolygon"
    drawn = shapely.geometry.shape(geometry)
    assert drawn.is_valid and drawn.area == pytest.approx(0.01 - 0.0036 + 0.0004 + 0.01)
    assert set(o.read_part(o.OMTREK, data)) == {outer, lake, second, islet}


def test_positions_have_seven_decimals() -> None:
    data, _ = o.encode_part(
        o.BUURTEN, Vormen(buurten=(Buurt("B", "B", (((5.123456789, 52.0), *RING[1:3], (5.123456789, 52.0)),)),))
    )
    assert b"5.1234568" in data and b"5.12345678" not in data


def test_one_code_may_come_back_in_another_year_and_not_in_the_same() -> None:
    data, _ = o.encode_part(o.BUURTEN, ALL)
    assert len(o.read_part(o.BUURTEN, data)) == 2
    twice, _ = o.encode_part(o.BUURTEN, Vormen(buurten=ALL.buurten[:1] * 2))
    with pytest.raises(ValueError, match="code"):
        o.read_part(o.BUURTEN, twice)


@pytest.mark.parametrize("jaar", [-1, 10_000, "veel", None, [2024]])
def test_a_year_is_a_year(jaar: object) -> None:
    data, _ = o.encode_part(o.BUURTEN, ALL)
    body = json.loads(data)
    body["features"][0]["properties"]["jaar"] = jaar
    with pytest.raises((ValueError, TypeError)):
        o.read_part(o.BUURTEN, json.dumps(body).encode())


def test_every_part_has_files_of_its_own() -> None:
    names = [name for part in o.PARTS for name in o.FILES[part]]
    assert len(set(names)) == len(names)
    assert set(o.GEOJSON_PARTS) | set(o.FILE_PARTS) == set(o.PARTS)
