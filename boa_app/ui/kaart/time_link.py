"""Ties the time slider to the filter: it shows the period in force, and what it is moved to becomes the period.

filter ── selection_shown ──> counts and window ──> slider
   ↑────────────── set_period ─── range_changed ───────┘
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from boa_app.domain.moments import evening_date
from boa_app.ui.frame.model import SizeClass
from boa_app.ui.kaart.time_slider import TimeSlider
from boa_app.ui.widgets.panel import Line
from boa_app.usecases.overzicht import Filter, counts_per_week

if TYPE_CHECKING:
    from boa_app.ui.context import UiContext
    from boa_app.ui.kaart.page import KaartPage
    from boa_app.usecases.stand import Stand


class TimeLink(QObject):
    """Puts a slider below the map of Kaart and keeps both in step."""

    def __init__(self, ui: UiContext, page: KaartPage) -> None:
        super().__init__(page)
        self._ui, self._page = ui, page
        self._counted: tuple[Stand, Filter] | None = None
        self._sent: tuple[date, date] | None = None
        self.slider = TimeSlider(ui.themes, ui.language)
        page.below_map.addWidget(Line())
        page.below_map.addWidget(self.slider)
        page.selection.selection_shown.connect(self._on_selection_shown)
        page.frame_changed.connect(self._on_page_frame_changed)
        self.slider.range_changed.connect(self._on_slider_range_changed)
        self._on_page_frame_changed()

    def _on_selection_shown(self) -> None:
        wanted, today = self._page.selection.wanted, evening_date(self._ui.session.now())
        # The bars show all weeks, so moving the window must not count them again.
        subject = (self._ui.overzicht.stand, replace(wanted, van=None, tot=None, weken=None))
        if self._counted is None or self._counted[0] is not subject[0] or self._counted[1] != subject[1]:
            self._counted = subject
            weeks = counts_per_week(self._ui.overzicht, wanted)
            self.slider.set_counts(weeks.first_day, weeks.counts, today)
        period = wanted.period(today)
        if period != self._sent:
            # What the slider sent itself may be behind the hand that moves it.
            self._sent = None
            self.slider.set_range(*period)

    def _on_slider_range_changed(self, van: date, tot: date) -> None:
        self._sent = (van, tot)
        self._page.filters.set_period(van, tot)

    def _on_page_frame_changed(self) -> None:
        self.slider.set_compact(compact=self._page.size_class is SizeClass.KLEIN)
