"""Unlocking: one field, the wait after wrong attempts, and what to do when the store cannot open."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from boa_app.domain.errors import BoaError
from boa_app.ui.frame.model import CornerAction
from boa_app.ui.ontgrendelen.attempts import Attempts
from boa_app.ui.ontgrendelen.card import Card, SecretField
from boa_app.ui.theme import ThemeManager
from boa_app.ui.widgets.banner import BannerKind
from boa_app.ui.widgets.buttons import ButtonKind, Knop

WRONG = "wachtwoord_onjuist"


class UnlockCard(Card):
    """Asks for the passphrase.

    Signals:
        unlock_requested(str): the passphrase or recovery code as typed.
        other_requested(): open the other store (the own one, or the example).
    """

    unlock_requested = Signal(str)
    other_requested = Signal()

    def __init__(self, themes: ThemeManager, language: str, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._language = language
        self._attempts = Attempts()
        self._left_s = 0
        self._busy = False
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._sentence = self.add_heading(self.tr("Ontgrendelen"), "")
        self.secret = SecretField(themes, self.tr("Wachtwoord"))
        self.secret.field.returnPressed.connect(self._on_field_return_pressed)
        self.secret.field.textChanged.connect(self._on_field_text_changed)
        self.add_field(self.tr("Wachtwoord"), self.secret)
        self.note = self.add_note("")
        self.add_problem_place()
        self.other = Knop(themes, self.tr("Voorbeeld bekijken"), kind=ButtonKind.TEKST)
        self.other.clicked.connect(self.other_requested)
        self.column.addWidget(self.other)
        self.set_store(is_example=False, has_other=True)

    def set_store(self, *, is_example: bool, has_other: bool) -> None:
        """Say which store this opens."""
        if is_example:
            self._sentence.setText(self.tr("Dit zijn verzonnen gegevens, om te oefenen."))
            self.note.setText(self.tr("Het wachtwoord van het voorbeeld is: voorbeeld"))
            self.other.set_label(self.tr("Eigen opslag openen"))
        else:
            self._sentence.setText(self.tr("Uw meldingen staan versleuteld op dit apparaat."))
            self.note.setText(self.tr("Wachtwoord vergeten? Vul hier uw herstelcode in."))
            self.other.set_label(self.tr("Voorbeeld bekijken"))
        self.other.setVisible(has_other)

    def start(self) -> None:
        """Begin empty, ready to type."""
        self.secret.clear()
        self.clear_problem()
        self._busy = False
        self.secret.field.setFocus()
        self.step_changed.emit()

    def set_busy(self, busy: bool) -> None:
        """While the key is made the field waits; what was typed stays."""
        self._busy = busy
        self.secret.setEnabled(not busy)
        self.step_changed.emit()

    def show_error(self, error: BoaError) -> None:
        """Say why it stays shut. A wrong passphrase costs a wait, longer each time."""
        self.set_busy(busy=False)
        from boa_app.texts import error_sentence

        words = error_sentence(error, self._language)
        self.show_problem(BannerKind.FOUT, words.wat, f"{words.veilig} {words.doen}".strip())
        self.secret.set_wrong(error.code == WRONG)
        if error.code == WRONG:
            self._attempts = self._attempts.after_failure()
            self._left_s = self._attempts.wait_s
            if self._left_s:
                self._timer.start()
        self.secret.field.selectAll()
        self.secret.field.setFocus()
        self.step_changed.emit()

    def forget(self) -> None:
        """It is open: forget what was typed and the wrong attempts."""
        self._attempts = Attempts()
        self._left_s = 0
        self._timer.stop()
        self.secret.clear()
        self.secret.set_wrong(wrong=False)
        self.clear_problem()

    def step(self) -> CornerAction:
        reason = ""
        if self._busy:
            reason = self.tr("Bezig met openen")
        elif self._left_s:
            reason = self.tr("Wacht nog {seconden} s").format(seconden=self._left_s)
        elif not self.secret.field.text():
            reason = self.tr("Vul eerst het wachtwoord in")
        return CornerAction(
            "key-round", self.tr("Ontgrendelen"), self._ask, self.tr("Enter"), self.tr("Openen"), reason
        )

    def _ask(self) -> None:
        self.unlock_requested.emit(self.secret.field.text())

    def _on_field_return_pressed(self) -> None:
        if not self.step().reason:
            self._ask()

    def _on_field_text_changed(self) -> None:
        self.secret.set_wrong(wrong=False)
        self.step_changed.emit()

    def _on_timer_timeout(self) -> None:
        self._left_s = max(0, self._left_s - 1)
        if not self._left_s:
            self._timer.stop()
        self.step_changed.emit()
