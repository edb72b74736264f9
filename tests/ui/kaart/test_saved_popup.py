"""The kept filters as one sees them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from boa_app.ui.kaart.saved_popup import SavedPopup
from boa_app.ui.theme import ThemeManager
from boa_app.usecases.filters import BewaardFilter
from boa_app.usecases.overzicht import Filter
from tests.ui.look import assert_look

SAVED = (
    (BewaardFilter("u1", "Nachten in het centrum", Filter(weken=4)), "Laatste 4 weken · nacht · alle soorten"),
    (BewaardFilter("u2", "Vuurwerk", Filter(soorten=frozenset({"VUUR"}))), "altijd · alle dagdelen · Vuurwerk"),
)


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_choose_drop_and_keep(qtbot: QtBot, holder: QWidget, each_theme: ThemeManager) -> None:
    popup = SavedPopup(each_theme, holder)
    told: list[object] = []
    for signal in (popup.filter_chosen, popup.filter_dropped, popup.filter_named):
        signal.connect(told.append)
    popup.set_filters(SAVED, can_keep=True)
    popup.open_under(holder)
    assert_look(popup)
    qtbot.mouseClick(popup.rows[0], Qt.MouseButton.LeftButton)
    assert told == [SAVED[0][0]] and not popup.isVisible()
    popup.open_under(holder)
    qtbot.mouseClick(popup.crosses[1], Qt.MouseButton.LeftButton)
    popup.open_under(holder)
    qtbot.keyClick(popup.name, Qt.Key.Key_Return)
    assert popup.isVisible(), "a name is needed"
    qtbot.keyClicks(popup.name, " Avond ")
    qtbot.mouseClick(popup.keep, Qt.MouseButton.LeftButton)
    assert told[1:] == ["u2", "Avond"]


def test_nothing_kept_and_nothing_chosen_says_what_to_do(
    qtbot: QtBot, holder: QWidget, each_theme: ThemeManager
) -> None:
    popup = SavedPopup(each_theme, holder)
    popup.set_filters(SAVED, can_keep=True)
    popup.set_filters((), can_keep=False)
    popup.open_under(holder)
    assert popup.empty.isVisible() and popup.hint.isVisible() and not popup.keep.isVisible() and popup.rows == []
    assert_look(popup)
