"""Where a melding lies according to each side: one map, and under it the tiles to choose between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from boa_app.ui.context import UiContext
from boa_app.ui.map.view import MapOptions, MapView
from boa_app.ui.map.zijden import SidesLayer, Zijde
from boa_app.ui.sync.side_tile import Side, SideGroup
from boa_app.ui.theme import px


class MapBox(QWidget):
    """Holds a map, and asks no more height than a small one: what is left over it takes."""

    def __init__(self, view: MapView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(view)

    def sizeHint(self) -> QSize:
        return QSize(px("b-paneel"), px("h-kaart-klein"))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, px("h-kaart-klein"))


class ConflictMap(QWidget):
    """A map with a sign for each side, and its tiles; touching either chooses.

    Signals:
        side_chosen(str): the code a person chose.
    """

    side_chosen = Signal(str)

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._places: tuple[Zijde, ...] = ()
        self._layers_loaded = False
        self.view = MapView(ui.maps, ui.themes, MapOptions(layers=(), scale=False))
        self.view.setAccessibleName(self.tr("Kaart met beide plaatsen"))
        self.sides = SidesLayer(self.view)
        self.group: SideGroup | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px("s2"))
        self._column.addWidget(MapBox(self.view), 1)
        self.sides.side_chosen.connect(self._on_touched)

    def show_sides(self, field: str, sides: Sequence[Side], places: Sequence[Zijde]) -> None:
        """Show these; nothing is chosen."""
        if not self._layers_loaded:
            self._layers_loaded = True
            self._ui.load_lagen(self.view.set_lagen, self)
        self._places = tuple(places)
        if self.group is not None:
            self._column.removeWidget(self.group)
            self.group.hide()
            self.group.deleteLater()
        self.group = SideGroup(self._ui.themes, field, sides, self)
        self.group.side_chosen.connect(self._on_touched)
        self._column.addWidget(self.group)
        self.group.show()
        self.sides.show(self._places)

    def set_chosen(self, code: str) -> None:
        """Mark one side on the map and in its tile, without a signal."""
        if self.group is not None:
            self.group.set_chosen(code)
        self._mark(code)

    def release(self) -> None:
        """Let the map go before its profile does."""
        self.view.release()

    def _mark(self, code: str) -> None:
        marked = [
            Zijde(one.code, one.letter, one.naam, one.lon, one.lat, one.eigen, one.code == code) for one in self._places
        ]
        self.sides.mark(marked)

    def _on_touched(self, code: str) -> None:
        if self.group is None or not self.group.tiles[0].isEnabled():
            return
        self.set_chosen(code)
        self.side_chosen.emit(code)
