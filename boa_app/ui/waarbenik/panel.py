"""What there is to know of one place, large enough to read at arm's length in the dark."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.waarbenik.words import HierWoorden, Kaartje
from boa_app.ui.widgets.buttons import Knop
from boa_app.ui.widgets.panel import IconLabel, Line
from boa_app.ui.widgets.text import Label
from boa_app.usecases.waarbenik import Hier


class KaartjeRij(QWidget):
    """One rule or JOP, only to be read."""

    def __init__(self, themes: ThemeManager, kaartje: Kaartje, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(kaartje.spoken())
        words = QVBoxLayout()
        words.setSpacing(px("s1"))
        words.addWidget(Label(themes, kaartje.naam, size="t-tegel", weight="w-vet", wrap=True))
        for line in kaartje.regels:
            words.addWidget(Label(themes, line, wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px("s2"), 0, px("s2"))
        row.setSpacing(px("s3"))
        row.addWidget(IconLabel(themes, kaartje.icon), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


class Waarschuwing(QWidget):
    """A sentence of doubt about the place, with its sign."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = Label(themes, weight="w-vet", color="let", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px("s2"))
        row.addWidget(IconLabel(themes, "triangle-alert", color="let"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)

    def set_text(self, text: str) -> None:
        """Show a doubt; none hides it."""
        self.text.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))


class HierPanel(QWidget):
    """One place, or what keeps it from being known.

    Signals:
        gps_requested(): choose the source of the place. own_requested(): back to where one stands.
    """

    gps_requested = Signal()
    own_requested = Signal()

    def __init__(self, themes: ThemeManager, words: HierWoorden, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes, self._words = themes, words
        self.source = Label(themes, color="ink-2", wrap=True)
        self.place = Label(themes, size="t-groot", weight="w-zwaar", wrap=True)
        self.gemeente = Label(themes, color="ink-2", wrap=True)
        self.address = Label(themes, size="t-kop", weight="w-vet", wrap=True)
        self.street = Label(themes, size="t-tegel", wrap=True)
        self.doubt, self.also = Waarschuwing(themes), Waarschuwing(themes)
        self.rules_head = Label(themes, self.tr("Wat hier geldt"), size="t-titel", weight="w-vet")
        self.none = Label(themes, self.tr("Hier geldt vandaag geen gebied met een besluit."), wrap=True)
        self.jops_head = Label(themes, self.tr("JOP's in de buurt"), size="t-titel", weight="w-vet")
        self.own = Knop(themes, self.tr("Naar mijn plaats"), "locate-fixed")
        self.gps = Knop(themes, self.tr("Plaatsbepaling instellen"), "settings")
        self._rules, self._jops = QVBoxLayout(), QVBoxLayout()
        self._shown: list[KaartjeRij] = []
        self._line = Line()
        self._build()
        self.own.clicked.connect(self.own_requested)
        self.gps.clicked.connect(self.gps_requested)
        self.show_waiting("", "")

    def show_hier(self, hier: Hier, source: str, doubt: str, *, own: bool) -> None:
        """Show a place. source: where it comes from and how exact; doubt: why it may be wrong; own: where one
        stands."""
        self.source.setText(source)
        self.place.setText(self._words.place(hier))
        self.gemeente.setText(self._words.gemeente(hier))
        self.address.setText(self._words.address(hier))
        street = self._words.street(hier) if hier.adres else ""
        self.street.setText(street)
        self.doubt.set_text(doubt)
        self.also.set_text(self._words.also(hier))
        self._fill(self._rules, [self._words.rule(rule) for rule in hier.regels])
        self._fill(self._jops, [self._words.jop(near) for near in hier.jops])
        for part, shown in (
            (self.gemeente, bool(self.gemeente.text())), (self.address, bool(self.address.text())),
            (self.street, bool(street)),
            (self.source, True), (self.rules_head, True), (self.none, not hier.regels),
            (self.jops_head, bool(hier.jops)),
            (self.own, not own), (self.gps, False), (self._line, True),
        ):  # fmt: skip
            part.setVisible(shown)

    def show_waiting(self, title: str, text: str, *, offers_gps: bool = False) -> None:
        """No place yet: say why, and that the map can be touched."""
        self.place.setText(title)
        self.address.setText(text)
        self._fill(self._rules, [])
        self._fill(self._jops, [])
        self.doubt.set_text("")
        self.also.set_text("")
        known = (
            self.source,
            self.gemeente,
            self.street,
            self.rules_head,
            self.none,
            self.jops_head,
            self.own,
            self._line,
        )
        for part in known:
            part.hide()
        self.address.setVisible(bool(text))
        self.gps.setVisible(offers_gps)

    def rules(self) -> tuple[KaartjeRij, ...]:
        """What is listed as holding here."""
        return tuple(self._shown)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px("s4"), px("s4"), px("s4"), px("s4"))
        column.setSpacing(px("s3"))
        for part in (self.place, self.address, self.street, self.doubt, self.also, self.gemeente, self.source):
            column.addWidget(part)
        column.addWidget(self.own, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.gps, 0, Qt.AlignmentFlag.AlignLeft)
        for layout in (self._rules, self._jops):
            layout.setSpacing(0)
        column.addWidget(self._line)
        column.addWidget(self.rules_head)
        column.addWidget(self.none)
        column.addLayout(self._rules)
        column.addWidget(self.jops_head)
        column.addLayout(self._jops)
        column.addStretch(1)

    def _fill(self, layout: QVBoxLayout, kaartjes: list[Kaartje]) -> None:
        while (item := layout.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        made = [KaartjeRij(self._themes, kaartje, self) for kaartje in kaartjes]
        for row in made:
            layout.addWidget(row)
        if layout is self._rules:
            self._shown = made
