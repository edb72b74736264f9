"""The small map: discs as in the list, a point opens its melding."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from boa_app.ui.context import UiContext
from boa_app.ui.vandaag.map_panel import MapPanel
from boa_app.usecases.vandaag import vandaag

pytestmark = pytest.mark.webengine


@pytest.fixture
def panel(qtbot: QtBot, ui: UiContext) -> Iterator[MapPanel]:
    made = MapPanel(ui, "Kaart van vandaag")
    made.resize(400, 500)
    made.show()
    made.load_layers()
    qtbot.waitUntil(lambda: made.view.is_ready, timeout=20_000)
    yield made
    ui.tasks.cancel_queries()
    made.view.release()
    delete(made)


def test_disc_and_list_mean_the_same_place(qtbot: QtBot, ui: UiContext, panel: MapPanel) -> None:
    turns = vandaag(ui.session).aan_de_beurt
    panel.set_turns(turns)
    panel.center_on_place(turns[0].plek.uid)
    panel.center_on_place("onbekend")
    with qtbot.waitSignal(panel.place_chosen) as chosen:
        panel.view.object_selected.emit("plek", turns[0].plek.uid)
    assert chosen.args == [turns[0].plek.uid]
    with qtbot.assertNotEmitted(panel.place_chosen):
        panel.view.object_selected.emit("jop", "x")
