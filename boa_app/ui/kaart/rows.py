"""What a melding looks like in the long list and in the call-out on the map."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import QObject

from boa_app.domain.codelijsten import Codelijsten
from boa_app.domain.moments import to_local
from boa_app.texts import formats
from boa_app.ui.vandaag.rows import RowMaker
from boa_app.ui.widgets.row import RowData
from boa_app.usecases.overzicht import MeldingRij


class KaartRows(QObject):
    """Makes the rows in one language; a QObject only for its words."""

    def __init__(self, lijsten: Codelijsten, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._maker = RowMaker(lijsten, language, self)
        # Seen from another year, so that the date is told with its year.
        self._long_ago = datetime(1990, 1, 1, tzinfo=UTC)

    def row(self, rij: MeldingRij, heading: str, *, with_day: bool = False) -> RowData:
        """A row below the heading of its day: the time, no date. with_day: the heading tells something else."""
        if with_day:
            return replace(self._maker.melding(rij, self._long_ago), day=heading)
        # Said on its own evening, so that the day, which the heading tells, is left out.
        return replace(self._maker.melding(rij, rij.moment), day=heading)

    def call_out(self, rij: MeldingRij) -> tuple[str, str]:
        """Two lines: what, and when."""
        local, when = to_local(rij.moment), self._maker.when(rij.moment, rij.moment, rij.tot)
        if self._spans_days(rij):
            return self.row(rij, "").name, when
        day = self.tr("{dag} om {tijd}").format(
            dag=f"{formats.list_date(local, self._language)}-{local.year}"
            if self._language == "nl"
            else f"{formats.list_date(local, self._language)} {local.year}",
            tijd=when,
        )
        return self.row(rij, "").name, day

    def heading(self, day: date, today: date, *, with_night: bool = False) -> str:
        """Vandaag, vrijdag 20-11-2026; with_night: some of it happened after midnight, on the next date."""
        weekday = formats.long_date(day, self._language).split(" ", 1)[0]
        text = f"{weekday} {formats.date_nl(day, self._language)}"
        if with_night:
            text = self.tr("{dag} en de nacht erna").format(dag=text)
        if day == today:
            return self.tr("Vandaag, {dag}").format(dag=text)
        if day == today - timedelta(days=1):
            return self.tr("Gisteren, {dag}").format(dag=text)
        return text[0].upper() + text[1:]

    def waiting(self, heading: str) -> RowData:
        """A row whose content is on its way."""
        return RowData(icon="ellipsis", name=self.tr("Wordt gelezen …"), day=heading)

    @staticmethod
    def _spans_days(rij: MeldingRij) -> bool:
        """Longer than a day, so that times say nothing; a window over midnight is still one evening."""
        return rij.tot is not None and rij.tot - rij.moment > timedelta(days=1)
