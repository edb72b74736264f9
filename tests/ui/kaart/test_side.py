"""The panels beside the map: one at a time, and the focus comes back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from boa_app.ui.kaart.side import SidePanels
from boa_app.ui.theme import ThemeManager
from boa_app.ui.widgets.buttons import Knop


def _window(qtbot: QtBot, themes: ThemeManager) -> tuple[QWidget, Knop, SidePanels]:
    window = QWidget()
    opener, side = Knop(themes, "Open"), SidePanels(themes)
    row = QHBoxLayout(window)
    row.addWidget(opener)
    row.addWidget(side)
    side.add_panel("gebieden", "Gebieden", Knop(themes, "Nieuw"))
    side.add_panel("uitvoer", "Exporteren", Knop(themes, "PDF"))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitActive(window)
    opener.setFocus()
    return window, opener, side


def test_one_panel_at_a_time(qtbot: QtBot, themes: ThemeManager) -> None:
    _holder, _opener, side = _window(qtbot, themes)
    assert not side.isVisible()
    opened: list[str] = []
    closed: list[str] = []
    side.panel_opened.connect(opened.append)
    side.panel_closed.connect(closed.append)
    side.open_panel("gebieden")
    assert side.isVisible() and side.accessibleName() == "Gebieden"
    side.open_panel("uitvoer")
    side.open_panel("uitvoer")
    assert (opened, closed, side.open_key) == (["gebieden", "uitvoer"], ["gebieden"], "uitvoer")
    assert side.accessibleName() == "Exporteren"


def test_escape_closes_it_and_gives_the_focus_back(qtbot: QtBot, themes: ThemeManager) -> None:
    window, opener, side = _window(qtbot, themes)
    side.open_panel("gebieden")
    inside = window.focusWidget()
    assert inside is not None and side.isAncestorOf(inside)
    qtbot.keyClick(inside, Qt.Key.Key_Escape)
    assert not side.isVisible() and side.open_key == ""
    assert window.focusWidget() is opener


def test_it_closes_when_what_opened_it_has_gone(qtbot: QtBot, themes: ThemeManager) -> None:
    """The foot makes its buttons anew when a panel opens."""
    _holder, opener, side = _window(qtbot, themes)
    side.open_panel("uitvoer")
    delete(opener)
    qtbot.keyClick(side, Qt.Key.Key_Escape)
    assert not side.isVisible() and side.open_key == ""
