"""Kaart en lijst with a real store and a real map: one filter, both sides, one chosen melding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boa_app.domain.melding import Melding
from boa_app.domain.roles import Actor, Rol
from boa_app.store import audit
from boa_app.ui.context import UiContext
from boa_app.ui.frame.main_frame import MainFrame
from boa_app.ui.kaart.page import KaartPage
from boa_app.ui.tasks import Tasks
from boa_app.usecases.meldingen import register_melding
from boa_app.usecases.overzicht import load_overzicht
from tests.ui.frames import FIVE_SIZES, framed, wait_for_layout
from tests.ui.look import assert_look, assert_one_yellow, resize_window
from tests.ui.map.maps import click, inspect
from tests.ui.small_store import NOW, _melding

pytestmark = pytest.mark.webengine
Framed = tuple[MainFrame, KaartPage]


@pytest.fixture
def frame(qtbot: QtBot, ui: UiContext) -> Iterator[Framed]:
    yield from _shown(qtbot, ui)


@pytest.fixture
def each_frame(qtbot: QtBot, each_ui: UiContext) -> Iterator[Framed]:
    yield from _shown(qtbot, each_ui)


def _shown(qtbot: QtBot, ui: UiContext) -> Iterator[Framed]:
    page = KaartPage(ui)
    with framed(qtbot, ui, page) as window:
        qtbot.waitUntil(lambda: page.map.is_ready, timeout=20_000)
        map_page = page.map.page
        assert map_page is not None
        yield window, page
        assert map_page.errors == [] and map_page.bridge.refused == 0


def _names(page: KaartPage) -> list[str]:
    return [page.model.row_data(row).name for row in range(page.model.row_count()) if page.model.nr_at(row)]


def _drawn(qtbot: QtBot, page: KaartPage) -> int:
    return sum(disc[2] for disc in inspect(qtbot, page.map)["discs"])


def test_the_same_meldingen_on_both_sides(qtbot: QtBot, frame: Framed) -> None:
    window, page = frame
    wanted = ["Stemgeluid, groep 5–9", "Rondhangen, groep 5–9", "Zwerfafval, groep 5–9", "Niemand aangetroffen"]
    qtbot.waitUntil(lambda: _names(page) == wanted)
    assert page.list.meldingen.text() == "4 meldingen,"
    qtbot.waitUntil(lambda: _drawn(qtbot, page) == 4)
    assert page.filters.periode.value_text() == "Laatste 26 weken"
    assert window.foot.corner.text() == "Nieuwe melding"


def test_a_filter_holds_for_both_sides_and_is_taken_away(qtbot: QtBot, frame: Framed) -> None:
    _window, page = frame
    qtbot.waitUntil(lambda: _drawn(qtbot, page) == 4)
    row = next(row for row in page.filters.soort.choice_list().rows() if row.code == "HANG")
    row.click()
    assert page.list.meldingen.text() == "1 melding,"
    qtbot.waitUntil(lambda: _drawn(qtbot, page) == 1)
    page.filters.dagdeel.set_chosen(("OCHTEND",))
    page.selection.show()
    assert page.list.empty.isVisible()
    page.list.empty.button.click()
    assert page.list.meldingen.text() == "4 meldingen,"
    qtbot.waitUntil(lambda: _drawn(qtbot, page) == 4)


def test_choosing_in_the_list_rings_it_on_the_map(qtbot: QtBot, frame: Framed) -> None:
    _window, page = frame
    qtbot.waitUntil(lambda: len(_names(page)) == 4 and "Wordt gelezen …" not in _names(page))
    page.map.center_on(4.0, 51.0, 12)
    row = page.model.row_of(int(page.selection.selectie.nrs[1]))
    place = page.list.rows.visualRect(page.model.index(row)).center()
    qtbot.mouseClick(page.list.rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    nr = page.model.nr_at(row)
    qtbot.waitUntil(lambda: inspect(qtbot, page.map)["selected"] == nr)
    # It was far outside the map, so the map went there.
    qtbot.waitUntil(lambda: abs(inspect(qtbot, page.map)["lon"] - 5.035) < 0.01)


def test_touching_a_point_chooses_it_in_the_list_and_the_keyboard_opens_it(qtbot: QtBot, frame: Framed) -> None:
    _window, page = frame
    qtbot.waitUntil(lambda: _drawn(qtbot, page) == 4 and "Wordt gelezen …" not in _names(page))
    nr = int(page.selection.selectie.nrs[2])
    page.map.center_on(float(page.selection.selectie.lon[2]), float(page.selection.selectie.lat[2]), 17)
    qtbot.waitUntil(lambda: inspect(qtbot, page.map)["zoom"] == 17)
    middle = page.map.rect().center()
    click(page.map, middle.x(), middle.y())
    qtbot.waitUntil(lambda: page.list.rows.chosen_row() == page.model.row_of(nr))
    qtbot.waitUntil(lambda: inspect(qtbot, page.map)["selected"] == nr)
    page.list.rows.setFocus()
    with qtbot.waitSignal(page.melding_opened) as opened:
        qtbot.keyClick(page.list.rows, Qt.Key.Key_Return)
    known = page.model.known(nr)
    assert known is not None and opened.args == [known.uid]


def test_arrow_keys_walk_through_the_list_and_the_map_follows(qtbot: QtBot, frame: Framed) -> None:
    _window, page = frame
    qtbot.waitUntil(lambda: "Wordt gelezen …" not in _names(page))
    page.list.rows.setFocus()
    page.list.rows.setCurrentIndex(page.model.index(1))
    first = page.model.nr_at(1)
    qtbot.waitUntil(lambda: inspect(qtbot, page.map)["selected"] == first)
    qtbot.keyClick(page.list.rows, Qt.Key.Key_Down)
    qtbot.keyClick(page.list.rows, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: inspect(qtbot, page.map)["selected"] not in (None, first))


def test_a_new_melding_appears_and_is_chosen(qtbot: QtBot, ui: UiContext, frame: Framed) -> None:
    _window, page = frame
    qtbot.waitUntil(lambda: _drawn(qtbot, page) == 4, timeout=15_000)
    made = replace(_melding(0, NOW), gebeurd_van=NOW, plaats="Plein")
    ui.run(lambda: register_melding(ui.session, made), page)
    qtbot.waitUntil(lambda: page.list.meldingen.text() == "5 meldingen,", timeout=15_000)
    qtbot.waitUntil(lambda: _drawn(qtbot, page) == 5, timeout=15_000)
    newest = int(page.selection.selectie.nrs[0])
    qtbot.waitUntil(lambda: inspect(qtbot, page.map)["selected"] == newest, timeout=15_000)
    assert page.list.rows.chosen_row() == page.model.row_of(newest)


def test_a_change_while_away_is_taken_in_on_return(qtbot: QtBot, ui: UiContext, frame: Framed) -> None:
    window, page = frame
    other = KaartPage.__mro__[1]()
    window.add_page("elders", "list", "Elders", other)
    window.show_page("elders")
    ui.run(lambda: register_melding(ui.session, Melding(ui.session.now(), 5.04, 52.02, "GEEN")), page)
    qtbot.waitUntil(lambda: ui.overzicht.count() == 5)
    qtbot.waitUntil(lambda: not ui.tasks.is_busy)
    window.show_page("pagina")
    assert page.list.meldingen.text() == "5 meldingen,"


def test_a_filter_that_stands_is_logged_once(qtbot: QtBot, ui: UiContext, frame: Framed) -> None:
    _window, page = frame

    def logged() -> list[str]:
        with ui.session.store.read() as reader:
            return [str(line["reden_tekst"]) for line in audit.lines(reader) if line["actie"] == "COMBINEREN"]

    page.selection.log_timer.setInterval(50)
    page.selection.watch()
    qtbot.waitUntil(lambda: len(logged()) == 1)
    page.selection.watch()
    assert not page.selection.log_timer.isActive()
    page.filters.soort.set_chosen(("HANG",))
    page.filters.filter_changed.emit()
    qtbot.waitUntil(lambda: len(logged()) == 2)
    assert "soorten=HANG" in logged()[1] and "aantal=1" in logged()[1]


@pytest.mark.parametrize("size", FIVE_SIZES)
def test_look(qtbot: QtBot, each_frame: Framed, size: tuple[int, int]) -> None:
    window, page = each_frame
    resize_window(window, *size)
    wait_for_layout()
    assert_look(window)
    assert_one_yellow(window)
    if size == (640, 400):
        assert page.list.isVisible() and not page.map.isVisible()
        other_side = page.top_actions()[-1]
        assert other_side.name == "Kaart"
        other_side.on_trigger()
        wait_for_layout()
        assert page.map.isVisible() and not page.list.isVisible()
        assert_look(window)


def test_nobody_without_the_right_gets_a_list(qtbot: QtBot, ui: UiContext) -> None:
    session = replace(ui.session, actor=Actor("ander", Rol.SCHOUWLEIDER))
    tasks = Tasks()
    page = KaartPage(UiContext(session, load_overzicht(session), tasks, ui.themes, ui.maps))
    with framed(qtbot, page._ui, page):
        qtbot.waitUntil(lambda: page.map.is_ready, timeout=20_000)
        assert not page.list.isVisible() and not page.filters.isVisible()
        assert "punten" not in page.map._options.layers
        assert page.selection.selectie is not None and page.selection.selectie.nrs.size == 0
    tasks.close()


def test_without_a_kaartpakket_list_and_points_still_work(qtbot: QtBot, ui: UiContext) -> None:
    session = replace(ui.session, kaart=None)
    tasks = Tasks()
    page = KaartPage(UiContext(session, load_overzicht(session), tasks, ui.themes, ui.maps))
    with framed(qtbot, page._ui, page):
        qtbot.waitUntil(lambda: page.map.is_ready, timeout=20_000)
        qtbot.waitUntil(lambda: _drawn(qtbot, page) == 4)
        assert page.list.meldingen.text() == "4 meldingen,"
        assert page.filters.buurt not in page.filters.chips()
    tasks.close()
