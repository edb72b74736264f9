"""How big and how long, before anything big is fetched: counted by the services themselves, timed on these counts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from boa_app.mapdata.ophalen import Ophaler
from boa_app.mapdata.pdok_antwoord import Antwoord
from boa_app.mapdata.pdok_diensten import PAGE, Diensten, wfs_telling
from boa_app.mapdata.pdok_gebied import Gebied
from boa_app.mapdata.pdok_tegels import MINZOOM

# Bytes of one thing on the line, from answers of the services; a tile of a built-up area in the Netherlands.
_BORDERS_BYTES, _ROAD_BYTES, _ADDRESS_BYTES, _TILE_BYTES = 900_000, 1_000, 800, 14_000
_BYTES_PER_S = 1_500_000
_COUNT_BYTES = 256 * 1024
_LINES = 2
_HITS = re.compile(rb'numberMatched="([0-9]{1,9})"')


@dataclass(frozen=True, slots=True)
class Omvang:
    """What one part will be: how many things, bytes over the line, seconds."""

    aantal: int
    bytes: int
    seconden: float


@dataclass(frozen=True, slots=True)
class Schatting:
    """What is to come, by part: grenzen, straten, adressen, basiskaart."""

    onderdelen: dict[str, Omvang]

    @property
    def bytes(self) -> int:
        """All parts together."""
        return sum(part.bytes for part in self.onderdelen.values())

    @property
    def seconden(self) -> float:
        """All parts after each other."""
        return sum(part.seconden for part in self.onderdelen.values())


def schat(ophaler: Ophaler, diensten: Diensten, gebied: Gebied, maxzoom: int) -> Schatting:
    """Counts of a municipality as the services give them now. Raises as Ophaler.haal."""
    roads = tel(ophaler, diensten.nwb_wfs, "nwbwegen:wegvakken", "wegvakken", gebied)
    addresses = tel(ophaler, diensten.bag_wfs, "bag:verblijfsobject", "adressen", gebied)
    inside = round(addresses * gebied.vulling())
    tiles = len(gebied.tegels(MINZOOM, maxzoom))
    per_request = max(ophaler.tempo.pauze_s, ophaler.seconden / max(1, ophaler.verzoeken))
    cells = len(gebied.cellen_rd())

    def part(count: int, size: int, requests: float) -> Omvang:
        return Omvang(count, size, requests * per_request + size / _BYTES_PER_S)

    return Schatting(
        {
            "grenzen": part(3, _BORDERS_BYTES, 3),
            "straten": part(roads, roads * _ROAD_BYTES, 2 + roads / PAGE),
            "adressen": part(inside, inside * _ADDRESS_BYTES, 2 * cells + inside / PAGE),
            "basiskaart": part(tiles, tiles * _TILE_BYTES, max(1.0, tiles / _LINES)),
        }
    )


def tel(ophaler: Ophaler, base: str, soort: str, onderdeel: str, gebied: Gebied) -> int:
    """How many things of a WFS lie in the box of a municipality."""

    def lees(antwoord: Antwoord) -> int:
        found = _HITS.search(antwoord.body)
        if found is None:
            raise ValueError("hits")
        return int(found[1])

    return ophaler.haal(wfs_telling(base, soort, gebied.bbox_rd()), onderdeel, lees, limit=_COUNT_BYTES)
