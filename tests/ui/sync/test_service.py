"""Syncing by itself and by hand against a real centre: when, what it tells, and how a session must end."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from boa_app.domain.bonnetje import BonStatus
from boa_app.domain.errors import BoaError
from boa_app.domain.melding import MeldingRecord
from boa_app.server import toestellen
from boa_app.server.audit import MACHINE
from boa_app.store import meldingen, sync_stand
from boa_app.ui.context import UiContext
from boa_app.ui.sync.enrol_card import AanmeldVraag
from boa_app.ui.sync.rhythm import AFTER_SAVE_S, REGULAR_S
from boa_app.ui.sync.service import SyncService
from boa_app.usecases.changes import Changes
from boa_app.usecases.meldingen import register_melding
from boa_app.usecases.session import Session
from tests.apparaten import Apparaat, Opstelling
from tests.samples import make_sample_session
from tests.ui.sync.conftest import Window, without_line

WAIT = 30_000


def _started(qtbot: QtBot, ui: UiContext) -> SyncService:
    with qtbot.waitSignal(ui.sync.stand_changed, timeout=WAIT):
        ui.sync.start()
    return ui.sync


def _round(qtbot: QtBot, sync: SyncService, *, by_hand: bool = True) -> BonStatus:
    with qtbot.waitSignal(sync.round_ended, timeout=WAIT) as ended:
        sync.sync_now(by_hand=by_hand)
    outcome, was_by_hand = ended.args
    assert was_by_hand is by_hand
    return outcome.bon.status


def _save(ui: UiContext, device: Apparaat) -> None:
    melding = device.melding()
    ui.run(lambda: register_melding(ui.session, melding), ui)


def test_without_a_centre_nothing_runs(qtbot: QtBot, window: Window, veld: Opstelling) -> None:
    session = make_sample_session(veld.folder / "los", veld.clock)
    sync = _started(qtbot, window(session))
    sync.sync_now()
    assert not sync.is_enrolled
    assert not sync.is_running
    assert sync.seconds_to_next < 0
    session.close()


def test_a_round_by_hand_sends_what_is_here(qtbot: QtBot, window: Window, veld: Opstelling) -> None:
    device, other = veld.apparaat(), veld.apparaat("Noor Vos")
    uid = device.meld()
    ui = window(device.session)
    sync = _started(qtbot, ui)
    assert sync.stand is not None
    assert sync.stand.onverzonden > 0
    progress: list[str] = []
    sync.progressed.connect(lambda told: progress.append(told.stap))
    assert _round(qtbot, sync) is BonStatus.GELUKT
    qtbot.waitUntil(lambda: sync.stand is not None and sync.stand.onverzonden == 0, timeout=WAIT)
    other.sync()
    assert uid in {record.uid for record in _records(other.session)}


def _records(session: Session) -> list[MeldingRecord]:
    with session.store.read() as reader:
        return meldingen.recent(reader, 50)


def test_what_comes_in_reaches_the_pages(qtbot: QtBot, window: Window, veld: Opstelling) -> None:
    device, other = veld.apparaat(), veld.apparaat("Noor Vos")
    ui = window(device.session)
    sync = _started(qtbot, ui)
    _round(qtbot, sync)
    uid = other.meld()
    other.sync()

    def names_it(changes: Changes) -> bool:
        return changes.alles or uid in changes.meldingen

    with qtbot.waitSignal(ui.data_changed, timeout=WAIT, check_params_cb=names_it):
        _round(qtbot, sync)


def test_it_goes_by_itself_soon_after_a_save(
    qtbot: QtBot, window: Window, veld: Opstelling, monkeypatch: pytest.MonkeyPatch
) -> None:
    device = veld.apparaat()
    device.sync()
    ui = window(device.session)
    sync = _started(qtbot, ui)
    _round(qtbot, sync, by_hand=False)
    assert AFTER_SAVE_S < sync.seconds_to_next <= REGULAR_S * 1.1
    _save(ui, device)
    qtbot.waitUntil(lambda: 0 <= sync.seconds_to_next <= AFTER_SAVE_S * 1.1, timeout=WAIT)
    monkeypatch.setattr("boa_app.ui.sync.rhythm.AFTER_SAVE_S", 0)
    with qtbot.waitSignal(sync.round_ended, timeout=WAIT) as ended:
        _save(ui, device)
    assert ended.args[1] is False
    assert ended.args[0].bon.is_gelijk


def test_without_a_line_it_grows_rarer_and_nobody_is_bothered(qtbot: QtBot, window: Window, veld: Opstelling) -> None:
    device = veld.apparaat()
    device.sync()
    ui = window(device.session)
    sync = _started(qtbot, ui)
    errors: list[BoaError] = []
    ui.error_raised.connect(errors.append)
    pauses = []
    for _ in range(2):
        with without_line(device.session), qtbot.waitSignal(sync.round_failed, timeout=WAIT) as failed:
            sync.sync_now(by_hand=False)
        assert failed.args[0].code == "centrale_onbereikbaar"
        pauses.append(sync.rhythm.pause_s)
    assert pauses == sorted(set(pauses))
    assert sync.problem is not None
    assert not errors
    _round(qtbot, sync)
    assert sync.problem is None
    assert sync.rhythm.failures == 0


def _ends(qtbot: QtBot, sync: SyncService, change: Callable[[], object]) -> BoaError:
    change()
    with qtbot.waitSignal(sync.shut, timeout=WAIT) as shut:
        sync.sync_now(by_hand=False)
    error = shut.args[0]
    assert isinstance(error, BoaError)
    return error


def test_another_role_ends_the_session(qtbot: QtBot, window: Window, veld: Opstelling) -> None:
    device = veld.apparaat()
    device.sync()
    sync = _started(qtbot, window(device.session))
    error = _ends(qtbot, sync, lambda: veld.centrale.wijzig("Sam de Wit", rol="teamleider", buurten=None))
    assert error.code == "rol_gewijzigd"


def test_a_withdrawn_device_ends_the_session(qtbot: QtBot, window: Window, veld: Opstelling) -> None:
    device = veld.apparaat()
    device.sync()
    sync = _started(qtbot, window(device.session))
    centre = veld.centrale
    device_id = device.session.store.meta.device
    error = _ends(
        qtbot, sync, lambda: toestellen.trek_in(centre.db, device_id, "verloren onderweg", MACHINE, veld.clock())
    )
    assert error.code == "toestel_ingetrokken"


def test_a_withdrawal_that_was_cut_off_ends_at_opening(qtbot: QtBot, window: Window, veld: Opstelling) -> None:
    device = veld.apparaat()
    device.session.store.write_now(sync_stand.revoke)
    ui = window(device.session)
    with qtbot.waitSignal(ui.sync.shut, timeout=WAIT) as told:
        ui.sync.start()
    assert told.args[0].code == "toestel_ingetrokken"
    qtbot.waitUntil(lambda: not (device.session.store.folder / "sleutel.json").exists(), timeout=WAIT)


def test_signing_up_brings_everything_along_and_asks_to_unlock_again(
    qtbot: QtBot, window: Window, veld: Opstelling
) -> None:
    session = make_sample_session(veld.folder / "nieuw", veld.clock)
    ui = window(session)
    sync = _started(qtbot, ui)
    code = veld.centrale.code("Sam de Wit", "boa", None)
    with qtbot.waitSignal(sync.shut, timeout=WAIT) as told:
        sync.enrol(AanmeldVraag(veld.centrale.url, code, "Tablet 3", None))
    error = told.args[0]
    assert (error.code, error.fields["rol"]) == ("aangemeld_opnieuw", "boa")
    session.close()


def test_a_wrong_code_changes_nothing(qtbot: QtBot, window: Window, veld: Opstelling) -> None:
    session = make_sample_session(veld.folder / "nieuw", veld.clock)
    sync = _started(qtbot, window(session))
    with qtbot.waitSignal(sync.enrol_failed, timeout=WAIT) as failed:
        sync.enrol(AanmeldVraag(veld.centrale.url, "FOUT-CODE", "Tablet 3", None))
    assert failed.args[0].code == "code_onjuist"
    assert not sync.is_enrolling
    session.close()


def test_a_second_touch_starts_no_second_round(qtbot: QtBot, window: Window, veld: Opstelling) -> None:
    device = veld.apparaat()
    ui = window(device.session)
    sync = _started(qtbot, ui)
    ended: list[bool] = []
    sync.round_ended.connect(lambda _outcome, by_hand: ended.append(by_hand))
    sync.sync_now(by_hand=False)
    sync.sync_now()
    assert sync.is_running
    qtbot.waitUntil(lambda: not sync.is_running, timeout=WAIT)
    assert ended == [True], "who asked hears of the round that ran already"


def test_stopping_ends_the_round_and_loses_nothing(qtbot: QtBot, window: Window, veld: Opstelling) -> None:
    device = veld.apparaat()
    device.meld()
    ui = window(device.session)
    sync = _started(qtbot, ui)
    with qtbot.waitSignal(sync.round_failed, timeout=WAIT) as failed:
        sync.sync_now()
        sync.stop()
    assert failed.args[0].code == "sync_afgebroken"
    assert sync.problem is None
    assert _round(qtbot, sync) is BonStatus.GELUKT
    qtbot.waitUntil(lambda: sync.stand is not None and sync.stand.onverzonden == 0, timeout=WAIT)


def test_a_command_done_elsewhere_is_counted(qtbot: QtBot, window: Window, veld: Opstelling) -> None:
    device = veld.apparaat()
    device.sync()
    ui = window(device.session)
    sync = _started(qtbot, ui)
    with qtbot.waitSignal(sync.stand_changed, timeout=WAIT):
        _save(ui, device)
    qtbot.waitUntil(lambda: sync.stand is not None and sync.stand.onverzonden == 1, timeout=WAIT)
