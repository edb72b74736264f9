"""Two to four equal choices side by side, of which one is on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.base import BoaButton
from boa_app.ui.widgets.paint import CENTRE, Box, paint_box, paint_ring, paint_text, text_width


class SegmentPart(BoaButton):
    """One of the choices."""

    def __init__(self, themes: ThemeManager, code: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self.code = code
        self.setCheckable(True)
        self.setText(text)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        # The segment decides which part is on.
        return

    def content_size(self) -> QSize:
        return QSize(text_width(self.theme.font("t-tekst", "w-zwaar"), self.text()) + 2 * px("s4"), px("h-raak"))

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        on = self.isChecked()
        fill = "keuze" if on else "keuze-tint" if self.is_pressed() else "surface"
        paint_box(painter, self.theme, rect, Box(fill=fill, edge="keuze-lijn" if on else "line-strong"))
        ink = "keuze-ink" if on else "ink" if self.isEnabled() else "uit"
        font = self.theme.font("t-tekst", "w-zwaar" if on else "w-half")
        paint_text(painter, rect, self.text(), font, self.theme.color(ink), CENTRE)
        if self.shows_ring():
            paint_ring(painter, self.theme, rect, "focus-op-keuze" if on else "focus")


class Segment(QWidget):
    """One choice out of a few. Arrows move the choice.

    Signals:
        choice_changed(str): the code a person chose.
    """

    choice_changed = Signal(str)

    def __init__(
        self, themes: ThemeManager, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._parts = [SegmentPart(themes, code, text, self) for code, text in choices]
        for part in self._parts:
            part.clicked.connect(self._on_part_clicked)
            part.installEventFilter(self)
            row.addWidget(part, 1)
        self.set_chosen(choices[0][0])

    def chosen(self) -> str:
        """The code that is on."""
        return next(part.code for part in self._parts if part.isChecked())

    def set_chosen(self, code: str) -> None:
        """Turn one choice on, without a signal."""
        for part in self._parts:
            part.setChecked(part.code == code)
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus if part.code == code else Qt.FocusPolicy.ClickFocus)

    def parts(self) -> tuple[SegmentPart, ...]:
        """The choices, left to right."""
        return tuple(self._parts)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and isinstance(watched, SegmentPart):
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
            if step is not None:
                goal = self._parts.index(watched) + step
                if 0 <= goal < len(self._parts):
                    self._parts[goal].setFocus(Qt.FocusReason.OtherFocusReason)
                    self._choose(self._parts[goal].code)
                return True
        return super().eventFilter(watched, event)

    def _on_part_clicked(self) -> None:
        part = self.sender()
        if isinstance(part, SegmentPart):
            self._choose(part.code)

    def _choose(self, code: str) -> None:
        if code != self.chosen():
            self.set_chosen(code)
            self.choice_changed.emit(code)
