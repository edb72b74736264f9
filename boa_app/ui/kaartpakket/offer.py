"""What the centre offers: a newer kaartpakket than there is on this device, to fetch when a person wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from boa_app.domain.moments import to_local
from boa_app.texts import formats
from boa_app.ui.kaartpakket.words import KaartWords
from boa_app.ui.vandaag.lists import InfoRow
from boa_app.ui.widgets.buttons import ButtonKind, Knop
from boa_app.ui.widgets.list_detail import DetailPanel
from boa_app.ui.widgets.row import RowData
from boa_app.ui.widgets.tag import TagKind
from boa_app.usecases.kaartophalen import Aanbod, nieuw_op_centrale

if TYPE_CHECKING:
    from boa_app.ui.context import UiContext

# No sleutel has a colon.
OFFER_KEY = "centrale:"


class CentreOffer(QObject):
    """The offer in the list and in the detail.

    Signals:
        offer_read(): it was looked whether there is one.
        fetch_requested(Aanbod): a person wants it.
    """

    offer_read = Signal()
    fetch_requested = Signal(object)

    def __init__(self, ui: UiContext, words: KaartWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ui, self._words = ui, words
        self.aanbod: Aanbod | None = None

    def read(self) -> None:
        """Look again what the centre told in the last round."""
        session = self._ui.session

        def shown(found: Aanbod | None) -> None:
            self.aanbod = found
            self.offer_read.emit()

        self._ui.tasks.query(lambda: nieuw_op_centrale(session), shown, lambda _error: shown(None), self)

    def rows(self) -> list[tuple[str, RowData]]:
        """Its row, none when nothing is offered."""
        found = self.aanbod
        if found is None:
            return []
        tag = self.tr("bij de centrale")
        return [(OFFER_KEY, RowData("download", found.naam, self._made(found), tag, TagKind.LET, "download"))]

    def show_in(self, detail: DetailPanel, *, is_free: bool) -> None:
        """Show it, with what can be done. is_free: nothing else is being made."""
        found = self.aanbod
        if found is None:
            return
        words = self.tr("Verder ophalen") if found.opgehaald else self.tr("Ophalen")
        fetch = Knop(self._ui.themes, words, "download", kind=ButtonKind.HOOFD)
        fetch.setEnabled(is_free)
        fetch.clicked.connect(lambda: self.fetch_requested.emit(found))
        detail.show_parts(found.naam, self._facts(found), [fetch])

    def _facts(self, found: Aanbod) -> list[QWidget]:
        left = self._words.size(found.bytes - found.opgehaald)
        told = [
            ("download", self.tr("Nieuw kaartpakket bij de centrale"), f"{self._made(found)} · {found.maker}"),
            ("package", self.tr("Nog {grootte} op te halen").format(grootte=left), self.tr(
                "Dat kan in delen: breekt de verbinding, dan gaat het later verder waar het was."
            )),
            ("shield-check", self.tr("Alleen met de handtekening van uw centrale"), self.tr(
                "U werkt door met de kaart van nu. De nieuwe staat daarna klaar om te gebruiken."
            )),
        ]  # fmt: skip
        rows: list[QWidget] = []
        for icon, name, meta in told:
            row = InfoRow(self._ui.themes, icon)
            row.set_fact(name, meta)
            rows.append(row)
        return rows

    def _made(self, found: Aanbod) -> str:
        day = formats.date_nl(to_local(found.gemaakt_op).date(), self._words.language)
        return self.tr("gemaakt op {dag}").format(dag=day)
