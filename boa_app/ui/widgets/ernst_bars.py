"""Ernst as four bars, n of them filled, with the figure beside them: never colour alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from boa_app.ui.theme import Theme, ThemeManager, px
from boa_app.ui.widgets.paint import LEFT, paint_text, text_width

_BARS = 4


def bars_width() -> int:
    """Width of the four bars without the figure."""
    return _BARS * px("i-staaf") + (_BARS - 1) * px("haar")


def paint_bars(painter: QPainter, theme: Theme, centre: QPointF, level: int) -> None:
    """Draw the four bars around a point, each one a step higher."""
    full = px("i-rij")
    left = round(centre.x() - bars_width() / 2)
    bottom = round(centre.y() + full / 2)
    for index in range(_BARS):
        height = full * (index + 2) / (_BARS + 1) - px("haar")
        x = left + index * (px("i-staaf") + px("haar"))
        color = theme.color("ink" if index < level else "line")
        painter.fillRect(QRectF(x, round(bottom - height), px("i-staaf"), round(height)), color)


class ErnstBars(QWidget):
    """Ernst 1 to 4 as bars and figure; 0 shows nothing."""

    def __init__(self, themes: ThemeManager, level: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._level = level
        themes.theme_changed.connect(self.update)
        self.set_level(level)

    def set_level(self, level: int) -> None:
        """Show another ernst."""
        self._level = level
        self.setAccessibleName(self.tr("Ernst {niveau} van 4").format(niveau=level))
        self.update()

    def sizeHint(self) -> QSize:
        figure = text_width(self._themes.theme.font("t-tekst", "w-vet"), "4")
        return QSize(bars_width() + px("s1") + figure, px("i-knop"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self._level:
            return
        theme = self._themes.theme
        painter = QPainter(self)
        rect = QRectF(self.rect())
        paint_bars(painter, theme, QPointF(rect.left() + bars_width() / 2, rect.center().y()), self._level)
        figure = rect.adjusted(bars_width() + px("s1"), 0, 0, 0)
        paint_text(painter, figure, str(self._level), theme.font("t-tekst", "w-vet"), theme.color("ink"), LEFT)
        painter.end()
