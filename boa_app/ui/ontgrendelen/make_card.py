"""A new store: which municipality, and a passphrase that holds."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from boa_app.domain.wachtwoord import MIN_WACHTWOORD
from boa_app.ui.frame.model import CornerAction
from boa_app.ui.ontgrendelen.card import Card, SecretField
from boa_app.ui.ontgrendelen.opener import NewStore
from boa_app.ui.theme import ThemeManager
from boa_app.ui.widgets.buttons import ButtonKind, Knop

FIRST_CODE, FIRST_NAME = "GM0353", "IJsselstein"
_CODE = re.compile(r"GM\d{4}")


class MakeCard(Card):
    """Asks what a new store needs.

    Signals:
        make_requested(NewStore): everything is filled in.
        back_requested(): not now.
    """

    make_requested = Signal(object)
    back_requested = Signal()

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._busy = False
        self.add_heading(self.tr("Opslag maken"), self.tr("Alleen wie het wachtwoord kent, kan de gegevens lezen."))
        self.naam = QLineEdit(FIRST_NAME)
        self.code = QLineEdit(FIRST_CODE)
        self.first = SecretField(themes, self.tr("Wachtwoord"))
        self.again = SecretField(themes, self.tr("Wachtwoord herhalen"))
        self.add_field(self.tr("Gemeente"), self.naam)
        self.add_field(self.tr("Gemeentecode van het CBS"), self.code)
        self.add_field(self.tr("Wachtwoord"), self.first)
        self.add_note(
            self.tr("Minstens {aantal} tekens. Vier losse woorden onthoudt u makkelijk.").format(aantal=MIN_WACHTWOORD)
        )
        self.add_field(self.tr("Wachtwoord herhalen"), self.again)
        self.add_problem_place()
        self.back = Knop(themes, self.tr("Terug"), "arrow-left", kind=ButtonKind.TEKST)
        self.back.clicked.connect(self.back_requested)
        self.column.addWidget(self.back)
        for field in (self.naam, self.code, self.first.field, self.again.field):
            field.textChanged.connect(self.step_changed)
            field.returnPressed.connect(self._on_field_return_pressed)

    def start(self) -> None:
        """Begin with empty passphrases."""
        self.first.clear()
        self.again.clear()
        self.clear_problem()
        self.set_busy(busy=False)
        self.first.field.setFocus()

    def set_busy(self, busy: bool) -> None:
        """While the store is made the fields wait."""
        self._busy = busy
        for field in (self.naam, self.code, self.first, self.again, self.back):
            field.setEnabled(not busy)
        self.step_changed.emit()

    def step(self) -> CornerAction:
        return CornerAction(
            "check", self.tr("Opslag maken"), self._ask, self.tr("Enter"), self.tr("Maken"), self._reason()
        )

    def _reason(self) -> str:
        if self._busy:
            return self.tr("Bezig met maken")
        if not self.naam.text().strip():
            return self.tr("Vul de gemeente in")
        if not _CODE.fullmatch(self.code.text().strip().upper()):
            return self.tr("Gemeentecode: GM en vier cijfers")
        missing = MIN_WACHTWOORD - len(self.first.field.text())
        if missing > 0:
            return self.tr("Wachtwoord: nog minstens {aantal} erbij").format(aantal=missing)
        return "" if self.first.field.text() == self.again.field.text() else self.tr("De wachtwoorden zijn niet gelijk")

    def _ask(self) -> None:
        self.make_requested.emit(
            NewStore(self.first.field.text(), self.code.text().strip().upper(), self.naam.text().strip())
        )

    def _on_field_return_pressed(self) -> None:
        if not self.step().reason:
            self._ask()
