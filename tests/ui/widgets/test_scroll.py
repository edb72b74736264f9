"""A scrolling box asks no height and can bring a part to its top."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from boa_app.ui.theme import ThemeManager
from boa_app.ui.widgets.scroll import ScrollBox


def test_part_comes_to_the_top(qtbot: QtBot, themes: ThemeManager) -> None:
    content = QWidget()
    column = QVBoxLayout(content)
    parts = [QWidget() for _ in range(5)]
    for part in parts:
        part.setFixedHeight(200)
        column.addWidget(part)
    box = ScrollBox(content)
    qtbot.addWidget(box)
    box.resize(300, 300)
    box.show()
    assert box.minimumSizeHint().height() == 0
    box.show_top_of(parts[2])
    assert parts[2].mapTo(box.viewport(), parts[2].rect().topLeft()).y() == 0
