"""The strip under a hand and under keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boa_app.ui.kaart.time_axis import WEEK, Span, make_axis, monday_of, to_date, to_day
from boa_app.ui.kaart.time_strip import Part, TimeStrip
from boa_app.ui.theme import ThemeManager
from tests.ui.look import assert_accessible_names, assert_touch_targets

TODAY = to_day(date(2026, 11, 20))
HALF_YEAR = Span(TODAY - 181, TODAY)


@pytest.fixture
def strip(qtbot: QtBot, themes: ThemeManager) -> Iterator[TimeStrip]:
    made = TimeStrip(themes, "nl")
    qtbot.addWidget(made)
    made.resize(640, made.height())
    axis = make_axis(monday_of(TODAY) - 199 * WEEK, np.full(200, 5), TODAY)
    made.set_state(axis.showing(HALF_YEAR), HALF_YEAR)
    made.show()
    qtbot.waitActive(made)
    yield made


def _drag(strip: TimeStrip, start: float, to: float) -> None:
    y = 20
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, pos=QPoint(round(start), y))
    for step in (0.5, 1.0):
        QTest.mouseMove(strip, QPoint(round(start + (to - start) * step), y))
        QApplication.processEvents()
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=QPoint(round(to), y))


def test_what_a_press_takes(strip: TimeStrip) -> None:
    left, right = strip.x_of(HALF_YEAR.van), strip.x_of(HALF_YEAR.tot + 1)
    for x in (left - 20, left, left + 20):
        assert strip.part_at(x) is Part.START
    for x in (right - 20, right, right + 20):
        assert strip.part_at(x) is Part.END
    assert strip.part_at((left + right) / 2) is Part.WINDOW
    assert strip.part_at(left - 60) is None


def test_a_narrow_window_keeps_a_middle_and_each_end_44_pixels(strip: TimeStrip) -> None:
    week = Span(monday_of(TODAY) - 70, monday_of(TODAY) - 64)
    strip.set_state(strip.axis(), week)
    parts = [strip.part_at(x) for x in range(strip.width())]
    assert parts.count(Part.START) >= 43 and parts.count(Part.END) >= 43 and parts.count(Part.WINDOW) >= 3


def test_dragging_an_end_moves_that_end_by_weeks(strip: TimeStrip) -> None:
    moved: list[Span] = []
    strip.span_moved.connect(moved.append)
    dropped: list[bool] = []
    strip.span_dropped.connect(lambda: dropped.append(True))
    start = strip.x_of(HALF_YEAR.van)
    _drag(strip, start, strip.x_of(HALF_YEAR.van + 10 * WEEK))
    assert strip.span().tot == TODAY
    assert monday_of(strip.span().van) == strip.span().van
    assert abs(strip.span().van - HALF_YEAR.van - 10 * WEEK) <= WEEK
    assert moved[-1] == strip.span() and dropped == [True] and strip.held() is None
    _drag(strip, strip.x_of(TODAY + 1), strip.x_of(TODAY + 1 - 5 * WEEK))
    assert to_date(strip.span().tot).weekday() == 6 and abs(strip.span().tot - TODAY + 5 * WEEK) <= WEEK


def test_dragging_the_middle_moves_the_window_and_a_press_beside_brings_it(strip: TimeStrip) -> None:
    middle = strip.x_of(HALF_YEAR.van + 90)
    _drag(strip, middle, middle - 10 * strip._pitch())
    assert strip.span() == HALF_YEAR.moved(-10 * WEEK)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(30, 20))
    assert strip.span().days == HALF_YEAR.days and strip.span().van < HALF_YEAR.van - 15 * WEEK


def test_pushing_the_edge_scrolls_the_weeks_along(qtbot: QtBot, strip: TimeStrip) -> None:
    before = strip.axis().view_first
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, pos=QPoint(round(strip.x_of(HALF_YEAR.van)), 20))
    QTest.mouseMove(strip, QPoint(2, 20))
    qtbot.waitUntil(lambda: strip.axis().view_first < before - 3 * WEEK, timeout=15_000)
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=QPoint(2, 20))
    assert strip.span().van < before and strip.span().tot == TODAY
    assert not strip._edge_timer.isActive()


def test_keys_move_each_end_and_with_ctrl_the_window(qtbot: QtBot, strip: TimeStrip) -> None:
    start, end = strip.start_handle, strip.end_handle
    end.setFocus()
    start.setFocus(Qt.FocusReason.TabFocusReason)
    assert start.shows_ring()
    # Half a year ago was a Saturday: the first step back is to its own Monday.
    qtbot.keyClick(start, Qt.Key.Key_Left)
    assert strip.span() == Span(monday_of(HALF_YEAR.van), TODAY)
    qtbot.keyClick(start, Qt.Key.Key_Left)
    assert strip.span().van == monday_of(HALF_YEAR.van) - WEEK
    qtbot.keyClick(start, Qt.Key.Key_PageUp)
    assert strip.span().van == monday_of(HALF_YEAR.van) + 3 * WEEK
    qtbot.keyClick(start, Qt.Key.Key_Home)
    assert strip.span().van == strip.axis().first
    assert strip.axis().view_first == strip.axis().first
    qtbot.keyClick(start, Qt.Key.Key_End)
    assert strip.span().days <= WEEK and strip.span().tot == TODAY
    qtbot.keyClick(end, Qt.Key.Key_Left)
    assert strip.span().tot >= strip.span().van
    strip.set_state(strip.axis(), HALF_YEAR)
    qtbot.keyClick(end, Qt.Key.Key_Left)
    assert to_date(strip.span().tot) == date(2026, 11, 15)
    qtbot.keyClick(end, Qt.Key.Key_Right)
    assert strip.span() == HALF_YEAR
    qtbot.keyClick(end, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert strip.span() == HALF_YEAR.moved(-WEEK)


def test_the_wheel_only_scrolls(strip: TimeStrip) -> None:
    before = strip.axis().view_first
    event = QWheelEvent(
        QPointF(100, 20), QPointF(100, 20), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(strip, event)
    assert strip.axis().view_first == before - 8 * WEEK and strip.span() == HALF_YEAR


def test_bars_in_the_window_have_another_colour(strip: TimeStrip) -> None:
    image = strip.grab().toImage()
    theme = strip._themes.theme
    colours = {
        image.pixelColor(x, round(strip._baseline()) - 3).rgb()
        for x in range(60, round(strip.x_of(HALF_YEAR.van)) - 30)
    }
    assert theme.color("line-strong").rgb() in colours and theme.color("keuze-lijn").rgb() not in colours
    inside = {image.pixelColor(x, round(strip._baseline()) - 3).rgb() for x in range(400, 500)}
    assert theme.color("keuze-lijn").rgb() in inside


def test_ends_are_named_and_large_enough(strip: TimeStrip) -> None:
    strip.start_handle.setAccessibleName("Begin")
    strip.end_handle.setAccessibleName("Einde")
    assert_touch_targets(strip)
    assert_accessible_names(strip)
