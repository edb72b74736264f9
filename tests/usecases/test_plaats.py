"""Typed coordinates, streets by name, and a position in words."""

from __future__ import annotations

import pytest

from boa_app.usecases.plaats import parse_coordinates, plaats_bij, zoek_plaats
from boa_app.usecases.session import Session


@pytest.mark.parametrize(
    "typed",
    ["52.0201, 5.0412", "52.0201 5.0412", "5.0412 52.0201", "52,0201 5,0412", "52,0201; 5,0412", " 52.0201/5.0412 "],
)
def test_wgs84_in_any_order_and_with_either_decimal_sign(typed: str) -> None:
    found = parse_coordinates(typed)
    assert found is not None and (found.lon, found.lat) == (5.0412, 52.0201)


@pytest.mark.parametrize("typed", ["126894 444813", "126.894 444.813", "444813, 126894", "126894,0 444813,0"])
def test_rd_in_any_order_with_or_without_thousands_dots(typed: str) -> None:
    found = parse_coordinates(typed)
    assert found is not None
    assert found.lon == pytest.approx(4.978, abs=1e-5) and found.lat == pytest.approx(51.991, abs=1e-5)


@pytest.mark.parametrize("typed", ["", "Zeemanlaan 3", "0 0", "12 34", "999999 1", "52.02", "1e9 2", "52.02, 5.04, 3"])
def test_what_is_no_dutch_position_is_none(typed: str) -> None:
    assert parse_coordinates(typed) is None


def test_streets_are_found_as_people_type_them(session: Session) -> None:
    assert [place.naam for place in zoek_plaats(session, "zeeman")] == ["Zeemanlaan"]
    assert [place.naam for place in zoek_plaats(session, "t hof")] == ["'t Hofje"]
    assert [place.naam for place in zoek_plaats(session, "LAAN")] == ["Zeemanlaan"]
    assert zoek_plaats(session, "  ") == () and zoek_plaats(session, "bestaat niet") == ()
    (street,) = zoek_plaats(session, "Zeemanlaan")
    assert (street.lon, street.lat) == (pytest.approx(5.01), 52.01)
    assert zoek_plaats(session, "52.01 5.02")[0].bron == "coordinaten"


def test_a_position_in_words(session: Session) -> None:
    assert plaats_bij(session, 5.01, 52.0105).straat == "Zeemanlaan"
    here = plaats_bij(session, 5.03, 52.01)
    assert (here.straat, here.buurt_code, here.buurt_naam) == ("'t Hofje", "BU03530002", "Oost")
    away = plaats_bij(session, 6.5, 53.2)
    assert (away.straat, away.buurt_code) == ("", "")
