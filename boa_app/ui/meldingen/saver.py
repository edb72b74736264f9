"""Stores the form: one command at a time, so that a second touch on Opslaan stores nothing twice."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from boa_app.domain.errors import BoaError
from boa_app.domain.melding import MeldingRecord
from boa_app.ui.context import UiContext
from boa_app.usecases.changes import Done
from boa_app.usecases.formulier import Formulier
from boa_app.usecases.meldingen import register_melding, wijzig_melding


class FormSaver(QObject):
    """Runs the use case behind Opslaan.

    Signals:
        saved(Done, str): it is on disk; the sentence that says so.
        failed(BoaError): nothing was stored.
    """

    saved = Signal(object, str)
    failed = Signal(object)

    def __init__(self, ui: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ui = ui
        self.is_busy = False

    def register(self, form: Formulier, sentence: str, concept: str) -> None:
        """A new melding; its draft goes in the same transaction."""
        session = self._ui.session
        melding, same = form.to_melding(session.now()), form.zelfde_groep_als
        verwijzingen = form.stored_verwijzingen()
        self._run(
            lambda: register_melding(
                session, melding, concept=concept, zelfde_groep_als=same, verwijzingen=verwijzingen
            ),
            sentence,
        )

    def correct(self, record: MeldingRecord, form: Formulier, reden: str, sentence: str, concept: str) -> None:
        """The fields of a stored melding that differ."""
        session = self._ui.session
        values, verwijzingen = form.changes_to(record.melding, session.now()), form.stored_verwijzingen()
        # The heads as the person saw them: what came in since is then offered as a choice, not overwritten.
        koppen = record.koppen or None
        self._run(
            lambda: wijzig_melding(
                session, record.uid, values, reden, koppen=koppen, verwijzingen=verwijzingen, concept=concept
            ),
            sentence,
        )

    def _run(self, work: Callable[[], Done], sentence: str) -> None:
        self.is_busy = True
        self._ui.run(work, self, lambda done: self._on_done(done, sentence), self._on_error)

    def _on_done(self, done: Done, sentence: str) -> None:
        self.is_busy = False
        self.saved.emit(done, sentence)

    def _on_error(self, error: BoaError) -> None:
        self.is_busy = False
        self.failed.emit(error)
