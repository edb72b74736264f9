"""Rondes with a real store: start, tick, change one's mind, stop."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boa_app.domain.melding import Melding
from boa_app.domain.ronde import Bevinding
from boa_app.ui.context import UiContext
from boa_app.ui.frame.main_frame import MainFrame
from boa_app.ui.rondes.page import RondesPage, last_visits
from boa_app.usecases.meldingen import register_melding
from boa_app.usecases.meldingen_lezen import toon_melding
from boa_app.usecases.rondes import open_ronde
from tests.ui.frames import FIVE_SIZES, framed, wait_for_layout
from tests.ui.look import assert_look, assert_one_yellow, resize_window

LEFT = Qt.MouseButton.LeftButton
Shown = tuple[MainFrame, RondesPage]


@pytest.fixture
def frame(qtbot: QtBot, ui: UiContext) -> Iterator[Shown]:
    yield from _shown(qtbot, ui)


@pytest.fixture
def each_frame(qtbot: QtBot, each_ui: UiContext) -> Iterator[Shown]:
    yield from _shown(qtbot, each_ui)


def _shown(qtbot: QtBot, ui: UiContext) -> Iterator[Shown]:
    page = RondesPage(ui)
    with framed(qtbot, ui, page) as window:
        qtbot.waitUntil(lambda: len(page.places.rows) == 5)
        yield window, page


def _start(qtbot: QtBot, frame: Shown) -> None:
    window, page = frame
    assert window.foot.corner.text() == "Ronde starten"
    qtbot.mouseClick(window.foot.corner, LEFT)
    qtbot.waitUntil(lambda: window.foot.corner.text() == "Nieuwe melding")
    assert all(tile.isEnabled() for row in page.places.rows.values() for tile in row.tiles.values())


@pytest.mark.parametrize("size", FIVE_SIZES)
def test_look(each_frame: Shown, size: tuple[int, int]) -> None:
    window, _page = each_frame
    resize_window(window, *size)
    wait_for_layout()
    assert_look(window)
    assert_one_yellow(window)


def test_without_a_ronde_nothing_can_be_ticked(frame: Shown) -> None:
    _window, page = frame
    assert not any(tile.isEnabled() for row in page.places.rows.values() for tile in row.tiles.values())
    assert page.now.start.isVisible()


def test_tick_change_and_take_back(qtbot: QtBot, ui: UiContext, frame: Shown) -> None:
    _window, page = frame
    _start(qtbot, frame)
    uid, row = next(iter(page.places.rows.items()))

    def found() -> list[Bevinding]:
        ronde = open_ronde(ui.session)
        return [] if ronde is None else [visit.bevinding for visit in ronde.bezoeken]

    for code, expected in (("RUSTIG", [Bevinding.RUSTIG]), ("OVERLAST", [Bevinding.OVERLAST]), ("OVERLAST", [])):
        qtbot.mouseClick(row.tiles[code], LEFT)
        qtbot.waitUntil(lambda e=expected: found() == e)
        chosen = [str(value) for value in expected]
        qtbot.waitUntil(lambda c=chosen: [key for key, tile in row.tiles.items() if tile.isChecked()] == c)
    ronde = open_ronde(ui.session)
    assert ronde is not None
    assert uid not in last_visits(ronde)


def test_a_melding_made_meanwhile_belongs_to_the_ronde(qtbot: QtBot, ui: UiContext, frame: Shown) -> None:
    _start(qtbot, frame)
    ronde = open_ronde(ui.session)
    done = register_melding(ui.session, Melding(ui.session.now(), 5.03, 52.02, "HANG"))
    assert ronde is not None
    assert toon_melding(ui.session, done.uid).melding.ronde == ronde.uid


def test_stop_in_one_touch_and_it_is_listed(qtbot: QtBot, ui: UiContext, frame: Shown) -> None:
    window, page = frame
    _start(qtbot, frame)
    row = next(iter(page.places.rows.values()))
    qtbot.mouseClick(row.tiles["NIEMAND"], LEFT)
    qtbot.waitUntil(row.tiles["NIEMAND"].isChecked)
    with qtbot.waitSignal(ui.notice_requested) as notice:
        qtbot.mouseClick(window.foot.action_items()[0], LEFT)
    assert notice.args[0] == "De ronde is gestopt."
    assert open_ronde(ui.session) is None
    qtbot.waitUntil(lambda: len(page.past.rows()) == 2)
    assert page.past.rows()[0].meta == "1 niemand"
    qtbot.waitUntil(lambda: window.foot.corner.text() == "Ronde starten")
