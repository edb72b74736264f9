"""A pile on the map opens as a list: within the filter, with a cross that brings the rest back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from boa_app.domain.melding import Melding
from boa_app.ui.context import UiContext
from boa_app.ui.frame.main_frame import MainFrame
from boa_app.ui.kaart.page import KaartPage
from boa_app.usecases.meldingen import register_melding
from boa_app.usecases.overzicht import load_overzicht
from tests.ui.frames import framed, wait_for_layout
from tests.ui.look import assert_look, resize_window
from tests.ui.map.maps import click, evaluate, inspect
from tests.ui.small_store import NOW

pytestmark = pytest.mark.webengine
BENCH = (5.0312, 52.0155)
Framed = tuple[MainFrame, KaartPage]


@pytest.fixture
def frame(qtbot: QtBot, ui: UiContext) -> Iterator[Framed]:
    for _ in range(3):
        register_melding(ui.session, Melding(NOW, *BENCH, "HANG"))
    fresh = load_overzicht(ui.session)
    ui.overzicht.stand = fresh.stand
    page = KaartPage(ui)
    with framed(qtbot, ui, page) as window:
        qtbot.waitUntil(lambda: page.map.is_ready, timeout=20_000)
        yield window, page


def _touch_pile(qtbot: QtBot, page: KaartPage) -> None:
    # A map that was hidden gets its size in its own time, and with it another middle.
    size = [page.map.width(), page.map.height()]
    qtbot.waitUntil(lambda: evaluate(qtbot, page.map, "[innerWidth, innerHeight]") == size, timeout=15_000)
    # A hundred pixels to the right of the middle: on a small map a legend lies there.
    page.map.center_on(BENCH[0] - 100 * 360 / (256 * 2**18), BENCH[1], 18)
    qtbot.waitUntil(lambda: [disc[2] for disc in inspect(qtbot, page.map)["discs"]] == [3], timeout=15_000)
    with qtbot.waitSignal(page.map.pile_selected, timeout=15_000):
        ((x, y, _count),) = inspect(qtbot, page.map)["discs"]
        click(page.map, x, y)


def test_a_pile_stands_alone_in_the_list(qtbot: QtBot, frame: Framed) -> None:
    window, page = frame
    qtbot.waitUntil(lambda: page.selection.selectie is not None and page.selection.selectie.nrs.size == 7)
    _touch_pile(qtbot, page)
    selectie = page.selection.selectie
    assert selectie is not None
    qtbot.waitUntil(lambda: page.model.row_count() == 4)  # with the heading of the day
    assert page.selection.wanted.weken == 26, "the rest of the filter stays"
    assert page.chosen.nr == int(page.model.nrs()[0])
    wait_for_layout()
    assert_look(window)
    page.filters.clear()
    qtbot.waitUntil(lambda: page.selection.wanted.nrs is None)


def test_on_a_small_window_the_list_comes_in_front(qtbot: QtBot, frame: Framed) -> None:
    window, page = frame
    resize_window(window, 640, 400)
    wait_for_layout()
    page.show_list()
    assert page.list.isVisible(), "it was there already"
    page._on_other_side()
    wait_for_layout()
    assert page.map.isVisible() and not page.list.isVisible()
    _touch_pile(qtbot, page)
    qtbot.waitUntil(lambda: page.list.isVisible() and not page.map.isVisible())
