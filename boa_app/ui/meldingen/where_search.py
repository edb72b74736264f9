"""Searches places for the *Waar* editor while somebody types: the own store and kaartpakket on every key; PDOK only
after a pause, when nothing was found and the user allows it.

    typed ──> own places, streets, addresses ── something ──> shown
                                             └─ nothing ──> allowed? ──> pause ──> PDOK ──> shown
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from boa_app.domain.errors import BoaError
from boa_app.ui.meldingen.where_editor import Pdok, WhereEditor
from boa_app.usecases.adressen import Adresvondst, mag_pdok, may_ask_pdok, zet_pdok, zoek_bij_pdok
from boa_app.usecases.changes import Changes, Done
from boa_app.usecases.plaats import to_plaats, zoek_plaats
from boa_app.usecases.plaatsindex import Plaats

if TYPE_CHECKING:
    from boa_app.ui.context import UiContext
    from boa_app.ui.tasks import Task
    from boa_app.usecases.session import Session

LIMIT = 6
PDOK_AFTER_MS = 500
Answer = tuple[tuple[Plaats, ...], Pdok]


class WhereSearch(QObject):
    """Answers what the editor asks. diensten: other places than PDOK's own, as usecases.adressen takes them."""

    def __init__(self, ui: UiContext, editor: WhereEditor, parent: QObject) -> None:
        super().__init__(parent)
        self._ui, self._editor = ui, editor
        self.diensten: Any = None
        self._text = ""
        self._line: Task[tuple[Adresvondst, ...]] | None = None
        self._pause = QTimer(self, singleShot=True, interval=PDOK_AFTER_MS)
        self._pause.timeout.connect(self._ask_pdok)
        editor.search_requested.connect(self._on_editor_search_requested)
        editor.pdok_changed.connect(self._on_editor_pdok_changed)

    def _on_editor_search_requested(self, text: str) -> None:
        self._stop()
        self._text = text
        session = self._ui.session

        def work() -> Answer:
            found = zoek_plaats(session, text, LIMIT)
            if found:
                return found, Pdok.NIET_NODIG
            return found, _may_help(session, text)

        self._ui.tasks.query(work, lambda answer: self._on_answer(text, answer), self._on_failed, self)

    def _on_answer(self, text: str, answer: Answer) -> None:
        if text != self._text:
            return
        found, pdok = answer
        self._editor.show_places(text, found, pdok)
        if pdok is Pdok.ZOEKT:
            self._pause.start()

    def _on_failed(self, error: BoaError) -> None:
        self._ui.show_error(error)

    def _ask_pdok(self) -> None:
        session, text, diensten = self._ui.session, self._text, self.diensten
        self._line = self._ui.tasks.line(
            lambda task: zoek_bij_pdok(session, text, cancelled=lambda: task.is_cancelled, diensten=diensten),
            lambda found: self._on_pdok_answer(text, found),
            lambda error: self._on_pdok_failed(text, error),
            self,
        )

    def _on_pdok_answer(self, text: str, found: tuple[Adresvondst, ...]) -> None:
        self._line = None
        if text == self._text:
            self._editor.show_places(text, tuple(to_plaats(one) for one in found[:LIMIT]), Pdok.GEVRAAGD)

    def _on_pdok_failed(self, text: str, _error: BoaError) -> None:
        # Without a line the book is all there is; the person is told so where the answer would have stood.
        self._line = None
        if text == self._text:
            self._editor.show_places(text, (), Pdok.ONBEREIKBAAR)

    def _on_editor_pdok_changed(self, allowed: bool) -> None:
        session, text = self._ui.session, self._text

        def keep() -> Done:
            zet_pdok(session, toegestaan=allowed)
            return Done(Changes())

        self._ui.run(keep, self, lambda _done: self._on_editor_search_requested(text))

    def _stop(self) -> None:
        self._pause.stop()
        if self._line is not None:
            self._line.cancel()
            self._line = None


def _may_help(session: Session, text: str) -> Pdok:
    if may_ask_pdok(session, text):
        return Pdok.ZOEKT
    return Pdok.NIET_VERSTUURD if mag_pdok(session) else Pdok.UIT
