"""The municipality that is fetched: its land, and the boxes and tiles that cover it.

A box around a municipality holds up to twice its surface; what lies wholly outside is not asked for.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from boa_app.analysis.crs import to_rd
from boa_app.mapdata.geojson import Rings
from boa_app.mapdata.pdok_diensten import Bbox
from boa_app.mapdata.pdok_lezen import vorm

Tegel = tuple[int, int, int]
MARGE_M = 500.0
_CELL_M = 2000
_M_PER_DEG = 111_320.0
# Below this level a whole box costs little and the map has no ragged edge.
_TRIM_FROM = 14
MERCATOR_LAT = 85.0511287798


@dataclass(frozen=True, slots=True)
class Gebied:
    """A municipality as it is now. rings: its land in WGS84, even-odd rule; jaar: edition of the borders."""

    code: str
    naam: str
    jaar: int
    rings: Rings

    def bbox(self, marge_m: float = 0.0) -> Bbox:
        """West, south, east, north in degrees, wider by so many metres."""
        west, south, east, north = vorm(self.rings).bounds
        high = marge_m / _M_PER_DEG
        wide = high / math.cos(math.radians((south + north) / 2))
        return west - wide, south - high, east + wide, north + high

    def bbox_rd(self) -> Bbox:
        """The box in whole RD metres."""
        west, south, east, north = self._rd().bounds
        return math.floor(west), math.floor(south), math.ceil(east), math.ceil(north)

    def vulling(self) -> float:
        """Which part of its box the municipality fills, more than 0 and at most 1."""
        west, south, east, north = self.bbox_rd()
        return float(min(1.0, max(0.01, self._rd().area / ((east - west) * (north - south)))))

    def cellen_rd(self) -> list[Bbox]:
        """Boxes of RD metres on the whole kilometre grid that together cover it, the middle first: two visits ask the
        same, and what changes is seen in the first one."""
        area = self._rd()
        west, south, east, north = (round(value // _CELL_M) for value in area.bounds)
        cells: list[Bbox] = [
            (x * _CELL_M, y * _CELL_M, (x + 1) * _CELL_M, (y + 1) * _CELL_M)
            for y in range(south, north + 1)
            for x in range(west, east + 1)
        ]
        hits = [cell for cell, is_hit in zip(cells, _hits(area, cells), strict=True) if is_hit]
        middle = area.centroid

        def far(cell: Bbox) -> float:
            return math.hypot((cell[0] + cell[2]) / 2 - middle.x, (cell[1] + cell[3]) / 2 - middle.y)

        return sorted(hits, key=far)

    def tegels(self, minzoom: int, maxzoom: int) -> list[Tegel]:
        """z, x, y (from the north) of every tile of the map with its margin, whole levels first."""
        near = vorm(self.rings).buffer(MARGE_M / _M_PER_DEG * 1.7)
        found: list[Tegel] = []
        for zoom in range(minzoom, maxzoom + 1):
            level = _box_tiles(zoom, self.bbox(MARGE_M))
            if zoom >= _TRIM_FROM:
                hits = _hits(near, [tegel_bbox(*tile) for tile in level])
                level = [tile for tile, hit in zip(level, hits, strict=True) if hit]
            found += level
        return found

    def _rd(self) -> Any:  # noqa: ANN401
        rings = tuple(
            tuple(zip(*(axis.tolist() for axis in to_rd(*zip(*ring, strict=True))), strict=True)) for ring in self.rings
        )
        return vorm(rings)


def tegel_bbox(zoom: int, x: int, y: int) -> Bbox:
    """West, south, east, north of a tile in degrees; y counts from the north."""
    side = 2**zoom

    def lat(row: int) -> float:
        return math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * row / side))))

    return x / side * 360 - 180, lat(y + 1), (x + 1) / side * 360 - 180, lat(y)


def _hits(area: Any, boxes: list[Bbox]) -> list[bool]:  # noqa: ANN401
    """Which boxes an area touches."""
    import shapely

    shapely.prepare(area)
    west, south, east, north = np.asarray(boxes, dtype=float).T
    return [bool(hit) for hit in np.atleast_1d(shapely.intersects(area, shapely.box(west, south, east, north)))]


def _box_tiles(zoom: int, bbox: Bbox) -> list[Tegel]:
    west, south, east, north = bbox
    side = 2**zoom

    def column(lon: float) -> int:
        return int(min(side - 1, max(0, math.floor((lon + 180) / 360 * side))))

    def row(lat: float) -> int:
        bound = math.radians(min(MERCATOR_LAT, max(-MERCATOR_LAT, lat)))
        return int(min(side - 1, max(0, math.floor((1 - math.asinh(math.tan(bound)) / math.pi) / 2 * side))))

    return [(zoom, x, y) for y in range(row(north), row(south) + 1) for x in range(column(west), column(east) + 1)]
