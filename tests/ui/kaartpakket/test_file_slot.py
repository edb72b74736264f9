from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from boa_app.ui.kaartpakket.file_slot import FileSlot
from boa_app.ui.theme import ThemeManager
from tests.ui.look import assert_look


def test_a_file_is_chosen_and_taken_back(qtbot: QtBot, themes: ThemeManager) -> None:
    slot = FileSlot(themes, "route", "Straten", "OpenStreetMap", "*.pbf")
    qtbot.addWidget(slot)
    slot.resize(600, 60)
    slot.show()
    assert slot.meta.text() == "OpenStreetMap" and not slot.remove.isVisible()
    with qtbot.waitSignal(slot.changed):
        slot.set_path(Path("/ergens/stad.osm.pbf"))
    assert slot.meta.text() == "stad.osm.pbf"
    assert_look(slot)
    with qtbot.waitSignal(slot.changed):
        slot.remove.click()
    assert slot.path is None and slot.meta.text() == "OpenStreetMap"
