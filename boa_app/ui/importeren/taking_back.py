"""Undoing an import: what will go and what stays is told first, at the place of the act and without a dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boa_app.texts import formats
from boa_app.ui.context import UiContext
from boa_app.ui.importeren.words import ImportWords
from boa_app.ui.widgets.banner import Banner, BannerButton, BannerKind, BannerSpec
from boa_app.usecases import importeren

if TYPE_CHECKING:
    from boa_app.usecases.importeren import Verslag


class TakingBack(QWidget):
    """A banner that asks, above the page.

    Signals:
        agreed(tuple[int, ...]): undo the imports with these numbers.
    """

    agreed = Signal(object)

    def __init__(self, ui: UiContext, words: ImportWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui, self._words = ui, words
        self.banner: Banner | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def ask(self, *nrs: int) -> None:
        """Find out what undoing these imports would do, and ask."""
        session = self._ui.session

        def read() -> list[Verslag]:
            return [importeren.gevolg_ongedaan(session, nr) for nr in nrs]

        self._ui.tasks.query(read, lambda found: self._show(nrs, found), self._ui.show_error, self)

    def tell(self, outcome: Verslag | None) -> None:
        """Say what was undone; None: a paused import was thrown away."""
        if outcome is None:
            self._ui.show_notice(self.tr("De import is weggegooid. Er was nog niets van te zien."))
            return
        gone, kept = outcome.verwijderd, outcome.gebleven
        said = self.tr("Import ongedaan gemaakt: {aantal} weg.").format(aantal=self._meldingen(gone))
        if kept:
            said += " " + self.tr("{aantal} gebleven.").format(aantal=self._meldingen(kept))
        self._ui.show_notice(said)

    def _show(self, nrs: tuple[int, ...], found: list[Verslag]) -> None:
        self._close()
        gone = sum(one.verwijderd for one in found)
        kept = sum(one.gebleven for one in found)
        strong = self.tr("{aantal} gaan weg.").format(aantal=self._meldingen(gone))
        if gone == 1:
            strong = self.tr("1 melding gaat weg.")
        text = self.tr("Het bestand zelf blijft bestaan; u kunt het opnieuw importeren.")
        if kept:
            stays = self.tr("{aantal} blijven: iemand heeft ze daarna gewijzigd.").format(aantal=self._meldingen(kept))
            if kept == 1:
                stays = self.tr("1 melding blijft: iemand heeft die daarna gewijzigd.")
            text = f"{stays} {text}"
        buttons = (
            BannerButton(self.tr("Ongedaan maken"), lambda: self.agreed.emit(nrs), "undo-2"),
            BannerButton(self.tr("Laten staan"), _nothing),
        )
        self.banner = Banner(self._ui.themes, BannerSpec(BannerKind.LET, strong, text, buttons, closable=False), self)
        self.banner.closed.connect(self._close)
        self._column.addWidget(self.banner)
        self.banner.show()
        self.banner.buttons()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        if self.banner is not None:
            banner, self.banner = self.banner, None
            self._column.removeWidget(banner)
            banner.hide()
            banner.deleteLater()

    def _meldingen(self, count: int) -> str:
        return formats.count_of(count, self.tr("melding"), self.tr("meldingen"), self._words.language)


def _nothing() -> None:
    """The banner closes itself; nothing else happens."""
