"""What the list and detail do that the page does not show by itself."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from boa_app.ui.context import UiContext
from boa_app.ui.kaartpakket.page import KaartpakkettenPage
from boa_app.usecases.kaartpakketbouw import Onderbroken, Wens
from tests.ui.kaartpakket.conftest import WAIT_MS, facts, knops


def test_what_was_stopped_can_go_on_or_go(qtbot: QtBot, page: KaartpakkettenPage, ui: UiContext, borders: Path) -> None:
    half = Onderbroken("x", Wens(naam="Centrum", buurten=borders), ("grenzen",), "2026-11-20T12:00:00Z")
    page.work.list_read.emit((), (half,))
    assert page.part.panel.ids() == ("half:x",)
    assert "Grenzen en buurten" in facts(page)["Dit kaartpakket is nog niet af"]
    assert set(knops(page)) == {"Verder gaan", "Weggooien"}
    with qtbot.waitSignal(page.work.made, timeout=WAIT_MS):
        knops(page)["Verder gaan"].click()
        assert page.part.busy_reason() != ""
    assert page.part.busy_reason() == ""


def test_while_one_is_made_another_cannot_begin_nor_come_into_use(
    qtbot: QtBot, page: KaartpakkettenPage, ui: UiContext, borders: Path
) -> None:
    with qtbot.waitSignal(page.work.made, timeout=WAIT_MS):
        page.work.make(Wens(naam="Centrum", buurten=borders))
        page.part.panel.chosen.emit(page.part.panel.ids()[0])
        assert page.part.corner().title == "Bezig met maken"
        with qtbot.waitSignal(ui.notice_requested):
            page.part._use("wat dan ook")  # type: ignore[attr-defined]


def test_an_empty_list_says_what_a_kaartpakket_is_for(page: KaartpakkettenPage) -> None:
    page.work.list_read.emit((), ())
    assert page.part.panel.empty.isVisible()
