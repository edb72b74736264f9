"""After an import: refused rows in words, drawn only where they are seen, and buttons that fit what happened."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from boa_app.exchange.rijen import Reden
from boa_app.ui.importeren.done_step import DoneStep, RejectModel
from boa_app.ui.importeren.receipt import ReceiptData
from boa_app.ui.importeren.words import ImportWords
from boa_app.ui.theme import ThemeManager
from boa_app.usecases.importplan import Afkeur
from tests.ui.look import assert_look

DATA = ReceiptData("politie.csv", "20-11-2026 21:42", 8, 5, 0, 0, 3)
REJECTS = tuple(Afkeur("politie.csv", 100 + number, "Datum", Reden.DATUM_ONGELDIG) for number in range(3))


@pytest.fixture
def step(qtbot: QtBot, each_theme: ThemeManager) -> DoneStep:
    made = DoneStep(each_theme, ImportWords("nl"))
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show_outcome(DATA, REJECTS, can_undo=True)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_model_is_sound_and_tells_row_reason_and_column(qtmodeltester: ModelTester) -> None:
    model = RejectModel(ImportWords("nl"))
    model.set_rejects(REJECTS)
    qtmodeltester.check(model)
    assert model.row_data(0).spoken() == "Rij 100: De datum klopt niet., kolom Datum, politie.csv"


def test_look_and_the_ways_on(qtbot: QtBot, step: DoneStep) -> None:
    assert_look(step)
    for button, signal in (
        (step.save, step.save_requested), (step.undo, step.undo_requested), (step.next, step.next_requested),
    ):  # fmt: skip
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_under_each_other_in_a_narrow_window(step: DoneStep) -> None:
    step.set_arrangement(narrow=True, tight=True)
    step.resize(600, 300)
    assert_look(step)
    assert step.panel.y() > step.receipt.y()


def test_without_refusals_there_is_nothing_to_save_and_without_rows_nothing_to_undo(step: DoneStep) -> None:
    step.show_outcome(ReceiptData("a", "b", 5, 0, 5, 0, 0), (), can_undo=False)
    assert not step.save.isVisible()
    assert not step.undo.isVisible()
    assert step.none.isVisible()


def test_a_hundred_thousand_refusals_cost_no_widgets(step: DoneStep) -> None:
    before = len(step.rejects.children())
    step.show_outcome(DATA, REJECTS * 33_334, can_undo=True)
    assert step.model.rowCount() == 100_002
    assert len(step.rejects.children()) == before
