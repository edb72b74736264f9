"""Typed coordinates, streets by name, and a position in words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from boa_app.usecases.plaats import parse_coordinates, plaats_bij, zoek_plaats
from boa_app.usecases.plaatsindex import PlaatsIndex
from boa_app.usecases.session import Session
from tests.adresboek import small_book
from tests.samples import small_kaart


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


def with_book(session: Session, folder: Path) -> Session:
    kaart = replace(small_kaart(), adressen=small_book(folder))
    return replace(session, kaart=kaart, plaatsen=PlaatsIndex(kaart))


def test_an_address_is_called_after_its_street_alone(session: Session, tmp_path: Path) -> None:
    known = with_book(session, tmp_path)
    (first, *_) = zoek_plaats(known, "zeemanl 12a")
    assert (first.naam, first.bron, first.meta) == ("Zeemanlaan 12a", "adres", "3401 AB IJsselstein")
    assert first.plaats == "Zeemanlaan", "a number tells who lives there"
    assert (first.lon, first.lat) == (pytest.approx(5.0112), pytest.approx(52.0101))


def test_streets_of_one_name_carry_their_village(session: Session, tmp_path: Path) -> None:
    known = with_book(session, tmp_path)
    assert [(place.naam, place.meta, place.plaats) for place in zoek_plaats(known, "dorpsstraat")[:2]] == [
        ("Dorpsstraat", "Benschop", "Dorpsstraat"),
        ("Dorpsstraat", "IJsselstein", "Dorpsstraat"),
    ]
    assert [(place.naam, place.meta) for place in zoek_plaats(known, "dorpsstraat 12")] == [
        ("Dorpsstraat 12", "3405 AA Benschop"),
        ("Dorpsstraat 12", "3402 CC IJsselstein"),
    ]


def test_a_path_without_addresses_is_found_beside_the_book(session: Session, tmp_path: Path) -> None:
    known = with_book(session, tmp_path)
    assert [place.naam for place in zoek_plaats(known, "t hofje")] == ["'t Hofje"]
    found = [place.naam for place in zoek_plaats(known, "zeeman")]
    assert found[0] == "Zeemanlaan" and found.count("Zeemanlaan") == 1
    assert found[1:] == ["Zeemanlaan 10", "Zeemanlaan 12", "Zeemanlaan 12a", "Zeemanlaan 14", "Zeemanlaan 120"]
