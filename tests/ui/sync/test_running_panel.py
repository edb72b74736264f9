"""While a round runs: numbers, a bar that moves when nobody knows how long, and a way to stop."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from boa_app.ui.sync.running_panel import RunningPanel
from boa_app.ui.theme import ThemeManager
from tests.ui.look import assert_look, resize_window


def test_numbers_and_stopping(qtbot: QtBot, each_theme: ThemeManager) -> None:
    panel = RunningPanel(each_theme)
    qtbot.addWidget(panel)
    panel.begin("Contact met de centrale")
    resize_window(panel, 392, 260)
    assert_look(panel)
    assert panel.bar.maximum() == 0, "it moves"
    panel.set_progress("Foto's sturen", "40 van 160", 40, 160)
    assert panel.bar.value() * 4 == panel.bar.maximum()
    assert panel.bar.accessibleName() == "Foto's sturen 40 van 160"
    with qtbot.waitSignal(panel.stop_requested):
        panel.stop.click()
    assert panel.is_ending
    assert panel.step.text() == "Bezig met stoppen"
    panel.begin("Contact met de centrale")
    assert not panel.is_ending
