"""The small parts of the conflictenmand."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from boa_app.ui.sync.conflict_parts import ColumnHead, FieldRow, Kolom, PlaceMark, VeldBeeld, name_width
from boa_app.ui.sync.side_tile import Side, SideGroup
from boa_app.ui.theme import ThemeManager
from tests.ui.look import assert_look, resize_window

SIDES = (Side("m", "A", "Mijn", own=True), Side("h", "B", "Hun"))


def test_the_place_is_filled_and_named(qtbot: QtBot, each_theme: ThemeManager) -> None:
    mark = PlaceMark(each_theme)
    qtbot.addWidget(mark)
    mark.set_text("1 van 2")
    resize_window(mark, 90, 44)
    assert mark.accessibleName() == mark.text() == "1 van 2"
    assert mark.grab().toImage().pixelColor(8, 8) == each_theme.theme.color("keuze")


def test_a_head_tells_whose_and_when(qtbot: QtBot, each_theme: ThemeManager) -> None:
    head = ColumnHead(each_theme, Kolom("Mijn", "u, wo 18-11 om 21:52, dit apparaat", True))
    qtbot.addWidget(head)
    resize_window(head, 320, 60)
    assert_look(head)


def test_the_name_stands_beside_or_above(qtbot: QtBot, themes: ThemeManager) -> None:
    field = VeldBeeld("k", "Groepsgrootte", SIDES, "23 m verschil")
    group = SideGroup(themes, field.naam, SIDES)
    row = FieldRow(themes, field, group)
    qtbot.addWidget(row)
    row.set_narrow(narrow=False)
    resize_window(row, 700, 60)
    assert group.x() > row.words.x() + name_width() - 1
    row.set_narrow(narrow=True)
    resize_window(row, 500, 130)
    assert group.y() >= row.words.y() + row.words.height()
    assert group.width() == 500
