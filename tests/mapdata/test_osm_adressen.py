from __future__ import annotations

import pytest

from boa_app.mapdata.osm_adressen import addresses

STREET = {"addr:street": "Zeemanlaan", "addr:postcode": "3401 ab", "addr:city": "IJsselstein"}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("12", [(12, "", "")]),
        ("12a", [(12, "A", "")]),
        ("12 A", [(12, "A", "")]),
        ("12-3", [(12, "", "3")]),
        ("12a-2", [(12, "A", "2")]),
        ("12 bis", [(12, "", "bis")]),
        ("12;14", [(12, "", ""), (14, "", "")]),
        ("12, 14b", [(12, "", ""), (14, "B", "")]),
        ("0", []),
        ("huis", []),
        ("", []),
    ],
)
def test_numbers_are_read_as_people_write_them(written: str, read: list[tuple[int, str, str]]) -> None:
    found = list(addresses({**STREET, "addr:housenumber": written}, 5.0, 52.0))
    assert [(one.huisnummer, one.letter, one.toevoeging) for one in found] == read
    assert all((one.straat, one.postcode, one.woonplaats) == ("Zeemanlaan", "3401AB", "IJsselstein") for one in found)


def test_guesses_and_streetless_numbers_stay_out() -> None:
    assert not list(addresses({"addr:housenumber": "5"}, 5.0, 52.0))
    assert not list(addresses({**STREET, "addr:housenumber": "1-9", "addr:interpolation": "odd"}, 5.0, 52.0))
    (place,) = addresses({"addr:place": "De Hoef", "addr:housenumber": "5"}, 5.0, 52.0)
    assert place.straat == "De Hoef"


@pytest.mark.parametrize(
    ("tags", "is_woning"),
    [({}, True), ({"building": "house"}, True), ({"building": "yes"}, True), ({"shop": "bakery"}, False),
     ({"building": "industrial"}, False), ({"amenity": "school"}, False)],
)  # fmt: skip
def test_an_address_without_a_use_is_a_home(tags: dict[str, str], is_woning: bool) -> None:
    (found,) = addresses({**STREET, "addr:housenumber": "5", **tags}, 5.0, 52.0)
    assert found.is_woning is is_woning
