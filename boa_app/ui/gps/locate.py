"""*Mijn plaats* on a map that shows things: the place of the receiver with the circle of its accuracy."""

from __future__ import annotations

from PySide6.QtCore import QObject

from boa_app.domain.fix import Fix
from boa_app.ui.context import UiContext
from boa_app.ui.gps.here import Here
from boa_app.ui.map.view import MapView


class LocateLink(QObject):
    """Answers the button of one map. The receiver goes off again with the answer: nobody is followed."""

    def __init__(self, ui: UiContext, view: MapView, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._here = Here(ui, self)
        self._here.place_asked.connect(self._on_here_place_asked)
        view.locate_requested.connect(self._here.ask)

    def switch_off(self) -> None:
        """The page goes; whoever was waiting no longer is."""
        self._here.switch(on=False)
        self._view.clear_pin()

    def _on_here_place_asked(self, fix: Fix) -> None:
        self._view.set_pin(fix.lon, fix.lat, fix.nauwkeurigheid_m)
        self._view.center_on(fix.lon, fix.lat)
        self._here.switch(on=False)
