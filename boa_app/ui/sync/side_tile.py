"""One side of a conflict as a tile with a round mark: the value, who gave it, and whether it is the one shown now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from boa_app.ui.icons import paint_icon
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.base import BoaButton
from boa_app.ui.widgets.ernst_bars import bars_width, paint_bars
from boa_app.ui.widgets.paint import CENTRE, RIGHT, Box, paint_box, paint_disc, paint_ring, paint_text, text_width

# Wide enough for a mark, bars and a short word.
LEAST_TEXT = 60
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values. code: what a person chooses; whose: the column it stands in; meta: who and when, where the
    columns do not say it; bars: an ernst; letter: its sign on the map; note: nu getoond."""

    code: str
    text: str
    whose: str
    own: bool = False
    meta: str = ""
    note: str = ""
    bars: int = 0
    letter: str = ""


def _height(font: QFont, text: str, width: int) -> int:
    if not text:
        return 0
    return QFontMetrics(font).boundingRect(0, 0, max(LEAST_TEXT, width), 100_000, _WRAP, text).height()


class SideTile(BoaButton):
    """A tile as high as its words need; a click alone changes nothing, the group decides."""

    def __init__(self, themes: ThemeManager, side: Side, field: str, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self.side = side
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(side.text)
        spoken = (f"{field}, {side.whose}: {side.text}", side.meta, side.note)
        self.setAccessibleName(", ".join(part for part in spoken if part))

    def nextCheckState(self) -> None:
        return

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = max(LEAST_TEXT, width - self._left_room() - self._right_room(width))
        words = _height(self._font(), self.side.text, room - self._letter_room())
        meta = _height(self._small_font(), self._meta(width), room)
        return max(px("h-tegel-ernst"), words + meta + 2 * px("s3"))

    def content_size(self) -> QSize:
        width = self._left_room() + LEAST_TEXT + self._letter_room() + px("s3")
        # What more height the words need, heightForWidth tells.
        return QSize(width, px("h-tegel-ernst"))

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        theme = self.theme
        paint_box(painter, theme, rect, self._box())
        middle = rect.center().y()
        mark = QPointF(rect.left() + px("s3") + px("i-schijf") / 2, middle)
        self._paint_mark(painter, mark)
        left = mark.x() + px("i-schijf") / 2 + px("s2")
        if self.side.bars:
            paint_bars(painter, theme, QPointF(left + bars_width() / 2, middle), self.side.bars)
            left += bars_width() + px("s2")
        right = rect.right() - px("s3")
        if note := self._note(self.width()):
            width = text_width(self._small_font(), note)
            box = QRectF(right - width, rect.top(), width, rect.height())
            paint_text(painter, box, note, theme.font("t-klein"), theme.color("ink-2"), RIGHT)
            right -= width + px("s3")
        self._paint_words(painter, QRectF(left, rect.top(), max(1.0, right - left), rect.height()))
        if self.shows_ring():
            paint_ring(painter, theme, rect, "focus", "r-tegel")

    def _paint_words(self, painter: QPainter, rect: QRectF) -> None:
        theme, side = self.theme, self.side
        words = rect.adjusted(0, 0, -self._letter_room(), 0)
        if meta := self._meta(self.width()):
            low = _height(self._small_font(), meta, int(rect.width()))
            words.adjust(0, px("s2"), 0, -px("s2") - low)
            painter.setFont(self._small_font())
            painter.setPen(theme.color("ink-2" if self.isEnabled() else "uit"))
            line = QRectF(rect.left(), words.bottom(), rect.width(), low)
            painter.drawText(line, _WRAP, meta)
        painter.setFont(self._font())
        painter.setPen(theme.color("ink" if self.isEnabled() else "uit"))
        painter.drawText(words, _WRAP, side.text)
        if side.letter:
            wide = QFontMetrics(self._font()).boundingRect(0, 0, int(words.width()), 1000, _WRAP, side.text).width()
            self._paint_letter(painter, QPointF(rect.left() + wide + px("s2") + px("i-schijf") / 2, rect.center().y()))

    def _paint_letter(self, painter: QPainter, centre: QPointF) -> None:
        """The same sign as on the map: M a disc, H a square."""
        theme, size = self.theme, px("i-schijf")
        box = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
        if self.side.own:
            paint_disc(painter, theme, centre, size, "keuze")
        else:
            paint_box(painter, theme, box, Box(fill="k-stip", radius="r-tag"))
        ink = theme.color("keuze-ink" if self.side.own else "k-stip-rand")
        paint_text(painter, box, self.side.letter, theme.font("t-klein", "w-zwaar"), ink, CENTRE)

    def _paint_mark(self, painter: QPainter, centre: QPointF) -> None:
        theme, size = self.theme, px("i-schijf")
        if self.isChecked():
            paint_disc(painter, theme, centre, size, "keuze")
            paint_icon(painter, "check", centre, px("i-tag"), theme.color("keuze-ink"), strong=True)
            return
        painter.setPen(QPen(theme.color("line-strong"), px("lijn-2")))
        painter.setBrush(theme.color("surface"))
        painter.drawEllipse(centre, size / 2 - 1, size / 2 - 1)

    def _left_room(self) -> int:
        bars = bars_width() + px("s2") if self.side.bars else 0
        return px("s3") + px("i-schijf") + px("s2") + bars

    def _right_room(self, width: int) -> int:
        note = self._note(width)
        return px("s3") + (text_width(self._small_font(), note) + px("s3") if note else 0)

    def _note(self, width: int) -> str:
        """At the right where value and note fit on one line; else it goes with who and when, below the value."""
        needed = self._left_room() + text_width(self._font(), self.side.text) + self._letter_room() + 2 * px("s3")
        fits = needed + text_width(self._small_font(), self.side.note) <= width
        return self.side.note if fits and not self.side.meta else ""

    def _meta(self, width: int) -> str:
        note = "" if self._note(width) else self.side.note
        return ", ".join(part for part in (note, self.side.meta) if part)

    def _letter_room(self) -> int:
        return px("i-schijf") + px("s2") if self.side.letter else 0

    def _font(self) -> QFont:
        return self.theme.font("t-tekst", "w-vet")

    def _small_font(self) -> QFont:
        return self.theme.font("t-klein")

    def _box(self) -> Box:
        if not self.isEnabled():
            return Box(fill="ground", edge="uit", radius="r-tegel", dashed=True)
        if self.isChecked():
            return Box(fill="keuze-tint", edge="keuze-lijn", width="lijn-keuze", radius="r-tegel")
        if self.is_pressed():
            return Box(fill="keuze-tint", edge="keuze-lijn", width="lijn-2", radius="r-tegel")
        return Box(fill="surface-2" if self.is_hovered() else "surface", edge="line-strong", radius="r-tegel")


class SideGroup(QWidget):
    """The sides of one field; arrows go from one to the other, Space or Enter chooses.

    Signals:
        side_chosen(str): the code a person chose.
    """

    side_chosen = Signal(str)

    def __init__(self, themes: ThemeManager, field: str, sides: Sequence[Side], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(field)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px("s2"))
        self.tiles = tuple(SideTile(themes, side, field, self) for side in sides)
        for tile in self.tiles:
            tile.clicked.connect(lambda _checked=False, code=tile.side.code: self._choose(code))
            tile.installEventFilter(self)
            self._row.addWidget(tile, 1)
        self.set_chosen("")

    def chosen(self) -> str:
        """The code that is on, empty for none."""
        return next((tile.side.code for tile in self.tiles if tile.isChecked()), "")

    def set_chosen(self, code: str) -> None:
        """Turn one on, or none, without a signal."""
        for tile in self.tiles:
            tile.setChecked(tile.side.code == code)
            tile.update()

    def set_open(self, *, is_open: bool) -> None:
        """Whether this person may choose here."""
        for tile in self.tiles:
            tile.setEnabled(is_open)

    def set_stacked(self, *, stacked: bool) -> None:
        """Under each other where there is little room."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if stacked else across)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and isinstance(watched, SideTile):
            keys = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
            step = keys.get(Qt.Key(event.key()))
            if step is not None:
                goal = self.tiles.index(watched) + step
                if 0 <= goal < len(self.tiles):
                    self.tiles[goal].setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _choose(self, code: str) -> None:
        if code != self.chosen():
            self.set_chosen(code)
            self.side_chosen.emit(code)
