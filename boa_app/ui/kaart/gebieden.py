"""Areas on Kaart: the panel beside the map, the pen on it, and the filter that knows their names.

list ──> one area ──> filter, change, let lapse
  └──> form <── ring_drawn ── pen on the map
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from boa_app.domain.errors import BoaError, UserError
from boa_app.domain.gebied import Gebied, GebiedSoort
from boa_app.domain.moments import to_local
from boa_app.domain.roles import Entiteit, Handeling, has_any
from boa_app.ui.frame.model import SizeClass, TopAction
from boa_app.ui.kaart.gebied_form import Corners, GebiedForm, Ingevuld
from boa_app.ui.kaart.gebied_list import GebiedList, GebiedView
from boa_app.ui.kaart.gebied_words import GebiedWords
from boa_app.ui.map.drawing import DrawingTools
from boa_app.ui.theme import ThemeManager
from boa_app.usecases.changes import Changes, Done
from boa_app.usecases.gebieden import laat_gebied_vervallen, lijst_gebieden, maak_gebied, wijzig_gebied

if TYPE_CHECKING:
    from boa_app.ui.context import UiContext
    from boa_app.ui.kaart.page import KaartPage
    from boa_app.usecases.session import Session

KEY = "gebieden"


class GebiedenPanel(QStackedWidget):
    """List, one area, or the form; as high as what it shows."""

    def __init__(self, themes: ThemeManager, language: str, *, may_make: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = GebiedList(themes, may_make=may_make)
        self.view = GebiedView(themes, may_change=may_make)
        self.form = GebiedForm(themes, language)
        for part in (self.list, self.view, self.form):
            self.addWidget(part)


class GebiedenLink(QObject):
    """Puts areas on the page Kaart: panel, pen, names in the filter."""

    def __init__(self, ui: UiContext, page: KaartPage) -> None:
        super().__init__(page)
        self._ui, self._page = ui, page
        may_make = has_any(ui.session.actor.rol, Entiteit.GEBIED, Handeling.MAKEN)
        self._gebieden: tuple[Gebied, ...] = ()
        self._shown = ""
        self._shows_expired = False
        self.tools = DrawingTools(page.map, may_draw=may_make)
        self.panel = GebiedenPanel(ui.themes, ui.language, may_make=may_make)
        page.side.add_panel(KEY, self.tr("Gebieden"), self.panel)
        page.add_top_action(TopAction("pentagon", self.tr("Gebieden"), self.open_list))
        self._connect()
        self._load()

    def open_list(self) -> None:
        """Show all areas beside the map; while one is drawn its form, with what was typed."""
        if self.tools.is_drawing() and self.panel.currentWidget() is self.panel.form:
            self._page.side.open_panel(KEY)
            return
        self._page.map.set_layer_visible(KEY, visible=True)
        self._to_list()
        self._page.side.open_panel(KEY)

    def open_gebied(self, uid: str) -> None:
        """Show one area in the panel and on the map."""
        gebied = self._find(uid)
        if gebied is None or self.tools.is_drawing():
            return
        self._shown = uid
        self.tools.set_expired_visible(visible=self._shows_expired or gebied.is_over(self._words().today))
        self.panel.view.show_gebied(gebied, self._words())
        self.panel.setCurrentWidget(self.panel.view)
        self._page.side.open_panel(KEY)
        self.tools.show_area(uid)

    def _connect(self) -> None:
        panel, page, tools = self.panel, self._page, self.tools
        panel.list.gebied_chosen.connect(self.open_gebied)
        panel.list.new_requested.connect(self._draw_new)
        panel.list.expired_toggled.connect(self._on_list_expired_toggled)
        panel.view.back_requested.connect(self._to_list)
        panel.view.filter_requested.connect(lambda uid: page.filters.choose_gebieden([uid]))
        panel.view.change_requested.connect(self._on_view_change_requested)
        panel.view.void_requested.connect(self._on_view_void_requested)
        panel.form.submitted.connect(self._on_form_submitted)
        panel.form.cancelled.connect(self._on_form_cancelled)
        panel.form.ring_requested.connect(tools.close)
        panel.form.problem_shown.connect(page.side.show_top)
        tools.drawing_requested.connect(self._draw_new)
        tools.ring_drawn.connect(self._on_tools_ring_drawn)
        tools.drawing_stopped.connect(self._on_form_cancelled)
        page.map.object_selected.connect(self._on_map_object_selected)
        page.side.panel_closed.connect(self._on_side_panel_closed)
        self._ui.data_changed.connect(self._on_ui_data_changed)

    def _load(self) -> None:
        session = self._ui.session
        self._ui.tasks.query(lambda: lijst_gebieden(session), self._take, self._ui.show_error, self)

    def _take(self, gebieden: tuple[Gebied, ...]) -> None:
        self._gebieden = gebieden
        self._offer_in_filter()
        self.panel.list.show_gebieden(gebieden, self._words())
        if self.panel.currentWidget() is self.panel.view:
            shown = self._find(self._shown)
            if shown is None:
                self._to_list()
            else:
                self.panel.view.show_gebied(shown, self._words())

    def _offer_in_filter(self) -> None:
        filters, today = self._page.filters, self._words().today
        before = filters.wanted(today).gebieden
        filters.set_gebieden([(gebied.uid, gebied.naam) for gebied in self._gebieden])
        if filters.wanted(today).gebieden != before:
            # One that lapsed is filtered by no longer.
            filters.filter_changed.emit()

    def _words(self) -> GebiedWords:
        return GebiedWords(self._ui.language, to_local(self._ui.session.now()).date())

    def _find(self, uid: str) -> Gebied | None:
        return next((gebied for gebied in self._gebieden if gebied.uid == uid), None)

    def _to_list(self) -> None:
        self._shown = ""
        self.tools.show_area("")
        self.tools.set_expired_visible(visible=self._shows_expired)
        self.panel.list.show_gebieden(self._gebieden, self._words())
        self.panel.setCurrentWidget(self.panel.list)

    def _on_list_expired_toggled(self, on: bool) -> None:
        self._shows_expired = on
        self.tools.set_expired_visible(visible=on)

    def _draw_new(self) -> None:
        self._begin(None)

    def _begin(self, gebied: Gebied | None) -> None:
        """Form and pen together; in a small window first the map, then the form."""
        if self._page.size_class is SizeClass.KLEIN and gebied is None:
            self._page.side.close_panel()
            self._page.show_map()
        else:
            self._page.side.open_panel(KEY)
        self._shown = gebied.uid if gebied else ""
        self.panel.form.begin(gebied)
        self.panel.setCurrentWidget(self.panel.form)
        self._page.map.set_layer_visible(KEY, visible=True)
        if gebied is not None:
            self.tools.show_area(gebied.uid)
        # The pen draws one ring: an area of several parts keeps its edge.
        if gebied is None or len(gebied.ringen) == 1:
            self.tools.hide_area(self._shown)
            self.tools.draw(gebied.ringen[0][:-1] if gebied else ())

    def _on_tools_ring_drawn(self, corners: Corners) -> None:
        self.panel.form.set_corners(corners)
        if self._page.side.open_key != KEY:
            self._page.side.open_panel(KEY)
            self.panel.form.naam.setFocus()

    def _on_form_cancelled(self) -> None:
        if self.panel.currentWidget() is self.panel.form:
            uid = self._shown
            self._end_drawing()
            if uid:
                self.open_gebied(uid)
            else:
                self._to_list()

    def _end_drawing(self) -> None:
        self.tools.stop()
        self.tools.hide_area("")

    def _on_view_change_requested(self, uid: str) -> None:
        gebied = self._find(uid)
        if gebied is not None:
            self._begin(gebied)

    def _on_form_submitted(self, filled: Ingevuld) -> None:
        session = self._ui.session
        work = partial(_store, session, filled)
        self._ui.run(work, self, partial(self._on_stored, is_new=not filled.uid), self._on_refused)

    def _on_stored(self, done: Done, *, is_new: bool) -> None:
        self._end_drawing()
        self._shown = done.uid
        self.panel.setCurrentWidget(self.panel.view)
        words = self.tr("Het gebied is opgeslagen.") if is_new else self.tr("Het gebied is gewijzigd.")
        self._ui.show_notice(words, done.undo)
        self.tools.show_area(done.uid)
        self._load()

    def _on_refused(self, problem: BoaError) -> None:
        if isinstance(problem, UserError):
            self.panel.form.show_problem(problem)
        else:
            self._ui.show_error(problem)

    def _on_view_void_requested(self, uid: str, reden: str) -> None:
        session = self._ui.session
        self._ui.run(lambda: laat_gebied_vervallen(session, uid, reden), self, self._on_voided)

    def _on_voided(self, done: Done) -> None:
        self._to_list()
        self._ui.show_notice(self.tr("Het gebied is vervallen."), done.undo)

    def _on_map_object_selected(self, kind: str, uid: str) -> None:
        if kind == "gebied":
            self.open_gebied(uid)

    def _on_side_panel_closed(self, key: str) -> None:
        if key == KEY and not self.tools.is_drawing():
            self._to_list()

    def _on_ui_data_changed(self, changes: Changes) -> None:
        if changes.alles or changes.gebieden:
            self._load()


def _store(session: Session, filled: Ingevuld) -> Done:
    if filled.uid:
        return wijzig_gebied(session, filled.uid, filled.values)
    values = dict(filled.values)
    soort = GebiedSoort(values.pop("soort"))
    return maak_gebied(session, values.pop("naam"), soort, values.pop("ringen"), **values)
