"""A refused change: nothing goes by itself, a correction asks why, letting go is one touch."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from boa_app.ui.sync.rejected_panel import GeweigerdBeeld, RejectedPanel
from boa_app.ui.theme import ThemeManager
from tests.ui.frames import wait_for_layout
from tests.ui.look import assert_look, resize_window

BEELD = GeweigerdBeeld("c1", "melding", (("Wat u vastlegde", "Ernst: Fors"), ("Waarom", "Te laat.")), "Doe iets.", True)


@pytest.fixture
def panel(qtbot: QtBot, each_theme: ThemeManager) -> RejectedPanel:
    made = RejectedPanel(each_theme)
    qtbot.addWidget(made)
    made.show_rejected(BEELD)
    resize_window(made, 736, 640)
    return made


def test_a_correction_asks_why_first(qtbot: QtBot, panel: RejectedPanel) -> None:
    assert_look(panel)
    with qtbot.assertNotEmitted(panel.correction_given):
        panel.correct.click()
    wait_for_layout()
    assert panel.reason.isVisible()
    assert not panel.correct.isVisible(), "one button that corrects"
    assert_look(panel)
    panel.reason.cancelled.emit()
    assert (panel.reason.isVisible(), panel.correct.isVisible()) == (False, True)
    panel.correct.click()
    with qtbot.waitSignal(panel.correction_given) as given:
        panel.reason.choices[1].click()
    assert given.args == ["c1", "Later gebleken"]
    assert not panel.reason.isVisible()


def test_letting_go(qtbot: QtBot, panel: RejectedPanel) -> None:
    with qtbot.waitSignal(panel.let_go) as gone:
        panel.release_knop.click()
    assert gone.args == ["c1"]


def test_what_cannot_be_corrected_offers_no_correction(panel: RejectedPanel) -> None:
    panel.ask_reason()
    panel.show_rejected(replace(BEELD, change_id="c2", mag_correctie=False))
    assert not panel.correct.isVisible()
    assert not panel.reason.isVisible()
    assert panel.beeld is not None
    assert panel.beeld.change_id == "c2"
