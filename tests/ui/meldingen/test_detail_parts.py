"""Fields, history and the question why."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boa_app.ui.meldingen.detail_parts import BREAK, FieldRow, FieldsPanel, HistoryPanel, ReasonPanel, breakable
from boa_app.ui.theme import ThemeManager
from boa_app.ui.vandaag.lists import InfoRow
from boa_app.ui.widgets.text import Label


def test_fields_and_history_show_what_they_got(qtbot: QtBot, themes: ThemeManager) -> None:
    fields, history = FieldsPanel(themes), HistoryPanel(themes)
    qtbot.addWidget(fields)
    qtbot.addWidget(history)
    fields.set_fields([("Soort", "Muziek"), ("Feiten", "<b>tekst</b>")])
    assert fields.values() == {"Soort": "Muziek", "Feiten": "<b>tekst</b>"}
    lines = (("Ernst: Licht", "u, vandaag"), ("Vastgelegd", "u, gisteren"))
    history.set_lines(lines)
    assert history.lines() == lines
    assert [row.icon for row in history.findChildren(InfoRow)] == ["pencil", "plus"]


def test_a_long_word_can_break(qtbot: QtBot, themes: ThemeManager) -> None:
    assert breakable("kort woord") == "kort woord"
    assert breakable("x" * 70).split(BREAK) == ["x" * 30, "x" * 30, "x" * 10]
    fields = FieldsPanel(themes)
    qtbot.addWidget(fields)
    fields.set_fields([("Feiten", "x" * 200)])
    assert fields.values() == {"Feiten": "x" * 200}
    assert fields.findChildren(FieldRow)[0].minimumSizeHint().width() < 600


def test_a_reason_by_touch_or_typed(qtbot: QtBot, themes: ThemeManager) -> None:
    panel = ReasonPanel(themes)
    qtbot.addWidget(panel)
    panel.ask("Waarom?", "Doen", ("Dubbel",))
    with qtbot.waitSignal(panel.given) as given:
        qtbot.mouseClick(panel.choices[0], Qt.MouseButton.LeftButton)
    assert given.args == ["Dubbel"]
    panel.ask("Waarom?", "Doen", ())
    assert not panel.act.isEnabled()
    assert any("Kies eerst een reden" in one.text() and not one.isHidden() for one in panel.findChildren(Label))
    qtbot.keyClicks(panel.field, "   ")
    with qtbot.assertNotEmitted(panel.given):
        qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    qtbot.keyClicks(panel.field, "eigen reden ")
    with qtbot.waitSignal(panel.given) as given:
        panel.act.click()
    assert given.args == ["eigen reden"]
    with qtbot.waitSignal(panel.cancelled):
        panel.cancel.click()
