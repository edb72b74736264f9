"""The street network in memory: arrays, so that a province fits and routing takes them as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from boa_app.mapdata.geojson import Ring
from boa_app.mapdata.wegregels import Klasse
from boa_app.routing.graph import Graaf, make_graaf
from boa_app.routing.meten import line_lengths_m
from boa_app.routing.pieces import Stuk, pieces

# Positions are whole numbers of this part of a degree, about a centimetre, as OpenStreetMap has them.
SCHAAL = 10_000_000
IntArray = NDArray[np.int32]
BigArray = NDArray[np.int64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Tekenlijn:
    """A line that is only drawn: rail, motorway. soort: hoofd or rail. punten: as in Netwerk."""

    naam: str
    soort: str
    punten: IntArray


@dataclass(frozen=True, slots=True)
class Telling:
    """How large a network is for somebody on foot; what is VERBODEN does not count."""

    knopen: int
    segmenten: int
    km: float
    verplicht_km: float


@dataclass(frozen=True, slots=True, eq=False)
class Netwerk:
    """n junctions and ends, m segments between them; ids are the places in the arrays.

    knopen: (n, 2) lon, lat in SCHAAL parts of a degree. van, naar: nodes of each segment. lengte_m: on the ellipsoid.
    klasse: value of Klasse. weg_id: of the source. kenmerken: JSON object of tags, one text per segment.
    punten[begin[i]:begin[i + 1]]: the line of segment i with both ends, as knopen. overgeslagen: ways left out or
    not to be walked, by Reden. lijnen: for drawing only. bron: osm, nwb or voetnet; bron_datum as the source says it.
    """

    knopen: IntArray
    van: IntArray
    naar: IntArray
    lengte_m: NDArray[np.float64]
    klasse: NDArray[np.uint8]
    weg_id: BigArray
    namen: tuple[str, ...]
    soorten: tuple[str, ...]
    kenmerken: tuple[str, ...]
    begin: BigArray
    punten: IntArray
    overgeslagen: Mapping[str, int] = field(default_factory=dict)
    lijnen: tuple[Tekenlijn, ...] = ()
    bron: str = "osm"
    bron_datum: str = ""

    def __len__(self) -> int:
        return len(self.van)

    def lijn(self, segment: int) -> Ring:
        """The line of a segment, (lon, lat) in degrees, from `van` to `naar`."""
        return to_ring(self.punten[self.begin[segment] : self.begin[segment + 1]])

    @property
    def begaanbaar(self) -> Mask:
        """Which segments may be walked."""
        return np.asarray(self.klasse != Klasse.VERBODEN)

    @property
    def telling(self) -> Telling:
        """How many junctions, segments and kilometres there are to walk, and to inspect."""
        walk, must = self.begaanbaar, self.klasse == Klasse.VERPLICHT
        nodes = np.unique(np.concatenate((self.van[walk], self.naar[walk])))
        extra = len(_cuts_by_forbidden(self, walk))
        km, must_km = (round(float(self.lengte_m[part].sum()) / 1000, 3) for part in (walk, must))
        return Telling(len(nodes) - extra, int(walk.sum()) - extra, km, must_km)


def _cuts_by_forbidden(netwerk: Netwerk, walk: Mask) -> BigArray:
    """The nodes that are there only because something forbidden ends at a way that goes straight on."""
    count = len(netwerk.knopen)
    ends = np.concatenate((netwerk.van[walk], netwerk.naar[walk]))
    ways = np.tile(netwerk.weg_id[walk], 2)
    low, high = np.full(count, np.iinfo(np.int64).max), np.full(count, np.iinfo(np.int64).min)
    np.minimum.at(low, ends, ways)
    np.maximum.at(high, ends, ways)
    meets = np.zeros(count, dtype=bool)
    meets[netwerk.van[~walk]] = meets[netwerk.naar[~walk]] = True
    loops = np.zeros(count, dtype=bool)
    loops[netwerk.van[walk & (netwerk.van == netwerk.naar)]] = True
    return np.flatnonzero(meets & ~loops & (low == high) & (np.bincount(ends, minlength=count) == 2))


def to_ring(punten: IntArray) -> Ring:
    """Degrees of positions in whole numbers."""
    return tuple(zip((punten[:, 0] / SCHAAL).tolist(), (punten[:, 1] / SCHAAL).tolist(), strict=True))


def to_whole(lonlat: NDArray[np.float64]) -> IntArray:
    """Whole numbers of positions in degrees, rounded."""
    return np.asarray(np.rint(np.asarray(lonlat, dtype=float) * SCHAAL), dtype=np.int32)


def lengths_m(punten: IntArray, begin: BigArray) -> NDArray[np.float64]:
    """Metres of each line."""
    if len(begin) < 2:
        return np.zeros(0)
    return line_lengths_m(punten[:, 0] / SCHAAL, punten[:, 1] / SCHAAL, begin)


def stukken(netwerk: Netwerk) -> tuple[Stuk, ...]:
    """The pieces one can walk in without leaving the network, the longest first."""
    walk = netwerk.begaanbaar
    cuts = _cuts_by_forbidden(netwerk, walk)
    return pieces(len(netwerk.knopen), netwerk.van[walk], netwerk.naar[walk], netwerk.lengte_m[walk], cuts)


def select(netwerk: Netwerk, keep: Mask) -> Netwerk:
    """The network of these segments only; the nodes and segments that stay keep their order, not their ids."""
    rows = np.flatnonzero(keep)
    used, ends = np.unique(np.concatenate((netwerk.van[rows], netwerk.naar[rows])), return_inverse=True)
    sizes = np.diff(netwerk.begin)[rows]
    begin = np.concatenate(([0], np.cumsum(sizes))).astype(np.int64)
    return replace(
        netwerk,
        knopen=netwerk.knopen[used], van=ends[: len(rows)].astype(np.int32), naar=ends[len(rows) :].astype(np.int32),
        lengte_m=netwerk.lengte_m[rows], klasse=netwerk.klasse[rows], weg_id=netwerk.weg_id[rows],
        namen=_pick(netwerk.namen, rows), soorten=_pick(netwerk.soorten, rows),
        kenmerken=_pick(netwerk.kenmerken, rows),
        begin=begin, punten=netwerk.punten[take_runs(netwerk.begin[rows], sizes)],
    )  # fmt: skip


def take_runs(starts: BigArray, sizes: BigArray) -> BigArray:
    """The places of several runs after each other: of each run its start and how many."""
    total = int(sizes.sum())
    firsts = np.concatenate(([0], np.cumsum(sizes)[:-1])) if len(sizes) else np.zeros(0, dtype=np.int64)
    return np.asarray(np.arange(total) + np.repeat(starts - firsts, sizes), dtype=np.int64)


def _pick(texts: tuple[str, ...], rows: Iterable[int]) -> tuple[str, ...]:
    return tuple(texts[row] for row in rows)


def to_graaf(netwerk: Netwerk, toegestaan: Mask | None = None) -> Graaf:
    """The graph to find ways in. toegestaan: per segment, when choices of people say otherwise than the source."""
    return make_graaf(
        len(netwerk.knopen), netwerk.van, netwerk.naar, netwerk.lengte_m,
        toegestaan=netwerk.begaanbaar if toegestaan is None else toegestaan,
        lon=netwerk.punten[:, 0] / SCHAAL, lat=netwerk.punten[:, 1] / SCHAAL, begin=netwerk.begin,
    )  # fmt: skip
