"""Count, list, or what to do when it is empty."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from boa_app.ui.kaart.list_panel import ListPanel, Ways
from boa_app.ui.theme import ThemeManager
from boa_app.ui.widgets.row import RowData
from boa_app.ui.widgets.row_list import PlainRowModel


@pytest.fixture
def pressed() -> list[str]:
    return []


@pytest.fixture
def panel(qtbot: QtBot, themes: ThemeManager, pressed: list[str]) -> ListPanel:
    ways = Ways(lambda: pressed.append("wissen"), lambda: pressed.append("nieuw"))
    made = ListPanel(themes, PlainRowModel([RowData(name="a")]), ways, "nl")
    qtbot.addWidget(made)
    made.resize(400, 500)
    made.show()
    return made


def test_counts_have_both_words(panel: ListPanel) -> None:
    panel.show_count(1240, 1104, is_filtered=True)
    assert (panel.meldingen.text(), panel.incidenten.text()) == ("1.240 meldingen,", "1.104 incidenten")
    panel.show_count(1, 1, is_filtered=False)
    assert (panel.meldingen.text(), panel.incidenten.text()) == ("1 melding,", "1 incident")
    assert panel.rows.isVisible()


def test_empty_because_of_the_filters(panel: ListPanel, pressed: list[str]) -> None:
    panel.show_count(0, 0, is_filtered=True)
    assert panel.empty.isVisible() and panel.meldingen.text() == "0 meldingen"
    panel.empty.button.click()
    assert pressed == ["wissen"]


def test_empty_because_there_is_nothing_yet(panel: ListPanel, pressed: list[str]) -> None:
    panel.show_count(0, 0, is_filtered=False)
    assert "Nog geen meldingen" in panel.empty.accessibleName()
    panel.empty.button.click()
    assert pressed == ["nieuw"]


def test_reading_tells_how_far_it_is(panel: ListPanel) -> None:
    panel.show_loading()
    assert (panel.meldingen.text(), panel.incidenten.text()) == ("Meldingen worden gelezen", "")
    panel.show_loading(400_000, 1_000_000)
    assert panel.incidenten.text() == "400.000 van 1.000.000"
