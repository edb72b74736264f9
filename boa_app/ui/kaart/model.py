"""The long list: numbers of meldingen under day headings; rows are read in pieces, when they are seen."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from boa_app.ui.kaart.rows import KaartRows
from boa_app.ui.widgets.row import RowData
from boa_app.ui.widgets.row_list import RowModel
from boa_app.usecases.overzicht import MeldingRij

PIECE = 64
# While someone scrolls fast, what is already out of sight need not be read any more.
_MAX_UNDER_WAY = 4
_MAX_KEPT = 4096
_EPOCH = date(1970, 1, 1)


class Cancellable(Protocol):
    """Something that can be wanted no longer."""

    def cancel(self) -> None: ...


Fetch = Callable[[Sequence[int], Callable[[list[MeldingRij]], None]], Cancellable]


class MeldingListModel(RowModel):
    """Rows of a Selectie, newest first, with a heading before each evening.

    fetch: reads rows elsewhere and hands them back on the GUI thread.
    """

    def __init__(self, fetch: Fetch, rows: KaartRows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch, self._rows = fetch, rows
        self._nrs: NDArray[np.int64] = np.zeros(0, dtype=np.int64)
        self._starts: NDArray[np.int64] = np.zeros(0, dtype=np.int64)
        self._headings: list[str] = []
        self._heading_rows: NDArray[np.int64] = np.zeros(0, dtype=np.int64)
        self._read: OrderedDict[int, MeldingRij] = OrderedDict()
        self._under_way: OrderedDict[int, Cancellable] = OrderedDict()

    def set_selection(
        self, nrs: NDArray[np.int64], dag: NDArray[np.int32], nacht: NDArray[np.bool_], today: date
    ) -> None:
        """Show these meldingen, all in the same order. dag: evening in days since 1970-01-01; nacht: after midnight."""
        self.beginResetModel()
        self._drop_under_way()
        self._nrs = nrs
        changes = np.flatnonzero(np.diff(dag)) + 1
        self._starts = np.concatenate(([0], changes)) if nrs.size else np.zeros(0, dtype=np.int64)
        days = [_EPOCH + timedelta(days=int(dag[start])) for start in self._starts]
        nights = np.logical_or.reduceat(nacht, self._starts) if nrs.size else nacht
        self._headings = [
            self._rows.heading(day, today, with_night=bool(night)) for day, night in zip(days, nights, strict=True)
        ]
        self._heading_rows = self._starts + np.arange(self._starts.size)
        self.endResetModel()

    def forget(self, uids: frozenset[str] | None = None) -> None:
        """Read these meldingen again when they are seen; None: all."""
        for nr in [nr for nr, rij in self._read.items() if uids is None or rij.uid in uids]:
            del self._read[nr]
        self._drop_under_way()
        if self.row_count():
            self.dataChanged.emit(self.index(0), self.index(self.row_count() - 1))

    def row_count(self) -> int:
        return int(self._nrs.size + self._starts.size)

    def heading_rows(self) -> Sequence[int]:
        return [int(row) for row in self._heading_rows]

    def row_data(self, row: int) -> RowData:
        group = self._group(row)
        heading = self._headings[group]
        if row == self._heading_rows[group]:
            return RowData(heading=heading, day=heading)
        item = row - group - 1
        rij = self._read.get(int(self._nrs[item]))
        if rij is None:
            self._ask(item // PIECE)
            return self._rows.waiting(heading)
        return self._rows.row(rij, heading)

    def nr_at(self, row: int) -> int | None:
        """The melding in a row, None for a heading."""
        if not 0 <= row < self.row_count():
            return None
        group = self._group(row)
        return None if row == self._heading_rows[group] else int(self._nrs[row - group - 1])

    def row_of(self, nr: int) -> int:
        """The row of a melding, -1 when the filter left it out."""
        found = np.flatnonzero(self._nrs == nr)
        if not found.size:
            return -1
        item = int(found[0])
        return item + int(np.searchsorted(self._starts, item, side="right"))

    def known(self, nr: int) -> MeldingRij | None:
        """What was read of a melding, None when it was not read yet."""
        return self._read.get(nr)

    def take(self, rows: Sequence[MeldingRij]) -> None:
        """Keep rows that were read."""
        for rij in rows:
            self._read[rij.nr] = rij
            self._read.move_to_end(rij.nr)
        while len(self._read) > _MAX_KEPT:
            self._read.popitem(last=False)

    def _group(self, row: int) -> int:
        return int(np.searchsorted(self._heading_rows, row, side="right")) - 1

    def _ask(self, piece: int) -> None:
        if piece in self._under_way:
            return
        while len(self._under_way) >= _MAX_UNDER_WAY:
            self._under_way.popitem(last=False)[1].cancel()
        wanted = [int(nr) for nr in self._nrs[piece * PIECE : (piece + 1) * PIECE]]
        self._under_way[piece] = self._fetch(wanted, lambda rows: self._on_fetched(piece, rows))

    def _on_fetched(self, piece: int, rows: list[MeldingRij]) -> None:
        self._under_way.pop(piece, None)
        self.take(rows)
        shown = [row for rij in rows if (row := self.row_of(rij.nr)) >= 0]
        if shown:
            self.dataChanged.emit(self.index(min(shown)), self.index(max(shown)))

    def _drop_under_way(self) -> None:
        for task in self._under_way.values():
            task.cancel()
        self._under_way.clear()
