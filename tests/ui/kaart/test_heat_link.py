"""Heat follows filter and saves on the real page, and costs nothing while nobody sees it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from boa_app.domain.roles import Actor, Rol
from boa_app.ui.context import UiContext
from boa_app.ui.kaart import time_slider
from boa_app.ui.kaart.page import KaartPage
from boa_app.ui.tasks import Tasks
from boa_app.usecases.meldingen import register_melding
from boa_app.usecases.overzicht import Filter, load_overzicht
from tests.ui.frames import framed
from tests.ui.small_store import NOW, _melding

pytestmark = pytest.mark.webengine
STEM = Filter(weken=26, soorten=frozenset({"GEL-STEM"}))


@pytest.fixture
def page(qtbot: QtBot, ui: UiContext) -> Iterator[KaartPage]:
    made = KaartPage(ui)
    with framed(qtbot, ui, made):
        qtbot.waitUntil(lambda: made.map.is_ready, timeout=20_000)
        yield made
        map_page = made.map.page
        assert map_page is not None
        assert map_page.errors == []


def _count(page: KaartPage) -> int | None:
    warmte = page.heat.layer.warmte
    return None if warmte is None else warmte.aantal


def test_it_follows_the_filter(qtbot: QtBot, page: KaartPage) -> None:
    # Of the four one is niemand aangetroffen.
    qtbot.waitUntil(lambda: _count(page) == 3, timeout=15_000)
    page.filters.set_filter(STEM)
    qtbot.waitUntil(lambda: _count(page) == 1, timeout=15_000)
    page.filters.clear()
    qtbot.waitUntil(lambda: _count(page) == 3, timeout=15_000)


def test_it_follows_a_save(qtbot: QtBot, ui: UiContext, page: KaartPage) -> None:
    qtbot.waitUntil(lambda: _count(page) == 3, timeout=15_000)
    ui.tasks.command(lambda: register_melding(ui.session, _melding(1, NOW)), lambda _: None, ui.show_error, page)
    qtbot.waitUntil(lambda: _count(page) == 4, timeout=15_000)


def test_nothing_is_made_while_the_layer_is_off(qtbot: QtBot, page: KaartPage) -> None:
    qtbot.waitUntil(lambda: _count(page) == 3, timeout=15_000)
    shown = page.heat.layer.warmte
    page.map.layer_toggled.emit("warmte", False)
    page.filters.set_filter(STEM)
    assert page.selection.wanted.soorten == STEM.soorten
    assert page.heat._task is None
    assert page.heat.layer.warmte is shown
    page.map.layer_toggled.emit("warmte", True)
    qtbot.waitUntil(lambda: _count(page) == 1, timeout=15_000)


def test_of_many_filters_in_a_row_the_last_counts(qtbot: QtBot, page: KaartPage) -> None:
    for soort in ("GEL-STEM", "AFVAL", "HANG") * 5:
        page.filters.set_filter(Filter(weken=26, soorten=frozenset({soort})))
    page.filters.set_filter(Filter(weken=26))
    qtbot.waitUntil(lambda: page.heat._task is None and _count(page) == 3, timeout=15_000)


def test_it_is_behind_until_the_map_shows_what_the_filter_leaves(qtbot: QtBot, page: KaartPage) -> None:
    qtbot.waitUntil(lambda: _count(page) == 3 and not page.heat.is_behind, timeout=15_000)
    page.filters.set_filter(STEM)
    assert page.heat.is_behind
    qtbot.waitUntil(lambda: not page.heat.is_behind, timeout=15_000)
    assert _count(page) == 1
    page.map.layer_toggled.emit("warmte", False)
    page.filters.clear()
    # Nobody waits for what nobody sees.
    assert not page.heat.is_behind


def test_each_step_of_playing_waits_for_the_heat_of_the_one_before(
    qtbot: QtBot, page: KaartPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Only the map says when: the limit is another test's.
    monkeypatch.setattr(time_slider, "HOLD_MS", 60_000)
    slider = page.time.slider
    qtbot.waitUntil(lambda: _count(page) == 3 and not page.heat.is_behind, timeout=15_000)
    told: list[bool] = []
    stepped: list[bool] = []
    slider._tell_timer.setInterval(0)
    slider._hold_timer.setInterval(1)
    slider._play_timer.setInterval(5)
    slider.strip.move_to(slider.strip.axis().shifted(slider.strip.span(), -8))
    slider.strip.span_moved.connect(lambda _: stepped.append(page.heat.is_behind))
    slider.range_changed.connect(lambda *_: told.append(page.heat.is_behind))
    slider.start()
    qtbot.waitUntil(lambda: len(stepped) >= 4, timeout=15_000)
    slider.stop()
    # Each step leaves the heat behind, and none is taken before it has come.
    assert len(told) >= 3
    assert all(told)
    assert not any(stepped[1:])


def test_who_reads_no_meldingen_has_no_heat(qtbot: QtBot, ui: UiContext) -> None:
    session = replace(ui.session, actor=Actor("vrijwilliger", Rol.SCHOUWLEIDER))
    context = UiContext(session, load_overzicht(session), Tasks(), ui.themes, ui.maps)
    page = KaartPage(context)
    with framed(qtbot, context, page):
        assert not hasattr(page, "heat")
        assert "warmte" not in page.map._options.layers
    context.tasks.close()
