"""The bonnetje of a sync: what this device and the centre counted, side by side, with the verdict on top."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from boa_app.texts import formats
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.panel import IconLabel
from boa_app.ui.widgets.receipt import ReceiptPaper, Tear, Verdict
from boa_app.ui.widgets.tag import Tag, TagKind
from boa_app.ui.widgets.text import Label


@dataclass(frozen=True, slots=True)
class BonRegel:
    """One line: how many here and how many at the centre. note: what is missing, in words."""

    naam: str
    hier: int
    centrale: int
    note: str = ""
    apart: bool = False

    @property
    def is_equal(self) -> bool:
        """Both sides counted the same."""
        return not self.note and self.hier == self.centrale


@dataclass(frozen=True, slots=True)
class BonBeeld:
    """A bonnetje in words. controle: label and number; slot: what it means for this device."""

    kop: str
    wanneer: str
    oordeel: str
    meer: str
    goed: bool
    regels: tuple[BonRegel, ...]
    controle: tuple[tuple[str, str], ...]
    slot: str
    icoon: str = ""


class Bonnetje(ReceiptPaper):
    """Square corners, dashed lines, numbers under each other. Not equal is amber, never green."""

    def __init__(self, themes: ThemeManager, language: str, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._language = language
        self.name = Label(themes, size="t-tegel", weight="w-vet", wrap=True)
        self.when = Label(themes, size="t-klein", color="ink-2", wrap=True)
        self.verdict = Verdict(themes)
        self.slot = Label(themes, size="t-klein", color="ok", wrap=True)
        self._numbers: dict[str, tuple[Label, Label]] = {}
        self._lines = QWidget()
        self._tear = Tear(themes)
        self._checks = QWidget()
        self._build()

    def show_bon(self, beeld: BonBeeld) -> None:
        """Show the numbers of one sync."""
        self.name.setText(beeld.kop)
        self.when.setText(beeld.wanneer)
        self.verdict.set_verdict(beeld.oordeel, beeld.meer, good=beeld.goed, icon=beeld.icoon)
        self._lines = self._replace(self._lines, self._make_lines(beeld.regels))
        self._checks = self._replace(self._checks, self._make_checks(beeld.controle))
        # Nothing went either way: there is nothing to compare, line by line.
        for part in (self._lines, self._tear):
            part.setVisible(bool(beeld.regels))
        self.slot.setText(beeld.slot)
        counted = "; ".join(f"{line.naam} {line.hier}, {line.centrale}" for line in beeld.regels)
        self.setAccessibleName(f"{beeld.kop}. {beeld.oordeel} {beeld.meer} {counted}".strip())

    def numbers(self) -> dict[str, tuple[str, str]]:
        """What stands there, by the name of the line: hier and centrale."""
        return {name: (here.text(), there.text()) for name, (here, there) in self._numbers.items()}

    def _replace(self, old: QWidget, new: QWidget) -> QWidget:
        self.column.replaceWidget(old, new)
        old.hide()
        old.deleteLater()
        new.show()
        return new

    def _make_lines(self, lines: tuple[BonRegel, ...]) -> QWidget:
        self._numbers.clear()
        made = QWidget(self)
        grid = QGridLayout(made)
        grid.setContentsMargins(px("s4"), px("s1"), px("s4"), px("s1"))
        grid.setHorizontalSpacing(px("s3"))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        themes = self._themes
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for column, text in ((1, self.tr("hier")), (2, self.tr("centrale"))):
            grid.addWidget(Label(themes, text, size="t-klein", color="ink-2"), 0, column, right)
            grid.setColumnMinimumWidth(column, px("s7") + px("s3"))
        row = 1
        for line in lines:
            if line.apart:
                grid.addWidget(Tear(themes, thin=True), row, 0, 1, 4)
                row += 1
            weight = "w-gewoon" if line.is_equal else "w-vet"
            grid.addWidget(Label(themes, line.naam, weight=weight), row, 0)
            here = Label(themes, formats.number(line.hier, self._language), size="t-tegel", weight=weight)
            there = Label(themes, formats.number(line.centrale, self._language), size="t-tegel", weight=weight)
            grid.addWidget(here, row, 1, right)
            grid.addWidget(there, row, 2, right)
            self._numbers[line.naam] = (here, there)
            grid.addWidget(self._make_mark(line), row, 3, right)
            grid.setRowMinimumHeight(row, px("h-tag"))
            row += 1
        return made

    def _make_mark(self, line: BonRegel) -> QWidget:
        if not line.is_equal:
            return Tag(self._themes, TagKind.LET, line.note or self.tr("niet gelijk"))
        mark = IconLabel(self._themes, "check", color="ok")
        mark.setAccessibleName(self.tr("gelijk"))
        return mark

    def _make_checks(self, checks: tuple[tuple[str, str], ...]) -> QWidget:
        made = QWidget(self)
        grid = QGridLayout(made)
        grid.setContentsMargins(px("s4"), px("s2"), px("s4"), 0)
        grid.setHorizontalSpacing(px("s3"))
        grid.setVerticalSpacing(px("haar"))
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        for row, (name, value) in enumerate(checks):
            grid.addWidget(Label(self._themes, name, size="t-klein", color="ink-2", wrap=True), row, 0)
            grid.addWidget(Label(self._themes, value, size="t-klein", weight="w-zwaar", wrap=True), row, 1)
        return made

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.when)
        head = QHBoxLayout()
        head.setContentsMargins(px("s4"), px("s2"), px("s4"), px("s2"))
        head.setSpacing(px("s3"))
        head.addWidget(IconLabel(self._themes, "receipt-text", "i-rail", "ink"))
        head.addLayout(words, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(px("s4"), px("s2"), px("s4"), px("s3"))
        foot.setSpacing(px("s2"))
        foot.addWidget(IconLabel(self._themes, "shield-check", color="ok"), 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.slot, 1)
        self.column.addLayout(head)
        self.column.addWidget(Tear(self._themes))
        self.column.addWidget(self.verdict)
        self.column.addWidget(self._lines)
        self.column.addWidget(self._tear)
        self.column.addWidget(self._checks)
        self.column.addLayout(foot)
