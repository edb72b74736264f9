"""While an import runs: how far it is, and that everything else goes on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from boa_app.ui.importeren.words import ImportWords
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import ButtonKind, Knop
from boa_app.ui.widgets.panel import Panel
from boa_app.ui.widgets.text import Label

_PARTS = 1000


class RunningStep(QWidget):
    """Bar with numbers, *Pauzeren* and *Stoppen*.

    Signals:
        pause_requested(), stop_requested().
    """

    pause_requested = Signal()
    stop_requested = Signal()

    def __init__(self, themes: ThemeManager, words: ImportWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._rows = 0
        self._panel = Panel(themes, self.tr("Bezig met importeren"), "file-up")
        self.title = Label(themes, weight="w-vet", wrap=True)
        self.numbers = Label(themes, wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        work_on = self.tr(
            "U kunt gewoon doorwerken en ook een melding maken. De rijen zijn te zien als alles klaar is, niet eerder."
        )
        self.calm = Label(themes, work_on, color="ink-2", wrap=True)
        self.pause = Knop(themes, self.tr("Pauzeren"), "pause")
        self.stop = Knop(themes, self.tr("Stoppen"), "square", kind=ButtonKind.GEVAAR)
        self.pause.clicked.connect(self.pause_requested)
        self.stop.clicked.connect(self.stop_requested)
        self._build()

    def begin(self, names: str, rows: int) -> None:
        """A new import. rows: how many there are, 0 when nobody counted."""
        self._rows = rows
        self.title.setText(names)
        self.pause.setEnabled(True)
        self.stop.setEnabled(True)
        self.set_progress(0, 0)

    def set_progress(self, done: int, total: int) -> None:
        """done and total: bytes read and in all; a total of 0 means the length is not known yet."""
        self.bar.setRange(0, _PARTS if total else 0)
        part = min(1.0, done / total) if total else 0.0
        self.bar.setValue(round(part * _PARTS))
        percent = self.tr("{deel} % gelezen").format(deel=int(part * 100))
        if self._rows and total:
            text = self.tr("ongeveer {aantal} van {totaal} rijen, {procent}")
            percent = text.format(
                aantal=self._words.number(round(part * self._rows)),
                totaal=self._words.number(self._rows),
                procent=percent,
            )
        self.numbers.setText(percent)
        self.bar.setAccessibleName(percent)

    def show_ending(self, sentence: str) -> None:
        """It was asked to pause or stop, and will in a moment."""
        self.pause.setEnabled(False)
        self.stop.setEnabled(False)
        self.numbers.setText(sentence)
        self.bar.setRange(0, 0)

    @property
    def is_ending(self) -> bool:
        """True from the wish to pause or stop on."""
        return not self.stop.isEnabled()

    def set_tight(self, *, tight: bool) -> None:
        """Smaller margins in a low window."""
        margin = px("s3") if tight else px("s4")
        self._column.setContentsMargins(margin, margin, margin, margin)

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(px("s2"))
        buttons.addWidget(self.pause)
        buttons.addWidget(self.stop)
        buttons.addStretch(1)
        inner = QVBoxLayout()
        inner.setContentsMargins(px("s4"), px("s4"), px("s4"), px("s4"))
        inner.setSpacing(px("s3"))
        for widget in (self.title, self.numbers, self.bar, self.calm):
            inner.addWidget(widget)
        inner.addLayout(buttons)
        self._panel.body.addLayout(inner)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._panel)
        self._column.addStretch(1)
        self.set_tight(tight=False)
