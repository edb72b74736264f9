"""A map as a PDF: a page nobody sees is told what the map was told, laid out on paper and printed to bytes.

Blad ──> MapPage (announced) ──> commands, points, grid ──> set_print ──> painted afdruk ──> printToPdf ──> bytes
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import numpy as np
import shiboken6
from PySide6.QtCore import QByteArray, QMarginsF, QObject, QTimer, Signal
from PySide6.QtGui import QColor, QPageLayout, QPageSize

from boa_app.domain.errors import EnvironmentProblem
from boa_app.mapping.points import VORM_DOORGEHAALD, VORM_HOL, encode_points
from boa_app.mapping.scene import Box
from boa_app.ui.map.bridge import js_call
from boa_app.ui.map.events import Painted
from boa_app.ui.map.state import Command

if TYPE_CHECKING:
    from boa_app.ui.map.page import MapPage
    from boa_app.ui.map.profile import MapProfile
    from boa_app.usecases.overzicht import Selectie

# Printed, and what is only of the screen is not.
_SCREEN_ONLY = {
    "set_theme", "set_selected", "set_pin", "clear_pin", "set_pin_mode", "set_neighbours", "set_places", "fit",
    "center_on", "show_if_outside", "set_points", "set_shown", "change_points",
}  # fmt: skip
# All that a map without single meldingen is told: what is not named here never reaches its page.
_PROTECTED = {"set_up", "set_scene", "set_bare", "set_home", "set_gebieden"}
MARGIN_MM = 10.0
_PX_PER_MM = 96 / 25.4
GIVE_UP_MS = 60_000


class Papier(StrEnum):
    """Paper sizes on offer."""

    A4 = "A4"
    A3 = "A3"


@dataclass(frozen=True, slots=True)
class Blad:
    """One sheet. beeld: what the map shows; lagen: the layers that are on. raster: see Boa.api.set_raster, with its
    legend; then no point reaches the page. zinnen: below the map; schaal: words with {schaal}."""

    papier: Papier
    liggend: bool
    titel: str
    filter: str
    merk: str
    zinnen: Sequence[str]
    schaal: str
    bron: str
    beeld: Box
    lagen: frozenset[str]
    raster: dict[str, Any] | None = None
    raster_legenda: dict[str, Any] = field(default_factory=dict)

    def layout(self) -> QPageLayout:
        """The page with its margins."""
        size = QPageSize(QPageSize.PageSizeId.A3 if self.papier is Papier.A3 else QPageSize.PageSizeId.A4)
        way = QPageLayout.Orientation.Landscape if self.liggend else QPageLayout.Orientation.Portrait
        margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
        return QPageLayout(size, way, margins, QPageLayout.Unit.Millimeter)

    def size_px(self) -> tuple[int, int]:
        """Width and height between the margins in CSS pixels."""
        inside = self.layout().paintRect(QPageLayout.Unit.Millimeter)
        # A hair less: rounding up would give a second, empty page.
        return int(inside.width() * _PX_PER_MM) - 1, int(inside.height() * _PX_PER_MM) - 1


class Afdrukker(QObject):
    """Makes one PDF and is done.

    Signals:
        pdf_made(bytes): the whole file. pdf_failed(BoaError): afdruk_mislukt.
    """

    pdf_made = Signal(bytes)
    pdf_failed = Signal(object)

    def __init__(
        self, maps: MapProfile, commands: Sequence[Command], blad: Blad, selectie: Selectie | None = None,
        hollow: int = -1, parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._maps, self._commands, self._blad = maps, commands, blad
        self._selectie, self._hollow = (
            (selectie, hollow) if "punten" in blad.lagen and blad.raster is None else (None, -1)
        )
        self._points_url = ""
        self._page: MapPage | None = None
        self._patience = QTimer(self, singleShot=True, interval=GIVE_UP_MS)
        self._patience.timeout.connect(self._fail)

    def start(self) -> None:
        """Begin; one of the signals follows."""
        self._patience.start()
        maps = self._maps
        maps.add_view(self)
        self._page = page = maps.make_page(self)
        page.bridge.announced.connect(self._tell)
        page.bridge.painted.connect(self._on_bridge_painted)
        page.renderProcessTerminated.connect(self._fail)
        if page.is_announced:
            QTimer.singleShot(0, self, self._tell)
        elif not page.is_opened:
            page.open("licht", QColor("white"))

    def release(self) -> None:
        """Let page and data go; also when the session closes meanwhile. Idempotent."""
        self._patience.stop()
        page, self._page = self._page, None
        if self._points_url:
            self._maps.shelf.drop(self._points_url)
            self._points_url = ""
        if page is not None and shiboken6.isValid(page):
            page.deleteLater()

    def _tell(self) -> None:
        page, blad = self._page, self._blad
        if page is None:
            return
        for command in self._to_tell():
            page.runJavaScript(js_call(command.function, *command.arguments))
        if self._selectie is not None:
            self._points_url = self._put_points(self._selectie)
            page.runJavaScript(js_call("set_points", self._points_url))
        if blad.raster is not None:
            page.runJavaScript(js_call("set_raster", blad.raster, blad.raster_legenda))
        page.runJavaScript(js_call("set_print", self._sheet()))

    def _to_tell(self) -> list[Command]:
        if self._blad.raster is None:
            return [command for command in self._commands if command.function not in _SCREEN_ONLY]
        told = [command for command in self._commands if command.function in _PROTECTED]
        # What is on belongs to the screen; on this sheet there are no other layers of meldingen.
        shown = {"buurten", "jops", "gebieden"} & self._blad.lagen
        names = ("punten", "warmte", "buurten", "jops", "gebieden", "schouwen")
        return [*told, *(Command("set_layer", (name, name in shown)) for name in names)]

    def _put_points(self, selectie: Selectie) -> str:
        forms = (selectie.soort == self._hollow).astype(np.uint8) * np.uint8(VORM_HOL)
        forms[~selectie.stand.columns["actief"][selectie.rows]] = VORM_DOORGEHAALD
        data = encode_points(selectie.nrs, selectie.lon, selectie.lat, forms)
        return self._maps.shelf.put(data, ".bin")

    def _sheet(self) -> dict[str, Any]:
        blad = self._blad
        width, height = blad.size_px()
        return {
            "breed_px": width, "hoog_px": height, "titel": blad.titel, "filter": blad.filter, "merk": blad.merk,
            "zinnen": list(blad.zinnen), "schaal": blad.schaal, "bron": blad.bron, "beeld": list(blad.beeld),
            "wacht": {
                "scene": any(command.function == "set_scene" for command in self._commands),
                "punten": self._selectie is not None,
            },
        }  # fmt: skip

    def _on_bridge_painted(self, event: Painted) -> None:
        if event.wat == "afdruk" and self._page is not None:
            self._page.printToPdf(self._take, self._blad.layout())

    def _take(self, data: QByteArray | bytes) -> None:
        made = bytes(data.data()) if isinstance(data, QByteArray) else bytes(data)
        self.release()
        if made.startswith(b"%PDF"):
            self.pdf_made.emit(made)
        else:
            self._report()

    def _fail(self) -> None:
        self.release()
        self._report()

    def _report(self) -> None:
        self.pdf_failed.emit(EnvironmentProblem("afdruk_mislukt"))
