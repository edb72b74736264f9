"""A change the centre refused: what it was, why, and the two ways on. Nothing goes by itself."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from boa_app.ui.meldingen.detail_parts import FieldRow, ReasonPanel
from boa_app.ui.sync.decision_panel import DecisionPanel
from boa_app.ui.theme import ThemeManager
from boa_app.ui.widgets.buttons import ButtonKind, Knop


@dataclass(frozen=True, slots=True)
class GeweigerdBeeld:
    """One refused change in words. regels: label and value; doen: what the answers mean."""

    change_id: str
    titel: str
    regels: tuple[tuple[str, str], ...]
    doen: str
    mag_correctie: bool


class RejectedPanel(DecisionPanel):
    """Asks what to do with it.

    Signals:
        correction_given(str, str): change id and the reason. let_go(str): the value of the centre may stay.
    """

    correction_given = Signal(str, str)
    let_go = Signal(str)

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(themes, self.tr("Geweigerde wijziging"), "octagon-alert", parent)
        self._beeld: GeweigerdBeeld | None = None
        self.release_knop = Knop(themes, self.tr("Laat los"))
        self.correct = Knop(themes, self.tr("Correctie maken"), kind=ButtonKind.HOOFD)
        self.reason = ReasonPanel(themes, self)
        self.reason.hide()
        self.body.addWidget(self.reason)
        for knop in (self.later, self.release_knop, self.correct):
            self.verbs.addWidget(knop)
        self.release_knop.clicked.connect(self._on_release_clicked)
        self.correct.clicked.connect(self._on_correct_clicked)
        self.reason.given.connect(self._on_reason_given)
        self.reason.cancelled.connect(self._on_reason_cancelled)

    @property
    def beeld(self) -> GeweigerdBeeld | None:
        """What is shown."""
        return self._beeld

    def show_rejected(self, beeld: GeweigerdBeeld) -> None:
        """Show one refused change."""
        self._beeld = beeld
        self.reason.hide()
        self.meta.setText(beeld.titel)
        self.info.setText(beeld.doen)
        self.correct.setVisible(beeld.mag_correctie)
        self.replace_facts([FieldRow(self._themes, name, value) for name, value in beeld.regels])
        self.setAccessibleName(f"{self.tr('Geweigerde wijziging')}, {beeld.titel}")

    def ask_reason(self) -> None:
        """Why it should be so after all; meanwhile only the question has a button that corrects."""
        self.correct.hide()
        reasons = (self.tr("Verkeerd ingevuld"), self.tr("Later gebleken"), self.tr("Op verzoek"))
        self.reason.ask(self.tr("Waarom corrigeert u dit?"), self.tr("Correctie maken"), reasons)

    def _on_correct_clicked(self) -> None:
        self.ask_reason()

    def _on_reason_cancelled(self) -> None:
        self.reason.hide()
        self.correct.show()
        self.correct.setFocus()

    def _on_reason_given(self, reason: str) -> None:
        self.reason.hide()
        self.correct.show()
        if self._beeld is not None:
            self.correction_given.emit(self._beeld.change_id, reason)

    def _on_release_clicked(self) -> None:
        if self._beeld is not None:
            self.let_go.emit(self._beeld.change_id)
