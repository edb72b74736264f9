"""One theme, day or night: its colours, fonts, palette and style sheet, all from the tokens."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QPalette

from boa_app.ui.theme.fonts import font
from boa_app.ui.theme.sheet import build_sheet
from boa_app.ui.theme.tokens import ThemeName, px, read_tokens

_PALETTE: tuple[tuple[QPalette.ColorRole, str], ...] = (
    (QPalette.ColorRole.Window, "ground"),
    (QPalette.ColorRole.WindowText, "ink"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "surface-2"),
    (QPalette.ColorRole.Text, "ink"),
    (QPalette.ColorRole.PlaceholderText, "ink-2"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ButtonText, "ink"),
    (QPalette.ColorRole.BrightText, "ink"),
    (QPalette.ColorRole.Highlight, "keuze"),
    (QPalette.ColorRole.HighlightedText, "keuze-ink"),
    (QPalette.ColorRole.Accent, "keuze"),
    (QPalette.ColorRole.Link, "link"),
    (QPalette.ColorRole.LinkVisited, "link"),
    (QPalette.ColorRole.ToolTipBase, "ink"),
    (QPalette.ColorRole.ToolTipText, "surface"),
    (QPalette.ColorRole.Light, "surface-2"),
    (QPalette.ColorRole.Midlight, "line"),
    (QPalette.ColorRole.Mid, "line"),
    (QPalette.ColorRole.Dark, "line-strong"),
    (QPalette.ColorRole.Shadow, "line-strong"),
)


@dataclass(frozen=True, slots=True)
class Theme:
    """The values of one theme by the names of tokens.css."""

    name: ThemeName

    @property
    def is_dark(self) -> bool:
        """True for the night theme."""
        return self.name == "donker"

    def hex(self, token: str) -> str:
        """A colour as #RRGGBB, for the map and for printed pages."""
        return read_tokens(self.name)[token]

    def color(self, token: str) -> QColor:
        """A colour to paint with."""
        return QColor(self.hex(token))

    def px(self, token: str) -> int:
        """A size in logical pixels."""
        return px(token)

    def font(self, size: str = "t-tekst", weight: str = "w-gewoon") -> QFont:
        """A font from the type scale."""
        return font(size, weight)

    def sheet(self) -> str:
        """The style sheet for the plain Qt widgets: fields, bars, lists, menus."""
        return build_sheet(self.name)

    def palette(self) -> QPalette:
        """The palette, so that nothing falls back to the grey of the platform."""
        made = QPalette()
        for role, token in _PALETTE:
            made.setColor(role, self.color(token))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            made.setColor(QPalette.ColorGroup.Disabled, role, self.color("uit"))
        return made
