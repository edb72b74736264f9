"""A detail row says label and value, and drops the note before it cuts the value."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from boa_app.ui.theme import ThemeManager
from boa_app.ui.widgets.detail_row import DetailRow


def test_name_holds_label_value_and_note(qtbot: QtBot, themes: ThemeManager) -> None:
    row = DetailRow(themes, "map-pin", "Waar")
    qtbot.addWidget(row)
    row.set_value("Kloosterpad", "gps ± 6 m")
    assert row.accessibleName() == "Waar: Kloosterpad gps ± 6 m"


def test_note_gives_way_to_the_value(qtbot: QtBot, each_theme: ThemeManager) -> None:
    row = DetailRow(each_theme, "map-pin", "Waar")
    qtbot.addWidget(row)
    row.resize(240, 50)
    row.set_value("Kloosterplantsoen")
    without = row.grab().toImage()
    row.set_value("Kloosterplantsoen", "gps ± 6 m")
    assert row.grab().toImage() == without
    row.resize(500, 50)
    wide = row.grab().toImage()
    row.set_value("Kloosterplantsoen")
    assert row.grab().toImage() != wide


def test_icon_can_go(qtbot: QtBot, themes: ThemeManager) -> None:
    row = DetailRow(themes, "clock", "Wanneer")
    qtbot.addWidget(row)
    wide = row.sizeHint().width()
    row.set_shows_icon(False)
    assert row.sizeHint().width() < wide
