"""Words of the source and our kinds: most frequent first, searchable, by mouse and by key alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boa_app.ui.importeren.mapping import MappingPanel
from boa_app.ui.importeren.words import ImportWords
from boa_app.ui.theme import ThemeManager
from tests.ui.importeren.plans import plan
from tests.ui.look import assert_look
from tests.ui.small_store import load_lists

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot: QtBot, each_theme: ThemeManager) -> MappingPanel:
    made = MappingPanel(each_theme, load_lists()["soort"], ImportWords("nl"))
    qtbot.addWidget(made)
    made.resize(400, 500)
    made.set_kinds(plan().soorten)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_look_and_what_each_row_says(panel: MappingPanel) -> None:
    assert_look(panel)
    rows = [panel.model.row_data(row) for row in range(panel.model.rowCount())]
    assert [(row.name, row.meta, row.tag) for row in rows] == [
        ("Diefstal fiets", "2.004 rijen", "niet inlezen"),
        ("Jeugdoverlast", "1.811 rijen", "Rondhangen"),
        ("Overig", "997 rijen", "Anders"),
    ]


def test_a_touch_opens_the_list_and_a_search_finds_the_kind(qtbot: QtBot, panel: MappingPanel) -> None:
    box = panel.rows.visualRect(panel.model.index(2))
    qtbot.mouseClick(panel.rows.viewport(), LEFT, pos=box.center())
    assert panel.chooser.isVisible()
    assert_look(panel.chooser)
    qtbot.keyClicks(panel.chooser.field, "vuurwerk")
    assert [row.code for row in panel.chooser.found()] == ["VUUR"]
    with qtbot.waitSignal(panel.kind_chosen) as told:
        qtbot.keyClick(panel.chooser.field, Qt.Key.Key_Return)
    assert told.args == ["Overig", "VUUR"]
    assert not panel.chooser.isVisible()


def test_by_key_from_the_list_into_the_chooser_and_back(qtbot: QtBot, panel: MappingPanel) -> None:
    panel.rows.setFocus()
    panel.rows.set_chosen(1)
    qtbot.keyClick(panel.rows, Qt.Key.Key_Return)
    chooser = panel.chooser
    assert chooser.isVisible()
    assert [row.code for row in chooser.rows if row.isChecked()] == ["HANG"]
    qtbot.keyClick(chooser.field, Qt.Key.Key_Down)
    assert chooser.rows[0].hasFocus()
    qtbot.keyClick(chooser.rows[0], Qt.Key.Key_Up)
    assert chooser.field.hasFocus()
    qtbot.keyClick(chooser.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.kind_chosen) as told:
        qtbot.keyClick(chooser.rows[0], Qt.Key.Key_Return)
    assert told.args == ["Jeugdoverlast", ""]


def test_the_same_kind_again_changes_nothing(qtbot: QtBot, panel: MappingPanel) -> None:
    panel.ask(1)
    with qtbot.assertNotEmitted(panel.kind_chosen):
        next(row for row in panel.chooser.rows if row.code == "HANG").click()


def test_without_a_column_of_kinds_it_says_what_happens(panel: MappingPanel) -> None:
    panel.set_kinds(())
    assert panel.empty.isVisible()
    assert not panel.rows.isVisible()
