"""The form begins where the receiver says one stands, until a person chooses a place or begins to fill in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from boa_app.domain.fix import Fix
from boa_app.ui.context import UiContext
from boa_app.ui.gps.here import Here
from boa_app.ui.meldingen.form_view import FormView
from boa_app.usecases.formulier import Formulier


class FormHere(QObject):
    """Proposes the place of the receiver, and answers *Mijn plaats* on the map of the form.

    Signals:
        form_proposed(Formulier, bool): the form with this place; True when the map should go there.
        place_asked(Fix): a person asked for this place.
        doubt_shown(): the words about the receiver are other ones now.
        settings_requested(): the person wants to choose another receiver.
    """

    form_proposed = Signal(object, bool)
    place_asked = Signal(object)
    doubt_shown = Signal()
    settings_requested = Signal()

    def __init__(self, ui: UiContext, view: FormView, read: Callable[[], Formulier | None], parent: QObject) -> None:
        """read: the form now, or None while it is no new one or not yet loaded."""
        super().__init__(parent)
        self._view, self._read = view, read
        self._here = Here(ui, self)
        self._here.place_known.connect(self._on_here_place_known)
        self._here.place_asked.connect(self.place_asked)
        self._here.doubt_changed.connect(self._on_here_doubt_changed)
        view.map.locate_requested.connect(self._here.ask)
        view.where.locate_requested.connect(self._here.ask)
        view.where.settings_requested.connect(self.settings_requested)

    def switch(self, *, on: bool) -> None:
        """On while the form is shown."""
        self._here.switch(on=on)

    def _on_here_place_known(self, fix: Fix) -> None:
        form = self._read()
        moved = form.with_fix(fix) if form is not None else None
        if form is not None and moved is not None and moved is not form:
            is_first = form.voorstel is None or form.voorstel.uit != "gps"
            self.form_proposed.emit(moved, is_first)

    def _on_here_doubt_changed(self, doubt: str) -> None:
        self._view.wording.doubt = doubt
        self.doubt_shown.emit()
