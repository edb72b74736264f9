"""The frame of the way in: corner, reason beside it, rail away in a small window."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from boa_app.ui.frame.model import CornerAction
from boa_app.ui.ontgrendelen.entry_frame import EntryFrame
from boa_app.ui.theme import ThemeManager
from tests.ui.frames import wait_for_layout


def test_corner_acts_unless_there_is_a_reason(qtbot: QtBot, themes: ThemeManager) -> None:
    frame, acts = EntryFrame(themes), []
    qtbot.addWidget(frame)
    frame.resize(1280, 800)
    frame.show()
    frame.set_corner(CornerAction("plus", "Doe dit", lambda: acts.append(1), "Enter", "Doe"))
    frame.corner.click()
    assert acts == [1]
    frame.set_corner(CornerAction("plus", "Doe dit", lambda: acts.append(2), "Enter", "Doe", "nog niet"))
    frame.corner.click()
    assert acts == [1]
    assert frame.corner.accessibleDescription() == "nog niet"


def test_small_window_has_no_rail_and_the_short_word(qtbot: QtBot, themes: ThemeManager) -> None:
    frame = EntryFrame(themes)
    qtbot.addWidget(frame)
    frame.set_corner(CornerAction("plus", "Doe dit", lambda: None, "Enter", "Doe"))
    frame.resize(640, 400)
    frame.show()
    wait_for_layout()
    assert frame.rail.isHidden()
    assert frame.corner.text() == "Doe"
    frame.resize(1280, 800)
    wait_for_layout()
    assert frame.rail.isVisible()
    assert frame.corner.text() == "Doe dit"


def test_night_switches_here_too(qtbot: QtBot, themes: ThemeManager) -> None:
    frame = EntryFrame(themes)
    qtbot.addWidget(frame)
    frame.rail.night_toggled.emit()
    assert themes.theme.is_dark
