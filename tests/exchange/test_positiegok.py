"""What the numbers of a position are."""

from __future__ import annotations

import pytest

from boa_app.exchange.getallen import Stelsel
from boa_app.exchange.gok import Zekerheid
from boa_app.exchange.positiegok import Positievorm, Verteld, guess_position

XY, LONLAT = ("x", "y"), ("lon", "lat")


@pytest.mark.parametrize(
    ("pair", "names", "told"),
    [
        (("5.04", "52.02"), LONLAT, ("punt", "wgs84", "lon_lat", "")),
        (("5,04", "52,02"), LONLAT, ("komma", "wgs84", "lon_lat", "")),
        (("52.02", "5.04"), LONLAT, ("punt", "wgs84", "lat_lon", "")),
        (("131374", "448128"), XY, ("punt", "rd", "lon_lat", "")),
        (("131.374", "448.128"), LONLAT, ("komma_duizend", "rd", "lon_lat", ".")),
        (("131.374,5", "448.128,2"), XY, ("komma_duizend", "rd", "lon_lat", ".")),
        (("131,374.5", "448,128.2"), XY, ("punt_duizend", "rd", "lon_lat", ",")),
        (("448 128", "131 374"), XY, ("komma_duizend", "rd", "lat_lon", ".")),
    ],
)
def test_the_values_tell(pair: tuple[str, str], names: tuple[str, str], told: tuple[str, ...]) -> None:
    vorm, gokken = guess_position([pair, ("", ""), ("0", "0")], names, Verteld())
    assert (*(gok.waarde for gok in gokken), vorm.thousands) == told
    assert {gok.zekerheid for gok in gokken} == {Zekerheid.ZEKER}


@pytest.mark.parametrize(
    ("pair", "names", "marked", "expected"),
    [
        (("-2.5", "51.4"), LONLAT, False, ("lon_lat", Zekerheid.ZEKER)),
        (("-2.5", "51.4"), XY, False, ("lon_lat", Zekerheid.TWIJFEL)),
        (("-89.9", "35.1"), XY, False, ("lon_lat", Zekerheid.TWIJFEL)),
        (("-99.9", "35.1"), XY, False, ("lon_lat", Zekerheid.ZEKER)),
        (("35.1", "-99.9"), XY, False, ("lat_lon", Zekerheid.ZEKER)),
        (("-2.5", "51.4"), (), True, ("lon_lat", Zekerheid.ZEKER)),
    ],
)
def test_outside_the_country_the_names_do(
    pair: tuple[str, str], names: tuple[str, ...], marked: bool, expected: tuple[str, Zekerheid]
) -> None:
    _, gokken = guess_position([pair], names, Verteld(), marked=marked)
    assert (gokken[2].waarde, gokken[2].zekerheid) == expected


def test_what_a_person_said() -> None:
    vorm, gokken = guess_position([("-2.5", "51.4")], XY, Verteld("punt", "wgs84", "lat_lon"))
    assert vorm == Positievorm("", swapped=True, stelsel=Stelsel.WGS84)
    assert not any(gok.in_doubt for gok in gokken)


def test_a_column_without_any_position_is_no_crash() -> None:
    assert guess_position([("", ""), ("weg", "1")], XY, Verteld())[0] == Positievorm()
