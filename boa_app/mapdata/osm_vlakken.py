"""Water, green, built-up ground and buildings of OpenStreetMap, so that a map without tiles reads well too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import overload

import numpy as np
from numpy.typing import NDArray

from boa_app.mapdata.geojson import Ring, Rings
from boa_app.mapdata.onderdelen import Vlak

Tags = Mapping[str, str]

AREA_KEYS = ("building", "landuse", "natural", "leisure", "waterway", "water")
_WATER = {
    "natural": frozenset("water bay strait".split()),
    "waterway": frozenset("riverbank dock canal".split()),
    "landuse": frozenset("reservoir basin".split()),
}
_GREEN = {
    "landuse": frozenset(
        "grass forest meadow recreation_ground village_green allotments cemetery orchard vineyard flowerbed".split()
    ),
    "natural": frozenset("wood scrub grassland heath wetland".split()),
    "leisure": frozenset("park garden pitch playground golf_course dog_park common".split()),
}
_BUILT = {"landuse": frozenset(("residential",))}
_BUSINESS = {"landuse": frozenset("industrial commercial retail port".split())}
# Water above green above ground: the first kind that fits is what one sees.
_KINDS = (("water", _WATER), ("groen", _GREEN), ("bebouwd", _BUILT), ("bedrijf", _BUSINESS))
_DECIMALS = 7


def area_kind(tags: Tags) -> str:
    """water, groen, bebouwd, bedrijf or pand; empty when the area is not drawn."""
    if tags.get("building", "no") != "no":
        return "pand"
    return next((kind for kind, table in _KINDS if any(tags.get(key, "") in table[key] for key in table)), "")


@dataclass(slots=True)
class Vlakken(Sequence[Vlak]):
    """The areas of a file, kept as the bytes they came in: a town has a million corners. Each read makes a Vlak."""

    shapes: list[bytes] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    def add(self, tags: Tags, wkb: bytes) -> None:
        """Keep an area when it is drawn. wkb: a multipolygon in degrees, WGS84."""
        kind = area_kind(tags)
        if kind:
            self.shapes.append(wkb)
            self.kinds.append(kind)
            self.names.append("" if kind == "pand" else tags.get("name", ""))

    def within(self, west: float, south: float, east: float, north: float) -> Vlakken:
        """Those that touch a frame in degrees."""
        import shapely

        if not self.shapes:
            return Vlakken()
        boxes = shapely.bounds(shapely.from_wkb(self.shapes))
        met = (boxes[:, 0] <= east) & (boxes[:, 2] >= west) & (boxes[:, 1] <= north) & (boxes[:, 3] >= south)
        rows = np.flatnonzero(met).tolist()
        shapes, kinds = [self.shapes[row] for row in rows], [self.kinds[row] for row in rows]
        return Vlakken(shapes, kinds, [self.names[row] for row in rows])

    def __len__(self) -> int:
        return len(self.shapes)

    def __iter__(self) -> Iterator[Vlak]:
        return (self[place] for place in range(len(self)))

    @overload
    def __getitem__(self, place: int) -> Vlak: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Vlak, ...]: ...
    def __getitem__(self, place: int | slice) -> Vlak | tuple[Vlak, ...]:
        if isinstance(place, slice):
            return tuple(self[at] for at in range(len(self))[place])
        return Vlak(self.kinds[place], _rings(self.shapes[place]), self.names[place])


def _rings(wkb: bytes) -> Rings:
    import shapely

    shape = shapely.from_wkb(wkb)
    polygons = shapely.get_parts(shape)
    return tuple(_ring(shapely.get_coordinates(ring)) for ring in shapely.get_rings(polygons))


def _ring(points: NDArray[np.float64]) -> Ring:
    return tuple((round(lon, _DECIMALS), round(lat, _DECIMALS)) for lon, lat in points.tolist())


def inside_points(shapes: Sequence[bytes]) -> list[tuple[float, float]]:
    """A point inside each area, (lon, lat): where an address on a building lies."""
    import shapely

    if not shapes:
        return []
    spots = shapely.get_coordinates(shapely.point_on_surface(shapely.from_wkb(list(shapes))))
    return [(round(lon, _DECIMALS), round(lat, _DECIMALS)) for lon, lat in spots.tolist()]
