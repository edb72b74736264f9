"""The place of the search field in the top bar."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boa_app.ui.frame.search_slot import SearchSlot
from boa_app.ui.theme import ThemeManager, px
from tests.ui.look import assert_look


def test_a_field_or_only_a_sign(qtbot: QtBot, each_theme: ThemeManager) -> None:
    slot = SearchSlot(each_theme)
    qtbot.addWidget(slot)
    slot.show()
    assert slot.sizeHint().width() == px("b-zoek")
    assert_look(slot)
    slot.set_small(small=True)
    assert slot.sizeHint().width() == px("h-raak") and slot.accessibleName() == "Zoek alles"
    with qtbot.waitSignal(slot.clicked):
        qtbot.mouseClick(slot, Qt.MouseButton.LeftButton)
