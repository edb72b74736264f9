"""Simple closed walks over the streets of one buurt, for the schouwen of the example; real plans come from routing."""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from itertools import pairwise
from random import Random

import shapely
from shapely.geometry import LineString

from boa_app.domain.schouw import Line
from boa_app.mapdata.pakket import Kaartpakket, Position
from boa_app.mapdata.vorm import lines_of

STOPS = 4
# Metres per degree at 52 degrees north: good enough to compare streets of one town.
_M_LON, _M_LAT = 68_500.0, 111_250.0
Graph = dict[Position, dict[Position, float]]


def walk_loops(pakket: Kaartpakket, buurt_code: str, groups: int, random: Random) -> tuple[Line, ...]:
    """One closed walk per group over the streets of a buurt, each in its own direction from one meeting point.

    Empty where the buurt has no connected streets. Positions are (lon, lat) WGS84.
    """
    graph = _largest_part(_graph_of(pakket, buurt_code))
    if len(graph) < groups * 2:
        return ()
    start = _middle(list(graph))
    sectors: list[list[Position]] = [[] for _ in range(groups)]
    for node in graph:
        turn = math.atan2((node[1] - start[1]) * _M_LAT, (node[0] - start[0]) * _M_LON) / (2 * math.pi) % 1
        sectors[int(turn * groups) % groups].append(node)
    return tuple(_loop(graph, start, _stops(sector, start, random)) for sector in sectors)


def _graph_of(pakket: Kaartpakket, buurt_code: str) -> Graph:
    rings = next(buurt.rings for buurt in pakket.buurten if buurt.code == buurt_code)
    # A margin of some metres: the streets on the edge of the buurt belong to the walk.
    area = shapely.Polygon(rings[0]).buffer(0.00012)
    streets = [LineString(line) for s in pakket.straten if s.soort in ("straat", "hoofd") for line in s.lines]
    inside = [street.intersection(area) for street in streets]
    # Ends lie on the road they meet only to within rounding: snap before cutting the lines at their crossings.
    net = shapely.node(shapely.set_precision(shapely.unary_union(inside), 0.00001))
    graph: Graph = defaultdict(dict)
    for line in lines_of(net):
        places = [(round(lon, 6), round(lat, 6)) for lon, lat in line.coords]
        for a, b in pairwise(places):
            if a != b:
                graph[a][b] = graph[b][a] = _metres(a, b)
    return graph


def _largest_part(graph: Graph) -> Graph:
    left, best = set(graph), set[Position]()
    while left:
        part, todo = set[Position](), [left.pop()]
        while todo:
            node = todo.pop()
            if node not in part:
                part.add(node)
                todo += [other for other in graph[node] if other not in part]
        left -= part
        best = max(best, part, key=len)
    return {node: graph[node] for node in graph if node in best}


def _middle(nodes: list[Position]) -> Position:
    lon = sum(node[0] for node in nodes) / len(nodes)
    lat = sum(node[1] for node in nodes) / len(nodes)
    return min(nodes, key=lambda node: (_metres(node, (lon, lat)), node))


def _stops(sector: list[Position], start: Position, random: Random) -> list[Position]:
    far = sorted(sector, key=lambda node: (-_metres(node, start), node))[: max(STOPS, len(sector) // 2)]
    chosen = random.sample(far, min(STOPS, len(far)))
    return sorted(chosen, key=lambda node: math.atan2(node[1] - start[1], node[0] - start[0]))


def _loop(graph: Graph, start: Position, stops: list[Position]) -> Line:
    walk = [start]
    for stop in [*stops, start]:
        walk += _shortest(graph, walk[-1], stop)[1:]
    return tuple(walk)


def _shortest(graph: Graph, begin: Position, end: Position) -> list[Position]:
    """The shortest way (Dijkstra); both ends are in one connected part."""
    before: dict[Position, Position] = {begin: begin}
    best, queue = {begin: 0.0}, [(0.0, begin)]
    while queue:
        so_far, node = heapq.heappop(queue)
        if node == end:
            break
        if so_far > best[node]:
            continue
        for other, length in graph[node].items():
            if so_far + length < best.get(other, math.inf):
                best[other], before[other] = so_far + length, node
                heapq.heappush(queue, (so_far + length, other))
    way = [end]
    while way[-1] != begin:
        way.append(before[way[-1]])
    return way[::-1]


def _metres(a: Position, b: Position) -> float:
    return math.hypot((a[0] - b[0]) * _M_LON, (a[1] - b[1]) * _M_LAT)
