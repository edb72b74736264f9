"""What came of an act on many meldingen, in one sentence."""

from __future__ import annotations

from PySide6.QtCore import QObject

from boa_app.texts import formats
from boa_app.usecases.bulk import BulkDone, Bulkverslag
from boa_app.usecases.changes import Done


class BulkWords(QObject):
    """Makes the sentences in one language; a QObject only for its words."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language

    def done(self, verslag: Bulkverslag, what: str) -> str:
        """12 meldingen vervallen. 2 niet: geen recht. what: the act in the past tense."""
        count = formats.count_of(verslag.gedaan, self.tr("melding"), self.tr("meldingen"), self._language)
        first = self.tr("{aantal} {gedaan}.").format(aantal=count, gedaan=what)
        return " ".join(part for part in (first, self._stopped(verslag), self._refused(verslag)) if part)

    def undone(self, done: Done) -> str:
        """What taking back came to; of many with their number."""
        if not isinstance(done, BulkDone):
            return self.tr("Ongedaan gemaakt.")
        count = formats.number(done.verslag.gedaan, self._language)
        first = self.tr("Ongedaan gemaakt: {aantal}.").format(aantal=count)
        return " ".join(part for part in (first, self._refused(done.verslag)) if part)

    def _stopped(self, verslag: Bulkverslag) -> str:
        return self.tr("Daarna gestopt.") if verslag.gestopt else ""

    def _refused(self, verslag: Bulkverslag) -> str:
        words = {
            "geen_recht": self.tr("u mag dat daar niet"),
            "melding_vervallen": self.tr("al vervallen"),
            "correctie_reden_nodig": self.tr("een correctie vraagt een reden"),
            "melding_onbekend": self.tr("is er niet meer"),
            "ongedaan_te_laat": self.tr("intussen gewijzigd"),
        }
        if not verslag.geweigerd:
            return ""
        count = formats.number(sum(verslag.geweigerd.values()), self._language)
        reasons = ", ".join(words.get(code, code) for code in verslag.geweigerd)
        return self.tr("{aantal} niet: {redenen}.").format(aantal=count, redenen=reasons)
