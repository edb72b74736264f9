"""Selecting and logging apart from the page: who follows the filter hears each new selection once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from boa_app.ui.context import UiContext
from boa_app.ui.kaart.page import KaartPage
from tests.ui.frames import framed

pytestmark = pytest.mark.webengine


@pytest.fixture
def page(qtbot: QtBot, ui: UiContext) -> Iterator[KaartPage]:
    made = KaartPage(ui)
    with framed(qtbot, ui, made):
        yield made


def test_every_new_selection_is_told_once(page: KaartPage) -> None:
    told: list[int] = []
    page.selection.selection_shown.connect(lambda: told.append(int(page.selection.selectie.nrs.size)))
    page.filters.soort.set_chosen(("HANG",))
    page.filters.filter_changed.emit()
    page.filters.clear()
    assert told == [1, 4]


def test_the_place_of_a_melding_only_while_the_filter_leaves_it(page: KaartPage) -> None:
    selectie = page.selection.selectie
    assert selectie is not None
    nr = int(selectie.nrs[0])
    place = page.selection.position(nr)
    assert place is not None and place[0] == pytest.approx(5.032) and place[1] == pytest.approx(52.02)
    page.filters.soort.set_chosen(("HANG",))
    page.filters.filter_changed.emit()
    assert page.selection.position(nr) is None
