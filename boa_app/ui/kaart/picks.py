"""Which meldingen are picked for an act on many: one flag per number, so that a million are picked in no time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from boa_app.ui.kaart.model import MeldingListModel
    from boa_app.ui.kaart.pick_list import PickList

_NONE: NDArray[np.int64] = np.zeros(0, dtype=np.int64)
Nrs = NDArray[np.int64]


class Picks(QObject):
    """Hears the list and keeps the picks.

    Signals:
        picks_changed(): others are picked, or picking began or ended.
    """

    picks_changed = Signal()

    def __init__(self, rows: PickList, model: MeldingListModel, parent: QObject) -> None:
        super().__init__(parent)
        self._rows, self._model = rows, model
        # By nr; what lies beyond its end is not picked.
        self._flags: NDArray[np.bool_] = np.zeros(1, dtype=np.bool_)
        self._count = 0
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
        return bool(self._count) or self._rows.is_picking

    def nrs(self) -> list[int]:
        """What is picked, in the order of the list."""
        listed = self._model.nrs()
        return [int(nr) for nr in listed[self._among(listed)]]

    def count(self) -> int:
        """How many are picked."""
        return self._count

    def is_picked(self, nr: int) -> bool:
        """Whether this one is."""
        return nr < self._flags.size and bool(self._flags[nr])

    def begin(self) -> None:
        """From now on a touch picks."""
        self._rows.is_picking = True
        self._tell()

    def set_picked(self, nrs: Nrs) -> None:
        """Pick just these."""
        self._flags = np.zeros(int(nrs.max(initial=0)) + 1, dtype=np.bool_)
        self._flags[nrs] = True
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
        self._count = int(np.count_nonzero(self._flags))
        self._rows.has_picks = self.is_on
        self._model.set_picked(self.is_picked if self._count else None)
        self.picks_changed.emit()

    def _among(self, nrs: Nrs) -> NDArray[np.bool_]:
        """Which of these are picked."""
        inside = nrs < self._flags.size
        picked: NDArray[np.bool_] = inside & self._flags[np.where(inside, nrs, 0)]
        return picked

    def _add(self, nrs: Nrs) -> None:
        room = int(nrs.max(initial=0)) + 1 - self._flags.size
        if room > 0:
            self._flags = np.concatenate((self._flags, np.zeros(room, dtype=np.bool_)))
        self._flags[nrs] = True

    def _on_rows_pick_toggled(self, row: int) -> None:
        nr = self._model.nr_at(row)
        if nr is None:
            return
        chosen = self._model.nr_at(self._rows.chosen_row())
        if not self.is_on and chosen is not None and chosen != nr:
            # The one that was chosen is the first of several, as everywhere.
            self._add(np.array([chosen], dtype=np.int64))
        self._anchor = row
        if self.is_picked(nr):
            self._flags[nr] = False
        else:
            self._add(np.array([nr], dtype=np.int64))
        self._tell()

    def _on_rows_pick_reached(self, row: int) -> None:
        if self._anchor is None:
            self._anchor = max(self._rows.chosen_row(), 0)
        self._add(self._model.nrs_between(self._anchor, row))
        self._tell()

    def _on_rows_plain_chosen(self, row: int) -> None:
        self.drop()
        self._anchor = row

    def _on_model_reset(self) -> None:
        self._anchor = None
        if self._count:
            # What the filter left out since is picked no longer: nobody sees it.
            listed = self._model.nrs()
            kept = listed[self._among(listed)]
            if kept.size != self._count:
                self.set_picked(kept)
