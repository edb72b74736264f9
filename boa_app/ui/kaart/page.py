"""Kaart en lijst: the same meldingen left and right, through one filter, one of them chosen in both.

chips ── Filter ──> Selection ──> model ──> list ─┐
                        ├──> points ─> map ──┴─ Chosen: one nr
                        └──> selection_shown ──> what else follows the filter (heat, time slider, output)

    ┌ filters ────────────────────────────────┐
    │ list │ map                  │ side       │   side: one panel at a time (areas, output)
    │      ├ below_map (slider) ──┤            │
    └──────┴──────────────────────┴────────────┘
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boa_app.domain.roles import Entiteit, Handeling, has_any
from boa_app.mapping.scene import most_of
from boa_app.texts import label
from boa_app.ui.context import UiContext
from boa_app.ui.frame.model import CornerAction, FootAction, FootSpec, SizeClass, TopAction
from boa_app.ui.frame.page import Page
from boa_app.ui.gps.locate import LocateLink
from boa_app.ui.kaart.bulk_link import BulkLink
from boa_app.ui.kaart.chosen import Chosen, fetch_rows
from boa_app.ui.kaart.filter_bar import FilterBar, FilterWords
from boa_app.ui.kaart.gebieden import GebiedenLink
from boa_app.ui.kaart.heat_link import HeatLink
from boa_app.ui.kaart.list_panel import ListPanel, Ways
from boa_app.ui.kaart.model import MeldingListModel
from boa_app.ui.kaart.pile_link import PileLink
from boa_app.ui.kaart.rows import KaartRows
from boa_app.ui.kaart.saved_link import SavedLink
from boa_app.ui.kaart.selection import Selection
from boa_app.ui.kaart.side import SidePanels
from boa_app.ui.kaart.time_link import TimeLink
from boa_app.ui.kaart.uitvoer import UitvoerLink, may_export
from boa_app.ui.map.options import HIDDEN_LAYERS, MapOptions
from boa_app.ui.map.view import MapView
from boa_app.ui.tasks import Task
from boa_app.ui.theme import px
from boa_app.ui.widgets.panel import Line
from boa_app.usecases.buurten import buurtnamen
from boa_app.usecases.changes import Changes
from boa_app.usecases.gebieden import may_read_gebieden
from boa_app.usecases.overzicht import Filter, MeldingRij

_LIST_WIDTHS = {SizeClass.SMAL: "b-paneel", SizeClass.RUIM: "b-lijst"}
_NARROW = (SizeClass.SMAL, SizeClass.KLEIN)


class KaartPage(Page):
    """List and map.

    Signals:
        melding_requested(str): a new melding; the soort is not chosen here.
        melding_opened(str): read this melding.
        page_requested(str): go to the page with this key.
    """

    melding_requested = Signal(str)
    melding_opened = Signal(str)
    page_requested = Signal(str)

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._may_list = has_any(ui.session.actor.rol, Entiteit.MELDING, Handeling.LEZEN)
        self._shows_map = False
        self._layers_stale = True
        self._foot_actions: list[FootAction] = []
        self._top_actions: list[TopAction] = []
        self._corners: dict[str, Callable[[], CornerAction]] = {}
        self.uitvoer: UitvoerLink | None = None
        self._make_parts()
        self._build()
        self._connect()
        self._add_tools()

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
        corner = self._corners.get(self.side.open_key)
        return FootSpec(tuple(self._foot_actions), new if corner is None else corner())

    def top_actions(self) -> tuple[TopAction, ...]:
        if self.size_class is not SizeClass.KLEIN or not self._may_list:
            return tuple(self._top_actions)
        if self._shows_map:
            return (*self._top_actions, TopAction("list", self.tr("Lijst"), self._on_other_side))
        return (*self._top_actions, TopAction("map", self.tr("Kaart"), self._on_other_side))

    def page_shown(self) -> None:
        if self._layers_stale:
            self._layers_stale = False
            self._ui.load_lagen(self.map.set_lagen, self)
        self.selection.refresh()
        self.selection.watch()

    def page_hidden(self) -> None:
        self.selection.stop_watching()
        if self._may_list:
            self.locate.switch_off()

    def apply_size_class(self) -> None:
        self.list.setMinimumWidth(0)
        self.list.setMaximumWidth(px("b-venster") * 4)
        is_small = self.size_class is SizeClass.KLEIN
        if not is_small:
            self.list.setFixedWidth(px(_LIST_WIDTHS.get(self.size_class, "b-lijst")))
        self._show_sides()
        self.frame_changed.emit()

    def choose_melding(self, uid: str) -> None:
        """Choose the melding that was made or changed last, when the filter leaves it in."""
        self.chosen.want(uid)

    def show_only(self, nrs: frozenset[int], name: str) -> None:
        """Show just these meldingen, of all times, wherever they lie; name says what they are (a search, an import)."""
        self.filters.show_only(nrs, name)
        selectie = self.selection.selectie
        if selectie is not None and selectie.nrs.size:
            self.map.tell("show_box", *most_of(selectie.lon, selectie.lat), subject="view")

    def show_filter(self, wanted: Filter, period: str | None = None) -> None:
        """Show what this filter leaves. period: a code that goes before its dates, see periods."""
        self.filters.set_filter(wanted, period)

    def show_map(self) -> None:
        """Bring the map in sight where there is room for one side only."""
        if not self._shows_map and self.size_class is SizeClass.KLEIN:
            self._on_other_side()

    def show_place(self, lon: float, lat: float, zoom: float) -> None:
        """Put this place in the middle of the map, and bring the map in sight."""
        self.show_map()
        self.map.center_on(lon, lat, zoom)

    def release(self) -> None:
        """Let the map go before its profile does."""
        self.selection.stop_watching()
        if self.uitvoer is not None:
            self.uitvoer.release()
        self.map.release()

    def _add_tools(self) -> None:
        """What else works on this page. Each tool is a class of its own that gets its parts; one line each here."""
        if self._may_list:
            self.bulk = BulkLink(self._ui, self)
            self.saved = SavedLink(self._ui, self.filters, self)
            self.time = TimeLink(self._ui, self)
            self.piles = PileLink(self, self._ui.language)
            self.heat = HeatLink(self._ui, self.selection, self.map, is_on=True)
            self.time.slider.hold_while(lambda: self.heat.is_behind)
            self.locate = LocateLink(self._ui, self.map, self)
            if may_export(self._ui):
                self.uitvoer = UitvoerLink(self._ui, self)
        if may_read_gebieden(self._ui.session.actor.rol):
            self.gebieden = GebiedenLink(self._ui, self)

    def add_foot_action(self, action: FootAction) -> None:
        """One more act at the left of the foot (at most three)."""
        self._foot_actions.append(action)

    def set_corner(self, key: str, corner: Callable[[], CornerAction]) -> None:
        """The yellow corner while this side panel is open."""
        self._corners[key] = corner

    def add_top_action(self, action: TopAction) -> None:
        """One more icon in the top bar."""
        self._top_actions.append(action)

    def _make_parts(self) -> None:
        ui = self._ui
        kaart = ui.session.kaart
        buurten = sorted(buurtnamen(kaart).items(), key=lambda buurt: buurt[1])
        rows = KaartRows(ui.session.lijsten, ui.language, self)
        self.model = MeldingListModel(self._fetch, rows, self)
        self.filters = FilterBar(ui.themes, FilterWords(ui.session.lijsten, buurten, ui.language))
        ways = Ways(self.filters.clear, lambda: self.melding_requested.emit(""))
        self.list = ListPanel(ui.themes, self.model, ways, ui.language)
        own = ("punten", "warmte") if self._may_list else ()
        areas = ("gebieden",) if may_read_gebieden(ui.session.actor.rol) else ()
        layers = (*own, "buurten", "jops", *areas, "schouwen")
        # Beside meldingen the signs of JOP's are switched on when wanted; who sees no melding comes for them.
        hidden = ("jops", *HIDDEN_LAYERS) if self._may_list else HIDDEN_LAYERS
        options = MapOptions(layers, hidden, overview=True, locate=self._may_list)
        self.map = MapView(ui.maps, ui.themes, options)
        self.side = SidePanels(ui.themes)
        self.selection = Selection(
            ui, self.filters, self.list, self.model, self.map, may_list=self._may_list, parent=self
        )
        self.chosen = Chosen(ui, self.list, self.model, rows, self.map, self.selection, self)

    def _build(self) -> None:
        self._edge, self._side_edge = Line(vertical=True), Line(vertical=True)
        self._middle = QWidget()
        # Below the map; a widget added here keeps its own height.
        self.below_map = QVBoxLayout()
        middle = QVBoxLayout(self._middle)
        for column in (middle, self.below_map):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
        middle.addWidget(self.map, 1)
        middle.addLayout(self.below_map)
        sides = QHBoxLayout()
        sides.setSpacing(0)
        sides.addWidget(self.list)
        sides.addWidget(self._edge)
        sides.addWidget(self._middle, 1)
        sides.addWidget(self._side_edge)
        sides.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(Line())
        column.addLayout(sides, 1)
        self.filters.setVisible(self._may_list)
        self.apply_size_class()

    def _show_sides(self) -> None:
        """Which of list, map and panel have room: all, list or map beside the panel, or one at a time."""
        is_small, has_panel = self.size_class is SizeClass.KLEIN, bool(self.side.open_key)
        shows_list = self._may_list and not (is_small and (self._shows_map or has_panel))
        # With a panel open a narrow window keeps the map: a panel is about what the map shows.
        self.list.setVisible(shows_list and not (has_panel and self.size_class in _NARROW))
        self._middle.setVisible(not is_small or ((self._shows_map or not self._may_list) and not has_panel))
        self._edge.setVisible(self.list.isVisibleTo(self) and not is_small)
        self._side_edge.setVisible(has_panel and not is_small)
        self.side.setMinimumWidth(0 if is_small else px("b-paneel"))
        self.side.setMaximumWidth(px("b-venster") * 4 if is_small else px("b-paneel"))

    def _connect(self) -> None:
        self.filters.filter_changed.connect(self._on_filters_filter_changed)
        self.chosen.melding_opened.connect(self.melding_opened)
        self.side.panel_opened.connect(self._show_sides)
        self.side.panel_closed.connect(self._show_sides)
        self._ui.data_changed.connect(self._on_ui_data_changed)

    def _fetch(self, nrs: Sequence[int], on_rows: Callable[[list[MeldingRij]], None]) -> Task[list[MeldingRij]]:
        return fetch_rows(self._ui, self, nrs, on_rows)

    def _on_filters_filter_changed(self) -> None:
        if self._ui.overzicht.is_loaded:
            self.selection.show()
        self.selection.watch()

    def show_list(self) -> None:
        """The list, where there is room for only one of the two."""
        if self._may_list and not self.list.isVisible():
            self._on_other_side()

    def _on_other_side(self) -> None:
        self._shows_map = not self._shows_map
        self.apply_size_class()
        (self.map if self._shows_map else self.list.rows).setFocus()

    def _on_ui_data_changed(self, changes: Changes) -> None:
        if changes.alles or changes.jops or changes.schouwen or changes.gebieden:
            self._layers_stale = True
        if changes.gebieden:
            self.selection.is_stale = True
        if changes.alles or changes.meldingen:
            self.model.forget(None if changes.alles else changes.meldingen)
            self.selection.is_stale = True
            if len(changes.meldingen) == 1:
                self.chosen.want(next(iter(changes.meldingen)))
        if self.isVisible():
            self.page_shown()
