"""Where is this, in words: nearest street, buurt, and places found by name. Built once per session, on first use."""

from __future__ import annotations

import math
import threading
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from boa_app.domain.errors import BoaError
from boa_app.mapdata.adres_tekst import fold
from boa_app.mapdata.buurtjaren import Buurt
from boa_app.mapdata.pakket import Kaartpakket, Straat

if TYPE_CHECKING:
    from boa_app.mapdata.adressen import Adresboek

__all__ = ["MAX_STREET_DISTANCE_M", "Plaats", "PlaatsHier", "PlaatsIndex", "fold", "middle_of"]
MAX_STREET_DISTANCE_M = 120.0
_M_PER_DEGREE = 111_195.0


@dataclass(frozen=True, slots=True)
class Plaats:
    """A place somebody may mean. lon, lat: WGS84. bron: "coordinaten", "straat", "plek" or "adres". plaats: what a
    melding there is called; of an address its street alone, for the number tells who lives there. meta: postcode and
    woonplaats."""

    naam: str
    lon: float
    lat: float
    bron: str
    plaats: str = ""
    meta: str = ""


@dataclass(frozen=True, slots=True)
class PlaatsHier:
    """What is at a position; empty text where nothing is known."""

    straat: str = ""
    buurt_code: str = ""
    buurt_naam: str = ""


class PlaatsIndex:
    """Search by name and by position in one kaartpakket; every method may be called from any thread."""

    def __init__(self, kaart: Kaartpakket | None) -> None:
        self._kaart = kaart
        self._lock = threading.Lock()
        self._spatial: _Spatial | None = None
        self._boek: Adresboek | None = None
        self._boek_probleem: BoaError | None = None
        self._known: frozenset[str] | None = None
        straten = kaart.straten if kaart else ()
        self._names = sorted(
            ((fold(straat.naam), straat) for straat in straten if straat.naam), key=lambda pair: pair[0]
        )
        self._own_names = frozenset(straat.naam.lower() for straat in straten if straat.naam)

    @property
    def known_names(self) -> frozenset[str]:
        """The names of all streets, lower case."""
        if self._known is None:
            boek = self.adresboek()
            try:
                listed = boek.straatnamen() if boek else frozenset()
            except BoaError:
                # A damaged book is told of where somebody searches in it.
                listed = frozenset()
            self._known = self._own_names | {naam.lower() for naam in listed}
        return self._known

    def adresboek(self) -> Adresboek | None:
        """The address book of the kaartpakket; None without one, or when it cannot be used: boek_probleem tells why."""
        path = self._kaart.adressen if self._kaart else None
        if path is None:
            return None
        from boa_app.mapdata.adressen import Adresboek

        with self._lock:
            if self._boek is None and self._boek_probleem is None:
                try:
                    self._boek = Adresboek(path)
                except BoaError as problem:
                    self._boek_probleem = problem
            return self._boek

    def drop_boek(self, problem: BoaError) -> None:
        """Use the address book no longer: it broke while it was read, and would break again at every key."""
        with self._lock:
            self._boek, self._boek_probleem = None, problem

    @property
    def boek_probleem(self) -> BoaError | None:
        """Why there is no address book although the kaartpakket has one."""
        return self._boek_probleem

    def find_streets(self, text: str, limit: int) -> tuple[Plaats, ...]:
        """Streets whose name holds the typed text, those that begin with it first, one per name."""
        wanted = fold(text)
        if not wanted:
            return ()
        hits = [(not name.startswith(wanted), name, straat) for name, straat in self._names if wanted in name]
        found: dict[str, Plaats] = {}
        for _, name, straat in sorted(hits, key=lambda hit: hit[:2]):
            if name not in found:
                found[name] = Plaats(straat.naam, *middle_of(straat), bron="straat")
        return tuple(found.values())[:limit]

    def here(self, lon: float, lat: float, dag: date | None = None) -> PlaatsHier:
        """The nearest street within 120 m and the buurt that holds the position, as it was on a day; None: now."""
        if self._kaart is None:
            return PlaatsHier()
        with self._lock:
            if self._spatial is None:
                self._spatial = _Spatial(self._kaart)
        buurten = self._kaart.buurten if dag is None else self._kaart.buurten_op(dag)
        return self._spatial.here(lon, lat, buurten)


def middle_of(straat: Straat) -> tuple[float, float]:
    """(lon, lat) halfway along the street's longest line."""
    line = max(straat.lines, key=_length)
    half = _length(line) / 2
    for (x0, y0), (x1, y1) in pairwise(line):
        step = math.hypot(x1 - x0, y1 - y0)
        if half <= step and step > 0:
            part = half / step
            return x0 + (x1 - x0) * part, y0 + (y1 - y0) * part
        half -= step
    return line[-1]


def _length(line: tuple[tuple[float, float], ...]) -> float:
    return sum(math.hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(line))


class _Spatial:
    """The tree of streets. Degrees are scaled to local metres first, or an east-west street would look nearer than
    it is.
    """

    def __init__(self, kaart: Kaartpakket) -> None:
        from shapely import LineString, STRtree

        first = next((ring[0] for ring in kaart.omtrek if ring), (5.0, 52.0))
        self._x_scale = _M_PER_DEGREE * math.cos(math.radians(first[1]))
        pairs = [
            (straat.naam, line) for straat in kaart.straten for line in straat.lines if straat.naam and len(line) > 1
        ]
        self._street_names = [name for name, _ in pairs]
        self._streets = STRtree([LineString([self._xy(*point) for point in line]) for _, line in pairs])

    def _xy(self, lon: float, lat: float) -> tuple[float, float]:
        return lon * self._x_scale, lat * _M_PER_DEGREE

    def here(self, lon: float, lat: float, buurten: tuple[Buurt, ...]) -> PlaatsHier:
        from shapely import Point

        from boa_app.analysis.gebied import assign_polygons

        near = self._streets.query_nearest(
            Point(*self._xy(lon, lat)), max_distance=MAX_STREET_DISTANCE_M, all_matches=False
        )
        inside = int(assign_polygons([lon], [lat], [buurt.rings for buurt in buurten])[0])
        buurt = buurten[inside] if inside >= 0 else None
        street = self._street_names[int(near[0])] if len(near) else ""
        return PlaatsHier(street, buurt.code if buurt else "", buurt.naam if buurt else "")
