"""Identities and the list of rejected rows."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from boa_app.domain.melding import Melding
from boa_app.exchange import rijen
from boa_app.exchange.rijen import (
    WITHHELD,
    Afkeur,
    Lezing,
    Reden,
    Rij,
    Sleutels,
    Teksten,
    Woorden,
    clean_text,
    is_reject_list,
    key_with_id,
    write_rejects,
)
from boa_app.texts.catalogue import ZINNEN


def test_equal_rows_are_separate_and_the_same_again() -> None:
    first, second = Sleutels(), Sleutels()
    keys = [first.key_of(row) for row in ("a", "b", "a", "a")]
    assert len(set(keys)) == 4
    assert [second.key_of(row) for row in ("a", "a", "a", "b")] == [keys[0], keys[2], keys[3], keys[1]]


def test_a_key_with_an_id_has_no_number() -> None:
    assert key_with_id("a") == key_with_id("a") != key_with_id("b")
    assert key_with_id("a\ud800") != key_with_id("a")


def test_texts_on_one_line_without_control_signs() -> None:
    assert clean_text("  a\0b\t\r\n c\u202e\ud83d\x9f ") == "ab c"
    assert clean_text("Caf\u00e9 \u2013 't Plein \U0001f600") == "Caf\u00e9 \u2013 't Plein \U0001f600"
    texts = Teksten(5)
    assert [texts.clean("abcd efg"), texts.clean("abcd efg"), texts.clean("x\0")] == ["abcd", "abcd", "x"]


def test_texts_do_not_pile_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rijen, "_REMEMBERED", 3)
    texts = Teksten(9)
    assert [texts.clean(f"{number % 7} ") for number in range(30)] == [f"{number % 7}" for number in range(30)]


def test_knows_its_own_list(tmp_path: Path) -> None:
    write_rejects(tmp_path / "f.csv", [])
    assert is_reject_list(tmp_path / "f.csv")
    (tmp_path / "g.csv").write_text("bestand;rij;kolom;reden;toelichting;meer\r\n", encoding="utf-8")
    assert not is_reject_list(tmp_path / "g.csv")


def test_rejects_as_a_dutch_spreadsheet(tmp_path: Path) -> None:
    lezing = Lezing("=a.csv")
    lezing.reject(7, "Longitude", Reden.POSITIE_ONTBREEKT)
    write_rejects(tmp_path / "f.csv", lezing.afgekeurd)
    raw = (tmp_path / "f.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert rows[0] == ["bestand", "rij", "kolom", "reden", "toelichting"]
    assert rows[1][:4] == ["'=a.csv", "7", "Longitude", "positie_ontbreekt"]
    assert all(f"afkeur_{reden}" in ZINNEN for reden in Reden)


def test_reject_holds_no_contents() -> None:
    assert Afkeur.__slots__ == ("bestand", "rij", "kolom", "reden")


def test_a_row_is_its_template_at_its_own_time_and_place() -> None:
    van, tot = datetime(2026, 11, 20, 20, tzinfo=UTC), datetime(2026, 11, 20, 21, tzinfo=UTC)
    first = Melding(van, 1.0, 2.0, "HANG", ernst="2", soorten=("ALC",), maatregelen=("WEG",), bron="tabel")
    row = Rij(first, "k", (van, tot, 5.04, 52.02, "Plein"), 2)
    assert row.melding == replace(first, gebeurd_tot=tot, lon=5.04, lat=52.02, plaats="Plein")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Geluidsoverlast", "Geluidsoverlast"),
        ("Overlast jeugd", "Overlast jeugd"),
        ("Piet Jansen", WITHHELD),
        ("Jan de Vries 06-12345678", WITHHELD),
        ("x" * 200, WITHHELD),
    ],
)
def test_a_word_about_a_person_is_withheld(word: str, expected: str) -> None:
    assert Woorden(frozenset()).of(word) == expected
