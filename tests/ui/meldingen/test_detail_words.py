"""Fields and history of a melding in words."""

from __future__ import annotations

from datetime import timedelta

import pytest

from boa_app.domain.melding import Melding
from boa_app.ui.meldingen.detail_words import DetailWords, Known
from boa_app.usecases.meldingen_lezen import Wijziging
from tests.ui.small_store import NOW, load_lists

KNOWN = Known({"j1": "JOP Zeemanlaan"})


@pytest.fixture
def words() -> DetailWords:
    return DetailWords(load_lists(), "nl")


def test_only_what_is_filled_in(words: DetailWords) -> None:
    melding = Melding(
        NOW, 5.03, 52.02, "GEL-STEM", NOW + timedelta(hours=1), soorten=("AFVAL",), maatregelen=("AANSPR", "JOP"),
        doorverwezen_naar="j1", met_collega=True, nauwkeurigheid_m=6.0,
    )  # fmt: skip
    fields = dict(words.fields(melding, KNOWN))
    assert fields["Andere soorten"] == "Zwerfafval achterlaten"
    assert fields["Maatregelen"] == "Aangesproken op gedrag, Doorverwezen naar JOP"
    assert fields["Doorverwezen naar"] == "JOP Zeemanlaan"
    assert fields["Met collega"] == "ja"
    assert fields["Nauwkeurigheid"].startswith("binnen 6")
    assert "Ernst" not in fields
    assert "Gericht tegen medewerker" not in fields
    assert "21:42–22:42" in words.when(melding)


@pytest.mark.parametrize(
    ("soort", "group", "title"),
    [
        ("HANG", "GX", "Rondhangen zonder verdere overlast, groep onbekend"),
        ("HANG", "", "Rondhangen zonder verdere overlast"),
        ("GEEN", "G0", "Geen overlast geconstateerd"),
    ],
)
def test_title(words: DetailWords, soort: str, group: str, title: str) -> None:
    assert words.title(Melding(NOW, 5.03, 52.02, soort, groepsgrootte=group)) == title


@pytest.mark.parametrize(
    ("veld", "old", "new", "sentence"),
    [
        ("*", None, {}, "Vastgelegd"),
        ("positie", {"lon": 5.0}, {"lon": 5.1}, "Plaats op de kaart verzet"),
        ("ernst", "", "2", "Ernst: Hinderlijk"),
        ("ernst", "2", "3", "Ernst: van Hinderlijk naar Fors"),
        ("resultaat", "R1", "", "Resultaat: Gestopt weggehaald"),
        ("status", "actief", "vervallen", "Status: van actief naar vervallen"),
        ("feiten", "oud", "nieuw", "Feiten aangepast"),
        ("doorverwezen_naar", "", "j1", "Doorverwezen naar: JOP Zeemanlaan"),
        ("doorverwezen_naar", "", "j9", "Doorverwezen naar: een JOP"),
        ("ronde", "", "r", "Ronde: gekoppeld"),
    ],
)
def test_history_line(words: DetailWords, veld: str, old: object, new: object, sentence: str) -> None:
    (line,) = words.history([Wijziging(veld, old, new, "ik", NOW, "typefout")], "ik", KNOWN)
    assert line == (sentence, "u, 20-11-2026 21:42, typefout")


def test_somebody_else_has_no_name(words: DetailWords) -> None:
    (line,) = words.history([Wijziging("ernst", "1", "2", "ander", NOW, "")], "ik", KNOWN)
    assert line[1] == "een collega, 20-11-2026 21:42"


def test_moments_and_numbers(words: DetailWords) -> None:
    assert words.value("gebeurd_van", "2026-11-20T20:42:00.000Z", KNOWN).endswith("21:42")
    assert words.value("lon", 5.123456, KNOWN) == "5,12346"
