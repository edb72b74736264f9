"""A filter chip: value above all in words, list by finger and key, cross and Delete clear it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import IconKnop
from boa_app.ui.widgets.filter_chip import FilterChip

SOORTEN = (("HANG", "Rondhangen"), ("GEL-MUZ", "Muziek"), ("VUUR", "Vuurwerk"))


def _chip(qtbot: QtBot, themes: ThemeManager, *, multi: bool = False) -> FilterChip:
    chip = FilterChip(themes, "Soort", SOORTEN, all_text="Alle soorten", multi=multi)
    qtbot.addWidget(chip)
    chip.show()
    return chip


def test_value_in_words(qtbot: QtBot, each_theme: ThemeManager) -> None:
    chip = _chip(qtbot, each_theme, multi=True)
    assert chip.value_text() == "Alle soorten"
    assert chip.accessibleName() == "Soort: Alle soorten"
    chip.set_chosen(["VUUR", "HANG"])
    assert chip.chosen() == ("HANG", "VUUR")
    assert chip.value_text() == "Rondhangen, Vuurwerk"
    chip.set_chosen(["VUUR", "HANG", "GEL-MUZ"])
    assert chip.value_text() == "3 gekozen"
    assert chip.height() >= px("h-raak")


def test_single_choice_closes_the_list(qtbot: QtBot, themes: ThemeManager) -> None:
    chip = _chip(qtbot, themes)
    chip.click()
    assert chip.choice_list().isVisible()
    with qtbot.waitSignal(chip.choice_changed) as caught:
        chip.choice_list().rows()[1].click()
    assert caught.args == [["GEL-MUZ"]]
    assert not chip.choice_list().isVisible()


def test_several_choices_by_key(qtbot: QtBot, themes: ThemeManager) -> None:
    chip = _chip(qtbot, themes, multi=True)
    spy = QSignalSpy(chip.choice_changed)
    qtbot.keyClick(chip, Qt.Key.Key_Down)
    rows = chip.choice_list().rows()
    qtbot.keyClick(rows[0], Qt.Key.Key_Space)
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    qtbot.keyClick(rows[2], Qt.Key.Key_Return)
    assert chip.choice_list().isVisible()
    assert spy.at(spy.count() - 1)[0] == ["HANG", "VUUR"]
    chip.choice_list().hide()


def test_cross_and_delete_take_the_filter_away(qtbot: QtBot, themes: ThemeManager) -> None:
    chip = _chip(qtbot, themes)
    cross = chip.findChild(IconKnop)
    assert cross is not None
    assert cross.isHidden()
    for clear in (cross.click, lambda: qtbot.keyClick(chip, Qt.Key.Key_Delete)):
        chip.set_chosen(["HANG"])
        assert not cross.isHidden()
        with qtbot.waitSignal(chip.choice_changed) as caught:
            clear()
        assert caught.args == [[]]


def test_new_options_keep_what_still_exists(qtbot: QtBot, themes: ThemeManager) -> None:
    chip = _chip(qtbot, themes, multi=True)
    chip.set_chosen(["HANG", "VUUR"])
    chip.set_options(SOORTEN[1:])
    assert chip.chosen() == ("VUUR",)
    assert len(chip.choice_list().rows()) == 2


def test_a_value_of_its_own_stands_until_a_choice_or_the_cross(qtbot: QtBot, themes: ThemeManager) -> None:
    chip = FilterChip(themes, "Periode", (("w4", "4 weken"),))
    qtbot.addWidget(chip)
    chip.set_own_value("d1", "1-5 t/m 3-5")
    assert chip.chosen() == ("d1",) and chip.value_text() == "1-5 t/m 3-5" and chip.is_active()
    chip.choice_list().rows()[0].click()
    assert chip.chosen() == ("w4",)
    chip.set_own_value("d1", "1-5 t/m 3-5")
    with qtbot.waitSignal(chip.choice_changed) as told:
        chip._cross.click()
    assert told.args == [[]] and not chip.is_active()
