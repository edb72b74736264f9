"""Positions of the preview on a real map: all in sight, hollow when not added, one ringed."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from boa_app.ui.context import UiContext
from boa_app.ui.importeren.position_map import PositionMap
from boa_app.ui.importeren.words import ImportWords
from tests.ui.importeren.plans import table
from tests.ui.look import assert_look

WAIT = 30_000


@pytest.fixture
def panel(qtbot: QtBot, ui: UiContext) -> Iterator[PositionMap]:
    made = PositionMap(ui, ImportWords("nl"))
    qtbot.addWidget(made)
    made.resize(700, 240)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.release()


def _state(qtbot: QtBot, panel: PositionMap) -> dict[str, object]:
    found: list[str] = []
    panel.view.inspect(found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=WAIT)
    state = json.loads(found[0])
    assert isinstance(state, dict)
    return state


def test_rows_with_a_position_are_on_the_map(qtbot: QtBot, panel: PositionMap) -> None:
    panel.load_layers()
    with qtbot.waitSignal(panel.view.map_painted, timeout=WAIT, check_params_cb=lambda what: what == "punten"):
        panel.set_file(table())
    assert panel.view.accessibleName() == "Kaart met 4 rijen uit het voorbeeld"
    assert_look(panel)
    assert _state(qtbot, panel)


def test_a_row_without_a_position_takes_the_ring_away(qtbot: QtBot, panel: PositionMap) -> None:
    panel.set_file(table())
    told: list[tuple[object, ...]] = []
    panel.view.tell = lambda *args, **_kw: told.append(args)  # type: ignore[method-assign]
    panel.choose(2)
    panel.choose(6)
    assert told[0][:3] == ("set_selected", 2, "Rij 2")
    assert told[-1][:2] == ("set_selected", None)


def test_no_file_is_no_error(panel: PositionMap) -> None:
    panel.set_file(None)
    assert panel.view.accessibleName() == "Kaart met 0 rijen uit het voorbeeld"
