"""The first time: an own store, or first a look at made-up data."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from boa_app.ui.frame.model import CornerAction
from boa_app.ui.ontgrendelen.card import Card
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import Knop
from boa_app.ui.widgets.panel import Line


class WelcomeCard(Card):
    """Two ways on; the corner is the own store.

    Signals:
        make_requested(): fill in a new store.
        example_requested(): open the example.
    """

    make_requested = Signal()
    example_requested = Signal()

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._busy = False
        self.add_heading(
            self.tr("Welkom"), self.tr("Meldingen van jeugdoverlast vastleggen en terugvinden, ook zonder netwerk.")
        )
        self.column.addSpacing(px("s2"))
        self.add_note(
            self.tr("Maak een eigen opslag voor echt werk. Die staat versleuteld op dit apparaat en nergens anders.")
        )
        self.column.addWidget(Line())
        self.add_note(self.tr("Of kijk eerst rond met verzonnen gegevens. Daar kunt u niets mee stukmaken."))
        self.example = Knop(themes, self.tr("Voorbeeld bekijken"), "eye")
        self.example.clicked.connect(self.example_requested)
        self.column.addWidget(self.example)
        self.add_problem_place()

    def set_busy(self, busy: bool) -> None:
        """While the example is made both ways wait."""
        self._busy = busy
        self.example.setEnabled(not busy)
        self.step_changed.emit()

    def step(self) -> CornerAction:
        reason = self.tr("Het voorbeeld wordt gemaakt") if self._busy else ""
        return CornerAction(
            "plus", self.tr("Opslag maken"), self.make_requested.emit, self.tr("Enter"), self.tr("Maken"), reason
        )
