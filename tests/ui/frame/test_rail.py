"""The rail: jobs, the one in front, day or night; the menu says the same in rows."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boa_app.ui.frame.rail import Rail, RailItem
from boa_app.ui.theme import ThemeManager, px
from tests.ui.look import assert_look


@pytest.mark.parametrize("menu", [False, True])
def test_items_choose_pages(qtbot: QtBot, each_theme: ThemeManager, menu: bool) -> None:
    rail = Rail(each_theme, menu=menu)
    qtbot.addWidget(rail)
    rail.add_item("vandaag", "house", "Vandaag")
    rail.add_item("kaart", "map", "Kaart")
    rail.resize(rail.sizeHint().expandedTo(rail.minimumSize()))
    rail.show()
    with qtbot.waitSignal(rail.page_chosen) as caught:
        rail.items()[1].click()
    assert caught.args == ["kaart"]
    rail.set_active("kaart")
    assert [item.is_active() for item in rail.items()] == [False, True]
    assert rail.items()[1].accessibleDescription() == "huidig scherm"
    assert_look(rail)


def test_night_names_the_other_theme(qtbot: QtBot, themes: ThemeManager) -> None:
    rail = Rail(themes)
    qtbot.addWidget(rail)
    night = rail.findChildren(RailItem)[-1]
    assert night.text() == "Nacht"
    with qtbot.waitSignal(rail.night_toggled):
        night.click()
    themes.switch()
    assert night.text() == "Dag"


def test_low_items(qtbot: QtBot, themes: ThemeManager) -> None:
    rail = Rail(themes)
    qtbot.addWidget(rail)
    rail.add_item("vandaag", "house", "Vandaag")
    rail.resize(px("b-rail"), 600)
    rail.set_low(low=True)
    assert rail.items()[0].sizeHint().height() == px("h-rail-knop-laag")


def test_many_jobs_shrink_and_all_stay(qtbot: QtBot, themes: ThemeManager) -> None:
    rail = Rail(themes)
    qtbot.addWidget(rail)
    for number in range(8):
        rail.add_item(str(number), "house", f"Scherm {number}")
    rail.resize(px("b-rail"), 500)
    rail.show()
    assert 9 * rail.items()[0].sizeHint().height() <= 500
    QApplication.processEvents()
    assert_look(rail)


def test_menu_holds_lock_and_help(qtbot: QtBot, themes: ThemeManager) -> None:
    menu = Rail(themes, menu=True)
    qtbot.addWidget(menu)
    by_name = {item.text(): item for item in menu.findChildren(RailItem)}
    with qtbot.waitSignals([menu.lock_requested, menu.help_requested]):
        by_name["Vergrendelen"].click()
        by_name["Hulp"].click()
