"""Vandaag: the screen of every beginning. It shows, and tells what the person meant; the shell knows the ways."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from boa_app.domain.moments import to_local
from boa_app.domain.roles import Entiteit, Handeling, has_any
from boa_app.domain.ronde import Bevinding
from boa_app.texts import formats
from boa_app.ui.context import UiContext
from boa_app.ui.frame.model import CornerAction, FootAction, FootSpec, SizeClass
from boa_app.ui.frame.page import Page
from boa_app.ui.theme import px
from boa_app.ui.vandaag.lists import OpenPanel, RecentPanel, TonightPanel
from boa_app.ui.vandaag.map_panel import MapPanel
from boa_app.ui.vandaag.turn_panel import TurnPanel
from boa_app.ui.widgets.scroll import ScrollBox
from boa_app.ui.widgets.tile import Choice, TileForm
from boa_app.ui.widgets.tile_group import Columns, TileGroup
from boa_app.usecases.changes import Changes, Done
from boa_app.usecases.rondes import bezoek_plek, start_ronde, stop_ronde
from boa_app.usecases.vandaag import VandaagBeeld, darkness, vandaag

QUICK_TILES = 6
FEW_OPEN = 2


class VandaagPage(Page):
    """What is open, due, recent, and dark; and the first touch of a melding.

    Signals:
        melding_requested(str): a new melding, of this soort when not empty.
        melding_opened(str): read this melding.
        concept_opened(object): go on with this draft.
        page_requested(str): another page of the rail.
    """

    melding_requested = Signal(str)
    melding_opened = Signal(str)
    concept_opened = Signal(object)
    page_requested = Signal(str)

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        themes, lijsten, language = ui.themes, ui.session.lijsten, ui.language
        self._beeld: VandaagBeeld | None = None
        self._stale = True
        rol = ui.session.actor.rol
        self._may_read = has_any(rol, Entiteit.MELDING, Handeling.LEZEN)
        self._may_make = has_any(rol, Entiteit.MELDING, Handeling.MAKEN)
        self._may_look = self._may_read or has_any(rol, Entiteit.JOP, Handeling.LEZEN)
        self._may_manage = any(has_any(rol, one, Handeling.LEZEN) for one in (Entiteit.ACCOUNT, Entiteit.AUDIT))
        soorten = lijsten["soort"]
        choices = [
            Choice(code.code, soorten.kort(code.code, language), code.icoon, soorten.label(code.code, language))
            for code in soorten.codes[:QUICK_TILES]
        ]
        hint = self.tr("raak een soort aan, het formulier opent daarmee")
        self.quick = TileGroup(
            themes, self.tr("Snel melden"), choices, form=TileForm.HOOG, columns=Columns(6, 6, 3), hint=hint
        )
        self.turns = TurnPanel(themes, lijsten, language)
        self.open = OpenPanel(themes, lijsten, language)
        self.recent = RecentPanel(themes, lijsten, language)
        self.tonight = TonightPanel(themes)
        # With its parent at once: made visible without one it would open as a window of its own.
        self.map = MapPanel(ui, self.tr("Kaart van vandaag"), self)
        self._build()
        self._connect()

    def title(self) -> str:
        return self.tr("Vandaag")

    def context(self) -> str:
        return formats.long_date(to_local(self._ui.session.now()).date(), self._ui.language)

    def foot(self) -> FootSpec:
        walking = self._beeld.open_ronde if self._beeld else None
        if walking is None:
            ronde = FootAction("play", self.tr("Ronde starten"), self._start_ronde, "", "Ctrl+R", self.tr("Ronde"))
        else:
            since = self.tr("loopt sinds {tijd}").format(tijd=formats.time(walking.begin))
            ronde = FootAction("square", self.tr("Ronde stoppen"), self._stop_ronde, since, "Ctrl+R", self.tr("Stop"))
        if not self._may_look and self._may_manage:
            step = CornerAction("settings", self.tr("Beheer openen"), self._open_beheer, "", self.tr("Beheer"))
            return FootSpec((), step)
        if not self._may_make:
            return FootSpec((), CornerAction("map", self.tr("Kaart openen"), self._open_kaart, "", self.tr("Kaart")))
        new = CornerAction(
            "plus", self.tr("Nieuwe melding"), lambda: self.melding_requested.emit(""), "Ctrl+N", self.tr("Melding")
        )
        return FootSpec((ronde,), new)

    def page_shown(self) -> None:
        self.quick.set_chosen(())
        if self._stale:
            self._load()

    def apply_size_class(self) -> None:
        self._arrange()

    def show_beeld(self, beeld: VandaagBeeld) -> None:
        """Show everything as it stands."""
        now = self._ui.session.now()
        self._beeld = beeld
        self.open.set_open(beeld.concepten, beeld.nakijken, now, self._ui.sync.stand)
        self.recent.set_recent(beeld.recent, now)
        self.turns.set_turns(beeld.aan_de_beurt, beeld.plekken, now, has_ronde=beeld.open_ronde is not None)
        self.tonight.set_darkness(beeld.zon_onder, beeld.zon_op)
        self.map.set_turns(beeld.aan_de_beurt)
        self._arrange()
        self.frame_changed.emit()

    def _build(self) -> None:
        self._content = QWidget()
        self._grid = QGridLayout(self._content)
        self._grid.setSpacing(px("s4"))
        self._scroll = ScrollBox(self._content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self._arrange()

    def _connect(self) -> None:
        self.quick.choice_changed.connect(self._on_quick_choice_changed)
        self.turns.visited.connect(self._on_turns_visited)
        self.turns.ronde_requested.connect(self._start_ronde)
        self.turns.all_requested.connect(lambda: self.page_requested.emit("rondes"))
        self.turns.chosen.connect(self.map.center_on_place)
        self.map.place_chosen.connect(self.turns.open_place)
        self.open.concept_opened.connect(self.concept_opened)
        self.open.melding_opened.connect(self.melding_opened)
        self.open.sync_opened.connect(lambda: self.page_requested.emit("synchroniseren"))
        self._ui.sync.stand_changed.connect(self._on_sync_stand_changed)
        self.recent.melding_opened.connect(self.melding_opened)
        self._ui.data_changed.connect(self._on_ui_data_changed)

    def _arrange(self) -> None:
        """Three columns; in a narrow window two without the map; in a small one everything under each other."""
        parts: tuple[QWidget, ...] = (self.quick, self.turns, self.open, self.recent, self.map, self.tonight)
        for part in parts:
            self._grid.removeWidget(part)
        for index in range(6):
            self._grid.setRowStretch(index, 0)
            self._grid.setColumnStretch(index, 0)
        small, narrow = self.size_class is SizeClass.KLEIN, self.size_class is SizeClass.SMAL
        margin = px("s3") if self.is_low else px("s4")
        self._grid.setContentsMargins(margin, margin, margin, margin)
        for stack in (self.turns, self.recent):
            stack.set_full_height(small)
        self.open.set_full_height(small or self._open_count() <= FEW_OPEN)
        self.quick.set_size_class(self.size_class, low=self.is_low)
        if not self._may_read:
            shown = self._arrange_without_meldingen(small=small)
        elif small:
            shown = self._arrange_small()
        else:
            shown = self._arrange_columns(narrow=narrow)
        # Only now: what is made visible before it has a place would open as a window of its own.
        for part in parts:
            part.setVisible(part in shown)

    def _arrange_without_meldingen(self, *, small: bool) -> tuple[QWidget, ...]:
        shown: tuple[QWidget, ...] = (self.tonight,) if small else (self.map, self.tonight)
        if not self._may_look:
            # Nothing to put on a map for who manages accounts or checks the log.
            shown = (self.open, self.tonight)
        for row, part in enumerate(shown):
            self._grid.addWidget(part, row, 0)
        self._grid.setRowStretch(0, 1)
        self._grid.setColumnStretch(0, 1)
        return shown

    def _arrange_small(self) -> tuple[QWidget, ...]:
        shown: tuple[QWidget, ...] = (self.open, self.turns, self.recent, self.tonight)
        shown = (self.quick, *shown) if self._may_make else shown
        for row, part in enumerate(shown):
            self._grid.addWidget(part, row, 0)
        self._grid.setColumnStretch(0, 1)
        return shown

    def _arrange_columns(self, *, narrow: bool) -> tuple[QWidget, ...]:
        shown: tuple[QWidget, ...] = (self.open, self.turns, self.recent, self.tonight)
        if self._may_make:
            self._grid.addWidget(self.quick, 0, 0, 1, 2)
            shown = (self.quick, *shown)
        last = 2 if narrow else 3
        self._grid.addWidget(self.turns, 1, 0, last, 1)
        self._grid.addWidget(self.open, 1, 1)
        self._grid.addWidget(self.recent, 2, 1, last - 1, 1)
        self._grid.setRowStretch(1, 2 if self._open_count() > FEW_OPEN else 0)
        self._grid.setRowStretch(2, 3)
        for column, stretch in enumerate((8, 8) if narrow else (8, 8, 7)):
            self._grid.setColumnStretch(column, stretch)
        if narrow:
            self._grid.addWidget(self.tonight, 3, 0, 1, 2)
            return shown
        self._grid.addWidget(self.map, 0, 2, 3, 1)
        self._grid.addWidget(self.tonight, 3, 2)
        return (self.map, *shown)

    def _open_count(self) -> int:
        if self._beeld is None:
            return 0
        stand = self._ui.sync.stand
        asking = 0 if stand is None else sum(map(bool, (stand.conflicten, stand.geweigerd, stand.onverzonden)))
        return len(self._beeld.concepten) + len(self._beeld.nakijken) + asking

    def _load(self) -> None:
        self._stale = False
        session = self._ui.session
        self.map.load_layers()
        if self._may_read:
            self._ui.tasks.query(lambda: vandaag(session), self.show_beeld, self._ui.show_error, self)
        else:
            # Meldingen are not for this role (domain §2): what remains is the map, unsent work and the night.
            self.open.set_open((), (), session.now(), self._ui.sync.stand)
            self.tonight.set_darkness(*darkness(session, session.now()))

    def _open_beheer(self) -> None:
        self.page_requested.emit("beheer")

    def _open_kaart(self) -> None:
        self.page_requested.emit("kaart")

    def _start_ronde(self) -> None:
        session = self._ui.session
        self._ui.run(lambda: start_ronde(session), self)

    def _stop_ronde(self) -> None:
        session = self._ui.session
        self._ui.run(lambda: stop_ronde(session), self, self._on_ronde_stopped)

    def _on_ronde_stopped(self, done: Done) -> None:
        del done
        self._ui.show_notice(self.tr("De ronde is gestopt."))

    def _on_turns_visited(self, plek: str, code: str) -> None:
        session, bevinding = self._ui.session, Bevinding(code)
        self._ui.run(lambda: bezoek_plek(session, plek, bevinding), self, self._on_visit_stored)

    def _on_visit_stored(self, done: Done) -> None:
        self._ui.show_notice(self.tr("Bezoek opgeslagen op dit apparaat."), done.undo)

    def _on_quick_choice_changed(self, codes: list[str]) -> None:
        if codes:
            self.melding_requested.emit(codes[0])

    def _on_sync_stand_changed(self) -> None:
        if self._beeld is not None:
            self.show_beeld(self._beeld)
        elif not self._may_read:
            self.open.set_open((), (), self._ui.session.now(), self._ui.sync.stand)

    def _on_ui_data_changed(self, changes: Changes) -> None:
        del changes
        self._stale = True
        if self.isVisible():
            self._load()
