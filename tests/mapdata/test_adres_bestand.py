"""The file of an address book: the same from the same, refused when it is not ours, newer or damaged."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from boa_app.domain.errors import BoaError, EnvironmentProblem, UserError
from boa_app.mapdata.adres_bestand import VERSIE, check_adressen, read_adressen, write_adressen
from boa_app.mapdata.adres_vorm import Adres
from tests.adresboek import many_addresses, small_addresses, small_book

ONE = Adres("Zeemanlaan", 12, "", "", "3401AB", "IJsselstein", 5.01, 52.01)


def code_of(work: Callable[[], object]) -> str:
    with pytest.raises(BoaError) as told:
        work()
    return told.value.code


def change(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.executescript(sql)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = small_book(tmp_path)
    assert sorted(map(repr, read_adressen(path))) == sorted(map(repr, small_addresses()))
    assert check_adressen(path) == check_adressen(path, geheel=True) == len(small_addresses())
    assert [file.name for file in tmp_path.iterdir()] == ["adressen.sqlite"], "nothing is left beside it"


def test_the_same_addresses_give_the_same_file_whatever_their_order(tmp_path: Path) -> None:
    rows = list(many_addresses(600, 100))
    first, second = tmp_path / "een", tmp_path / "twee"
    write_adressen(first, rows)
    write_adressen(second, reversed(rows))
    assert first.read_bytes() == second.read_bytes()


def test_what_is_no_address_is_left_out_and_doubles_count_once(tmp_path: Path) -> None:
    from dataclasses import replace

    path = tmp_path / "adressen.sqlite"
    bad = [
        replace(ONE, straat=" . "), replace(ONE, huisnummer=0), replace(ONE, huisnummer=1_000_000),
        replace(ONE, lon=float("nan")), replace(ONE, lat=91.0), replace(ONE, lon=float("inf")),
    ]  # fmt: skip
    shop = replace(ONE, is_woning=False)
    assert write_adressen(path, [shop, *bad, ONE, replace(ONE, straat="Zeemanlaan\0", postcode="3401 ab")]) == 1
    (kept,) = read_adressen(path)
    assert kept == ONE, "somebody lives there, so it is a dwelling"


def test_a_house_without_postcode_is_the_one_that_has_it(tmp_path: Path) -> None:
    from dataclasses import replace

    path = tmp_path / "adressen.sqlite"
    other = replace(ONE, postcode="3401AC")
    assert write_adressen(path, [replace(ONE, postcode=""), ONE, other, replace(ONE, huisnummer=14, postcode="")]) == 3
    assert [(row.huisnummer, row.postcode) for row in read_adressen(path)] == [(12, "3401AB"), (12, "3401AC"), (14, "")]


def test_an_address_without_woonplaats_gets_that_of_its_street_when_there_is_one(tmp_path: Path) -> None:
    from dataclasses import replace

    path = tmp_path / "adressen.sqlite"
    bare = replace(ONE, huisnummer=14, woonplaats="")
    write_adressen(path, [ONE, bare])
    assert {row.woonplaats for row in read_adressen(path)} == {"IJsselstein"}
    write_adressen(path, [ONE, replace(ONE, woonplaats="Benschop"), bare])
    assert [row.woonplaats for row in read_adressen(path) if row.huisnummer == 14] == [""]


def test_nothing_to_write_is_told_and_leaves_the_book_that_was_there(tmp_path: Path) -> None:
    path = small_book(tmp_path)
    before = path.read_bytes()
    assert code_of(lambda: write_adressen(path, [])) == "adressen_leeg"
    assert path.read_bytes() == before


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem) as told:
        write_adressen(tmp_path / "weg" / "adressen.sqlite", [ONE])
    assert (told.value.code, told.value.fields) == ("adressen_schrijven", {"bestand": "adressen.sqlite"})


@pytest.mark.parametrize(
    "harm",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"SQLite format 3\0" + bytes(200)),
        lambda path: path.write_bytes(path.read_bytes()[:5000]),
        lambda path: path.write_bytes(b"{}"),
        lambda path: change(path, "PRAGMA application_id = 1"),
        lambda path: change(path, "CREATE VIEW v AS SELECT 1"),
        lambda path: change(path, "CREATE TRIGGER t AFTER DELETE ON adressen BEGIN SELECT 1; END"),
        lambda path: change(path, "CREATE TABLE extra(a)"),
        lambda path: change(path, "DROP TABLE meta; CREATE TABLE meta(naam, waarde)"),
        lambda path: change(path, "DELETE FROM meta"),
        lambda path: change(path, "UPDATE meta SET waarde = 'veel' WHERE naam = 'aantal'"),
    ],
)
def test_a_file_that_is_not_a_sound_book_is_refused(tmp_path: Path, harm: Callable[[Path], object]) -> None:
    path = small_book(tmp_path)
    harm(path)
    assert code_of(lambda: check_adressen(path)) == "adressen_beschadigd"


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM adressen WHERE id = 1",
        "UPDATE adressen SET straat = 999 WHERE id = 1",
        "DELETE FROM adres_plek WHERE id = 1",
    ],
)
def test_rows_that_do_not_add_up_are_seen_when_all_is_read(tmp_path: Path, harm: str) -> None:
    path = small_book(tmp_path)
    change(path, harm)
    assert code_of(lambda: check_adressen(path, geheel=True)) == "adressen_beschadigd"


def test_a_book_of_a_newer_program_is_told_apart_from_a_damaged_one(tmp_path: Path) -> None:
    path = small_book(tmp_path)
    change(path, f"PRAGMA user_version = {VERSIE + 1}")
    with pytest.raises(UserError) as told:
        check_adressen(path)
    assert (told.value.code, told.value.fields) == ("adressen_nieuwer", {"versie": VERSIE + 1, "kent": VERSIE})
