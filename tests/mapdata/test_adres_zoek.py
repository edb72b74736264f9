"""The order of what is found: a total one, so the same list comes for the same text, and more is shown below less."""

from __future__ import annotations

from pathlib import Path

import pytest

from boa_app.mapdata.adressen import Adresboek, write_adressen
from tests.adresboek import many_addresses, small_book


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> tuple[Adresboek, Adresboek]:
    folder = tmp_path_factory.mktemp("boeken")
    write_adressen(folder / "groot.sqlite", many_addresses(4000, 400))
    return Adresboek(small_book(folder)), Adresboek(folder / "groot.sqlite")


@pytest.mark.parametrize("typed", ["zeemanlaan 12", "dorpsstraat 1", "mulderlaan 3", "wilgen 4", "3405", "hazenveld"])
def test_a_longer_list_begins_with_the_shorter_one(books: tuple[Adresboek, Adresboek], typed: str) -> None:
    for book in books:
        long = [one.sleutel for one in book.zoek(typed, 20)]
        assert [one.sleutel for one in book.zoek(typed, 5)][: len(long)] == long[:5]


def test_exact_goes_before_errors_and_the_whole_number_before_a_longer_one(books: tuple[Adresboek, Adresboek]) -> None:
    small, large = books
    assert [one.nummer for one in small.zoek("zeemanlaan 12", 3)] == ["12", "12a", "120"]
    errors = [one.fouten for one in large.zoek("zeemanstraa", 12)]
    assert errors == sorted(errors)


def test_a_sure_hit_brings_no_guesses(books: tuple[Adresboek, Adresboek]) -> None:
    assert {one.straat for one in books[0].zoek("zeemanlaan 12", 20)} == {"Zeemanlaan"}


def test_the_number_of_answers_is_bounded(books: tuple[Adresboek, Adresboek], tmp_path: Path) -> None:
    assert len(books[1].zoek("laan", 10_000)) == 50
    assert len(books[1].zoek("laan", 0)) == 1
