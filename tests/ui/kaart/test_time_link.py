"""Slider and filter in step, on the real page with a real store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boa_app.domain.moments import evening_date
from boa_app.ui.context import UiContext
from boa_app.ui.kaart.page import KaartPage
from tests.ui.frames import framed, wait_for_layout
from tests.ui.look import resize_window
from tests.ui.small_store import NOW

pytestmark = pytest.mark.webengine
TODAY = evening_date(NOW)


@pytest.fixture
def page(qtbot: QtBot, ui: UiContext) -> Iterator[KaartPage]:
    made = KaartPage(ui)
    with framed(qtbot, ui, made):
        qtbot.waitUntil(lambda: made.selection.selectie is not None, timeout=15_000)
        yield made


def test_the_slider_shows_the_period_and_the_weeks(page: KaartPage) -> None:
    slider = page.time.slider
    assert slider.range() == (TODAY - timedelta(days=181), TODAY) and slider.length.text() == "26 weken"
    assert int(slider.strip.axis().counts.sum()) == 4
    page.filters.set_period(date(2026, 3, 2), date(2026, 3, 29))
    assert slider.range() == (date(2026, 3, 2), date(2026, 3, 29)) and slider.length.text() == "4 weken"
    page.filters.clear()
    assert slider.range()[1] == TODAY and slider.strip.span() == slider.strip.axis().whole()


def test_moving_it_is_a_filter_for_both_sides(qtbot: QtBot, page: KaartPage) -> None:
    slider = page.time.slider
    with qtbot.waitSignal(slider.range_settled, timeout=15_000):
        qtbot.keyClick(slider.strip.end_handle, Qt.Key.Key_PageDown)
    last = slider.range()[1]
    assert last < TODAY - timedelta(days=20)
    wanted = page.filters.wanted(TODAY)
    assert (wanted.van, wanted.tot, wanted.weken) == (TODAY - timedelta(days=181), last, None)
    assert page.selection.selectie is not None and page.selection.selectie.nrs.size == 0
    assert page.filters.is_active()
    # The bars are of all weeks still.
    assert int(slider.strip.axis().counts.sum()) == 4


def test_what_the_slider_said_itself_never_pulls_it_back(page: KaartPage) -> None:
    slider = page.time.slider
    first = slider.strip.span()
    slider.strip.move_to(slider.strip.axis().shifted(first, -2))
    slider._tell()
    slider.strip.move_to(slider.strip.axis().shifted(first, -3))
    page.selection.show()
    assert slider.strip.span() == first.moved(-21)


def test_another_filter_counts_the_weeks_anew(page: KaartPage) -> None:
    page.filters.parts.soort.set_chosen(("HANG",))
    page.filters.filter_changed.emit()
    assert int(page.time.slider.strip.axis().counts.sum()) == 1


def test_in_a_small_window_two_buttons_and_words_remain(qtbot: QtBot, page: KaartPage) -> None:
    resize_window(page.window(), 640, 400)
    wait_for_layout()
    (other_side,) = [action for action in page.top_actions() if action.icon == "map"]
    other_side.on_trigger()
    wait_for_layout()
    slider = page.time.slider
    assert slider.earlier.isVisible() and not slider.strip.isVisible()
    qtbot.mouseClick(slider.earlier, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.filters.wanted(TODAY).tot == TODAY - timedelta(days=7), timeout=15_000)


def test_tab_walks_from_play_over_both_ends(qtbot: QtBot, page: KaartPage) -> None:
    slider = page.time.slider
    qtbot.waitActive(page.window())
    slider.play.setFocus()
    for stop in (slider.strip.start_handle, slider.strip.end_handle):
        focused = page.window().focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        assert page.window().focusWidget() is stop
        assert stop.shows_ring()
