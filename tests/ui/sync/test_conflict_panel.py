"""The conflictenmand: one record, nothing chosen for the user, and only what was chosen is laid down."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from boa_app.ui.context import UiContext
from boa_app.ui.sync.conflict_panel import ConflictPanel
from boa_app.ui.sync.conflict_parts import ConflictBeeld
from boa_app.ui.sync.conflict_words import ConflictWords
from boa_app.usecases.conflicten import ConflictKaart
from tests.ui.frames import wait_for_layout
from tests.ui.look import assert_look, resize_window
from tests.ui.small_store import load_lists
from tests.ui.sync import beelden


def _beeld(kaart: ConflictKaart) -> ConflictBeeld:
    words = ConflictWords(load_lists(), "nl", lambda lon, lat: beelden.STREETS.get((lon, lat), ""))
    return words.conflict(kaart, beelden.NOW)


@pytest.fixture
def panel(qtbot: QtBot, ui: UiContext) -> Iterator[ConflictPanel]:
    made = ConflictPanel(ui)
    qtbot.addWidget(made)
    resize_window(made, 736, 640)
    yield made
    made.release()


def test_an_empty_basket_says_what_it_is_for(panel: ConflictPanel) -> None:
    assert panel.beeld is None
    assert panel.none.isVisible()
    assert not panel.decide.isVisible()
    assert_look(panel)


def test_only_what_was_chosen_is_laid_down(qtbot: QtBot, panel: ConflictPanel) -> None:
    panel.show_conflict(_beeld(beelden.FIRST), 1, 2)
    wait_for_layout()
    assert_look(panel)
    assert not panel.decide.isEnabled()
    assert panel.decide.text() == "Vastleggen, 0 van 3"
    assert panel.place.isVisible()
    panel.groups()["u:ernst"].tiles[0].click()
    panel.groups()["u:positie"].tiles[1].click()
    assert panel.decide.text() == "Vastleggen, 2 van 3"
    with qtbot.waitSignal(panel.decided) as decided:
        panel.decide.click()
    assert decided.args == [{"u:ernst": "m-u-ernst", "u:positie": "h-u-positie"}]


def test_a_touch_on_the_map_chooses_in_its_tiles(panel: ConflictPanel) -> None:
    panel.show_conflict(_beeld(beelden.FIRST), 1, 1)
    assert not panel.place.isVisible(), "1 van 1 tells nothing"
    panel.map.sides.side_chosen.emit("h-u-positie")
    assert panel.groups()["u:positie"].chosen() == "h-u-positie"
    assert panel.chosen() == {"u:positie": "h-u-positie"}
    assert not panel.next.isVisible(), "there is no other one"


def test_another_record_begins_without_a_choice(panel: ConflictPanel) -> None:
    panel.show_conflict(_beeld(beelden.FIRST), 1, 2)
    panel.choose("u:ernst", "m-u-ernst")
    panel.show_conflict(_beeld(beelden.SECOND), 2, 2)
    assert panel.chosen() == {}
    assert set(panel.groups()) == {"v:feiten", "v:maatregelen"}
    assert panel.map.isHidden()
    panel.show_conflict(_beeld(beelden.FIRST), 1, 2)
    assert panel.map.isVisible(), "the map is used again"


def test_the_whole_text_is_in_sight_where_the_page_scrolls(panel: ConflictPanel) -> None:
    panel.set_arrangement(narrow=True, full_height=True)
    panel.show_conflict(_beeld(beelden.SECOND), 1, 1)
    wait_for_layout()
    resize_window(panel, 560, 1200)
    assert_look(panel)
    for group in panel.groups().values():
        for tile in group.tiles:
            assert tile.height() >= tile.heightForWidth(tile.width())
