"""The weeks below the map as numbers: which are in view, where a day lies, and where a range may go.

    first ┊ view_first ─────[van ───── tot]── view_end ┊ last        days since 1970-01-01, all inclusive

A week begins on Monday. The axis is never shorter than a year, so that a young store has a slider of the same size.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

EPOCH = date(1970, 1, 1)
WEEK = 7
SHORTEST_WEEKS = 52
# Room around a long range, so that both of its ends can be taken further.
_CONTEXT = 1.25
# A window for playing through everything when nothing was left out.
PLAY_DAYS = 13 * WEEK


def to_day(day: date) -> int:
    """Days since 1970-01-01."""
    return (day - EPOCH).days


def to_date(day: int) -> date:
    """The date of a day number."""
    return EPOCH + timedelta(days=day)


def monday_of(day: int) -> int:
    """The Monday of the week of a day; 1970-01-01 was a Thursday."""
    return day - (day + 3) % WEEK


@dataclass(frozen=True, slots=True)
class Span:
    """A range of days, both inclusive."""

    van: int
    tot: int

    @property
    def days(self) -> int:
        """How many days."""
        return self.tot - self.van + 1

    def moved(self, days: int) -> Span:
        """The same length elsewhere."""
        return Span(self.van + days, self.tot + days)


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Counts per week from first (a Monday) up to the day last, and the weeks in view."""

    first: int
    last: int
    counts: NDArray[np.int64]
    view_first: int
    view_weeks: int

    @property
    def total_weeks(self) -> int:
        """The weeks of the whole axis."""
        return (monday_of(self.last) - self.first) // WEEK + 1

    @property
    def view_end(self) -> int:
        """The last day in view, a Sunday."""
        return self.view_first + self.view_weeks * WEEK - 1

    def whole(self) -> Span:
        """Everything there is."""
        return Span(self.first, self.last)

    def week_counts(self) -> NDArray[np.int64]:
        """The counts of the weeks in view."""
        start = (self.view_first - self.first) // WEEK
        return self.counts[start : start + self.view_weeks]

    def with_view(self, view_first: int, view_weeks: int) -> TimeAxis:
        """Another part in view, kept on the axis and on whole weeks."""
        weeks = min(max(view_weeks, min(SHORTEST_WEEKS, self.total_weeks)), self.total_weeks)
        latest = monday_of(self.last) - (weeks - 1) * WEEK
        return replace(self, view_first=min(max(monday_of(view_first), self.first), latest), view_weeks=weeks)

    def scrolled(self, weeks: int) -> TimeAxis:
        """The view moved by weeks, as far as the axis goes."""
        return self.with_view(self.view_first + weeks * WEEK, self.view_weeks)

    def showing(self, span: Span) -> TimeAxis:
        """The axis with the span in view; it stays as it is when that is so already."""
        span_weeks = (monday_of(span.tot) - monday_of(span.van)) // WEEK + 1
        weeks = SHORTEST_WEEKS if span_weeks <= SHORTEST_WEEKS else round(span_weeks * _CONTEXT)
        weeks = min(max(weeks, SHORTEST_WEEKS), self.total_weeks)
        if weeks == self.view_weeks and self.view_first <= span.van and span.tot <= self.view_end:
            return self
        if weeks == self.view_weeks and span.tot > self.view_end:
            return self.with_view(span.tot - (weeks - 1) * WEEK, weeks)
        if weeks == self.view_weeks:
            return self.with_view(span.van, weeks)
        return self.with_view(span.tot - (weeks - 1 - (weeks - span_weeks) // 2) * WEEK, weeks)

    def clamp(self, span: Span) -> Span:
        """The part of a span that lies on the axis, at least a day."""
        van = min(max(span.van, self.first), self.last)
        return Span(van, max(min(span.tot, self.last), van))

    def with_start(self, span: Span, day: int) -> Span:
        """The span from the Monday of this day on; it keeps a week at least."""
        return Span(max(self.first, min(monday_of(day), span.tot - WEEK + 1)), span.tot)

    def with_end(self, span: Span, day: int) -> Span:
        """The span up to the Sunday of this day, or up to the end of the axis; it keeps a week at least."""
        return Span(span.van, min(self.last, max(monday_of(day) + WEEK - 1, span.van + WEEK - 1)))

    def shifted(self, span: Span, weeks: int) -> Span:
        """The span moved by whole weeks; it stops at the ends of the axis."""
        return span.moved(min(max(weeks * WEEK, self.first - span.van), self.last - span.tot))


def make_axis(first_day: int, counts: NDArray[np.int64], today: int, span: Span | None = None) -> TimeAxis:
    """The axis of these counts, stretched to hold today, the span and a year.

    first_day: the Monday of the first count.
    """
    ends = [today, first_day + len(counts) * WEEK - 1] if len(counts) else [today]
    last = today if monday_of(max(ends)) == monday_of(today) else max(ends)
    starts = [monday_of(last) - (SHORTEST_WEEKS - 1) * WEEK]
    if len(counts):
        starts.append(monday_of(first_day))
    if span is not None:
        starts.append(monday_of(span.van))
        last = max(last, span.tot)
    first = min(starts)
    weeks = (monday_of(last) - first) // WEEK + 1
    padded = np.zeros(weeks, dtype=np.int64)
    if len(counts):
        start = (monday_of(first_day) - first) // WEEK
        padded[start : start + len(counts)] = counts
    shown = min(SHORTEST_WEEKS, weeks)
    return TimeAxis(first, last, padded, monday_of(last) - (shown - 1) * WEEK, shown)
