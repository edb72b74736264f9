"""The second step as a whole: what each side emits, one part at a time where it is small, rows and map in step."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from boa_app.ui.context import UiContext
from boa_app.ui.frame.model import SizeClass
from boa_app.ui.importeren.readings import Readings
from boa_app.ui.importeren.review_step import ReviewStep
from boa_app.ui.importeren.words import ImportWords
from tests.ui.frames import wait_for_layout
from tests.ui.importeren.plans import plan, table
from tests.ui.look import assert_look

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def step(qtbot: QtBot, ui: UiContext) -> Iterator[ReviewStep]:
    words = ImportWords("nl")
    made = ReviewStep(ui, words, Readings(words))
    qtbot.addWidget(made)
    made.resize(1180, 660)
    made.set_size_class(SizeClass.NORMAAL, low=False)
    made.show_plan(plan(twijfels=((0, "volgorde"),)), fresh=True)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.release()


def test_look_and_totals(step: ReviewStep) -> None:
    assert_look(step)
    assert step.totals.text() == "2.790 toevoegen · 12 bestaan al · 2.004 overslaan · 6 afgekeurd"
    assert step.counting.text() == "samen 4.812 rijen, allemaal geteld"


def test_while_counting_it_says_how_far(step: ReviewStep) -> None:
    step.show_plan(plan(geteld=False), fresh=False)
    step.show_counting(30, 120)
    assert step.counting.text() == "Alle rijen worden geteld: 25 %"
    assert "toevoegen" not in step.totals.text()


def test_what_a_person_meant_goes_out_by_its_kind(qtbot: QtBot, step: ReviewStep) -> None:
    with qtbot.waitSignal(step.confirmed) as told:
        qtbot.mouseClick(step.guesses.rows["volgorde"].right, LEFT)
    assert told.args == ["volgorde"]
    with qtbot.waitSignal(step.value_chosen) as told:
        step.guesses.rows["volgorde"].value_chosen.emit("maand_eerst")
    assert told.args == ["volgorde", "maand_eerst"]
    with qtbot.waitSignal(step.column_chosen) as told:
        step.guesses.rows["rol:soort"].value_chosen.emit("Wijk")
    assert told.args == ["soort", "Wijk"]
    with qtbot.waitSignal(step.kind_chosen) as told:
        step.kinds.kind_chosen.emit("Overig", "VUUR")
    assert told.args == ["Overig", "VUUR"]


def test_the_head_of_a_column_opens_its_roles(qtbot: QtBot, step: ReviewStep) -> None:
    step.table.role_requested.emit(3, QPoint(5000, 5000))
    assert step.roles.isVisible()
    room, box = step.screen().availableGeometry(), step.roles.geometry()
    assert box.left() >= room.left()
    assert box.right() <= room.right() + 1
    assert box.bottom() <= room.bottom() + 1
    chosen = next(row for row in step.roles.rows() if row.code == "plaats")
    with qtbot.waitSignal(step.role_chosen) as told:
        qtbot.keyClick(chosen, Qt.Key.Key_Return)
    assert told.args == ["Wijk", "plaats"]


def test_in_a_small_window_one_part_at_a_time(qtbot: QtBot, step: ReviewStep) -> None:
    step.resize(640, 296)
    step.set_size_class(SizeClass.KLEIN, low=True)
    parts = {part.code: part for part in step.parts.parts()}
    shown = {"herkend": step.guesses, "soorten": step.kinds, "rijen": step.rows, "kaart": step.map}
    for code, part in parts.items():
        qtbot.mouseClick(part, LEFT)
        wait_for_layout()
        assert [name for name, widget in shown.items() if widget.isVisible()] == [code]
        assert_look(step)
    assert step.guesses.intro.text() == step.summary.text()


def test_a_touch_on_the_map_chooses_the_row(step: ReviewStep) -> None:
    step.map.row_chosen.emit(4)
    rows = step.table.selectionModel().selectedRows()
    assert [step.table.preview.row(index.row()).rij for index in rows] == [4]


def test_another_file_of_several(step: ReviewStep) -> None:
    step.show_plan(plan(table("een.csv"), table("twee.csv", profiel="signalen")), fresh=True)
    step.guesses.rows["bestand"].value_chosen.emit("1")
    assert step.guesses.rows["bestand"].guess.text == "twee.csv"
    assert "rol:datum" not in step.guesses.rows
    assert not step.table.preview.can_change


def test_the_keyboard_goes_to_the_doubt_else_to_the_rows(step: ReviewStep) -> None:
    step.activateWindow()
    step.take_focus()
    assert step.focusWidget() is step.guesses.rows["volgorde"].right
    step.show_plan(plan(), fresh=False)
    step.take_focus()
    assert step.focusWidget() is step.table
