"""What stands in a panel when there is nothing yet, when something failed, and while something takes time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import Knop
from boa_app.ui.widgets.text import Label

SHOW_AFTER_MS = 300
CANCEL_AFTER_MS = 2000


class TextState(QWidget):
    """Title, sentence and at most one button, left under each other."""

    def __init__(self, themes: ThemeManager, *, title_color: str = "ink", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label(themes, size="t-tegel", weight="w-vet", color=title_color, wrap=True)
        self._text = Label(themes, color="ink-2", wrap=True)
        self._knop = Knop(themes, "", parent=self)
        self._act: Callable[[], None] | None = None
        self._knop.clicked.connect(self._on_knop_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(px("s3"), px("s3"), px("s3"), px("s3"))
        column.setSpacing(px("s3"))
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addWidget(self._knop, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def set_message(
        self, title: str, text: str, button: str = "", icon: str = "", on_trigger: Callable[[], None] | None = None
    ) -> None:
        """Show a message; without a button text there is no button."""
        self._title.setText(title)
        self._text.setText(text)
        self._act = on_trigger
        self._knop.set_label(button, icon)
        self._knop.setVisible(bool(button))
        self.setAccessibleName(f"{title}. {text}")

    @property
    def button(self) -> Knop:
        """The way on."""
        return self._knop

    def _on_knop_clicked(self) -> None:
        if self._act is not None:
            self._act()


class EmptyState(TextState):
    """What will be here, and one button to begin."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent=parent)


class ErrorState(TextState):
    """What happened, what is safe, what to do."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(themes, title_color="fout", parent=parent)


class ProgressPanel(QWidget):
    """A bar with numbers. It appears after 300 ms; after 2 s it can be cancelled.

    Signals:
        cancel_requested(): stop the work.
    """

    cancel_requested = Signal()

    def __init__(self, themes: ThemeManager, *, cancellable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cancellable = cancellable
        self._title = Label(themes, size="t-tegel", weight="w-vet", wrap=True)
        self._text = Label(themes, color="ink-2", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = Knop(themes, self.tr("Annuleren"), parent=self)
        self._cancel.setVisible(False)
        self._cancel.clicked.connect(self.cancel_requested)
        self._delay = QTimer(self, singleShot=True, interval=SHOW_AFTER_MS)
        self._delay.timeout.connect(self.show)
        self._patience = QTimer(self, singleShot=True, interval=CANCEL_AFTER_MS)
        self._patience.timeout.connect(self._on_patience_timeout)
        column = QVBoxLayout(self)
        column.setContentsMargins(px("s3"), px("s3"), px("s3"), px("s3"))
        column.setSpacing(px("s3"))
        for widget in (self._title, self._text, self._bar):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self._cancel)
        row.addStretch(1)
        column.addLayout(row)

    def start(self, title: str) -> None:
        """Begin: hidden at first, so that quick work does not flicker."""
        self._title.setText(title)
        self.setAccessibleName(title)
        self.set_progress("")
        self._cancel.setVisible(False)
        self.hide()
        self._delay.start()
        self._patience.start()

    def set_progress(self, text: str, done: int = 0, total: int = 0) -> None:
        """Show numbers; a total of 0 means the length is unknown and the bar moves."""
        self._text.setText(text)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setAccessibleName(text)

    def stop(self) -> None:
        """The work ended."""
        self._delay.stop()
        self._patience.stop()
        self.hide()

    def _on_patience_timeout(self) -> None:
        self._cancel.setVisible(self._cancellable)
