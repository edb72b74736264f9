"""The small map of Vandaag and Rondes: numbered places and the points of the last two weeks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from boa_app.domain.ronde import Plek
from boa_app.ui.context import UiContext
from boa_app.ui.map.view import MapOptions, MapView, NumberedPlace
from boa_app.ui.vandaag.rows import RowMaker
from boa_app.ui.widgets.panel import Panel
from boa_app.usecases.changes import Changes
from boa_app.usecases.overzicht import Filter, MeldingRij, rows_for, select

if TYPE_CHECKING:
    from boa_app.usecases.vandaag import Beurt

RECENT_WEEKS = 2
# About 300 m, so that no disc lies on the edge.
MARGIN_DEG = 0.003


class MapPanel(Panel):
    """A map in a card.

    Signals:
        place_chosen(str): the disc of this place was touched.
        melding_opened(str): a point was opened.
    """

    place_chosen = Signal(str)
    melding_opened = Signal(str)

    def __init__(self, ui: UiContext, name: str, parent: QWidget | None = None) -> None:
        super().__init__(ui.themes, parent=parent)
        self._ui = ui
        self._places: dict[str, Plek] = {}
        self._maker = RowMaker(ui.session.lijsten, ui.language, self)
        self._layers_loaded = self._fitted = False
        self.view = MapView(ui.maps, ui.themes, MapOptions(overview=True))
        self.view.setAccessibleName(name)
        self.body.addWidget(self.view, 1)
        self.view.object_selected.connect(self._on_view_object_selected)
        self.view.point_selected.connect(self._on_view_point_selected)
        self.view.point_activated.connect(self._on_view_point_activated)
        ui.data_changed.connect(self._on_ui_data_changed)

    def load_layers(self) -> None:
        """Fetch the base map and what lies on it, once."""
        if not self._layers_loaded:
            self._layers_loaded = True
            self._ui.load_lagen(self.view.set_lagen, self)

    def set_turns(self, turns: tuple[Beurt, ...]) -> None:
        """Number the places that are due as the list does."""
        self.set_places([(str(number), turn.plek) for number, turn in enumerate(turns, start=1)])

    def set_places(self, places: Sequence[tuple[str, Plek]]) -> None:
        """Show discs with these labels."""
        self._places = {plek.uid: plek for _label, plek in places}
        self.view.set_places([NumberedPlace(plek.uid, label, plek.naam, plek.lon, plek.lat) for label, plek in places])
        if places and not self._fitted:
            self._fitted = True
            lons, lats = [plek.lon for _, plek in places], [plek.lat for _, plek in places]
            self.view.fit_to(
                min(lons) - MARGIN_DEG, min(lats) - MARGIN_DEG, max(lons) + MARGIN_DEG, max(lats) + MARGIN_DEG
            )

    def show_recent_points(self) -> None:
        """Show the meldingen of the last weeks as points."""
        chosen = select(self._ui.overzicht, Filter(weken=RECENT_WEEKS), self._ui.session.now())
        self.view.set_points(chosen.nrs, chosen.lon, chosen.lat)

    def center_on_place(self, uid: str) -> None:
        """Bring a place in sight."""
        plek = self._places.get(uid)
        if plek is not None:
            self.view.show_if_outside(plek.lon, plek.lat)

    def _ask_row(self, nr: int, open_it: bool) -> None:
        session = self._ui.session

        def take(rows: list[MeldingRij]) -> None:
            for rij in rows:
                if open_it:
                    self.melding_opened.emit(rij.uid)
                else:
                    row = self._maker.melding(rij, session.now())
                    self.view.set_selected(nr, row.name, row.meta)

        self._ui.tasks.query(lambda: rows_for(session, [nr]), take, self._ui.show_error, self)

    def _on_view_object_selected(self, kind: str, uid: str) -> None:
        if kind == "plek":
            self.place_chosen.emit(uid)

    def _on_view_point_selected(self, nr: int) -> None:
        self._ask_row(nr, open_it=False)

    def _on_view_point_activated(self, nr: int) -> None:
        self._ask_row(nr, open_it=True)

    def _on_ui_data_changed(self, changes: Changes) -> None:
        if changes.alles or changes.jops or changes.schouwen:
            self._layers_loaded = False
