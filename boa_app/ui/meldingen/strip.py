"""The strip of groups at the left of a small window: what is done, where one is, and the way to each group."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from boa_app.ui.icons import paint_icon
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.base import BoaButton
from boa_app.ui.widgets.paint import paint_ring, paint_text, text_width


class StripItem(BoaButton):
    """One group: a check with its value, or an open circle."""

    def __init__(self, themes: ThemeManager, key: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self.key = key
        self._value = ""
        self._active = self._asks = False
        self.setText(title)
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_state(self, value: str, *, active: bool, asks: bool = False) -> None:
        """Show the value, whether this group is in view, and whether it still asks something."""
        self._value, self._active, self._asks = value, active, asks
        self.setAccessibleDescription(value)
        self.setToolTip(value)
        self.update()

    def content_size(self) -> QSize:
        words = text_width(self.theme.font("t-tekst", "w-vet"), self.text())
        return QSize(self._words_left() + words + px("s1"), px("h-raak"))

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        theme = self.theme
        painter.fillRect(rect, theme.color("keuze-tint" if self._active or self.is_pressed() else "surface"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.color("line"))
        if self._active:
            painter.fillRect(
                QRectF(rect.left(), rect.top(), px("lijn-accent"), rect.height()), theme.color("keuze-lijn")
            )
        sign, color = ("circle-alert", "let") if self._asks else ("check", "ok") if self._value else ("circle", "ink-2")
        paint_icon(
            painter, sign, QPointF(px("s2") + px("i-rij") / 2, rect.center().y()), px("i-rij"), theme.color(color)
        )
        words = QRectF(self._words_left(), rect.top(), rect.width() - self._words_left() - px("haar"), rect.height())
        if self._value:
            top = rect.center().y() - (px("l-tekst") + px("l-klein")) / 2
            second = QRectF(words.left(), top + px("l-tekst"), words.width(), px("l-klein"))
            paint_text(painter, second, self._value, theme.font("t-klein"), theme.color("ink-2"))
            words = QRectF(words.left(), top, words.width(), px("l-tekst"))
        paint_text(painter, words, self.text(), theme.font("t-tekst", "w-vet"), theme.color("ink"))
        if self.shows_ring():
            paint_ring(painter, theme, rect, radius="")

    def _words_left(self) -> int:
        return px("s2") + px("i-rij") + px("s2")


class GroupStrip(QWidget):
    """The items under each other.

    Signals:
        group_requested(str): bring this group in view.
    """

    group_requested = Signal(str)

    def __init__(self, themes: ThemeManager, groups: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(px("b-strook"))
        self._active = groups[0][0]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._items = {key: StripItem(themes, key, title, self) for key, title in groups}
        self._states: dict[str, tuple[str, bool]] = {}
        for key, item in self._items.items():
            item.clicked.connect(lambda _checked=False, name=key: self.group_requested.emit(name))
            column.addWidget(item, 1)

    def items(self) -> tuple[StripItem, ...]:
        """The items, top to bottom."""
        return tuple(self._items.values())

    def set_values(self, values: dict[str, tuple[str, bool]]) -> None:
        """(value, still asks something) per group."""
        self._states = values
        self._show()

    def set_active(self, key: str) -> None:
        """Mark the group in view."""
        self._active = key
        self._show()

    def _show(self) -> None:
        for key, item in self._items.items():
            value, asks = self._states.get(key, ("", False))
            item.set_state(value, active=key == self._active, asks=asks)
