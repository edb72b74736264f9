"""What a search result says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from boa_app.ui.zoeken.rows import ResultRows
from boa_app.usecases.overzicht import load_overzicht
from boa_app.usecases.zoeken import Groep, Zoekuitslag, zoek
from boa_app.usecases.zoeknamen import Vondst, Vondstsoort
from tests.ui.small_store import NOW, load_lists, make_session


def _words(uitslag: Zoekuitslag, icons: dict[str, str] | None = None) -> list[tuple[str, str]]:
    made = ResultRows(load_lists(), "nl").rows(uitslag, icons or {}, NOW)
    return [(found.row.heading or found.row.name, found.row.meta) for found in made]


def test_meldingen_with_their_number_and_a_way_to_all(qtbot: QtBot, tmp_path: Path) -> None:
    session = make_session(tmp_path / "opslag")
    uitslag = zoek(session, "zeemanlaan", load_overzicht(session))
    words = _words(uitslag)
    session.close()
    assert words[0] == ("Meldingen, 1", "")
    assert words[1] == ("Niemand aangetroffen", "wo 18-11 06:42, Zeemanlaan")
    assert words[2][0] == "Toon op de kaart en in de lijst"
    many = Zoekuitslag("x", tuple(replace(groep, aantal=1803) for groep in uitslag.groepen[:1]))
    assert _words(many)[2] == ("Alle 1.803 meldingen", "Toon op de kaart en in de lijst")


def test_every_kind_has_a_heading_and_an_icon(qtbot: QtBot) -> None:
    day = date(2026, 11, 1)
    for soort in Vondstsoort:
        if soort is Vondstsoort.MELDING:
            continue
        one = Vondst(soort, "HANG", "Naam", "CAMERA" if soort is Vondstsoort.GEBIED else "", dag=day)
        rows = ResultRows(load_lists(), "nl").rows(Zoekuitslag("x", (Groep(soort, (one,), 1),)), {}, NOW)
        assert rows[0].row.heading and rows[1].row.icon and rows[1].vondst is one, soort
        assert rows[1].row.name == ("Alles van zondag 1 november 2026" if soort is Vondstsoort.DATUM else "Naam")
        assert soort is not Vondstsoort.GEBIED or "camera" in rows[1].row.meta


def test_a_command_has_its_own_icon(qtbot: QtBot) -> None:
    found = Vondst(Vondstsoort.OPDRACHT, "slot", "Vergrendelen")
    (_, row) = ResultRows(load_lists(), "nl").rows(
        Zoekuitslag("", (Groep(Vondstsoort.OPDRACHT, (found,), 1),)), {"slot": "lock"}, NOW
    )
    assert row.row.icon == "lock"


def test_a_day_tells_how_many_it_has(qtbot: QtBot) -> None:
    for count, words in ((None, ""), (0, "0 meldingen"), (1, "1 melding"), (1364, "1.364 meldingen")):
        one = Vondst(Vondstsoort.DATUM, "2026-11-20", "", dag=date(2026, 11, 20), aantal=count)
        uitslag = Zoekuitslag("20-11", (Groep(Vondstsoort.DATUM, (one,), 1),))
        assert _words(uitslag)[1] == ("Alles van vrijdag 20 november 2026", words)
