"""Ties *Bewaarde filters* to the store: reads the list, keeps, throws away, and shows a kept one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from boa_app.domain.moments import evening_date
from boa_app.texts.filterzin import filterzin
from boa_app.ui.kaart.periods import TODAY
from boa_app.ui.kaart.saved_popup import SavedPopup
from boa_app.usecases.changes import Done
from boa_app.usecases.filters import BewaardFilter, bewaar_filter, lijst_filters, verwijder_filter
from boa_app.usecases.gebieden import lijst_gebieden, may_read_gebieden
from boa_app.usecases.kaartuitvoer import filter_woorden

if TYPE_CHECKING:
    from boa_app.ui.context import UiContext
    from boa_app.ui.kaart.filter_bar import FilterBar
    from boa_app.usecases.session import Session


class SavedLink(QObject):
    """Adds kept filters to the filter bar."""

    def __init__(self, ui: UiContext, filters: FilterBar, parent: QObject) -> None:
        super().__init__(parent)
        self._ui, self._filters = ui, filters
        self.popup = SavedPopup(ui.themes, filters)
        filters.saved_requested.connect(self._on_filters_saved_requested)
        self.popup.filter_chosen.connect(self._on_popup_filter_chosen)
        self.popup.filter_dropped.connect(self._on_popup_filter_dropped)
        self.popup.filter_named.connect(self._on_popup_filter_named)

    def _on_filters_saved_requested(self) -> None:
        session, language = self._ui.session, self._ui.language
        self._ui.tasks.query(lambda: _read(session, language), self._open, self._ui.show_error, self)

    def _open(self, found: list[tuple[BewaardFilter, str]]) -> None:
        self.popup.set_filters(found, can_keep=self._filters.is_active())
        self.popup.open_under(self._filters.saved)

    def _on_popup_filter_chosen(self, saved: BewaardFilter) -> None:
        self._filters.set_filter(saved.filter, saved.periode or None)

    def _on_popup_filter_dropped(self, uid: str) -> None:
        session = self._ui.session
        self._ui.run(
            lambda: verwijder_filter(session, uid), self,
            lambda done: self._ui.show_notice(self.tr("Filter niet meer bewaard."), done.undo),
        )  # fmt: skip

    def _on_popup_filter_named(self, naam: str) -> None:
        session, period = self._ui.session, self._filters.parts.period()
        # What a search found is of this moment and is not kept.
        wanted = replace(self._filters.wanted(evening_date(session.now())), nrs=None)

        def tell(done: Done) -> None:
            self._ui.show_notice(self.tr("Filter {naam} bewaard.").format(naam=naam), done.undo)

        # Only today moves with the days; the other codes follow from the filter.
        self._ui.run(lambda: bewaar_filter(session, naam, wanted, period if period == TODAY else ""), self, tell)


def _read(session: Session, language: str) -> list[tuple[BewaardFilter, str]]:
    names = {}
    if may_read_gebieden(session.actor.rol):
        names = {gebied.uid: gebied.naam for gebied in lijst_gebieden(session)}
    return [
        (saved, filterzin(filter_woorden(session, saved.filter, names, language), language))
        for saved in lijst_filters(session)
    ]
