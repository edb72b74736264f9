"""A group of tiles: one choice, ordered choices with a limit, the rest behind the last tile, arrows and size."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from boa_app.ui.frame.model import SizeClass
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.tile import Choice, Tile, TileForm
from boa_app.ui.widgets.tile_group import Columns, TileGroup
from tests.ui.look import assert_look

CHOICES = [Choice(letter, f"Keuze {letter}", "music") for letter in "ABCDEFGH"]


def _shown(qtbot: QtBot, group: TileGroup) -> TileGroup:
    qtbot.addWidget(group)
    with qtbot.waitActive(group):
        group.show()
        group.activateWindow()
    return group


def _press(group: TileGroup, code: str) -> None:
    next(tile for tile in group.tiles() if tile.choice.code == code).click()


def _labels(group: TileGroup) -> list[str]:
    return [tile.choice.label for tile in group.findChildren(Tile) if not tile.isHidden()]


def test_single_choice_replaces_and_second_touch_clears(qtbot: QtBot, themes: ThemeManager) -> None:
    group = _shown(qtbot, TileGroup(themes, "Resultaat", CHOICES))
    spy = QSignalSpy(group.choice_changed)
    for code in ("A", "B", "B"):
        _press(group, code)
    assert [spy.at(number)[0] for number in range(spy.count())] == [["A"], ["B"], []]
    assert group.chosen() == ()


def test_ordered_choice_keeps_the_main_code_and_replaces_the_last(qtbot: QtBot, themes: ThemeManager) -> None:
    group = _shown(qtbot, TileGroup(themes, "Soort", CHOICES, max_chosen=2))
    for code in ("C", "A", "B"):
        _press(group, code)
    assert group.chosen() == ("C", "B")
    assert [tile.accessibleDescription() for tile in group.tiles()[:3]] == ["", "2", "1"]
    _press(group, "C")
    assert group.chosen() == ("B",)


def test_no_limit_gives_every_choice_its_number(qtbot: QtBot, themes: ThemeManager) -> None:
    group = _shown(qtbot, TileGroup(themes, "Maatregel", CHOICES, max_chosen=0))
    for code in "DCBA":
        _press(group, code)
    assert group.chosen() == ("D", "C", "B", "A")


def test_last_tile_opens_the_rest_in_the_same_grid(qtbot: QtBot, themes: ThemeManager) -> None:
    group = _shown(qtbot, TileGroup(themes, "Soort", CHOICES, first_count=3))
    assert sorted(_labels(group)) == ["Alle 8", "Keuze A", "Keuze B", "Keuze C"]
    with qtbot.waitSignal(group.opened):
        next(tile for tile in group.findChildren(Tile) if tile.choice.label == "Alle 8").click()
    assert len(_labels(group)) == 9
    assert "Minder" in _labels(group)


def test_a_choice_in_the_rest_is_never_hidden(qtbot: QtBot, themes: ThemeManager) -> None:
    group = _shown(qtbot, TileGroup(themes, "Soort", CHOICES, first_count=3))
    with qtbot.assertNotEmitted(group.choice_changed):
        group.set_chosen(["H", "bestaat-niet"])
    assert group.chosen() == ("H",)
    assert "Keuze H" in _labels(group)


def test_tab_stops_once_and_arrows_move(qtbot: QtBot, themes: ThemeManager) -> None:
    group = _shown(qtbot, TileGroup(themes, "Soort", CHOICES, columns=Columns(4, 4)))
    stops = [tile for tile in group.tiles() if tile.focusPolicy() is Qt.FocusPolicy.StrongFocus]
    assert stops == [group.tiles()[0]]
    group.focus_first()
    for key, goal in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Down, 5), (Qt.Key.Key_Left, 4), (Qt.Key.Key_Up, 0)):
        qtbot.keyClick(group.window().focusWidget(), key)
        assert group.tiles()[goal].hasFocus()
    qtbot.keyClick(group.window().focusWidget(), Qt.Key.Key_Up)
    qtbot.keyClick(group.window().focusWidget(), Qt.Key.Key_Return)
    assert group.chosen() == ("A",)


def test_size_class_gives_heights_and_columns(qtbot: QtBot, themes: ThemeManager) -> None:
    tall = _shown(qtbot, TileGroup(themes, "Soort", CHOICES, form=TileForm.HOOG, columns=Columns(6, 4)))
    expected = (
        (SizeClass.NORMAAL, False, "h-tegel-hoog"),
        (SizeClass.LAAG, True, "h-tegel-hoog-laag"),
        (SizeClass.SMAL, False, "h-tegel-hoog-smal"),
        (SizeClass.KLEIN, True, "h-tegel-klein"),
    )
    for size_class, low, height in expected:
        tall.set_size_class(size_class, low=low)
        assert tall.tiles()[0].sizeHint().height() == px(height)
    assert [Columns(6, 4, 2).of(size_class) for size_class in SizeClass] == [6, 6, 6, 4, 2]


def test_new_choices_keep_what_still_exists(qtbot: QtBot, themes: ThemeManager) -> None:
    group = _shown(qtbot, TileGroup(themes, "Soort", CHOICES, max_chosen=0))
    group.set_chosen(["A", "B"])
    group.set_choices(CHOICES[1:])
    assert group.chosen() == ("B",)
    group.set_right_text("naar JOP Zeemanlaan")
    QCoreApplication.processEvents()
    assert_look(group)
