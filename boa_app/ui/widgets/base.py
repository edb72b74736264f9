"""What every pressable part shares: theme, size for a glove, focus ring, keys and a name for screen readers."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from boa_app.ui.theme import Theme, ThemeManager, px

_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)


class BoaButton(QAbstractButton):
    """Base of all buttons and tiles. Subclasses paint in `paint_content` and tell their room in `content_size`."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._shows_ring = False
        self.setFont(themes.theme.font())
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        themes.theme_changed.connect(self._on_themes_theme_changed)

    @property
    def theme(self) -> Theme:
        """The theme to paint in."""
        return self._themes.theme

    def content_size(self) -> QSize:
        """The room the content needs; never less than a glove needs."""
        return QSize(px("h-raak"), px("h-raak"))

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        """Draw everything; the ring included, because its colour depends on the fill."""
        raise NotImplementedError

    def shows_ring(self) -> bool:
        """True when the focus ring must be visible: focus by keyboard, or a key pressed after a touch."""
        return self.hasFocus() and self._shows_ring

    def is_pressed(self) -> bool:
        """True while finger, mouse or space bar is down."""
        return self.isDown()

    def is_hovered(self) -> bool:
        """True while the mouse is over it."""
        return self.isEnabled() and self.underMouse()

    def sizeHint(self) -> QSize:
        return self.content_size().expandedTo(QSize(px("h-raak"), px("h-raak")))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        self.paint_content(painter, QRectF(self.rect()))
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._shows_ring = event.reason() in _BY_KEYBOARD
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._shows_ring = True
        self.update()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def _on_themes_theme_changed(self) -> None:
        self.update()
