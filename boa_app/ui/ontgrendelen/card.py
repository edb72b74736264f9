"""One card of the way in: a heading, a sentence, fields, and room for what went wrong."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from boa_app.ui.frame.model import CornerAction
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.banner import Banner, BannerKind, BannerSpec
from boa_app.ui.widgets.buttons import IconKnop
from boa_app.ui.widgets.panel import Panel
from boa_app.ui.widgets.text import Label


class Card(Panel):
    """Base of the cards.

    Signals:
        step_changed(): the next step in the corner is another one now.
    """

    step_changed = Signal()

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent=parent)
        self._banner: Banner | None = None
        self.column = QVBoxLayout()
        self.column.setContentsMargins(px("s5"), px("s5"), px("s5"), px("s5"))
        self.column.setSpacing(px("s2"))
        self.body.addLayout(self.column)
        self._place = QVBoxLayout()

    def step(self) -> CornerAction:
        """The next step."""
        raise NotImplementedError

    def add_heading(self, title: str, sentence: str) -> Label:
        """A heading with one sentence under it; gives the sentence, to change it later."""
        self.setAccessibleName(title)
        self.column.addWidget(Label(self._themes, title, size="t-kop", weight="w-zwaar"))
        words = Label(self._themes, sentence, color="ink-2", wrap=True)
        self.column.addWidget(words)
        return words

    def add_field(self, label: str, field: QWidget) -> None:
        """A field under its label."""
        name = Label(self._themes, label, weight="w-vet")
        target = field.focusProxy() or field
        name.setBuddy(target)
        target.setAccessibleName(label)
        self.column.addSpacing(px("s2"))
        self.column.addWidget(name)
        self.column.addWidget(field)

    def add_note(self, text: str) -> Label:
        """A small line of help."""
        note = Label(self._themes, text, size="t-klein", color="ink-2", wrap=True)
        self.column.addWidget(note)
        return note

    def add_problem_place(self) -> None:
        """Where a problem appears."""
        self.column.addLayout(self._place)

    def show_problem(self, kind: BannerKind, strong: str, text: str = "") -> None:
        """Say what happened, what is safe and what to do, inside the card."""
        self.clear_problem()
        self._banner = Banner(self._themes, BannerSpec(kind, strong, text, closable=False), self)
        self._place.addSpacing(px("s2"))
        self._place.addWidget(self._banner)
        self._banner.show()

    def clear_problem(self) -> None:
        """Nothing is wrong any more."""
        if self._banner is not None:
            self._place.takeAt(0)
            self._place.removeWidget(self._banner)
            self._banner.deleteLater()
            self._banner = None

    @property
    def problem(self) -> str:
        """The sentence shown as a problem now, empty when there is none."""
        return "" if self._banner is None else self._banner.spec.strong


class SecretField(QWidget):
    """A passphrase with a button to look at it. Its text is in `field`."""

    def __init__(self, themes: ThemeManager, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(name)
        self.eye = IconKnop(themes, "eye", self.tr("Wachtwoord tonen"), self)
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self._on_eye_toggled)
        self.setFocusProxy(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px("s2"))
        row.addWidget(self.field, 1)
        row.addWidget(self.eye)

    def clear(self) -> None:
        """Forget the text and hide again."""
        self.field.clear()
        self.eye.setChecked(False)

    def set_wrong(self, wrong: bool) -> None:
        """Mark the field itself as the place to look."""
        self.field.setProperty("fout", "ja" if wrong else "")
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)

    def _on_eye_toggled(self, shown: bool) -> None:
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        if shown:
            self.eye.set_icon("eye-off", self.tr("Wachtwoord verbergen"))
        else:
            self.eye.set_icon("eye", self.tr("Wachtwoord tonen"))
