"""Areas on the real page: drawn, stored, filtered by, changed, voided and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from boa_app.domain.gebied import GebiedSoort
from boa_app.domain.roles import Actor, Rol
from boa_app.ui.context import UiContext
from boa_app.ui.kaart.page import KaartPage
from boa_app.ui.tasks import Tasks
from boa_app.usecases.gebieden import lijst_gebieden, maak_gebied
from boa_app.usecases.meldingen import maak_ongedaan
from boa_app.usecases.overzicht import load_overzicht
from tests.ui.frames import framed, wait_for_layout
from tests.ui.look import assert_look, assert_one_yellow, resize_window
from tests.ui.map.maps import click, inspect, surface

pytestmark = pytest.mark.webengine
# Around the first two meldingen of the small store.
RING = ((5.030, 52.0195), (5.0365, 52.0195), (5.0365, 52.0215), (5.030, 52.0215))


@pytest.fixture
def page(qtbot: QtBot, ui: UiContext) -> Iterator[KaartPage]:
    made = KaartPage(ui)
    with framed(qtbot, ui, made):
        qtbot.waitUntil(lambda: made.map.is_ready and made.selection.selectie is not None, timeout=20_000)
        yield made
        map_page = made.map.page
        assert map_page is not None and map_page.errors == [] and map_page.bridge.refused == 0


def _drawn(qtbot: QtBot, page: KaartPage, number: int) -> None:
    qtbot.waitUntil(lambda: len(inspect(qtbot, page.map)["pen"]["corners"]) == number, timeout=15_000)


def _make(ui: UiContext, page: KaartPage, qtbot: QtBot, naam: str = "Plein") -> str:
    done = []
    session = ui.session
    ui.run(lambda: maak_gebied(session, naam, GebiedSoort.CAMERA, [RING]), page, done.append)
    qtbot.waitUntil(lambda: any(g.naam == naam for g in page.gebieden._gebieden), timeout=15_000)
    return str(done[0].uid)


def test_from_drawing_to_filter_and_back(qtbot: QtBot, ui: UiContext, page: KaartPage) -> None:
    link = page.gebieden
    link.open_list()
    link.panel.list.new.click()
    qtbot.waitUntil(lambda: inspect(qtbot, page.map)["pen"]["mode"] == "tekenen", timeout=15_000)
    page.map.center_on(5.033, 52.0205, 16)
    # Right of the layer words and above the legend, whatever they need.
    for number, (x, y) in enumerate([(180, 230), (330, 230), (330, 320)], start=1):
        click(page.map, x, y)
        _drawn(qtbot, page, number)
    with qtbot.waitSignal(link.tools.ring_drawn, timeout=15_000):
        QTest.keyClick(surface(page.map), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    form = link.panel.form
    assert form.edge.text().startswith("Grens: 3 hoeken")
    form.naam.setText("Noordhoek")
    form.soort.set_chosen(["AANDACHT"])
    with qtbot.waitSignal(ui.notice_requested, timeout=15_000) as told:
        form.save.click()
    assert told.args[0] == "Het gebied is opgeslagen."
    qtbot.waitUntil(lambda: link.panel.view.naam.text() == "Noordhoek", timeout=15_000)
    qtbot.waitUntil(lambda: inspect(qtbot, page.map)["gebieden"] == ["Noordhoek"], timeout=15_000)
    assert not link.tools.is_drawing()
    undo = told.args[1]
    ui.run(lambda: maak_ongedaan(ui.session, undo), page)
    qtbot.waitUntil(lambda: not link._gebieden and link.panel.currentWidget() is link.panel.list, timeout=15_000)


def test_saving_makes_three_corners_round_and_two_not(qtbot: QtBot, ui: UiContext, page: KaartPage) -> None:
    link = page.gebieden
    link.open_list()
    link.panel.list.new.click()
    qtbot.waitUntil(lambda: inspect(qtbot, page.map)["pen"]["mode"] == "tekenen", timeout=15_000)
    page.map.center_on(5.033, 52.0205, 16)
    form = link.panel.form
    form.naam.setText("Noordhoek")
    form.soort.set_chosen(["AANDACHT"])
    for number, (x, y) in enumerate([(180, 230), (330, 230)], start=1):
        click(page.map, x, y)
        _drawn(qtbot, page, number)
    with qtbot.waitSignal(link.tools.ring_drawn, timeout=15_000):
        form.save.click()
    assert form.error.text().startswith("De grens is nog niet rond.") and link.tools.is_drawing()
    click(page.map, 330, 320)
    _drawn(qtbot, page, 3)
    with qtbot.waitSignal(ui.notice_requested, timeout=15_000) as told:
        form.save.click()
    assert told.args[0] == "Het gebied is opgeslagen."
    assert [len(g.ringen[0]) for g in lijst_gebieden(ui.session)] == [4]


def test_what_was_typed_is_still_there_when_the_panel_closed_while_drawing(qtbot: QtBot, page: KaartPage) -> None:
    link = page.gebieden
    link.open_list()
    link.panel.list.new.click()
    link.panel.form.naam.setText("Noordhoek")
    page.side.close_panel()
    assert link.tools.is_drawing()
    link.open_list()
    assert link.panel.currentWidget() is link.panel.form and link.panel.form.naam.text() == "Noordhoek"
    assert link.tools.is_drawing()
    link.panel.form.cancel.click()


def test_filtering_by_an_area(qtbot: QtBot, ui: UiContext, page: KaartPage) -> None:
    uid = _make(ui, page, qtbot)
    page.gebieden.open_gebied(uid)
    page.gebieden.panel.view.filter.click()
    assert page.selection.wanted.gebieden == frozenset({uid})
    assert page.selection.selectie is not None and page.selection.selectie.nrs.size == 2


def test_changing_shows_the_edge_to_the_pen_and_esc_leaves_it_as_it_was(
    qtbot: QtBot, ui: UiContext, page: KaartPage
) -> None:
    link, uid = page.gebieden, _make(ui, page, qtbot)
    link.open_gebied(uid)
    link.panel.view.change.click()
    _drawn(qtbot, page, 4)
    assert link.panel.currentWidget() is link.panel.form
    qtbot.waitUntil(lambda: inspect(qtbot, page.map)["gebieden"] == [], timeout=15_000)
    QTest.keyClick(surface(page.map), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: link.panel.currentWidget() is link.panel.view, timeout=15_000)
    qtbot.waitUntil(lambda: inspect(qtbot, page.map)["gebieden"] == ["Plein"], timeout=15_000)
    link.panel.view.change.click()
    link.panel.form.naam.setText("Pleinen")
    link.panel.form.save.click()
    qtbot.waitUntil(lambda: link.panel.view.naam.text() == "Pleinen", timeout=15_000)
    assert lijst_gebieden(ui.session)[0].ringen == ((*RING, RING[0]),)


def test_a_refusal_of_the_store_stands_in_the_form(qtbot: QtBot, ui: UiContext, page: KaartPage) -> None:
    link, uid = page.gebieden, _make(ui, page, qtbot)
    link.open_gebied(uid)
    link.panel.view.change.click()
    link.panel.form.besluit.setText("bel 06-12345678")
    link.panel.form.save.click()
    qtbot.waitUntil(lambda: "persoon" in link.panel.form.error.text(), timeout=15_000)
    assert link.tools.is_drawing()
    link.panel.form.cancel.click()
    assert not link.tools.is_drawing() and link.panel.currentWidget() is link.panel.view


def test_voiding_with_a_reason_and_taking_it_back(qtbot: QtBot, ui: UiContext, page: KaartPage) -> None:
    link, uid = page.gebieden, _make(ui, page, qtbot)
    page.filters.choose_gebieden([uid])
    assert page.selection.selectie is not None and page.selection.selectie.nrs.size == 2
    link.open_gebied(uid)
    view = link.panel.view
    view.void.click()
    view.reason.setText("vergissing")
    with qtbot.waitSignal(ui.notice_requested, timeout=15_000) as told:
        view.confirm.click()
    qtbot.waitUntil(lambda: not link._gebieden, timeout=15_000)
    assert link.panel.currentWidget() is link.panel.list and link.panel.list.empty.isVisible()
    # What is gone filters no longer.
    assert not page.selection.wanted.gebieden and page.selection.selectie.nrs.size == 4
    undo = told.args[1]
    ui.run(lambda: maak_ongedaan(ui.session, undo), page)
    qtbot.waitUntil(lambda: [g.uid for g in link._gebieden] == [uid], timeout=15_000)


def test_those_that_are_over_show_on_request_and_while_one_is_looked_at(
    qtbot: QtBot, ui: UiContext, page: KaartPage
) -> None:
    session, link, done = ui.session, page.gebieden, []
    past = date(2026, 1, 1)
    ui.run(lambda: maak_gebied(session, "Feest", GebiedSoort.EVENEMENT, [RING], geldig_tot=past), page, done.append)
    qtbot.waitUntil(lambda: len(link._gebieden) == 1, timeout=15_000)
    link.open_list()
    assert not link.panel.list.rows and link.panel.list.expired.isVisible()
    assert inspect(qtbot, page.map)["gebieden"] == []
    link.open_gebied(done[0].uid)
    qtbot.waitUntil(lambda: inspect(qtbot, page.map)["gebieden"] == ["Feest"], timeout=15_000)
    link.panel.view.back.click()
    qtbot.waitUntil(lambda: inspect(qtbot, page.map)["gebieden"] == [], timeout=15_000)
    link.panel.list.expired.click()
    qtbot.waitUntil(lambda: inspect(qtbot, page.map)["gebieden"] == ["Feest"], timeout=15_000)
    assert [row.row().tag for row in link.panel.list.rows] == ["verlopen"]


def test_touching_its_edge_on_the_map_opens_it(qtbot: QtBot, ui: UiContext, page: KaartPage) -> None:
    uid = _make(ui, page, qtbot)
    page.gebieden.open_list()
    page.map.set_layer_visible("punten", visible=False)
    page.map.center_on(RING[0][0], 52.0203, 17)
    qtbot.waitUntil(lambda: inspect(qtbot, page.map)["zoom"] == 17, timeout=15_000)
    wait_for_layout()

    def touched() -> bool:
        middle = page.map.rect().center() + QPoint(0, -20)
        click(page.map, middle.x(), middle.y())
        return page.gebieden._shown == uid

    qtbot.waitUntil(touched, timeout=15_000)


def test_in_a_small_window_one_draws_first_and_fills_in_after(qtbot: QtBot, page: KaartPage) -> None:
    resize_window(page.window(), 640, 400)
    wait_for_layout()
    link = page.gebieden
    link.open_list()
    link.panel.list.new.click()
    wait_for_layout()
    assert page.map.isVisible() and not page.side.isVisible()
    link.tools.ring_drawn.emit(RING)
    wait_for_layout()
    assert page.side.isVisible() and link.panel.currentWidget() is link.panel.form
    assert link.panel.form.edge.text().startswith("Grens: 4 hoeken")
    assert_look(page.window())
    link.panel.form.cancel.click()


@pytest.mark.parametrize("size", [(1280, 800), (1024, 768), (640, 400)])
def test_look(qtbot: QtBot, ui: UiContext, page: KaartPage, size: tuple[int, int]) -> None:
    uid = _make(ui, page, qtbot)
    resize_window(page.window(), *size)
    for act in (page.gebieden.open_list, lambda: page.gebieden.open_gebied(uid)):
        act()
        wait_for_layout()
        assert_look(page.window())
        assert_one_yellow(page.window())


def test_a_boa_reads_and_filters_but_has_no_pen(qtbot: QtBot, ui: UiContext) -> None:
    maak_gebied(ui.session, "Plein", GebiedSoort.CAMERA, [RING])
    session = replace(ui.session, actor=Actor("ander", Rol.BOA))
    tasks = Tasks()
    page = KaartPage(UiContext(session, load_overzicht(session), tasks, ui.themes, ui.maps))
    with framed(qtbot, page._ui, page):
        qtbot.waitUntil(lambda: len(page.gebieden._gebieden) == 1, timeout=15_000)
        page.gebieden.open_list()
        assert not page.gebieden.panel.list.new.isVisible()
    tasks.close()
    session = replace(ui.session, actor=Actor("ander", Rol.SCHOUWLEIDER))
    other = KaartPage(UiContext(session, load_overzicht(session), Tasks(), ui.themes, ui.maps))
    assert not hasattr(other, "gebieden") and "gebieden" not in other.map._options.layers
    other._ui.tasks.close()
    other.release()
    qtbot.addWidget(other)
