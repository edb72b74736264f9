"""A field for free text with its guard: it says what looks like personal data, and never stops anybody."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from boa_app.domain.text_guard import Treffer, Verdenking
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.banner import Banner, BannerKind, BannerSpec
from boa_app.ui.widgets.text import Label

CHECK_AFTER_MS = 600


class GuardedText(QWidget):
    """Title, field and, when the guard finds something, a warning under it.

    Signals:
        text_changed(str): a person typed.
    """

    text_changed = Signal(str)

    def __init__(
        self, themes: ThemeManager, title: str, hint: str, check: Callable[[str], Sequence[Treffer]],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._themes, self._check = themes, check
        self._warning: Banner | None = None
        self._pausing = QTimer(self)
        self._pausing.setSingleShot(True)
        self._pausing.setInterval(CHECK_AFTER_MS)
        self._pausing.timeout.connect(self.check_now)
        self.field = QPlainTextEdit(self)
        self.field.setAccessibleName(f"{title}, {hint}")
        self.field.setFixedHeight(px("h-tekstvak"))
        self.field.setTabChangesFocus(True)
        self.field.textChanged.connect(self._on_field_text_changed)
        self.field.installEventFilter(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px("s1"))
        self._column.addWidget(Label(themes, title, weight="w-vet"))
        self._column.addWidget(Label(themes, hint, size="t-klein", color="ink-2", wrap=True))
        self._column.addWidget(self.field)

    def text(self) -> str:
        """What stands in the field."""
        return self.field.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a text, without a signal; a text already there keeps its cursor."""
        if text == self.text():
            return
        self.field.blockSignals(True)
        self.field.setPlainText(text)
        self.field.blockSignals(False)
        self.check_now()

    def add_sentence(self, sentence: str) -> None:
        """Put a quick sentence after what stands there, and the cursor behind it."""
        before = self.text().rstrip()
        self.field.setPlainText(f"{before} {sentence}" if before else sentence)
        self.field.moveCursor(QTextCursor.MoveOperation.End)

    def warning(self) -> Banner | None:
        """The warning in sight."""
        return self._warning

    def check_now(self) -> None:
        """Ask the guard and show or take away the warning."""
        self._pausing.stop()
        kinds = list(dict.fromkeys(hit.soort for hit in self._check(self.text())))
        strong = self.tr("Dit lijkt op {wat}.").format(wat=self._words(kinds)) if kinds else ""
        if self._warning is not None:
            if self._warning.spec.strong == strong:
                return
            self._column.removeWidget(self._warning)
            self._warning.hide()
            self._warning.deleteLater()
            self._warning = None
        if strong:
            rest = self.tr("Herschrijf het. Slaat u toch op, dan zien alleen u en de teamleider deze tekst.")
            self._warning = Banner(self._themes, BannerSpec(BannerKind.LET, strong, rest, closable=False), self)
            self._column.addWidget(self._warning)
            self._warning.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() is QEvent.Type.FocusOut:
            self.check_now()
        return super().eventFilter(watched, event)

    def _words(self, kinds: Sequence[Verdenking]) -> str:
        names = {
            Verdenking.BSN: self.tr("een burgerservicenummer"),
            Verdenking.KENTEKEN: self.tr("een kenteken"),
            Verdenking.TELEFOON: self.tr("een telefoonnummer"),
            Verdenking.EMAIL: self.tr("een e-mailadres"),
            Verdenking.GEBOORTEDATUM: self.tr("een geboortedatum"),
            Verdenking.NAAM: self.tr("een naam"),
            Verdenking.BIJZONDER: self.tr("iets over afkomst, geloof of gezondheid"),
        }
        words = [names[kind] for kind in kinds]
        if len(words) < 2:
            return "".join(words)
        return self.tr("{eerste} en {laatste}").format(eerste=", ".join(words[:-1]), laatste=words[-1])

    def _on_field_text_changed(self) -> None:
        self._pausing.start()
        self.text_changed.emit(self.text())
