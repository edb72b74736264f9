"""Ruler and pen on a map, and the drawn areas: what the program asks of them and what comes back.

While one of them is in hand the map keeps Enter, Escape and Tab to itself (frame/map_door.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from boa_app.ui.frame.map_door import HOLDS_KEYS
from boa_app.ui.map.view import MapView

METEN, TEKENEN, KLAAR = "meten", "tekenen", "klaar"
Corners = tuple[tuple[float, float], ...]


class DrawingTools(QObject):
    """The tools of one map. may_draw: whether there is a pen for areas beside the ruler.

    Signals:
        drawing_requested(): the button of the pen was pressed; nothing is drawn until ``draw``.
        ring_drawn(corners): the drawing is round, or asked for by ``close``; again when a corner of it is moved.
            (lon, lat) WGS84, open.
        drawing_stopped(): put down by a person, or given up for the ruler.
    """

    drawing_requested = Signal()
    ring_drawn = Signal(tuple)
    drawing_stopped = Signal()

    def __init__(self, view: MapView, *, may_draw: bool) -> None:
        super().__init__(view)
        self._view = view
        self._is_drawing = False
        view.tell("set_tools", {"meten": True, "tekenen": may_draw, "texts": self._texts()})
        view.tell("set_area_words", {"geldig": self.tr("Gebied"), "voorbij": self.tr("Gebied, niet meer geldig")})
        view.pen_reported.connect(self._on_view_pen_reported)
        view.map_ready.connect(self._on_view_map_ready)

    def draw(self, corners: Sequence[tuple[float, float]] = ()) -> None:
        """Give the pen to the person: for a new area, or with the corners of one to change."""
        self._set_held(on=True, drawing=True)
        self._view.setFocus()
        self._view.run("start_pen", TEKENEN, [value for corner in corners for value in corner])

    def measure(self) -> None:
        """Give the ruler to the person."""
        self._set_held(on=True, drawing=False)
        self._view.setFocus()
        self._view.run("start_pen", METEN, [])

    def stop(self) -> None:
        """Take both away, without a signal."""
        self._set_held(on=False, drawing=False)
        self._view.run("stop_pen")

    def close(self) -> None:
        """Make the drawing round as it is; ``ring_drawn`` comes, also with too few corners for an area."""
        self._view.run("close_pen")

    def is_drawing(self) -> bool:
        """True while the pen is in hand."""
        return self._is_drawing

    def show_area(self, uid: str) -> None:
        """Mark one area and bring it into view; the empty string marks none."""
        self._view.tell("choose_area", uid)
        if uid:
            self._view.set_layer_visible("gebieden", visible=True)
            self._view.run("show_area", uid)

    def hide_area(self, uid: str) -> None:
        """Leave one area out while its sketch stands in its place; the empty string leaves none out."""
        self._view.tell("hide_area", uid)

    def set_expired_visible(self, *, visible: bool) -> None:
        """Show the areas whose dates are over as well."""
        self._view.tell("show_expired", visible)

    def _texts(self) -> dict[str, str]:
        return {
            "meten": self.tr("Meten"),
            "tekenen": self.tr("Gebied tekenen"),
            "uitleg_meten": self.tr("Tik punten op de kaart. Toetsen: pijltjes en Enter, Esc stopt."),
            "uitleg_tekenen": self.tr("Tik de hoeken op de kaart. Toetsen: pijltjes en Enter, Esc stopt."),
            "rond_meten": self.tr("Tik opnieuw om verder te meten."),
            "rond_tekenen": self.tr("Sleep een hoek om hem te verplaatsen. Tik op een zijde voor een extra hoek."),
            "hoeken": self.tr("Hoeken: {aantal}"),
            "zelfde": self.tr("Hier staat al een hoek. Kies een andere plek."),
            "kruisdraad": self.tr("Het kruis staat in het midden. Enter zet daar een hoek."),
            "kruist": self.tr("De grens kruist zichzelf."),
            "laatste": self.tr("laatste stuk"),
            "omtrek": self.tr("rondom"),
            "terug": self.tr("Hoek terug"),
            "klaar": self.tr("Rond maken"),
            "stop": self.tr("Stoppen"),
        }

    def _set_held(self, *, on: bool, drawing: bool) -> None:
        self._is_drawing = drawing
        self._view.setProperty(HOLDS_KEYS, on)

    def _on_view_pen_reported(self, stand: str, punten: list[float]) -> None:
        if stand == KLAAR:
            corners: Corners = tuple(zip(punten[::2], punten[1::2], strict=True))
            self.ring_drawn.emit(corners)
        elif stand == TEKENEN:
            self.drawing_requested.emit()
        else:
            was_drawing = self._is_drawing
            self._set_held(on=stand == METEN, drawing=False)
            if was_drawing:
                self.drawing_stopped.emit()

    def _on_view_map_ready(self) -> None:
        # A page made anew has nothing in hand.
        if self._is_drawing:
            self._set_held(on=False, drawing=False)
            self.drawing_stopped.emit()
