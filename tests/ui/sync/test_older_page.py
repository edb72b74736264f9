"""Older meldingen: asked with a reason, shown, and forgotten when the page is left."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from boa_app.ui.context import UiContext
from boa_app.ui.frame.main_frame import MainFrame
from boa_app.ui.sync.older_page import OlderCard, OuderPage, OuderVraag
from boa_app.ui.theme import ThemeManager
from boa_app.usecases.ouder import OudeMelding
from tests.apparaten import Opstelling
from tests.ui.frames import FIVE_SIZES, framed, wait_for_layout
from tests.ui.look import assert_look, assert_one_yellow, resize_window
from tests.ui.sync.conftest import Window

WAIT = 30_000
OLD = tuple(
    OudeMelding(f"u{n}", datetime(2026, 3, 1 + n, 20, tzinfo=UTC),
                {"soort": "HANG", "ernst": "2", "plaats": "Plein", "feiten": "Groep bij de bank. " * n}, True)
    for n in range(8)
)  # fmt: skip


@pytest.fixture
def shown(qtbot: QtBot, each_ui: UiContext) -> Iterator[tuple[MainFrame, OuderPage]]:
    page = OuderPage(each_ui)
    with framed(qtbot, each_ui, page) as frame:
        yield frame, page


def test_it_fits_in_every_window(shown: tuple[MainFrame, OuderPage]) -> None:
    frame, page = shown
    for found in ((), OLD):
        if found:
            page._on_found(found)
        for size in FIVE_SIZES:
            resize_window(frame, *size)
            wait_for_layout()
            assert_look(page)
    page.card.set_has_centre(has_centre=True)
    page.card.van.setText("1-3-2026")
    page.card.reasons[0].click()
    wait_for_layout()
    assert_one_yellow(frame)


def test_without_a_centre_there_is_nobody_to_ask(shown: tuple[MainFrame, OuderPage]) -> None:
    _frame, page = shown
    corner = page.foot().corner
    assert corner is not None
    assert corner.reason == "Alleen met een centrale"


def test_the_question(qtbot: QtBot, themes: ThemeManager) -> None:
    card = OlderCard(themes, "nl")
    qtbot.addWidget(card)
    card.set_has_centre(has_centre=True)
    assert card.step().reason == "Vul eerst de dagen in"
    card.van.setText("1-3-2026")
    assert card.step().reason == "Vul eerst de reden in"
    card.reasons[0].click()
    with qtbot.waitSignal(card.asked) as asked:
        QTest.keyClick(card.reden, Qt.Key.Key_Return)
    assert asked.args == [OuderVraag(date(2026, 3, 1), date(2026, 3, 1), "Dossier")]
    card.tot.setText("1-2-2026")
    with qtbot.waitSignal(card.asked) as asked:
        card.ask()
    assert (asked.args[0].van, asked.args[0].tot) == (date(2026, 2, 1), date(2026, 3, 1)), "the first day comes first"
    card.tot.setText("gisteren")
    with qtbot.assertNotEmitted(card.asked):
        card.ask()
    assert card.problem == "Dit is geen datum."


def test_what_is_too_old_for_the_device_is_read_and_forgotten(qtbot: QtBot, window: Window, veld: Opstelling) -> None:
    boa = veld.apparaat()
    boa.meld(feiten="Groep bij de bank.", ernst="2")
    boa.sync()
    veld.clock.forward(days=100)
    ui = window(boa.session)
    with qtbot.waitSignal(ui.sync.stand_changed, timeout=WAIT):
        ui.sync.start()
    page = OuderPage(ui)
    qtbot.addWidget(page)
    page.resize(1188, 672)
    page.show()
    page.page_shown()
    page.card.van.setText("19-11-2026")
    page.card.tot.setText("21-11-2026")
    page.card.reden.setText("vraag van de raad")
    corner = page.foot().corner
    assert corner is not None
    assert not corner.reason
    corner.on_trigger()
    qtbot.waitUntil(lambda: page.model.row_count() == 1, timeout=WAIT)
    row = page.model.row_data(0)
    assert (row.name, row.bars) == ("Stemgeluid", 2)
    assert row.meta.startswith("20-11-2026 21:42")
    page.card.tot.setText("19-11-2026")
    page.card.ask()
    qtbot.waitUntil(lambda: page.none.isVisible() and page.model.row_count() == 0, timeout=WAIT)
    assert page.none.accessibleName().startswith("Niets gevonden")
    page.page_hidden()
    assert page.none.accessibleName().startswith("Nog niets opgevraagd")
