"""Two meldingen side by side: one incident, or not, or later."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from boa_app.ui.context import UiContext
from boa_app.ui.sync.attention_words import AttentionWords
from boa_app.ui.sync.conflict_words import ConflictWords
from boa_app.ui.sync.pair_panel import PairPanel
from boa_app.ui.widgets.buttons import Knop
from tests.ui.frames import wait_for_layout
from tests.ui.look import assert_look, resize_window
from tests.ui.map.maps import inspect
from tests.ui.small_store import load_lists
from tests.ui.sync import beelden

WAIT = 30_000


@pytest.fixture
def panel(qtbot: QtBot, ui: UiContext) -> Iterator[PairPanel]:
    made = PairPanel(ui)
    qtbot.addWidget(made)
    words = AttentionWords(ConflictWords(load_lists(), "nl", lambda _lon, _lat: ""), "nl")
    assert made.view is None, "no pair, no map"
    made.show_pair(words.pair(beelden.PAIR, beelden.NOW))
    resize_window(made, 736, 640)
    yield made
    made.release()


def test_both_are_there_and_on_the_map(qtbot: QtBot, panel: PairPanel) -> None:
    wait_for_layout()
    assert_look(panel)
    view = panel.view
    assert view is not None
    qtbot.waitUntil(lambda: view.is_ready, timeout=WAIT)
    qtbot.waitUntil(lambda: inspect(qtbot, view)["zijden"] == [["M", False], ["H", False]], timeout=WAIT)


def test_the_answers_name_both(qtbot: QtBot, panel: PairPanel) -> None:
    with qtbot.waitSignal(panel.joined) as joined:
        panel.join.click()
    with qtbot.waitSignal(panel.parted) as parted:
        panel.part.click()
    assert joined.args == parted.args == ["a", "b"]


def test_either_can_be_read(qtbot: QtBot, panel: PairPanel) -> None:
    read = [knop for knop in panel.findChildren(Knop) if knop.text() == "Melding lezen"]
    with qtbot.waitSignal(panel.melding_opened) as opened:
        read[1].click()
    assert opened.args == ["b"]
