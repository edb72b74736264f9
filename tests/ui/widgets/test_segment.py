"""A segment always has one choice on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boa_app.ui.theme import ThemeManager
from boa_app.ui.widgets.segment import Segment
from tests.ui.look import assert_look


def test_one_is_on_and_arrows_move_it(qtbot: QtBot, each_theme: ThemeManager) -> None:
    segment = Segment(each_theme, "As", (("tijd", "Tijd"), ("meters", "Meters")))
    qtbot.addWidget(segment)
    segment.show()
    assert segment.chosen() == "tijd"
    with qtbot.waitSignal(segment.choice_changed) as caught:
        qtbot.keyClick(segment.parts()[0], Qt.Key.Key_Right)
    assert caught.args == ["meters"]
    with qtbot.assertNotEmitted(segment.choice_changed):
        segment.parts()[1].click()
        qtbot.keyClick(segment.parts()[1], Qt.Key.Key_Right)
        segment.set_chosen("tijd")
    assert [part.isChecked() for part in segment.parts()] == [True, False]
    with qtbot.waitSignal(segment.choice_changed):
        segment.parts()[1].click()
    assert_look(segment)
