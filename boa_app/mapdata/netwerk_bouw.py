"""From ways with their points to a network: cut where ways meet, so that every junction is a node.

way 1   a---b---c---d          way 2 meets in c          segments  a-c  c-d  e-c
                |
        way 2   e
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from boa_app.mapdata.netwerk_vorm import BigArray, IntArray, Netwerk, Tekenlijn, lengths_m, take_runs
from boa_app.mapdata.wegregels import Klasse


@dataclass(frozen=True, slots=True)
class Weg:
    """What holds for a whole way. kenmerken: JSON object as text."""

    weg_id: int
    naam: str
    soort: str
    klasse: Klasse
    kenmerken: str


@dataclass(slots=True)
class Wegen:
    """Ways being gathered. Points that are one junction have the same node id; `add` gives each way at once."""

    wegen: list[Weg] = field(default_factory=list)
    sizes: array[int] = field(default_factory=lambda: array("q"))
    nodes: array[int] = field(default_factory=lambda: array("q"))
    x: array[int] = field(default_factory=lambda: array("i"))
    y: array[int] = field(default_factory=lambda: array("i"))

    def add(self, weg: Weg, nodes: Sequence[int], x: Sequence[int], y: Sequence[int]) -> None:
        """One line of two points or more. x, y: whole numbers of SCHAAL parts of a degree."""
        self.wegen.append(weg)
        self.sizes.append(len(nodes))
        self.nodes.extend(nodes)
        self.x.extend(x)
        self.y.extend(y)

    def __len__(self) -> int:
        return len(self.wegen)


def build_netwerk(
    wegen: Wegen, *, overgeslagen: Mapping[str, int], lijnen: Sequence[Tekenlijn] = (), bron: str, bron_datum: str
) -> Netwerk:
    """The network of these ways. Nodes are numbered by the id of their source, segments in the order of the ways."""
    sizes = _big(wegen.sizes)
    points = np.stack((_small(wegen.x), _small(wegen.y)), axis=1)
    ids, at, times = np.unique(_big(wegen.nodes), return_inverse=True, return_counts=True)
    ends = np.cumsum(sizes)
    is_end = np.zeros(len(at), dtype=bool)
    is_end[ends - 1] = is_end[ends - sizes] = True
    junction = (times > 1)[at] | is_end
    starts, lengths, owner = _segments(junction, ends, sizes)
    begin = np.concatenate(([0], np.cumsum(lengths))).astype(np.int64)
    line = points[take_runs(starts, lengths)]
    used, nodes = np.unique(np.concatenate((at[starts], at[starts + lengths - 1])), return_inverse=True)
    # Of one id, any point: they lie in one place.
    place = np.zeros(len(ids), dtype=np.int64)
    place[at] = np.arange(len(at))
    of_way = [wegen.wegen[way] for way in owner.tolist()]
    return Netwerk(
        knopen=points[place[used]].reshape(-1, 2),
        van=nodes[: len(starts)].astype(np.int32), naar=nodes[len(starts) :].astype(np.int32),
        lengte_m=lengths_m(line, begin),
        klasse=np.array([way.klasse for way in of_way], dtype=np.uint8),
        weg_id=np.array([way.weg_id for way in of_way], dtype=np.int64),
        namen=tuple(way.naam for way in of_way), soorten=tuple(way.soort for way in of_way),
        kenmerken=tuple(way.kenmerken for way in of_way),
        begin=begin, punten=line, overgeslagen=dict(overgeslagen), lijnen=tuple(lijnen), bron=bron,
        bron_datum=bron_datum,
    )  # fmt: skip


def _segments(junction: NDArray[np.bool_], ends: BigArray, sizes: BigArray) -> tuple[BigArray, BigArray, BigArray]:
    """Where each segment starts, how many points it has (both ends), and the way it is of."""
    cuts = np.flatnonzero(junction)
    way = np.searchsorted(ends, cuts, side="right")
    inside = way[1:] == way[:-1]
    return cuts[:-1][inside], np.diff(cuts)[inside] + 1, way[:-1][inside]


def _big(values: array[int]) -> BigArray:
    return np.frombuffer(values, dtype=np.int64) if len(values) else np.zeros(0, dtype=np.int64)


def _small(values: array[int]) -> IntArray:
    return np.frombuffer(values, dtype=np.int32) if len(values) else np.zeros(0, dtype=np.int32)
