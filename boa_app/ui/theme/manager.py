"""Which theme is on. Every widget gets one manager in its constructor and repaints when the theme changes."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from boa_app.ui.icons import make_icon
from boa_app.ui.theme.fonts import font, load_fonts
from boa_app.ui.theme.theme import Theme
from boa_app.ui.theme.tokens import ThemeName, px

ThemeChoice = Literal["systeem", "licht", "donker"]


class ThemeManager(QObject):
    """Holds the theme in force and dresses the application or one part of a window in it.

    Signals:
        theme_changed(): the colours are other ones now; paint again and fetch icons again.
    """

    theme_changed = Signal()

    def __init__(self, choice: ThemeChoice = "systeem", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice: ThemeChoice = choice
        self._theme = Theme(self._wanted())
        self._dressed: QApplication | QWidget | None = None
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self._theme

    @property
    def choice(self) -> ThemeChoice:
        """What was asked for; "systeem" follows the desktop."""
        return self._choice

    def set_choice(self, choice: ThemeChoice) -> None:
        """Take a fixed theme, or follow the desktop again."""
        self._choice = choice
        self._take(self._wanted())

    def switch(self) -> None:
        """Go from day to night or back, at once, and stay there whatever the desktop does."""
        self.set_choice("licht" if self._theme.is_dark else "donker")

    def dress(self, target: QApplication | QWidget) -> None:
        """Give the application, or one part of a window, this theme and keep it up to date."""
        load_fonts()
        self._dressed = target
        if isinstance(target, QApplication):
            # Fusion paints alike on every platform and obeys the palette.
            target.setStyle(QStyleFactory.create("Fusion"))
        target.setFont(font())
        self._put_on()

    def icon(self, name: str, size: str = "i-knop", color: str = "ink") -> QIcon:
        """An icon in the colour of the theme in force; fetch it again on theme_changed."""
        return make_icon(name, px(size), self._theme.color(color))

    def _put_on(self) -> None:
        if self._dressed is None:
            return
        self._dressed.setPalette(self._theme.palette())
        self._dressed.setStyleSheet(self._theme.sheet())

    def _wanted(self) -> ThemeName:
        if self._choice != "systeem":
            return self._choice
        scheme = QGuiApplication.styleHints().colorScheme()
        return "donker" if scheme == Qt.ColorScheme.Dark else "licht"

    def _take(self, name: ThemeName) -> None:
        if name == self._theme.name:
            return
        self._theme = Theme(name)
        self._put_on()
        self.theme_changed.emit()

    def _on_system_scheme_changed(self) -> None:
        self._take(self._wanted())
