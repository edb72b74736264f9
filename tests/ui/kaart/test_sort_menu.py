"""Order and groups are chosen together, and never tear each other apart."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from boa_app.ui.kaart.sort_menu import SortMenu
from boa_app.ui.theme import ThemeManager
from boa_app.usecases.lijstorde import Groepering, Volgorde
from tests.ui.look import assert_look


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def _menu(holder: QWidget, themes: ThemeManager) -> SortMenu:
    menu = SortMenu(themes, holder)
    menu.open_under(holder)
    return menu


def _click(menu: SortMenu, code: str, place: int = 0) -> None:
    [row for row in menu.rows() if row.code == code][place].click()


def test_another_order_leaves_the_days_and_time_brings_them_back(holder: QWidget, each_theme: ThemeManager) -> None:
    menu = _menu(holder, each_theme)
    assert_look(menu)
    told: list[tuple[Volgorde, Groepering]] = []
    menu.order_changed.connect(lambda: told.append((menu.volgorde, menu.groepering)))
    _click(menu, "ernst")
    assert not menu.isVisible()
    _click(menu, "incident")
    _click(menu, "soort", place=1)
    _click(menu, "oud")
    _click(menu, "geen")
    _click(menu, "nieuw")
    assert told == [
        (Volgorde.ERNST, Groepering.GEEN), (Volgorde.ERNST, Groepering.INCIDENT), (Volgorde.ERNST, Groepering.SOORT),
        (Volgorde.OUD, Groepering.SOORT), (Volgorde.OUD, Groepering.GEEN), (Volgorde.NIEUW, Groepering.DAG),
    ]  # fmt: skip


def test_by_keys(qtbot: QtBot, holder: QWidget, themes: ThemeManager) -> None:
    menu = _menu(holder, themes)
    first = menu.rows()[0]
    qtbot.keyClick(first, Qt.Key.Key_Down)
    with qtbot.waitSignal(menu.order_changed):
        qtbot.keyClick(menu.rows()[1], Qt.Key.Key_Return)
    assert menu.volgorde is Volgorde.OUD
    with qtbot.waitSignal(menu.picking_requested):
        menu.pick.click()


def test_it_stays_above_what_lies_under_the_list(qtbot: QtBot, themes: ThemeManager) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.setGeometry(0, 40, 480, 700)
    holder.show()
    menu = SortMenu(themes, holder)
    menu.open_under(holder)
    assert menu.isVisible() and menu.geometry().bottom() <= holder.mapToGlobal(holder.rect().bottomLeft()).y() + 1
    menu.hide()
