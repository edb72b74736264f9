"""*Plaatsbepaling*: choose the source, see on the map what comes in and what it is worth."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from boa_app.domain.fix import BeoordeeldeFix, Oordeel
from boa_app.ui.context import UiContext
from boa_app.ui.frame.model import CornerAction, FootSpec, SizeClass
from boa_app.ui.frame.page import Page
from boa_app.ui.gps.panels import NowPanel, SourcePanel
from boa_app.ui.map.view import MapOptions, MapView
from boa_app.ui.theme import px
from boa_app.ui.widgets.cards import Cards
from boa_app.ui.widgets.scroll import ScrollBox
from boa_app.usecases.changes import Changes, Done
from boa_app.usecases.gps import GpsInstelling, bewaar_instelling

ZOOM = 17


class GpsPage(Page):
    """Settings and a live view of the receiver.

    Signals:
        back_requested(): done here.
    """

    back_requested = Signal()

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._is_centred = False
        self._is_watching = False
        self.source = SourcePanel(ui.themes)
        self.now = NowPanel(ui.themes, ui.language)
        self.map = MapView(ui.maps, ui.themes, MapOptions())
        self._content = QWidget()
        self._grid = QGridLayout(self._content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ScrollBox(self._content))
        self._arrange()
        self.source.instelling_chosen.connect(self._on_source_instelling_chosen)

    def title(self) -> str:
        return self.tr("Plaatsbepaling")

    def foot(self) -> FootSpec:
        return FootSpec((), CornerAction("check", self.tr("Klaar"), self.back_requested.emit, "Ctrl+Return"))

    def page_shown(self) -> None:
        gps = self._ui.gps
        if not self._is_watching:
            self._is_watching = True
            gps.fix_taken.connect(self._show_fix)
            gps.toestand_changed.connect(self._show_state)
            gps.use(self)
        self._is_centred = False
        self.source.show_instelling(gps.instelling)
        self._ui.load_lagen(self.map.set_lagen, self)
        self._show_state()

    def page_hidden(self) -> None:
        if self._is_watching:
            self._is_watching = False
            gps = self._ui.gps
            gps.fix_taken.disconnect(self._show_fix)
            gps.toestand_changed.disconnect(self._show_state)
            gps.leave(self)

    def apply_size_class(self) -> None:
        self._arrange()

    def _arrange(self) -> None:
        self.map.setMinimumHeight(px("h-kaart-klein"))
        self.source.set_size_class(self.size_class, low=self.is_low)
        cards = Cards(self.source, self.now, self.map, (self.source, self.now, self.map))
        cards.arrange(self._grid, small=self.size_class is SizeClass.KLEIN, low=self.is_low)

    def _show_state(self) -> None:
        gps = self._ui.gps
        current = gps.current()
        self.now.show_now(gps, current)
        if current is None:
            self.map.clear_pin()

    def _show_fix(self, found: BeoordeeldeFix) -> None:
        self.now.show_now(self._ui.gps, found)
        if found.oordeel is Oordeel.NUL:
            return
        self.map.set_pin(found.fix.lon, found.fix.lat, found.fix.nauwkeurigheid_m)
        if not self._is_centred:
            self._is_centred = True
            self.map.center_on(found.fix.lon, found.fix.lat, ZOOM)
        else:
            self.map.show_if_outside(found.fix.lon, found.fix.lat)

    def _on_source_instelling_chosen(self, instelling: GpsInstelling) -> None:
        session = self._ui.session

        def keep() -> Done:
            bewaar_instelling(session, instelling)
            return Done(Changes())

        self._is_centred = False
        self._ui.run(keep, self, lambda _done: self._ui.gps.set_instelling(instelling))
