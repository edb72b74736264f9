"""The street network on a map: drawn by what holds for each piece, touched to choose one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from boa_app.mapping.straten import encode_classes, encode_streets
from boa_app.ui.map.view import MapView

if TYPE_CHECKING:
    # Only for types: the map loads before the network.
    from boa_app.usecases.straatnet import Straatnet

STRAAT = "straat"
# Parts of a degree in which a network tells its positions.
_SCHAAL = 10_000_000
# About 60 m around what is shown, so that a short path does not fill the map.
_MARGIN_DEG = 0.0006
# The lines, what holds now, and what held a moment ago.
_KEPT = 4


class StreetsLayer(QObject):
    """What one map shows of the network.

    Signals:
        segment_chosen(int): this segment was touched.
    """

    segment_chosen = Signal(int)

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        self._net: Straatnet | None = None
        self._urls: list[str] = []
        view.object_selected.connect(self._on_view_object_selected)

    def show(self, net: Straatnet) -> None:
        """Show a network, or what holds in the same one now."""
        maps = self._view.maps
        if maps is None:
            return
        if self._net is None or self._net.netwerk is not net.netwerk:
            self.release()
            lines = maps.shelf.put(encode_streets(net.netwerk.punten, net.netwerk.begin, _SCHAAL), ".bin")
            self._keep(lines)
            self.choose(())
            self._view.tell("set_streets", lines, self._words())
        self._net = net
        classes = maps.shelf.put(encode_classes(net.geldend.klasse, net.gezet), ".bin")
        self._keep(classes)
        self._view.tell("set_street_classes", classes)

    def choose(self, segmenten: Iterable[int]) -> None:
        """Mark these; none marks nothing."""
        self._view.tell("choose_streets", [int(segment) for segment in segmenten])

    def look_at(self, segmenten: Iterable[int]) -> None:
        """Bring these in sight."""
        if self._net is None:
            return
        netwerk = self._net.netwerk
        parts = [netwerk.punten[netwerk.begin[one] : netwerk.begin[one + 1]] for one in segmenten]
        if not parts:
            return
        spots = np.concatenate(parts) / _SCHAAL
        (west, south), (east, north) = spots.min(axis=0).tolist(), spots.max(axis=0).tolist()
        m = _MARGIN_DEG
        self._view.tell("show_box", west - m, south - m, east + m, north + m, subject="view")

    def release(self) -> None:
        """Take the bytes off the shelf."""
        if self._view.maps is not None:
            for url in self._urls:
                self._view.maps.shelf.drop(url)
        self._urls.clear()

    def _keep(self, url: str) -> None:
        """Two acts in a row: the page may still be reading what the first one put there."""
        self._urls.append(url)
        while len(self._urls) > _KEPT and self._view.maps is not None:
            # The first one holds the lines.
            self._view.maps.shelf.drop(self._urls.pop(1))

    def _words(self) -> dict[str, str]:
        return {
            "titel": self.tr("Straten"),
            "verplicht": self.tr("Verplicht te inspecteren"),
            "mag": self.tr("Verbinding, mag"),
            "verboden": self.tr("Verboden"),
            "gezet": self.tr("Met de hand gezet"),
        }

    def _on_view_object_selected(self, kind: str, uid: str) -> None:
        if kind == STRAAT and uid.isdigit():
            self.segment_chosen.emit(int(uid))
