"""One street with its tiles: what was touched is asked for, and nothing twice."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from boa_app.domain.straatkeuze import Keuze
from boa_app.ui.kaartpakket.straten_detail import LosDetail, Opdracht, StraatDetail
from boa_app.ui.kaartpakket.straten_lijst import StraatWoorden
from boa_app.ui.theme import ThemeManager
from boa_app.usecases.straatnet import Straatnet, _streets, _with_choices, pas_toe
from tests.usecases.test_straatnet import on, town


@pytest.fixture
def net() -> Straatnet:
    netwerk = town()
    regels, regel_van = _streets(netwerk)
    return Straatnet(netwerk, pas_toe(netwerk, []), regels, regel_van)


@pytest.fixture
def detail(qtbot: QtBot, themes: ThemeManager) -> StraatDetail:
    made = StraatDetail(themes, StraatWoorden("nl"), may_choose=True)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_tile_asks_for_the_whole_street_or_the_piece(qtbot: QtBot, detail: StraatDetail, net: Straatnet) -> None:
    detail.show_street(net, 0, 1)
    asked: list[Opdracht] = []
    detail.asked.connect(asked.append)
    detail.reden.setText("school")
    detail.tiles.tiles()[2].click()
    detail.scope.parts()[1].click()
    detail.tiles.tiles()[1].click()
    assert asked == [Opdracht((0, 1), Keuze.VERBODEN, "school"), Opdracht((1,), Keuze.MAG, "")]


def test_the_tile_that_holds_is_no_switch(detail: StraatDetail, net: Straatnet) -> None:
    detail.show_street(net, 2)
    asked: list[Opdracht] = []
    detail.asked.connect(asked.append)
    detail.tiles.tiles()[0].click()
    assert detail.tiles.chosen() == ("verplicht",)
    assert asked == []


def test_mixed_two_choices_and_the_way_back(qtbot: QtBot, detail: StraatDetail, net: Straatnet) -> None:
    made = [on(net.netwerk, 0, Keuze.MAG, "k1"), on(net.netwerk, 0, Keuze.VERBODEN, "k2")]
    detail.show_street(_with_choices(net, made), 0)
    assert detail.tiles.chosen() == () and detail.outcome.text().startswith("Gemengd")
    assert "twee keuzes" in detail.made.text()
    with qtbot.waitSignal(detail.asked) as asked:
        detail.standard.click()
    assert asked.args[0] == Opdracht((0, 1), None)
    detail.show_street(net, 0)
    assert not detail.standard.isVisible() and not detail.made.isVisible() and not detail.keep.isVisible()


def test_a_loose_choice_says_what_becomes_of_it(qtbot: QtBot, themes: ThemeManager, net: Straatnet) -> None:
    made = LosDetail(themes, StraatWoorden("nl"), may_choose=False)
    qtbot.addWidget(made)
    made.show()
    made.show_choice(on(net.netwerk, 2, Keuze.VERBODEN, "k7"))
    assert made.name.text() == "Pad zonder naam" and "blijft bewaard" in made.text.text()
    assert not made.forget.isVisible()
