"""Drawing that every component shares: boxes, focus rings and lines of text."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from boa_app.ui.theme import Theme, px

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class Box:
    """How the box of a control looks, in token names. An empty fill or edge is not drawn."""

    fill: str = ""
    edge: str = ""
    width: str = "lijn-1"
    radius: str = "r-veld"
    dashed: bool = False


def paint_box(painter: QPainter, theme: Theme, rect: QRectF, box: Box) -> None:
    """Fill a rounded box and draw its edge completely inside the rectangle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    width = px(box.width) if box.edge else 0
    inner = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    if box.edge:
        pen = QPen(theme.color(box.edge), width)
        if box.dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(box.fill) if box.fill else Qt.BrushStyle.NoBrush)
    radius = max(0.0, (px(box.radius) if box.radius else 0) - width / 2)
    painter.drawRoundedRect(inner, radius, radius)


def paint_ring(painter: QPainter, theme: Theme, rect: QRectF, color: str = "focus", radius: str = "r-veld") -> None:
    """Draw the focus ring inside the rectangle."""
    paint_box(painter, theme, rect, Box(edge=color, width="lijn-keuze", radius=radius))


def paint_text(
    painter: QPainter, rect: QRectF, text: str, font: QFont, color: QColor, align: Qt.AlignmentFlag = LEFT
) -> None:
    """Draw one line; what does not fit ends in three dots instead of being cut through a letter."""
    painter.setFont(font)
    painter.setPen(color)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()) + 1)
    painter.drawText(rect, align, shown)


def text_width(font: QFont, text: str) -> int:
    """Width of one line in logical pixels, rounded up."""
    return QFontMetrics(font).horizontalAdvance(text) + 1


def paint_disc(painter: QPainter, theme: Theme, centre: QPointF, size: int, fill: str = "schijf") -> None:
    """Draw a filled disc."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(fill))
    painter.drawEllipse(centre, size / 2, size / 2)
