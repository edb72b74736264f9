"""The chips and the Filter they stand for; what the bar does with them is tested there."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from boa_app.ui.kaart.chips import Chips, FilterWords
from boa_app.ui.theme import ThemeManager
from boa_app.usecases.overzicht import Filter
from tests.ui.small_store import load_lists

DAY = date(2026, 11, 20)


def test_only_chips_with_something_to_choose_are_in_use(qtbot: QtBot, themes: ThemeManager) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    chips = Chips(themes, FilterWords(load_lists(), (), "nl"), holder)
    assert {chips.buurt, chips.gebied, chips.gevonden} == set(chips.out_of_use())
    chips.set_found(frozenset({1}), "fiets")
    assert chips.gevonden in chips.in_use() and chips.wanted(DAY).nrs == {1}
    chips.set_found(None)
    assert chips.gevonden in chips.out_of_use() and chips.wanted(DAY) == Filter()


def test_a_year_that_is_no_longer_offered_is_still_the_period(qtbot: QtBot, themes: ThemeManager) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    chips = Chips(themes, FilterWords(load_lists(), (), "nl"), holder)
    chips.set_period("j2019")
    assert chips.periode.value_text() == "2019" and chips.wanted(DAY).van == date(2019, 1, 1)
