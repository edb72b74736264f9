"""The search field over a window: keys, touches, and the focus that comes back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from boa_app.ui.theme import ThemeManager
from boa_app.ui.widgets.buttons import Knop
from boa_app.ui.widgets.row import RowData
from boa_app.ui.zoeken.palette import Palette
from tests.ui.look import assert_look

ROWS = (
    RowData(heading="Opdrachten", day="Opdrachten"),
    RowData(icon="plus", name="Nieuwe melding", day="Opdrachten", chevron=True),
    RowData(icon="lock", name="Vergrendelen", day="Opdrachten", chevron=True),
    RowData(heading="Straten", day="Straten"),
    RowData(icon="route", name="Zeemanlaan", day="Straten", chevron=True),
)


class Around(QWidget):
    """A window with one button."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__()
        self.knop = Knop(themes, "Onder")
        QVBoxLayout(self).addWidget(self.knop)
        self.palette = Palette(themes, self)


@pytest.fixture
def around(qtbot: QtBot, each_theme: ThemeManager) -> Around:
    made = Around(each_theme)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    qtbot.waitActive(made)
    made.knop.setFocus()
    return made


def test_arrows_pass_over_headings_and_enter_opens(qtbot: QtBot, around: Around) -> None:
    palette = around.palette
    palette.open_palette()
    palette.set_rows(ROWS)
    assert palette.edit.hasFocus() and palette.chosen_row() == 1
    qtbot.keyClick(palette.edit, Qt.Key.Key_Down)
    qtbot.keyClick(palette.edit, Qt.Key.Key_Down)
    assert palette.chosen_row() == 4 and palette.edit.accessibleDescription() == "Zeemanlaan"
    qtbot.keyClick(palette.edit, Qt.Key.Key_Down)
    assert palette.chosen_row() == 4
    with qtbot.waitSignal(palette.row_opened) as opened:
        qtbot.keyClick(palette.edit, Qt.Key.Key_Return)
    assert opened.args == [4]
    qtbot.keyClick(palette.edit, Qt.Key.Key_PageUp)
    assert palette.chosen_row() == 1


def test_a_touch_opens_a_row_but_not_a_heading(qtbot: QtBot, around: Around) -> None:
    palette = around.palette
    palette.open_palette()
    palette.set_rows(ROWS)
    opened: list[int] = []
    palette.row_opened.connect(opened.append)
    for row in (3, 2):
        place = palette.rows.visualRect(palette._model.index(row)).center()
        qtbot.mouseClick(palette.rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == [2] and palette.edit.hasFocus()


def test_escape_and_a_touch_beside_it_give_the_focus_back(qtbot: QtBot, around: Around) -> None:
    palette = around.palette
    palette.open_palette()
    qtbot.keyClick(palette.edit, Qt.Key.Key_Escape)
    assert not palette.isVisible() and around.knop.hasFocus()
    palette.open_palette()
    qtbot.keyClicks(palette.edit, "fiets")
    qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(5, 700))
    assert not palette.isVisible() and around.knop.hasFocus()
    palette.open_palette()
    assert palette.edit.text() == ""


def test_it_closes_when_what_had_the_focus_has_gone(qtbot: QtBot, around: Around) -> None:
    around.palette.open_palette()
    delete(around.knop)
    qtbot.keyClick(around.palette.edit, Qt.Key.Key_Escape)
    assert not around.palette.is_open


def test_tab_stays_within(qtbot: QtBot, around: Around) -> None:
    palette = around.palette
    palette.open_palette()
    qtbot.keyClick(palette.edit, Qt.Key.Key_Tab)
    assert palette.cross.hasFocus()
    qtbot.keyClick(palette.cross, Qt.Key.Key_Tab)
    assert palette.edit.hasFocus()


@pytest.mark.parametrize("size", [(1440, 900), (1280, 800), (1024, 768), (640, 400)])
def test_look(qtbot: QtBot, around: Around, size: tuple[int, int]) -> None:
    around.resize(*size)
    palette = around.palette
    palette.open_palette()
    palette.set_rows(ROWS * 5, "Niets gevonden.")
    assert palette.rect() == around.rect()
    assert around.rect().contains(palette._panel.geometry())
    assert_look(palette)
    if size == (640, 400):
        assert palette._panel.width() == 640
