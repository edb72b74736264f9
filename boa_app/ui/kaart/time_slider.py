"""The time slider under the map: play, the weeks with their window, and the window in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import numpy as np
from numpy.typing import ArrayLike
from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from boa_app.texts import formats
from boa_app.ui.kaart.time_axis import PLAY_DAYS, WEEK, Span, make_axis, to_date, to_day
from boa_app.ui.kaart.time_strip import TimeStrip
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import IconKnop
from boa_app.ui.widgets.paint import Box, paint_box
from boa_app.ui.widgets.text import Label

# A screen takes no more pictures than this; of what comes in between only the last is told.
TELL_EVERY_MS = 40
SETTLE_MS = 250
PLAY_STEP_MS = 333
# A step of playing waits so long, in such ticks, for what is behind; then the window goes on without it.
HOLD_MS = 400
HOLD_TICK_MS = 40


class PlayKnop(IconKnop):
    """Play or pause, in a box of its own as the buttons of the map have."""

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        paint_box(painter, self.theme, rect, Box(fill="surface", edge="line-strong"))
        super().paint_content(painter, rect)


class TimeSlider(QFrame):
    """Which days list and map show, as a window over the weeks.

    Signals:
        range_changed(date, date): a person moves the window, both inclusive; at most every 40 ms, the last one always.
        range_settled(date, date): the window came to rest.
    """

    range_changed = Signal(object, object)
    range_settled = Signal(object, object)

    def __init__(self, themes: ThemeManager, language: str = "nl", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes, self._language = themes, language
        self._first_day, self._today = 0, 0
        self._counts = np.zeros(0, dtype=np.int64)
        self._told: Span | None = None
        self.setProperty("vlak", "surface")
        self.setAccessibleName(self.tr("Periode van lijst en kaart"))
        self.play = PlayKnop(themes, "play", self.tr("Afspelen, week na week"), self)
        self.strip = TimeStrip(themes, language, self)
        self.earlier = IconKnop(themes, "chevron-left", self.tr("Een week eerder"), self)
        self.later = IconKnop(themes, "chevron-right", self.tr("Een week later"), self)
        self.length = Label(themes, size="t-tekst", weight="w-zwaar", parent=self)
        self.dates = Label(themes, size="t-klein", color="ink-2", parent=self)
        self._tell_timer = QTimer(self, singleShot=True, interval=TELL_EVERY_MS)
        self._settle_timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._play_timer = QTimer(self, interval=PLAY_STEP_MS)
        self._hold_timer = QTimer(self, singleShot=True, interval=HOLD_TICK_MS)
        self._is_behind: Callable[[], bool] = lambda: False
        self._held_ticks = 0
        self._build()
        self._connect()
        self.set_compact(compact=False)

    def set_counts(self, first_day: int, counts: ArrayLike, today: date) -> None:
        """Show how many there are per week. first_day: the Monday of the first count, as days since 1970-01-01."""
        self._first_day, self._today = first_day, to_day(today)
        self._counts = np.asarray(counts, dtype=np.int64)
        self._show(self.strip.span())

    def set_range(self, van: date | None, tot: date | None) -> None:
        """Show this window, without a signal; None is as far as there is anything."""
        axis = self.strip.axis()
        span = Span(axis.first if van is None else to_day(van), axis.last if tot is None else to_day(tot))
        if span != self.strip.span():
            self.stop()
            self._told = span
            self._show(span)

    def range(self) -> tuple[date, date]:
        """The window, both inclusive."""
        span = self.strip.span()
        return to_date(span.van), to_date(span.tot)

    def is_playing(self) -> bool:
        """True while the window walks by itself."""
        return self._play_timer.isActive()

    def hold_while(self, is_behind: Callable[[], bool]) -> None:
        """While playing, take no next step as long as this says so, but for 400 ms at most."""
        self._is_behind = is_behind

    def set_compact(self, *, compact: bool) -> None:
        """In a small window: one line with the words and a button on each side."""
        self.play.setVisible(not compact)
        self.strip.setVisible(not compact)
        self.earlier.setVisible(compact)
        self.later.setVisible(compact)
        align = Qt.AlignmentFlag.AlignHCenter if compact else Qt.AlignmentFlag.AlignRight
        self.length.setVisible(not compact)
        self.dates.setAlignment(align | Qt.AlignmentFlag.AlignVCenter)
        side = px("s1") if compact else px("s4")
        self._row.setContentsMargins(px("s3"), side, px("s3"), side)
        if compact:
            self.stop()

    def start(self) -> None:
        """Let the window walk, a week at a time; from the end it begins again at the first week in view."""
        axis, span = self.strip.axis(), self.strip.span()
        if span == axis.whole():
            span = Span(axis.first, min(axis.first + PLAY_DAYS - 1, axis.last))
            self.strip.move_to(span)
        elif span.tot >= axis.last:
            self.strip.move_to(span.moved(axis.view_first - span.van if axis.view_first < span.van else -WEEK))
        self._play_timer.start()
        self.play.set_icon("pause", self.tr("Afspelen stoppen"))

    def stop(self) -> None:
        """Let the window stand."""
        if self._play_timer.isActive():
            self._play_timer.stop()
            self._hold_timer.stop()
            self._held_ticks = 0
            self.play.set_icon("play", self.tr("Afspelen, week na week"))
            self._settle_timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.stop()

    def _build(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setSpacing(px("s3"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        for label in (self.length, self.dates):
            words.addWidget(label)
        words.addStretch(1)
        self._row.addWidget(self.play)
        self._row.addWidget(self.earlier)
        self._row.addWidget(self.strip, 1)
        self._row.addLayout(words)
        self._row.addWidget(self.later)
        self.length.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        # The words change with every step; the strip beside them must not.
        widest = formats.date_range(date(2025, 12, 28), date(2026, 12, 28), self._language)
        self.dates.setMinimumWidth(self.dates.fontMetrics().horizontalAdvance(widest) + px("s1"))

    def _connect(self) -> None:
        self.play.clicked.connect(self._on_play_clicked)
        self.earlier.clicked.connect(lambda: self._step(-1))
        self.later.clicked.connect(lambda: self._step(1))
        self.strip.span_moved.connect(self._on_strip_span_moved)
        self.strip.span_dropped.connect(self._on_strip_span_dropped)
        self._tell_timer.timeout.connect(self._tell)
        self._settle_timer.timeout.connect(self._on_settle_timer_timeout)
        self._play_timer.timeout.connect(self._on_play_timer_timeout)
        self._hold_timer.timeout.connect(self._on_hold_timer_timeout)

    def _show(self, span: Span) -> None:
        axis = make_axis(self._first_day, self._counts, self._today, span)
        old = self.strip.axis()
        axis = axis.with_view(old.view_first, old.view_weeks) if old.view_first >= axis.first else axis
        self.strip.set_state(axis.showing(axis.clamp(span)), span)
        self._show_words()

    def _show_words(self) -> None:
        van, tot = self.range()
        days = self.strip.span().days
        if days < 2 * WEEK and days % WEEK:
            text = self.tr("1 dag") if days == 1 else self.tr("{aantal} dagen").format(aantal=days)
        else:
            weeks = round(days / WEEK)
            text = self.tr("1 week") if weeks == 1 else self.tr("{aantal} weken").format(aantal=weeks)
        self.length.setText(text)
        self.dates.setText(formats.date_range(van, tot, self._language))
        first, last = formats.date_nl(van, self._language), formats.date_nl(tot, self._language)
        self.strip.start_handle.setAccessibleName(self.tr("Begin van de periode: {datum}").format(datum=first))
        self.strip.end_handle.setAccessibleName(self.tr("Einde van de periode: {datum}").format(datum=last))
        hint = self.tr("Pijltjes: een week. Page up en Page down: vier weken. Met Ctrl schuift de hele periode.")
        for handle in (self.strip.start_handle, self.strip.end_handle):
            handle.setAccessibleDescription(hint)

    def _step(self, weeks: int) -> None:
        self.strip.move_to(self.strip.axis().shifted(self.strip.span(), weeks))
        self._on_strip_span_dropped()

    def _on_play_clicked(self) -> None:
        if self.is_playing():
            self.stop()
        else:
            self.start()

    def _on_play_timer_timeout(self) -> None:
        if not self._hold_timer.isActive():
            self._step_or_hold()

    def _on_hold_timer_timeout(self) -> None:
        self._held_ticks += 1
        self._step_or_hold()

    def _step_or_hold(self) -> None:
        """The next step of playing, unless what follows the window has not caught up with the one before."""
        if self._is_behind() and self._held_ticks * HOLD_TICK_MS < HOLD_MS:
            self._hold_timer.start()
            return
        if self._held_ticks:
            # From now on a whole step again.
            self._held_ticks = 0
            self._play_timer.start()
        axis, span = self.strip.axis(), self.strip.span()
        further = axis.shifted(span, 1)
        if further != span:
            self.strip.move_to(further)
        if further.tot >= axis.last:
            self.stop()

    def _on_strip_span_moved(self) -> None:
        if self.strip.held() is not None:
            self.stop()
        self._show_words()
        if not self._tell_timer.isActive():
            self._tell_timer.start()

    def _on_strip_span_dropped(self) -> None:
        self.stop()
        self._settle_timer.start()

    def _tell(self) -> None:
        span = self.strip.span()
        if span != self._told:
            self._told = span
            self.range_changed.emit(*self.range())

    def _on_settle_timer_timeout(self) -> None:
        if self.strip.held() is None and not self.is_playing():
            self._tell_timer.stop()
            self._tell()
            self.range_settled.emit(*self.range())
