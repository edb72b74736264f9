"""The list of streets: search without accents, which rows, words for what has no name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from boa_app.domain.straatkeuze import Keuze
from boa_app.ui.kaartpakket.straten_lijst import StraatWoorden, StratenLijst, StratenModel, Welke
from boa_app.ui.theme import ThemeManager
from boa_app.usecases.straatnet import GEMENGD, Straatnet, Straatregel, _streets, _with_choices, pas_toe
from tests.usecases.test_straatnet import on, town


@pytest.fixture
def net() -> Straatnet:
    netwerk = town(names=("Dörpsstraat", "Dörpsstraat", "", "'t Hofje", ""))
    regels, regel_van = _streets(netwerk)
    return Straatnet(netwerk, pas_toe(netwerk, []), regels, regel_van)


@pytest.fixture
def shown(qtbot: QtBot, themes: ThemeManager, net: Straatnet) -> StratenLijst:
    made = StratenLijst(themes, StraatWoorden("nl"))
    qtbot.addWidget(made)
    made.show_net(net)
    return made


def names(made: StratenLijst) -> list[str]:
    return [made.model.row_data(row).name for row in range(made.model.row_count())]


def test_the_model_is_a_proper_one(qtmodeltester: ModelTester, net: Straatnet) -> None:
    model = StratenModel(StraatWoorden("nl"))
    model.show(net, range(len(net.regels)))
    qtmodeltester.check(model)
    assert model.row_of(2) == 2 and model.street_at(1) == 1 and model.row_of(99) == -1


def test_searching_needs_no_accents_and_finds_paths_by_their_street(shown: StratenLijst) -> None:
    assert names(shown) == ["'t Hofje", "Dörpsstraat", "Pad bij Dörpsstraat", "Pad zonder naam"]
    shown.search.setText("dorps")
    assert names(shown) == ["Dörpsstraat", "Pad bij Dörpsstraat"]
    shown.search.setText("t hof")
    assert names(shown) == ["'t Hofje"]
    shown.search.setText("zee")
    assert names(shown) == [] and shown.empty.isVisibleTo(shown)


def test_rows_say_what_holds_in_words(net: Straatnet) -> None:
    words = StraatWoorden("nl")
    street = Straatregel("Laan", "", (1, 2, 3), 1234.0, GEMENGD, 1)
    row = words.row(street)
    assert (row.name, row.meta.replace("\xa0", " "), row.tag) == ("Laan", "Gemengd, 1,2 km", "met de hand")
    assert {words.row(replace(street, keuze=str(one))).icon for one in Keuze} == {"footprints", "link-2", "ban"}


def test_set_and_loose_ones_have_lists_of_their_own(shown: StratenLijst, net: Straatnet) -> None:
    lost = replace(on(net.netwerk, 0, Keuze.VERBODEN, "k2"), lijn=((6.0, 53.0), (6.1, 53.0)), naam="Weg")
    shown.show_net(_with_choices(net, [on(net.netwerk, 2, Keuze.MAG), lost]))
    shown.which.set_chosen(Welke.GEZET)
    shown._show()
    assert names(shown) == ["Pad bij Dörpsstraat"]
    shown.which.set_chosen(Welke.LOS)
    shown._show()
    assert names(shown) == ["Weg"] and shown.model.shows_loose and not shown.search.isEnabled()
    assert shown.model.row_data(0).tag == "past niet"
