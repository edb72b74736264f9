"""Where the rows of the preview lie: positions in the sea or in another town are seen at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from boa_app.texts import formats
from boa_app.ui.context import UiContext
from boa_app.ui.importeren.words import ImportWords
from boa_app.ui.map.view import MapOptions, MapView
from boa_app.ui.widgets.panel import Panel
from boa_app.ui.widgets.states import EmptyState

if TYPE_CHECKING:
    from boa_app.usecases.importplan import BestandPlan, VoorbeeldRij

# So that no point lies on the edge: about 300 m, and a part of the width where the rows lie far apart.
MARGIN_DEG = 0.003
MARGIN_PART = 0.1


class PositionMap(Panel):
    """A map in a card.

    Signals:
        row_chosen(int): the point of this row of the file was touched.
    """

    row_chosen = Signal(int)

    def __init__(self, ui: UiContext, words: ImportWords, parent: QWidget | None = None) -> None:
        super().__init__(ui.themes, parent=parent)
        self._ui, self._words = ui, words
        self._rows: dict[int, VoorbeeldRij] = {}
        self._layers_loaded = False
        self.view = MapView(ui.maps, ui.themes, MapOptions(layers=()))
        # The card may be low: the map takes what is left of the height, and asks none itself.
        self.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.none = EmptyState(ui.themes)
        self.none.set_message(
            self.tr("Nog geen plaats om te tonen"), self.tr("Kies bij Herkend de kolommen met X en Y.")
        )
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.none, 1)
        self.view.hide()
        self.view.point_selected.connect(self.row_chosen)

    @property
    def has_places(self) -> bool:
        """Whether any row has a position; without one a map would show nothing but somewhere."""
        return bool(self._rows)

    def load_layers(self) -> None:
        """Fetch the base map once."""
        if not self._layers_loaded:
            self._layers_loaded = True
            self._ui.load_lagen(self.view.set_lagen, self)

    def set_file(self, bestand: BestandPlan | None) -> None:
        """Show the rows that have a position; hollow: they are not added."""
        rows = () if bestand is None else bestand.rijen
        placed = [row for row in rows if row.lon is not None and row.lat is not None]
        self._rows = {row.rij: row for row in placed}
        lons, lats = [float(row.lon or 0) for row in placed], [float(row.lat or 0) for row in placed]
        hollow = [str(row.uitkomst) != "toevoegen" for row in placed]
        self.view.set_points([row.rij for row in placed], lons, lats, hollow)
        self.view.set_selected(None)
        self.view.setVisible(bool(placed))
        self.none.setVisible(not placed)
        count = formats.count_of(len(placed), self.tr("rij"), self.tr("rijen"), self._words.language)
        self.view.setAccessibleName(self.tr("Kaart met {rijen} uit het voorbeeld").format(rijen=count))
        if placed:
            across, up = max(lons) - min(lons), max(lats) - min(lats)
            beside, above = max(MARGIN_DEG, across * MARGIN_PART), max(MARGIN_DEG, up * MARGIN_PART)
            self.view.fit_to(
                max(-180, min(lons) - beside), max(-85, min(lats) - above),
                min(180, max(lons) + beside), min(85, max(lats) + above),
            )  # fmt: skip

    def choose(self, rij: int) -> None:
        """Ring the point of a row, and bring it in sight."""
        row = self._rows.get(rij)
        if row is None or row.lon is None or row.lat is None:
            self.view.set_selected(None)
            return
        day = "" if row.moment is None else formats.moment_range(row.moment, row.tot, self._words.language)
        self.view.set_selected(rij, self.tr("Rij {rij}").format(rij=self._words.number(rij)), day)
        self.view.show_if_outside(row.lon, row.lat)

    def release(self) -> None:
        """Let the map go before its profile does."""
        self.view.release()
