"""Text keeps its markup to itself and follows the theme."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from boa_app.ui.theme import ThemeManager
from boa_app.ui.widgets.text import Label


def test_markup_in_data_stays_text(qtbot: QtBot, themes: ThemeManager) -> None:
    label = Label(themes, "<b>vet</b>")
    qtbot.addWidget(label)
    assert label.text() == "<b>vet</b>"
    assert label.sizeHint().width() > Label(themes, "vet").sizeHint().width()


def test_colour_follows_the_theme(qtbot: QtBot, themes: ThemeManager) -> None:
    label = Label(themes, "x", color="ink-2")
    qtbot.addWidget(label)
    themes.switch()
    assert label.palette().color(QPalette.ColorRole.WindowText) == themes.theme.color("ink-2")
    label.set_color("fout")
    assert label.palette().color(QPalette.ColorRole.WindowText) == themes.theme.color("fout")


def test_colour_stays_when_a_part_moves_to_another_parent(qtbot: QtBot, themes: ThemeManager) -> None:
    """Night, then a window that turns: its parts get another parent, and their words stay readable."""
    window, part, box = QWidget(), QWidget(), QScrollArea()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(part)
    column.addWidget(box)
    label = Label(themes, "x", parent=part)
    with qtbot.waitExposed(window):
        window.show()
    themes.switch()
    for there in (True, False):
        if there:
            box.setWidget(part)
        else:
            column.addWidget(box.takeWidget())
        part.show()
        qtbot.waitUntil(part.isVisible)
        assert label.palette().color(QPalette.ColorRole.WindowText) == themes.theme.color("ink")
