"""Buttons say their verb, are wide enough for it, and show every state in their own colours."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import ButtonKind, Corner, IconKnop, Knop


@pytest.mark.parametrize("kind", ButtonKind)
def test_each_kind_paints_in_each_state(qtbot: QtBot, each_theme: ThemeManager, kind: ButtonKind) -> None:
    knop = Knop(each_theme, "Verwijderen", "trash-2", kind=kind)
    qtbot.addWidget(knop)
    knop.show()
    rest = knop.grab().toImage()
    qtbot.mousePress(knop, Qt.MouseButton.LeftButton)
    pressed = knop.grab().toImage()
    qtbot.mouseRelease(knop, Qt.MouseButton.LeftButton)
    knop.setEnabled(False)
    assert rest != pressed
    assert knop.grab().toImage() != rest


def test_hoofdknop_is_filled_with_the_chosen_colour(qtbot: QtBot, each_theme: ThemeManager) -> None:
    knop = Knop(each_theme, "Verder", kind=ButtonKind.HOOFD)
    qtbot.addWidget(knop)
    assert knop.grab().toImage().pixelColor(8, px("h-raak") // 2) == each_theme.theme.color("keuze")


def test_label_changes_name_and_width(qtbot: QtBot, themes: ThemeManager) -> None:
    knop = Knop(themes, "Nee")
    qtbot.addWidget(knop)
    narrow = knop.sizeHint().width()
    knop.set_label("Ja, zelfde groep", "check")
    assert knop.accessibleName() == "Ja, zelfde groep"
    assert knop.sizeHint().width() > narrow


def test_icon_button_has_name_and_tooltip(qtbot: QtBot, themes: ThemeManager) -> None:
    knop = IconKnop(themes, "x", "Sluiten")
    qtbot.addWidget(knop)
    knop.set_icon("check", "Gereed")
    assert (knop.accessibleName(), knop.toolTip()) == ("Gereed", "Gereed")
    assert (knop.width(), knop.height()) >= (px("h-raak"), px("h-raak"))


def test_corner_is_yellow_only_while_it_can_be_used(qtbot: QtBot, each_theme: ThemeManager) -> None:
    corner = Corner(each_theme)
    qtbot.addWidget(corner)
    corner.set_action("check", "Opslaan", "Ctrl+S")
    corner.resize(px("b-hoek"), px("h-voet"))
    assert corner.grab().toImage().pixelColor(6, 6) == each_theme.theme.color("geel")
    corner.setEnabled(False)
    assert corner.grab().toImage().pixelColor(6, 6) != each_theme.theme.color("geel")
    corner.setEnabled(True)
    wide = corner.sizeHint().width()
    corner.set_action("check", "Opslaan", "Ctrl+S", small=True)
    assert corner.sizeHint().width() < wide
