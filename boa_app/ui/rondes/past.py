"""The ronde of now in one card, and the rondes before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boa_app.domain.codelijsten import Codelijsten
from boa_app.domain.moments import to_local
from boa_app.domain.ronde import Ronde
from boa_app.texts import formats
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.vandaag.lists import InfoRow
from boa_app.ui.vandaag.stack import StackPanel
from boa_app.ui.widgets.buttons import ButtonKind, Knop
from boa_app.ui.widgets.panel import Panel
from boa_app.ui.widgets.states import EmptyState
from boa_app.ui.widgets.text import Label


class NowPanel(Panel):
    """Whether a ronde runs, since when, and what it counts.

    Signals:
        start_requested(): start a ronde.
    """

    start_requested = Signal()

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(themes, self.tr("Deze ronde"), "route", parent)
        self._figure = Label(themes, size="t-groot", weight="w-zwaar")
        self._words = Label(themes, color="ink-2", wrap=True)
        self.start = Knop(themes, self.tr("Ronde starten"), "play", kind=ButtonKind.GEWOON, parent=self)
        self.start.clicked.connect(self.start_requested)
        column = QVBoxLayout()
        column.setContentsMargins(px("s3"), px("s3"), px("s3"), px("s3"))
        column.setSpacing(px("s1"))
        column.addWidget(self._figure)
        column.addWidget(self._words)
        column.addSpacing(px("s2"))
        column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(column)
        self.set_ronde(None, 0, 0)

    def set_ronde(self, ronde: Ronde | None, visited: int, total: int) -> None:
        """Show the running ronde, or that there is none."""
        self.start.setVisible(ronde is None)
        if ronde is None:
            self.set_right_text("")
            self._figure.setText(self.tr("Geen ronde"))
            self._words.setText(self.tr("Start een ronde. Daarna tikt u per plek aan wat u aantrof."))
            return
        self.set_right_text(self.tr("sinds {tijd}").format(tijd=formats.time(ronde.begin)))
        self._figure.setText(self.tr("{aantal} van {totaal}").format(aantal=visited, totaal=total))
        self._words.setText(self.tr("plekken bezocht. Een melding die u nu maakt, hoort bij deze ronde."))


class PastPanel(StackPanel):
    """Rondes that ended, newest first."""

    def __init__(
        self, themes: ThemeManager, lijsten: Codelijsten, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(themes, self.tr("Eerdere rondes"), "history", parent)
        self._bevinding, self._language = lijsten["ronde_bevinding"], language

    def set_rondes(self, rondes: Sequence[Ronde]) -> None:
        """Show when each was and what it found."""
        self.set_right_text(str(len(rondes)) if rondes else "")
        if not rondes:
            empty = EmptyState(self._themes)
            empty.set_message(self.tr("Nog geen rondes"), self.tr("Hier staat straks wat elke ronde opleverde."))
            self.set_widgets([empty])
            return
        self.set_widgets([self._row(ronde) for ronde in rondes])

    def rows(self) -> tuple[InfoRow, ...]:
        """The rondes shown, newest first."""
        return tuple(self._content.findChildren(InfoRow))

    def _row(self, ronde: Ronde) -> InfoRow:
        day = formats.list_date(to_local(ronde.begin).date(), self._language)
        end = formats.time(ronde.einde) if ronde.einde is not None else ""
        row = InfoRow(self._themes, "route")
        counts = Counter(str(bezoek.bevinding) for bezoek in ronde.bezoeken)
        found = [
            f"{counts[code.code]} {code.kort if self._language == 'nl' else code.kort_en}".lower()
            for code in self._bevinding.codes
            if counts[code.code]
        ]
        name = self.tr("{dag}, {van}–{tot}").format(dag=day, van=formats.time(ronde.begin), tot=end)
        row.set_fact(name, ", ".join(found) or self.tr("geen plekken bezocht"))
        return row
