"""Tab goes region by region, also to parts that were made after the foot, and back again with Shift."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from boa_app.ui.frame.focus_order import next_stop


def make_region(names: tuple[str, ...], parent: QWidget) -> QWidget:
    region = QWidget(parent)
    column = QVBoxLayout(region)
    for name in names:
        column.addWidget(QPushButton(name, region))
    return region


def test_parts_made_later_stay_in_their_region(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QVBoxLayout(window)
    regions = [make_region(names, window) for names in (("a", "b"), ("x", "y"))]
    for region in regions:
        row.addWidget(region)
    late = QPushButton("c")
    layout = regions[0].layout()
    assert layout is not None
    layout.addWidget(late)
    buttons = {button.text(): button for button in window.findChildren(QPushButton)}
    buttons["y"].setEnabled(False)
    window.show()
    walk = ["a"]
    for _ in range(4):
        stop = next_stop(regions, buttons[walk[-1]], forward=True)
        assert isinstance(stop, QPushButton)
        walk.append(stop.text())
    assert walk == ["a", "b", "c", "x", "a"]
    back = next_stop(regions, buttons["x"], forward=False)
    assert isinstance(back, QPushButton)
    assert back.text() == "c"


def test_no_other_stop_and_a_stranger(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    region = make_region(("a", "b"), window)
    first, second = region.findChildren(QPushButton)
    second.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    window.show()
    assert next_stop([region], first, forward=True) is None
    assert next_stop([region], window, forward=True) is None
