"""The parts of the conflictenmand: what it shows, as data, and the small widgets it is built of."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from boa_app.ui.map.zijden import Zijde
from boa_app.ui.sync.side_tile import Side
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.paint import CENTRE, Box, paint_box, paint_text, text_width
from boa_app.ui.widgets.panel import IconLabel
from boa_app.ui.widgets.text import Label


@dataclass(frozen=True, slots=True)
class Kolom:
    """The head of a side: whose it is, and who and when."""

    kop: str
    meta: str
    eigen: bool


@dataclass(frozen=True, slots=True)
class VeldBeeld:
    """One field. key: what the choice is kept under; note: metres of difference; plaatsen: only of a position;
    is_open: this person may choose."""

    key: str
    naam: str
    zijden: tuple[Side, ...]
    note: str = ""
    plaatsen: tuple[Zijde, ...] = ()
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class ConflictBeeld:
    """One record with its fields. key: what it is remembered by between two readings."""

    key: str
    titel: str
    kolommen: tuple[Kolom, ...]
    velden: tuple[VeldBeeld, ...]


class PlaceMark(QWidget):
    """Which of how many, in the look of a chosen part; there is nothing to press."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        themes.theme_changed.connect(self.update)

    def set_text(self, text: str) -> None:
        """Show another place."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """What stands there."""
        return self._text

    def sizeHint(self) -> QSize:
        font = self._themes.theme.font("t-tekst", "w-zwaar")
        return QSize(text_width(font, self._text) + 2 * px("s3"), px("h-raak"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme, rect = self._themes.theme, QRectF(self.rect())
        painter = QPainter(self)
        paint_box(painter, theme, rect, Box(fill="keuze", edge="keuze-lijn"))
        paint_text(painter, rect, self._text, theme.font("t-tekst", "w-zwaar"), theme.color("keuze-ink"), CENTRE)
        painter.end()


class FieldRow(QWidget):
    """The name of a field and what is chosen from, beside or under it."""

    def __init__(self, themes: ThemeManager, field: VeldBeeld, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QWidget(self)
        words = QVBoxLayout(self.words)
        words.setContentsMargins(0, px("s1") if field.plaatsen else 0, 0, 0)
        words.setSpacing(0)
        if not field.plaatsen:
            words.addStretch(1)
        words.addWidget(Label(themes, field.naam, weight="w-vet", wrap=True))
        if field.note:
            words.addWidget(Label(themes, field.note, size="t-klein", color="ink-2", wrap=True))
        words.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px("s2"))
        self._row.addWidget(self.words)
        self._row.addWidget(content, 1)

    def set_narrow(self, *, narrow: bool) -> None:
        """The name above what it names."""
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        if narrow:
            self.words.setMinimumWidth(0)
            self.words.setMaximumWidth(px("b-venster") * 4)
        else:
            self.words.setFixedWidth(name_width())


def name_width() -> int:
    """Room for the name of a field, the same in the head of the columns."""
    return px("b-rail") + px("s4") + px("s1")


class ColumnHead(QWidget):
    """Whose side stands below it, and who and when."""

    def __init__(self, themes: ThemeManager, kolom: Kolom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px("s2"))
        grid.setVerticalSpacing(0)
        grid.addWidget(IconLabel(themes, "user" if kolom.eigen else "users", "i-rij", "ink"), 0, 0, 2, 1)
        grid.addWidget(Label(themes, kolom.kop, weight="w-vet", wrap=True), 0, 1)
        grid.addWidget(Label(themes, kolom.meta, size="t-klein", color="ink-2", wrap=True), 1, 1)
        grid.setColumnStretch(1, 1)
        # Beside a head that needs a line more both begin at the same height.
        grid.setRowStretch(2, 1)
