"""The one melding that is chosen, in the list and on the map; choosing it in one chooses it in the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from boa_app.ui.kaart.model import PIECE
from boa_app.usecases.overzicht import MeldingRij, rows_for

if TYPE_CHECKING:
    from boa_app.ui.context import UiContext
    from boa_app.ui.kaart.list_panel import ListPanel
    from boa_app.ui.kaart.model import MeldingListModel
    from boa_app.ui.kaart.rows import KaartRows
    from boa_app.ui.kaart.selection import Selection
    from boa_app.ui.map.view import MapView
    from boa_app.ui.tasks import Task


class Chosen(QObject):
    """Keeps list and map at the same melding.

    Signals:
        melding_opened(str): read this one.
        chosen_changed(int): its nr, -1 when none is chosen.
    """

    melding_opened = Signal(str)
    chosen_changed = Signal(int)

    def __init__(
        self, ui: UiContext, panel: ListPanel, model: MeldingListModel, rows: KaartRows, view: MapView,
        selection: Selection, parent: QObject,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._ui, self._panel, self._model, self._rows, self._view = ui, panel, model, rows, view
        self._selection = selection
        self._wanted_uid = ""
        self.nr: int | None = None
        panel.rows.row_chosen.connect(self._on_rows_row_chosen)
        panel.rows.row_opened.connect(self._on_rows_row_opened)
        view.point_selected.connect(self.choose)
        view.point_activated.connect(self._on_view_point_activated)
        selection.selection_shown.connect(self._on_selection_selection_shown)
        selection.order_changed.connect(self._show)

    def want(self, uid: str) -> None:
        """Choose this melding as soon as the list holds it."""
        self._wanted_uid = uid
        if not self._selection.is_stale:
            self._find_wanted()

    def choose(self, nr: int | None) -> None:
        """Choose a melding by number, or none."""
        self._take(nr)
        self._show()

    def with_row(self, nr: int, act: Callable[[MeldingRij], None]) -> None:
        """Act on what is known of a melding, or read it first."""
        known = self._model.known(nr)
        if known is not None:
            act(known)
            return

        def take(rows: list[MeldingRij]) -> None:
            self._model.take(rows)
            for rij in rows:
                act(rij)

        fetch_rows(self._ui, self, [nr], take)

    def _take(self, nr: int | None) -> None:
        if nr != self.nr:
            self.nr = nr
            self._selection.vanaf = nr
            self.chosen_changed.emit(-1 if nr is None else nr)

    def _show(self) -> None:
        """Ring it on the map; the list is told by whoever did not choose there."""
        nr = self.nr
        row = -1 if nr is None else self._model.row_of(nr)
        self._panel.rows.set_chosen(row)
        if nr is None or row < 0:
            self._view.set_selected(None)
            return
        self.with_row(nr, self._ring)

    def _ring(self, rij: MeldingRij) -> None:
        if rij.nr == self.nr:
            self._view.set_selected(rij.nr, *self._rows.call_out(rij))

    def _bring_in_sight(self, nr: int) -> None:
        position = self._selection.position(nr)
        if position is not None:
            self._view.show_if_outside(*position)

    def _find_wanted(self) -> None:
        """Look among the newest for the melding someone just made."""
        uid, selectie = self._wanted_uid, self._selection.selectie
        if not uid or selectie is None or not selectie.nrs.size:
            return

        def take(rows: list[MeldingRij]) -> None:
            self._model.take(rows)
            for rij in rows:
                if rij.uid == uid == self._wanted_uid:
                    self._wanted_uid = ""
                    self.choose(rij.nr)
                    self._bring_in_sight(rij.nr)

        fetch_rows(self._ui, self, [int(nr) for nr in selectie.nrs[:PIECE]], take)

    def _on_selection_selection_shown(self) -> None:
        self._show()
        self._find_wanted()

    def _on_rows_row_chosen(self, row: int) -> None:
        nr = self._model.nr_at(row)
        if nr is not None and nr != self.nr:
            self._take(nr)
            self.with_row(nr, self._ring)
            self._bring_in_sight(nr)

    def _on_rows_row_opened(self, row: int) -> None:
        nr = self._model.nr_at(row)
        if nr is not None:
            self._open(nr)

    def _on_view_point_activated(self, nr: int) -> None:
        self._open(nr)

    def _open(self, nr: int) -> None:
        self.with_row(nr, lambda rij: self.melding_opened.emit(rij.uid))


def fetch_rows(
    ui: UiContext, owner: QObject, nrs: Sequence[int], on_rows: Callable[[list[MeldingRij]], None]
) -> Task[list[MeldingRij]]:
    """Read list lines elsewhere; they come back on the GUI thread."""
    session = ui.session
    return ui.tasks.query(lambda: rows_for(session, nrs), on_rows, ui.show_error, owner)
