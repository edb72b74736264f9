"""The answers on the page with real stores and a real centre: refused changes and pairs, and what each leads to."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from boa_app.domain.melding import MeldingRecord
from boa_app.store import meldingen
from boa_app.ui.sync.page import SynchroniserenPage
from boa_app.usecases.changes import Undo
from boa_app.usecases.meldingen import wijzig_melding
from tests.apparaten import Apparaat, Opstelling
from tests.ui.sync.conftest import Window

WAIT = 30_000


def _refused(veld: Opstelling) -> tuple[Apparaat, str]:
    """A boa edits his melding within a day by the clock of his device, and a day and more after it by the centre's."""
    boa = veld.apparaat()
    uid = boa.meld(ernst="1")
    boa.sync()
    veld.clock.forward(hours=30)
    boa.session.store.write_now(
        lambda w: w.db.conn.execute("UPDATE meldingen SET gesynchroniseerd_op = ?", ["2026-11-22T02:00:00.000Z"])
    )
    wijzig_melding(boa.session, uid, {"ernst": "3"})
    assert boa.sync().bon.geweigerd == 1
    return boa, uid


def _page(qtbot: QtBot, window: Window, device: Apparaat) -> SynchroniserenPage:
    ui = window(device.session)
    with qtbot.waitSignal(ui.sync.stand_changed, timeout=WAIT):
        ui.sync.start()
    page = SynchroniserenPage(ui)
    qtbot.addWidget(page)
    page.resize(1188, 672)
    page.show()
    page.page_shown()
    qtbot.waitUntil(lambda: page.bureau is not None, timeout=WAIT)
    return page


def _record(device: Apparaat, uid: str) -> MeldingRecord:
    with device.session.store.read() as reader:
        record = meldingen.get_melding(reader, uid)
    assert record is not None
    return record


def _name(page: SynchroniserenPage) -> list[str]:
    return [row.line.name for row in page.attention.rows()]


def test_a_correction_goes_along_with_its_reason(qtbot: QtBot, window: Window, veld: Opstelling) -> None:
    boa, uid = _refused(veld)
    page = _page(qtbot, window, boa)
    assert _name(page) == ["Geweigerd: wijziging van 22-11"]
    page.attention.rows()[0].buttons[0].click()
    assert page.rejected.isVisible()
    page.rejected.correct.click()
    page.rejected.reason.choices[0].click()
    qtbot.waitUntil(lambda: not page.attention.rows() and page.conflicts.isVisible(), timeout=WAIT)
    assert _record(boa, uid).melding.ernst == "3"
    result = boa.sync()
    assert (result.bon.geweigerd, result.bon.is_gelijk) == (0, True)


def test_letting_go_leaves_what_the_centre_has(qtbot: QtBot, window: Window, veld: Opstelling) -> None:
    boa, uid = _refused(veld)
    page = _page(qtbot, window, boa)
    page.attention.rows()[0].buttons[0].click()
    page.rejected.release_knop.click()
    qtbot.waitUntil(lambda: not page.attention.rows(), timeout=WAIT)
    assert _record(boa, uid).melding.ernst == "1"


@pytest.fixture
def pair(veld: Opstelling) -> tuple[Apparaat, str, str]:
    """Two officers logged one event; the window is that of the first."""
    een, ander = veld.apparaat(), veld.apparaat("Noor Vos")
    veld.sync_all()
    first = een.meld()
    veld.clock.forward(minutes=20)
    other = ander.meld(lat=52.0201)
    veld.sync_all()
    return een, first, other


def test_two_meldingen_become_one_incident(qtbot: QtBot, window: Window, pair: tuple[Apparaat, str, str]) -> None:
    device, first, other = pair
    page = _page(qtbot, window, device)
    notices: list[object] = []
    page.answers._ui.notice_requested.connect(lambda _said, undo: notices.append(undo))
    assert _name(page) == ["Mogelijk zelfde incident"]
    page.attention.rows()[0].buttons[0].click()
    assert page.pair.isVisible()
    page.pair.join.click()
    qtbot.waitUntil(lambda: not page.attention.rows() and bool(notices), timeout=WAIT)
    assert isinstance(notices[0], Undo), "it can be taken back"
    incidents = {_record(device, uid).melding.incident for uid in (first, other)}
    assert first in incidents or other in incidents
    page.release()


def test_two_meldingen_stay_two(qtbot: QtBot, window: Window, pair: tuple[Apparaat, str, str]) -> None:
    device, first, other = pair
    page = _page(qtbot, window, device)
    page.attention.rows()[0].buttons[0].click()
    page.pair.part.click()
    qtbot.waitUntil(lambda: not page.attention.rows(), timeout=WAIT)
    assert [_record(device, uid).melding.incident for uid in (first, other)] == ["", ""]
    assert page.conflicts.isVisible()
    page.release()
