"""Keeps the draft of the form on disk: at most half a second behind what a person does."""

from __future__ import annotations

from enum import Enum
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from boa_app.domain.errors import BoaError
from boa_app.domain.ids import uuid7
from boa_app.ui.context import UiContext
from boa_app.usecases.changes import Done
from boa_app.usecases.concepten import bewaar_concept, verwijder_concept

STORE_AFTER_MS = 500


class DraftState(Enum):
    """Where the content of the form is: there is none, only on the screen, refused by the disk, or kept."""

    NIETS = "niets"
    NIET_BEWAARD = "niet bewaard"
    MISLUKT = "mislukt"
    BEWAARD = "bewaard"


class DraftKeeper(QObject):
    """One draft at a time. Its uid is made here, so that two stores under way never make two drafts.

    Signals:
        kept_changed(bool): what is on the form is on disk, or is not.
        state_changed(): `state` is another one now.
    """

    kept_changed = Signal(bool)
    state_changed = Signal()

    def __init__(self, ui: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ui = ui
        self._uid = ""
        self._waiting: dict[str, Any] | None = None
        self._is_stored = False
        self._state = DraftState.NIETS
        # Not restarted by each touch: somebody who keeps typing must not keep the disk waiting.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STORE_AFTER_MS)
        self._timer.timeout.connect(self.store_now)

    @property
    def is_kept(self) -> bool:
        """True when the form stands on disk as it is shown."""
        return self._state is DraftState.BEWAARD

    @property
    def state(self) -> DraftState:
        """Where the content of the form is now."""
        return self._state

    @property
    def uid(self) -> str:
        """The draft on disk, "" when there is none."""
        return self._uid if self._is_stored else ""

    @property
    def own_uid(self) -> str:
        """What the draft is or will be called, on disk or not."""
        return self._uid

    def mark_stored(self) -> None:
        """Somebody else stored the draft under its own uid: a photo brings it along."""
        self._is_stored = True

    def begin(self, uid: str = "") -> None:
        """Start with a new draft, or go on with one that is on disk."""
        self._timer.stop()
        self._waiting = None
        self._uid, self._is_stored = uid or uuid7(self._ui.session.now()), bool(uid)
        self._set_state(DraftState.BEWAARD if uid else DraftState.NIETS)

    def touch(self, inhoud: dict[str, Any] | None) -> None:
        """Keep this soon; None: there is nothing on the form any more, throw the draft away."""
        self._waiting = inhoud
        if inhoud is None:
            self._timer.stop()
            self._set_state(DraftState.NIETS)
            self._throw_away()
            return
        if self._state is not DraftState.MISLUKT:
            # What the disk refused stays refused until the disk has taken it: no going to and fro while typing.
            self._set_state(DraftState.NIET_BEWAARD)
        if not self._timer.isActive():
            self._timer.start()

    def store_now(self) -> None:
        """Start the command that keeps what is waiting; nothing when nothing waits."""
        self._timer.stop()
        inhoud, self._waiting = self._waiting, None
        if inhoud is None:
            return
        session, uid = self._ui.session, self._uid
        self._is_stored = True
        self._ui.run(
            lambda: bewaar_concept(session, inhoud, uid),
            self,
            self._on_stored,
            lambda error: self._on_failed(error, uid, inhoud),
        )

    def stop(self) -> str:
        """Keep nothing more: the form is being saved. Returns the uid of the draft to remove, "" when there is none."""
        self._timer.stop()
        self._waiting = None
        return self.uid

    def _throw_away(self) -> None:
        if self._is_stored:
            session, uid = self._ui.session, self._uid
            self._is_stored = False
            self._ui.run(lambda: verwijder_concept(session, uid), self)

    def _on_stored(self, done: Done) -> None:
        if done.uid == self._uid and self._waiting is None:
            self._set_state(DraftState.BEWAARD)

    def _on_failed(self, error: BoaError, uid: str, inhoud: dict[str, Any]) -> None:
        if uid == self._uid:
            # It goes on waiting: leaving the form, locking and the next touch try again.
            self._waiting = self._waiting or inhoud
            self._set_state(DraftState.MISLUKT)
        self._ui.show_error(error)

    def _set_state(self, state: DraftState) -> None:
        was_kept = self.is_kept
        if state is self._state:
            return
        self._state = state
        self.state_changed.emit()
        if self.is_kept != was_kept:
            self.kept_changed.emit(self.is_kept)
