"""What every pressable part does: Enter and space press it, the ring shows for keys and not for fingers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.base import BoaButton
from boa_app.ui.widgets.buttons import Knop


def test_enter_and_space_press(qtbot: QtBot, themes: ThemeManager) -> None:
    knop = Knop(themes, "Opslaan")
    qtbot.addWidget(knop)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        with qtbot.waitSignal(knop.clicked):
            qtbot.keyClick(knop, key)


def test_ring_shows_for_keys_and_after_a_key_on_a_touched_control(qtbot: QtBot, themes: ThemeManager) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    knop = Knop(themes, "Opslaan", parent=window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    knop.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not knop.shows_ring()
    qtbot.keyClick(knop, Qt.Key.Key_Shift)
    assert knop.shows_ring()
    knop.clearFocus()
    assert not knop.shows_ring()
    knop.setFocus(Qt.FocusReason.TabFocusReason)
    assert knop.shows_ring()


def test_never_smaller_than_a_finger_and_must_be_painted(qtbot: QtBot, themes: ThemeManager) -> None:
    bare = BoaButton(themes)
    qtbot.addWidget(bare)
    assert bare.sizeHint().width() >= px("h-raak")
    assert bare.minimumSizeHint() == bare.sizeHint()
    painter = QPainter()
    with pytest.raises(NotImplementedError):
        bare.paint_content(painter, QRectF())
