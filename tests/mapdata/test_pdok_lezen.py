"""Reading back what was fetched: once each, and only what lies inside."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from boa_app.analysis.crs import to_rd
from boa_app.mapdata.bag import adres_van_bag
from boa_app.mapdata.nwb import import_features
from boa_app.mapdata.pdok_lezen import lees_adressen, lees_features, lees_wegvakken, vorm
from tests.pdokdata import GEMEENTE
from tests.pdokproef import Proef, pdokdata, proef

__all__ = ["pdokdata", "proef"]
SQUARE = ((5.0, 52.0), (5.1, 52.0), (5.1, 52.1), (5.0, 52.1), (5.0, 52.0))
HOLE = ((5.04, 52.04), (5.06, 52.04), (5.06, 52.06), (5.04, 52.06), (5.04, 52.04))


def write(path: Path, features: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(feature) + "\n" for feature in features), encoding="utf-8")
    return path


def adres(ident: str, lon: float, lat: float) -> dict[str, Any]:
    at = [float(value) for value in to_rd(lon, lat)]
    return {"properties": {"identificatie": ident}, "geometry": {"type": "Point", "coordinates": at}}


def test_addresses_inside_once_each(tmp_path: Path) -> None:
    places = {"in": (5.02, 52.02), "hole": (5.05, 52.05), "out": (5.2, 52.02), "edge": (4.99998, 52.05)}
    features = [adres(name, *at) for name, at in places.items()] * 2
    found = list(lees_adressen(write(tmp_path / "a", features), (SQUARE, HOLE)))
    assert [properties["identificatie"] for properties, _, _ in found] == ["in", "edge"]
    assert len(list(lees_adressen(tmp_path / "a", ()))) == len(places)
    assert (round(found[0][1], 6), round(found[0][2], 6)) == (5.02, 52.02)


def test_an_empty_file_has_none(tmp_path: Path) -> None:
    path = write(tmp_path / "a", [])
    assert list(lees_adressen(path, (SQUARE,))) == []
    assert list(lees_wegvakken(path)) == []
    assert list(lees_features(path)) == []


def test_roads_in_one_or_more_parts_once_each(tmp_path: Path) -> None:
    line = [[5.0, 52.0, 1.5], [5.1, 52.0, 1.5]]
    features = [
        {"properties": {"wvk_id": 1}, "geometry": {"type": "LineString", "coordinates": line}},
        {"properties": {"wvk_id": 2}, "geometry": {"type": "MultiLineString", "coordinates": [line, line[::-1]]}},
        {"properties": {"wvk_id": 1}, "geometry": {"type": "LineString", "coordinates": line}},
    ]
    flat = ((5.0, 52.0), (5.1, 52.0))
    assert list(lees_wegvakken(write(tmp_path / "w", features))) == [
        ({"wvk_id": 1}, (flat,)),
        ({"wvk_id": 2}, (flat, flat[::-1])),
    ]


def test_holes_are_no_area() -> None:
    assert vorm((SQUARE, HOLE)).area < vorm((SQUARE,)).area
    assert vorm(()).is_empty


def test_the_importers_take_what_was_fetched(proef: Proef) -> None:
    with proef.open() as pdok:
        streets = import_features(lees_wegvakken(pdok.haal_straten(GEMEENTE)))
        path, gebied = pdok.haal_adressen(GEMEENTE), pdok.gebied(GEMEENTE)
    assert streets.netwerk.telling.segmenten > 2000
    addresses = [adres_van_bag(*found) for found in lees_adressen(path, gebied.rings)]
    assert len(addresses) == len(proef.server.data.adressen)
    assert all(found is not None and found.woonplaats == "IJsselstein" for found in addresses)
