"""The look in values: tokens, fonts, palette, style sheet and the switch between day and night."""

from __future__ import annotations

from boa_app.ui.theme.fonts import font, load_fonts
from boa_app.ui.theme.manager import ThemeChoice, ThemeManager
from boa_app.ui.theme.theme import Theme
from boa_app.ui.theme.tokens import THEME_NAMES, ThemeName, px, read_tokens

__all__ = [
    "THEME_NAMES",
    "Theme",
    "ThemeChoice",
    "ThemeManager",
    "ThemeName",
    "font",
    "load_fonts",
    "px",
    "read_tokens",
]
