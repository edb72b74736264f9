"""Syncing of this session: by hand any time, by itself when there is a line, and what the foot says of it.

start ──> stand read ──> enrolled? ──> round after START_S, after a save, every few minutes; offline ever rarer
sync_now() ──> round ──> progressed … ──> round_ended(Syncuitslag) or round_failed(BoaError)

A round runs on the thread for the network. How far it is, is written in one place by that thread and read by a timer:
at locking the window goes first.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from boa_app.domain.bonnetje import BonStatus
from boa_app.domain.errors import BoaError
from boa_app.ui.sync.rhythm import START_S, Rhythm
from boa_app.ui.tasks import Task
from boa_app.usecases.aanmelden import Aanmeldstatus, meld_aan, sessie_van
from boa_app.usecases.changes import Changes, Done
from boa_app.usecases.synchroniseren import Syncstand, Syncuitslag, Voortgang, onderhoud, run_sync, syncstand

if TYPE_CHECKING:
    from boa_app.ui.context import UiContext
    from boa_app.ui.sync.enrol_card import AanmeldVraag
    from boa_app.usecases.session import Session

LOOK_EVERY_MS = 100
READ_AFTER_MS = 200
STOPPED_CODE = "sync_afgebroken"
ROLE_CODE, REVOKED_CODE, ENROLLED_CODE = "rol_gewijzigd", "toestel_ingetrokken", "aangemeld_opnieuw"


@dataclass(slots=True)
class Order:
    """What the thread is asked to do and how far it is. Both sides only ever replace whole values."""

    progress: Voortgang | None = None
    wants_stop: bool = False
    address: str = ""

    def tell(self, progress: Voortgang) -> None:
        """How far the round is."""
        self.progress = progress

    def open_browser(self, address: str) -> None:
        """Where a person signs in; the window opens it."""
        self.address = address


class SyncService(QObject):
    """One per open session.

    Signals:
        stand_changed(): the counts, the contact with the centre or whether a round runs are others now.
        progressed(Voortgang): how far a round is.
        round_ended(Syncuitslag, bool), round_failed(BoaError, bool): the round; whether a person asked for it.
        enrolled(Aanmeldstatus), enrol_failed(BoaError).
        shut(BoaError): role or device changed at the centre: this session must end; the error says why.
    """

    stand_changed = Signal()
    progressed = Signal(object)
    round_ended = Signal(object, bool)
    round_failed = Signal(object, bool)
    enrolled = Signal(object)
    enrol_failed = Signal(object)
    shut = Signal(object)

    def __init__(self, ui: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self.stand: Syncstand | None = None
        self.problem: BoaError | None = None
        self.rhythm = Rhythm()
        self._order = Order()
        self._running: Task[Syncuitslag] | None = None
        self._enrolling: Task[Aanmeldstatus] | None = None
        self._is_by_hand = self._is_withdrawn = False
        self.has_synced = False
        self._is_saved_meanwhile = False
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._on_next_timeout)
        self._read = QTimer(self, singleShot=True, interval=READ_AFTER_MS)
        self._read.timeout.connect(self._read_stand)
        self._watch = QTimer(self, interval=LOOK_EVERY_MS)
        self._watch.timeout.connect(self._on_watch_timeout)
        ui.data_changed.connect(self._on_ui_data_changed)

    @property
    def is_running(self) -> bool:
        """True from the start of a round until its outcome is here."""
        return self._running is not None

    @property
    def is_asked_for(self) -> bool:
        """True while a round runs that a person asked for: one by itself moves nothing on the screen."""
        return self.is_running and self._is_by_hand

    @property
    def is_enrolling(self) -> bool:
        """True while the centre is asked to take this device."""
        return self._enrolling is not None

    @property
    def is_enrolled(self) -> bool:
        """Whether there is a centre to speak with."""
        return self.stand is not None and self.stand.aangemeld

    @property
    def seconds_to_next(self) -> float:
        """Until the next round by itself; negative when none is planned."""
        return self._next.remainingTime() / 1000 if self._next.isActive() else -1.0

    def start(self) -> None:
        """Take off what this device may hold no longer, and read how things stand; a first round follows soon."""
        session = self._ui.session
        self._ui.tasks.line(lambda _task: onderhoud(session), self._refresh, self._on_upkeep_failed, self)
        self._read_stand(START_S)

    def sync_now(self, *, by_hand: bool = True) -> None:
        """A round now; by hand a second touch while one runs makes it a round by hand."""
        self._is_by_hand = by_hand or self.is_asked_for
        if self.is_running or not self.is_enrolled:
            self.stand_changed.emit()
            return
        self._next.stop()
        self._is_saved_meanwhile = False
        session, order = self._ui.session, Order()
        self._order = order
        browser: Callable[[str], None] | None = order.open_browser if by_hand else None

        def work(task: Task[Syncuitslag]) -> Syncuitslag:
            return _run(session, order, task, browser)

        self._running = self._ui.tasks.line(work, self._on_round_ended, self._on_round_failed, self)
        self._watch.start()
        self.stand_changed.emit()

    def stop(self) -> None:
        """Stop the round; what the centre confirmed stays confirmed."""
        self._order.wants_stop = True

    def enrol(self, vraag: AanmeldVraag) -> None:
        """Sign this device up, and bring everything on it to the centre in the first round."""
        session, order = self._ui.session, Order()
        self._order = order

        def work(task: Task[Aanmeldstatus]) -> Aanmeldstatus:
            order.tell(Voortgang("contact"))
            status = meld_aan(session, vraag.adres, vraag.code, ca=vraag.ca, naam=vraag.naam)
            # Signed up, whatever becomes of the first round: the next one comes by itself after unlocking.
            with suppress(BoaError):
                _run(sessie_van(session), order, task, order.open_browser)
            return status

        self._enrolling = self._ui.tasks.line(work, self._on_enrolled, self._on_enrol_failed, self)
        self._watch.start()
        self.stand_changed.emit()

    def close(self) -> None:
        """Before the session closes: nothing starts any more; a round under way stops at its next step."""
        self._order.wants_stop = True
        for timer in (self._next, self._read, self._watch):
            timer.stop()
        for task in (self._running, self._enrolling):
            if task is not None:
                task.cancel()

    def _read_stand(self, first_s: int = 0) -> None:
        session = self._ui.session
        self._ui.tasks.query(
            lambda: syncstand(session), lambda stand: self._on_stand(stand, first_s), self._ui.show_error, self
        )

    def _plan(self, seconds: float) -> None:
        """The next round not later than this; a nearer one stays."""
        if self.is_enrolled and not self.is_running:
            left = self._next.remainingTime()
            wanted = round(seconds * 1000)
            if left < 0 or wanted < left:
                self._next.start(wanted)

    def _rest(self) -> None:
        self._running = self._enrolling = None
        self._watch.stop()

    def _refresh(self, changes: Changes) -> None:
        if changes == Changes():
            self._read.start()
        else:
            self._ui.run(lambda: Done(changes), self)

    def _on_upkeep_failed(self, error: BoaError) -> None:
        if error.code == REVOKED_CODE:
            self._withdraw()
        else:
            self._ui.show_error(error)

    def _withdraw(self) -> None:
        """Said once: looking how things stand and the upkeep may both find it."""
        if not self._is_withdrawn:
            self._is_withdrawn = True
            self.shut.emit(BoaError(REVOKED_CODE))

    def _on_stand(self, stand: Syncstand, first_s: int) -> None:
        before, self.stand = self.stand, stand
        if stand.ingetrokken:
            self._withdraw()
            return
        if first_s:
            self._plan(first_s)
        elif stand.onverzonden and (before is None or stand.onverzonden > before.onverzonden):
            self._plan(self.rhythm.pause_after_save_s)
        if not self._next.isActive():
            self._plan(self.rhythm.pause_s)
        if stand != before:
            self.stand_changed.emit()

    def _on_round_ended(self, outcome: Syncuitslag) -> None:
        self._rest()
        self.problem, self.has_synced = None, True
        self.rhythm = self.rhythm.after_success()
        by_hand, self._is_by_hand = self._is_by_hand, False
        if outcome.bon.status is BonStatus.INGETROKKEN:
            self._withdraw()
            return
        self._refresh(outcome.changes)
        self._plan(self.rhythm.pause_after_save_s if self._is_saved_meanwhile else self.rhythm.pause_s)
        self.stand_changed.emit()
        self.round_ended.emit(outcome, by_hand)
        if outcome.actor_gewijzigd:
            self.shut.emit(BoaError(ROLE_CODE))

    def _on_round_failed(self, error: BoaError) -> None:
        self._rest()
        by_hand, self._is_by_hand = self._is_by_hand, False
        stopped = error.code == STOPPED_CODE
        self.problem = None if stopped else error
        if not stopped:
            self.rhythm = self.rhythm.after_failure()
        self._read.start()
        self._plan(self.rhythm.pause_s)
        self.stand_changed.emit()
        self.round_failed.emit(error, by_hand)

    def _on_enrolled(self, status: Aanmeldstatus) -> None:
        self._rest()
        self.enrolled.emit(status)
        self.shut.emit(BoaError(ENROLLED_CODE, naam=status.naam, rol=status.rol))

    def _on_enrol_failed(self, error: BoaError) -> None:
        self._rest()
        self.stand_changed.emit()
        self.enrol_failed.emit(error)

    def _on_next_timeout(self) -> None:
        self.sync_now(by_hand=False)

    def _on_watch_timeout(self) -> None:
        order = self._order
        if order.address:
            address, order.address = order.address, ""
            QDesktopServices.openUrl(QUrl(address))
        if order.progress is not None:
            self.progressed.emit(order.progress)

    def _on_ui_data_changed(self, changes: Changes) -> None:
        del changes
        self._is_saved_meanwhile = True
        self._read.start()


def _run(
    session: Session, order: Order, task: Task[Syncuitslag] | Task[Aanmeldstatus], browser: Callable[[str], None] | None
) -> Syncuitslag:
    return run_sync(
        session, progress=order.tell, cancelled=lambda: order.wants_stop or task.is_cancelled, open_browser=browser
    )
