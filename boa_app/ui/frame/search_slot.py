"""The place of the search field in the top bar: it looks like a field, and a touch opens the search."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from boa_app.ui.icons import paint_icon
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.base import BoaButton
from boa_app.ui.widgets.paint import CENTRE, Box, paint_box, paint_ring, paint_text, text_width

KEY = "Ctrl+K"


class SearchSlot(BoaButton):
    """*Zoek alles* with its key; in a small window only the sign."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._small = False
        self.setText(self.tr("Zoek alles"))
        self.setAccessibleName(self.tr("Zoek alles"))
        self.setToolTip(self.tr("Zoek alles (Ctrl+K)"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_small(self, *, small: bool) -> None:
        """Only the sign, or the whole field."""
        self._small = small
        self.updateGeometry()
        self.update()

    def content_size(self) -> QSize:
        return QSize(px("h-raak") if self._small else px("b-zoek"), px("h-raak"))

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        theme = self.theme
        fill = "keuze-tint" if self.is_pressed() else "surface-2" if self.is_hovered() else "surface"
        if self._small:
            if self.is_pressed() or self.is_hovered():
                paint_box(painter, theme, rect, Box(fill=fill))
            paint_icon(painter, "search", rect.center(), px("i-knop"), theme.color("ink"))
        else:
            self._paint_field(painter, rect, fill)
        if self.shows_ring():
            paint_ring(painter, theme, rect)

    def _paint_field(self, painter: QPainter, rect: QRectF, fill: str) -> None:
        theme = self.theme
        paint_box(painter, theme, rect, Box(fill=fill, edge="line-strong"))
        left, middle = rect.left() + px("s2"), rect.center().y()
        paint_icon(painter, "search", QPointF(left + px("i-rij") / 2, middle), px("i-rij"), theme.color("ink-2"))
        font = theme.font("t-klein", "w-half")
        width = text_width(font, KEY) + 2 * px("s2")
        key = QRectF(rect.right() - px("s2") - width, middle - px("h-tag") / 2, width, px("h-tag"))
        paint_box(painter, theme, key, Box(fill="surface-2", edge="line", radius="r-tag"))
        paint_text(painter, key, KEY, font, theme.color("ink-2"), CENTRE)
        words = QRectF(left + px("i-rij") + px("s2"), rect.top(), 0, rect.height())
        words.setRight(key.left() - px("s2"))
        paint_text(painter, words, self.text(), theme.font("t-tekst"), theme.color("ink-2"))
