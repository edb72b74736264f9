"""Sides of a field: whole texts, arrows between them, one chosen at most, and nothing chosen by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from boa_app.ui.sync.side_tile import Side, SideGroup
from boa_app.ui.theme import ThemeManager, px
from tests.ui.frames import wait_for_layout
from tests.ui.look import assert_look, resize_window

SIDES = (
    Side("m", "3 fors", "Mijn", own=True, bars=3),
    Side("h", "2 hinderlijk", "Hun", note="nu getoond", bars=2),
)
TEXT = "Groep van een tiental jongeren bij het bankje, muziek uit een box, bij aankomst vertrokken zij. " * 4


@pytest.fixture
def group(qtbot: QtBot, each_theme: ThemeManager) -> SideGroup:
    made = SideGroup(each_theme, "Ernst", SIDES)
    qtbot.addWidget(made)
    resize_window(made, 600, 60)
    return made


def test_nothing_is_chosen_for_the_user(group: SideGroup) -> None:
    assert group.chosen() == ""
    assert_look(group)
    names = [tile.accessibleName() for tile in group.tiles]
    assert names == ["Ernst, Mijn: 3 fors", "Ernst, Hun: 2 hinderlijk, nu getoond"]


def test_touch_and_keys_choose(qtbot: QtBot, group: SideGroup) -> None:
    chosen: list[str] = []
    group.side_chosen.connect(chosen.append)
    QTest.mouseClick(group.tiles[0], Qt.MouseButton.LeftButton)
    group.tiles[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(group.tiles[0], Qt.Key.Key_Right)
    assert chosen == ["m"], "an arrow only looks"
    QTest.keyClick(group.tiles[1], Qt.Key.Key_Space)
    QTest.keyClick(group.tiles[1], Qt.Key.Key_Return)
    assert chosen == ["m", "h"]
    assert [tile.isChecked() for tile in group.tiles] == [False, True]


def test_a_field_one_may_not_choose_takes_no_touch(group: SideGroup) -> None:
    group.set_open(is_open=False)
    QTest.mouseClick(group.tiles[0], Qt.MouseButton.LeftButton)
    assert group.chosen() == ""
    group.set_open(is_open=True)
    QTest.mouseClick(group.tiles[0], Qt.MouseButton.LeftButton)
    assert group.chosen() == "m"


@pytest.mark.parametrize("width", [300, 600])
def test_a_long_text_gets_the_height_it_needs(qtbot: QtBot, each_theme: ThemeManager, width: int) -> None:
    sides = (Side("m", TEXT, "Mijn", own=True), Side("h", "Kort", "Hun", note="nu getoond", meta="collega, 21:03"))
    made = SideGroup(each_theme, "Feiten", sides)
    qtbot.addWidget(made)
    resize_window(made, width, 900)
    tile = made.tiles[0]
    room = tile.width() - px("s3") - px("i-schijf") - px("s2") - px("s3")
    wrap = int(Qt.TextFlag.TextWordWrap)
    font = each_theme.theme.font("t-tekst", "w-vet")
    needed = QFontMetrics(font).boundingRect(0, 0, room, 100_000, wrap, TEXT).height()
    assert needed > 100
    assert tile.heightForWidth(tile.width()) >= needed
    assert made.layout().heightForWidth(width) >= needed


def test_under_each_other_each_side_has_the_whole_width(group: SideGroup) -> None:
    group.set_stacked(stacked=True)
    resize_window(group, 600, 140)
    assert [tile.width() for tile in group.tiles] == [600, 600]
    group.set_stacked(stacked=False)
    wait_for_layout()
    resize_window(group, 600, 60)
    assert group.tiles[0].width() < 300
