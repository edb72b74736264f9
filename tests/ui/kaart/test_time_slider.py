"""The slider as a whole: it tells what was meant, not too often and always the last."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boa_app.ui.kaart.time_axis import WEEK, monday_of, to_date, to_day
from boa_app.ui.kaart.time_slider import TimeSlider
from boa_app.ui.theme import ThemeManager
from tests.ui.look import assert_look

TODAY = date(2026, 11, 20)
VAN = date(2026, 5, 23)


@pytest.fixture
def slider(qtbot: QtBot, each_theme: ThemeManager) -> Iterator[TimeSlider]:
    made = TimeSlider(each_theme)
    qtbot.addWidget(made)
    made.resize(788, made.sizeHint().height())
    made.set_counts(monday_of(to_day(TODAY)) - 199 * WEEK, np.arange(200) % 9, TODAY)
    made.set_range(VAN, TODAY)
    made.show()
    qtbot.waitActive(made)
    yield made


def test_the_window_in_words(slider: TimeSlider) -> None:
    assert slider.length.text() == "26 weken" and slider.dates.text() == "23-05 t/m 20-11-2026"
    assert slider.strip.start_handle.accessibleName() == "Begin van de periode: 23-05-2026"
    slider.set_range(TODAY, TODAY)
    assert slider.length.text() == "1 dag" and slider.dates.text() == "20-11-2026"
    slider.set_range(date(2026, 11, 14), TODAY)
    assert slider.length.text() == "1 week"
    slider.set_range(None, None)
    assert slider.range()[1] == TODAY and slider.length.text() == "200 weken"


def test_being_told_is_no_wish_of_a_person(qtbot: QtBot, slider: TimeSlider) -> None:
    with qtbot.assertNotEmitted(slider.range_changed, wait=100):
        slider.set_range(date(2026, 1, 1), TODAY)
        slider.set_counts(0, np.zeros(0), TODAY)


def test_many_moves_are_told_as_the_last_one(qtbot: QtBot, slider: TimeSlider) -> None:
    told: list[tuple[date, date]] = []
    slider.range_changed.connect(lambda van, tot: told.append((van, tot)))
    handle = slider.strip.start_handle
    with qtbot.waitSignal(slider.range_settled, timeout=15_000) as settled:
        for _ in range(12):
            qtbot.keyClick(handle, Qt.Key.Key_Right)
    assert told[-1] == slider.range() == tuple(settled.args) and len(told) < 12
    assert to_date(monday_of(to_day(VAN)) + 12 * WEEK) == slider.range()[0]


def test_play_walks_a_week_at_a_time_and_stops_at_the_end(qtbot: QtBot, slider: TimeSlider) -> None:
    slider._play_timer.setInterval(1)
    slider.set_range(VAN, date(2026, 11, 13))
    told: list[tuple[date, date]] = []
    slider.range_changed.connect(lambda van, tot: told.append((van, tot)))
    slider.play.setFocus()
    qtbot.keyClick(slider.play, Qt.Key.Key_Space)
    assert slider.is_playing() and slider.play.accessibleName() == "Afspelen stoppen"
    with qtbot.waitSignal(slider.range_settled, timeout=15_000):
        qtbot.waitUntil(lambda: not slider.is_playing(), timeout=15_000)
    assert slider.range() == (date(2026, 5, 30), TODAY) and told[-1] == slider.range()
    assert slider.play.accessibleName() == "Afspelen, week na week"


def test_a_step_of_playing_waits_for_what_is_behind_but_not_for_ever(qtbot: QtBot, slider: TimeSlider) -> None:
    held: list[int] = []
    slider.hold_while(lambda: True)
    slider._play_timer.setInterval(1)
    slider._hold_timer.setInterval(1)
    slider.set_range(date(2026, 3, 2), date(2026, 3, 29))
    slider.start()
    slider.strip.span_moved.connect(lambda _: held.append(slider._held_ticks))
    before = slider.strip.span()
    slider._hold_timer.timeout.connect(lambda: held.append(-1))
    qtbot.waitUntil(lambda: slider.strip.span() == before.moved(7), timeout=15_000)
    # Ten ticks of 40 ms before the first step; the step comes within the tenth.
    assert held.index(0) == 9
    slider.stop()
    assert not slider._hold_timer.isActive()


def test_play_from_everything_takes_a_quarter_and_a_touch_stops_it(qtbot: QtBot, slider: TimeSlider) -> None:
    slider.set_range(None, None)
    slider.play.click()
    assert slider.is_playing() and slider.length.text() == "13 weken"
    slider.play.click()
    assert not slider.is_playing()
    slider.play.click()
    qtbot.keyClick(slider.strip.end_handle, Qt.Key.Key_Right)
    assert not slider.is_playing()
    slider.play.click()
    slider.hide()
    assert not slider.is_playing()


def test_look_wide_and_in_a_small_window(slider: TimeSlider) -> None:
    assert_look(slider)
    slider.set_compact(compact=True)
    slider.resize(640, slider.sizeHint().height())
    assert slider.sizeHint().height() <= 52
    assert slider.earlier.isVisible() and not slider.strip.isVisible()
    assert_look(slider)
    slider.earlier.click()
    assert slider.range() == (date(2026, 5, 16), date(2026, 11, 13))
    slider.later.click()
    assert slider.range() == (VAN, TODAY)
