"""The whole window of a device at a real centre: foot, notices, the way from a melding to its conflict, and the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from boa_app.domain.errors import BoaError
from boa_app.ui.meldingen.detail import DetailPage
from boa_app.ui.shell import Shell
from boa_app.ui.sync.attention import AttentionRow
from boa_app.ui.sync.page import SynchroniserenPage
from boa_app.usecases.changes import Changes
from boa_app.usecases.meldingen import wijzig_melding
from tests.apparaten import Apparaat, Opstelling
from tests.kaartmappen import breng_naar_centrale, maak_kaartmap
from tests.ui.sync.conftest import Window, without_line

WAIT = 30_000


@pytest.fixture
def device(veld: Opstelling) -> Apparaat:
    made = veld.apparaat("Sam de Wit", "teamleider", None)
    made.sync()
    return made


@pytest.fixture
def shell(qtbot: QtBot, window: Window, device: Apparaat) -> Iterator[Shell]:
    ui = window(device.session)
    made = Shell(ui)
    made.resize(1280, 800)
    made.show()
    qtbot.waitUntil(lambda: ui.sync.stand is not None, timeout=WAIT)
    yield made
    made.release()
    ui.tasks.close()
    ui.setParent(None)
    delete(made)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _foot(shell: Shell) -> list[str]:
    return [item.accessibleName() for item in shell.foot.state_items()]


def _conflict(veld: Opstelling, device: Apparaat) -> str:
    """A melding that both changed; theirs is at the centre already."""
    other = veld.apparaat("Noor Vos", "teamleider", None)
    uid = device.meld(ernst="1")
    device.sync()
    other.sync()
    wijzig_melding(device.session, uid, {"ernst": "3"})
    wijzig_melding(other.session, uid, {"ernst": "2"})
    other.sync()
    return uid


def _round(qtbot: QtBot, shell: Shell) -> None:
    sync = shell.context.sync
    qtbot.waitUntil(lambda: not sync.is_running, timeout=WAIT)
    with qtbot.waitSignal(sync.round_ended, timeout=WAIT):
        sync.sync_now(by_hand=False)


def test_the_foot_counts_and_leads_to_the_page(qtbot: QtBot, shell: Shell, device: Apparaat) -> None:
    assert _foot(shell)[1].startswith("Alles bij de centrale laatst ")
    device.meld()
    shell.context.data_changed.emit(Changes(rondes=True))
    qtbot.waitUntil(lambda: _foot(shell)[1] == "1 nog niet gesynchroniseerd", timeout=WAIT)
    shell.foot.state_items()[1].click()
    assert shell.current_key == "synchroniseren"
    _round(qtbot, shell)
    qtbot.waitUntil(lambda: _foot(shell)[1].startswith("Alles bij de centrale"), timeout=WAIT)


def test_a_newer_map_of_the_centre_is_told_and_leads_to_it(
    qtbot: QtBot, shell: Shell, veld: Opstelling, tmp_path: Path
) -> None:
    breng_naar_centrale(veld.centrale, maak_kaartmap(tmp_path / "kaart", gemaakt_op="2031-01-01T12:00:00.000Z"))
    shell.show_page("synchroniseren")
    _round(qtbot, shell)
    page = shell.real_page("synchroniseren")
    assert isinstance(page, SynchroniserenPage)

    def offers() -> list[AttentionRow]:
        return [row for row in page.attention.rows() if row.line.icon == "download"]

    qtbot.waitUntil(lambda: bool(offers()), timeout=WAIT)
    assert offers()[0].line.meta == "IJsselstein, gemaakt op 01-01-2031"
    offers()[0].buttons[0].click()
    assert shell.current_key == "kaartpakketten"


def test_a_conflict_is_noticed_badged_and_reached_from_its_melding(
    qtbot: QtBot, shell: Shell, veld: Opstelling, device: Apparaat
) -> None:
    _round(qtbot, shell)
    uid = _conflict(veld, device)
    _round(qtbot, shell)
    qtbot.waitUntil(lambda: "1 conflict kies welke geldt" in _foot(shell), timeout=WAIT)
    qtbot.waitUntil(lambda: bool(shell.banners()), timeout=WAIT)
    assert "vraagt" in shell.banners()[-1].spec.strong
    shell.open_melding(uid)
    detail = shell.real_page("melding")
    assert isinstance(detail, DetailPage)
    qtbot.waitUntil(lambda: detail.banner_text == "Hier staan twee waarden naast elkaar: ernst.", timeout=WAIT)
    detail.conflict_opened.emit(uid)
    page = shell.real_page("synchroniseren")
    assert isinstance(page, SynchroniserenPage)
    qtbot.waitUntil(lambda: page.conflicts.beeld is not None and page.conflicts.beeld.key == uid, timeout=WAIT)
    assert shell.current_key == "synchroniseren"
    assert not shell.banners(), "here it stands in full"


def test_who_is_logging_is_not_disturbed(qtbot: QtBot, shell: Shell, veld: Opstelling, device: Apparaat) -> None:
    _round(qtbot, shell)
    shell.open_form()
    _conflict(veld, device)
    _round(qtbot, shell)
    qtbot.waitUntil(lambda: "1 conflict kies welke geldt" in _foot(shell), timeout=WAIT)
    assert shell.current_key == "melden"
    assert not shell.banners()
    shell.go_back()
    qtbot.waitUntil(lambda: bool(shell.banners()), timeout=WAIT)


def test_another_role_waits_for_the_form_and_then_locks_with_a_word(
    qtbot: QtBot, shell: Shell, veld: Opstelling
) -> None:
    _round(qtbot, shell)
    shell.open_form()
    told: list[BoaError] = []
    shell.lock_explained.connect(told.append)
    veld.centrale.wijzig("Sam de Wit", rol="boa")
    _round(qtbot, shell)
    QCoreApplication.processEvents()
    assert not told
    shell.go_back()
    assert [error.code for error in told] == ["rol_gewijzigd"]


def test_offline_nothing_pops_up(qtbot: QtBot, shell: Shell, device: Apparaat) -> None:
    sync = shell.context.sync
    _round(qtbot, shell)
    with without_line(device.session), qtbot.waitSignal(sync.round_failed, timeout=WAIT):
        sync.sync_now(by_hand=False)
    assert not shell.banners()
    page = shell.real_page("synchroniseren")
    shell.show_page("synchroniseren")
    assert page.context().startswith("Geen verbinding, laatste contact ")
    with without_line(device.session), qtbot.waitSignal(sync.round_failed, timeout=WAIT):
        shell.sync.sync_now()
    qtbot.waitUntil(lambda: bool(shell.banners()), timeout=WAIT)
    assert shell.banners()[0].spec.strong == "De centrale is niet bereikbaar."


def test_the_keyboard_walks_from_the_sides_to_the_corner(
    qtbot: QtBot, shell: Shell, veld: Opstelling, device: Apparaat
) -> None:
    _conflict(veld, device)
    _round(qtbot, shell)
    shell.sync.show()
    page = shell.real_page("synchroniseren")
    assert isinstance(page, SynchroniserenPage)
    qtbot.waitUntil(lambda: page.conflicts.beeld is not None, timeout=WAIT)
    tile = next(iter(page.conflicts.groups().values())).tiles[0]
    QTest.keyClick(tile, Qt.Key.Key_Space)
    tile.setFocus(Qt.FocusReason.TabFocusReason)
    names = []
    for _ in range(12):
        shell.focusNextPrevChild(True)
        focused = shell.focusWidget()
        names.append(focused.accessibleName() if focused is not None else "")
        if focused is shell.foot.corner:
            break
    assert names[0].startswith("Ernst, Hun: ")
    assert names.index("Later") < names.index("Vastleggen, 1 van 1") < names.index("Meenemen op USB")
    assert names[-1] == "Synchroniseren", "the corner is last"


def test_a_round_by_itself_moves_nothing_on_the_page(qtbot: QtBot, shell: Shell) -> None:
    shell.show_page("synchroniseren")
    page = shell.real_page("synchroniseren")
    assert isinstance(page, SynchroniserenPage)
    sync = shell.context.sync
    qtbot.waitUntil(lambda: not sync.is_running, timeout=WAIT)
    seen: list[bool] = []
    sync.stand_changed.connect(lambda: seen.append(page.running.isVisible()))
    _round(qtbot, shell)
    assert seen
    assert not any(seen)
    corner = page.foot().corner
    assert corner is not None
    assert not corner.reason
    with qtbot.waitSignal(sync.round_ended, timeout=WAIT):
        page.sync_now()
        assert page.running.isVisible()
    assert not page.running.isVisible()
