"""Headings of groups of a real selection."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from boa_app.ui.kaart.group_headings import GroupHeadings
from boa_app.usecases.lijstorde import Groepering, Volgorde, deel_in
from boa_app.usecases.meldingen import register_melding
from boa_app.usecases.overzicht import Filter, load_overzicht, select
from tests.ui.small_store import NOW, _melding, make_session


def test_each_grouping_in_words(qtbot: QtBot, tmp_path: Path) -> None:
    session = make_session(tmp_path / "opslag")
    first = register_melding(session, _melding(0, NOW + timedelta(hours=2))).uid
    register_melding(session, _melding(1, NOW + timedelta(hours=20)), zelfde_groep_als=first)
    overzicht = load_overzicht(session)
    selectie = select(overzicht, Filter(), session.now())
    assert session.kaart is not None
    buurten = [buurt.naam for buurt in session.kaart.buurten]
    maker = GroupHeadings(session, "nl")

    def told(groepering: Groepering) -> list[str]:
        found = deel_in(selectie, Volgorde.NIEUW, groepering, buurten=buurten)
        heading = maker.headings(selectie, found, groepering, overzicht, buurten)
        return [heading(group) for group in range(found.begin.size)]

    assert told(Groepering.DAG)[0] == "Vandaag, vrijdag 20-11-2026"
    assert told(Groepering.SOORT) == ["Rondhangen, 2", "Stemgeluid, 2", "Zwerfafval, 1", "Geen overlast, 1"]
    assert told(Groepering.INCIDENT) == ["Een incident, 2 meldingen", "Meldingen die alleen staan, 4"]
    assert sum(int(words.rsplit(", ", 1)[1]) for words in told(Groepering.BUURT)) == 6
    assert told(Groepering.GEEN) == []
    session.close()
