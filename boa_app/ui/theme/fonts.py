"""The one typeface of the program: loaded from our own files, so that every machine shows the same letters."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from boa_app.paths import resource
from boa_app.ui.theme.tokens import font_families, px, weight


@cache
def load_fonts() -> tuple[str, ...]:
    """The families that our font files brought in. Needs a QGuiApplication; reads the files once per process."""
    families: list[str] = []
    for file in sorted(resource("built", "fonts").glob("*.ttf")):
        families += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
    return tuple(dict.fromkeys(families))


def font(size: str = "t-tekst", weight_name: str = "w-gewoon") -> QFont:
    """A font from the type scale, with figures of equal width so that columns of numbers line up."""
    load_fonts()
    made = QFont(font_families())
    made.setPixelSize(px(size))
    made.setWeight(QFont.Weight(weight(weight_name)))
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
