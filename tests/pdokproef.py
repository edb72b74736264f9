"""What the tests of fetching share: a server that can be disturbed, a clock nobody has to wait for, and the parts."""

from __future__ import annotations

import functools
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from boa_app.mapdata.ophalen import Ophaler
from boa_app.mapdata.pdok import Diensten, Pdok
from boa_app.mapdata.pdok_tempo import Cancelled, Tempo
from boa_app.sync.lijn import make_line
from tests.pdokdata import GEMEENTE, Pdokdata
from tests.pdokserver import Pdokserver


class Proefklok:
    """A clock that jumps over every wait and keeps them."""

    def __init__(self) -> None:
        self.gewacht: list[float] = []
        self._ahead = 0.0
        self._gate = threading.Lock()

    def nu(self) -> float:
        return time.monotonic() + self._ahead

    def wacht(self, seconds: float, _cancelled: Cancelled) -> None:
        with self._gate:
            self.gewacht.append(round(seconds, 2))
            self._ahead += seconds

    def tempo(self, pauze_s: float = 0.0) -> Tempo:
        return Tempo(pauze_s=pauze_s, nu=self.nu, klok=lambda: 1_792_000_000.0, wacht=self.wacht)


@dataclass
class Proef:
    """A server and a folder; every Pdok opened here is a new start of the program."""

    server: Pdokserver
    folder: Path
    klok: Proefklok = field(default_factory=Proefklok)

    def open(self, *, cancelled: Cancelled = lambda: False, answer_s: float = 20.0, pauze_s: float = 0.0) -> Pdok:
        return Pdok(
            self.folder, lijn, cancelled=cancelled, diensten=Diensten.op(self.server.basis),
            tempo=self.klok.tempo(pauze_s), answer_s=answer_s,
        )  # fmt: skip

    def ophaler(self, *, cancelled: Cancelled = lambda: False, answer_s: float = 20.0, tries: int = 4) -> Ophaler:
        return Ophaler(
            lijn, cancelled=cancelled, tempo=self.klok.tempo(), eigen=(self.server.basis,), answer_s=answer_s,
            tries=tries,
        )  # fmt: skip


@dataclass(frozen=True)
class Deel:
    """One part: how it is fetched, what its addresses hold, the size of pages that makes several of them, and what
    in the end must be the same however it came in."""

    haal: Callable[[Pdok], Any]
    adres: str
    blad: int = 1000
    is_json: bool = True


DELEN = {
    "gemeenten": Deel(lambda pdok: pdok.lijst_gemeenten(), "locatieserver"),
    "grenzen": Deel(lambda pdok: pdok.haal_grenzen(GEMEENTE).read_bytes(), "buurten/items", blad=10),
    "straten": Deel(lambda pdok: pdok.haal_straten(GEMEENTE).read_bytes(), "wegvakken/items", blad=400),
    "adressen": Deel(lambda pdok: pdok.haal_adressen(GEMEENTE).read_bytes(), "bag/wfs", blad=200),
    "tegels": Deel(lambda pdok: _tiles(pdok.haal_tegels(GEMEENTE, maxzoom=12)), "wmts", is_json=False),
    "bestand": Deel(lambda pdok: _bytes(pdok.haal_grenzen_bestand(2024)), ".gpkg", is_json=False),
}


def lijn(host: str, cancelled: Cancelled) -> Any:
    """The line of the program itself."""
    return make_line(host, cancelled=cancelled)


@functools.cache
def read_data(shared: Path) -> Pdokdata:
    """The data of the stand-in, read once: a GeoPackage made twice differs in its time stamps."""
    return Pdokdata(shared)


@pytest.fixture
def pdokdata(shared_data: Path) -> Pdokdata:
    """The data of the stand-in, read once."""
    return read_data(shared_data)


@pytest.fixture
def proef(pdokdata: Pdokdata, tmp_path: Path) -> Iterator[Proef]:
    """A fresh server and folder."""
    with Pdokserver(pdokdata) as server:
        yield Proef(server, tmp_path / "pdok")


def _tiles(path: Path) -> list[Any]:
    import contextlib
    import sqlite3

    with contextlib.closing(sqlite3.connect(path)) as database:
        return [
            *database.execute("SELECT * FROM tiles ORDER BY zoom_level, tile_column, tile_row"),
            *database.execute("SELECT * FROM metadata ORDER BY name"),
            *database.execute("SELECT name FROM sqlite_master WHERE name = 'afwezig'"),
        ]


def _bytes(path: Path | None) -> bytes:
    return path.read_bytes() if path else b""
