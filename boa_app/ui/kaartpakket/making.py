"""While a kaartpakket is made: every part with how far it is, the bar of the whole, and the way to stop."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from boa_app.texts import formats
from boa_app.ui.kaartpakket.words import PART_ICONS, KaartWords
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.vandaag.lists import InfoRow
from boa_app.ui.widgets.text import Label
from boa_app.usecases.kaartpakketbouw import Voortgang

_STEPS = 1000
ENDED = frozenset({"klaar", "overgeslagen", "mislukt"})


class MakingView(QWidget):
    """How far a making is.

    Signals:
        stop_requested(): stop for now.
    """

    stop_requested = Signal()

    def __init__(self, themes: ThemeManager, words: KaartWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes, self._words = themes, words
        self._rows: dict[str, InfoRow] = {}
        self.now = Label(themes, weight="w-vet", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        calm = self.tr(
            "U kunt gewoon doorwerken. Het kaartpakket dat u nu gebruikt, blijft werken tot het nieuwe klaar is."
        )
        later = self.tr("Stopt u, of vergrendelt het scherm? U gaat later verder waar het was.")
        head = QVBoxLayout()
        head.setContentsMargins(px("s3"), px("s3"), px("s3"), px("s3"))
        head.setSpacing(px("s2"))
        head.addWidget(self.now)
        head.addWidget(self.bar)
        for words_of_rest in (calm, later):
            head.addWidget(Label(themes, words_of_rest, color="ink-2", wrap=True))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self.begin()

    def begin(self) -> None:
        """Nothing is told yet."""
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {}
        self._tell(self.tr("Begint…"), 0, 0)

    def show_progress(self, parts: Sequence[Voortgang]) -> None:
        """Show every part told of so far; the last one that has not ended is what is being done now."""
        for part in parts:
            if part.onderdeel not in self._rows:
                row = InfoRow(self._themes, PART_ICONS.get(part.onderdeel, "package"))
                self._rows[part.onderdeel] = row
                self._column.addWidget(row)
                row.show()
            self._rows[part.onderdeel].set_fact(self._name(part), self._state(part))
        busy = [part for part in parts if part.tekstcode not in ENDED]
        if busy:
            part = busy[-1]
            self._tell(f"{self._name(part)}: {self._state(part)}", part.klaar, part.totaal)

    def rows(self) -> dict[str, InfoRow]:
        """The parts shown, by name."""
        return dict(self._rows)

    def _tell(self, text: str, done: int, total: int) -> None:
        self.now.setText(text)
        self.bar.setRange(0, _STEPS if total else 0)
        self.bar.setValue(round(_STEPS * min(1.0, done / total)) if total else 0)
        self.bar.setAccessibleName(text)

    def _name(self, part: Voortgang) -> str:
        return self.tr("Bestand") if part.onderdeel == "bestand" else self._words.part(part.onderdeel)

    def _state(self, part: Voortgang) -> str:
        words = {
            "haal": self.tr("wordt opgehaald"), "lees": self.tr("wordt gelezen"), "schrijf": self.tr("wordt bewaard"),
            "controleer": self.tr("wordt nagekeken"), "klaar": self.tr("klaar"),
            "overgeslagen": self.tr("was al klaar"), "mislukt": self.tr("niet gelukt"),
        }  # fmt: skip
        word = words.get(part.tekstcode, part.tekstcode)
        if part.tekstcode in ENDED or not part.totaal:
            return word
        percent = formats.number(int(100 * min(1.0, part.klaar / part.totaal)), self._words.language)
        return f"{word}, {percent} %"
