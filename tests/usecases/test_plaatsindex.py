"""Names as people type them, and what is at a position."""

from __future__ import annotations

from dataclasses import replace

import pytest

from boa_app.mapdata.pakket import Straat
from boa_app.usecases.plaatsindex import PlaatsHier, PlaatsIndex, fold, middle_of
from tests.samples import small_kaart


@pytest.fixture(scope="module")
def index() -> PlaatsIndex:
    return PlaatsIndex(small_kaart())


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("'t Hofje", "t hofje"),
        ("Café-straat  2", "cafe straat 2"),
        ("IJSSELSTEIN", "ijsselstein"),
        ("Ĳ", "ij"),
        ("…", ""),
    ],
)
def test_names_are_compared_as_people_type_them(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@pytest.mark.parametrize("typed", ["zeeman", "Zeemanlaan", "laan", "ZEEMAN"])
def test_street_is_found_by_any_part_of_its_name(index: PlaatsIndex, typed: str) -> None:
    found = index.find_streets(typed, limit=5)
    assert [plaats.naam for plaats in found] == ["Zeemanlaan"]
    assert found[0].bron == "straat"
    assert (found[0].lon, found[0].lat) == (pytest.approx(5.01), pytest.approx(52.01))


def test_names_that_begin_with_the_text_come_first_and_once() -> None:
    line = (((5.0, 52.0), (5.01, 52.0)),)
    names = ("Oude Kade", "Kade", "Kadeplein", "Kade")
    kaart = replace(small_kaart(), straten=tuple(Straat(name, "straat", line) for name in names))
    found = PlaatsIndex(kaart).find_streets("kade", limit=5)
    assert [plaats.naam for plaats in found] == ["Kade", "Kadeplein", "Oude Kade"]
    assert len(PlaatsIndex(kaart).find_streets("kade", limit=2)) == 2


@pytest.mark.parametrize("typed", ["", "  ", "…", "bestaat niet"])
def test_nothing_typed_finds_nothing(index: PlaatsIndex, typed: str) -> None:
    assert index.find_streets(typed, limit=5) == ()


def test_position_gives_street_and_buurt(index: PlaatsIndex) -> None:
    assert index.here(5.01, 52.0105) == PlaatsHier("Zeemanlaan", "BU03530001", "West")
    assert index.here(5.0301, 52.01) == PlaatsHier("'t Hofje", "BU03530002", "Oost")


def test_street_further_than_120_metres_is_not_named(index: PlaatsIndex) -> None:
    assert index.here(5.01, 52.01 + 0.00107).straat == "Zeemanlaan"
    assert index.here(5.01, 52.01 + 0.00109).straat == ""
    # East and west count in metres too: 0.0015° is 103 m here, in degrees it would look further than 0.00109.
    assert index.here(5.03 + 0.0015, 52.01).straat == "'t Hofje"


def test_outside_the_municipality_nothing_is_known(index: PlaatsIndex) -> None:
    assert index.here(4.0, 51.0) == PlaatsHier()


def test_without_kaartpakket_or_streets_nothing_is_known() -> None:
    assert PlaatsIndex(None).here(5.01, 52.01) == PlaatsHier()
    assert PlaatsIndex(None).known_names == frozenset()
    bare = replace(small_kaart(), straten=(), buurten=(), omtrek=())
    assert PlaatsIndex(bare).here(5.01, 52.01) == PlaatsHier()


def test_known_names_are_those_the_guard_may_pass(index: PlaatsIndex) -> None:
    assert index.known_names == {"zeemanlaan", "'t hofje"}


def test_middle_lies_on_the_longest_line() -> None:
    short, long = ((0.0, 0.0), (0.0, 1.0)), ((5.0, 0.0), (5.0, 4.0), (7.0, 4.0))
    assert middle_of(Straat("x", "straat", (short, long))) == (5.0, 3.0)
    assert middle_of(Straat("x", "straat", (((1.0, 1.0), (1.0, 1.0)),))) == (1.0, 1.0)
