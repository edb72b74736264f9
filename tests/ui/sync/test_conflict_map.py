"""The map of a conflict: both places on it, chosen by touch or tile, and no higher than it must be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from boa_app.ui.context import UiContext
from boa_app.ui.map.zijden import Zijde
from boa_app.ui.sync.conflict_map import ConflictMap
from boa_app.ui.sync.side_tile import Side
from boa_app.ui.theme import px
from tests.ui.look import assert_look
from tests.ui.map.maps import inspect

SIDES = (Side("m", "Voorstraat", "Mijn", own=True, letter="M"), Side("h", "Plein", "Hun", letter="H"))
PLACES = (
    Zijde("m", "M", "Mijn: Voorstraat", 5.0402, 52.0194, eigen=True),
    Zijde("h", "H", "Hun: Plein", 5.0405, 52.0195, eigen=False),
)
WAIT = 30_000


@pytest.fixture
def shown(qtbot: QtBot, ui: UiContext) -> Iterator[ConflictMap]:
    made = ConflictMap(ui)
    qtbot.addWidget(made)
    made.resize(590, 340)
    made.show()
    made.show_sides("Plaats", SIDES, PLACES)
    qtbot.waitUntil(lambda: made.view.is_ready, timeout=WAIT)
    yield made
    made.release()


def _signs(qtbot: QtBot, shown: ConflictMap) -> list[list[object]]:
    return list(inspect(qtbot, shown.view)["zijden"])


def test_both_are_on_the_map_and_a_choice_is_marked(qtbot: QtBot, shown: ConflictMap) -> None:
    qtbot.waitUntil(lambda: _signs(qtbot, shown) == [["M", False], ["H", False]], timeout=WAIT)
    assert_look(shown)
    assert shown.group is not None
    with qtbot.waitSignal(shown.side_chosen) as chosen:
        shown.group.tiles[1].click()
    assert chosen.args == ["h"]
    qtbot.waitUntil(lambda: _signs(qtbot, shown) == [["M", False], ["H", True]], timeout=WAIT)


def test_who_may_not_choose_cannot_on_the_map_either(qtbot: QtBot, shown: ConflictMap) -> None:
    assert shown.group is not None
    shown.group.set_open(is_open=False)
    with qtbot.assertNotEmitted(shown.side_chosen):
        shown.sides.side_chosen.emit("h")
    assert shown.group.chosen() == ""


def test_other_places_take_the_place_of_these(qtbot: QtBot, shown: ConflictMap) -> None:
    shown.show_sides("Plaats", SIDES, tuple(replace(place, lon=place.lon + 0.01) for place in PLACES))
    qtbot.waitUntil(lambda: abs(float(inspect(qtbot, shown.view)["lon"]) - 5.05035) < 0.0002, timeout=WAIT)
    assert shown.minimumSizeHint().height() <= px("h-kaart-klein") + px("h-tegel-ernst") + px("s2")
