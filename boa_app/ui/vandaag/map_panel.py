"""The small map of Vandaag: the places that are due, numbered as the list does. No points: discs of both look alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from boa_app.domain.ronde import Plek
from boa_app.ui.context import UiContext
from boa_app.ui.map.view import MapOptions, MapView, NumberedPlace
from boa_app.ui.widgets.panel import Panel
from boa_app.usecases.changes import Changes

if TYPE_CHECKING:
    from boa_app.usecases.vandaag import Beurt

# About 300 m, so that no disc lies on the edge.
MARGIN_DEG = 0.003


class MapPanel(Panel):
    """A map in a card.

    Signals:
        place_chosen(str): the disc of this place was touched.
    """

    place_chosen = Signal(str)

    def __init__(self, ui: UiContext, name: str, parent: QWidget | None = None) -> None:
        super().__init__(ui.themes, parent=parent)
        self._ui = ui
        self._places: dict[str, Plek] = {}
        self._layers_loaded = self._fitted = False
        self.view = MapView(ui.maps, ui.themes, MapOptions(overview=True))
        self.view.setAccessibleName(name)
        self.body.addWidget(self.view, 1)
        self.view.object_selected.connect(self._on_view_object_selected)
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

    def center_on_place(self, uid: str) -> None:
        """Bring a place in sight."""
        plek = self._places.get(uid)
        if plek is not None:
            self.view.show_if_outside(plek.lon, plek.lat)

    def _on_view_object_selected(self, kind: str, uid: str) -> None:
        if kind == "plek":
            self.place_chosen.emit(uid)

    def _on_ui_data_changed(self, changes: Changes) -> None:
        if changes.alles or changes.jops or changes.schouwen:
            self._layers_loaded = False
