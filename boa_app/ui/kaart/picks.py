"""Which meldingen are picked for an act on many, by number, so that a million of them are one array."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from boa_app.ui.kaart.model import MeldingListModel
    from boa_app.ui.kaart.pick_list import PickList

_NONE: NDArray[np.int64] = np.zeros(0, dtype=np.int64)


class Picks(QObject):
    """Hears the list and keeps the picks.

    Signals:
        picks_changed(): others are picked, or picking began or ended.
    """

    picks_changed = Signal()

    def __init__(self, rows: PickList, model: MeldingListModel, parent: QObject) -> None:
        super().__init__(parent)
        self._rows, self._model = rows, model
        self._nrs = _NONE
        self._anchor: int | None = None
        rows.pick_toggled.connect(self._on_rows_pick_toggled)
        rows.pick_reached.connect(self._on_rows_pick_reached)
        rows.all_requested.connect(self.pick_all)
        rows.plain_chosen.connect(self._on_rows_plain_chosen)
        rows.picks_dropped.connect(self.drop)
        model.modelReset.connect(self._on_model_reset)

    @property
    def is_on(self) -> bool:
        """True while something is picked, or a touch would pick."""
        return bool(self._nrs.size) or self._rows.is_picking

    def nrs(self) -> list[int]:
        """What is picked, in the order of the list."""
        listed = self._model.nrs()
        return [int(nr) for nr in listed[np.isin(listed, self._nrs)]]

    def count(self) -> int:
        """How many are picked."""
        return int(self._nrs.size)

    def begin(self) -> None:
        """From now on a touch picks."""
        self._rows.is_picking = True
        self._tell()

    def set_picked(self, nrs: NDArray[np.int64]) -> None:
        """Pick just these."""
        self._nrs = np.unique(nrs.astype(np.int64))
        self._tell()

    def pick_all(self) -> None:
        """Pick everything the list holds."""
        self.set_picked(self._model.nrs())

    def drop(self) -> None:
        """Pick nothing any more."""
        if self.is_on:
            self._rows.is_picking = False
            self._anchor = None
            self.set_picked(_NONE)

    def _tell(self) -> None:
        self._rows.has_picks = self.is_on
        nrs = frozenset(self._nrs.tolist())
        self._model.set_picked(nrs.__contains__ if nrs else None)
        self.picks_changed.emit()

    def _on_rows_pick_toggled(self, row: int) -> None:
        nr = self._model.nr_at(row)
        if nr is None:
            return
        chosen = self._model.nr_at(self._rows.chosen_row())
        # The one that was chosen is the first of several, as everywhere.
        start = self._nrs if self.is_on or chosen is None or chosen == nr else np.array([chosen], dtype=np.int64)
        self._anchor = row
        self.set_picked(np.setxor1d(start, [nr]))

    def _on_rows_pick_reached(self, row: int) -> None:
        if self._anchor is None:
            self._anchor = max(self._rows.chosen_row(), 0)
        self.set_picked(np.union1d(self._nrs, self._model.nrs_between(self._anchor, row)))

    def _on_rows_plain_chosen(self, row: int) -> None:
        self.drop()
        self._anchor = row

    def _on_model_reset(self) -> None:
        self._anchor = None
        if self._nrs.size:
            # What the filter left out since is picked no longer: nobody sees it.
            kept = self._nrs[np.isin(self._nrs, self._model.nrs())]
            if kept.size != self._nrs.size:
                self.set_picked(kept)
