"""What asks attention on this device: photos still here, refused changes, meldingen that may be one incident."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.vandaag.lists import InfoRow
from boa_app.ui.widgets.buttons import Knop
from boa_app.ui.widgets.panel import IconLabel, Line, Panel
from boa_app.ui.widgets.text import Label


@dataclass(frozen=True, slots=True)
class AandachtRegel:
    """One line. verbs: what one can do about it, word and act; color: of the icon."""

    icon: str
    name: str
    meta: str
    verbs: tuple[tuple[str, Callable[[], None]], ...] = ()
    color: str = "ink-2"


class AttentionRow(QWidget):
    """Icon, name, meta and the buttons; these go under the words where they would leave no room for them."""

    def __init__(self, themes: ThemeManager, line: AandachtRegel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self.buttons: list[Knop] = []
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(themes, line.name, weight="w-vet", wrap=True))
        words.addWidget(Label(themes, line.meta, size="t-klein", color="ink-2", wrap=True))
        row = QHBoxLayout()
        row.setContentsMargins(px("s3"), px("s1"), px("s3"), px("s1"))
        row.setSpacing(px("s3"))
        row.addWidget(IconLabel(themes, line.icon, "i-rij", line.color))
        row.addLayout(words, 1)
        verbs = QHBoxLayout()
        verbs.setSpacing(px("s2"))
        for word, act in line.verbs:
            knop = Knop(themes, word)
            knop.setAccessibleName(f"{word}: {line.name}")
            knop.clicked.connect(lambda _checked=False, act=act: act())
            self.buttons.append(knop)
            verbs.addWidget(knop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        if len(self.buttons) > 1:
            verbs.setContentsMargins(px("s7"), 0, px("s3"), px("s2"))
            verbs.addStretch(1)
            column.addLayout(verbs)
        else:
            row.addLayout(verbs)
        column.addWidget(Line())
        self.setAccessibleName(f"{line.name}, {line.meta}")


class AttentionPanel(Panel):
    """The lines under each other, or that there is nothing."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(themes, self.tr("Vraagt uw aandacht"), "", parent)
        self._rows: list[AttentionRow] = []
        self._nothing = InfoRow(themes, "circle-check")
        self._nothing.set_fact(self.tr("Niets te doen"), self.tr("Geweigerde wijzigingen komen hier te staan."))
        self.body.addWidget(self._nothing)
        self.set_lines(())

    def set_lines(self, lines: Sequence[AandachtRegel]) -> None:
        """Show these."""
        if tuple(lines) == tuple(row.line for row in self._rows):
            return
        self.set_right_text(str(len(lines)) if lines else "")
        for row in self._rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [AttentionRow(self._themes, line) for line in lines]
        for row in self._rows:
            self.body.addWidget(row)
            row.show()
        self._nothing.setVisible(not lines)

    def rows(self) -> tuple[AttentionRow, ...]:
        """The lines in order."""
        return tuple(self._rows)
