"""The shortest way on foot between two places, which may lie anywhere along a street, and past stops in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np

from boa_app.routing.graph import FloatArray, Graaf, IntArray
from boa_app.routing.nearest import Plek, Zoeker, shares_along

Positions = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Deel:
    """A stretch of a segment as it is walked. van, tot: shares of its length; tot below van is against its line."""

    segment: int
    van: float
    tot: float


@dataclass(frozen=True, slots=True)
class Pad:
    """A way on foot. delen: in walking order; only the first and last may be a part of their segment.

    knopen: the nodes passed, in order. No delen at all: start and end are one place.
    """

    lengte_m: float
    knopen: tuple[int, ...]
    delen: tuple[Deel, ...]

    @property
    def segmenten(self) -> tuple[int, ...]:
        """The segments walked on, in order."""
        return tuple(deel.segment for deel in self.delen)


@dataclass(frozen=True, slots=True)
class Tocht:
    """The ways between stops in order; None where no way leads from one to the next."""

    paden: tuple[Pad | None, ...]

    @property
    def compleet(self) -> bool:
        """Whether every stop can be reached from the one before."""
        return None not in self.paden

    @property
    def lengte_m(self) -> float:
        """Metres of all ways that there are."""
        return sum(pad.lengte_m for pad in self.paden if pad)


@dataclass(frozen=True, slots=True)
class _Begin:
    """One way to get from a place to a node: over what stretch, at what cost."""

    node: int
    cost_m: float
    deel: Deel | None


class Wegwijzer:
    """Finds ways in one graph. An end is a Plek, or the number of a node."""

    def __init__(self, graaf: Graaf) -> None:
        from scipy.sparse import csr_array  # type: ignore[import-untyped]

        self.graaf = graaf
        size = (graaf.knopen, graaf.knopen)
        # 32-bit places: the search wants them, and would copy all of it every time.
        places = (graaf.gewicht, graaf.indices.astype(np.int32), graaf.indptr.astype(np.int32))
        self._matrix: Any = csr_array(places, shape=size)

    @cached_property
    def _zoeker(self) -> Zoeker:
        return Zoeker(self.graaf)

    @cached_property
    def _shares(self) -> FloatArray:
        return shares_along(self.graaf)

    def nearest(self, lon: float, lat: float, max_m: float = np.inf) -> Plek | None:
        """The nearest place on a street, None when there is none within max_m."""
        found = self._zoeker.nearest(lon, lat)
        return found if found and found.afstand_m <= max_m else None

    def path(self, start: Plek | int, end: Plek | int) -> Pad | None:
        """The shortest way, None when there is none."""
        direct = self._direct(start, end)
        out, back = self._begins(start), self._begins(end)
        if not out or not back:
            return direct
        sources = sorted({begin.node for begin in out})
        distance, before = self._search(sources)
        options = [
            (leave.cost_m + float(distance[sources.index(leave.node), arrive.node]) + arrive.cost_m, leave, arrive)
            for leave in out
            for arrive in back
        ]
        cost, leave, arrive = min(options, key=lambda option: option[0])
        if not np.isfinite(cost) or (direct and direct.lengte_m <= cost):
            return direct
        return self._pad(leave, self._chain(before[sources.index(leave.node)], leave.node, arrive.node), arrive)

    def tour(self, stops: Sequence[Plek | int]) -> Tocht:
        """The ways past stops in the order given."""
        return Tocht(tuple(self.path(one, other) for one, other in pairwise(stops)))

    def positions(self, pad: Pad) -> Positions:
        """The line of a way, (lon, lat) degrees WGS84, without a point twice in a row."""
        line: list[tuple[float, float]] = []
        for deel in pad.delen:
            for spot in self._stretch(deel):
                if not line or line[-1] != spot:
                    line.append(spot)
        return tuple(line)

    def _search(self, sources: list[int]) -> tuple[FloatArray, IntArray]:
        from scipy.sparse.csgraph import dijkstra  # type: ignore[import-untyped]

        found: tuple[FloatArray, IntArray] = dijkstra(self._matrix, indices=sources, return_predecessors=True)
        return found

    def _begins(self, place: Plek | int) -> list[_Begin]:
        if isinstance(place, int):
            return [_Begin(place, 0.0, None)]
        segment = place.segment
        if not self.graaf.toegestaan[segment]:
            return []
        metres = float(self.graaf.lengte_m[segment])
        ends = ((int(self.graaf.van[segment]), 0.0), (int(self.graaf.naar[segment]), 1.0))
        return [_Begin(node, abs(place.deel - end) * metres, _real(segment, place.deel, end)) for node, end in ends]

    def _direct(self, start: Plek | int, end: Plek | int) -> Pad | None:
        """Along the one segment that both places lie on."""
        if isinstance(start, int) or isinstance(end, int):
            return None
        if start.segment != end.segment or not self.graaf.toegestaan[start.segment]:
            return None
        deel = _real(start.segment, start.deel, end.deel)
        metres = abs(end.deel - start.deel) * float(self.graaf.lengte_m[start.segment])
        return Pad(metres, (), (deel,) if deel else ())

    def _chain(self, before: IntArray, start: int, end: int) -> list[int]:
        nodes = [end]
        while nodes[-1] != start:
            nodes.append(int(before[nodes[-1]]))
        return nodes[::-1]

    def _pad(self, leave: _Begin, nodes: list[int], arrive: _Begin) -> Pad:
        whole = [self._whole(one, other) for one, other in pairwise(nodes)]
        last = arrive.deel and Deel(arrive.deel.segment, arrive.deel.tot, arrive.deel.van)
        delen = tuple(deel for deel in (leave.deel, *whole, last) if deel)
        metres = sum(float(self.graaf.lengte_m[deel.segment]) for deel in whole)
        return Pad(leave.cost_m + metres + arrive.cost_m, tuple(nodes), delen)

    def _whole(self, node: int, other: int) -> Deel:
        segment = self.graaf.segment_between(node, other)
        return Deel(segment, 0.0, 1.0) if self.graaf.van[segment] == node else Deel(segment, 1.0, 0.0)

    def _stretch(self, deel: Deel) -> Iterator[tuple[float, float]]:
        row = slice(int(self.graaf.begin[deel.segment]), int(self.graaf.begin[deel.segment + 1]))
        lon, lat, share = self.graaf.lon[row], self.graaf.lat[row], self._shares[row]
        low, high = min(deel.van, deel.tot), max(deel.van, deel.tot)
        places = [low, *share[(share > low) & (share < high)].tolist(), high]
        at = places if deel.van <= deel.tot else places[::-1]
        return zip(np.interp(at, share, lon).tolist(), np.interp(at, share, lat).tolist(), strict=True)


def _real(segment: int, van: float, tot: float) -> Deel | None:
    """A stretch with some length, None when it is a point."""
    return Deel(segment, van, tot) if van != tot else None
