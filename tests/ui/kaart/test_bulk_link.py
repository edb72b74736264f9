"""Picking and acting in the real window: list, bar, store, undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boa_app.domain.melding import Status
from boa_app.domain.roles import Rol
from boa_app.store import meldingen
from boa_app.ui.context import UiContext
from boa_app.ui.kaart.page import KaartPage
from boa_app.ui.shell import Shell
from boa_app.ui.widgets.banner import Banner
from boa_app.usecases import bulk
from tests.samples import as_role
from tests.usecases.test_bulk import FullDisk

pytestmark = pytest.mark.webengine
WAIT = 15_000
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(qtbot: QtBot, shell: Shell) -> KaartPage:
    shell.show_page("kaart")
    made = shell.real_page("kaart")
    assert isinstance(made, KaartPage)
    qtbot.waitUntil(lambda: made.model.row_count() > 0 and made.map.is_ready, timeout=WAIT)
    return made


def _click(qtbot: QtBot, page: KaartPage, nr: int, keys: Qt.KeyboardModifier) -> None:
    rows = page.list.rows
    place = rows.visualRect(page.model.index(page.model.row_of(nr))).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, keys, place)


def _states(ui: UiContext) -> list[str]:
    with ui.session.store.read() as reader:
        return [str(one.melding.status) for one in meldingen.get_by_nr(reader, [1, 2, 3, 4])]


def _banner(qtbot: QtBot, shell: Shell, words: str) -> Banner:
    qtbot.waitUntil(lambda: any(words in banner.spec.strong for banner in shell.banners()), timeout=WAIT)
    return next(banner for banner in shell.banners() if words in banner.spec.strong)


def test_picked_lapsed_and_taken_back(qtbot: QtBot, ui: UiContext, shell: Shell, page: KaartPage) -> None:
    _click(qtbot, page, 1, Qt.KeyboardModifier.NoModifier)
    _click(qtbot, page, 3, CTRL)
    assert page.bulk.picks.nrs() == [1, 3] and page.bulk.bar.isVisible()
    assert page.bulk.bar.count.text() == "2 gekozen"
    qtbot.mouseClick(page.bulk.bar.lapse, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(page.bulk.bar.reason, "dubbel")
    qtbot.keyClick(page.bulk.bar.reason, Qt.Key.Key_Return)
    banner = _banner(qtbot, shell, "2 meldingen vervallen.")
    assert _states(ui) == [Status.VERVALLEN, Status.ACTIEF, Status.VERVALLEN, Status.ACTIEF]
    assert not page.bulk.bar.isVisible() and page.list.meldingen.text() == "2 meldingen,"
    banner.buttons()[0].click()
    _banner(qtbot, shell, "Ongedaan gemaakt: 2.")
    assert set(_states(ui)) == {Status.ACTIEF}
    qtbot.waitUntil(lambda: page.list.meldingen.text() == "4 meldingen,", timeout=WAIT)


def test_shift_keys_and_all(qtbot: QtBot, page: KaartPage) -> None:
    _click(qtbot, page, 1, Qt.KeyboardModifier.NoModifier)
    _click(qtbot, page, 3, SHIFT)
    assert page.bulk.picks.nrs() == [1, 2, 3]
    qtbot.keyClick(page.list.rows, Qt.Key.Key_A, CTRL)
    assert page.bulk.picks.count() == 4
    qtbot.keyClick(page.list.rows, Qt.Key.Key_Escape)
    assert page.bulk.picks.count() == 0 and not page.bulk.bar.isVisible()
    page.list.rows.set_chosen(page.model.row_of(2))
    qtbot.keyClick(page.list.rows, Qt.Key.Key_Space)
    assert page.bulk.picks.nrs() == [2]


def test_by_touch_once_picking_was_asked_for(qtbot: QtBot, page: KaartPage) -> None:
    page.list.menu.pick.click()
    assert page.bulk.bar.isVisible() and page.bulk.bar.count.text() == "Kies meldingen"
    _click(qtbot, page, 2, Qt.KeyboardModifier.NoModifier)
    _click(qtbot, page, 4, Qt.KeyboardModifier.NoModifier)
    _click(qtbot, page, 2, Qt.KeyboardModifier.NoModifier)
    assert page.bulk.picks.nrs() == [4]
    page.bulk.bar.cross.click()
    _click(qtbot, page, 2, Qt.KeyboardModifier.NoModifier)
    assert page.bulk.picks.count() == 0 and page.chosen.nr == 2


def test_one_event(qtbot: QtBot, ui: UiContext, shell: Shell, page: KaartPage) -> None:
    page.bulk.picks.pick_all()
    page.bulk.bar.incident.click()
    _banner(qtbot, shell, "3 meldingen bij het incident gezet.")
    qtbot.waitUntil(lambda: page.list.incidenten.text() == "1 incident", timeout=WAIT)


def test_what_was_left_stays_picked(qtbot: QtBot, ui: UiContext, shell: Shell, page: KaartPage) -> None:
    ui.session = as_role(ui.session, Rol.BOA, account="iemand anders")
    page.bulk.picks.pick_all()
    page.bulk.bar.lapse.click()
    qtbot.keyClicks(page.bulk.bar.reason, "dubbel")
    page.bulk.bar.confirm.click()
    banner = _banner(qtbot, shell, "0 meldingen vervallen. 4 niet: u mag dat daar niet.")
    assert not banner.buttons() and page.bulk.picks.count() == 4 and page.bulk.bar.isVisible()


def test_a_filter_lets_go_of_what_it_hides(page: KaartPage) -> None:
    page.bulk.picks.pick_all()
    page.filters.soort.set_chosen(("HANG",))
    page.filters.filter_changed.emit()
    assert page.bulk.picks.count() == 1


def test_order_and_groups(qtbot: QtBot, page: KaartPage) -> None:
    next(row for row in page.list.menu.rows() if row.code == "oud").click()
    assert [int(nr) for nr in page.model.nrs()] == [4, 3, 2, 1]
    next(row for row in page.list.menu.rows() if row.code == "ernst").click()
    assert page.model.row_count() == 4, "without headings"
    page.chosen.choose(3)
    next(row for row in page.list.menu.rows() if row.code == "afstand").click()
    assert int(page.model.nrs()[0]) == 3 and page.list.rows.chosen_row() == 0
    next(row for row in page.list.menu.rows() if row.code == "buurt").click()
    assert page.list.rows.chosen_row() >= 0


def test_a_full_disk_half_way_is_told_and_the_rest_can_be_taken_back(
    qtbot: QtBot, ui: UiContext, shell: Shell, page: KaartPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "BATCH", 1)
    monkeypatch.setattr(ui.session.store, "write", FullDisk(ui.session))
    page.bulk.picks.pick_all()
    page.bulk.bar.lapse_requested.emit("dubbel")
    banner = _banner(qtbot, shell, "1 melding vervallen.")
    assert any(one.spec.key == "fout:schijf_vol" for one in shell.banners())
    monkeypatch.undo()
    banner.buttons()[0].click()
    _banner(qtbot, shell, "Ongedaan gemaakt: 1.")
    assert set(_states(ui)) == {Status.ACTIEF}
