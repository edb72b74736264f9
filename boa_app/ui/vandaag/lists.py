"""The panels of Vandaag that only list: open for you, logged last, what holds tonight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boa_app.domain.codelijsten import Codelijsten
from boa_app.texts import formats
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.vandaag.rows import Concept, RowMaker
from boa_app.ui.vandaag.stack import StackPanel
from boa_app.ui.widgets.panel import IconLabel, Panel
from boa_app.ui.widgets.row import ListRow, RowData
from boa_app.ui.widgets.states import EmptyState
from boa_app.ui.widgets.text import Label

if TYPE_CHECKING:
    from boa_app.usecases.overzicht import MeldingRij
    from boa_app.usecases.synchroniseren import Syncstand


class _ListPanel(StackPanel):
    def __init__(
        self, themes: ThemeManager, title: str, icon: str, lijsten: Codelijsten, language: str, parent: QWidget | None
    ) -> None:
        super().__init__(themes, title, icon, parent)
        self._maker = RowMaker(lijsten, language, self)

    def _row(self, data: RowData, act: Callable[[], None]) -> ListRow:
        row = ListRow(self._themes, data)
        row.clicked.connect(lambda _checked=False: act())
        return row

    def rows(self) -> tuple[ListRow, ...]:
        """The rows in order."""
        return tuple(self._content.findChildren(ListRow))


class OpenPanel(_ListPanel):
    """Drafts and texts to check.

    Signals:
        concept_opened(object): go on with this draft.
        melding_opened(str): read this melding.
        sync_opened(): see what syncing asks.
    """

    concept_opened = Signal(object)
    melding_opened = Signal(str)
    sync_opened = Signal()

    def __init__(
        self, themes: ThemeManager, lijsten: Codelijsten, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(themes, self.tr("Open voor u"), "list-checks", lijsten, language, parent)

    def set_open(
        self, concepten: Sequence[Concept], nakijken: tuple[MeldingRij, ...], now: datetime,
        stand: Syncstand | None = None,
    ) -> None:  # fmt: skip
        """Show what waits for this person; stand: how it is with the centre."""
        syncing = () if stand is None else self._maker.syncing(stand)
        total = len(concepten) + len(nakijken) + len(syncing)
        self.set_right_text(str(total) if total else "")
        widgets: list[QWidget] = [self._row(data, self.sync_opened.emit) for data in syncing]
        widgets += [
            self._row(
                self._maker.concept(concept, now),
                lambda c=concept: self.concept_opened.emit(c),  # type: ignore[misc]
            )
            for concept in concepten
        ]
        widgets += [
            self._row(
                self._maker.flagged(rij, now),
                lambda u=rij.uid: self.melding_opened.emit(u),  # type: ignore[misc]
            )
            for rij in nakijken
        ]
        if not widgets:
            nothing = InfoRow(self._themes, "circle-check")
            nothing.set_fact(self.tr("Niets open"), self.tr("Uw concepten komen hier te staan."))
            widgets = [nothing]
        self.set_widgets(widgets)


class RecentPanel(_ListPanel):
    """The meldingen logged last.

    Signals:
        melding_opened(str): read this melding.
    """

    melding_opened = Signal(str)

    def __init__(
        self, themes: ThemeManager, lijsten: Codelijsten, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(themes, self.tr("Laatst gemeld"), "history", lijsten, language, parent)

    def set_recent(self, recent: tuple[MeldingRij, ...], now: datetime) -> None:
        """Show the last ones, newest first."""
        widgets: list[QWidget] = [
            self._row(
                self._maker.melding(rij, now),
                lambda u=rij.uid: self.melding_opened.emit(u),  # type: ignore[misc]
            )
            for rij in recent
        ]
        if not widgets:
            empty = EmptyState(self._themes)
            empty.set_message(self.tr("Nog geen meldingen"), self.tr("Kies een soort hierboven, of Nieuwe melding."))
            widgets = [empty]
        self.set_widgets(widgets)


class InfoRow(QWidget):
    """A fact in two lines; there is nothing to press."""

    def __init__(self, themes: ThemeManager, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon = icon
        self._name = Label(themes, weight="w-vet", wrap=True)
        self._meta = Label(themes, size="t-klein", color="ink-2", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._meta)
        row = QHBoxLayout(self)
        row.setContentsMargins(px("s3"), px("s2"), px("s3"), px("s2"))
        row.setSpacing(px("s3"))
        row.addWidget(IconLabel(themes, icon, "i-knop", "ink"))
        row.addLayout(words, 1)

    @property
    def name(self) -> str:
        """The fact."""
        return self._name.text()

    @property
    def meta(self) -> str:
        """What it rests on."""
        return self._meta.text()

    def set_fact(self, name: str, meta: str) -> None:
        """Show a fact with what it rests on."""
        self._name.setText(name)
        self._meta.setText(meta)
        self.setAccessibleName(f"{name}, {meta}")


class TonightPanel(Panel):
    """What holds tonight: for now, when it is dark."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(themes, self.tr("Wat geldt vanavond"), "moon-star", parent)
        self._dark = InfoRow(themes, "moon", self)
        self.body.addWidget(self._dark)
        self.set_darkness(None, None)

    def set_darkness(self, sunset: datetime | None, sunrise: datetime | None) -> None:
        """Show from when until when it is dark; aware moments, None when unknown."""
        if sunset is None or sunrise is None:
            self._dark.set_fact(self.tr("Donker"), self.tr("tijden niet bekend"))
            return
        start, end = formats.time(sunset), formats.time(sunrise)
        name = self.tr("Donker van {van} tot {tot}").format(van=start, tot=end)
        self._dark.set_fact(name, self.tr("van zonsondergang tot zonsopkomst"))
