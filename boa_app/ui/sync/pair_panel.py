"""Mogelijk zelfde incident: two meldingen side by side and on the map, to count as one or to leave as two."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from boa_app.ui.context import UiContext
from boa_app.ui.map.view import MapOptions, MapView
from boa_app.ui.map.zijden import SidesLayer, Zijde
from boa_app.ui.sync.conflict_map import MapBox
from boa_app.ui.sync.conflict_parts import ColumnHead, Kolom
from boa_app.ui.sync.decision_panel import DecisionPanel
from boa_app.ui.theme import px
from boa_app.ui.widgets.buttons import ButtonKind, Knop
from boa_app.ui.widgets.text import Label


@dataclass(frozen=True, slots=True)
class PaarBeeld:
    """Two meldingen in words. een, ander: their uids; regels: label and the value of either."""

    een: str
    ander: str
    titel: str
    kolommen: tuple[Kolom, Kolom]
    regels: tuple[tuple[str, str, str], ...]
    plaatsen: tuple[Zijde, Zijde]


class PairPanel(DecisionPanel):
    """Asks whether they are one.

    Signals:
        joined(str, str), parted(str, str): the uids. melding_opened(str): read one of them.
    """

    joined = Signal(str, str)
    parted = Signal(str, str)
    melding_opened = Signal(str)

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ui.themes, self.tr("Mogelijk zelfde incident"), "users", parent)
        self._ui = ui
        self._beeld: PaarBeeld | None = None
        self._layers_loaded = False
        self.view: MapView | None = None
        self._box = QWidget(self)
        self.sides: SidesLayer | None = None
        self.part = Knop(ui.themes, self.tr("Niet hetzelfde"))
        self.join = Knop(ui.themes, self.tr("Eén incident"), kind=ButtonKind.HOOFD)
        for knop in (self.later, self.part, self.join):
            self.verbs.addWidget(knop)
        self.join.clicked.connect(self._on_join_clicked)
        self.part.clicked.connect(self._on_part_clicked)
        self.info.setText(self.tr("Als één incident tellen ze samen één keer. Beide meldingen blijven bestaan."))

    @property
    def beeld(self) -> PaarBeeld | None:
        """What is shown."""
        return self._beeld

    def show_pair(self, beeld: PaarBeeld) -> None:
        """Show two meldingen."""
        self._beeld = beeld
        self.meta.setText(beeld.titel)
        box = self._make_map()
        self.replace_facts((self._make_table(beeld), box), keep=box)
        if self.sides is not None:
            self.sides.show(beeld.plaatsen)
        self.setAccessibleName(f"{self.tr('Mogelijk zelfde incident')}, {beeld.titel}")

    def release(self) -> None:
        """Let the map go before its profile does."""
        if self.view is not None:
            self.view.release()

    def _make_map(self) -> QWidget:
        """The map, made with the first pair: most rounds have none."""
        if self.view is None:
            self.view = MapView(self._ui.maps, self._ui.themes, MapOptions(layers=(), scale=False), self)
            self.view.setAccessibleName(self.tr("Kaart met beide meldingen"))
            self._box = MapBox(self.view, self)
            self.sides = SidesLayer(self.view)
            self.sides.side_chosen.connect(self.melding_opened)
            self._ui.load_lagen(self.view.set_lagen, self)
        return self._box

    def _make_table(self, beeld: PaarBeeld) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(px("s3"), px("s2"), px("s3"), px("s2"))
        grid.setHorizontalSpacing(px("s3"))
        grid.setVerticalSpacing(px("s2"))
        themes = self._ui.themes
        for column, kolom in enumerate(beeld.kolommen, start=1):
            grid.addWidget(ColumnHead(themes, kolom), 0, column)
            grid.setColumnStretch(column, 1)
        for row, (name, one, other) in enumerate(beeld.regels, start=1):
            grid.addWidget(Label(themes, name, size="t-klein", color="ink-2"), row, 0)
            for column, value in ((1, one), (2, other)):
                weight = "w-half" if one == other else "w-vet"
                grid.addWidget(Label(themes, value, weight=weight, wrap=True), row, column)
        row = len(beeld.regels) + 1
        for column, uid in ((1, beeld.een), (2, beeld.ander)):
            knop = Knop(themes, self.tr("Melding lezen"), "list", kind=ButtonKind.TEKST)
            knop.clicked.connect(lambda _checked=False, uid=uid: self.melding_opened.emit(uid))
            grid.addWidget(knop, row, column, Qt.AlignmentFlag.AlignLeft)
        return made

    def _on_join_clicked(self) -> None:
        if self._beeld is not None:
            self.joined.emit(self._beeld.een, self._beeld.ander)

    def _on_part_clicked(self) -> None:
        if self._beeld is not None:
            self.parted.emit(self._beeld.een, self._beeld.ander)
