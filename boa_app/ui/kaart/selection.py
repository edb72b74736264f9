"""What the filter leaves: selected anew, shown left and right, and logged when it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from boa_app.domain.moments import evening_date
from boa_app.ui.kaart.group_headings import GroupHeadings
from boa_app.ui.kaart.periods import USUAL, with_period
from boa_app.usecases.buurten import bekende_buurten
from boa_app.usecases.lijstorde import Groepering, deel_in
from boa_app.usecases.overzicht import Filter, Selectie, log_overzicht, select

if TYPE_CHECKING:
    from boa_app.ui.context import UiContext
    from boa_app.ui.kaart.filter_bar import FilterBar
    from boa_app.ui.kaart.list_panel import ListPanel
    from boa_app.ui.kaart.model import MeldingListModel
    from boa_app.ui.map.view import MapView

LOG_AFTER_MS = 2000
NOBODY = "GEEN"


class Selection(QObject):
    """The meldingen in sight. Everything that follows the filter (heat, slider, output) hears it from here.

    Signals:
        selection_shown(): ``selectie`` and ``wanted`` are new, list and map show them.
        order_changed(): the same meldingen stand in another order.
    """

    selection_shown = Signal()
    order_changed = Signal()

    def __init__(
        self, ui: UiContext, filters: FilterBar, panel: ListPanel, model: MeldingListModel, view: MapView, *,
        may_list: bool, parent: QObject,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._ui, self._filters, self._panel, self._model, self._view = ui, filters, panel, model, view
        self._may_list = may_list
        self._logged: Filter | None = None
        self.selectie: Selectie | None = None
        self.wanted = Filter()
        self.is_stale = True
        # The melding that distances count from.
        self.vanaf: int | None = None
        self._buurten = [buurt.naam for buurt in bekende_buurten(ui.session.kaart)]
        self._maker = GroupHeadings(ui.session, ui.language, self)
        panel.menu.order_changed.connect(self._on_menu_order_changed)
        self.log_timer = QTimer(self, singleShot=True, interval=LOG_AFTER_MS)
        self.log_timer.timeout.connect(self._on_log_timer_timeout)
        ui.load_progressed.connect(self._on_ui_load_progressed)

    def refresh(self) -> None:
        """Select anew when something changed since; the first time with the usual period."""
        if not self._ui.overzicht.is_loaded:
            self._panel.show_loading()
        elif self.is_stale:
            self._take_years()
            if self.selectie is None:
                self._begin_with_usual_period()
            self.show()

    def show(self) -> None:
        """Select anew, and show the outcome left and right."""
        session = self._ui.session
        self.is_stale = False
        self.wanted = self._filters.wanted(evening_date(session.now()))
        self.selectie = chosen = select(self._ui.overzicht, self.wanted, session.now())
        place = self._panel.rows.verticalScrollBar().value()
        self.arrange()
        self._panel.rows.verticalScrollBar().setValue(place)
        self._panel.show_count(chosen.nrs.size, chosen.aantal_incidenten, is_filtered=self._filters.is_active())
        soorten = self._ui.overzicht.soorten
        self._view.points.show(chosen, [soorten.index(NOBODY)] if NOBODY in soorten else ())
        self._view.suggest_home(chosen)
        self.selection_shown.emit()

    def arrange(self) -> None:
        """Put the same meldingen in the order and the groups that are asked for."""
        selectie, menu = self.selectie, self._panel.menu
        if selectie is None:
            return
        vanaf = None if self.vanaf is None else self.position(self.vanaf)
        found = deel_in(selectie, menu.volgorde, menu.groepering, buurten=self._buurten, vanaf=vanaf)
        heading = self._maker.headings(selectie, found, menu.groepering, self._ui.overzicht, self._buurten)
        is_day = menu.groepering is Groepering.DAG
        self._model.set_groups(selectie.nrs[found.plaatsen], found.begin, heading, tells_day=is_day)

    def watch(self) -> None:
        """A filter that stands for two seconds is read, and reading is logged: once per time it stands."""
        if not self._may_list or self.selectie is None:
            return
        if self._filters.wanted(evening_date(self._ui.session.now())) != self._logged:
            self.log_timer.start()

    def stop_watching(self) -> None:
        """Nobody looks any more."""
        self.log_timer.stop()
        self._logged = None

    def position(self, nr: int) -> tuple[float, float] | None:
        """(lon, lat) of a melding the filter leaves in."""
        return None if self.selectie is None else self.selectie.position_of(nr)

    def _on_menu_order_changed(self) -> None:
        self.arrange()
        self.order_changed.emit()
        # After the chosen one was brought in sight: who sorts wants to see what comes first.
        self._panel.rows.scrollToTop()

    def _take_years(self) -> None:
        days = self._ui.overzicht.stand.columns["dag"]
        if days.size:
            first, last = (_year(int(day)) for day in (days.min(), days.max()))
            years = tuple(range(first, last + 1))
            if years != self._filters.years():
                self._filters.set_years(years)

    def _begin_with_usual_period(self) -> None:
        """Half a year, unless that would hide everything there is: an import of older years."""
        now = self._ui.session.now()
        if select(self._ui.overzicht, with_period(Filter(), USUAL, evening_date(now)), now).nrs.size:
            self._filters.periode.set_chosen((USUAL,))
            self._filters.set_years(self._filters.years())

    def _on_ui_load_progressed(self, done: int, total: int) -> None:
        if not self._ui.overzicht.is_loaded:
            self._panel.show_loading(done, total)

    def _on_log_timer_timeout(self) -> None:
        session, selectie = self._ui.session, self.selectie
        if selectie is None or not self._panel.window().isVisible():
            return
        self._logged = wanted = self._filters.wanted(evening_date(session.now()))
        count = selectie.nrs.size
        self._ui.tasks.query(lambda: log_overzicht(session, wanted, count), _nothing, self._ui.show_error, self)


def _year(day: int) -> int:
    return 1970 + int(np.datetime64(day, "D").astype("datetime64[Y]").astype(int))


def _nothing(_: object) -> None:
    """The line is written; nothing on the screen depends on it."""
