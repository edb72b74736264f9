"""Text that is only read: one class, a size and a weight from the scale, a colour that follows the theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from boa_app.ui.theme import ThemeManager


class Label(QLabel):
    """A line or paragraph of plain text. Text from data is never read as markup."""

    def __init__(
        self,
        themes: ThemeManager,
        text: str = "",
        *,
        size: str = "t-tekst",
        weight: str = "w-gewoon",
        color: str = "ink",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self._color = color
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(themes.theme.font(size, weight))
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        self.setText(text)
        self._paint_on()
        themes.theme_changed.connect(self._paint_on)

    def set_color(self, color: str) -> None:
        """Another colour token for the same text."""
        self._color = color
        self._paint_on()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # A style sheet gives a widget that gets another parent the palette of its first showing back.
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and not self._is_painted():
            self._paint_on()

    def _is_painted(self) -> bool:
        return self.palette().color(QPalette.ColorRole.WindowText) == self._themes.theme.color(self._color)

    def _paint_on(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._themes.theme.color(self._color))
        self.setPalette(palette)
