"""The strip of week bars with its window: what is drawn, and what a hand or a key does to it."""

from __future__ import annotations

from enum import Enum

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from boa_app.texts import formats
from boa_app.ui.kaart.time_axis import WEEK, Span, TimeAxis, make_axis, monday_of, to_date
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.base import BoaButton
from boa_app.ui.widgets.paint import Box, paint_box, paint_ring, paint_text, text_width

_GRIP_WIDTH, _GRIP_HEIGHT = 22, 32
_EDGE_STEP_MS = 60
# An edge that is pushed goes through the view in this many steps.
_EDGE_STEPS = 52
# Narrower bars than this cannot be told apart: then several weeks share one.
_LEAST_PITCH = 4.0
_MONTH_WEEKS = 4
_WHEEL_NOTCH = 120


class Part(Enum):
    """What is being moved."""

    START = "start"
    WINDOW = "window"
    END = "end"


class TimeHandle(BoaButton):
    """One end of the window: a stop for the Tab key. The strip moves it, by hand and by key."""

    def __init__(self, themes: ThemeManager, part: Part, strip: TimeStrip) -> None:
        super().__init__(themes, strip)
        self.part = part
        self._strip = strip
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.resize(px("h-raak"), px("h-raak"))

    def content_size(self) -> QSize:
        return QSize(px("h-raak"), px("h-raak"))

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        grip = QRectF(0, 0, _GRIP_WIDTH, _GRIP_HEIGHT)
        grip.moveCenter(rect.center())
        held = self._strip.held() is self.part
        paint_box(
            painter, self.theme, grip, Box(fill="keuze-tint" if held else "surface", edge="keuze-lijn", width="lijn-2")
        )
        painter.setPen(QPen(self.theme.color("keuze-lijn"), px("lijn-2")))
        middle = grip.center()
        for side in (-3, 3):
            painter.drawLine(QPointF(middle.x() + side, middle.y() - 5), QPointF(middle.x() + side, middle.y() + 5))
        if self.shows_ring():
            paint_ring(painter, self.theme, grip.adjusted(-5, -5, 5, 5))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._shows_ring = True
        self.update()
        if not self._strip.take_key(self.part, event):
            QWidget.keyPressEvent(self, event)


class TimeStrip(QWidget):
    """Bars per week and the window over them.

    Left and right move an end by a week, Page up and down by four, Home and End as far as it goes; with Ctrl the whole
    window goes. Between the ends a hand moves the window; at the edge the weeks scroll along.

    Signals:
        span_moved(Span): a person moves it, still at it. span_dropped(): the hand is off, or a key was pressed.
    """

    span_moved = Signal(object)
    span_dropped = Signal()

    def __init__(self, themes: ThemeManager, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes, self._language = themes, language
        self._axis = make_axis(0, np.zeros(0, dtype=np.int64), 0)
        self._span = self._axis.whole()
        self._held: Part | None = None
        self._grab_day = self._pointer_x = 0.0
        self._grabbed = self._span
        self.start_handle = TimeHandle(themes, Part.START, self)
        self.end_handle = TimeHandle(themes, Part.END, self)
        self._edge_timer = QTimer(self, interval=_EDGE_STEP_MS)
        self._edge_timer.timeout.connect(self._on_edge_timer_timeout)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(px("h-raak") + px("s2") + px("l-as"))
        self.setMinimumWidth(3 * px("h-raak"))
        themes.theme_changed.connect(self.update)

    def axis(self) -> TimeAxis:
        """The weeks."""
        return self._axis

    def span(self) -> Span:
        """The window."""
        return self._span

    def held(self) -> Part | None:
        """What a hand holds now."""
        return self._held

    def set_state(self, axis: TimeAxis, span: Span) -> None:
        """Show these weeks with this window, without a signal."""
        self._axis, self._span = axis, axis.clamp(span)
        self._arrange()

    def move_to(self, span: Span) -> None:
        """Move the window as a person would, and keep it in view."""
        self._axis = self._axis.showing(span)
        self._take(span)

    def x_of(self, day: float) -> float:
        """Where a day begins, in pixels of this widget."""
        return self._left() + (day - self._axis.view_first) * self._pitch() / WEEK

    def take_key(self, part: Part, event: QKeyEvent) -> bool:
        """Act on a key pressed at one end; False when it is none of ours."""
        weeks = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_Up: 1,
            Qt.Key.Key_PageDown: -_MONTH_WEEKS, Qt.Key.Key_PageUp: _MONTH_WEEKS,
            Qt.Key.Key_Home: -self._axis.total_weeks, Qt.Key.Key_End: self._axis.total_weeks,
        }.get(Qt.Key(event.key()))  # fmt: skip
        if weeks is None:
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            part = Part.WINDOW
        self.move_to(self._by_weeks(part, weeks))
        self.span_dropped.emit()
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        x = self._pointer_x = event.position().x()
        part = self.part_at(x)
        if part is None:
            # Beside the window: it comes to the hand, and the hand holds it.
            part = Part.WINDOW
            half = self._span.days / 2
            self._take(self._axis.shifted(self._span, round((self._day_at(x) - self._span.van - half) / WEEK)))
        self._held, self._grabbed, self._grab_day = part, self._span, self._day_at(x)
        self._arrange()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer_x = event.position().x()
        if self._held is None:
            self.setCursor(self._cursor_at(self._pointer_x))
            return
        self._follow()
        outside = not self._left() <= self._pointer_x <= self._right()
        if outside is not self._edge_timer.isActive():
            (self._edge_timer.start if outside else self._edge_timer.stop)()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        del event
        if self._held is not None:
            self._held = None
            self._edge_timer.stop()
            self._arrange()
            self.span_dropped.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = (event.angleDelta().y() or event.angleDelta().x()) / _WHEEL_NOTCH
        self._axis = self._axis.scrolled(-round(notches * _MONTH_WEEKS))
        self._arrange()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def part_at(self, x: float) -> Part | None:
        """What a press here takes. The ends reach outward where the window is narrow, so that it keeps a middle."""
        left, right = self._ends()
        middle, reach = (left + right) / 2, px("h-raak") / 2
        inward = min(reach, (right - left) / 4)
        outward = px("h-raak") - inward
        if left - outward <= x <= min(left + inward, middle):
            return Part.START
        if max(right - inward, middle) <= x <= right + outward:
            return Part.END
        return Part.WINDOW if left < x < right else None

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        theme, base = self._themes.theme, self._baseline()
        left, right = (min(max(x, self._left()), self._right()) for x in self._ends())
        painter.fillRect(QRectF(left, 0, right - left, base), theme.color("keuze-tint"))
        self._paint_bars(painter)
        painter.setPen(QPen(theme.color("line-strong"), px("lijn-1")))
        painter.drawLine(QPointF(self._left(), base), QPointF(self._right(), base))
        for x, visible in zip(self._ends(), self._visible_ends(), strict=True):
            if visible:
                painter.fillRect(QRectF(x - 1, 0, px("lijn-2"), base + 2), theme.color("keuze-lijn"))
        self._paint_months(painter)
        painter.end()

    def _paint_bars(self, painter: QPainter) -> None:
        theme, base = self._themes.theme, self._baseline()
        per_bar = max(1, int(np.ceil(_LEAST_PITCH / self._pitch())))
        counts = self._axis.week_counts()
        starts = np.arange(0, len(counts), per_bar)
        if not len(starts):
            return
        heights = np.add.reduceat(counts, starts)
        most = max(int(heights.max()), 1)
        room, width = base - px("s1"), max(self._pitch() * per_bar - px("haar"), 1.0)
        inside, outside = theme.color("keuze-lijn"), theme.color("line-strong")
        for start, height in zip(starts.tolist(), heights.tolist(), strict=True):
            if not height:
                continue
            day = self._axis.view_first + start * WEEK
            is_chosen = self._span.van - WEEK / 2 <= day <= self._span.tot - WEEK / 2 + 1
            tall = max(2.0, room * height / most)
            painter.fillRect(QRectF(self.x_of(day) + 1, base - tall, width, tall), inside if is_chosen else outside)

    def _paint_months(self, painter: QPainter) -> None:
        """Names of months, of years when many are in view; one that has no room stays away."""
        theme = self._themes.theme
        font, ink = theme.font("t-as"), theme.color("ink-2")
        free = self._left() - px("s2")
        top = self._baseline() + px("s1")
        for day, name in self._labels():
            x, width = self.x_of(day), text_width(font, name)
            if x >= free and x + width <= self.width():
                paint_text(painter, QRectF(x, top, width + 1, px("l-as")), name, font, ink)
                free = x + width + px("s4")

    def _labels(self) -> list[tuple[int, str]]:
        first, last = to_date(self._axis.view_first), to_date(self._axis.view_end)
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        found = []
        for number in range(months):
            year, month = divmod(first.year * 12 + first.month - 1 + number, 12)
            begin = max(
                (to_date(0).replace(year=year, month=month + 1, day=1) - to_date(0)).days, self._axis.view_first
            )
            # With years in view their names matter more than those of the months.
            if months <= 30 or (month == 0 and number):
                found.append((begin, formats.month_name(month + 1, self._language) if months <= 30 else str(year)))
        return found

    def _by_weeks(self, part: Part, weeks: int) -> Span:
        axis, span = self._axis, self._span
        if part is Part.WINDOW:
            return axis.shifted(span, weeks)
        if part is Part.START:
            # From within a week the first step back is to its Monday.
            inside = weeks < 0 and monday_of(span.van) != span.van
            return axis.with_start(span, span.van + (weeks + int(inside)) * WEEK)
        inside = weeks > 0 and monday_of(span.tot + 1) != span.tot + 1
        return axis.with_end(span, span.tot + (weeks - int(inside)) * WEEK)

    def _follow(self) -> None:
        axis, day = self._axis, self._day_at(self._pointer_x)
        if self._held is Part.WINDOW:
            self._take(axis.shifted(self._grabbed, round((day - self._grab_day) / WEEK)))
        elif self._held is Part.START:
            self._take(axis.with_start(self._span, round(day + WEEK / 2)))
        else:
            self._take(axis.with_end(self._span, round(day - WEEK / 2 - 1)))

    def _take(self, span: Span) -> None:
        changed = span != self._span
        self._span = span
        self._arrange()
        if changed:
            self.span_moved.emit(span)

    def _on_edge_timer_timeout(self) -> None:
        beyond = -1 if self._pointer_x < self._left() else 1
        self._axis = self._axis.scrolled(beyond * max(1, self._axis.view_weeks // _EDGE_STEPS))
        self._follow()
        self._arrange()

    def _arrange(self) -> None:
        for handle, x, visible in zip(
            (self.start_handle, self.end_handle), self._ends(), self._visible_ends(), strict=True
        ):
            handle.move(round(x - handle.width() / 2), round((self._baseline() - handle.height()) / 2) + 2)
            handle.setVisible(visible)
            handle.update()
        self.update()

    def _ends(self) -> tuple[float, float]:
        return self.x_of(self._span.van), self.x_of(self._span.tot + 1)

    def _visible_ends(self) -> tuple[bool, bool]:
        axis = self._axis
        return axis.view_first <= self._span.van <= axis.view_end, axis.view_first <= self._span.tot <= axis.view_end

    def _cursor_at(self, x: float) -> Qt.CursorShape:
        part = self.part_at(x)
        if part in (Part.START, Part.END):
            return Qt.CursorShape.SizeHorCursor
        return Qt.CursorShape.OpenHandCursor if part is Part.WINDOW else Qt.CursorShape.PointingHandCursor

    def _day_at(self, x: float) -> float:
        return self._axis.view_first + (x - self._left()) * WEEK / self._pitch()

    def _pitch(self) -> float:
        return max(self._right() - self._left(), 1.0) / self._axis.view_weeks

    def _left(self) -> float:
        return px("h-raak") / 2

    def _right(self) -> float:
        return self.width() - px("h-raak") / 2

    def _baseline(self) -> float:
        return float(self.height() - px("l-as") - px("s1"))
