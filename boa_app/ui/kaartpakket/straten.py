"""*Straten instellen*: the street network on the map and as a list, and what holds for each street set by hand.

list ──> one street ──> verplicht, mag, verboden, terug naar standaard ──> notice with Ongedaan maken
  └─ search      ▲
                 └── touched on the map
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from boa_app.domain.errors import BoaError, UserError
from boa_app.texts import error_sentence
from boa_app.ui.context import UiContext
from boa_app.ui.frame.model import CornerAction, FootSpec, SizeClass, TopAction
from boa_app.ui.frame.page import Page
from boa_app.ui.kaartpakket.straten_detail import LosDetail, Opdracht, StraatDetail
from boa_app.ui.kaartpakket.straten_lijst import StraatWoorden, StratenLijst
from boa_app.ui.map.straten import StreetsLayer
from boa_app.ui.map.view import MapOptions, MapView
from boa_app.ui.theme import px
from boa_app.ui.widgets.panel import Line
from boa_app.ui.widgets.scroll import ScrollBox
from boa_app.ui.widgets.states import EmptyState, ProgressPanel
from boa_app.usecases.changes import Changes, Done
from boa_app.usecases.straatkeuzes import laat_keuzes_vervallen, may_choose, zet_keuze, zet_standaard

if TYPE_CHECKING:
    from boa_app.usecases.straatnet import Straatnet

KEY = "straten"
_NO_NETWORK = "stratennet_ontbreekt"


class StratenPage(Page):
    """The page.

    Signals:
        pakket_requested(): to the kaartpakketten, to make one with streets.
        back_requested(): done here.
    """

    pakket_requested = Signal()
    back_requested = Signal()

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._net: Straatnet | None = None
        self._is_stale = True
        self._shows_map = False
        chooses = may_choose(ui.session)
        words = StraatWoorden(ui.language, self)
        self.map = MapView(ui.maps, ui.themes, MapOptions(overview=True))
        self.map.setAccessibleName(self.tr("Kaart met straten"))
        self.streets = StreetsLayer(self.map)
        self.list = StratenLijst(ui.themes, words)
        self.detail = StraatDetail(ui.themes, words, may_choose=chooses)
        self.loose = LosDetail(ui.themes, words, may_choose=chooses)
        self.progress = ProgressPanel(ui.themes, cancellable=False)
        self.message = EmptyState(ui.themes)
        self._build()
        self._connect()

    def title(self) -> str:
        return self.tr("Straten instellen")

    def context(self) -> str:
        if self._net is None:
            return ""
        telling = self._net.netwerk.bron_datum
        kaart = self._ui.session.kaart
        naam = kaart.naam if kaart is not None else ""
        return self.tr("{gemeente}, straten van {datum}").format(gemeente=naam, datum=telling) if telling else naam

    def foot(self) -> FootSpec:
        return FootSpec((), CornerAction("check", self.tr("Klaar"), self.back_requested.emit, "Ctrl+Return"))

    def top_actions(self) -> tuple[TopAction, ...]:
        if self.size_class is not SizeClass.KLEIN or self._net is None:
            return ()
        if self._shows_map:
            return (TopAction("list", self.tr("Lijst"), self._on_other_side),)
        return (TopAction("map", self.tr("Kaart"), self._on_other_side),)

    def page_shown(self) -> None:
        self._ui.load_lagen(self.map.set_lagen, self)
        if self._is_stale:
            self._load()

    def apply_size_class(self) -> None:
        self._arrange()

    def open_street(self, street: int, segment: int = -1) -> None:
        """Show one street, by its place in Straatnet.regels, and mark it on the map."""
        if self._net is None:
            return
        self.detail.show_street(self._net, street, segment)
        self._side.setCurrentWidget(self._detail_box)
        self.streets.choose(self.detail.segments())
        if segment < 0:
            self.streets.look_at(self.detail.segments())
        else:
            self._to_side(is_map=False)

    def _build(self) -> None:
        self._detail_box, self._loose_box = ScrollBox(self.detail), ScrollBox(self.loose)
        self._side = QStackedWidget()
        for part in (self.list, self._detail_box, self._loose_box):
            self._side.addWidget(part)
        self._line = Line(vertical=True)
        self._work = QWidget()
        row = QHBoxLayout(self._work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(self._line)
        row.addWidget(self.map, 1)
        self._whole = QStackedWidget()
        waiting = QWidget()
        column = QVBoxLayout(waiting)
        column.setContentsMargins(px("s4"), px("s4"), px("s4"), px("s4"))
        column.setSpacing(0)
        column.addWidget(self.progress)
        column.addStretch(1)
        for screen in (waiting, self._work, self.message):
            self._whole.addWidget(screen)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._whole)
        self._arrange()

    def _connect(self) -> None:
        self.list.street_chosen.connect(self.open_street)
        self.list.street_marked.connect(self._on_list_street_marked)
        self.list.loose_chosen.connect(self._on_list_loose_chosen)
        self.streets.segment_chosen.connect(self._on_streets_segment_chosen)
        self.detail.asked.connect(self._on_detail_asked)
        self.detail.scope_changed.connect(self.streets.choose)
        self.detail.back_requested.connect(self._to_list)
        self.loose.back_requested.connect(self._to_list)
        self.loose.forget_requested.connect(self._on_loose_forget_requested)
        self._ui.data_changed.connect(self._on_ui_data_changed)

    def _arrange(self) -> None:
        is_small = self.size_class is SizeClass.KLEIN
        wide = px("b-kaartkolom-smal") if self.size_class is SizeClass.SMAL else px("b-paneel")
        self._side.setMinimumWidth(0 if is_small else wide)
        self._side.setMaximumWidth(16777215 if is_small else wide)
        self._to_side(is_map=self._shows_map)

    def _to_side(self, *, is_map: bool) -> None:
        self._shows_map = is_map
        is_small = self.size_class is SizeClass.KLEIN
        self._side.setVisible(not (is_small and is_map))
        self._line.setVisible(not is_small)
        self.map.setVisible(not is_small or is_map)
        self.frame_changed.emit()

    def _load(self) -> None:
        from boa_app.usecases.straatnet import lees_straatnet

        self._is_stale = False
        self._whole.setCurrentIndex(0)
        self.progress.start(self.tr("De straten worden gelezen"))
        session = self._ui.session
        self._ui.tasks.query(lambda: lees_straatnet(session), self._take, self._on_load_failed, self)

    def _take(self, net: Straatnet) -> None:
        self.progress.stop()
        self._net = net
        self._whole.setCurrentWidget(self._work)
        self.list.show_net(net)
        self.streets.show(net)
        if self._side.currentWidget() is self._detail_box and self.detail.street < len(net.regels):
            self.detail.show_street(net, self.detail.street, self.detail.segment)
        self.frame_changed.emit()

    def _on_load_failed(self, problem: BoaError) -> None:
        self.progress.stop()
        self._is_stale = True
        told = error_sentence(problem, self._ui.language)
        is_missing = problem.code == _NO_NETWORK
        self.message.set_message(
            told.wat, f"{told.veilig} {told.doen}".strip(),
            self.tr("Naar de kaartpakketten") if is_missing else self.tr("Opnieuw lezen"),
            "package" if is_missing else "refresh-cw",
            self.pakket_requested.emit if is_missing else self._load,
        )  # fmt: skip
        self._whole.setCurrentWidget(self.message)

    def _to_list(self) -> None:
        street = self.detail.street
        self._side.setCurrentWidget(self.list)
        self.streets.choose(())
        self.list.set_chosen(street)
        self.list.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_other_side(self) -> None:
        self._to_side(is_map=not self._shows_map)

    def _on_list_street_marked(self, street: int) -> None:
        if self._net is not None:
            segments = self._net.regels[street].segmenten
            self.streets.choose(segments)
            self.streets.look_at(segments)

    def _on_list_loose_chosen(self, row: int) -> None:
        if self._net is not None and row < len(self._net.geldend.los):
            keuze = self._net.geldend.los[row]
            self.loose.show_choice(keuze)
            self._side.setCurrentWidget(self._loose_box)
            middle = keuze.lijn[len(keuze.lijn) // 2]
            self.map.set_pin(*middle)
            self.map.center_on(*middle, 17)

    def _on_streets_segment_chosen(self, segment: int) -> None:
        if self._net is not None and segment < len(self._net.regel_van):
            street = int(self._net.regel_van[segment])
            self.list.set_chosen(street)
            self.open_street(street, segment)

    def _on_detail_asked(self, wish: Opdracht) -> None:
        session, net = self._ui.session, self._net
        if net is None:
            return
        keuze = wish.keuze
        if keuze is None:
            work = partial(zet_standaard, session, net, wish.segmenten)
        else:
            work = partial(zet_keuze, session, net, wish.segmenten, keuze, wish.reden)
        self._ui.run(work, self, partial(self._on_set, wish), self._on_refused)

    def _on_set(self, wish: Opdracht, done: Done) -> None:
        if done.undo is None:
            return
        words = (
            self.tr("De straat volgt weer haar bron.") if wish.keuze is None else self.tr("De straat is ingesteld.")
        )  # fmt: skip
        self._ui.show_notice(words, done.undo)

    def _on_refused(self, problem: BoaError) -> None:
        if self._net is not None:
            # The tile that was touched does not hold.
            self.detail.show_street(self._net, self.detail.street, self.detail.segment)
        if isinstance(problem, UserError):
            self._ui.show_page_error(problem, KEY)
        else:
            self._ui.show_error(problem)

    def _on_loose_forget_requested(self, uid: str) -> None:
        session = self._ui.session
        self._ui.run(lambda: laat_keuzes_vervallen(session, (uid,)), self, self._on_forgotten)

    def _on_forgotten(self, done: Done) -> None:
        self.map.clear_pin()
        self._to_list()
        self._ui.show_notice(self.tr("De keuze is geschrapt."), done.undo)

    def _on_ui_data_changed(self, changes: Changes) -> None:
        if not (changes.alles or changes.straatkeuzes) or self._net is None:
            return
        from boa_app.usecases.straatnet import werk_bij

        session, net = self._ui.session, self._net
        self._ui.tasks.query(lambda: werk_bij(session, net), self._take, self._ui.show_error, self)
