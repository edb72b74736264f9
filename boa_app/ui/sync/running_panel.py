"""While a sync runs: which step, how far, and that everything else goes on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import Knop
from boa_app.ui.widgets.panel import Panel
from boa_app.ui.widgets.text import Label

_PARTS = 1000


class RunningPanel(Panel):
    """Bar with numbers and *Stoppen*.

    Signals:
        stop_requested(): stop after the part under way; what the centre has stays there.
    """

    stop_requested = Signal()

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(themes, self.tr("Bezig met synchroniseren"), "refresh-cw", parent)
        self.step = Label(themes, weight="w-vet", wrap=True)
        self.numbers = Label(themes, wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        calm = self.tr("U kunt gewoon doorwerken en ook een melding maken. Stoppen mag: wat aankwam, blijft daar.")
        self.calm = Label(themes, calm, size="t-klein", color="ink-2", wrap=True)
        self.stop = Knop(themes, self.tr("Stoppen"), "square")
        self.stop.clicked.connect(self._on_stop_clicked)
        inside = QVBoxLayout()
        inside.setContentsMargins(px("s4"), px("s3"), px("s4"), px("s3"))
        inside.setSpacing(px("s2"))
        for part in (self.step, self.numbers, self.bar, self.calm):
            inside.addWidget(part)
        verbs = QHBoxLayout()
        verbs.setSpacing(0)
        verbs.addWidget(self.stop)
        verbs.addStretch(1)
        inside.addLayout(verbs)
        self.body.addLayout(inside)

    def begin(self, sentence: str) -> None:
        """A new sync."""
        self.stop.setEnabled(True)
        self.set_progress(sentence, "", 0, 0)

    def set_progress(self, sentence: str, numbers: str, done: int, total: int) -> None:
        """Show a step; a total of 0: nobody knows how long, the bar moves and the number counts."""
        self.step.setText(sentence)
        self.numbers.setText(numbers)
        self.numbers.setVisible(bool(numbers))
        self.bar.setRange(0, _PARTS if total else 0)
        self.bar.setValue(round(_PARTS * min(1.0, done / total)) if total else 0)
        self.bar.setAccessibleName(f"{sentence} {numbers}".strip())

    @property
    def is_ending(self) -> bool:
        """True from the wish to stop on."""
        return not self.stop.isEnabled()

    def _on_stop_clicked(self) -> None:
        self.stop.setEnabled(False)
        self.set_progress(self.tr("Bezig met stoppen"), "", 0, 0)
        self.stop_requested.emit()
