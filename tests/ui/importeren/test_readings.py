"""From a plan to rows: doubts first, meaning before looks, and the reason why importing must wait."""

from __future__ import annotations

from dataclasses import replace

import pytest

from boa_app.ui.importeren.readings import Readings, missing_roles
from boa_app.ui.importeren.words import ImportWords
from boa_app.usecases.importplan import Alternatief, Gok, Keuzes, Zekerheid
from tests.ui.importeren.plans import ORDER, plan, table


@pytest.fixture
def readings() -> Readings:
    return Readings(ImportWords("nl"))


def test_a_doubt_comes_first_and_looks_last(readings: Readings) -> None:
    found = readings.guesses(plan(twijfels=((0, "volgorde"),)), 0)
    codes = [guess.code for guess in found]
    assert codes[0] == "volgorde"
    assert codes.index("stelsel") < codes.index("rol:datum") < codes.index("scheidingsteken")
    assert found[0].state == "twijfel"


def test_days_are_told_in_words_so_that_they_cannot_be_mixed_up_again(readings: Readings) -> None:
    ways = (Alternatief("dag_eerst", "2026-06-08"), Alternatief("maand_eerst", "2026-08-06"))
    bestand = replace(table(), gokken=(replace(ORDER, alternatieven=ways),))
    texts = [text for _code, text in readings.guesses(plan(bestand), 0)[0].choices]
    assert texts == [
        "dag, maand, jaar: maandag 8 juni 2026",
        "maand, dag, jaar (Amerikaans): donderdag 6 augustus 2026",
    ]


def test_what_a_person_chose_says_so(readings: Readings) -> None:
    chosen = replace(plan(), keuzes=Keuzes(waarden={"stelsel": "rd"}, kolommen={"soort": "Soort"}))
    states = {guess.code: guess.state for guess in readings.guesses(chosen, 0)}
    assert (states["stelsel"], states["rol:soort"], states["scheidingsteken"]) == ("gekozen", "gekozen", "zeker")


def test_a_column_that_is_missing_is_named_with_all_columns_to_choose_from(readings: Readings) -> None:
    bestand = table(ontbreekt=("lon",))
    assert missing_roles(bestand) == ("lon",)
    found = plan(bestand)
    guess = next(guess for guess in readings.guesses(found, 0) if guess.code == "rol:lon")
    assert (guess.state, guess.text) == ("mist", "nog geen kolom")
    codes = [code for code, _text in guess.choices]
    assert "X" in codes
    assert "Melder" not in codes, "a column about persons can never be chosen"
    assert readings.obstacle(found) == "Kies de kolom X"
    assert readings.to_look_at(found) == "1 na te kijken"


def test_one_column_may_hold_the_whole_position(readings: Readings) -> None:
    bestand = table(ontbreekt=("lon", "lat"))
    columns = (*bestand.kolommen[:3], replace(bestand.kolommen[3], rol="punt"), *bestand.kolommen[4:])
    bestand = replace(bestand, kolommen=columns)
    assert missing_roles(bestand) == ()
    codes = [guess.code for guess in readings.guesses(plan(bestand), 0)]
    assert "rol:punt" in codes
    assert "rol:lon" not in codes


def test_columns_as_a_whole_are_told_only_when_they_are_a_doubt(readings: Readings) -> None:
    together = Gok("kolommen", "datum, lon", Zekerheid.TWIJFEL, (), "Pleegdatum, X")
    bestand = replace(table(), gokken=(together,))
    doubtful = readings.guesses(plan(bestand, twijfels=((0, "kolommen"),)), 0)
    assert doubtful[0].text == "Gelezen uit Pleegdatum, X"
    assert "Wijzig de kolommen hieronder" in doubtful[0].example
    assert "kolommen" not in [guess.code for guess in readings.guesses(plan(bestand), 0)]


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        (plan(twijfels=((0, "volgorde"), (0, "stelsel"))), "Kijk eerst 2 punten na"),
        (plan(geteld=False), "De rijen worden nog geteld"),
        (plan(toevoegen=0), "Er is niets toe te voegen"),
        (plan(), ""),
    ],
)
def test_why_importing_must_wait(readings: Readings, found: object, reason: str) -> None:
    assert readings.obstacle(found) == reason  # type: ignore[arg-type]


def test_several_files_begin_at_the_first_that_needs_a_look(readings: Readings) -> None:
    two = plan(table("een.csv"), table("twee.csv"), twijfels=((1, "volgorde"),))
    assert readings.first_to_look_at(two) == 1
    guess = next(guess for guess in readings.guesses(two, 1) if guess.code == "bestand")
    assert (guess.label, guess.text, guess.value) == ("Bestand 2 van 2", "twee.csv", "1")


def test_a_known_form_says_what_it_leaves_out(readings: Readings) -> None:
    texts = [
        guess.example
        for profile in ("police-uk", "signalen")
        for guess in readings.guesses(plan(replace(table(profiel=profile), gokken=())), 0)
    ]
    assert texts == [
        "Alleen de maand is bekend. De bron legt elke plaats op een vast punt in de buurt.",
        "Vrije tekst en gegevens van melders worden nooit ingelezen.",
    ]


def test_what_a_column_can_be_for_tells_which_column_has_it_now(readings: Readings) -> None:
    choices = dict(readings.role_choices(table()))
    assert choices[""] == "Niet gebruiken"
    assert choices["soort"] == "Soort (nu Soort)"
    assert choices["ernst"] == "Ernst"


@pytest.mark.parametrize(
    ("ways", "chosen", "words"),
    [
        (("dag_eerst", "maand_eerst"), "", "Splits het bestand"),
        (("dag_eerst", "maand_eerst", "jaar_eerst"), "", "vooraan of achteraan"),
        (("reeksgetal", "reeksgetal_1904"), "", "1904"),
        (("dag_eerst", "maand_eerst"), "maand_eerst", "Zo kloppen niet alle datums"),
    ],
)
def test_every_doubt_about_dates_says_what_to_do(
    readings: Readings, ways: tuple[str, ...], chosen: str, words: str
) -> None:
    gok = Gok("volgorde", chosen or ways[0], Zekerheid.TWIJFEL, tuple(map(Alternatief, ways)), "08-03-02")
    keuzes = Keuzes(waarden={"volgorde": chosen} if chosen else {})
    found = replace(plan(replace(table(), gokken=(gok,)), twijfels=((0, "volgorde"),)), keuzes=keuzes)
    row = readings.guesses(found, 0)[0]
    assert words in row.example
    assert row.label == "Volgorde van dag en maand"
    # Every way has words of its own: a code is no answer to choose.
    texts = [text for _code, text in row.choices]
    assert len(set(texts)) == len(ways)
    assert not any("_" in text for text in texts)


def test_one_word_per_thing(readings: Readings) -> None:
    labels = [guess.label for guess in readings.guesses(plan(), 0)]
    assert len(labels) == len(set(labels))
    assert {"Straat", "Datum", "X en Y", "Volgorde van dag en maand"} <= set(labels)
    assert not any(label.startswith("Plaats") for label in labels)
