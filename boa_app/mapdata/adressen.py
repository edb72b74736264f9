"""Addresses of a kaartpakket: what one is, and the book that finds them by what somebody types and by place.

    typed ──readings──> streets (words, then typing errors) ──> house numbers ──> best first
                     └> postcode ───────────────────────────────┘

The book is a file (``adres_bestand``). Only its street names are held in memory; every question opens the file anew,
so that it may be asked from any thread and never keeps a file from being replaced.
"""

from __future__ import annotations

import math
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from boa_app.domain.errors import EnvironmentProblem
from boa_app.mapdata.adres_bestand import DEGREE, check_adressen, kenmerk_of, open_book, write_adressen
from boa_app.mapdata.adres_straten import Straatnamen, read_straatnamen
from boa_app.mapdata.adres_tekst import lees_huisnummers, lees_vraag
from boa_app.mapdata.adres_vorm import Adres, Adressoort, Gevonden
from boa_app.mapdata.adres_zoek import Zoeker, to_gevonden

__all__ = [
    "Adres", "Adresboek", "Adressoort", "Gevonden", "Woningen", "check_adressen", "lees_huisnummers", "write_adressen",
]  # fmt: skip

MAX_GEVONDEN = 50
MAX_AFSTAND_M = 2_000.0
_M_PER_DEGREE = 111_195.0
_FIRST_RING_M = 40.0


@dataclass(frozen=True, slots=True)
class Woningen:
    """Dwellings, one entry each; those of one building share their place. lon, lat: WGS84 degrees."""

    lon: NDArray[np.float64]
    lat: NDArray[np.float64]


class Adresboek:
    """One address book. Every method may be called from any thread."""

    def __init__(self, path: Path) -> None:
        """Raises EnvironmentProblem adressen_beschadigd(bestand), UserError adressen_nieuwer."""
        check_adressen(path)
        self._path = path
        self._lock = threading.Lock()
        self._namen: Straatnamen | None = None

    def zoek(self, tekst: str, limit: int = 8) -> tuple[Gevonden, ...]:
        """What a typed text can mean, best first, in an order that never changes; any text is allowed.

        A street comes before its addresses. Raises EnvironmentProblem adressen_beschadigd(bestand).
        """
        wanted = max(1, min(limit, MAX_GEVONDEN))
        vragen = lees_vraag(tekst)
        if not vragen:
            return ()
        with self._reading() as (book, namen):
            return Zoeker(book, namen, wanted).zoek(vragen)

    def dichtbij(self, lon: float, lat: float, max_m: float = 50.0) -> Gevonden | None:
        """The nearest address within max_m metres (at most 2000), with its distance; None when there is none.

        Raises EnvironmentProblem adressen_beschadigd(bestand).
        """
        if not (math.isfinite(lon) and math.isfinite(lat) and abs(lat) <= 90 and abs(lon) <= 180):
            return None
        reach, ring = min(max_m, MAX_AFSTAND_M), _FIRST_RING_M
        with self._reading() as (book, namen):
            while True:
                ring = min(ring, reach)
                found = _nearest(book, lon, lat, ring)
                if found is not None or ring >= reach:
                    break
                ring *= 4
            if found is None:
                return None
            metres, key = found
            return replace(to_gevonden(book, namen, key), meter=metres)

    def woningen(self, west: float, zuid: float, oost: float, noord: float) -> Woningen:
        """Every dwelling in a box of WGS84 degrees, edges included, in a fixed order.

        Raises EnvironmentProblem adressen_beschadigd(bestand).
        """
        query = (
            "SELECT a.lon, a.lat FROM adres_plek p JOIN adressen a ON a.id = p.id WHERE a.woning AND p.west <= ?"
            " AND p.oost >= ? AND p.zuid <= ? AND p.noord >= ? ORDER BY a.id"
        )
        with self._reading() as (book, _):
            rows = book.execute(query, (oost, west, noord, zuid)).fetchall()
        at = np.array(rows, dtype=np.float64).reshape(-1, 2) / DEGREE
        # The tree holds positions rounded outward: the edge itself is looked at here.
        inside = (at[:, 0] >= west) & (at[:, 0] <= oost) & (at[:, 1] >= zuid) & (at[:, 1] <= noord)
        return Woningen(at[inside, 0], at[inside, 1])

    def straatnamen(self) -> frozenset[str]:
        """The names of all streets, as written."""
        with self._reading() as (_, namen):
            return frozenset(straat.naam for straat in namen.straten)

    def count(self) -> int:
        """How many addresses there are."""
        with self._reading() as (book, _):
            return int(book.execute("SELECT count(*) FROM adressen").fetchone()[0])

    @contextmanager
    def _reading(self) -> Iterator[tuple[sqlite3.Connection, Straatnamen]]:
        try:
            with open_book(self._path) as book:
                yield book, self._names(book)
        except (sqlite3.Error, OSError, ValueError, TypeError, KeyError, IndexError, OverflowError) as error:
            raise EnvironmentProblem("adressen_beschadigd", bestand=self._path.name) from error

    def _names(self, book: sqlite3.Connection) -> Straatnamen:
        # The file may have been replaced by a newer edition: its numbers are then other streets.
        kenmerk = kenmerk_of(book)
        with self._lock:
            if self._namen is None or self._namen.kenmerk != kenmerk:
                self._namen = read_straatnamen(book, kenmerk)
            return self._namen


def _nearest(book: sqlite3.Connection, lon: float, lat: float, reach_m: float) -> tuple[float, int] | None:
    """(metres, id) of the nearest address; of two at the same distance the lowest id."""
    scale = math.cos(math.radians(lat))
    high = reach_m / _M_PER_DEGREE
    wide = high / max(scale, 0.01)
    query = (
        "SELECT a.lon, a.lat, a.id FROM adres_plek p JOIN adressen a ON a.id = p.id"
        " WHERE p.west <= ? AND p.oost >= ? AND p.zuid <= ? AND p.noord >= ?"
    )
    best: tuple[float, int] | None = None
    for x, y, key in book.execute(query, (lon + wide, lon - wide, lat + high, lat - high)):
        metres = math.hypot((x / DEGREE - lon) * scale, y / DEGREE - lat) * _M_PER_DEGREE
        if metres <= reach_m and (best is None or (metres, key) < best):
            best = (metres, key)
    return best
