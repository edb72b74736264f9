"""The fixed places of a ronde, each with its four answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from boa_app.domain.codelijsten import Codelijsten
from boa_app.domain.ronde import Bevinding
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.vandaag.rows import RowMaker
from boa_app.ui.vandaag.stack import StackPanel
from boa_app.ui.widgets.panel import Line
from boa_app.ui.widgets.states import EmptyState
from boa_app.ui.widgets.text import Label
from boa_app.ui.widgets.tile import Choice, Tile, TileForm

if TYPE_CHECKING:
    from boa_app.usecases.rondes import PlekStand

ANSWERS = (Bevinding.NIEMAND, Bevinding.RUSTIG, Bevinding.OVERLAST, Bevinding.NIETBEZOCHT)


class PlaceRow(QWidget):
    """One place: its number and name, when it was seen last, and what was found now.

    Signals:
        answered(str): the code that was touched; the same one again takes it back.
    """

    answered = Signal(str)

    def __init__(
        self,
        themes: ThemeManager,
        name: str,
        answers: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._meta = Label(themes, size="t-klein", color="ink-2")
        self.tiles: dict[str, Tile] = {}
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(themes, name, weight="w-vet"))
        words.addWidget(self._meta)
        self._answers = QGridLayout()
        self._answers.setSpacing(px("s2"))
        for column, (code, text) in enumerate(answers):
            tile = Tile(themes, Choice(code, text, full_label=f"{name}: {text}"))
            tile.set_form(TileForm.RIJ, px("h-raak"), icon=False, explanation=False, size="t-tekst")
            # What is shown follows the store, not the touch.
            tile.clicked.connect(lambda checked=False, c=code: self.answered.emit(c))
            self._answers.addWidget(tile, 0, column)
            self.tiles[code] = tile
        self._outer = QGridLayout()
        self._outer.setContentsMargins(px("s3"), px("s2"), px("s3"), px("s2"))
        self._outer.setHorizontalSpacing(px("s3"))
        self._outer.setVerticalSpacing(px("s2"))
        under = QVBoxLayout(self)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(0)
        under.addLayout(self._outer)
        under.addWidget(Line())
        self._words = words
        self.set_wide(wide=True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_wide(self, *, wide: bool) -> None:
        """Answers beside the name, or under it where there is less room."""
        for part in (self._words, self._answers):
            self._outer.removeItem(part)
        self._outer.addLayout(self._words, 0, 0)
        self._outer.addLayout(self._answers, 0 if wide else 1, 1 if wide else 0)
        self._outer.setColumnStretch(0, 4)
        self._outer.setColumnStretch(1, 9 if wide else 0)

    def set_state(self, meta: str, chosen: str, *, enabled: bool) -> None:
        """Show when it was seen last and what was found in this ronde; off without a ronde."""
        self._meta.setText(meta)
        for code, tile in self.tiles.items():
            tile.set_chosen(code == chosen)
            tile.setEnabled(enabled)


class PlacesPanel(StackPanel):
    """Every place of the municipality.

    Signals:
        answered(str, str): uid of the place and the code that was touched.
        ronde_requested(): start a ronde.
    """

    answered = Signal(str, str)
    ronde_requested = Signal()

    def __init__(
        self, themes: ThemeManager, lijsten: Codelijsten, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(themes, self.tr("Plekken"), "map-pin", parent)
        self._maker = RowMaker(lijsten, language, self)
        bevinding = lijsten["ronde_bevinding"]
        self._bevinding, self._language = bevinding, language
        self._answers = [(str(code), bevinding.kort(str(code), language)) for code in ANSWERS]
        self.rows: dict[str, PlaceRow] = {}
        self._wide = True

    def set_wide(self, *, wide: bool) -> None:
        """Answers beside the names, or under them."""
        self._wide = wide
        for row in self.rows.values():
            row.set_wide(wide=wide)

    def set_places(
        self, places: Sequence[PlekStand], found: Mapping[str, str], now: datetime, *, has_ronde: bool
    ) -> None:
        """Show all places; found: uid of the place to the code of this ronde."""
        if {stand.plek.uid for stand in places} != set(self.rows) or not places:
            self._make_rows(places)
        count = self.tr("{aantal} van {totaal} bezocht").format(aantal=len(found), totaal=len(places))
        self.set_right_text(count if has_ronde else "")
        for stand in places:
            self.rows[stand.plek.uid].set_state(
                self._meta(stand, now), found.get(stand.plek.uid, ""), enabled=has_ronde
            )

    def _make_rows(self, places: Sequence[PlekStand]) -> None:
        self.rows = {}
        if not places:
            empty = EmptyState(self._themes)
            empty.set_message(
                self.tr("Nog geen plekken"),
                self.tr("Vaste plekken komen met de gegevens van uw gemeente. U kunt wel een ronde lopen."),
            )
            self.set_widgets([empty])
            return
        for stand in places:
            row = PlaceRow(self._themes, stand.plek.naam, self._answers)
            row.set_wide(wide=self._wide)
            row.answered.connect(lambda code, uid=stand.plek.uid: self.answered.emit(uid, code))
            self.rows[stand.plek.uid] = row
        self.set_widgets(list(self.rows.values()))

    def _meta(self, stand: PlekStand, now: datetime) -> str:
        if stand.laatste is None or stand.bevinding is None:
            return self.tr("nog niet bezocht")
        found = self._bevinding.kort(str(stand.bevinding), self._language).lower()
        return self.tr("laatst {wanneer}: {bevinding}").format(
            wanneer=self._maker.when(stand.laatste, now), bevinding=found
        )
