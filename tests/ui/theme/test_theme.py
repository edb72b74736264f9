"""One theme as values: colours, palette, sheet."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette

from boa_app.ui.theme import THEME_NAMES, Theme, ThemeName


@pytest.mark.parametrize("name", THEME_NAMES)
def test_palette_leaves_nothing_to_the_platform(name: ThemeName) -> None:
    theme = Theme(name)
    palette = theme.palette()
    assert palette.color(QPalette.ColorRole.Window) == theme.color("ground")
    assert palette.color(QPalette.ColorRole.Highlight) == theme.color("keuze")
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == theme.color("uit")


def test_values_by_name() -> None:
    theme = Theme("donker")
    assert theme.is_dark
    assert not Theme("licht").is_dark
    assert theme.hex("keuze") == theme.color("keuze").name().upper()
    assert theme.px("h-raak") == 44
    assert theme.font("t-kop", "w-zwaar").pixelSize() == 24
