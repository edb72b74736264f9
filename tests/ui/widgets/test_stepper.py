"""A stepper never leaves its limits, and tells only what a person changed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from boa_app.ui.theme import ThemeManager
from boa_app.ui.widgets.stepper import StepKnop, Stepper
from tests.ui.look import assert_look


def test_steps_within_the_limits(qtbot: QtBot, each_theme: ThemeManager) -> None:
    stepper = Stepper(each_theme, "Groepen", 1, 3)
    qtbot.addWidget(stepper)
    stepper.show()
    spy = QSignalSpy(stepper.value_changed)
    less, more = stepper.findChildren(StepKnop)
    assert not less.isEnabled()
    more.click()
    more.click()
    assert not more.isEnabled()
    qtbot.keyClick(stepper, Qt.Key.Key_Plus)
    qtbot.keyClick(stepper, Qt.Key.Key_Down)
    assert [spy.at(number)[0] for number in range(spy.count())] == [2, 3, 2]
    assert stepper.accessibleName() == "Groepen: 2"
    assert_look(stepper)


def test_setting_is_silent(qtbot: QtBot, themes: ThemeManager) -> None:
    stepper = Stepper(themes, "Groepen", 1, 6)
    qtbot.addWidget(stepper)
    with qtbot.assertNotEmitted(stepper.value_changed):
        stepper.set_value(99)
    assert stepper.value() == 6
