"""The map of the form: one pin to put down, and meldingen nearby."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boa_app.ui.theme import ThemeManager, px
from boa_app.usecases.meldingen_lezen import ZelfdeGroep

if TYPE_CHECKING:
    # WebEngine takes a tenth of a second: it loads with the first form, not with the program.
    from boa_app.ui.map.profile import MapProfile
    from boa_app.ui.map.view import MapView
    from boa_app.usecases.kaart import KaartLagen

PIN_ZOOM, START_ZOOM = 17, 15


class PlaceMap(QWidget):
    """Holds the map view, made when it is first needed; what was set before is shown then.

    Signals:
        place_chosen(float, float): lon, lat where the person put the pin.
    """

    place_chosen = Signal(float, float)

    def __init__(self, maps: MapProfile | None, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._maps, self._themes = maps, themes
        self.view: MapView | None = None
        self._lagen: KaartLagen | None = None
        self._plek: tuple[float, float] | None = None
        self._accuracy_m: float | None = None
        self._centre: tuple[float, float] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setMinimumHeight(px("h-kaart-klein"))

    def make_view(self) -> None:
        """Make the map; at the first form."""
        if self.view is not None:
            return
        from boa_app.ui.map.view import MapOptions, MapView

        self.view = MapView(self._maps, self._themes, MapOptions(), self)
        self._column.addWidget(self.view)
        self.view.pin_moved.connect(self._on_view_pin_moved)
        self.view.set_pin_mode(True)
        if self._lagen is not None:
            self.view.set_lagen(self._lagen)
        self._show_place(centre=True)

    def set_lagen(self, lagen: KaartLagen) -> None:
        """Show the base map."""
        self._lagen = lagen
        if self.view is not None:
            self.view.set_lagen(lagen)
            self._show_place(centre=True)

    def set_centre(self, centre: tuple[float, float]) -> None:
        """Where to look while no place is chosen."""
        self._centre = centre
        if self._plek is None:
            self._show_place(centre=True)

    def set_place(self, plek: tuple[float, float] | None, accuracy_m: float | None, *, centre: bool) -> None:
        """Put the pin there, or take it away."""
        if (plek, accuracy_m) == (self._plek, self._accuracy_m) and not centre:
            return
        self._plek, self._accuracy_m = plek, accuracy_m
        self._show_place(centre=centre)

    def set_neighbours(self, hits: Sequence[ZelfdeGroep], labels: Sequence[str]) -> None:
        """Show meldingen nearby with their time."""
        if self.view is None:
            return
        from boa_app.ui.map.view import Neighbour

        shown = [Neighbour(hit.nr, hit.lon, hit.lat, label) for hit, label in zip(hits, labels, strict=True)]
        self.view.set_neighbours(shown)

    def _show_place(self, *, centre: bool) -> None:
        if self.view is None:
            return
        if self._plek is None:
            self.view.clear_pin()
            if centre and self._centre is not None:
                self.view.center_on(*self._centre, START_ZOOM)
            return
        self.view.set_pin(*self._plek, self._accuracy_m)
        if centre:
            self.view.center_on(*self._plek, PIN_ZOOM)
        else:
            self.view.show_if_outside(*self._plek)

    def _on_view_pin_moved(self, lon: float, lat: float) -> None:
        self._plek, self._accuracy_m = (lon, lat), None
        self.place_chosen.emit(lon, lat)
