"""Photos past their term go at opening, unless the clock of the device cannot be right: then the window asks first."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from boa_app.domain.klok import KlokOordeel, KlokStand
from boa_app.texts import formats
from boa_app.ui.context import UiContext
from boa_app.ui.widgets.banner import BannerButton, BannerKind, BannerSpec
from boa_app.usecases.changes import Done
from boa_app.usecases.fotos import fotos_verlopen
from boa_app.usecases.klok import bevestig_klok, lees_klok

KEY = "klok"


class ClockQuestion(QObject):
    """Judges the clock once and wipes by it when it is sure, or when a person says that it is right.

    Signals:
        banner_wanted(BannerSpec): ask or tell this.
    """

    banner_wanted = Signal(object)

    def __init__(self, ui: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ui = ui

    def start(self) -> None:
        """Judge, while somebody reads the first screen."""
        self._ui.tasks.query(lambda: lees_klok(self._ui.session), self._on_judged, self._ui.show_error, self)

    def _on_judged(self, found: KlokOordeel) -> None:
        if found.laatst is None or found.is_zeker:
            self._wipe()
            return
        self.banner_wanted.emit(
            BannerSpec(
                BannerKind.LET,
                self._question(found, found.laatst),
                self.tr("Er wordt niets gewist tot u dit bevestigt."),
                (BannerButton(self.tr("Ja, klopt"), self._on_yes), BannerButton(self.tr("Nee"), self._on_no)),
                KEY,
                closable=False,
            )
        )

    def _question(self, found: KlokOordeel, last: datetime) -> str:
        language = self._ui.language
        if found.stand is KlokStand.VOORUIT:
            words = self.tr("Volgens dit apparaat is het {datum}, {dagen} dagen na het laatste gebruik. Klopt dat?")
            return words.format(datum=formats.date_nl(found.nu, language), dagen=formats.number(found.dagen, language))
        words = self.tr("Volgens dit apparaat is het {nu}, eerder dan het laatste gebruik op {laatst}. Klopt dat?")
        return words.format(nu=formats.moment(found.nu, language), laatst=formats.moment(last, language))

    def _on_yes(self) -> None:
        self._ui.run(lambda: bevestig_klok(self._ui.session), self, self._wipe)

    def _on_no(self) -> None:
        self.banner_wanted.emit(
            BannerSpec(
                BannerKind.LET,
                self.tr("Zet de datum en tijd van dit apparaat goed."),
                self.tr("Tot dan wordt er niets gewist en krijgen nieuwe meldingen een verkeerde tijd."),
                key=KEY,
            )
        )

    def _wipe(self, _: Done | None = None) -> None:
        self._ui.run(lambda: fotos_verlopen(self._ui.session), self)
