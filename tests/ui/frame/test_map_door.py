"""The door of a map without a map to go into: the keys of other parts are left alone. With a map: test_shell_keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from boa_app.ui.frame.map_door import MapDoor


def test_keys_outside_a_map_are_left_alone(qtbot: QtBot) -> None:
    window, left = QWidget(), list[bool]()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    fields = [QLineEdit(window), QLineEdit(window)]
    for field in fields:
        column.addWidget(field)
    door = MapDoor(window, left.append)
    window.show()
    qtbot.waitActive(window)
    fields[0].setFocus()
    QTest.keyClick(fields[0], Qt.Key.Key_Return)
    assert not door.is_inside
    QTest.keyClick(fields[0], Qt.Key.Key_Tab)
    assert window.focusWidget() is fields[1]
    assert left == []
