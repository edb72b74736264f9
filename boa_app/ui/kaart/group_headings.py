"""The headings of the list, by what it is grouped by; made only for the groups that are seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import numpy as np
from PySide6.QtCore import QObject

from boa_app.domain.moments import evening_date
from boa_app.texts import formats
from boa_app.ui.kaart.rows import KaartRows
from boa_app.usecases.lijstorde import Groepering, Indeling
from boa_app.usecases.overzicht import Overzicht, Selectie
from boa_app.usecases.session import Session

_EPOCH = date(1970, 1, 1)


class GroupHeadings(QObject):
    """Makes headings in one language; a QObject only for its words."""

    def __init__(self, session: Session, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._language = session, language
        self._rows = KaartRows(session.lijsten, language, self)

    def headings(
        self, selectie: Selectie, found: Indeling, groepering: Groepering, overzicht: Overzicht, buurten: Sequence[str]
    ) -> Callable[[int], str]:
        """Gives the heading of a group by its number. buurten: names by the number a selectie has for them."""
        keys = found.sleutels
        counts = np.diff(np.concatenate((found.begin, [found.plaatsen.size])))
        if groepering is Groepering.DAG:
            return self._days(selectie, found)
        if groepering is Groepering.INCIDENT:
            return lambda group: self._incident(int(keys[group]), int(counts[group]))
        names = [*buurten, self.tr("Buiten de buurten")]
        if groepering is Groepering.SOORT:
            soort, known = self._session.lijsten["soort"], overzicht.soorten
            names = [soort.kort(code, self._language) for code in known]
        return lambda group: f"{names[int(keys[group])]}, {formats.number(int(counts[group]), self._language)}"

    def _days(self, selectie: Selectie, found: Indeling) -> Callable[[int], str]:
        today = evening_date(self._session.now())
        night = selectie.nacht[found.plaatsen]
        nights = np.logical_or.reduceat(night, found.begin) if found.begin.size else night
        return lambda group: self._rows.heading(
            _EPOCH + timedelta(days=int(found.sleutels[group])), today, with_night=bool(nights[group])
        )

    def _incident(self, size: int, count: int) -> str:
        if size == 1:
            return self.tr("Meldingen die alleen staan, {aantal}").format(aantal=formats.number(count, self._language))
        return self.tr("Een incident, {aantal} meldingen").format(aantal=formats.number(count, self._language))
