"""The bar: numbers from the start, an unknown length that moves, and buttons that answer at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boa_app.ui.importeren.running_step import RunningStep
from boa_app.ui.importeren.words import ImportWords
from boa_app.ui.theme import ThemeManager
from tests.ui.look import assert_look

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def step(qtbot: QtBot, each_theme: ThemeManager) -> RunningStep:
    made = RunningStep(each_theme, ImportWords("nl"))
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.begin("politie.csv", 4812)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_numbers_beside_the_bar(step: RunningStep) -> None:
    assert (step.bar.minimum(), step.bar.maximum()) == (0, 0), "nothing read yet: the bar moves"
    step.set_progress(250, 1000)
    assert_look(step)
    assert step.numbers.text() == "ongeveer 1.203 van 4.812 rijen, 25 % gelezen"
    assert step.bar.value() / step.bar.maximum() == 0.25
    assert step.bar.accessibleName() == step.numbers.text()
    step.begin("verder.csv", 0)
    step.set_progress(2000, 1000)
    assert step.numbers.text() == "100 % gelezen"


def test_a_wish_is_seen_at_once_and_cannot_be_given_twice(qtbot: QtBot, step: RunningStep) -> None:
    with qtbot.waitSignal(step.pause_requested):
        qtbot.mouseClick(step.pause, LEFT)
    step.show_ending("Wordt gepauzeerd …")
    assert step.is_ending
    assert not step.pause.isEnabled()
    assert not step.stop.isEnabled()
    step.begin("nieuw.csv", 1)
    assert not step.is_ending
