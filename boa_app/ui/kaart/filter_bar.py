"""The filters in one line. What does not fit waits behind the button *Filter*; active ones stay longest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from boa_app.ui.kaart.chips import Chips, FilterWords, Options
from boa_app.ui.kaart.dates_popup import DatesPopup
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import ButtonKind, Knop
from boa_app.ui.widgets.filter_chip import FilterChip
from boa_app.usecases.overzicht import Filter

__all__ = ["FilterBar", "FilterWords", "MorePopup"]
_MONTH = timedelta(days=30)
# Below this width the long word of the saved filters gives way.
_ROOMY = "b-venster-start"


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
    """The chips, *Filter*, *Wissen* and *Bewaarde filters*; always in this order.

    Signals:
        filter_changed(): a person chose or cleared something.
        saved_requested(): *Bewaarde filters* was pressed.
    """

    filter_changed = Signal()
    saved_requested = Signal()

    def __init__(self, themes: ThemeManager, words: FilterWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("vlak", "surface")
        self._today = date(2000, 1, 1)
        self.parts = parts = Chips(themes, words, self)
        self.periode, self.soort, self.buurt, self.dagdeel = parts.periode, parts.soort, parts.buurt, parts.dagdeel
        self.ernst, self.aanleiding, self.gebied, self.gevonden = (
            parts.ernst, parts.aanleiding, parts.gebied, parts.gevonden,
        )  # fmt: skip
        self.more = Knop(themes, self.tr("Filter"), "plus", kind=ButtonKind.TEKST, parent=self)
        self.reset = Knop(themes, self.tr("Wissen"), "rotate-ccw", kind=ButtonKind.TEKST, parent=self)
        self.saved = Knop(themes, self.tr("Bewaarde filters"), "star", parent=self)
        self._popup = MorePopup(self.tr("Meer filters"), self)
        self.dates = DatesPopup(themes, self)
        self._build()
        self._arrange()

    def chips(self) -> tuple[FilterChip, ...]:
        """The filters in their order."""
        return tuple(self.parts.in_use())

    def set_years(self, years: Sequence[int]) -> None:
        """Offer these years beside the periods that count back from today."""
        self.parts.set_years(years)
        self._arrange()

    def years(self) -> tuple[int, ...]:
        """The years on offer."""
        return self.parts.years()

    def set_gebieden(self, gebieden: Options) -> None:
        """Offer these areas, uid and name; one that is gone is chosen no longer."""
        self.parts.set_gebieden(gebieden)
        self._arrange()

    def choose_gebieden(self, uids: Iterable[str]) -> None:
        """Filter by these areas, as a person would."""
        self.parts.gebied.set_chosen(uids)
        self._on_parts_choice_changed()

    def set_period(self, van: date, tot: date) -> None:
        """Take these dates as the period, both inclusive, as a person would."""
        self.set_free_dates(van, tot)
        self.filter_changed.emit()

    def set_free_dates(self, van: date, tot: date) -> None:
        """Take these dates as the period, both inclusive, without a signal."""
        self.parts.set_free_dates(van, tot)
        self._arrange()

    def show_only(self, nrs: frozenset[int], words: str) -> None:
        """Show just these meldingen of all times, as a person would; words say what they are."""
        self.set_filter(Filter(nrs=nrs), words=words)

    def set_filter(self, wanted: Filter, period: str | None = None, words: str = "") -> None:
        """Choose what this filter says, as a person would. period, words: as in Chips.show_filter."""
        self.parts.show_filter(wanted, period, words)
        self._on_parts_choice_changed()

    def wanted(self, today: date) -> Filter:
        """The filter as it stands."""
        self._today = today
        return self.parts.wanted(today)

    def is_active(self) -> bool:
        """True when anything is left out."""
        return self.parts.is_active()

    def clear(self) -> None:
        """Leave nothing out any more, as a person would."""
        self.set_filter(Filter())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(px("s3"), px("s2"), px("s3"), px("s2"))
        self._row.setSpacing(px("s2"))
        self._row.addWidget(self.more)
        self._row.addStretch(1)
        self._row.addWidget(self.reset)
        self._row.addWidget(self.saved)
        self.parts.choice_changed.connect(self._on_parts_choice_changed)
        self.parts.dates_requested.connect(self._on_parts_dates_requested)
        self.more.clicked.connect(self._on_more_clicked)
        self.reset.clicked.connect(self.clear)
        self.saved.clicked.connect(self.saved_requested)
        self.dates.dates_chosen.connect(self.set_period)
        # Not while its chips are still being pressed: one of them may have a list open.
        self._popup.closed.connect(lambda: QTimer.singleShot(0, self, self._arrange))

    def _arrange(self) -> None:
        """Put every chip in the line or behind the button."""
        self.reset.setVisible(self.is_active())
        is_roomy = self.width() > px(_ROOMY) - 2 * px("b-rail")
        self.saved.set_label(self.tr("Bewaarde filters") if is_roomy else self.tr("Bewaard"), "star")
        if self._popup.isVisible():
            return
        hidden = self._overflow()
        for chip in self.parts.out_of_use():
            chip.hide()
        in_line = [chip for chip in self.parts.in_use() if chip not in hidden]
        for place, chip in enumerate(in_line):
            self._row.removeWidget(chip)
            self._row.insertWidget(place, chip)
            chip.show()
        for chip in (one for one in self.parts.in_use() if one in hidden):
            self._popup.column.addWidget(chip)
            chip.show()
        self.more.setVisible(bool(hidden))

    def _overflow(self) -> list[FilterChip]:
        gap, chips = px("s2"), self.parts.in_use()
        room = self.width() - 2 * px("s3") - self.saved.sizeHint().width() - gap
        if self.is_active():
            room -= self.reset.sizeHint().width() + gap
        needed = sum(chip.sizeHint().width() + gap for chip in chips) - gap
        if needed <= room:
            return []
        room -= self.more.sizeHint().width() + gap
        hidden: list[FilterChip] = []
        # The last ones give way first; active ones only when there is nothing else left.
        last_first = [chip for on in (False, True) for chip in reversed(chips) if chip.is_active() is on]
        for chip in last_first:
            if needed <= room:
                break
            hidden.append(chip)
            needed -= chip.sizeHint().width() + gap
        return hidden

    def _on_parts_choice_changed(self) -> None:
        self._arrange()
        self.filter_changed.emit()

    def _on_parts_dates_requested(self) -> None:
        van, tot = self.parts.wanted(self._today).period(self._today)
        under = self.periode if self.periode.isVisible() else self.more
        self._popup.hide()
        self.dates.ask(van or self._today - _MONTH, tot or self._today, under)

    def _on_more_clicked(self) -> None:
        corner = self.more.mapToGlobal(QPoint(0, self.more.height() + px("s1")))
        self._popup.adjustSize()
        room = self.screen().availableGeometry()
        corner.setX(max(room.left(), min(corner.x(), room.right() - self._popup.width())))
        self._popup.move(corner)
        self._popup.show()
