"""The filter chips in their one order, and the Filter they stand for, both ways."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from boa_app.domain.codelijsten import Codelijsten
from boa_app.domain.moments import Dagdeel
from boa_app.texts import formats
from boa_app.ui.kaart.periods import TODAY, WEEKS, free_code, free_dates, period_code, with_period, year_codes
from boa_app.ui.theme import ThemeManager
from boa_app.ui.widgets.filter_chip import FilterChip
from boa_app.usecases.overzicht import Filter

Options = Sequence[tuple[str, str]]
FREE, LAPSED, FOUND = "vrij", "ook", "gevonden"


@dataclass(frozen=True, slots=True)
class FilterWords:
    """Where the choices come from. buurten: code and name, empty without a kaartpakket."""

    lijsten: Codelijsten
    buurten: Options
    language: str


class Chips(QObject):
    """Periode, soort, buurt, dagdeel, ernst, aanleiding, groep, gebied, vervallen, gevonden.

    Signals:
        choice_changed(): a person chose or cleared something.
        dates_requested(): *Andere dagen* was chosen: ask which.
    """

    choice_changed = Signal()
    dates_requested = Signal()

    def __init__(self, themes: ThemeManager, words: FilterWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._themes = themes
        self._years: tuple[int, ...] = ()
        self._gebieden: Options = ()
        self._period = ""
        self._found: frozenset[int] | None = None
        self.periode = self._chip(self.tr("Periode"), (), self.tr("Alles"), multi=False)
        self.soort = self._chip(self.tr("Soort"), self._codes("soort"), self.tr("Alle soorten"))
        self.buurt = self._chip(self.tr("Buurt"), words.buurten, self._all_buurten())
        self.dagdeel = self._chip(self.tr("Dagdeel"), self._dagdelen())
        self.ernst = self._chip(self.tr("Ernst"), self._codes("ernst"))
        self.aanleiding = self._chip(self.tr("Aanleiding"), self._codes("aanleiding"))
        self.groep = self._chip(self.tr("Groep"), self._codes("groepsgrootte"))
        self.gebied = self._chip(self.tr("Gebied"), ())
        shown = ((LAPSED, self.tr("Ook tonen")),)
        self.vervallen = self._chip(self.tr("Vervallen"), shown, self.tr("Niet tonen"), multi=False)
        self.gevonden = self._chip(self.tr("Gevonden"), ())
        self._all = (
            self.periode, self.soort, self.buurt, self.dagdeel, self.ernst, self.aanleiding, self.groep, self.gebied,
            self.vervallen, self.gevonden,
        )  # fmt: skip
        for chip in self._all:
            chip.choice_changed.connect(self._on_chip_choice_changed)
        self.set_years(())

    def in_use(self) -> list[FilterChip]:
        """Those with something to choose, in their order."""
        empty = {self.buurt: not self._words.buurten, self.gebied: not self._has_gebieden(), self.gevonden: True}
        return [chip for chip in self._all if chip.is_active() or not empty.get(chip, False)]

    def out_of_use(self) -> list[FilterChip]:
        """The others."""
        used = self.in_use()
        return [chip for chip in self._all if chip not in used]

    def is_active(self) -> bool:
        """True when anything is left out, or lapsed ones are taken in."""
        return any(chip.is_active() for chip in self._all)

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
        options += [(code, code[1:]) for code in year_codes(years)]
        self.periode.set_options([*options, (FREE, self.tr("Andere dagen …"))])

    def years(self) -> tuple[int, ...]:
        """The years on offer."""
        return self._years

    def set_gebieden(self, gebieden: Options) -> None:
        """Offer these areas: uid and name."""
        self._gebieden = tuple(gebieden)
        self.gebied.set_options(gebieden)

    def set_free_dates(self, van: date, tot: date) -> None:
        """Take these dates as the period, without a signal."""
        self._period = free_code(van, tot)
        self.periode.set_own_value(self._period, formats.date_range(van, tot, self._words.language))

    def set_period(self, code: str) -> None:
        """Take this period, without a signal; of a year or number of weeks not on offer the dates are shown."""
        self._period = code
        dates = free_dates(code)
        if dates is not None:
            self.set_free_dates(*dates)
            return
        self.periode.set_chosen((code,) if code else ())
        if code and not self.periode.chosen():
            text = code[1:] if code[0] == "j" else self.tr("Laatste {aantal} weken").format(aantal=code[1:])
            self.periode.set_own_value(code, text)

    def set_found(self, nrs: frozenset[int] | None, words: str = "") -> None:
        """Leave only these meldingen, what a search or an import gave; words say which. None: no search."""
        self._found = nrs
        if nrs is None:
            self.gevonden.set_chosen(())
        else:
            self.gevonden.set_own_value(FOUND, words)

    def wanted(self, today: date) -> Filter:
        """The filter as it stands."""
        made = Filter(
            soorten=frozenset(self.soort.chosen()),
            buurten=frozenset(self.buurt.chosen()),
            dagdelen=frozenset(self.dagdeel.chosen()),
            ernst=frozenset(self.ernst.chosen()),
            met_vervallen=self.vervallen.is_active(),
            gebieden=frozenset(self.gebied.chosen()),
            aanleidingen=frozenset(self.aanleiding.chosen()),
            groepsgrootten=frozenset(self.groep.chosen()),
            nrs=self._found if self.gevonden.is_active() else None,
        )
        return with_period(made, self.period(), today)

    def period(self) -> str:
        """The code of the period, empty for always."""
        return "".join(self.periode.chosen())

    def show_filter(self, wanted: Filter, period: str | None = None, words: str = "") -> None:
        """Choose what this filter says, without a signal. period: a code that goes before its dates (v0)."""
        self.set_period(period_code(wanted) if period is None else period)
        self.soort.set_chosen(wanted.soorten)
        self.buurt.set_chosen(wanted.buurten)
        self.dagdeel.set_chosen(wanted.dagdelen)
        self.ernst.set_chosen(wanted.ernst)
        self.aanleiding.set_chosen(wanted.aanleidingen)
        self.groep.set_chosen(wanted.groepsgrootten)
        self.gebied.set_chosen(wanted.gebieden)
        self.vervallen.set_chosen((LAPSED,) if wanted.met_vervallen else ())
        self.set_found(wanted.nrs, words)

    def _chip(self, label: str, options: Options, all_text: str = "", *, multi: bool = True) -> FilterChip:
        parent = self.parent()
        widget = parent if isinstance(parent, QWidget) else None
        return FilterChip(self._themes, label, options, all_text=all_text, multi=multi, parent=widget)

    def _has_gebieden(self) -> bool:
        return bool(self._gebieden)

    def _codes(self, name: str) -> Options:
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
        if self.periode.chosen() == (FREE,):
            # Not a period yet: what stood there stays until somebody tells the days.
            self.set_period(self._period)
            self.dates_requested.emit()
            return
        self._period = self.period()
        self.choice_changed.emit()
