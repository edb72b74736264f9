"""What mouse and keys tell, on its own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boa_app.ui.kaart.pick_list import PickList
from boa_app.ui.theme import ThemeManager
from boa_app.ui.widgets.row import RowData
from boa_app.ui.widgets.row_list import PlainRowModel

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def told() -> list[tuple[str, int]]:
    return []


@pytest.fixture
def rows(qtbot: QtBot, themes: ThemeManager, told: list[tuple[str, int]]) -> PickList:
    made = PickList(themes, "Meldingen")
    model = PlainRowModel([RowData(heading="dag"), *(RowData(name=str(number)) for number in range(6))], made)
    made.set_rows(model)
    for name in ("pick_toggled", "pick_reached", "plain_chosen"):
        getattr(made, name).connect(lambda row, name=name: told.append((name, row)))
    made.all_requested.connect(lambda: told.append(("all", 0)))
    made.picks_dropped.connect(lambda: told.append(("drop", 0)))
    qtbot.addWidget(made)
    made.resize(400, 600)
    made.show()
    return made


def _click(qtbot: QtBot, rows: PickList, row: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    place = rows.visualRect(rows.model().index(row, 0)).center()
    qtbot.mouseClick(rows.viewport(), LEFT, keys, place)


def test_mouse(qtbot: QtBot, rows: PickList, told: list[tuple[str, int]]) -> None:
    _click(qtbot, rows, 2)
    assert rows.chosen_row() == 2
    _click(qtbot, rows, 3, CTRL)
    _click(qtbot, rows, 5, SHIFT)
    assert told == [("plain_chosen", 2), ("pick_toggled", 3), ("pick_reached", 5)] and rows.chosen_row() == 2
    rows.is_picking = True
    _click(qtbot, rows, 4)
    assert told[-1] == ("pick_toggled", 4)


def test_keys(qtbot: QtBot, rows: PickList, told: list[tuple[str, int]]) -> None:
    rows.set_chosen(2)
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    qtbot.keyClick(rows, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(rows, Qt.Key.Key_Down, SHIFT)
    assert told == [("pick_toggled", 2), ("all", 0), ("pick_reached", 2), ("pick_reached", 3)]
    qtbot.keyClick(rows, Qt.Key.Key_Escape)
    assert told[-1] == ("pick_reached", 3)
    rows.has_picks = True
    qtbot.keyClick(rows, Qt.Key.Key_Escape)
    assert told[-1] == ("drop", 0)
