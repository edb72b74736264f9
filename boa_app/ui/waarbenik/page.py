"""*Waar ben ik*: one touch away from the map, Vandaag and the form; the answer stands there within two seconds.

receiver ── fix ──┐
                  ├──> waar_ben_ik ──> panel, large; pin with its circle on the map
touch on the map ─┘        (a touch holds until *Naar mijn plaats*)
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from boa_app.domain.errors import UserError
from boa_app.domain.fix import BeoordeeldeFix, Oordeel
from boa_app.domain.incident import distance_m
from boa_app.domain.roles import Entiteit, Handeling, has_any
from boa_app.texts import error_sentence, formats, label
from boa_app.ui.context import UiContext
from boa_app.ui.frame.model import CornerAction, FootAction, FootSpec, SizeClass, TopAction
from boa_app.ui.frame.page import Page
from boa_app.ui.map.view import MapOptions, MapView
from boa_app.ui.theme import px
from boa_app.ui.waarbenik.panel import HierPanel
from boa_app.ui.waarbenik.words import HierWoorden
from boa_app.ui.widgets.panel import Line
from boa_app.ui.widgets.scroll import ScrollBox
from boa_app.usecases.changes import Changes

if TYPE_CHECKING:
    from boa_app.usecases.waarbenik import Hier

KEY = "waar-ben-ik"
ZOOM = 17.5
# Closer to the last place than this, and as exact: the same answer would only flicker.
_SAME_M = 10.0
# A place that cannot be anybody's is not even shown with a warning.
_NO_PLACE = frozenset({Oordeel.NUL, Oordeel.CONTROLEGETAL})


class WaarBenIkPage(Page):
    """The page.

    Signals:
        back_requested(): done here. settings_requested(): choose the source of the place.
    """

    back_requested = Signal()
    settings_requested = Signal()

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        # As usecases.gps asks it: others use what is set, and touch the map.
        self._may_set_gps = has_any(ui.session.actor.rol, Entiteit.MELDING, Handeling.MAKEN)
        self._is_watching = self._shows_map = False
        self._touched: tuple[float, float] | None = None
        self._asked: tuple[float, float, float | None, str] | None = None
        self._is_centred = False
        self.panel = HierPanel(ui.themes, HierWoorden(ui.session.lijsten, ui.language, self))
        # All of it shows without switches: nobody sets up a map in the dark.
        self.map = MapView(ui.maps, ui.themes, MapOptions(hidden_layers=(), locate=True, overview=True))
        for layer in ("gebieden", "jops", "buurten"):
            self.map.set_layer_visible(layer, visible=True)
        self.map.setAccessibleName(self.tr("Kaart: tik om te zien wat daar geldt"))
        self._box = ScrollBox(self.panel)
        self._line = Line(vertical=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._box)
        self._row.addWidget(self._line)
        self._row.addWidget(self.map, 1)
        self.map.map_clicked.connect(self._on_map_clicked)
        self.map.locate_requested.connect(self._to_own)
        self.panel.own_requested.connect(self._to_own)
        self.panel.gps_requested.connect(self.settings_requested)
        ui.data_changed.connect(self._on_ui_data_changed)
        self._arrange()

    def title(self) -> str:
        return self.tr("Waar ben ik")

    def context(self) -> str:
        return self.tr("Tik op de kaart om te zien wat daar geldt")

    def foot(self) -> FootSpec:
        own = FootAction("locate-fixed", self.tr("Mijn plaats"), self._to_own, "", "F5", self.tr("Hier"))
        return FootSpec((own,), CornerAction("check", self.tr("Klaar"), self.back_requested.emit, "Ctrl+Return"))

    def top_actions(self) -> tuple[TopAction, ...]:
        if self.size_class is not SizeClass.KLEIN:
            return ()
        if self._shows_map:
            return (TopAction("list", self.tr("Wat hier geldt"), self._on_other_side),)
        return (TopAction("map", self.tr("Kaart"), self._on_other_side),)

    def page_shown(self) -> None:
        if not self._is_watching:
            self._is_watching = True
            self._ui.gps.fix_taken.connect(self._on_gps_fix_taken)
            self._ui.gps.toestand_changed.connect(self._show_state)
            self._ui.gps.use(self)
        self._ui.load_lagen(self.map.set_lagen, self)
        self._to_own()

    def page_hidden(self) -> None:
        if self._is_watching:
            self._is_watching = False
            self._ui.gps.fix_taken.disconnect(self._on_gps_fix_taken)
            self._ui.gps.toestand_changed.disconnect(self._show_state)
            # Nobody is followed: the receiver goes off with the page.
            self._ui.gps.leave(self)

    def apply_size_class(self) -> None:
        self._arrange()

    def look_at(self, lon: float, lat: float) -> None:
        """What holds at another place; it stays until one asks for one's own."""
        self._touched = lon, lat
        self.map.set_pin(lon, lat)
        if self._shows_map:
            # In a small window the answer takes the place of the map that was touched.
            self._on_other_side()
        self._ask(lon, lat, None, "")

    def _arrange(self) -> None:
        is_small = self.size_class is SizeClass.KLEIN
        wide = px("b-kaartkolom") if self.size_class is SizeClass.SMAL else px("b-kaartkolom-ruim")
        self._box.setMinimumWidth(0 if is_small else wide)
        self._box.setMaximumWidth(16777215 if is_small else wide)
        self._box.setVisible(not (is_small and self._shows_map))
        self.map.setVisible(not is_small or self._shows_map)
        self._line.setVisible(not is_small)
        self.frame_changed.emit()

    def _on_other_side(self) -> None:
        self._shows_map = not self._shows_map
        self._arrange()

    def _to_own(self) -> None:
        """Back to where the receiver says one is."""
        self._touched, self._asked, self._is_centred = None, None, False
        self._show_state()

    def _show_state(self) -> None:
        if self._touched is not None:
            return
        gps, current = self._ui.gps, self._ui.gps.current()
        if current is not None and current.oordeel not in _NO_PLACE:
            self._on_gps_fix_taken(current)
        elif gps.fout:
            told = error_sentence(
                UserError(gps.fout, poort=gps.instelling.poort, bestand=gps.instelling.bestand), self._ui.language
            )
            self._show_waiting(told.wat, told.doen, offers_gps=True)
        elif gps.is_off:
            self._show_waiting(
                self.tr("Plaatsbepaling staat uit"), self.tr("Tik op de kaart om te zien wat daar geldt."),
                offers_gps=True,
            )  # fmt: skip
        else:
            self._show_waiting(
                self.tr("Uw plaats wordt gezocht"), self.tr("Ga onder een vrije hemel staan, of tik op de kaart.")
            )

    def _show_waiting(self, title: str, text: str, *, offers_gps: bool = False) -> None:
        self._asked = None
        self.map.clear_pin()
        self.panel.show_waiting(title, text, offers_gps=offers_gps and self._may_set_gps)

    def _on_gps_fix_taken(self, found: BeoordeeldeFix) -> None:
        if self._touched is not None:
            return
        fix = found.fix
        if found.oordeel in _NO_PLACE:
            if self._asked is None:
                self._show_waiting(
                    self.tr("De gps geeft geen bruikbare plaats"), self.tr("Tik op de kaart, of wacht even."),
                    offers_gps=True,
                )  # fmt: skip
            return
        self.map.set_pin(fix.lon, fix.lat, fix.nauwkeurigheid_m)
        if not self._is_centred:
            self._is_centred = True
            self.map.center_on(fix.lon, fix.lat, ZOOM)
        else:
            self.map.show_if_outside(fix.lon, fix.lat)
        self._ask(fix.lon, fix.lat, fix.nauwkeurigheid_m, "" if found.is_goed else str(found.oordeel), fix.ontvangen)

    def _ask(self, lon: float, lat: float, accuracy_m: float | None, doubt: str, taken: datetime | None = None) -> None:
        if self._is_answered(lon, lat, accuracy_m, doubt):
            return
        self._asked = lon, lat, accuracy_m, doubt
        own, session = self._touched is None, self._ui.session
        moment = session.now()

        def work() -> Hier:
            from boa_app.usecases.waarbenik import waar_ben_ik

            return waar_ben_ik(session, lon, lat, accuracy_m, moment)

        def show(hier: Hier) -> None:
            # A touch that came in between counts, not the answer of before.
            if own == (self._touched is None):
                self.panel.show_hier(
                    hier, self._source(accuracy_m, taken, own=own), self._doubt(doubt, taken), own=own
                )  # fmt: skip

        self._ui.tasks.query(work, show, self._ui.show_error, self)

    def _is_answered(self, lon: float, lat: float, accuracy_m: float | None, doubt: str) -> bool:
        if self._asked is None or self._touched is not None:
            return False
        before_lon, before_lat, before_m, before_doubt = self._asked
        moved = distance_m(before_lon, before_lat, lon, lat)
        return moved < _SAME_M and doubt == before_doubt and abs((accuracy_m or 0.0) - (before_m or 0.0)) < _SAME_M

    def _source(self, accuracy_m: float | None, taken: datetime | None, *, own: bool) -> str:
        if not own:
            return self.tr("De plek die u op de kaart tikte")
        at = formats.time(taken) if taken is not None else ""
        if accuracy_m is None:
            return self.tr("Uw plaats om {tijd}").format(tijd=at)
        exact = formats.distance(accuracy_m, self._ui.language)
        return self.tr("Uw plaats om {tijd}, tot op {afstand}").format(tijd=at, afstand=exact)

    def _doubt(self, doubt: str, taken: datetime | None) -> str:
        if not doubt:
            return ""
        if doubt == Oordeel.OUD and taken is not None:
            return self.tr("Deze plaats is van {tijd}. U kunt intussen ergens anders zijn.").format(
                tijd=formats.time(taken)
            )
        word = label("oordeel", doubt, self._ui.language)
        return self.tr("Niet zeker: {reden}.").format(reden=word)

    def _on_map_clicked(self, lon: float, lat: float) -> None:
        self.look_at(lon, lat)

    def _on_ui_data_changed(self, changes: Changes) -> None:
        if not (changes.alles or changes.gebieden or changes.jops) or not self._is_watching:
            return
        self._ui.load_lagen(self.map.set_lagen, self)
        self._asked = None
        if self._touched is not None:
            self.look_at(*self._touched)
        else:
            self._show_state()
