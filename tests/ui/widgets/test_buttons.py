"""Buttons say their verb, are wide enough for it, and show every state in their own colours."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import ButtonKind, Corner, IconKnop, Knop

LEFT = Qt.MouseButton.LeftButton


class Clock:
    """Seconds that go on when told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """A clock of the test, with the real time of rest."""
    monkeypatch.setattr("boa_app.ui.widgets.buttons.SETTLE_MS", 600)
    return Clock()


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


def _corner(qtbot: QtBot, themes: ThemeManager, clock: Clock) -> tuple[Corner, list[str]]:
    corner, taken = Corner(themes, clock=clock), []
    qtbot.addWidget(corner)
    corner.set_action("download", "Importeren", step="import")
    corner.clicked.connect(lambda: taken.append(corner.text()))
    corner.show()
    clock.now += 1
    return corner, taken


def test_the_second_of_two_quick_touches_does_not_take_the_next_step(
    qtbot: QtBot, themes: ThemeManager, clock: Clock
) -> None:
    corner, taken = _corner(qtbot, themes, clock)
    corner.clicked.connect(lambda: corner.set_action("plus", "Nieuwe melding", step="new"))
    qtbot.mouseClick(corner, LEFT)
    clock.now += 0.3
    qtbot.mouseDClick(corner, LEFT)
    qtbot.keyClick(corner, Qt.Key.Key_Space)
    qtbot.keyClick(corner, Qt.Key.Key_Return)
    assert taken == ["Importeren"]
    clock.now += 0.31
    qtbot.mouseClick(corner, LEFT)
    assert taken == ["Importeren", "Nieuwe melding"]


def test_a_step_that_changes_under_the_finger_is_not_taken(qtbot: QtBot, themes: ThemeManager, clock: Clock) -> None:
    corner, taken = _corner(qtbot, themes, clock)
    qtbot.mousePress(corner, LEFT)
    corner.set_action("plus", "Nieuwe melding", step="new")
    qtbot.mouseRelease(corner, LEFT)
    assert taken == []
    assert not corner.is_pressed()


def test_the_same_step_is_never_slow(qtbot: QtBot, themes: ThemeManager, clock: Clock) -> None:
    corner, taken = _corner(qtbot, themes, clock)
    # Off until the last tile is chosen, then in its short words: it is still the same step.
    corner.set_action("download", "Importeren", reason="kies een soort", step="import")
    corner.setEnabled(False)
    corner.set_action("download", "Import", small=True, step="import")
    corner.setEnabled(True)
    qtbot.mouseClick(corner, LEFT)
    qtbot.mouseClick(corner, LEFT)
    assert len(taken) == 2


def test_another_clock_begins_to_count_anew(qtbot: QtBot, themes: ThemeManager, clock: Clock) -> None:
    corner, _taken = _corner(qtbot, themes, clock)
    corner.set_clock(clock)
    assert not corner.is_settled
