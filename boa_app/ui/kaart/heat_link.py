"""Heat follows the filter: made anew on a worker after every selection, while the heat before it stays in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from boa_app.domain.errors import BoaError
from boa_app.ui.map.warmte import NAME, HeatLayer
from boa_app.ui.tasks import Task
from boa_app.usecases.overzicht import Filter, Selectie
from boa_app.usecases.warmte import Warmte, Warmtebron

if TYPE_CHECKING:
    from boa_app.ui.context import UiContext
    from boa_app.ui.kaart.selection import Selection
    from boa_app.ui.map.view import MapView


class HeatLink(QObject):
    """Keeps the heat layer equal to the selection, as long as the layer is on."""

    def __init__(self, ui: UiContext, selection: Selection, view: MapView, *, is_on: bool) -> None:
        super().__init__(view)
        self._ui, self._selection = ui, selection
        self._is_on, self._is_stale = is_on, False
        self._task: Task[Warmte] | None = None
        self._bron = Warmtebron()
        self.layer = HeatLayer(view, ui.language)
        selection.selection_shown.connect(self._on_selection_selection_shown)
        view.layer_toggled.connect(self._on_view_layer_toggled)

    @property
    def is_behind(self) -> bool:
        """Whether the map shows, or shows soon, the heat of another selection than the newest."""
        return self._is_on and (self._is_stale or self._task is not None or self.layer.is_behind)

    def _refresh(self) -> None:
        """Make it anew, unless nobody sees it; while one is being made the newest selection waits for its end."""
        selectie = self._selection.selectie
        if not (self._is_on and self._is_stale) or self._task is not None or selectie is None:
            return
        self._is_stale = False
        self._task = self._start(selectie, self._selection.wanted)

    def _start(self, selectie: Selectie, wanted: Filter) -> Task[Warmte]:
        session, bron = self._ui.session, self._bron

        def show(warmte: Warmte) -> None:
            self._task = None
            self.layer.show(warmte)
            self._refresh()

        def fail(error: BoaError) -> None:
            self._task = None
            self.layer.clear()
            self._ui.show_error(error)

        return self._ui.tasks.query(lambda: bron.maak(session, selectie, wanted), show, fail, self)

    def _on_selection_selection_shown(self) -> None:
        self._is_stale = True
        self._refresh()

    def _on_view_layer_toggled(self, name: str, on: bool) -> None:
        if name == NAME:
            self._is_on = on
            self._refresh()
