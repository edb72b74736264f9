"""Parts of the page of one melding: the fields, the history, and asking for a reason in place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.vandaag.lists import InfoRow
from boa_app.ui.vandaag.stack import StackPanel
from boa_app.ui.widgets.buttons import ButtonKind, Knop
from boa_app.ui.widgets.panel import Line, Panel
from boa_app.ui.widgets.text import Label

LONG_WORD = 30
# Where Qt may go on with the next line; nothing is seen of it.
BREAK = "\u200b"


def breakable(text: str) -> str:
    """The text with a place to break in words that are longer than a narrow panel is wide."""
    return re.sub(rf"\S{{{LONG_WORD}}}(?=\S)", lambda part: part.group() + BREAK, text)


class FieldRow(QWidget):
    """Label and value; long values take the lines they need."""

    def __init__(self, themes: ThemeManager, name: str, value: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.value = name, value
        title = Label(themes, name, size="t-klein", color="ink-2", wrap=True)
        title.setFixedWidth(px("b-rail") + px("s7"))
        # Half the difference of the two line heights, so that label and value stand on one line.
        title.setContentsMargins(0, px("haar"), 0, 0)
        words = Label(themes, breakable(value), weight="w-half", wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid = QGridLayout()
        grid.setContentsMargins(px("s3"), px("s2"), px("s3"), px("s2"))
        grid.setHorizontalSpacing(px("s3"))
        grid.addWidget(title, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words, 0, 1)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(grid)
        column.addWidget(Line())


class FieldsPanel(StackPanel):
    """Everything that is filled in."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(themes, self.tr("Wat is vastgelegd"), "clipboard-list", parent)

    def set_fields(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show label and value, in this order."""
        self.set_widgets([FieldRow(self._themes, name, value) for name, value in rows])

    def values(self) -> dict[str, str]:
        """What is shown, by label."""
        return {row.name: row.value for row in self._content.findChildren(FieldRow)}


class HistoryPanel(StackPanel):
    """What happened to it, newest first."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(themes, self.tr("Geschiedenis"), "history", parent)
        self._lines: tuple[tuple[str, str], ...] = ()

    def set_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show what changed, and who, when and why under it."""
        self._lines = tuple(lines)
        widgets: list[QWidget] = []
        for what, by in lines:
            # Newest first, so the making is the last; a line before it is a change.
            row = InfoRow(self._themes, "plus" if len(widgets) == len(lines) - 1 else "pencil")
            row.set_fact(breakable(what), breakable(by))
            widgets.append(row)
        self.set_widgets(widgets)

    def lines(self) -> tuple[tuple[str, str], ...]:
        """What is shown."""
        return self._lines


class ReasonPanel(Panel):
    """Asks why, in the page itself: nothing modal.

    Signals:
        given(str): the reason.
        cancelled(): not after all.
    """

    given = Signal(str)
    cancelled = Signal()

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(themes, " ", "circle-question-mark", parent)
        self._choices = QHBoxLayout()
        self._choices.setSpacing(px("s2"))
        self.field = QLineEdit()
        self.field.setMaxLength(200)
        self.field.textChanged.connect(self._on_field_text_changed)
        self.field.returnPressed.connect(self._give)
        self.act = Knop(themes, "", kind=ButtonKind.HOOFD)
        self.act.clicked.connect(self._give)
        self._why_not = Label(themes, self.tr("Kies eerst een reden of typ er een."), size="t-klein", color="ink-2")
        policy = self._why_not.sizePolicy()
        # The page must not jump under the finger of who starts typing.
        policy.setRetainSizeWhenHidden(True)
        self._why_not.setSizePolicy(policy)
        self.cancel = Knop(themes, self.tr("Annuleren"))
        self.cancel.clicked.connect(self.cancelled)
        self.choices: list[Knop] = []
        row = QHBoxLayout()
        row.setSpacing(px("s2"))
        row.addWidget(self.field, 1)
        row.addWidget(self.act)
        row.addWidget(self.cancel)
        column = QVBoxLayout()
        column.setContentsMargins(px("s3"), px("s3"), px("s3"), px("s3"))
        column.setSpacing(px("s2"))
        column.addLayout(self._choices)
        column.addLayout(row)
        column.addWidget(self._why_not)
        self.body.addLayout(column)

    def ask(self, question: str, verb: str, reasons: Sequence[str]) -> None:
        """Ask; a touch on one of the reasons is an answer, the field is for another one."""
        self.set_title(question)
        self.field.setAccessibleName(question)
        self.field.setPlaceholderText(self.tr("Andere reden"))
        self.field.clear()
        self.act.set_label(verb)
        for knop in self.choices:
            self._choices.removeWidget(knop)
            knop.hide()
            knop.deleteLater()
        self.choices = []
        for reason in reasons:
            knop = Knop(self._themes, reason, parent=self)
            knop.clicked.connect(lambda _checked=False, r=reason: self.given.emit(r))
            self._choices.addWidget(knop, 1)
            self.choices.append(knop)
        self._on_field_text_changed()
        self.show()
        if self.choices:
            self.choices[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        if self.field.text().strip():
            self.given.emit(self.field.text().strip())

    def _on_field_text_changed(self) -> None:
        has_reason = bool(self.field.text().strip())
        self.act.setEnabled(has_reason)
        self._why_not.setVisible(not has_reason)
