"""The places of a conflict on one map: M a disc, H a square, a dotted line between, each of them to be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from PySide6.QtCore import QObject, Signal

from boa_app.ui.map.view import MapView

ZIJDE = "zijde"
NEAR_ZOOM = 18
NEAR_DEG = 0.0008
MARGIN_PART = 0.3


@dataclass(frozen=True, slots=True)
class Zijde:
    """One of the places: code is what a person chooses, letter what stands in the sign. lon, lat: WGS84 degrees."""

    code: str
    letter: str
    naam: str
    lon: float
    lat: float
    eigen: bool
    gekozen: bool = False


class SidesLayer(QObject):
    """What a map shows of the sides.

    Signals:
        side_chosen(str): the sign with this code was touched.
    """

    side_chosen = Signal(str)

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        view.object_selected.connect(self._on_view_object_selected)

    def show(self, sides: Sequence[Zijde]) -> None:
        """Show these and bring all of them in sight, at most as near as a street."""
        self.mark(sides)
        if not sides:
            return
        lons, lats = [side.lon for side in sides], [side.lat for side in sides]
        across, up = max(lons) - min(lons), max(lats) - min(lats)
        if max(across, up) < NEAR_DEG:
            self._view.center_on((max(lons) + min(lons)) / 2, (max(lats) + min(lats)) / 2, NEAR_ZOOM)
            return
        beside, above = across * MARGIN_PART, up * MARGIN_PART
        self._view.fit_to(
            max(-180, min(lons) - beside), max(-85, min(lats) - above),
            min(180, max(lons) + beside), min(85, max(lats) + above),
        )  # fmt: skip

    def mark(self, sides: Sequence[Zijde]) -> None:
        """Show these where the map looks now."""
        self._view.tell("set_sides", [asdict(side) for side in sides])

    def _on_view_object_selected(self, kind: str, code: str) -> None:
        if kind == ZIJDE:
            self.side_chosen.emit(code)
