"""Asking before something that cannot be taken back: what happens, and why it is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.vandaag.lists import InfoRow
from boa_app.ui.widgets.buttons import ButtonKind, Knop
from boa_app.ui.widgets.text import Label

MAX_REDEN = 500


class ConfirmForm(QWidget):
    """What happens, in lines, and a field for the reason.

    Signals:
        edited(): the reason is another one. submitted(): Enter in the field.
    """

    edited = Signal()
    submitted = Signal()

    def __init__(
        self, themes: ThemeManager, facts: Sequence[tuple[str, str, str]], examples: str, parent: QWidget | None = None
    ) -> None:
        """facts: icon, what happens, what that means. examples: of a reason."""
        super().__init__(parent)
        self._themes = themes
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for icon, name, meta in facts:
            row = InfoRow(themes, icon)
            row.set_fact(name, meta)
            column.addWidget(row)
        inside = QVBoxLayout()
        inside.setContentsMargins(px("s3"), px("s3"), px("s3"), px("s3"))
        inside.setSpacing(px("s1"))
        inside.addWidget(Label(themes, self.tr("Reden, voor het logboek"), weight="w-vet"))
        self.reden = QLineEdit()
        self.reden.setMaxLength(MAX_REDEN)
        self.reden.setPlaceholderText(examples)
        self.reden.setAccessibleName(self.tr("Reden, voor het logboek"))
        self.reden.textChanged.connect(lambda _text: self.edited.emit())
        self.reden.returnPressed.connect(self.submitted)
        inside.addWidget(self.reden)
        column.addLayout(inside)

    def act(self, text: str, on_act: Callable[[str], None]) -> Knop:
        """The red button of what is asked: it waits for an answer and hands it over."""
        knop = Knop(self._themes, text, "ban", kind=ButtonKind.GEVAAR)
        knop.setProperty("gevaar", True)
        knop.setEnabled(False)
        self.edited.connect(lambda: knop.setEnabled(bool(self.answer)))
        self.submitted.connect(knop.click)
        knop.clicked.connect(lambda: on_act(self.answer))
        return knop

    def begin(self) -> None:
        """Put the keyboard where something is to be filled in."""
        self.reden.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def answer(self) -> str:
        """The reason that was filled in."""
        return self.reden.text().strip()
