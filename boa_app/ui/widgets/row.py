"""One row of a list: pictogram, name, meta, tag, ernst. Painted the same in a panel and in a long list."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from boa_app.ui.icons import paint_icon
from boa_app.ui.theme import Theme, ThemeManager, px
from boa_app.ui.widgets.base import BoaButton
from boa_app.ui.widgets.ernst_bars import bars_width, paint_bars
from boa_app.ui.widgets.paint import CENTRE, RIGHT, paint_disc, paint_ring, paint_text, text_width
from boa_app.ui.widgets.tag import TagKind, paint_tag, tag_width


@dataclass(frozen=True, slots=True)
class RowData:
    """What a row shows. With a heading it is the heading of a day and nothing else.

    day: the heading this row falls under, for the heading that stays in sight while scrolling.
    number: a number in a disc in place of the pictogram. picked: a check in place of the pictogram, on an act on many.
    """

    icon: str = ""
    name: str = ""
    meta: str = ""
    tag: str = ""
    tag_kind: TagKind = TagKind.NEUTRAAL
    tag_icon: str = ""
    bars: int = 0
    number: str = ""
    right_text: str = ""
    chevron: bool = False
    heading: str = ""
    day: str = ""
    accessible: str = ""
    picked: bool = False

    def spoken(self) -> str:
        """The row as one sentence for a screen reader."""
        parts = (self.accessible or self.heading or self.name, self.meta, self.tag, self.right_text)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class RowState:
    """How a row is at this moment."""

    chosen: bool = False
    ring: bool = False
    hovered: bool = False
    enabled: bool = True


def paint_heading(painter: QPainter, theme: Theme, rect: QRectF, text: str) -> None:
    """Draw the heading of a day."""
    painter.fillRect(rect, theme.color("surface-2"))
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.color("line"))
    words = rect.adjusted(px("s3"), 0, -px("s3"), 0)
    paint_text(painter, words, text, theme.font("t-klein", "w-vet"), theme.color("ink-2"))


def paint_row(painter: QPainter, theme: Theme, rect: QRectF, data: RowData, state: RowState) -> None:
    """Draw a row in its rectangle."""
    if data.heading:
        paint_heading(painter, theme, rect, data.heading)
        return
    fill = "keuze-tint" if state.chosen or data.picked else "surface-2" if state.hovered else "surface"
    painter.fillRect(rect, theme.color(fill))
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.color("line"))
    if state.chosen:
        painter.fillRect(QRectF(rect.left(), rect.top(), px("lijn-accent"), rect.height()), theme.color("keuze-lijn"))
    left = _paint_sign(painter, theme, rect, data, state)
    right = _paint_right(painter, theme, rect, data)
    _paint_words(painter, theme, QRectF(left, rect.top(), max(0.0, right - left), rect.height()), data, state)
    if state.ring:
        paint_ring(painter, theme, rect, radius="")


def _paint_sign(painter: QPainter, theme: Theme, rect: QRectF, data: RowData, state: RowState) -> float:
    """Draw disc or pictogram; gives where the words start."""
    left = rect.left() + px("s3")
    middle = rect.center().y()
    ink = theme.color("ink" if state.enabled else "uit")
    if data.picked:
        size = px("i-knop")
        centre = QPointF(left + size / 2, middle)
        paint_disc(painter, theme, centre, size, "keuze")
        paint_icon(painter, "check", centre, px("i-tag"), theme.color("keuze-ink"))
        return left + size + px("s3")
    if data.number:
        size = px("i-tel")
        centre = QPointF(left + size / 2, middle)
        paint_disc(painter, theme, centre, size, "ink")
        box = QRectF(left, middle - size / 2, size, size)
        paint_text(painter, box, data.number, theme.font("t-tekst", "w-zwaar"), theme.color("surface"), CENTRE)
        return left + size + px("s3")
    if data.icon:
        size = px("i-knop")
        paint_icon(painter, data.icon, QPointF(left + size / 2, middle), size, ink)
        return left + size + px("s3")
    return left


def _paint_right(painter: QPainter, theme: Theme, rect: QRectF, data: RowData) -> float:
    """Draw what stands at the right, from the edge inwards; gives where the words must end."""
    right = rect.right() - px("s3")
    middle = rect.center().y()
    if data.chevron:
        size = px("i-rij")
        paint_icon(painter, "chevron-right", QPointF(right - size / 2, middle), size, theme.color("ink-2"))
        right -= size + px("s2")
    if data.bars:
        figure = text_width(theme.font("t-tekst", "w-vet"), str(data.bars))
        box = QRectF(right - figure, rect.top(), figure, rect.height())
        paint_text(painter, box, str(data.bars), theme.font("t-tekst", "w-vet"), theme.color("ink"), RIGHT)
        right -= figure + px("s1") + bars_width()
        paint_bars(painter, theme, QPointF(right + bars_width() / 2, middle), data.bars)
        right -= px("s3")
    if data.right_text:
        width = text_width(theme.font("t-klein"), data.right_text)
        box = QRectF(right - width, rect.top(), width, rect.height())
        paint_text(painter, box, data.right_text, theme.font("t-klein"), theme.color("ink-2"), RIGHT)
        right -= width + px("s3")
    if data.tag:
        width = tag_width(theme, data.tag, data.tag_icon)
        box = QRectF(right - width, round(middle - px("h-tag") / 2), width, px("h-tag"))
        paint_tag(painter, theme, box, data.tag_kind, data.tag, data.tag_icon)
        right -= width + px("s3")
    return right


def _paint_words(painter: QPainter, theme: Theme, rect: QRectF, data: RowData, state: RowState) -> None:
    ink = theme.color("ink" if state.enabled else "uit")
    block = px("l-tekst") + (px("l-klein") if data.meta else 0)
    top = rect.center().y() - block / 2
    line = QRectF(rect.left(), top, rect.width(), px("l-tekst"))
    paint_text(painter, line, data.name, theme.font("t-tekst", "w-vet"), ink)
    if data.meta:
        line = QRectF(rect.left(), top + px("l-tekst"), rect.width(), px("l-klein"))
        color = theme.color("ink-2" if state.enabled else "uit")
        paint_text(painter, line, data.meta, theme.font("t-klein"), color)


class ListRow(BoaButton):
    """A row on its own, for the short lists of a panel. Clicked means: open it."""

    def __init__(self, themes: ThemeManager, data: RowData, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._data = data
        self._chosen = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_row(data)

    def set_row(self, data: RowData) -> None:
        """Show other data."""
        self._data = data
        self.setText(data.name)
        self.setAccessibleName(data.spoken())
        self.setToolTip(data.name)
        self.updateGeometry()
        self.update()

    def row(self) -> RowData:
        """What is shown."""
        return self._data

    def set_chosen(self, *, chosen: bool) -> None:
        """Mark as the chosen row."""
        self._chosen = chosen
        self.update()

    def content_size(self) -> QSize:
        return QSize(px("b-paneel") // 2, px("h-rij") - px("s1"))

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        lit = self.is_hovered() or self.is_pressed()
        state = RowState(self._chosen or self.is_pressed(), self.shows_ring(), lit, self.isEnabled())
        paint_row(painter, self.theme, rect, self._data, state)
