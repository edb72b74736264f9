"""The bar below the list: what it asks, and what it tells."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boa_app.ui.kaart.bulk_bar import BulkBar
from boa_app.ui.theme import ThemeManager
from tests.ui.look import assert_look


@pytest.fixture
def bar(qtbot: QtBot, each_theme: ThemeManager) -> BulkBar:
    made = BulkBar(each_theme, "nl")
    qtbot.addWidget(made)
    made.resize(400, 160)
    made.set_count(3, is_on=True)
    return made


@pytest.mark.parametrize("width", [348, 400, 640])
def test_look_of_each_side(qtbot: QtBot, bar: BulkBar, width: int) -> None:
    bar.resize(width, bar.sizeHint().height())
    for page in range(3):
        bar._stack.setCurrentIndex(page)
        bar.resize(width, bar.sizeHint().height())
        assert_look(bar)


def test_lapsing_asks_for_a_reason_first(qtbot: QtBot, bar: BulkBar) -> None:
    told: list[str] = []
    bar.lapse_requested.connect(told.append)
    qtbot.mouseClick(bar.lapse, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(bar.confirm, Qt.MouseButton.LeftButton)
    assert told == [] and bar.reason.property("fout") == "ja"
    qtbot.keyClicks(bar.reason, "  dubbel ")
    qtbot.keyClick(bar.reason, Qt.Key.Key_Return)
    assert told == ["dubbel"]
    qtbot.keyClick(bar.reason, Qt.Key.Key_Escape)
    assert bar._stack.currentIndex() == 0


def test_one_event_takes_two(bar: BulkBar) -> None:
    bar.set_count(1, is_on=True)
    assert not bar.incident.isEnabled() and bar.incident.toolTip()
    bar.set_count(2, is_on=True)
    assert bar.incident.isEnabled() and bar.count.text() == "2 gekozen"
    bar.set_count(0, is_on=True)
    assert bar.isVisible() and bar.count.text() == "Kies meldingen" and not bar.lapse.isEnabled()
    bar.set_count(0, is_on=False)
    assert not bar.isVisible()


def test_ernst_and_escape(qtbot: QtBot, bar: BulkBar) -> None:
    bar.ernst.click()
    with qtbot.waitSignal(bar.ernst_requested) as told:
        bar.steps[2].click()
    assert told.args == ["3"]
    qtbot.keyClick(bar.steps[2], Qt.Key.Key_Escape)
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(bar.lapse, Qt.Key.Key_Escape)


def test_progress_takes_the_place_of_the_acts(bar: BulkBar) -> None:
    bar.start_progress()
    bar.show_progress(50, 1200)
    bar.set_count(0, is_on=False)
    assert bar.isVisible()
    bar.stop_progress()
    bar.set_count(0, is_on=False)
    assert not bar.isVisible()
