from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from boa_app.ui.kaartpakket.new_form import FILES, NewForm, files_of
from boa_app.ui.kaartpakket.words import KaartWords
from boa_app.ui.theme import ThemeManager
from boa_app.ui.vandaag.lists import InfoRow
from boa_app.usecases.kaartpakketbouw import Gemeente, Omvang, Schatting, Wens

GEMEENTEN = (Gemeente("GM0353", "IJsselstein"), Gemeente("GM0356", "Nieuwegein"), Gemeente("GM0344", "Utrecht"))


@pytest.fixture
def form(qtbot: QtBot, themes: ThemeManager, words: KaartWords) -> NewForm:
    made = NewForm(themes, words)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.begin("GM0353", "IJsselstein")
    made.show()
    qtbot.waitActive(made)
    return made


def test_it_begins_with_the_own_municipality(qtbot: QtBot, form: NewForm) -> None:
    assert form.wens() == Wens(gemeente="GM0353", online=True)
    assert form.missing() == ""


def test_another_one_is_found_by_typing_and_chosen(qtbot: QtBot, form: NewForm) -> None:
    form.set_gemeenten(GEMEENTEN)
    form.gemeente.setFocus(Qt.FocusReason.OtherFocusReason)
    form.gemeente.clear()
    QTest.keyClicks(form.gemeente, "utr")
    assert form.missing() == "Kies eerst een gemeente"
    assert [row.row().name for row in form.offered()] == ["Utrecht"]
    with qtbot.waitSignal(form.estimate_requested) as asked:
        form.offered()[0].click()
    assert asked.args == [Wens(gemeente="GM0344", online=True)]
    assert form.gemeente.text() == "Utrecht" and form.offered() == ()


def test_a_name_typed_in_full_needs_no_choosing(form: NewForm) -> None:
    form.set_gemeenten(GEMEENTEN)
    form.gemeente.clear()
    QTest.keyClicks(form.gemeente, "nieuwegein")
    assert form.wens().gemeente == "GM0356"


def test_without_a_list_a_code_will_do(form: NewForm) -> None:
    form.gemeente.clear()
    QTest.keyClicks(form.gemeente, "GM03")
    assert form.missing() != ""
    QTest.keyClicks(form.gemeente, "44")
    assert form.wens().gemeente == "GM0344"


def test_own_files_make_a_wish_without_a_line(form: NewForm) -> None:
    form.source.set_chosen(FILES)
    form.source.choice_changed.emit(FILES)
    assert form.missing() == "Kies eerst een bestand"
    form.slots["osm"].set_path(Path("stad.osm.pbf"))
    form.naam.setText(" Centrum ")
    wens = form.wens()
    assert wens == Wens(naam="Centrum", osm=Path("stad.osm.pbf")) and not wens.online
    assert files_of(wens) == (Path("stad.osm.pbf"),)


def test_the_estimate_tells_the_whole_and_each_part(form: NewForm) -> None:
    parts = {"adressen": Omvang(15_000, 4_000_000, 30), "basiskaart": Omvang(818, 20_000_000, 90)}
    form.show_estimate(Schatting(parts))
    rows = [row.name for row in form.findChildren(InfoRow) if not row.isHidden()]
    assert rows == ["Samen ongeveer 24 MB, 2 minuten", "Adressen · 15.000", "Basiskaart · 818"]
    form.show_estimate(None, "PDOK antwoordt niet.")
    assert form.note.isVisible() and form.note.text() == "PDOK antwoordt niet."
