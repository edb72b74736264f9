"""Columns guessed by name or told by a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from boa_app.domain.errors import UserError
from boa_app.exchange.datums import Volgorde
from boa_app.exchange.kolommen import (
    FREE_TEXT,
    PERSON,
    Kolomwijzer,
    find_columns,
    is_header,
    load_kolomwijzer,
    missing_fields,
    normalise,
    withheld,
)


def test_guesses_by_name() -> None:
    header = ["Volgnr", "Soort", "Straat", "Datum", "Lengtegraad", "Breedtegraad"]
    assert find_columns(header, Kolomwijzer()) == {"soort": 1, "plaats": 2, "datum": 3, "lon": 4, "lat": 5}


def test_degrees_go_before_metres_and_accents_do_not_matter() -> None:
    found = find_columns(["X-coördinaat", "Y-coördinaat", "lon", "lat"], Kolomwijzer())
    assert (found["lon"], found["lat"]) == (2, 3)
    assert find_columns(["X-coördinaat"], Kolomwijzer()) == {"lon": 0}


def test_told_columns_go_first() -> None:
    wijzer = Kolomwijzer({"datum": "b"})
    assert find_columns(["datum", "b"], wijzer)["datum"] == 1
    with pytest.raises(UserError) as caught:
        find_columns(["datum"], wijzer)
    assert caught.value.code == "kolom_onbekend"


def test_header_names_a_date_and_a_position() -> None:
    assert is_header(["datum", "x", "y"], Kolomwijzer())
    assert not is_header(["Overzicht 2026"], Kolomwijzer())
    assert not is_header(["datum", "x", "y"], Kolomwijzer({"datum": "weg"}))


def test_file(tmp_path: Path) -> None:
    path = tmp_path / "k.toml"
    path.write_text(
        '[kolommen]\ndatum = "D"\n[soorten]\n"Geluid" = "GEL-STEM"\n'
        '[instellingen]\nscheidingsteken = "|"\nvolgorde = "maand_eerst"\nkopregel = 3\n',
        encoding="utf-8",
    )
    expected = Kolomwijzer({"datum": "D"}, {"Geluid": "GEL-STEM"}, "|", "", Volgorde.MAAND_EERST, 3)
    assert load_kolomwijzer(path) == expected


@pytest.mark.parametrize(
    ("text", "veld"),
    [
        ("[kolommen", ""),
        ('[kolommen]\nonzin = "x"', "onzin"),
        ("[kolommen]\ndatum = 3", "kolommen"),
        ("soorten = 1", "soorten"),
        ('[instellingen]\nvolgorde = "week_eerst"', "instellingen"),
        ('[instellingen]\nstelsel = "utm"', "instellingen"),
        ("instellingen = 1", "instellingen"),
        ("[instellingen]\nkopregel = inf", "instellingen"),
        ("a = " + "[" * 50_000, ""),
    ],
)
def test_broken_file(tmp_path: Path, text: str, veld: str) -> None:
    path = tmp_path / "k.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        load_kolomwijzer(path)
    assert (caught.value.code, caught.value.fields["veld"]) == ("kolommenbestand_ongeldig", veld)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        load_kolomwijzer(tmp_path / "weg.toml")
    assert caught.value.code == "bestand_ontbreekt"


def test_everything_else_a_file_can_tell(tmp_path: Path) -> None:
    path = tmp_path / "k.toml"
    path.write_text(
        '[kolommen]\nplaats = ""\n[instellingen]\nwerkblad = "Blad2"\ngetallen = "komma_duizend"\nstelsel = "rd"\n'
        'assen = "lat_lon"\nbevestigd = ["kolommen"]\n',
        encoding="utf-8",
    )
    found = load_kolomwijzer(path)
    assert (found.werkblad, found.getallen, found.stelsel, found.assen) == ("Blad2", "komma_duizend", "rd", "lat_lon")
    assert found.bevestigd == {"kolommen"}
    assert "plaats" not in find_columns(["datum", "plaats"], found)


def test_names_with_more_words_around_them() -> None:
    header = ["GPS_lat", "GPS_lon", "Pleegdatum (begin)", "Datum invoer", "Type overlast"]
    assert find_columns(header, Kolomwijzer()) == {"datum": 2, "lon": 1, "lat": 0, "soort": 4}
    assert find_columns(["Datum 1", "Datum 2"], Kolomwijzer()) == {}


def test_one_column_with_the_whole_position_is_enough() -> None:
    assert missing_fields(find_columns(["datum", "geometrie"], Kolomwijzer())) == []
    assert "punt" not in find_columns(["datum", "geometrie", "x", "y"], Kolomwijzer())
    assert missing_fields({"punt": 1}) == ["datum"]


@pytest.mark.parametrize(
    "name",
    ["Naam melder", "BSN", "Geboortedatum", "Telefoon", "e-mail", "Kenteken", "Verdachte", "Reporter", "Date of birth"],
)
def test_columns_about_persons_are_never_read_in(name: str) -> None:
    assert withheld(normalise(name)) == PERSON
    assert find_columns([name], Kolomwijzer()) == {}


def test_free_text_is_never_read_in() -> None:
    assert withheld(normalise("Toelichting")) == FREE_TEXT
    assert withheld(normalise("Straatnaam")) == ""
