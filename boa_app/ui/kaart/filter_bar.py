"""The filters in one line. What does not fit waits behind the button *Filter*; active ones stay longest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from boa_app.domain.codelijsten import Codelijsten
from boa_app.domain.moments import Dagdeel
from boa_app.texts import formats
from boa_app.ui.kaart.periods import TODAY, WEEKS, with_period, year_codes
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import ButtonKind, Knop
from boa_app.ui.widgets.filter_chip import FilterChip
from boa_app.usecases.overzicht import Filter

Options = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class FilterWords:
    """Where the choices come from. buurten: code and name, empty without a kaartpakket."""

    lijsten: Codelijsten
    buurten: Options
    language: str


class MorePopup(QFrame):
    """Holds the chips that do not fit.

    Signals:
        closed(): it went away.
    """

    closed = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("vlak", "paneel")
        self.setAccessibleName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px("s3"), px("s3"), px("s3"), px("s3"))
        self.column.setSpacing(px("s2"))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()


class FilterBar(QFrame):
    """Periode, soort, buurt, dagdeel, ernst; always in this order.

    Signals:
        filter_changed(): a person chose or cleared something.
    """

    filter_changed = Signal()

    def __init__(self, themes: ThemeManager, words: FilterWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setProperty("vlak", "surface")
        self._years: tuple[int, ...] = ()
        self.periode = FilterChip(themes, self.tr("Periode"), (), all_text=self.tr("Alles"), parent=self)
        self.soort = FilterChip(
            themes,
            self.tr("Soort"),
            self._code_options("soort"),
            all_text=self.tr("Alle soorten"),
            multi=True,
            parent=self,
        )
        self.buurt = FilterChip(
            themes, self.tr("Buurt"), words.buurten, all_text=self._all_buurten(), multi=True, parent=self
        )
        self.dagdeel = FilterChip(themes, self.tr("Dagdeel"), self._dagdelen(), multi=True, parent=self)
        self.ernst = FilterChip(themes, self.tr("Ernst"), self._code_options("ernst"), multi=True, parent=self)
        self._chips = [self.periode, self.soort, self.buurt, self.dagdeel, self.ernst]
        if not words.buurten:
            self._chips.remove(self.buurt)
            self.buurt.hide()
        self.more = Knop(themes, self.tr("Filter"), "funnel", parent=self)
        self.reset = Knop(themes, self.tr("Wissen"), "rotate-ccw", kind=ButtonKind.TEKST, parent=self)
        self._popup = MorePopup(self.tr("Meer filters"), self)
        self._build()
        self.set_years(())

    def chips(self) -> tuple[FilterChip, ...]:
        """The filters in their order."""
        return tuple(self._chips)

    def set_years(self, years: Sequence[int]) -> None:
        """Offer these years beside the periods that count back from today."""
        self._years = tuple(years)
        weeks = {
            "w1": self.tr("Laatste 7 dagen"),
            "w4": self.tr("Laatste 4 weken"),
            "w13": self.tr("Laatste 13 weken"),
            "w26": self.tr("Laatste 26 weken"),
            "w52": self.tr("Laatste 52 weken"),
        }
        options = [(TODAY, self.tr("Vandaag")), *((code, weeks[code]) for code in WEEKS)]
        self.periode.set_options([*options, *((code, code[1:]) for code in year_codes(years))])
        self._arrange()

    def years(self) -> tuple[int, ...]:
        """The years on offer."""
        return self._years

    def wanted(self, today: date) -> Filter:
        """The filter as it stands."""
        made = Filter(
            soorten=frozenset(self.soort.chosen()),
            buurten=frozenset(self.buurt.chosen()),
            dagdelen=frozenset(self.dagdeel.chosen()),
            ernst=frozenset(self.ernst.chosen()),
        )
        return with_period(made, "".join(self.periode.chosen()), today)

    def is_active(self) -> bool:
        """True when anything is left out."""
        return any(chip.is_active() for chip in self._chips)

    def clear(self) -> None:
        """Leave nothing out any more, as a person would."""
        for chip in self._chips:
            chip.set_chosen(())
        self._on_chip_choice_changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(px("s3"), px("s2"), px("s3"), px("s2"))
        self._row.setSpacing(px("s2"))
        for chip in self._chips:
            self._row.addWidget(chip)
            chip.choice_changed.connect(self._on_chip_choice_changed)
        self._row.addWidget(self.more)
        self._row.addStretch(1)
        self._row.addWidget(self.reset)
        self.more.clicked.connect(self._on_more_clicked)
        self.reset.clicked.connect(self.clear)
        # Not while its chips are still being pressed: one of them may have a list open.
        self._popup.closed.connect(lambda: QTimer.singleShot(0, self, self._arrange))

    def _arrange(self) -> None:
        """Put every chip in the line or behind the button."""
        self.reset.setVisible(self.is_active())
        if self._popup.isVisible():
            return
        hidden = self._overflow()
        for place, chip in enumerate(self._chips):
            in_line = chip not in hidden
            if in_line and chip.parentWidget() is not self:
                self._row.insertWidget(place, chip)
            elif in_line:
                self._row.removeWidget(chip)
                self._row.insertWidget(place, chip)
            else:
                self._popup.column.addWidget(chip)
            chip.show()
        self.more.setVisible(bool(hidden))

    def _overflow(self) -> list[FilterChip]:
        gap = px("s2")
        room = self.width() - 2 * px("s3")
        if self.is_active():
            room -= self.reset.sizeHint().width() + gap
        needed = sum(chip.sizeHint().width() + gap for chip in self._chips) - gap
        if needed <= room:
            return []
        room -= self.more.sizeHint().width() + gap
        hidden: list[FilterChip] = []
        # The last ones give way first; active ones only when there is nothing else left.
        last_first = [chip for on in (False, True) for chip in reversed(self._chips) if chip.is_active() is on]
        for chip in last_first:
            if needed <= room:
                break
            hidden.append(chip)
            needed -= chip.sizeHint().width() + gap
        return hidden

    def _code_options(self, name: str) -> Options:
        lijst = self._words.lijsten[name]
        return [(code.code, lijst.kort(code.code, self._words.language)) for code in lijst.codes]

    def _dagdelen(self) -> Options:
        return [
            (Dagdeel.OCHTEND, self.tr("Ochtend")),
            (Dagdeel.MIDDAG, self.tr("Middag")),
            (Dagdeel.AVOND, self.tr("Avond")),
            (Dagdeel.LAAT, self.tr("Laat")),
            (Dagdeel.NACHT, self.tr("Nacht")),
        ]

    def _all_buurten(self) -> str:
        return self.tr("Alle {aantal}").format(aantal=formats.number(len(self._words.buurten), self._words.language))

    def _on_chip_choice_changed(self) -> None:
        self._arrange()
        self.filter_changed.emit()

    def _on_more_clicked(self) -> None:
        corner = self.more.mapToGlobal(QPoint(0, self.more.height() + px("s1")))
        self._popup.adjustSize()
        room = self.screen().availableGeometry()
        corner.setX(max(room.left(), min(corner.x(), room.right() - self._popup.width())))
        self._popup.move(corner)
        self._popup.show()
