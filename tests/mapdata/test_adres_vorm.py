"""How an address is shown."""

from __future__ import annotations

from boa_app.mapdata.adres_vorm import Adressoort, Gevonden, toon_nummer


def test_numbers_are_shown_as_people_write_them() -> None:
    assert toon_nummer(12, "", "") == "12"
    assert toon_nummer(12, "a", "3") == "12a-3"
    assert toon_nummer(8, "", "BS") == "8-BS"


def test_a_street_has_no_number_in_its_name() -> None:
    street = Gevonden(Adressoort.STRAAT, "s1", "Zeemanlaan", "", "", "IJsselstein", 5.0, 52.0)
    assert street.naam == "Zeemanlaan"
