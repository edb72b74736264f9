"""The scales of map and charts as a reader sees them: fixed classes with their limits, groups with their pattern."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from boa_app.ui.theme import Theme, ThemeManager, px
from boa_app.ui.widgets.paint import CENTRE, LEFT, Box, paint_box, paint_text


@dataclass(frozen=True, slots=True)
class Step:
    """One class of a scale: its colour, the word in it, the limit under it."""

    color: str
    word: str = ""
    ink: str = "ink"
    limit: str = ""


class ScaleBar(QWidget):
    """Classes side by side; limits stand under the colour, never in heat."""

    def __init__(self, themes: ThemeManager, steps: Sequence[Step], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._steps = tuple(steps)
        self._has_limits = any(step.limit for step in steps)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(step.limit or step.word for step in steps))
        themes.theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        height = px("h-tag") + (px("l-klein") if self._has_limits else 0)
        return QSize(len(self._steps) * px("h-raak"), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme = self._themes.theme
        painter = QPainter(self)
        width = self.width() / len(self._steps)
        for number, step in enumerate(self._steps):
            box = QRectF(number * width, 0, width, px("h-tag"))
            painter.fillRect(box, theme.color(step.color))
            if step.word:
                paint_text(painter, box, step.word, theme.font("t-klein", "w-vet"), theme.color(step.ink), CENTRE)
            limit = QRectF(box.left(), px("h-tag"), width, px("l-klein"))
            if step.limit:
                paint_text(painter, limit, step.limit, theme.font("t-klein"), theme.color("ink"), LEFT)
        paint_box(painter, theme, QRectF(0, 0, self.width(), px("h-tag")), Box(edge="line", radius=""))
        painter.end()


# Pattern of each group as dashes and gaps in pixels; E is a double line, F has ticks across it.
_DASHES: dict[str, tuple[int, ...]] = {"B": (9, 7), "C": (2, 8), "D": (14, 5, 3, 5), "F": (3, 6)}


class GroupSign(QWidget):
    """Letter and line of a walking group: colour, letter and pattern always together."""

    def __init__(self, themes: ThemeManager, letter: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes, self._letter, self._name = themes, letter, name
        self.setAccessibleName(f"{letter} {name}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(2 * px("h-raak"), px("i-tel"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme = self._themes.theme
        painter = QPainter(self)
        side = px("i-tel")
        box = QRectF(0, 0, side, side)
        paint_box(painter, theme, box, Box(fill=f"g{self._letter}"))
        ink = theme.color("surface" if theme.is_dark else "keuze-ink")
        paint_text(painter, box, self._letter, theme.font("t-tekst", "w-zwaar"), ink, CENTRE)
        left = side + px("s2")
        self._paint_line(painter, theme, QRectF(left, 0, self.width() - left, px("s2")))
        name = QRectF(left, side - px("l-klein"), self.width() - left, px("l-klein"))
        paint_text(painter, name, self._name, theme.font("t-klein"), theme.color("ink"))
        painter.end()

    def _paint_line(self, painter: QPainter, theme: Theme, rect: QRectF) -> None:
        color = theme.color(f"g{self._letter}")
        middle = rect.center().y()
        if self._letter == "E":
            for y in (rect.top() + 1, rect.bottom() - 1):
                painter.fillRect(QRectF(rect.left(), y - 1, rect.width(), px("haar")), color)
            return
        painter.fillRect(rect, color)
        dashes = _DASHES.get(self._letter)
        if dashes:
            pen = QPen(theme.color("surface"), px("haar") if self._letter != "F" else rect.height())
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([part / pen.widthF() for part in dashes])
            painter.setPen(pen)
            painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.right(), middle))
