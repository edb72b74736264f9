"""A row with icon, label, value and chevron: a default that is fine as it is and opens when touched."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from boa_app.ui.icons import paint_icon
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.base import BoaButton
from boa_app.ui.widgets.paint import RIGHT, paint_ring, paint_text, text_width


class DetailRow(BoaButton):
    """Label and value of one field. Clicked means: the person wants to change it."""

    def __init__(self, themes: ThemeManager, icon: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._icon, self._label = icon, label
        self._value = self._note = ""
        self._shows_icon = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.set_value("")

    def set_value(self, value: str, note: str = "") -> None:
        """Show a value and, at the right, a note about it such as the accuracy."""
        self._value, self._note = value, note
        self.setText(value)
        self.setToolTip(value)
        self.setAccessibleName(" ".join(part for part in (f"{self._label}:", value, note) if part))
        self.update()

    def set_shows_icon(self, shows: bool) -> None:
        """Leave the icon out where the window is narrow."""
        self._shows_icon = shows
        self.update()

    def content_size(self) -> QSize:
        room = self._label_left() + self._label_room() + px("b-rail") + px("i-rij") + 2 * px("s3")
        return QSize(room, px("h-raak"))

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        theme = self.theme
        pressed = self.is_pressed()
        painter.fillRect(
            rect, theme.color("keuze-tint" if pressed else "surface-2" if self.is_hovered() else "surface")
        )
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.color("line"))
        middle = rect.center().y()
        ink_2 = theme.color("ink-2" if self.isEnabled() else "uit")
        if self._shows_icon:
            paint_icon(painter, self._icon, QPointF(px("s3") + px("i-rij") / 2, middle), px("i-rij"), ink_2)
        left = self._label_left()
        room = self._label_room()
        paint_text(painter, QRectF(left, 0, room, rect.height()), self._label, theme.font("t-klein"), ink_2)
        right = rect.right() - px("s3")
        paint_icon(painter, "chevron-right", QPointF(right - px("i-rij") / 2, middle), px("i-rij"), ink_2)
        right -= px("i-rij") + px("s2")
        start = left + room + px("s2")
        note_width = text_width(theme.font("t-klein"), self._note)
        value_width = text_width(theme.font("t-tekst", "w-vet"), self._value)
        # The value comes first: a note that would cut it off stays away.
        if self._note and start + value_width + px("s2") + note_width <= right:
            note = QRectF(right - note_width, 0, note_width, rect.height())
            paint_text(painter, note, self._note, theme.font("t-klein"), ink_2, RIGHT)
            right = note.left() - px("s2")
        ink = theme.color("ink" if self.isEnabled() else "uit")
        value = QRectF(start, 0, max(0.0, right - start), rect.height())
        paint_text(painter, value, self._value, theme.font("t-tekst", "w-vet"), ink)
        if self.shows_ring():
            paint_ring(painter, theme, rect, radius="")

    def _label_left(self) -> int:
        return px("s3") + (px("i-rij") + px("s3") if self._shows_icon else 0)

    def _label_room(self) -> int:
        """Labels of the rows under each other share one width, so that the values line up."""
        return max(px("b-label"), text_width(self.theme.font("t-klein"), self._label))
