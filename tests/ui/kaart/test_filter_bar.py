"""The filter bar: what it asks for, and what it does with too little room."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot

from boa_app.domain.moments import Dagdeel
from boa_app.ui.kaart.filter_bar import FilterBar, FilterWords
from boa_app.ui.theme import ThemeManager
from boa_app.usecases.overzicht import Filter
from tests.ui.look import assert_look
from tests.ui.small_store import load_lists

DAY = date(2026, 11, 20)
BUURTEN = (("BU1", "Achterveld"), ("BU2", "Binnenstad"))


@pytest.fixture
def bar(qtbot: QtBot, themes: ThemeManager) -> FilterBar:
    made = FilterBar(themes, FilterWords(load_lists(), BUURTEN, "nl"))
    qtbot.addWidget(made)
    made.resize(1180, 60)
    made.show()
    return made


def test_at_rest_it_filters_nothing(bar: FilterBar) -> None:
    assert bar.wanted(DAY) == Filter()
    assert not bar.is_active() and not bar.reset.isVisible()
    assert [chip.value_text() for chip in bar.chips()] == ["Alles", "Alle soorten", "Alle 2", "Alle", "Alle"]
    assert not bar.more.isVisible()


def test_every_chip_ends_up_in_the_filter(bar: FilterBar, qtbot: QtBot) -> None:
    bar.set_years((2025, 2026))
    for chip, codes in (
        (bar.periode, ["j2025"]),
        (bar.soort, ["HANG", "AFVAL"]),
        (bar.buurt, ["BU2"]),
        (bar.dagdeel, [Dagdeel.LAAT]),
        (bar.ernst, ["3"]),
    ):
        for code in codes:
            row = next(row for row in chip.choice_list().rows() if row.code == code)
            with qtbot.waitSignal(bar.filter_changed):
                row.click()
    assert bar.wanted(DAY) == Filter(
        van=date(2025, 1, 1),
        tot=date(2025, 12, 31),
        soorten=frozenset({"HANG", "AFVAL"}),
        buurten=frozenset({"BU2"}),
        dagdelen=frozenset({"LAAT"}),
        ernst=frozenset({"3"}),
    )


def test_clear_takes_all_away_once(bar: FilterBar, qtbot: QtBot) -> None:
    bar.soort.set_chosen(["HANG"])
    bar.periode.set_chosen(["w4"])
    bar.set_years((2026,))
    assert bar.reset.isVisible()
    changes: list[int] = []
    bar.filter_changed.connect(lambda: changes.append(1))
    qtbot.mouseClick(bar.reset, Qt.MouseButton.LeftButton)
    assert bar.wanted(DAY) == Filter() and changes == [1]
    assert not bar.reset.isVisible()


def test_what_does_not_fit_waits_behind_filter_and_active_ones_stay(bar: FilterBar, qtbot: QtBot) -> None:
    bar.ernst.set_chosen(["3"])
    bar.resize(560, 60)
    qtbot.waitUntil(bar.more.isVisible)
    assert bar.ernst.isVisible() and bar.ernst.parentWidget() is bar
    hidden = [chip for chip in bar.chips() if chip.parentWidget() is not bar]
    assert hidden and bar.ernst not in hidden
    qtbot.mouseClick(bar.more, Qt.MouseButton.LeftButton)
    assert all(chip.isVisible() for chip in hidden)
    bar._popup.hide()
    bar.resize(1180, 60)
    qtbot.waitUntil(lambda: all(chip.parentWidget() is bar and chip.isVisible() for chip in bar.chips()))
    places = [chip.x() for chip in bar.chips()]
    assert places == sorted(places), "the same order everywhere"


@pytest.mark.parametrize("width", [1348, 1188, 932, 640])
def test_look(bar: FilterBar, qtbot: QtBot, width: int) -> None:
    for chip, codes in ((bar.soort, ["HANG"]), (bar.dagdeel, ["AVOND", "LAAT"]), (bar.buurt, ["BU1"])):
        chip.set_chosen(codes)
    bar.resize(width, 60)
    QCoreApplication.processEvents()
    assert_look(bar)


def test_without_a_kaartpakket_there_is_no_buurt_to_choose(qtbot: QtBot, themes: ThemeManager) -> None:
    made = FilterBar(themes, FilterWords(load_lists(), (), "nl"))
    qtbot.addWidget(made)
    made.show()
    assert made.buurt not in made.chips() and not made.buurt.isVisible()
