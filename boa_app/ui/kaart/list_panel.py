"""The left side: how many there are, the list itself, or what to do when there is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from boa_app.texts import formats
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.panel import Line
from boa_app.ui.widgets.row_list import RowList, RowModel
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
        self.setProperty("vlak", "surface")
        self.meldingen = Label(themes, weight="w-zwaar")
        self.incidenten = Label(themes)
        self.rows = RowList(themes, self.tr("Meldingen"))
        self.rows.set_rows(model)
        self.empty = EmptyState(themes)
        head = QHBoxLayout()
        head.setContentsMargins(px("s3"), px("s3"), px("s3"), px("s3"))
        head.setSpacing(px("s1"))
        head.addWidget(self.meldingen)
        head.addWidget(self.incidenten)
        head.addStretch(1)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Line())
        column.addLayout(self._stack, 1)

    def show_loading(self) -> None:
        """Say that the list is being read, right after unlocking."""
        self.meldingen.setText(self.tr("Meldingen worden gelezen"))
        self.incidenten.setText("")

    def show_count(self, meldingen: int, incidenten: int, *, is_filtered: bool) -> None:
        """Say how many; one event that several people reported is one incident."""
        words = formats.count_of(meldingen, self.tr("melding"), self.tr("meldingen"), self._language)
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
