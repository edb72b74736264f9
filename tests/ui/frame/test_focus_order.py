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
    assert next_stop([region], make_region(("z",), window), forward=True) is None


def test_from_nowhere_the_way_begins_at_its_end(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    region = make_region(("a", "b"), window)
    window.show()
    first, second = region.findChildren(QPushButton)
    for nowhere in (None, window):
        assert next_stop([region], nowhere, forward=True) is first
        assert next_stop([region], nowhere, forward=False) is second


def test_rows_from_the_top_panels_whole_and_the_last_part_last(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    region = QWidget(window)
    region.resize(400, 400)
    # Made from back to front, at places of their own: a tall panel at the left, two panels under each other beside it.
    places = {"onder": (200, 100), "boven": (200, 0), "links": (0, 0)}
    panels = {name: QWidget(region) for name in places}
    for name, (x, y) in places.items():
        panels[name].setGeometry(x, y, 190, 200 if name == "links" else 90)
        for index in (1, 0):
            button = QPushButton(f"{name} {index}", panels[name])
            # The second stands a little lower in the same row.
            button.setGeometry(index * 60, index * 9, 50, 20)
    window.show()
    buttons = {button.text(): button for button in region.findChildren(QPushButton)}
    walk = ["links 0"]
    for _ in range(len(buttons)):
        stop = next_stop([region], buttons[walk[-1]], forward=True, last=buttons["boven 0"])
        assert isinstance(stop, QPushButton)
        walk.append(stop.text())
    assert walk == ["links 0", "links 1", "boven 1", "onder 0", "onder 1", "boven 0", "links 0"]
