"""What a person answers on the page of syncing, as commands: each with its word of confirmation and its undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from boa_app.domain.errors import BoaError
from boa_app.ui.context import UiContext
from boa_app.ui.sync.desk import decide
from boa_app.usecases import geweigerd, zelfde_incident
from boa_app.usecases.changes import Done


class Answers(QObject):
    """Runs them.

    Signals:
        answered(): something was stored, or could not be; read again.
    """

    answered = Signal()

    def __init__(self, ui: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ui = ui

    def decide(self, choices: Mapping[str, str]) -> None:
        """Choose values: conflict id to change id."""
        session = self._ui.session
        said = self.tr("Uw keuze is vastgelegd en gaat de volgende keer mee.")
        self._run(lambda: decide(session, choices), said)

    def correct(self, change_id: str, reason: str) -> None:
        """Make a refused change again."""
        session = self._ui.session
        said = self.tr("De correctie is vastgelegd en gaat de volgende keer mee.")
        self._run(lambda: geweigerd.maak_correctie(session, change_id, reason), said)

    def let_go(self, change_id: str) -> None:
        """Leave it at what the centre has."""
        session = self._ui.session
        said = self.tr("Losgelaten: wat er nu staat, geldt.")
        self._run(lambda: geweigerd.laat_los(session, change_id), said)

    def join(self, een: str, ander: str) -> None:
        """Two meldingen are one incident."""
        session = self._ui.session
        said = self.tr("De twee meldingen tellen als één incident.")
        self._run(lambda: zelfde_incident.maak_een_incident(session, een, ander), said)

    def part(self, een: str, ander: str) -> None:
        """Two meldingen are two incidents."""
        session = self._ui.session
        said = self.tr("De twee meldingen blijven twee incidenten.")
        self._run(lambda: zelfde_incident.niet_hetzelfde(session, een, ander), said)

    def _run(self, work: Callable[[], Done], said: str) -> None:
        self._ui.run(work, self, lambda done: self._on_done(done, said), self._on_error)

    def _on_done(self, done: Done, said: str) -> None:
        self._ui.show_notice(said, done.undo)
        self.answered.emit()

    def _on_error(self, error: BoaError) -> None:
        self._ui.show_error(error)
        self.answered.emit()
