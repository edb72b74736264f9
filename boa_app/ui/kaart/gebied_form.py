"""The form of an area: where its edge stands, its name, kind, decision and dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from boa_app.domain.errors import UserError
from boa_app.domain.gebied import (
    MAX_BESLUIT,
    MAX_NAAM,
    MIN_CORNERS,
    Gebied,
    GebiedSoort,
    check_ring,
    close_ring,
    ring_area_m2,
)
from boa_app.texts import error_sentence, formats, label
from boa_app.ui.kaart.gebied_words import ICONS
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import ButtonKind, Knop
from boa_app.ui.widgets.text import Label
from boa_app.ui.widgets.tile import Choice
from boa_app.ui.widgets.tile_group import Columns, TileGroup

Corners = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Ingevuld:
    """What a person filled in, as JSON values by field; uid empty for a new area."""

    uid: str
    values: dict[str, Any]


class GebiedForm(QWidget):
    """Asks for an area whose edge is drawn on the map beside it.

    Signals:
        submitted(Ingevuld): store it. cancelled(): not after all.
        ring_requested(): make what was drawn so far round and give it to ``set_corners``, which then stores.
        problem_shown(): the line at the top says what is wrong; bring it in sight.
    """

    submitted = Signal(object)
    ring_requested = Signal()
    problem_shown = Signal()
    cancelled = Signal()

    def __init__(self, themes: ThemeManager, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._uid = ""
        self._corners: Corners | None = None
        self._saves_when_round = False
        self.edge = Label(themes, weight="w-vet", wrap=True)
        self.error = Label(themes, color="fout", wrap=True)
        self.naam, self.besluit, self.van, self.tot = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        choices = [
            Choice(soort, label("gebied_soort", soort, language).capitalize(), ICONS[soort]) for soort in GebiedSoort
        ]
        self.soort = TileGroup(themes, self.tr("Soort"), choices, columns=Columns(1, 1, 2), parent=self)
        self.save = Knop(themes, self.tr("Gebied opslaan"), "check", kind=ButtonKind.HOOFD)
        self.cancel = Knop(themes, self.tr("Annuleren"))
        self._build(themes)
        self.save.clicked.connect(self._on_save_clicked)
        self.cancel.clicked.connect(self.cancelled)

    def begin(self, gebied: Gebied | None) -> None:
        """Ask for a new area, or show one to change."""
        self._uid = gebied.uid if gebied else ""
        self._corners = None
        self._saves_when_round = False
        self.naam.setText(gebied.naam if gebied else "")
        self.besluit.setText(gebied.besluit if gebied else "")
        for field, day in ((self.van, gebied and gebied.geldig_van), (self.tot, gebied and gebied.geldig_tot)):
            field.setText(formats.date_nl(day, "nl") if day else "")
        self.soort.set_chosen([str(gebied.soort)] if gebied else [])
        self._show_error("")
        if gebied is not None:
            self._show_edge(len(gebied.ringen[0]) - 1, gebied.area_m2())
        else:
            self.edge.setText(self.tr("Teken eerst de grens op de kaart."))

    def set_corners(self, corners: Corners) -> None:
        """The edge was drawn; a bad one is told at once, while the pen is still in hand."""
        saves, self._saves_when_round = self._saves_when_round, False
        if not self._uid and len(corners) < MIN_CORNERS:
            self._show_error(self._not_round())
            return
        self._corners = corners
        ring = close_ring(corners)
        self._show_edge(max(len(ring) - 1, 0), ring_area_m2(ring))
        try:
            check_ring(ring)
        except UserError as problem:
            self.show_problem(problem)
        else:
            self._show_error("")
            if saves:
                self._on_save_clicked()

    def show_problem(self, problem: UserError) -> None:
        """Say why it was not stored."""
        told = error_sentence(problem, self._language)
        self._show_error(f"{told.wat} {told.doen}")

    def _build(self, themes: ThemeManager) -> None:
        self.naam.setMaxLength(MAX_NAAM)
        self.besluit.setMaxLength(MAX_BESLUIT)
        for field in (self.van, self.tot):
            field.setPlaceholderText(self.tr("dd-mm-jjjj"))
        column = QVBoxLayout(self)
        column.setContentsMargins(px("s3"), px("s3"), px("s3"), px("s3"))
        column.setSpacing(px("s3"))
        column.addWidget(self.edge)
        column.addWidget(self.error)
        column.addLayout(self._field(themes, self.tr("Naam"), self.naam))
        column.addWidget(self.soort)
        column.addLayout(self._field(themes, self.tr("Besluit (nummer of naam)"), self.besluit))
        dates = QGridLayout()
        dates.setSpacing(px("s2"))
        for place, (name, field) in enumerate(((self.tr("Geldig vanaf"), self.van), (self.tr("Tot en met"), self.tot))):
            dates.addLayout(self._field(themes, name, field), 0, place)
        column.addLayout(dates)
        column.addWidget(self.save)
        column.addWidget(self.cancel)
        column.addStretch(1)

    def _field(self, themes: ThemeManager, name: str, field: QLineEdit) -> QVBoxLayout:
        field.setAccessibleName(name)
        column = QVBoxLayout()
        column.setSpacing(px("s1"))
        column.addWidget(Label(themes, name, size="t-klein", color="ink-2"))
        column.addWidget(field)
        return column

    def _show_edge(self, corners: int, area_m2: float) -> None:
        text = self.tr("Grens: {hoeken} hoeken, {oppervlakte}")
        self.edge.setText(text.format(hoeken=corners, oppervlakte=formats.area(area_m2, self._language)))

    def _show_error(self, text: str) -> None:
        self.error.setText(text)
        self.error.setVisible(bool(text))
        if text:
            self.problem_shown.emit()

    def _not_round(self) -> str:
        return self.tr("De grens is nog niet rond. Zet ten minste drie hoeken op de kaart.")

    def _on_save_clicked(self) -> None:
        chosen = self.soort.chosen()
        if not self._uid and self._corners is None:
            # What is said stays only when nothing comes: three corners are an area without being joined by hand.
            self._show_error(self._not_round())
            self._saves_when_round = True
            self.ring_requested.emit()
            return
        if not self.naam.text().strip():
            self.show_problem(UserError("gebied_naam_nodig"))
            self.naam.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not chosen:
            self._show_error(self.tr("Kies eerst de soort van het gebied."))
            return
        dates = {}
        for name, field in (("geldig_van", self.van), ("geldig_tot", self.tot)):
            try:
                day = formats.read_date(field.text())
            except ValueError:
                self._show_error(self.tr("Dit is geen datum. Typ de dag als 20-11-2026, of laat het leeg."))
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            dates[name] = day.isoformat() if day else None
        values: dict[str, Any] = {"naam": self.naam.text(), "soort": chosen[0], "besluit": self.besluit.text(), **dates}
        if self._corners is not None:
            values["ringen"] = [self._corners]
        self.submitted.emit(Ingevuld(self._uid, values))
