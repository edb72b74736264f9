"""What the centre offers, as a person meets it: a row, a button, the fetching, and nothing chosen for him."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from boa_app.domain.roles import Rol
from boa_app.mapdata.pdok_diensten import Diensten
from boa_app.store import sync_stand
from boa_app.ui.context import UiContext
from boa_app.ui.kaartpakket.offer import OFFER_KEY
from boa_app.ui.kaartpakket.page import KaartpakkettenPage
from boa_app.usecases.synchroniseren import run_sync
from tests.aangemeld import meld_sessie_aan
from tests.centrale import Centrale, start_centrale
from tests.kaartmappen import breng_naar_centrale, maak_kaartmap
from tests.ui.kaartpakket.conftest import WAIT_MS, a_page, facts, knops
from tests.ui.look import assert_look


@pytest.fixture
def centrale(tmp_path: Path) -> Iterator[Centrale]:
    with start_centrale(tmp_path / "centrale") as made:
        yield made


@pytest.fixture
def offered(qtbot: QtBot, ui: UiContext, centrale: Centrale, nobody: Diensten, tmp_path: Path) -> KaartpakkettenPage:
    """A page after a round in which the centre told of a kaartpakket."""
    breng_naar_centrale(centrale, maak_kaartmap(tmp_path / "kaart", tegels=4, gemaakt_op="2031-01-01T12:00:00.000Z"))
    session = meld_sessie_aan(ui.session, centrale, "Sam", Rol.TEAMLEIDER)
    session = replace(session, clock=centrale.dienst.clock)
    run_sync(session)
    page = a_page(qtbot, ui, nobody)
    qtbot.waitUntil(lambda: page.part.offer.aanbod is not None, timeout=WAIT_MS)
    return page


def rows(page: KaartpakkettenPage) -> list[str]:
    return [key for key, _ in page.part.offer.rows()]


def test_without_an_offer_there_is_no_row(page: KaartpakkettenPage) -> None:
    assert rows(page) == []
    assert page.part.offer.aanbod is None


def test_it_is_offered_fetched_and_not_chosen(qtbot: QtBot, offered: KaartpakkettenPage) -> None:
    assert rows(offered) == [OFFER_KEY]
    offered.part.panel.chosen.emit(OFFER_KEY)
    assert "Nieuw kaartpakket bij de centrale" in facts(offered)
    assert_look(offered)
    in_use = offered.part._ui.session.kaart
    with qtbot.waitSignal(offered.work.made, timeout=WAIT_MS) as told:
        knops(offered)["Ophalen"].click()
    assert told.args == ["ijsselstein"]
    qtbot.waitUntil(lambda: offered.part.offer.aanbod is None, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: "Gebruiken" in knops(offered), timeout=WAIT_MS)
    assert rows(offered) == []
    assert offered.part._ui.session.kaart is in_use


def test_what_was_begun_is_gone_on_with(qtbot: QtBot, offered: KaartpakkettenPage) -> None:
    found = offered.part.offer.aanbod
    assert found is not None
    folder = offered.part._ui.session.store.folder / "kaartpakketten"
    folder.mkdir(exist_ok=True)
    (folder / f".komt-{found.id}.boakaart.deel").write_bytes(b"BOAK")
    with qtbot.waitSignal(offered.part.offer.offer_read, timeout=WAIT_MS):
        offered.part.offer.read()
    offered.part.panel.chosen.emit(OFFER_KEY)
    assert "Verder ophalen" in knops(offered)


def test_a_centre_that_is_away_is_told_on_the_page(
    qtbot: QtBot, offered: KaartpakkettenPage, centrale: Centrale
) -> None:
    session = offered.part._ui.session
    with session.store.read() as reader:
        known = sync_stand.find_toestel(reader)
    assert known is not None
    away = replace(known.toestel, server="http://127.0.0.1:9")
    stand = known.stand
    assert stand is not None
    session.write(lambda w: sync_stand.keep_toestel(w, away))
    session.write(lambda w: sync_stand.keep_stand(w, stand))
    offered.part.panel.chosen.emit(OFFER_KEY)
    with qtbot.waitSignal(offered.work.make_failed, timeout=WAIT_MS) as told:
        knops(offered)["Ophalen"].click()
    assert told.args[0].code == "centrale_onbereikbaar"
    qtbot.waitUntil(lambda: "Ophalen" in knops(offered), timeout=WAIT_MS)
