"""Proof that a packaged program works: unlock, wait for the map, log one melding, and tell by exit code."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from boa_app.domain.errors import BoaError
from boa_app.domain.melding import Melding
from boa_app.ui.map.view import MapView
from boa_app.ui.ontgrendelen.opener import EXAMPLE_PASSPHRASE
from boa_app.ui.window import MainWindow
from boa_app.usecases.changes import Done
from boa_app.usecases.meldingen import register_melding

DEADLINE_MS = 120_000
PASSPHRASE_VARIABLE = "BOA_APP_WACHTWOORD"  # noqa: S105 - the name of it, not the thing itself


class SelfTest(QObject):
    """Walks the shortest way through the real window. exit_code is 0 only when the melding is on disk."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.exit_code = 1
        self._step = "the unlock screen did not open the store"
        self._deadline = QTimer(self, singleShot=True, interval=DEADLINE_MS)
        self._deadline.timeout.connect(lambda: self._end(self._step))

    def begin(self) -> None:
        """Start as soon as the event loop runs."""
        self._deadline.start()
        self._window.session_opened.connect(self._on_window_session_opened)
        self._window.entry.unlock.step_changed.connect(self._on_unlock_step_changed)
        QTimer.singleShot(0, self, self._unlock)

    def _unlock(self) -> None:
        secret = os.environ.get(PASSPHRASE_VARIABLE) or EXAMPLE_PASSPHRASE
        self._window.entry.unlock.secret.field.setText(secret)
        self._window.entry.corner.click()

    def _on_unlock_step_changed(self) -> None:
        if problem := self._window.entry.unlock.problem:
            self._end(problem)

    def _on_window_session_opened(self) -> None:
        self._step = "the map did not become ready"
        shell = self._window.shell
        if shell is None:
            return
        view = shell.real_page("vandaag").findChildren(MapView)[0]
        view.map_failed.connect(lambda: self._end(self._step))
        if view.is_ready:
            self._log_melding()
        else:
            view.map_ready.connect(self._log_melding)

    def _log_melding(self) -> None:
        self._step = "the melding was not stored"
        shell = self._window.shell
        if shell is None:
            return
        session = shell.context.session
        melding = Melding(session.now(), 5.04, 52.02, "GEEN", groepsgrootte="G0", plaats="zelftest")
        shell.context.tasks.command(lambda: register_melding(session, melding), self._on_stored, self._on_refused, self)

    def _on_stored(self, done: Done) -> None:
        self._end("" if done.uid else self._step)

    def _on_refused(self, error: BoaError) -> None:
        self._end(f"{self._step}: {error.code}")

    def _end(self, problem: str) -> None:
        if not self._deadline.isActive():
            return
        self._deadline.stop()
        self.exit_code = 1 if problem else 0
        if problem:
            sys.stderr.write(f"zelftest: {problem}\n")
        QApplication.exit(self.exit_code)
