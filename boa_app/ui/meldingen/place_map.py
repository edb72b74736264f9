"""The map of the form: one pin to put down, and meldingen nearby."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boa_app.texts import formats
from boa_app.ui.theme import ThemeManager, px
from boa_app.usecases.meldingen_lezen import ZelfdeGroep

if TYPE_CHECKING:
    # WebEngine takes a tenth of a second: it loads with the first form, not with the program.
    from boa_app.ui.map.profile import MapProfile
    from boa_app.ui.map.view import MapView
    from boa_app.usecases.kaart import BekendePlek, KaartLagen

PIN_ZOOM, START_ZOOM = 17, 15


class PlaceMap(QWidget):
    """Holds the map view, made when it is first needed; what was set before is shown then.

    Signals:
        place_chosen(float, float): lon, lat where the person put the pin.
        place_named(float, float, str): lon, lat and name of a known place that was touched.
        locate_requested(): the person wants the place of the receiver.
    """

    place_chosen = Signal(float, float)
    place_named = Signal(float, float, str)
    locate_requested = Signal()

    def __init__(
        self, maps: MapProfile | None, themes: ThemeManager, language: str = "nl", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._maps, self._themes, self._language = maps, themes, language
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

        note = self.tr("Geen kaartpakket. Tik op een plek, of typ een plek of coördinaten bij Waar.")
        self.view = MapView(self._maps, self._themes, MapOptions(bare_note=note, locate=True), self)
        self._column.addWidget(self.view)
        self.view.pin_moved.connect(self._on_view_pin_moved)
        self.view.locate_requested.connect(self.locate_requested)
        self.view.object_selected.connect(self._on_view_object_selected)
        self.view.set_pin_mode(True)
        self._show_lagen()
        self._show_place(centre=True)

    def set_lagen(self, lagen: KaartLagen) -> None:
        """Show the base map, or without one what is known."""
        self._lagen = lagen
        if self.view is not None:
            self._show_lagen()
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

    def _show_lagen(self) -> None:
        if self.view is None or self._lagen is None:
            return
        from boa_app.ui.map.view import NumberedPlace

        self.view.set_lagen(self._lagen)
        shown = [NumberedPlace(one.uid, "", self._name(one), one.lon, one.lat) for one in self._lagen.bekend]
        self.view.set_places(shown)

    def _name(self, one: BekendePlek) -> str:
        return one.naam or (formats.moment(one.moment, self._language) if one.moment is not None else "")

    def _known_place(self) -> tuple[float, float] | None:
        """Where to look without a kaartpakket: the last own melding, else any place or JOP of the store."""
        if self._lagen is None or self._lagen.pakket:
            return None
        own = sorted(self._lagen.bekend, key=lambda one: one.moment is None)
        places = [(one.lon, one.lat) for one in own] + [(jop.lon, jop.lat) for jop in self._lagen.jops]
        return places[0] if places else None

    def _show_place(self, *, centre: bool) -> None:
        if self.view is None:
            return
        if self._plek is None:
            self.view.clear_pin()
            start = self._known_place() or self._centre
            if centre and start is not None:
                self.view.center_on(*start, START_ZOOM)
            return
        self.view.set_pin(*self._plek, self._accuracy_m)
        if centre:
            self.view.center_on(*self._plek, PIN_ZOOM)
        else:
            self.view.show_if_outside(*self._plek)

    def _on_view_object_selected(self, kind: str, uid: str) -> None:
        if self._lagen is None:
            return
        known = [(one.uid, one.naam, one.lon, one.lat) for one in (self._lagen.bekend if kind == "plek" else ())]
        known += [(jop.uid, jop.naam, jop.lon, jop.lat) for jop in (self._lagen.jops if kind == "jop" else ())]
        for other, naam, lon, lat in known:
            if other == uid:
                self.set_place((lon, lat), None, centre=False)
                self.place_named.emit(lon, lat, naam)

    def _on_view_pin_moved(self, lon: float, lat: float) -> None:
        self._plek, self._accuracy_m = (lon, lat), None
        self.place_chosen.emit(lon, lat)
