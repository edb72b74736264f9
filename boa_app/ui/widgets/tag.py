"""A tag: one state in a word with its icon."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from boa_app.ui.icons import paint_icon
from boa_app.ui.theme import Theme, ThemeManager, px
from boa_app.ui.widgets.paint import Box, paint_box, paint_text, text_width


class TagKind(Enum):
    """Done, attention, refused, or only a fact."""

    OK = "ok"
    LET = "let"
    FOUT = "fout"
    NEUTRAAL = "neutraal"
    TINT = "tint"


_LOOKS: dict[TagKind, tuple[str, str, str]] = {
    TagKind.OK: ("ok-bg", "", "ok"),
    TagKind.LET: ("let-bg", "", "let"),
    TagKind.FOUT: ("fout-bg", "", "fout"),
    TagKind.NEUTRAAL: ("surface-2", "line", "ink-2"),
    TagKind.TINT: ("keuze-tint", "", "ink"),
}


def tag_width(theme: Theme, text: str, icon: str) -> int:
    """Room a tag needs."""
    width = text_width(theme.font("t-klein", "w-vet"), text) + 2 * px("s2")
    return width + (px("i-tag") + px("s1") if icon else 0)


def paint_tag(
    painter: QPainter, theme: Theme, rect: QRectF, kind: TagKind, text: str, icon: str = "", *, edged: bool = False
) -> None:
    """Draw a tag; list rows use this too, so that a tag looks the same everywhere."""
    fill, edge, ink = _LOOKS[kind]
    paint_box(painter, theme, rect, Box(fill=fill, edge=ink if edged else edge, radius="r-tag"))
    color = theme.color(ink)
    left = rect.left() + px("s2")
    if icon:
        paint_icon(painter, icon, QPointF(left + px("i-tag") / 2, rect.center().y()), px("i-tag"), color)
        left += px("i-tag") + px("s1")
    words = QRectF(left, rect.top(), rect.right() - left - px("s1"), rect.height())
    paint_text(painter, words, text, theme.font("t-klein", "w-vet"), color)


class Tag(QWidget):
    """A state in a word. Without text it takes no room."""

    def __init__(
        self,
        themes: ThemeManager,
        kind: TagKind = TagKind.NEUTRAAL,
        text: str = "",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self._edge = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        themes.theme_changed.connect(self.update)
        self.set_tag(kind, text, icon)

    def set_tag(self, kind: TagKind, text: str, icon: str = "", *, edge: bool = False) -> None:
        """Show a state; edge draws a line in the colour of the word, for the mark of example data."""
        self._kind, self._text, self._icon, self._edge = kind, text, icon, edge
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if not self._text:
            return QSize(0, 0)
        return QSize(tag_width(self._themes.theme, self._text, self._icon), px("h-tag"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self._text:
            return
        painter = QPainter(self)
        rect = QRectF(self.rect())
        paint_tag(painter, self._themes.theme, rect, self._kind, self._text, self._icon, edged=self._edge)
        painter.end()
