"""A tile: one choice of a group, large enough for a glove, that says what is chosen without colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from boa_app.ui.icons import paint_icon
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.base import BoaButton
from boa_app.ui.widgets.ernst_bars import paint_bars
from boa_app.ui.widgets.paint import CENTRE, Box, paint_box, paint_disc, paint_ring, paint_text, text_width


class TileForm(Enum):
    """How a tile is built: pictogram above the word, pictogram before it, bars with an explanation."""

    HOOG = "hoog"
    RIJ = "rij"
    ERNST = "ernst"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a code list as a tile shows it: short word, full label for tooltip and screen reader."""

    code: str
    label: str
    icon: str = ""
    full_label: str = ""
    explanation: str = ""
    bars: int = 0


class Tile(BoaButton):
    """One choice. `order` 0 shows a check when chosen, 1 and up its place in the order."""

    def __init__(
        self, themes: ThemeManager, choice: Choice, form: TileForm = TileForm.RIJ, parent: QWidget | None = None
    ) -> None:
        super().__init__(themes, parent)
        self._form = form
        self._height = px("h-tegel")
        self._shows_icon = True
        self._shows_explanation = True
        self._size = "t-tegel"
        self._order = 0
        self._quiet = False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._choice = choice
        self.set_choice(choice)

    @property
    def choice(self) -> Choice:
        """The value this tile stands for."""
        return self._choice

    def set_choice(self, choice: Choice, *, quiet: bool = False) -> None:
        """Show a value; quiet is the look of the last tile, which opens the rest."""
        self._choice, self._quiet = choice, quiet
        self.setText(choice.label)
        full = choice.full_label or ", ".join(part for part in (choice.label, choice.explanation) if part)
        self.setAccessibleName(full)
        self.setToolTip(choice.full_label)
        self.updateGeometry()
        self.update()

    def set_chosen(self, chosen: bool, order: int = 0) -> None:
        """Show as chosen or not; the state only comes from here, a click alone changes nothing."""
        self._order = order
        self.setChecked(chosen)
        self.setAccessibleDescription(str(order) if chosen and order else "")
        self.update()

    def set_form(
        self, form: TileForm, height: int, *, icon: bool = True, explanation: bool = True, size: str = "t-tegel"
    ) -> None:
        """Take another build when the window gives more or less room."""
        self._form, self._height = form, height
        self._shows_icon, self._shows_explanation, self._size = icon, explanation, size
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        # The group decides what is chosen; a tile that toggles itself would show a choice nobody stored.
        return

    def content_size(self) -> QSize:
        words = text_width(self._font(strong=True), self._choice.label)
        if self._form is TileForm.HOOG:
            return QSize(max(words, px("h-raak")) + 2 * px("s1"), self._height)
        if self._has_explanation():
            words = max(words, text_width(self.theme.font("t-klein"), self._choice.explanation))
        return QSize(words + self._mark_room() + 2 * px("s1" if self._has_sign() else "haar"), self._height)

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        paint_box(painter, self.theme, rect, self._box())
        if self._form is TileForm.HOOG:
            self._paint_tall(painter, rect)
        else:
            self._paint_row(painter, rect)
        if self.shows_ring():
            paint_ring(painter, self.theme, rect, "focus-op-keuze" if self.isChecked() else "focus", "r-tegel")

    def _paint_tall(self, painter: QPainter, rect: QRectF) -> None:
        color = self.theme.color(self._ink())
        block = px("i-rij") + px("s1") + px("l-tekst")
        top = rect.top() + (rect.height() - block) / 2
        middle = QPointF(rect.center().x(), top + px("i-rij") / 2)
        paint_icon(painter, self._choice.icon, middle, px("i-rij"), color)
        words = QRectF(rect.left() + px("s1"), top + px("i-rij") + px("s1"), rect.width() - px("s2"), px("l-tekst"))
        paint_text(painter, words, self._choice.label, self._font(strong=self.isChecked()), color, CENTRE)
        if self.isChecked():
            half = px("i-schijf") / 2
            inset = half + px("s2") - 1
            self._paint_mark(painter, QPointF(rect.right() - inset, rect.top() + inset))

    def _paint_row(self, painter: QPainter, rect: QRectF) -> None:
        middle = rect.center().y()
        left = self._words_left(rect)
        if self._has_sign():
            self._paint_sign(painter, QPointF(left - self._mark_room() + px("i-schijf") / 2, middle))
        elif self.isChecked():
            edge = min(rect.left() + px("s2"), left - px("s1") - px("i-schijf"))
            self._paint_mark(painter, QPointF(edge + px("i-schijf") / 2, middle))
        words = QRectF(left, rect.top(), rect.right() - left - px("haar"), rect.height())
        color = self.theme.color(self._ink())
        font = self._font(strong=self.isChecked())
        if not self._has_explanation():
            paint_text(painter, words, self._choice.label, font, color)
            return
        top = middle - (px("l-tegel") + px("l-klein")) / 2
        paint_text(painter, QRectF(left, top, words.width(), px("l-tegel")), self._choice.label, font, color)
        meta = self.theme.color(self._ink() if self.isChecked() or not self.isEnabled() else "ink-2")
        line = QRectF(left, top + px("l-tegel"), words.width(), px("l-klein"))
        paint_text(painter, line, self._choice.explanation, self.theme.font("t-klein"), meta)

    def _words_left(self, rect: QRectF) -> float:
        """Where the word starts. It stays there when chosen, unless the disc would cover it."""
        if self._has_explanation():
            return rect.left() + px("s3") + self._mark_room()
        words = text_width(self._font(strong=True), self._choice.label)
        if self._has_sign():
            room = self._mark_room()
            return max(rect.left() + px("s1"), rect.center().x() - (words + room) / 2) + room
        if not self.isChecked():
            words = text_width(self._font(strong=False), self._choice.label)
            return rect.center().x() - words / 2
        return max(rect.left() + px("haar") + px("s1") + px("i-schijf"), rect.center().x() - words / 2)

    def _paint_sign(self, painter: QPainter, centre: QPointF) -> None:
        """The pictogram or bars, replaced by the disc when chosen so that the word stays where it is."""
        if self.isChecked():
            self._paint_mark(painter, centre)
        elif self._choice.bars:
            paint_bars(painter, self.theme, centre, self._choice.bars)
        elif self._choice.icon:
            paint_icon(painter, self._choice.icon, centre, px("i-rij"), self.theme.color(self._ink()))

    def _paint_mark(self, painter: QPainter, centre: QPointF) -> None:
        size = px("i-schijf")
        paint_disc(painter, self.theme, centre, size)
        color = self.theme.color("schijf-ink")
        if not self._order:
            paint_icon(painter, "check", centre, px("i-tag"), color, strong=True)
            return
        box = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
        paint_text(painter, box, str(self._order), self.theme.font("t-tekst", "w-zwaar"), color, CENTRE)

    def _has_explanation(self) -> bool:
        return bool(self._choice.explanation) and self._shows_explanation

    def _has_sign(self) -> bool:
        return self._shows_icon and bool(self._choice.icon or self._choice.bars)

    def _mark_room(self) -> int:
        """Room beside the word: pictogram with its gap, or only the disc that appears when it is chosen."""
        return px("i-schijf") + px("s2" if self._has_sign() else "s1")

    def _font(self, *, strong: bool) -> QFont:
        size = "t-tekst" if self._form is TileForm.HOOG else self._size
        return self.theme.font(size, "w-zwaar" if strong else "w-half")

    def _ink(self) -> str:
        if not self.isEnabled():
            return "uit"
        if self.isChecked():
            return "keuze-ink"
        return "link" if self._quiet else "ink"

    def _box(self) -> Box:
        if not self.isEnabled():
            return Box(fill="ground", edge="uit", radius="r-tegel", dashed=True)
        if self.isChecked():
            return Box(fill="keuze", edge="keuze-lijn", width="lijn-2", radius="r-tegel")
        if self.is_pressed():
            return Box(fill="keuze-tint", edge="keuze-lijn", width="lijn-2", radius="r-tegel")
        if self.is_hovered():
            return Box(fill="surface-2", edge="ink", radius="r-tegel")
        return Box(fill="surface-2" if self._quiet else "surface", edge="line-strong", radius="r-tegel")
