"""Vandaag with a real store: what is due, a visit in two touches, the first touch of a melding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boa_app.domain.roles import Actor, Rol
from boa_app.domain.ronde import Bevinding
from boa_app.ui.context import UiContext
from boa_app.ui.frame.main_frame import MainFrame
from boa_app.ui.vandaag.page import VandaagPage
from boa_app.usecases.concepten import bewaar_concept
from boa_app.usecases.meldingen import maak_ongedaan
from boa_app.usecases.rondes import open_ronde
from tests.ui.frames import FIVE_SIZES, framed, wait_for_layout
from tests.ui.look import assert_look, resize_window


@pytest.fixture
def frame(qtbot: QtBot, ui: UiContext) -> Iterator[tuple[MainFrame, VandaagPage]]:
    yield from _shown(qtbot, ui)


@pytest.fixture
def each_frame(qtbot: QtBot, each_ui: UiContext) -> Iterator[tuple[MainFrame, VandaagPage]]:
    yield from _shown(qtbot, each_ui)


def _shown(qtbot: QtBot, ui: UiContext) -> Iterator[tuple[MainFrame, VandaagPage]]:
    page = VandaagPage(ui)
    with framed(qtbot, ui, page) as window:
        qtbot.waitUntil(lambda: len(page.recent.rows()) == 4)
        yield window, page


def test_shows_what_is_due_and_recent(frame: tuple[MainFrame, VandaagPage]) -> None:
    window, page = frame
    names = [row.row().name for row in page.turns.row_widgets()]
    assert names[:2] == ["Schoolplein Torenlaan", "Sportpark"]
    assert [row.row().number for row in page.turns.row_widgets()] == ["1", "2", "3", "4", "5"]
    assert page.recent.rows()[0].row().name == "Stemgeluid, groep 5–9"
    assert page.title() == "Vandaag"
    assert page.context() == "vrijdag 20 november"
    assert window.foot.corner.text() == "Nieuwe melding"


@pytest.mark.parametrize("size", FIVE_SIZES)
def test_look(each_frame: tuple[MainFrame, VandaagPage], size: tuple[int, int]) -> None:
    window, _page = each_frame
    resize_window(window, *size)
    wait_for_layout()
    assert_look(window)


def test_visit_in_two_touches_after_the_ronde_started(
    qtbot: QtBot, ui: UiContext, frame: tuple[MainFrame, VandaagPage]
) -> None:
    _window, page = frame
    assert page.turns.open_turn is not None
    (start,) = page.turns.open_turn.buttons
    qtbot.mouseClick(start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.turns.open_turn is not None and len(page.turns.open_turn.buttons) == 3)
    qtbot.mouseClick(page.turns.row_widgets()[2], Qt.MouseButton.LeftButton)
    assert page.turns.open_turn is not None
    place = page.turns.open_turn.row.row().name
    with qtbot.waitSignal(ui.notice_requested) as notice:
        qtbot.mouseClick(page.turns.open_turn.buttons[1], Qt.MouseButton.LeftButton)
    ronde = open_ronde(ui.session)
    assert ronde is not None
    assert [visit.bevinding for visit in ronde.bezoeken] == [Bevinding.RUSTIG]
    qtbot.waitUntil(lambda: place not in [row.row().name for row in page.turns.row_widgets()])
    undo = notice.args[1]
    ui.run(lambda: maak_ongedaan(ui.session, undo), page)
    qtbot.waitUntil(lambda: place in [row.row().name for row in page.turns.row_widgets()])


def test_stop_in_one_touch(qtbot: QtBot, ui: UiContext, frame: tuple[MainFrame, VandaagPage]) -> None:
    window, _page = frame
    qtbot.mouseClick(window.foot.action_items()[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: open_ronde(ui.session) is not None)
    qtbot.waitUntil(lambda: window.foot.action_items()[0].accessibleName() == "Ronde stoppen")
    qtbot.mouseClick(window.foot.action_items()[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: open_ronde(ui.session) is None)


def test_quick_tile_asks_the_form_with_that_soort(qtbot: QtBot, frame: tuple[MainFrame, VandaagPage]) -> None:
    _window, page = frame
    with qtbot.waitSignal(page.melding_requested) as asked:
        qtbot.mouseClick(page.quick.tiles()[1], Qt.MouseButton.LeftButton)
    assert asked.args == ["GEL-STEM"]
    assert page.quick.tiles()[0].choice.code == "HANG"


def test_corner_asks_an_empty_form(qtbot: QtBot, frame: tuple[MainFrame, VandaagPage]) -> None:
    window, page = frame
    with qtbot.waitSignal(page.melding_requested) as asked:
        qtbot.mouseClick(window.foot.corner, Qt.MouseButton.LeftButton)
    assert asked.args == [""]


def test_a_draft_stands_open_and_opens(qtbot: QtBot, ui: UiContext, frame: tuple[MainFrame, VandaagPage]) -> None:
    _window, page = frame
    inhoud = {"soorten": ["GEL-MUZ"], "plaats": "Havenstraat", "resultaat": ""}
    ui.run(lambda: bewaar_concept(ui.session, inhoud), page)
    qtbot.waitUntil(lambda: len(page.open.rows()) == 1)
    row = page.open.rows()[0]
    assert row.row().name == "Concept van 21:42: muziek"
    assert row.row().meta == "Havenstraat, nog geen resultaat gekozen"
    with qtbot.waitSignal(page.concept_opened) as opened:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert opened.args[0].inhoud == inhoud


def test_recent_row_opens_the_melding(qtbot: QtBot, frame: tuple[MainFrame, VandaagPage]) -> None:
    _window, page = frame
    with qtbot.waitSignal(page.melding_opened) as opened:
        qtbot.mouseClick(page.recent.rows()[0], Qt.MouseButton.LeftButton)
    assert len(opened.args[0]) == 36


@pytest.mark.parametrize("rol", [Rol.BEHEERDER, Rol.PRIVACY])
def test_who_manages_sees_no_map_and_goes_on_to_beheer(qtbot: QtBot, ui: UiContext, rol: Rol) -> None:
    ui.session = replace(ui.session, actor=Actor("x", rol))
    page = VandaagPage(ui)
    with framed(qtbot, ui, page) as window:
        wait_for_layout()
        assert page.tonight.isVisible() and page.open.isVisible() and not page.map.isVisible()
        assert window.foot.corner.text() == "Beheer openen"
        with qtbot.waitSignal(page.page_requested) as caught:
            window.foot.corner.click()
        assert caught.args == ["beheer"]
        assert_look(window)
