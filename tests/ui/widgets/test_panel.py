"""A panel: a head that goes without a title, and rows that reach both edges."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from boa_app.ui.theme import ThemeManager
from boa_app.ui.widgets.panel import IconLabel, Line, Panel
from tests.ui.look import assert_look


def test_head_and_rows(qtbot: QtBot, each_theme: ThemeManager) -> None:
    panel = Panel(each_theme, "Aan de beurt", "route")
    qtbot.addWidget(panel)
    panel.set_right_text("5 van 9 plekken")
    row = QWidget()
    panel.body.addWidget(row)
    panel.resize(400, 200)
    panel.show()
    assert (row.x(), row.width()) == (1, 398)
    assert_look(panel)
    panel.set_title("")
    qtbot.waitUntil(lambda: row.y() == 1)


def test_icon_follows_the_theme(qtbot: QtBot, themes: ThemeManager) -> None:
    icon = IconLabel(themes, "clock")
    qtbot.addWidget(icon)
    day = icon.pixmap().toImage()
    themes.switch()
    assert icon.pixmap().toImage() != day
    icon.set_icon("check", "ok")
    assert not icon.pixmap().isNull()


def test_lines_are_one_pixel(qtbot: QtBot) -> None:
    lying, standing = Line(), Line(vertical=True)
    for line in (lying, standing):
        qtbot.addWidget(line)
    assert (lying.maximumHeight(), standing.maximumWidth()) == (1, 1)
