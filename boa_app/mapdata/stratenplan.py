"""Streets and houses of one cell of the example map.

A cell, with rows of streets along `hoek`, side streets between two rows and two strips of houses in every block:

    ┌──────┬─────────┬────┐
    ├────┬─┴──────┬──┴────┤
    └────┴────────┴───────┘
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from random import Random

import shapely
from shapely import affinity
from shapely.geometry import LineString, Polygon, box
from shapely.geometry.base import BaseGeometry

from boa_app.mapdata.vorm import lines_of, polygons_of

SHORTEST_STREET_M = 38.0
HOUSE_DEPTH_M = 10.5
FRONT_M = 9.5
HOUSE_GAP_M = 7.0


@dataclass(frozen=True, slots=True)
class Cel:
    """One cell to fill. open_ground: where streets run to the edge; building_ground: where houses may stand."""

    open_ground: BaseGeometry
    building_ground: BaseGeometry
    angle_deg: float
    depth_m: float
    width_m: float
    names: tuple[str, ...]
    large: bool


@dataclass(frozen=True, slots=True)
class Invulling:
    """What fills a cell: per street name its lines, and the houses."""

    streets: dict[str, list[LineString]]
    houses: list[Polygon]


def fill_cell(cel: Cel, random: Random) -> Invulling:
    """Lay streets and houses in a cell; the same seed gives the same plan."""
    middle = cel.open_ground.centroid
    ground = affinity.rotate(cel.open_ground, -cel.angle_deg, origin=middle)
    building = affinity.rotate(cel.building_ground, -cel.angle_deg, origin=middle)
    rows = _row_heights(ground, cel.depth_m, random)
    gaps = [(low, high, _cross_places(ground, cel.width_m, random)) for low, high in pairwise(rows)]
    lines = [line for y in rows[1:-1] for line in _clip(ground, _across(ground, y))]
    side = [
        line for low, high, places in gaps for x in places for line in _clip(ground, LineString([(x, low), (x, high)]))
    ]
    houses = _houses(building, gaps, random, large=cel.large)
    streets = _name(lines, side, cel.names)
    turned = {
        name: [affinity.rotate(line, cel.angle_deg, origin=middle) for line in parts] for name, parts in streets.items()
    }
    return Invulling(turned, [affinity.rotate(house, cel.angle_deg, origin=middle) for house in houses])


def _row_heights(ground: BaseGeometry, depth_m: float, random: Random) -> list[float]:
    _, south, _, north = ground.bounds
    count = max(2, round((north - south) / depth_m))
    step = (north - south) / count
    inner = [south + step * row + random.uniform(-0.08, 0.08) * step for row in range(1, count)]
    return [south, *inner, north]


def _cross_places(ground: BaseGeometry, width_m: float, random: Random) -> list[float]:
    west, _, east, _ = ground.bounds
    places, x = [], west + width_m * random.uniform(0.35, 0.95)
    while x < east - 0.3 * width_m:
        places.append(x)
        x += width_m * random.uniform(0.85, 1.25)
    return places


def _across(ground: BaseGeometry, y: float) -> LineString:
    west, _, east, _ = ground.bounds
    return LineString([(west - 1, y), (east + 1, y)])


def _clip(ground: BaseGeometry, line: LineString) -> list[LineString]:
    return [part for part in lines_of(ground.intersection(line)) if part.length >= SHORTEST_STREET_M]


def _name(rows: list[LineString], side: list[LineString], names: tuple[str, ...]) -> dict[str, list[LineString]]:
    """Give the longest rows the names in order; what is left takes the name of the street it is nearest to."""
    streets: dict[str, list[LineString]] = {}
    rest: list[LineString] = []
    for line in sorted(rows, key=lambda part: -part.length):
        if len(streets) < len(names):
            streets[names[len(streets)]] = [line]
        else:
            rest.append(line)
    for line in [*rest, *side]:
        if streets:
            nearest = min(streets, key=lambda name: min(part.distance(line) for part in streets[name]))
            streets[nearest].append(line)
    return streets


def _houses(
    building: BaseGeometry, gaps: list[tuple[float, float, list[float]]], random: Random, *, large: bool
) -> list[Polygon]:
    shapely.prepare(building)
    west, _, east, _ = building.bounds if not building.is_empty else (0, 0, 0, 0)
    found = []
    for low, high, places in gaps:
        edges = [west, *places, east]
        for left, right in pairwise(edges):
            strips = _halls(left, right, low, high) if large else _rows_of_houses(left, right, low, high, random)
            found += [house for house in strips if building.contains(house)]
    return found


def _rows_of_houses(left: float, right: float, low: float, high: float, random: Random) -> Iterator[Polygon]:
    for bottom in (low + FRONT_M, high - FRONT_M - HOUSE_DEPTH_M):
        x = left + FRONT_M
        while x < right - FRONT_M - 18:
            end = min(x + random.uniform(42, 96), right - FRONT_M)
            yield box(x, bottom, end, bottom + HOUSE_DEPTH_M)
            x = end + HOUSE_GAP_M


def _halls(left: float, right: float, low: float, high: float) -> Iterator[Polygon]:
    middle = (left + right) / 2
    for west, east in ((left + 16, middle - 9), (middle + 9, right - 16)):
        if east - west > 30 and high - low > 70:
            yield box(west, low + 18, east, high - 18)


def courtyard_blocks(streets: list[LineString], edge: Polygon) -> list[Polygon]:
    """Closed blocks with an inner court between hand-drawn streets, as in an old centre."""
    net = shapely.unary_union([*streets, edge.exterior])
    blocks = []
    for face in polygons_of(shapely.polygonize([net])):
        outer = face.buffer(-8, join_style="mitre")
        for part in polygons_of(outer):
            if part.area < 150:
                continue
            court = part.buffer(-13, join_style="mitre")
            blocks += polygons_of(part.difference(court))
    return blocks


def degrees_of(line: LineString) -> float:
    """The direction in which the middle of a line lies, seen from the origin: 0 east, 90 north."""
    middle = line.interpolate(0.5, normalized=True)
    return math.degrees(math.atan2(middle.y, middle.x)) % 360
