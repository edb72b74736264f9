"""Kaart en lijst: the same meldingen left and right, through one filter, one of them chosen in both.

chips ── Filter ──> select(overzicht) ──> model ──> list ─┐
                                     └──> points ─> map ──┴─ one chosen nr
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boa_app.domain.moments import evening_date
from boa_app.domain.roles import Entiteit, Handeling, has_any
from boa_app.texts import label
from boa_app.ui.context import UiContext
from boa_app.ui.frame.model import CornerAction, FootSpec, SizeClass, TopAction
from boa_app.ui.frame.page import Page
from boa_app.ui.kaart.filter_bar import FilterBar, FilterWords
from boa_app.ui.kaart.list_panel import ListPanel, Ways
from boa_app.ui.kaart.model import PIECE, MeldingListModel
from boa_app.ui.kaart.periods import USUAL, with_period
from boa_app.ui.kaart.rows import KaartRows
from boa_app.ui.map.view import MapOptions, MapView
from boa_app.ui.tasks import Task
from boa_app.ui.theme import px
from boa_app.ui.widgets.panel import Line
from boa_app.usecases.changes import Changes
from boa_app.usecases.overzicht import Filter, MeldingRij, Selectie, log_overzicht, rows_for, select

LOG_AFTER_MS = 2000
NOBODY = "GEEN"
_LIST_WIDTHS = {SizeClass.SMAL: "b-paneel", SizeClass.RUIM: "b-lijst"}


class KaartPage(Page):
    """List and map.

    Signals:
        melding_requested(str): a new melding; the soort is not chosen here.
        melding_opened(str): read this melding.
    """

    melding_requested = Signal(str)
    melding_opened = Signal(str)

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._may_list = has_any(ui.session.actor.rol, Entiteit.MELDING, Handeling.LEZEN)
        self._selectie: Selectie | None = None
        self._chosen: int | None = None
        self._logged: Filter | None = None
        self._wanted_uid = ""
        self._shows_map = False
        self._stale = self._layers_stale = True
        kaart = ui.session.kaart
        buurten = sorted(((b.code, b.naam) for b in kaart.buurten), key=lambda buurt: buurt[1]) if kaart else []
        self._rows = KaartRows(ui.session.lijsten, ui.language, self)
        self.model = MeldingListModel(self._fetch, self._rows, self)
        self.filters = FilterBar(ui.themes, FilterWords(ui.session.lijsten, buurten, ui.language))
        ways = Ways(self.filters.clear, lambda: self.melding_requested.emit(""))
        self.list = ListPanel(ui.themes, self.model, ways, ui.language)
        layers = ("punten", "buurten", "jops", "schouwen") if self._may_list else ("buurten", "jops", "schouwen")
        self.map = MapView(ui.maps, ui.themes, MapOptions(layers=layers, overview=True))
        self._log_timer = QTimer(self, singleShot=True, interval=LOG_AFTER_MS)
        self._build()
        self._connect()

    def title(self) -> str:
        return self.tr("Kaart en lijst")

    def context(self) -> str:
        actor = self._ui.session.actor
        rol = label("rol", actor.rol, self._ui.language).capitalize()
        if actor.buurten is None:
            return self.tr("{rol}, alle werkgebieden").format(rol=rol)
        return self.tr("{rol}, uw werkgebied").format(rol=rol)

    def foot(self) -> FootSpec:
        new = CornerAction(
            "plus", self.tr("Nieuwe melding"), lambda: self.melding_requested.emit(""), "Ctrl+N", self.tr("Melding")
        )
        return FootSpec((), new)

    def top_actions(self) -> tuple[TopAction, ...]:
        if self.size_class is not SizeClass.KLEIN or not self._may_list:
            return ()
        if self._shows_map:
            return (TopAction("list", self.tr("Lijst"), self._on_other_side),)
        return (TopAction("map", self.tr("Kaart"), self._on_other_side),)

    def page_shown(self) -> None:
        if self._layers_stale:
            self._layers_stale = False
            self._ui.load_lagen(self.map.set_lagen, self)
        if not self._ui.overzicht.is_loaded:
            self.list.show_loading()
        elif self._stale:
            self._take_years()
            if self._selectie is None:
                self._begin_with_usual_period()
            self.show_selection()
        self._watch_filter()

    def page_hidden(self) -> None:
        self._log_timer.stop()
        self._logged = None

    def apply_size_class(self) -> None:
        self.list.setMinimumWidth(0)
        self.list.setMaximumWidth(px("b-venster") * 4)
        is_small = self.size_class is SizeClass.KLEIN
        if not is_small:
            self.list.setFixedWidth(px(_LIST_WIDTHS.get(self.size_class, "b-lijst")))
        self.list.setVisible(self._may_list and not (is_small and self._shows_map))
        self.map.setVisible(not is_small or self._shows_map or not self._may_list)
        self._edge.setVisible(not is_small)
        self.frame_changed.emit()

    def choose_melding(self, uid: str) -> None:
        """Choose the melding that was made or changed last, when the filter leaves it in."""
        self._wanted_uid = uid
        if not self._stale:
            self._find_wanted()

    def show_selection(self) -> None:
        """Select anew, and show the outcome left and right."""
        session, today = self._ui.session, evening_date(self._ui.session.now())
        self._stale = False
        wanted = self.filters.wanted(today)
        self._selectie = chosen = select(self._ui.overzicht, wanted, session.now())
        place = self.list.rows.verticalScrollBar().value()
        self.model.set_selection(chosen.nrs, chosen.dag, chosen.nacht, today)
        self.list.rows.verticalScrollBar().setValue(place)
        self.list.show_count(chosen.nrs.size, chosen.aantal_incidenten, is_filtered=self.filters.is_active())
        soorten = self._ui.overzicht.soorten
        nobody = soorten.index(NOBODY) if NOBODY in soorten else -1
        self.map.set_points(chosen.nrs, chosen.lon, chosen.lat, chosen.soort == nobody)
        self._show_chosen()
        self._find_wanted()

    def release(self) -> None:
        """Let the map go before its profile does."""
        self._log_timer.stop()
        self.map.release()

    def _build(self) -> None:
        self._edge = Line(vertical=True)
        sides = QHBoxLayout()
        sides.setSpacing(0)
        sides.addWidget(self.list)
        sides.addWidget(self._edge)
        sides.addWidget(self.map, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(Line())
        column.addLayout(sides, 1)
        self.filters.setVisible(self._may_list)
        self.apply_size_class()

    def _connect(self) -> None:
        self.filters.filter_changed.connect(self._on_filters_filter_changed)
        self.list.rows.row_chosen.connect(self._on_rows_row_chosen)
        self.list.rows.row_opened.connect(self._on_rows_row_opened)
        self.map.point_selected.connect(self._on_map_point_selected)
        self.map.point_activated.connect(self._on_map_point_activated)
        self._log_timer.timeout.connect(self._on_log_timer_timeout)
        self._ui.data_changed.connect(self._on_ui_data_changed)

    def _fetch(self, nrs: Sequence[int], on_rows: Callable[[list[MeldingRij]], None]) -> Task[list[MeldingRij]]:
        session = self._ui.session
        return self._ui.tasks.query(lambda: rows_for(session, nrs), on_rows, self._ui.show_error, self)

    def _with_row(self, nr: int, act: Callable[[MeldingRij], None]) -> None:
        """Act on what is known of a melding, or read it first."""
        known = self.model.known(nr)
        if known is not None:
            act(known)
            return

        def take(rows: list[MeldingRij]) -> None:
            self.model.take(rows)
            for rij in rows:
                act(rij)

        self._fetch([nr], take)

    def _choose(self, nr: int | None) -> None:
        self._chosen = nr
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Ring it on the map; the list is told by whoever did not choose there."""
        nr = self._chosen
        row = -1 if nr is None else self.model.row_of(nr)
        self.list.rows.set_chosen(row)
        if nr is None or row < 0:
            self.map.set_selected(None)
            return
        self._with_row(nr, self._ring)

    def _ring(self, rij: MeldingRij) -> None:
        if rij.nr == self._chosen:
            self.map.set_selected(rij.nr, *self._rows.call_out(rij))

    def _bring_in_sight(self, nr: int) -> None:
        if self._selectie is not None:
            place = int(np.flatnonzero(self._selectie.nrs == nr)[0])
            self.map.show_if_outside(float(self._selectie.lon[place]), float(self._selectie.lat[place]))

    def _take_years(self) -> None:
        days = self._ui.overzicht.stand.columns["dag"]
        if days.size:
            first, last = (int(day.astype("datetime64[D]").astype("datetime64[Y]").astype(int)) for day in _ends(days))
            years = tuple(range(1970 + first, 1971 + last))
            if years != self.filters.years():
                self.filters.set_years(years)

    def _begin_with_usual_period(self) -> None:
        """Half a year, unless that would hide everything there is: an import of older years."""
        now = self._ui.session.now()
        if select(self._ui.overzicht, with_period(Filter(), USUAL, evening_date(now)), now).nrs.size:
            self.filters.periode.set_chosen((USUAL,))
            self.filters.set_years(self.filters.years())

    def _find_wanted(self) -> None:
        """Look among the newest for the melding someone just made."""
        uid, selectie = self._wanted_uid, self._selectie
        if not uid or selectie is None or not selectie.nrs.size:
            return

        def take(rows: list[MeldingRij]) -> None:
            self.model.take(rows)
            for rij in rows:
                if rij.uid == uid == self._wanted_uid:
                    self._wanted_uid = ""
                    self._choose(rij.nr)
                    self._bring_in_sight(rij.nr)

        self._fetch([int(nr) for nr in selectie.nrs[:PIECE]], take)

    def _watch_filter(self) -> None:
        """A filter that stands for two seconds is read, and reading is logged: once per time it stands."""
        if not self._may_list or self._selectie is None:
            return
        if self.filters.wanted(evening_date(self._ui.session.now())) != self._logged:
            self._log_timer.start()

    def _on_filters_filter_changed(self) -> None:
        if self._ui.overzicht.is_loaded:
            self.show_selection()
        self._watch_filter()

    def _on_rows_row_chosen(self, row: int) -> None:
        nr = self.model.nr_at(row)
        if nr is not None and nr != self._chosen:
            self._chosen = nr
            self._with_row(nr, self._ring)
            self._bring_in_sight(nr)

    def _on_rows_row_opened(self, row: int) -> None:
        nr = self.model.nr_at(row)
        if nr is not None:
            self._with_row(nr, lambda rij: self.melding_opened.emit(rij.uid))

    def _on_map_point_selected(self, nr: int) -> None:
        self._choose(nr)

    def _on_map_point_activated(self, nr: int) -> None:
        self._with_row(nr, lambda rij: self.melding_opened.emit(rij.uid))

    def _on_other_side(self) -> None:
        self._shows_map = not self._shows_map
        self.apply_size_class()
        (self.map if self._shows_map else self.list.rows).setFocus()

    def _on_log_timer_timeout(self) -> None:
        session, selectie = self._ui.session, self._selectie
        if selectie is None or not self.isVisible():
            return
        self._logged = wanted = self.filters.wanted(evening_date(session.now()))
        count = selectie.nrs.size
        self._ui.tasks.query(lambda: log_overzicht(session, wanted, count), _nothing, self._ui.show_error, self)

    def _on_ui_data_changed(self, changes: Changes) -> None:
        if changes.alles or changes.jops or changes.schouwen:
            self._layers_stale = True
        if changes.alles or changes.meldingen:
            self.model.forget(None if changes.alles else changes.meldingen)
            self._stale = True
            if len(changes.meldingen) == 1:
                self._wanted_uid = next(iter(changes.meldingen))
        if self.isVisible():
            self.page_shown()


def _ends(days: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    return days.min(), days.max()


def _nothing(_: object) -> None:
    """The line is written; nothing on the screen depends on it."""
