"""The parts of every bonnetje: a dashed tear line, and the verdict in words on the ground of its state."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.paint import Box, paint_box
from boa_app.ui.widgets.panel import IconLabel
from boa_app.ui.widgets.text import Label


class Tear(QWidget):
    """A dashed line across the bonnetje."""

    def __init__(self, themes: ThemeManager, *, thin: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._width = px("lijn-1" if thin else "lijn-2")
        self.setFixedHeight(px("lijn-2"))
        themes.theme_changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        pen = QPen(self._themes.theme.color("line-strong"), self._width)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(0, 1, self.width(), 1)
        painter.end()


class Verdict(QWidget):
    """The sentence on top, and perhaps one under it."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._fill = "ok-bg"
        self.icon = IconLabel(themes, "circle-check", "i-knop", "ok")
        self.text = Label(themes, weight="w-vet", wrap=True)
        self.more = Label(themes, wrap=True)
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(self.text)
        words.addWidget(self.more)
        row = QHBoxLayout(self)
        row.setContentsMargins(px("s4"), px("s2"), px("s4"), px("s2"))
        row.setSpacing(px("s3"))
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.more.hide()
        themes.theme_changed.connect(self.update)

    def set_verdict(self, text: str, more: str = "", *, good: bool, icon: str = "") -> None:
        """Say how it went; icon: another sign than the check or the warning."""
        self._fill = "ok-bg" if good else "let-bg"
        self.icon.set_icon(icon or ("circle-check" if good else "triangle-alert"), "ok" if good else "let")
        self.text.setText(text)
        self.more.setText(more)
        self.more.setVisible(bool(more))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._themes.theme.color(self._fill))
        painter.end()


class ReceiptPaper(QWidget):
    """The sheet: square corners and an edge. `column` is the layout for its content, inside that edge."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px("lijn-1"), px("lijn-1"), px("lijn-1"), px("lijn-1"))
        self.column.setSpacing(0)
        themes.theme_changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        paint_box(painter, self._themes.theme, QRectF(self.rect()), Box("surface", "line-strong", "lijn-1", ""))
        painter.end()
