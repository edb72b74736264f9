"""How big and how long, before anything big is fetched: counted by the services themselves, timed on these counts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from boa_app.domain.errors import EnvironmentProblem
from boa_app.mapdata.ophalen import Ophaler
from boa_app.mapdata.pdok_antwoord import Antwoord
from boa_app.mapdata.pdok_diensten import PAGE, Diensten, wfs_telling
from boa_app.mapdata.pdok_gebied import Gebied
from boa_app.mapdata.pdok_tegels import MINZOOM

# Bytes of one thing on the line, from answers of the services; a tile of a built-up area in the Netherlands.
_BORDERS_BYTES, _ROAD_BYTES, _ADDRESS_BYTES, _TILE_BYTES = 900_000, 1_000, 800, 14_000
_BYTES_PER_S = 1_500_000
# Of the whole country: 9.9 million addresses and 1.3 million road sections on 33,500 km2 of land.
_PER_KM2 = {"adressen": 300, "wegvakken": 40}
_COUNT_BYTES = 256 * 1024
_LINES = 2
_HITS = re.compile(rb'numberMatched="([0-9]{1,9})"')


@dataclass(frozen=True, slots=True)
class Omvang:
    """What one part will be: how many things, bytes over the line, seconds. is_gok: the service would not count, so
    the number is that of a usual municipality of this size."""

    aantal: int
    bytes: int
    seconden: float
    is_gok: bool = False


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
    roads, roads_guessed = _tel_of_gok(ophaler, diensten.nwb_wfs, "nwbwegen:wegvakken", "wegvakken", gebied)
    addresses, addresses_guessed = _tel_of_gok(ophaler, diensten.bag_wfs, "bag:verblijfsobject", "adressen", gebied)
    inside = round(addresses * gebied.vulling())
    tiles = len(gebied.tegels(MINZOOM, maxzoom))
    pace_s, answer_s = ophaler.tempo.pauze_s, ophaler.seconden / max(1, ophaler.verzoeken)
    cells = len(gebied.cellen_rd())

    def part(count: int, size: int, requests: float, is_gok: bool = False, lines: int = 1) -> Omvang:
        return Omvang(count, size, requests * max(pace_s, answer_s / lines) + size / _BYTES_PER_S, is_gok)

    return Schatting(
        {
            "grenzen": part(3, _BORDERS_BYTES, 3),
            "straten": part(roads, roads * _ROAD_BYTES, 2 + roads / PAGE, roads_guessed),
            "adressen": part(inside, inside * _ADDRESS_BYTES, 2 * cells + inside / PAGE, addresses_guessed),
            "basiskaart": part(tiles, tiles * _TILE_BYTES, tiles, lines=_LINES),
        }
    )


def _tel_of_gok(ophaler: Ophaler, base: str, soort: str, onderdeel: str, gebied: Gebied) -> tuple[int, bool]:
    """A count, and whether it is a guess: a service that will not count may still deliver."""
    try:
        return tel(ophaler, base, soort, onderdeel, gebied), False
    except EnvironmentProblem as problem:
        if problem.code not in ("pdok_fout", "pdok_onleesbaar", "pdok_te_groot"):
            raise
    west, south, east, north = gebied.bbox_rd()
    return round((east - west) * (north - south) / 1e6 * _PER_KM2[onderdeel]), True


def tel(ophaler: Ophaler, base: str, soort: str, onderdeel: str, gebied: Gebied) -> int:
    """How many things of a WFS lie in the box of a municipality."""

    def lees(antwoord: Antwoord) -> int:
        if antwoord.status == 404:
            raise EnvironmentProblem("pdok_fout", onderdeel=onderdeel, status=404)
        found = _HITS.search(antwoord.body)
        if found is None:
            raise ValueError("hits")
        return int(found[1])

    return ophaler.haal(wfs_telling(base, soort, gebied.bbox_rd()), onderdeel, lees, limit=_COUNT_BYTES)
