"""Rondes: the screen while walking, and the rondes before this one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from boa_app.domain.moments import to_local
from boa_app.domain.ronde import Bevinding, Bezoek, Ronde
from boa_app.texts import formats
from boa_app.ui.context import UiContext
from boa_app.ui.frame.model import CornerAction, FootAction, FootSpec, SizeClass
from boa_app.ui.frame.page import Page
from boa_app.ui.rondes.past import NowPanel, PastPanel
from boa_app.ui.rondes.places import PlacesPanel
from boa_app.ui.widgets.cards import Cards
from boa_app.ui.widgets.scroll import ScrollBox
from boa_app.usecases.changes import Changes, Done, Undo, UndoSoort
from boa_app.usecases.meldingen import maak_ongedaan
from boa_app.usecases.rondes import PlekStand, bezoek_plek, lijst_rondes, open_ronde, plekken, start_ronde, stop_ronde
from boa_app.usecases.session import Session


@dataclass(frozen=True, slots=True)
class RondesBeeld:
    """Everything on this screen. afgelopen: newest first, the open one left out."""

    open: Ronde | None
    plekken: tuple[PlekStand, ...]
    afgelopen: tuple[Ronde, ...]


def read_beeld(session: Session) -> RondesBeeld:
    """Read the screen as it stands."""
    running = open_ronde(session)
    past = tuple(ronde for ronde in lijst_rondes(session) if ronde.einde is not None)
    return RondesBeeld(running, plekken(session), past)


def last_visits(ronde: Ronde) -> dict[str, Bezoek]:
    """The last visit of each place in one ronde."""
    return {bezoek.plek: bezoek for bezoek in sorted(ronde.bezoeken, key=lambda visit: visit.moment)}


class RondesPage(Page):
    """Start, visit, stop.

    Signals:
        melding_requested(str): a new melding.
        melding_opened(str): read a melding.
    """

    melding_requested = Signal(str)
    melding_opened = Signal(str)

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._beeld: RondesBeeld | None = None
        self._stale = True
        self.places = PlacesPanel(ui.themes, ui.session.lijsten, ui.language)
        self.now = NowPanel(ui.themes)
        self.past = PastPanel(ui.themes, ui.session.lijsten, ui.language)
        self.places.answered.connect(self._on_places_answered)
        self.now.start_requested.connect(self._start)
        self._content = QWidget()
        self._grid = QGridLayout(self._content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ScrollBox(self._content))
        self._arrange()
        ui.data_changed.connect(self._on_ui_data_changed)

    def title(self) -> str:
        return self.tr("Rondes")

    def context(self) -> str:
        return formats.long_date(to_local(self._ui.session.now()).date(), self._ui.language)

    def foot(self) -> FootSpec:
        if self._beeld is None or self._beeld.open is None:
            return FootSpec(
                (), CornerAction("play", self.tr("Ronde starten"), self._start, "Ctrl+R", self.tr("Starten"))
            )
        since = self.tr("loopt sinds {tijd}").format(tijd=formats.time(self._beeld.open.begin))
        stop = FootAction("square", self.tr("Ronde stoppen"), self._stop, since, "Ctrl+R", self.tr("Stop"))
        new = CornerAction(
            "plus", self.tr("Nieuwe melding"), lambda: self.melding_requested.emit(""), "Ctrl+N", self.tr("Melding")
        )
        return FootSpec((stop,), new)

    def page_shown(self) -> None:
        if self._stale:
            self._load()

    def apply_size_class(self) -> None:
        self._arrange()

    def show_beeld(self, beeld: RondesBeeld) -> None:
        """Show the open ronde, every place, and the rondes before."""
        now = self._ui.session.now()
        self._beeld = beeld
        visits = last_visits(beeld.open) if beeld.open is not None else {}
        found = {plek: str(bezoek.bevinding) for plek, bezoek in visits.items()}
        self.places.set_places(beeld.plekken, found, now, has_ronde=beeld.open is not None)
        self.now.set_ronde(beeld.open, len(found), len(beeld.plekken))
        self.past.set_rondes(beeld.afgelopen)
        self._arrange()
        self.frame_changed.emit()

    def _arrange(self) -> None:
        small = self.size_class is SizeClass.KLEIN
        self.places.set_wide(wide=self.size_class not in (SizeClass.SMAL, SizeClass.KLEIN))
        for stack in (self.places, self.past):
            stack.set_full_height(small)
        cards = Cards(self.places, self.now, self.past, (self.now, self.places, self.past), shares=(5, 3))
        cards.arrange(self._grid, small=small, low=self.is_low)

    def _load(self) -> None:
        self._stale = False
        session = self._ui.session
        self._ui.tasks.query(lambda: read_beeld(session), self.show_beeld, self._ui.show_error, self)

    def _start(self) -> None:
        session = self._ui.session
        self._ui.run(lambda: start_ronde(session), self)

    def _stop(self) -> None:
        session = self._ui.session
        self._ui.run(lambda: stop_ronde(session), self, self._on_stopped)

    def _on_stopped(self, done: Done) -> None:
        self._ui.show_notice(self.tr("De ronde is gestopt."), done.undo)

    def _on_places_answered(self, plek: str, code: str) -> None:
        if self._beeld is None or self._beeld.open is None:
            return
        session, earlier = self._ui.session, last_visits(self._beeld.open).get(plek)

        def work() -> Done:
            if earlier is not None:
                undone = maak_ongedaan(session, Undo(UndoSoort.BEZOEK, earlier.uid))
                if str(earlier.bevinding) == code:
                    return undone
            return bezoek_plek(session, plek, Bevinding(code))

        self._ui.run(work, self, self._on_visit_stored)

    def _on_visit_stored(self, done: Done) -> None:
        if done.undo is not None:
            self._ui.show_notice(self.tr("Bezoek opgeslagen op dit apparaat."), done.undo)
        else:
            self._ui.show_notice(self.tr("Bezoek weggehaald."))

    def _on_ui_data_changed(self, changes: Changes) -> None:
        if changes.rondes or changes.plekken or changes.alles:
            self._stale = True
            if self.isVisible():
                self._load()
