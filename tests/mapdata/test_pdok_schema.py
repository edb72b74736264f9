"""What a feature must be; everything else is named by its field."""

from __future__ import annotations

from typing import Any

import pytest

from boa_app.domain.errors import EnvironmentProblem
from boa_app.mapdata import pdok_schema
from boa_app.mapdata.pdok_schema import ADRESSEN, BUURTEN, WEGVAKKEN, lees_features, nummer

SQUARE = [[[5.0, 52.0], [5.1, 52.0], [5.1, 52.1], [5.0, 52.0]]]


def buurt(**changes: Any) -> dict[str, Any]:
    properties = {"buurtcode": "BU03530001", "buurtnaam": "Centrum", "gemeentecode": "GM0353", "water": "NEE"}
    return {
        "type": "Feature",
        "properties": properties | changes,
        "geometry": {"type": "Polygon", "coordinates": SQUARE},
    }


def page(*features: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}


def veld_of(body: dict[str, Any], soort: pdok_schema.Collectie = BUURTEN) -> object:
    with pytest.raises(EnvironmentProblem) as caught:
        lees_features(body, soort)
    assert caught.value.code == "pdok_gewijzigd"
    assert caught.value.fields["onderdeel"] == soort.naam
    return caught.value.fields["veld"]


def test_only_known_properties_are_kept_in_one_spelling() -> None:
    weg = {
        "type": "Feature",
        "properties": {"wvkId": 1.0, "sttNaam": None, "jteIdBeg": 4, "geheim": "x", "bstCode": "RB"},
        "geometry": {"type": "LineString", "coordinates": SQUARE[0]},
    }
    (found,) = lees_features(page(weg), WEGVAKKEN)
    assert found["properties"] == {"wvk_id": 1.0, "stt_naam": None, "jte_id_beg": 4, "bst_code": "RB"}
    assert found["geometry"] == weg["geometry"]


@pytest.mark.parametrize(
    ("changes", "veld"),
    [
        ({"buurtcode": "BU0353001"}, "buurtcode"),
        ({"buurtcode": 3530001}, "buurtcode"),
        ({"buurtnaam": ""}, "buurtnaam"),
        ({"buurtnaam": "x" * 501}, "buurtnaam"),
        ({"buurtnaam": "a\0b"}, "buurtnaam"),
        ({"gemeentecode": None}, "gemeentecode"),
        ({"water": ["NEE"]}, "water"),
        ({"aantal_inwoners": float("nan")}, "aantal_inwoners"),
    ],
)
def test_a_value_of_another_kind_is_named(changes: dict[str, Any], veld: str) -> None:
    assert veld_of(page(buurt(), buurt(**changes))) == veld


@pytest.mark.parametrize(
    ("coordinates", "veld"),
    [
        ([[[52.0, 5.0]]], "assen"),
        ([[[131_000.0, 448_000.0]]], "crs"),
        ([[[448_000.0, 131_000.0]]], "crs"),
        ([[[0.0, 0.0]]], "positie"),
        ([[["x", 1]]], "geometry"),
        ([[[float("nan"), 52.0]]], "geometry"),
        ([], "geometry"),
        ([[[5.0]]], "geometry"),
        ([5.0, 52.0], "geometry"),
        ({"a": 1}, "geometry"),
        (None, "geometry"),
        ([[None]], "geometry"),
    ],
)
def test_a_place_elsewhere_is_named(coordinates: Any, veld: str) -> None:
    assert veld_of(page({**buurt(), "geometry": {"type": "Polygon", "coordinates": coordinates}})) == veld


def test_the_same_for_a_collection_in_rd() -> None:
    def adres(*at: float) -> dict[str, Any]:
        properties = {
            "identificatie": "0353",
            "openbare_ruimte": "Utrechtsestraat",
            "huisnummer": 1,
            "woonplaats": "IJsselstein",
            "gebruiksdoel": "woonfunctie",
            "status": "Verblijfsobject in gebruik",
            "postcode": "",
        }
        return {"properties": properties, "geometry": {"type": "Point", "coordinates": list(at)}}

    assert len(lees_features(page(adres(131_000, 448_000, 0.0)), ADRESSEN)) == 1
    assert veld_of(page(adres(448_000, 131_000)), ADRESSEN) == "assen"
    assert veld_of(page(adres(5.0, 52.0)), ADRESSEN) == "crs"
    assert veld_of(page(adres(52.0, 5.0)), ADRESSEN) == "crs"
    assert veld_of(page(adres(1.0, 1.0)), ADRESSEN) == "positie"
    assert veld_of(page(adres(10**400, 448_000)), ADRESSEN) == "geometry"
    point = {**adres(1.0, 1.0), "geometry": {"type": "Point", "coordinates": {"x": 1}}}
    assert veld_of(page(point), ADRESSEN) == "geometry"


@pytest.mark.parametrize(
    ("body", "veld"),
    [
        ({}, "features"),
        ({"type": "FeatureCollection"}, "features"),
        ({"features": []}, "features"),
        ({"type": "FeatureCollection", "features": {}}, "features"),
        (page("x"), "features"),
        (page({}), "properties"),
        (page({**buurt(), "geometry": None}), "geometry"),
        (page({**buurt(), "geometry": {"type": "Point"}}), "geometry"),
    ],
)
def test_what_is_no_page_is_named(body: dict[str, Any], veld: str) -> None:
    assert veld_of(body) == veld


def test_a_page_has_a_size() -> None:
    with pytest.raises(EnvironmentProblem) as caught:
        lees_features(page(*[buurt()] * (pdok_schema.MOST_FEATURES + 1)), BUURTEN)
    assert caught.value.code == "pdok_te_groot"


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (12, 12),
        (12.0, 12),
        ("12", 12),
        (12.5, None),
        (True, None),
        (None, None),
        ("", None),
        ("-1", None),
        ("²", None),
        ("9" * 30, None),
        ([], None),
        (float("inf"), None),
    ],
)
def test_whole_numbers(value: Any, number: int | None) -> None:
    assert nummer(value) == number
