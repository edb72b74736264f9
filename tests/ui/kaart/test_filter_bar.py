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
    at_rest = ["Alles", "Alle soorten", "Alle 2", "Alle", "Alle", "Alle", "Alle", "Niet tonen"]
    assert [chip.value_text() for chip in bar.chips()] == at_rest


def test_every_chip_ends_up_in_the_filter(bar: FilterBar, qtbot: QtBot) -> None:
    bar.set_years((2025, 2026))
    for chip, codes in (
        (bar.periode, ["j2025"]),
        (bar.soort, ["HANG", "AFVAL"]),
        (bar.buurt, ["BU2"]),
        (bar.dagdeel, [Dagdeel.LAAT]),
        (bar.ernst, ["3"]),
        (bar.aanleiding, ["EIGEN"]),
        (bar.parts.groep, ["G3"]),
        (bar.parts.vervallen, ["ook"]),
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
        aanleidingen=frozenset({"EIGEN"}),
        groepsgrootten=frozenset({"G3"}),
        met_vervallen=True,
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
    bar.resize(1900, 60)
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


def test_areas_are_offered_once_there_are_any(bar: FilterBar, qtbot: QtBot) -> None:
    assert bar.gebied not in bar.chips()
    bar.set_gebieden([("u1", "Centrum"), ("u2", "Park")])
    assert bar.gebied in bar.chips()
    with qtbot.waitSignal(bar.filter_changed):
        bar.choose_gebieden(["u2", "weg"])
    assert bar.wanted(DAY).gebieden == {"u2"} and bar.gebied.value_text() == "Park"
    bar.set_gebieden([("u1", "Centrum")])
    assert bar.wanted(DAY).gebieden == frozenset()


def test_free_dates_stand_in_the_chip_until_another_period(bar: FilterBar, qtbot: QtBot) -> None:
    bar.set_free_dates(date(2026, 5, 23), DAY)
    assert bar.periode.value_text() == "23-05 t/m 20-11-2026" and bar.reset.isVisible()
    wanted = bar.wanted(DAY)
    assert (wanted.van, wanted.tot, wanted.weken) == (date(2026, 5, 23), DAY, None)
    next(row for row in bar.periode.choice_list().rows() if row.code == "w4").click()
    assert bar.wanted(DAY) == Filter(weken=4)
    bar.set_free_dates(DAY, DAY)
    bar.periode._on_cross_clicked()
    assert bar.wanted(DAY) == Filter()


def test_other_days_are_asked_and_what_stood_stays_meanwhile(bar: FilterBar, qtbot: QtBot) -> None:
    bar.periode.set_chosen(["w4"])
    bar.parts.set_period("w4")
    bar.wanted(DAY)
    next(row for row in bar.periode.choice_list().rows() if row.code == "vrij").click()
    assert bar.dates.isVisible() and bar.wanted(DAY) == Filter(weken=4)
    assert (bar.dates.van.day(), bar.dates.tot.day()) == (date(2026, 10, 24), DAY)
    bar.dates.van.set_day(DAY)
    bar.dates.tot.set_day(date(2026, 11, 1))
    with qtbot.waitSignal(bar.filter_changed):
        qtbot.mouseClick(bar.dates.show_button, Qt.MouseButton.LeftButton)
    wanted = bar.wanted(DAY)
    assert (wanted.van, wanted.tot) == (date(2026, 11, 1), DAY) and not bar.dates.isVisible()


def test_a_search_result_is_a_filter_with_a_cross(bar: FilterBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.filter_changed):
        bar.show_only(frozenset({3, 4}), "fiets")
    assert bar.wanted(DAY) == Filter(nrs=frozenset({3, 4})) and bar.gevonden.value_text() == "fiets"
    qtbot.mouseClick(bar.gevonden, Qt.MouseButton.LeftButton)
    assert bar.wanted(DAY) == Filter() and bar.gevonden not in bar.chips()


def test_a_filter_comes_back_as_it_was(bar: FilterBar) -> None:
    bar.set_gebieden([("u1", "Centrum")])
    wanted = Filter(
        weken=8, soorten=frozenset({"HANG"}), buurten=frozenset({"BU1"}), dagdelen=frozenset({"NACHT"}),
        ernst=frozenset({"2"}), gebieden=frozenset({"u1"}), aanleidingen=frozenset({"EIGEN"}),
        groepsgrootten=frozenset({"G3"}), met_vervallen=True,
    )  # fmt: skip
    bar.set_filter(wanted)
    assert bar.wanted(DAY) == wanted and bar.periode.value_text() == "Laatste 8 weken"
    bar.set_filter(Filter(van=DAY, tot=DAY), "v0")
    assert bar.parts.period() == "v0"
