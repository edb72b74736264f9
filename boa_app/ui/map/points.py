"""The meldingen of a map: sent as a whole once, after that a filter is a row of bits and a save the few it changed."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PySide6.QtCore import QObject, SignalInstance

from boa_app.mapping.points import (
    VORM_DOORGEHAALD,
    VORM_HOL,
    describe_change,
    encode_points,
    pack_points,
    shown_text,
)
from boa_app.ui.map.answers import Shelf

if TYPE_CHECKING:
    # Only for types: the map loads before the store.
    from boa_app.usecases.overzicht import Selectie
    from boa_app.usecases.stand import Change, Columns, Stand

# The page takes the bytes over when it reads them; what a newer message made needless it never reads.
_KEPT = 2
_HIDDEN_NR = -1


class PageOfMap(Protocol):
    """What the points need of a map."""

    @property
    def is_ready(self) -> bool: ...
    @property
    def map_ready(self) -> SignalInstance: ...
    def run(self, function: str, *arguments: object) -> None: ...


class PointsLayer(QObject):
    """Which points a map shows. A page that is made anew gets them all again."""

    def __init__(self, view: PageOfMap, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view, self._shelf = view, shelf
        self._urls: list[str] = []
        self._send_again: Callable[[], None] = _nothing
        # What the page has: a stand, which of its rows are hollow, and which of them it shows.
        self._stand: Stand | None = None
        self._hollow: frozenset[int] = frozenset()
        self._shown: NDArray[np.bool_] = np.zeros(0, dtype=np.bool_)
        view.map_ready.connect(self._on_view_map_ready)

    def set_points(self, nrs: ArrayLike, lon: ArrayLike, lat: ArrayLike, vorm_i: ArrayLike | None = None) -> None:
        """Show these, as many as there are; the first lies on top. vorm_i: see mapping.points."""
        self._stand = None
        data = encode_points(nrs, lon, lat, vorm_i)
        self._send_again = lambda: self._send_bytes(data)
        if self._view.is_ready:
            self._send_again()

    def show(self, selectie: Selectie, hollow: Collection[int] = ()) -> None:
        """Show a selection. hollow: the soorten whose points are rings; lapsed ones are struck.

        Only what differs from what the page has goes there.
        """
        stand, before = selectie.stand, self._stand
        shown = np.zeros(stand.size, dtype=np.bool_)
        shown[selectie.rows] = True
        wanted = frozenset(hollow)
        changes = None
        if before is not None and wanted == self._hollow and self._view.is_ready:
            changes = stand.since(before.version)
        old, self._stand, self._hollow, self._shown = self._shown, stand, wanted, shown
        self._send_again = self._send_all
        if not self._view.is_ready:
            return
        if changes is None:
            self._send_all()
        else:
            self._send_changes(changes, old)

    def _send_changes(self, changes: tuple[Change, ...], old: NDArray[np.bool_]) -> None:
        """From what the page shows, old, to what it has to show."""
        for index, change in enumerate(changes):
            fresh = np.zeros(len(change.places), dtype=np.bool_)
            if index == len(changes) - 1:
                fresh = self._shown[_new_rows(change)]
            forms = self._forms(change.fresh)
            columns = (*_as_seen(change.fresh, *self._world_of(change.fresh)), forms, fresh)
            self._view.run("change_points", describe_change(change.gone, change.places, columns))
            old = change.splice(old, fresh)
        if not np.array_equal(old, self._shown):
            self._view.run("set_shown", shown_text(self._shown))

    def _send_all(self) -> None:
        if self._stand is None:
            return
        columns = self._stand.columns
        nrs, x, y = _as_seen(columns, *self._stand.world())
        self._send_bytes(pack_points(nrs, x, y, self._forms(columns), self._shown))

    def _send_bytes(self, data: bytes) -> None:
        url = self._shelf.put(data, ".bin", once=True)
        self._urls.append(url)
        while len(self._urls) > _KEPT:
            self._shelf.drop(self._urls.pop(0))
        self._view.run("set_points", url)

    def _forms(self, columns: Columns) -> NDArray[np.uint8]:
        forms = np.isin(columns["soort"], list(self._hollow)).astype(np.uint8) * np.uint8(VORM_HOL)
        forms[~columns["actief"]] = VORM_DOORGEHAALD
        return forms

    @staticmethod
    def _world_of(columns: Columns) -> tuple[NDArray[Any], NDArray[Any]]:
        from boa_app.usecases.stand import world_of

        return world_of(columns)

    def _on_view_map_ready(self) -> None:
        self._send_again()


def _nothing() -> None:
    """There are no points yet."""


def _as_seen(columns: Columns, x: NDArray[Any], y: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """nr, x and y; of what the actor may not see nothing leaves the program."""
    seen = columns["zichtbaar"]
    if seen.all():
        return columns["nr"], x, y
    return np.where(seen, columns["nr"], _HIDDEN_NR).astype(np.int32), np.where(seen, x, 0), np.where(seen, y, 0)


def _new_rows(change: Change) -> NDArray[np.int64]:
    """Where the new rows stand after the change."""
    before = np.searchsorted(change.gone, change.places, side="left")
    rows: NDArray[np.int64] = change.places - before + np.arange(len(change.places))
    return rows
