"""The question *zelfde groep?*: inline, never in the way, answered with one touch or not at all."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import Knop
from boa_app.ui.widgets.panel import IconLabel, Line
from boa_app.ui.widgets.text import Label


class SameGroupPanel(QWidget):
    """Asks, or says what was answered.

    Signals:
        answered(bool): the same group, or not.
        answer_withdrawn(): not the same group after all.
    """

    answered = Signal(bool)
    answer_withdrawn = Signal()

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("vlak", "keuze-tint")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._question = Label(themes, self.tr("Zelfde groep?"), weight="w-zwaar", wrap=True)
        self._text = Label(themes, wrap=True)
        self.yes = Knop(themes, self.tr("Ja, zelfde groep"), parent=self)
        self.no = Knop(themes, self.tr("Nee"), parent=self)
        self.undo = Knop(themes, self.tr("Toch niet"), parent=self)
        self.yes.clicked.connect(lambda: self.answered.emit(True))
        self.no.clicked.connect(lambda: self.answered.emit(False))
        self.undo.clicked.connect(self.answer_withdrawn)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._question)
        words.addWidget(self._text)
        head = QHBoxLayout()
        head.setSpacing(px("s2"))
        head.addWidget(IconLabel(themes, "users", color="ink"), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        head.addWidget(self.undo)
        self._answers = QWidget(self)
        answers = QHBoxLayout(self._answers)
        answers.setContentsMargins(0, 0, 0, 0)
        answers.setSpacing(px("s2"))
        answers.addWidget(self.yes, 1)
        answers.addWidget(self.no, 1)
        column = QVBoxLayout()
        column.setContentsMargins(px("s3"), px("s2"), px("s3"), px("s3"))
        column.setSpacing(px("s2"))
        column.addLayout(head)
        column.addWidget(self._answers)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(column)
        outer.addWidget(Line(parent=self))

    def ask(self, sentence: str) -> None:
        """Put the question about one melding."""
        self._question.setText(self.tr("Zelfde groep?"))
        self._show(sentence, is_answered=False)

    def confirm(self, sentence: str) -> None:
        """Say that it is the same group, with the way back."""
        self._question.setText(self.tr("Zelfde groep, één incident."))
        self._show(sentence, is_answered=True)

    def _show(self, sentence: str, *, is_answered: bool) -> None:
        self._text.setText(sentence)
        self.setAccessibleName(f"{self._question.text()} {sentence}")
        self._answers.setVisible(not is_answered)
        self.undo.setVisible(is_answered)
