"""One place that was found: its name, and below it what kind of place it is and where."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from boa_app.ui.icons import paint_icon
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.base import BoaButton
from boa_app.ui.widgets.paint import paint_ring, paint_text


class PlaceRow(BoaButton):
    """A row to touch. meta tells two places of one name apart, so it has a line of its own."""

    def __init__(self, themes: ThemeManager, icon: str, name: str, meta: str, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._icon, self._meta = icon, meta
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setText(name)
        said = f"{name}, {meta}"
        self.setToolTip(said)
        self.setAccessibleName(said)

    def content_size(self) -> QSize:
        return QSize(2 * px("b-label"), px("h-tegel"))

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        theme = self.theme
        fill = "keuze-tint" if self.is_pressed() else "surface-2" if self.is_hovered() else "surface"
        painter.fillRect(rect, theme.color(fill))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.color("line"))
        middle, ink_2, size = rect.center().y(), theme.color("ink-2"), px("i-rij")
        paint_icon(painter, self._icon, QPointF(px("s3") + size / 2, middle), size, ink_2)
        paint_icon(painter, "chevron-right", QPointF(rect.right() - px("s3") - size / 2, middle), size, ink_2)
        left = rect.left() + 2 * px("s3") + size
        width = rect.right() - px("s3") - size - px("s2") - left
        top = middle - (px("l-tekst") + px("l-klein")) / 2
        name = QRectF(left, top, width, px("l-tekst"))
        paint_text(painter, name, self.text(), theme.font("t-tekst", "w-vet"), theme.color("ink"))
        below = QRectF(left, name.bottom(), width, px("l-klein"))
        paint_text(painter, below, self._meta, theme.font("t-klein"), ink_2)
        if self.shows_ring():
            paint_ring(painter, theme, rect, radius="")
