"""The bonnetje of an import: what became of every row, adding up to what was read."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from boa_app.ui.importeren.words import ImportWords
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.receipt import ReceiptPaper, Tear, Verdict
from boa_app.ui.widgets.text import Label


@dataclass(frozen=True, slots=True)
class ReceiptData:
    """The numbers of one import. when: the moment it was ready, in words. geweerd, klokwissel: as in Importverslag."""

    names: str
    when: str
    gelezen: int
    toegevoegd: int
    bestaand: int
    overgeslagen: int
    afgekeurd: int
    geweerd: int = 0
    klokwissel: int = 0

    @property
    def adds_up(self) -> bool:
        """Every row that was read is in exactly one of the four others."""
        return self.gelezen == self.toegevoegd + self.bestaand + self.overgeslagen + self.afgekeurd


class Receipt(ReceiptPaper):
    """Square corners, dashed lines, the verdict in words on top, the numbers under each other."""

    def __init__(self, themes: ThemeManager, words: ImportWords, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._words = words
        self.name = Label(themes, size="t-tegel", weight="w-vet", wrap=True)
        self.when = Label(themes, size="t-klein", color="ink-2", wrap=True)
        self.verdict = Verdict(themes)
        self.sum = Label(themes, size="t-klein", color="ink-2", wrap=True)
        self.numbers: dict[str, Label] = {}
        self._grid = QGridLayout()
        self._build()

    def show_receipt(self, data: ReceiptData) -> None:
        """Show the numbers of an import."""
        number = self._words.number
        self.name.setText(data.names)
        self.when.setText(data.when)
        self.verdict.set_verdict(self._told(data), good=not data.afgekeurd and data.adds_up)
        for key, label in self.numbers.items():
            label.setText(number(getattr(data, key)))
        parts = (data.toegevoegd, data.bestaand, data.overgeslagen, data.afgekeurd)
        text = self.tr("{som} = {gelezen} gelezen rijen: elke rij is geteld.")
        if not data.adds_up:
            text = self.tr("{som} is niet {gelezen}. Meld dit: de telling klopt niet.")
        told = text.format(som=" + ".join(map(number, parts)), gelezen=number(data.gelezen))
        self.sum.setText("\n".join((told, *self._words.counted_notes(data.geweerd, data.klokwissel))))
        self.setAccessibleName(f"{data.names}. {self.verdict.text.text()} {self.sum.text()}")

    def _told(self, data: ReceiptData) -> str:
        added = self._words.number(data.toegevoegd)
        if not data.toegevoegd and data.bestaand:
            return self.tr("Er is niets nieuws: deze rijen stonden er al.")
        told = self.tr("{aantal} meldingen toegevoegd.").format(aantal=added)
        if data.toegevoegd == 1:
            told = self.tr("1 melding toegevoegd.")
        if data.afgekeurd == 1:
            return told + " " + self.tr("1 rij kon niet mee.")
        if data.afgekeurd:
            rejected = self.tr("{aantal} rijen konden niet mee.").format(aantal=self._words.number(data.afgekeurd))
            return f"{told} {rejected}"
        return told

    def _build(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(px("s4"), px("s3"), px("s4"), px("s3"))
        head.setSpacing(0)
        head.addWidget(self.name)
        head.addWidget(self.when)
        self._grid.setContentsMargins(px("s4"), px("s3"), px("s4"), px("s3"))
        self._grid.setHorizontalSpacing(px("s4"))
        self._grid.setVerticalSpacing(px("s2"))
        self._grid.setColumnStretch(0, 1)
        rows = (
            ("gelezen", self.tr("Gelezen rijen")),
            ("toegevoegd", self.tr("Toegevoegd")),
            ("bestaand", self.tr("Bestond al")),
            ("overgeslagen", self.tr("Overgeslagen")),
            ("afgekeurd", self.tr("Afgekeurd")),
        )
        for place, (key, text) in enumerate(rows):
            strong = "w-vet" if key == "gelezen" else "w-gewoon"
            self.numbers[key] = Label(self._themes, size="t-tegel", weight=strong)
            self._grid.addWidget(Label(self._themes, text, weight=strong), place, 0)
            self._grid.addWidget(self.numbers[key], place, 1, Qt.AlignmentFlag.AlignRight)
        below = QVBoxLayout()
        below.setContentsMargins(px("s4"), px("s3"), px("s4"), px("s3"))
        below.addWidget(self.sum)
        column = self.column
        column.addLayout(head)
        column.addWidget(Tear(self._themes))
        column.addWidget(self.verdict)
        column.addWidget(Tear(self._themes))
        column.addLayout(self._grid)
        column.addWidget(Tear(self._themes))
        column.addLayout(below)
