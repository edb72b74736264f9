"""What stands beside the photo while it is covered: the sizes of the brush and the promise that it was checked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from boa_app.ui.icons import paint_icon
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.base import BoaButton
from boa_app.ui.widgets.paint import Box, paint_box, paint_disc, paint_ring

_TEXT_FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


class ToolKnop(BoaButton):
    """One tool of a few: a brush shows its size as a dot, the hand an icon."""

    def __init__(
        self, themes: ThemeManager, name: str, *, dot: str = "", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(themes, parent)
        self._dot, self._icon = dot, icon
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        # The row of tools decides which one is on.
        return

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        on = self.isChecked()
        fill = "keuze" if on else "keuze-tint" if self.is_pressed() else "surface-2" if self.is_hovered() else "surface"
        paint_box(painter, self.theme, rect, Box(fill=fill, edge="keuze-lijn" if on else "line-strong"))
        ink = "keuze-ink" if on else "ink"
        if self._dot:
            paint_disc(painter, self.theme, rect.center(), px(self._dot), ink)
        else:
            paint_icon(painter, self._icon, rect.center(), px("i-knop"), self.theme.color(ink))
        if self.shows_ring():
            paint_ring(painter, self.theme, rect, "focus-op-keuze" if on else "focus")


class ToolRow(QWidget):
    """Three brushes and the hand, of which one is in use.

    Signals:
        tool_chosen(str): the code of the tool a person chose.
    """

    tool_chosen = Signal(str)

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px("s2"))
        self.tools = {
            "klein": ToolKnop(themes, self.tr("Kleine kwast"), dot="h-balk"),
            "midden": ToolKnop(themes, self.tr("Middelgrote kwast"), dot="i-tag"),
            "groot": ToolKnop(themes, self.tr("Grote kwast"), dot="i-rail"),
            "hand": ToolKnop(themes, self.tr("Foto verschuiven"), icon="hand"),
        }
        for code, tool in self.tools.items():
            tool.clicked.connect(lambda _checked=False, chosen=code: self._choose(chosen))
            row.addWidget(tool, 1)
        self.set_chosen("midden")

    def set_chosen(self, code: str) -> None:
        """Show the tool in use, without a signal."""
        for name, tool in self.tools.items():
            tool.setChecked(name == code)

    def _choose(self, code: str) -> None:
        self.set_chosen(code)
        self.tool_chosen.emit(code)


class CheckRow(BoaButton):
    """A sentence that a person confirms, in as many lines as it takes."""

    def __init__(self, themes: ThemeManager, text: str, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self.setCheckable(True)
        self.setText(text)
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, width - self._left() - px("s2"), px("h-venster"))
        words = QFontMetrics(self._words_font()).boundingRect(room, int(_TEXT_FLAGS), self.text())
        return max(px("h-raak"), words.height() + 2 * px("s2"))

    def content_size(self) -> QSize:
        width = px("b-hoek-klein")
        return QSize(width, self.heightForWidth(self.width() if self.width() > width else width))

    def minimumSizeHint(self) -> QSize:
        return QSize(px("b-hoek-klein"), self.heightForWidth(max(self.width(), px("b-hoek-klein"))))

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        on = self.isChecked()
        fill = "keuze" if on else "keuze-tint" if self.is_pressed() else "surface-2" if self.is_hovered() else "surface"
        paint_box(painter, self.theme, rect, Box(fill=fill, edge="keuze-lijn" if on else "line-strong"))
        ink = self.theme.color("keuze-ink" if on else "ink")
        centre = QPointF(rect.left() + px("s3") + px("i-rij") / 2, rect.center().y())
        paint_icon(painter, "circle-check" if on else "circle", centre, px("i-rij"), ink)
        painter.setFont(self._words_font())
        painter.setPen(ink)
        painter.drawText(rect.adjusted(self._left(), 0, -px("s2"), 0), int(_TEXT_FLAGS), self.text())
        if self.shows_ring():
            paint_ring(painter, self.theme, rect, "focus-op-keuze" if on else "focus")

    def _words_font(self) -> QFont:
        return self.theme.font("t-tekst", "w-vet")

    def _left(self) -> int:
        return px("s3") + px("i-rij") + px("s2")


def spread(codes: Sequence[str], longest_px: int) -> dict[str, float]:
    """The width of each brush in pixels of a picture of this length: a head far away, one nearby, a whole person."""
    shares = (0.02, 0.05, 0.11)
    return {code: max(8.0, longest_px * share) for code, share in zip(codes, shares, strict=True)}
