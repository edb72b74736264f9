"""Asking for two days."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from boa_app.ui.kaart.dates_popup import DatesPopup
from boa_app.ui.theme import ThemeManager
from tests.ui.look import assert_look


def test_two_days_in_either_order(qtbot: QtBot, each_theme: ThemeManager) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.show()
    popup = DatesPopup(each_theme, holder)
    popup.ask(date(2026, 5, 1), date(2026, 4, 1), holder)
    assert_look(popup)
    with qtbot.waitSignal(popup.dates_chosen) as told:
        qtbot.mouseClick(popup.show_button, Qt.MouseButton.LeftButton)
    assert told.args == [date(2026, 4, 1), date(2026, 5, 1)] and not popup.isVisible()
