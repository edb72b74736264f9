"""The left side: how many there are, the list itself, or what to do when there is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from boa_app.texts import formats
from boa_app.ui.kaart.pick_list import PickList
from boa_app.ui.kaart.sort_menu import SortMenu
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import ButtonKind, Knop
from boa_app.ui.widgets.panel import Line
from boa_app.ui.widgets.row_list import RowModel
from boa_app.ui.widgets.states import EmptyState
from boa_app.ui.widgets.text import Label


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways out of an empty list."""

    clear_filters: Callable[[], None]
    start_melding: Callable[[], None]


class ListPanel(QFrame):
    """Count, list, empty state."""

    def __init__(
        self, themes: ThemeManager, model: RowModel, ways: Ways, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ways, self._language = ways, language
        self._words = ""
        self.setProperty("vlak", "surface")
        self.meldingen = Label(themes, weight="w-zwaar")
        self.incidenten = Label(themes)
        self.sort = Knop(themes, self.tr("Sorteren"), "arrow-up-down", kind=ButtonKind.TEKST)
        self.menu = SortMenu(themes, self)
        self.sort.clicked.connect(lambda: self.menu.open_under(self.sort))
        self.rows = PickList(themes, self.tr("Meldingen"))
        self.rows.set_rows(model)
        self.empty = EmptyState(themes)
        head = QHBoxLayout()
        # With the button, 44 high, as high as a line of text with room around it was.
        head.setContentsMargins(px("s3"), px("haar"), px("s1"), px("haar"))
        head.setSpacing(px("s1"))
        head.addWidget(self.meldingen)
        head.addWidget(self.incidenten)
        head.addStretch(1)
        head.addWidget(self.sort)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Line())
        column.addLayout(self._stack, 1)
        # Below the list, for acts on what is chosen in it.
        self.foot = QVBoxLayout()
        self.foot.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_head()

    def show_loading(self, done: int = 0, total: int = 0) -> None:
        """Say that the list is being read, right after unlocking; how far it is, once that is known."""
        self.meldingen.setText(self.tr("Meldingen worden gelezen"))
        words = self.tr("{gelezen} van {alle}")
        read, most = (formats.number(value, self._language) for value in (done, total))
        self.incidenten.setText(words.format(gelezen=read, alle=most) if total else "")

    def show_count(self, meldingen: int, incidenten: int, *, is_filtered: bool) -> None:
        """Say how many; one event that several people reported is one incident."""
        words = formats.count_of(meldingen, self.tr("melding"), self.tr("meldingen"), self._language)
        self._words = words
        self.meldingen.setText(f"{words}," if meldingen else words)
        self.incidenten.setText(
            formats.count_of(incidenten, self.tr("incident"), self.tr("incidenten"), self._language)
            if meldingen
            else ""
        )
        if is_filtered:
            self.empty.set_message(
                self.tr("Geen meldingen bij deze keuze"),
                self.tr("Kies een langere periode of meer soorten, of wis de filters."),
                self.tr("Filters wissen"),
                "rotate-ccw",
                self._ways.clear_filters,
            )
        else:
            self.empty.set_message(
                self.tr("Nog geen meldingen"),
                self.tr("Hier staan straks alle meldingen, de nieuwste bovenaan."),
                self.tr("Melding maken"),
                "plus",
                self._ways.start_melding,
            )
        self._stack.setCurrentWidget(self.rows if meldingen else self.empty)
        self.sort.setVisible(meldingen > 0)
        self._fit_head()

    def _fit_head(self) -> None:
        """In a narrow list the second number gives way; it is still told by the first."""
        room = (
            self.width() - px("s3") - 3 * px("s1") - (self.sort.sizeHint().width() if not self.sort.isHidden() else 0)
        )
        if not self.incidenten.text():
            return
        self.meldingen.setText(f"{self._words},")
        needed = self.meldingen.sizeHint().width() + self.incidenten.sizeHint().width()
        self.incidenten.setVisible(needed <= room)
        if needed > room:
            self.meldingen.setText(self._words)
        self.meldingen.setToolTip(f"{self._words}, {self.incidenten.text()}")
