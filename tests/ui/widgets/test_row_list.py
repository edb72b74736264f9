"""A long list: lazy, with headings that stay, chosen both from the program and by a person."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.row import RowData
from boa_app.ui.widgets.row_list import ROW_ROLE, PlainRowModel, RowList, RowModel

ROWS = (
    RowData(heading="Vandaag"),
    RowData("users", "Eerste", "20:58", day="Vandaag"),
    RowData("users", "Tweede", "20:15", day="Vandaag"),
    RowData(heading="Gisteren"),
    RowData("users", "Derde", "19:40", day="Gisteren"),
)


class Numbered(RowModel):
    """Many rows, a heading every hundred, that counts how many were asked for."""

    asked = 0

    def row_count(self) -> int:
        return 100_000

    def row_data(self, row: int) -> RowData:
        self.asked += 1
        return RowData(heading=f"Dag {row}") if row % 100 == 0 else RowData(name=str(row), day="Dag")

    def heading_rows(self) -> Sequence[int]:
        return range(0, 100_000, 100)


def _shown(qtbot: QtBot, themes: ThemeManager, model: RowModel) -> RowList:
    view = RowList(themes, "Meldingen")
    qtbot.addWidget(view)
    view.set_rows(model)
    view.resize(400, 300)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    return view


def test_model_keeps_the_rules_of_qt(qtbot: QtBot) -> None:
    model = PlainRowModel(ROWS)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(ROWS[:2])
    assert model.rowCount() == 2
    assert model.data(model.index(1), ROW_ROLE) is ROWS[1]
    assert model.data(model.index(1)) == "Eerste, 20:58"
    assert model.data(QModelIndex()) is None
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable


def test_headings_are_low_and_cannot_be_chosen(qtbot: QtBot, each_theme: ThemeManager) -> None:
    view = _shown(qtbot, each_theme, PlainRowModel(ROWS))
    assert [view.rowHeight(row) for row in (0, 1)] == [px("h-dagkop"), px("h-rij")]
    with qtbot.assertNotEmitted(view.row_chosen):
        qtbot.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(0, 0)).center()
        )
    assert view.chosen_row() == -1


def test_a_person_chooses_by_touch_and_by_arrow(qtbot: QtBot, themes: ThemeManager) -> None:
    view = _shown(qtbot, themes, PlainRowModel(ROWS))
    with qtbot.waitSignal(view.row_chosen) as caught:
        centre = view.visualRect(view.model().index(1, 0)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert caught.args == [1]
    with qtbot.waitSignal(view.row_chosen) as caught:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert caught.args == [2]
    with qtbot.waitSignal(view.row_opened):
        qtbot.keyClick(view, Qt.Key.Key_Return)


def test_the_program_chooses_without_a_signal(qtbot: QtBot, themes: ThemeManager) -> None:
    view = _shown(qtbot, themes, PlainRowModel(ROWS))
    with qtbot.assertNotEmitted(view.row_chosen):
        view.set_chosen(4)
        assert view.chosen_row() == 4
        view.set_chosen(-1)
    assert view.chosen_row() == -1


def test_heading_stays_in_sight(qtbot: QtBot, themes: ThemeManager) -> None:
    view = _shown(qtbot, themes, PlainRowModel([*ROWS, *(RowData("users", str(n), day="Eerder") for n in range(20))]))
    view.verticalScrollBar().setValue(px("h-dagkop") + 20)
    top = view.viewport().grab().toImage().pixelColor(380, 10)
    assert top == themes.theme.color("surface-2")


def test_a_hundred_thousand_rows_are_not_all_asked_for(qtbot: QtBot, themes: ThemeManager) -> None:
    model = Numbered()
    began = time.perf_counter()
    view = _shown(qtbot, themes, model)
    view.set_chosen(99_999)
    view.viewport().grab()
    assert model.asked < 2_000
    assert time.perf_counter() - began < 5
