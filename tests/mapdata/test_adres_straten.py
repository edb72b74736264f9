"""Which streets words can mean."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from boa_app.mapdata.adres_bestand import kenmerk_of, open_book
from boa_app.mapdata.adres_straten import Straatnamen, find_streets, read_straatnamen
from tests.adresboek import small_book

Opened = tuple[object, Straatnamen]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    with open_book(small_book(tmp_path)) as book:
        yield book, read_straatnamen(book, kenmerk_of(book))


def names(opened: Opened, *words: str, met_fouten: bool = False) -> list[tuple[str, int, int]]:
    book, namen = opened
    found = find_streets(book, namen, words, met_fouten=met_fouten)  # type: ignore[arg-type]
    return [(one.straat.naam, one.fouten, one.rang) for one in found]


def test_how_a_name_fits(opened: Opened) -> None:
    assert names(opened, "zeemanlaan") == [("Zeemanlaan", 0, 0)]
    assert names(opened, "zeem") == [("Zeemanlaan", 0, 1)]
    assert names(opened, "mulderlaan") == [("Burgemeester Mulderlaan", 0, 2)]
    assert names(opened, "dorpsstraat", "benschop") == [("Dorpsstraat", 0, 3)]
    assert names(opened, "aepman") == [("Dr. Schaepmanlaan", 0, 4)]
    assert names(opened, "ijsselstein") == []
    assert names(opened) == []


def test_errors_are_counted_and_only_looked_for_when_asked(opened: Opened) -> None:
    assert names(opened, "zeemnlaan") == []
    assert names(opened, "zeemnlaan", met_fouten=True) == [("Zeemanlaan", 1, 2)]
    assert names(opened, "seemnlaan", met_fouten=True) == [("Zeemanlaan", 2, 2)]
    assert names(opened, "smnlaan", met_fouten=True) == []
    assert names(opened, "zee", met_fouten=True)[0][1] == 0, "a short word is never corrected"
    assert names(opened, "plain", "1946", met_fouten=True) == [], "figures are never corrected"
