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
from PySide6.QtGui import QPageLayout, QPageSize

from boa_app.domain.errors import EnvironmentProblem
from boa_app.mapping.points import VORM_DOORGEHAALD, VORM_HOL, encode_points
from boa_app.mapping.scene import Box
from boa_app.mapping.warmte import GRENZEN, Tegel, Warmtetegels
from boa_app.ui.map.bridge import js_call
from boa_app.ui.map.events import Painted
from boa_app.ui.map.state import Command
from boa_app.ui.map.warmte import NAME as WARMTE
from boa_app.ui.theme import Theme

if TYPE_CHECKING:
    from boa_app.ui.map.page import MapPage
    from boa_app.ui.map.profile import MapProfile
    from boa_app.usecases.overzicht import Selectie
    from boa_app.usecases.warmte import Warmte

# Printed, and what is only of the screen is not.
_SCREEN_ONLY = {
    "set_theme", "set_selected", "set_pin", "clear_pin", "set_pin_mode", "set_neighbours", "set_places", "fit",
    "center_on", "show_if_outside", "set_points", "set_shown", "change_points",
}  # fmt: skip
# All that a map without single meldingen is told: what is not named here never reaches its page.
_PROTECTED = {"set_up", "set_scene", "set_bare", "set_home", "set_gebieden"}
MARGIN_MM = 10.0
# The protected grid is not shown nearer than 1 to this (analysis.md §6).
PROTECTED_SCALE = 10_000
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


@dataclass(frozen=True, slots=True)
class Inhoudbron:
    """What the map was told, and what else lies on it. hollow: the soort whose points are rings."""

    commands: Sequence[Command]
    selectie: Selectie | None = None
    hollow: int = -1
    warmte: Warmte | None = None

    def shown_layers(self) -> frozenset[str]:
        """The layers that are on."""
        shown: dict[str, bool] = {}
        for command in self.commands:
            if command.function == "set_up":
                options: Any = command.arguments[0]
                shown |= {layer["naam"]: layer["aan"] for layer in options["layers"]}
            elif command.function == "set_layer":
                name, is_on = command.arguments
                shown[str(name)] = bool(is_on)
        return frozenset(name for name, is_on in shown.items() if is_on)


class Afdrukker(QObject):
    """Makes one PDF and is done.

    Signals:
        pdf_made(bytes): the whole file. pdf_failed(BoaError): afdruk_mislukt.
    """

    pdf_made = Signal(bytes)
    pdf_failed = Signal(object)

    def __init__(self, maps: MapProfile, bron: Inhoudbron, blad: Blad, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._maps, self._bron, self._blad = maps, bron, blad
        is_exact = blad.raster is None
        self._selectie = bron.selectie if is_exact and "punten" in blad.lagen else None
        self._warmte = bron.warmte if is_exact and WARMTE in blad.lagen else None
        self._points_url = self._heat_url = ""
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
        page.renderProcessTerminated.connect(lambda: QTimer.singleShot(0, self, self._fail))
        if page.is_announced:
            QTimer.singleShot(0, self, self._tell)
        elif not page.is_opened:
            page.open("licht", Theme("licht").color("surface"))
        # Nobody sees it, but a hidden page never tells that a tile has come.
        page.setVisible(True)

    def release(self) -> None:
        """Let page and data go; also when the session closes meanwhile. Not from a signal of the page. Idempotent."""
        self._patience.stop()
        page, self._page = self._page, None
        self._maps.shelf.drop(self._points_url)
        if self._heat_url:
            self._maps.tiles.drop(self._heat_url)
        self._points_url = self._heat_url = ""
        if page is not None and shiboken6.isValid(page):
            shiboken6.delete(page)

    def _tell(self) -> None:
        page, blad = self._page, self._blad
        if page is None:
            return
        commands = self._protected() if blad.raster is not None else self._exact()
        for command in (*commands, Command("set_print", (self._sheet(),))):
            page.runJavaScript(js_call(command.function, *command.arguments))

    def _exact(self) -> list[Command]:
        told = [command for command in self._bron.commands if command.function not in _SCREEN_ONLY]
        if self._selectie is not None:
            self._points_url = self._put_points(self._selectie)
            told.append(Command("set_points", (self._points_url,)))
        if self._warmte is not None:
            # On white paper it has the colours of day, whatever the screen has.
            self._heat_url = self._put_heat(self._warmte)
            told = [_with_url(command, self._heat_url) for command in told]
        return told

    def _protected(self) -> list[Command]:
        told = [command for command in self._bron.commands if command.function in _PROTECTED]
        # No layer that knows of meldingen is on, and none was given any.
        shown = {"buurten", "jops", "gebieden"} & self._blad.lagen
        names = ("punten", WARMTE, "buurten", "jops", "gebieden", "schouwen")
        told += [Command("set_layer", (name, name in shown)) for name in names]
        return [*told, Command("set_raster", (self._blad.raster, self._blad.raster_legenda))]

    def _put_points(self, selectie: Selectie) -> str:
        forms = (selectie.soort == self._bron.hollow).astype(np.uint8) * np.uint8(VORM_HOL)
        forms[~selectie.stand.columns["actief"][selectie.rows]] = VORM_DOORGEHAALD
        data = encode_points(selectie.nrs, selectie.lon, selectie.lat, forms)
        return self._maps.shelf.put(data, ".bin")

    def _put_heat(self, warmte: Warmte) -> str:
        day, tegels = Theme("licht"), Warmtetegels(warmte.dichtheid)
        kleuren = tuple(day.hex(f"h{number}") for number in range(1, len(GRENZEN) + 1))
        return self._maps.tiles.put(WARMTE, lambda z, x, y: tegels.png(Tegel(z, x, y), kleuren))

    def _sheet(self) -> dict[str, Any]:
        blad = self._blad
        width, height = blad.size_px()
        return {
            "breed_px": width, "hoog_px": height, "titel": blad.titel, "filter": blad.filter, "merk": blad.merk,
            "zinnen": list(blad.zinnen), "schaal": blad.schaal, "bron": blad.bron, "beeld": list(blad.beeld),
            "schaal_grootst": PROTECTED_SCALE if blad.raster is not None else 0,
            "wacht": {
                "scene": any(told.function == "set_scene" and told.arguments[0] for told in self._bron.commands),
                "punten": self._selectie is not None,
            },
        }  # fmt: skip

    def _on_bridge_painted(self, event: Painted) -> None:
        if event.wat == "afdruk" and self._page is not None:
            self._page.printToPdf(self._take, self._blad.layout())

    def _take(self, data: QByteArray | bytes) -> None:
        made = bytes(data.data()) if isinstance(data, QByteArray) else bytes(data)
        # Later: the page goes away, and this is its own voice.
        QTimer.singleShot(0, self, lambda: self._finish(made))

    def _finish(self, made: bytes) -> None:
        self.release()
        if made.startswith(b"%PDF"):
            self.pdf_made.emit(made)
        else:
            self.pdf_failed.emit(EnvironmentProblem("afdruk_mislukt"))

    def _fail(self) -> None:
        self._finish(b"")


def _with_url(command: Command, url: str) -> Command:
    return Command(command.function, (url, *command.arguments[1:])) if command.function == "set_warmte" else command
