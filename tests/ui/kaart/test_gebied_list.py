"""The list of areas and one of them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boa_app.ui.kaart.gebied_list import GebiedList, GebiedView
from boa_app.ui.theme import ThemeManager
from tests.ui.kaart.test_gebied_words import WORDS, area
from tests.ui.look import assert_look

OVER = area(tot=date(2025, 1, 1), naam="Feest")


def test_those_that_are_over_come_on_request(qtbot: QtBot, each_theme: ThemeManager) -> None:
    panel = GebiedList(each_theme, may_make=True)
    qtbot.addWidget(panel)
    panel.resize(348, 500)
    panel.show_gebieden([area(), OVER], WORDS)
    panel.show()
    assert [row.row().name for row in panel.rows] == ["Plein"]
    assert panel.expired.text() == "Verlopen gebieden tonen (1)"
    assert_look(panel)
    with qtbot.waitSignal(panel.expired_toggled) as toggled:
        panel.expired.click()
    assert toggled.args == [True] and [row.row().name for row in panel.rows] == ["Plein", "Feest"]
    with qtbot.waitSignal(panel.gebied_chosen) as chosen:
        panel.rows[1].click()
    assert chosen.args == ["g"]


def test_an_empty_list_says_what_will_be_here(qtbot: QtBot, themes: ThemeManager) -> None:
    for may_make, button in ((True, True), (False, False)):
        panel = GebiedList(themes, may_make=may_make)
        qtbot.addWidget(panel)
        panel.show_gebieden([], WORDS)
        panel.resize(348, 500)
        panel.show()
        assert panel.empty.isVisible() and panel.new.isVisible() is button and not panel.expired.isVisible()


def test_one_area_and_its_acts(qtbot: QtBot, each_theme: ThemeManager) -> None:
    view = GebiedView(each_theme, may_change=True)
    qtbot.addWidget(view)
    view.resize(348, 520)
    view.show_gebied(area(), WORDS)
    view.show()
    assert view.facts.text().replace("\xa0", " ") == "cameratoezicht, 76,4 ha\nzonder einddatum"
    assert_look(view)
    for knop, signal in ((view.filter, view.filter_requested), (view.change, view.change_requested)):
        with qtbot.waitSignal(signal) as told:
            knop.click()
        assert told.args == ["g"]
    view.void.click()
    assert view.asks.isVisible() and not view.confirm.isEnabled() and not view.void.isVisible()
    assert_look(view)
    view.keep.click()
    assert view.void.isVisible()
    view.void.click()
    view.reason.setText(" besluit ingetrokken ")
    with qtbot.waitSignal(view.void_requested) as voided:
        qtbot.keyClick(view.reason, Qt.Key.Key_Return)
    assert voided.args == ["g", "besluit ingetrokken"]


def test_who_may_only_read_can_filter(qtbot: QtBot, themes: ThemeManager) -> None:
    view = GebiedView(themes, may_change=False)
    qtbot.addWidget(view)
    view.show_gebied(area(), WORDS)
    view.show()
    assert view.filter.isVisible() and not view.change.isVisible() and not view.void.isVisible()
