"""The one chosen melding."""

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


def test_choosing_and_letting_go(qtbot: QtBot, page: KaartPage) -> None:
    heard: list[int] = []
    page.chosen.chosen_changed.connect(heard.append)
    nr = int(page.selection.selectie.nrs[1])
    page.chosen.choose(nr)
    assert page.list.rows.chosen_row() == page.model.row_of(nr)
    page.chosen.choose(None)
    assert page.list.rows.chosen_row() == -1 and heard == [nr, -1]


def test_a_melding_one_wants_is_chosen_when_the_list_holds_it(qtbot: QtBot, page: KaartPage) -> None:
    known: list[str] = []
    nr = int(page.selection.selectie.nrs[2])
    page.chosen.with_row(nr, lambda rij: known.append(rij.uid))
    qtbot.waitUntil(lambda: bool(known), timeout=15_000)
    page.chosen.want(known[0])
    qtbot.waitUntil(lambda: page.chosen.nr == nr, timeout=15_000)
