"""The long list: numbers of meldingen under headings; rows are read in pieces, when they are seen."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace
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
    """Rows of a Selectie in the order they were given, with a heading before each group.

    fetch: reads rows elsewhere and hands them back on the GUI thread.
    """

    def __init__(self, fetch: Fetch, rows: KaartRows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch, self._rows = fetch, rows
        self._nrs: NDArray[np.int64] = np.zeros(0, dtype=np.int64)
        self._starts: NDArray[np.int64] = np.zeros(0, dtype=np.int64)
        self._heading: Callable[[int], str] = str
        self._tells_day = True
        self._is_picked: Callable[[int], bool] | None = None
        self._heading_rows: NDArray[np.int64] = np.zeros(0, dtype=np.int64)
        self._read: OrderedDict[int, MeldingRij] = OrderedDict()
        self._under_way: OrderedDict[int, Cancellable] = OrderedDict()

    def set_selection(
        self, nrs: NDArray[np.int64], dag: NDArray[np.int32], nacht: NDArray[np.bool_], today: date
    ) -> None:
        """Show these meldingen under their days, all in the same order. dag: evening in days since 1970-01-01; nacht:
        after midnight."""
        starts = np.concatenate(([0], np.flatnonzero(np.diff(dag)) + 1)) if nrs.size else np.zeros(0, dtype=np.int64)
        nights = np.logical_or.reduceat(nacht, starts) if nrs.size else nacht

        def heading(group: int) -> str:
            day = _EPOCH + timedelta(days=int(dag[starts[group]]))
            return self._rows.heading(day, today, with_night=bool(nights[group]))

        self.set_groups(nrs, starts, heading)

    def set_groups(
        self,
        nrs: NDArray[np.int64],
        starts: NDArray[np.int64],
        heading: Callable[[int], str],
        *,
        tells_day: bool = True,
    ) -> None:
        """Show these meldingen under the headings of their groups. starts: where each group begins in nrs, from 0 on;
        empty: no headings. heading: of a group by number, asked when it is seen. tells_day: the heading is the day."""
        self.beginResetModel()
        self._drop_under_way()
        self._nrs, self._starts, self._heading, self._tells_day = nrs, starts, heading, tells_day
        self._heading_rows = starts + np.arange(starts.size)
        self.endResetModel()

    def set_picked(self, is_picked: Callable[[int], bool] | None) -> None:
        """Mark what is picked for an act on many. is_picked: by nr; None: nothing is being picked."""
        self._is_picked = is_picked
        if self.row_count():
            self.dataChanged.emit(self.index(0), self.index(self.row_count() - 1))

    def nrs(self) -> NDArray[np.int64]:
        """All meldingen in the order shown."""
        return self._nrs

    def nrs_between(self, first: int, last: int) -> NDArray[np.int64]:
        """The meldingen from one row to another, both inclusive, in either order."""
        low, high = sorted((self._item(first), self._item(last)))
        return self._nrs[low : high + 1]

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
        heading = self._heading(group) if group >= 0 else ""
        if group >= 0 and row == self._heading_rows[group]:
            return RowData(heading=heading, day=heading)
        nr = int(self._nrs[self._item(row)])
        rij = self._read.get(nr)
        if rij is None:
            self._ask(self._item(row) // PIECE)
            return self._rows.waiting(heading)
        shown = self._rows.row(rij, heading, with_day=not self._tells_day)
        return shown if self._is_picked is None else replace(shown, picked=self._is_picked(nr))

    def nr_at(self, row: int) -> int | None:
        """The melding in a row, None for a heading."""
        if not 0 <= row < self.row_count():
            return None
        group = self._group(row)
        if group >= 0 and row == self._heading_rows[group]:
            return None
        return int(self._nrs[self._item(row)])

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

    def _item(self, row: int) -> int:
        """The place among the meldingen of a row; of a heading that of the first below it."""
        return row - int(np.searchsorted(self._heading_rows, row, side="left" if self._is_heading(row) else "right"))

    def _is_heading(self, row: int) -> bool:
        group = self._group(row)
        return group >= 0 and row == self._heading_rows[group]

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
