"""How names and house numbers are read, as people and registers write them."""

from __future__ import annotations

import pytest

from boa_app.mapdata.adres_tekst import (
    Vraag,
    achter_sleutel,
    fold,
    fold_straat,
    lees_huisnummers,
    lees_vraag,
    met_uitgang,
    vormen,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("'t Hofje", "t hofje"), ("Café-straat  2", "cafe straat 2"), ("Ĳ", "ij"), ("Ørstedgade", "orstedgade"),
        ("Hauptstraße", "hauptstrasse"), ("Łódź", "lodz"), ("…", ""), ("Zee\u2011man", "zee man"),
    ],
)  # fmt: skip
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_a_dot_parts_words_in_a_street() -> None:
    assert fold_straat("Burg.Mulderlaan") == "burg mulderlaan"
    assert fold_straat("Jan/Piet (oud)") == "jan piet oud"


def test_the_forms_of_a_name_begin_with_the_name() -> None:
    assert vormen("Burgemeester Mulderlaan", "Burg Mulderln") == (
        "burgemeester mulderlaan", "burg mulderlaan", "burg mulderln", "burgemeestermulderlaan", "burgmulderlaan",
    )  # fmt: skip
    assert vormen("Dr. Kuyperhof")[:2] == ("dr kuyperhof", "doctor kuyperhof")
    assert "vd valkstraat" in vormen("Van der Valkstraat")
    assert vormen("Hof") == ("hof",)
    assert vormen("...") == ()


def test_short_endings_are_written_out() -> None:
    assert met_uitgang("mulderln") == ("mulderln", "mulderlaan")
    assert "kerkplein" in met_uitgang("kerkpl")
    assert met_uitgang("str") == ("str",), "an ending alone is no name"


def test_what_follows_a_number_is_one_whatever_its_spelling() -> None:
    assert achter_sleutel("", "BS") == achter_sleutel("", "bis") == "bs"
    assert achter_sleutel("A", "bis") == achter_sleutel("a", "BS") == "abs"
    assert achter_sleutel("", "") == ""


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("zeemanl 12", Vraag(("zeemanl",), 12)),
        ("12 zeemanlaan", Vraag(("zeemanlaan",), 12)),
        ("zeemanlaan 12a", Vraag(("zeemanlaan",), 12, "a")),
        ("3401ab12", Vraag((), 12, "", "3401AB")),
        ("3401 a", Vraag((), None, "", "3401A")),
        ("3401 AB", Vraag((), None, "", "3401AB")),
        ("zeemanlaan", Vraag(("zeemanlaan",))),
        ("zeemanlaan 8 bis", Vraag(("zeemanlaan",), 8, "bs")),
    ],
)
def test_the_likeliest_reading_comes_first(typed: str, first: Vraag) -> None:
    assert lees_vraag(typed)[0] == first


def test_other_readings_are_kept() -> None:
    assert Vraag(("plein", "1945"), 1) in lees_vraag("plein 1945 1")
    assert Vraag(("zeemanlaan",), 1234) in lees_vraag("zeemanlaan 1234")
    assert Vraag(("1e", "dorpsstraat"), 3) in lees_vraag("1e dorpsstraat 3")


def test_the_work_for_one_text_is_bounded() -> None:
    assert lees_vraag("") == lees_vraag("\0") == lees_vraag('"*(') == ()
    long = lees_vraag(" ".join(str(number) for number in range(1, 500)))
    assert 0 < len(long) <= 16
    assert all(len(vraag.woorden) <= 12 for vraag in long)


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("12", [(12, "", "")]),
        ("12a", [(12, "a", "")]),
        ("12 A bis", [(12, "A", "bis")]),
        ("8-BS", [(8, "", "BS")]),
        ("12A-3", [(12, "A", "3")]),
        ("12-1", [(12, "", "1")]),
        ("12-16", [(12, "", ""), (14, "", ""), (16, "", "")]),
        ("12-15", [(12, "", ""), (13, "", ""), (14, "", ""), (15, "", "")]),
        ("3;5, 7b", [(3, "", ""), (5, "", ""), (7, "b", "")]),
        ("2–4", [(2, "", ""), (4, "", "")]),
        ("", []), ("a", []), ("0", []), ("-3", []), ("1-9999", [(1, "", "9999")]),
    ],
)  # fmt: skip
def test_written_house_numbers(written: str, numbers: list[tuple[int, str, str]]) -> None:
    assert list(lees_huisnummers(written)) == numbers
