"""The words beside the street network, in both languages with the same fields."""

from __future__ import annotations

import pytest

from boa_app.texts.entry import Zin
from boa_app.texts.straatwoorden import WOORDEN, straatwoord
from tests.texts.wording import check_pair


@pytest.mark.parametrize("zin", WOORDEN.values(), ids=WOORDEN)
def test_both_languages_say_the_same(zin: Zin) -> None:
    check_pair(zin.nl, zin.en)


def test_fields_are_filled_in() -> None:
    assert straatwoord("straat_pad", bron="OSM", lengte="84 m") == "OSM: pad zonder naam, 84 m"
    assert straatwoord("straat_pad", "en", bron="OSM", lengte="84 m") == "OSM: path without a name, 84 m"
    with pytest.raises(KeyError):
        straatwoord("straat_die_er_niet_is")
