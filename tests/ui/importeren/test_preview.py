"""The table of first rows: a sound model, outcomes in words, the cell to blame, roles by mouse and by key."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from boa_app.ui.importeren.preview import OUTCOME, OWN_COLUMNS, PreviewModel, PreviewTable
from boa_app.ui.importeren.words import ImportWords
from boa_app.ui.theme import ThemeManager
from tests.ui.importeren.plans import HEADER, row, table
from tests.ui.look import assert_look, contrast

LEFT = Qt.MouseButton.LeftButton
DATE = OWN_COLUMNS + HEADER.index("Datum")


@pytest.fixture
def shown(qtbot: QtBot, each_theme: ThemeManager) -> PreviewTable:
    made = PreviewTable(each_theme, ImportWords("nl"))
    qtbot.addWidget(made)
    made.resize(1500, 400)
    made.set_file(table())
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_model_is_sound(qtmodeltester: ModelTester) -> None:
    model = PreviewModel(ImportWords("nl"))
    model.set_file(table())
    qtmodeltester.check(model)
    model.set_file(None)
    assert model.rowCount() == model.columnCount() == 0


def test_every_outcome_is_a_word_and_a_refusal_says_why(shown: PreviewTable) -> None:
    model = shown.preview
    told = [model.data(model.index(at, OUTCOME)) for at in range(model.rowCount())]
    assert told == [
        "toevoegen", "bestaat al", "overslaan", "afgekeurd: de datum klopt niet", "afgekeurd: de plaats is nul",
    ]  # fmt: skip
    tip = model.data(model.index(3, DATE), Qt.ItemDataRole.ToolTipRole)
    assert tip == "De datum klopt niet."


def test_the_cell_to_blame_and_the_roles_are_painted(shown: PreviewTable) -> None:
    assert_look(shown)
    theme, picture = shown._themes.theme, shown.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()

    def ground(at: int, column: int) -> int:
        box = shown.visualRect(shown.preview.index(at, column))
        return picture.pixel(int((box.right() - 2) * ratio), int((box.top() + 3) * ratio))

    assert ground(3, DATE) == theme.color("fout-bg").rgb()
    assert ground(0, DATE) == theme.color("surface").rgb()
    assert contrast(theme.color("fout"), theme.color("fout-bg")) >= 4.5


def test_the_head_names_role_and_column_and_keeps_persons_closed(shown: PreviewTable) -> None:
    model = shown.preview
    told = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    assert told[:3] == ["Rij", "Wat gebeurt er", "Eigen nummer, Volgnr"]
    assert told[5] == "niet gebruikt, Wijk"
    assert told[-1] == "nooit ingelezen, Melder"


def _touch_head(qtbot: QtBot, shown: PreviewTable, column: int) -> None:
    header = shown.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), LEFT, pos=at)


def test_touching_a_head_asks_what_the_column_is_for(qtbot: QtBot, shown: PreviewTable) -> None:
    with qtbot.waitSignal(shown.role_requested) as told:
        _touch_head(qtbot, shown, DATE)
    assert told.args is not None
    assert told.args[0] == HEADER.index("Datum")
    with qtbot.assertNotEmitted(shown.role_requested):
        _touch_head(qtbot, shown, OUTCOME)
        _touch_head(qtbot, shown, OWN_COLUMNS + HEADER.index("Melder"))


def test_enter_on_a_cell_asks_the_same(qtbot: QtBot, shown: PreviewTable) -> None:
    shown.setFocus()
    shown.setCurrentIndex(shown.preview.index(0, DATE))
    with qtbot.waitSignal(shown.role_requested) as told:
        qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert told.args is not None
    assert told.args[0] == HEADER.index("Datum")


def test_arrows_choose_a_row_and_the_map_chooses_without_a_word(qtbot: QtBot, shown: PreviewTable) -> None:
    shown.setFocus()
    shown.setCurrentIndex(shown.preview.index(0, OUTCOME))
    with qtbot.waitSignal(shown.row_chosen) as told:
        qtbot.keyClick(shown, Qt.Key.Key_Down)
    assert told.args == [3]
    with qtbot.assertNotEmitted(shown.row_chosen):
        shown.choose(6)
    assert shown.selectionModel().selectedRows()[0].row() == 4


def test_what_is_in_sight_stays_when_only_the_reading_changes(shown: PreviewTable) -> None:
    many = replace(table(), rijen=tuple(row(number) for number in range(2, 202)))
    shown.resize(500, 300)
    shown.set_file(many)
    shown.verticalScrollBar().setValue(900)
    shown.horizontalScrollBar().setValue(120)
    shown.set_file(replace(many, regels=1), keep_place=True)
    assert (shown.verticalScrollBar().value(), shown.horizontalScrollBar().value()) == (900, 120)
    shown.set_file(replace(many, naam="ander.csv"))
    assert (shown.verticalScrollBar().value(), shown.horizontalScrollBar().value()) == (0, 0)


def test_a_form_that_is_known_as_a_whole_has_no_roles_to_change(qtbot: QtBot, shown: PreviewTable) -> None:
    shown.set_file(table(profiel="police-uk"))
    with qtbot.assertNotEmitted(shown.role_requested):
        _touch_head(qtbot, shown, DATE)


def test_a_very_wide_table_makes_no_widgets(qtbot: QtBot, shown: PreviewTable) -> None:
    kolom = table().kolommen[3]
    wide = replace(
        table(),
        kolommen=tuple(replace(kolom, kop=f"k{number}") for number in range(1000)),
        rijen=tuple(replace(row(n), cellen=("x" * 5000,) * 1000) for n in range(2, 12)),
    )
    before = len(shown.children())
    shown.set_file(wide)
    assert len(shown.children()) == before
    assert shown.preview.columnCount() == 1000 + OWN_COLUMNS
    assert len(str(shown.preview.data(shown.preview.index(0, 5)))) < 100
