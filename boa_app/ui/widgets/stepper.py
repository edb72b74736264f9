"""A whole number with minus and plus: no keyboard needed, no value outside the limits possible."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from boa_app.ui.icons import paint_icon
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.base import BoaButton
from boa_app.ui.widgets.paint import CENTRE, Box, paint_box, paint_ring, paint_text


class StepKnop(BoaButton):
    """One end of a stepper."""

    def __init__(self, themes: ThemeManager, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setAutoRepeat(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def content_size(self) -> QSize:
        return QSize(px("b-stapper"), px("h-raak"))

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        if self.is_pressed():
            paint_box(painter, self.theme, rect.adjusted(1, 1, -1, -1), Box(fill="keuze-tint"))
        elif self.is_hovered():
            paint_box(painter, self.theme, rect.adjusted(1, 1, -1, -1), Box(fill="surface-2"))
        color = self.theme.color("ink" if self.isEnabled() else "uit")
        paint_icon(painter, self._icon, rect.center(), px("i-knop"), color)
        if self.shows_ring():
            paint_ring(painter, self.theme, rect)


class Stepper(QWidget):
    """A number between two limits.

    Signals:
        value_changed(int): a person chose another number.
    """

    value_changed = Signal(int)

    def __init__(
        self, themes: ThemeManager, name: str, minimum: int, maximum: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self._minimum, self._maximum, self._value = minimum, maximum, minimum
        self._less = StepKnop(themes, "minus", self.tr("{naam}: een minder").format(naam=name), self)
        self._more = StepKnop(themes, "plus", self.tr("{naam}: een meer").format(naam=name), self)
        self._less.clicked.connect(lambda: self._step(-1))
        self._more.clicked.connect(lambda: self._step(1))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(2 * px("b-stapper") + px("b-stapper-waarde"), px("h-raak"))
        self._name = name
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._less)
        row.addStretch(1)
        row.addWidget(self._more)
        themes.theme_changed.connect(self.update)
        self.set_value(minimum)

    def value(self) -> int:
        """The number shown."""
        return self._value

    def set_value(self, value: int) -> None:
        """Show a number, kept within the limits."""
        self._value = min(max(value, self._minimum), self._maximum)
        self._less.setEnabled(self._value > self._minimum)
        self._more.setEnabled(self._value < self._maximum)
        self.setAccessibleName(f"{self._name}: {self._value}")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Plus: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_Minus: -1}.get(
            Qt.Key(event.key()), 0
        )
        if step:
            self._step(step)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme = self._themes.theme
        painter = QPainter(self)
        rect = QRectF(self.rect())
        paint_box(painter, theme, rect, Box(fill="surface", edge="line-strong"))
        middle = rect.adjusted(px("b-stapper"), 0, -px("b-stapper"), 0)
        for x in (middle.left(), middle.right()):
            painter.fillRect(QRectF(x, 1, 1, rect.height() - 2), theme.color("line"))
        paint_text(painter, middle, str(self._value), theme.font("t-tekst", "w-vet"), theme.color("ink"), CENTRE)
        painter.end()

    def _step(self, step: int) -> None:
        before = self._value
        self.set_value(before + step)
        if self._value != before:
            self.value_changed.emit(self._value)
