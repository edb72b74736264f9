"""The example kaartpakket: a schematic town drawn by the program from hand-placed seeds and seeded chance.

seeds ──Voronoi──► buurten ──edges──► main roads
                      └──── blocks ──► streets and houses        all bent a little, then metres ──► WGS84
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, MultiPoint, Point, Polygon
from shapely.geometry.base import BaseGeometry

from boa_app.analysis.crs import to_rd, to_wgs84
from boa_app.mapdata.pakket import Bron, Buurt, Kaartpakket, Plaatspunt, Rings, Straat, Vlak, write_pakket
from boa_app.mapdata.stratenplan import Cel, courtyard_blocks, degrees_of, fill_cell
from boa_app.mapdata.vorm import Bocht, ellipse, largest, lines_of, polygons_of, smooth_line, smooth_polygon

ROAD_M = 11.0
WATER_BANK_M = 9.0
NAMED_EDGE_M = 160.0


def build_example_package(folder: Path, definition: Path) -> Kaartpakket:
    """Draw the example and write it as a kaartpakket into a folder."""
    pakket = draw_example(definition)
    write_pakket(folder, pakket)
    return pakket


def draw_example(definition: Path) -> Kaartpakket:
    """Draw the example kaartpakket of a definition file; the same file gives the same map."""
    with definition.open("rb") as file:
        plan = tomllib.load(file)
    return _Tekening(plan).finish()


@dataclass(frozen=True, slots=True)
class _Ground:
    outline: Polygon
    town: Polygon
    centre: Polygon
    moat: BaseGeometry
    green_ring: BaseGeometry


class _Tekening:
    """The drawing in progress: one pass over the definition, in metres until the end."""

    def __init__(self, plan: dict[str, Any]) -> None:
        self.plan = plan
        self.random = Random(int(plan["zaad"]))  # noqa: S311 - chance that must repeat, not secrets
        self.ground = _ground_of(plan)
        self.rivers = [_river(water) for water in plan["water"]]
        self.water = shapely.unary_union([*self.rivers, self.ground.moat])
        self.parks = [smooth_polygon(park["punten"]).difference(self.water) for park in plan["groen"]]
        self.cells = _cells(plan["buurt"], self.ground)
        self.streets: dict[tuple[str, str], list[LineString]] = {}
        self.areas: list[tuple[str, str, BaseGeometry]] = []
        bend = plan["bocht"]
        self.bocht = Bocht(bend["hoogte_m"], bend["lengte_m"], straight_m=plan["vesting"]["assen"][0] + 80)
        origin_x, origin_y = to_rd(plan["midden"][0], plan["midden"][1])
        self.origin = np.array([float(origin_x), float(origin_y)])

    def finish(self) -> Kaartpakket:
        self._add_ground()
        self._add_border_roads()
        self._add_own_roads()
        for buurt in self.plan["buurt"]:
            self._fill(buurt)
        code = self.plan["gemeente_code"]
        return Kaartpakket(
            gemeente_code=code,
            naam=self.plan["naam"],
            omtrek=self._rings(self.ground.outline),
            buurten=tuple(
                Buurt(f"BU{code[2:]}{buurt['nr']:04d}", buurt["naam"], self._rings(self.cells[buurt["nr"]]))
                for buurt in self.plan["buurt"]
            ),
            straten=tuple(
                Straat(naam, soort, tuple(self._line(line) for line in lines))
                for (naam, soort), lines in self.streets.items()
            ),
            vlakken=tuple(
                Vlak(soort, self._rings(part), naam) for soort, naam, area in self.areas for part in polygons_of(area)
            ),
            plekken=tuple(self._plek(plek) for plek in self.plan["plek"]),
            bronnen=tuple(Bron(**bron) for bron in self.plan["bron"]),
            voorbeeld=True,
        )

    def _add_ground(self) -> None:
        for buurt in self.plan["buurt"]:
            soort = {"bedrijf": "bedrijf", "land": ""}.get(buurt.get("soort", "woon"), "bebouwd")
            if soort:
                self.areas.append((soort, "", self.cells[buurt["nr"]]))
        self.areas.append(("groen", "", self.ground.outline.difference(self.ground.town)))
        self.areas.append(("groen", "", self.ground.green_ring))
        self.areas += [("groen", park["naam"], area) for park, area in zip(self.plan["groen"], self.parks, strict=True)]
        inside = self.ground.outline
        self.areas += [
            ("water", water["naam"], river.intersection(inside))
            for water, river in zip(self.plan["water"], self.rivers, strict=True)
        ]
        self.areas.append(("water", "Stadsgracht", self.ground.moat))

    def _add_border_roads(self) -> None:
        """Roads follow the edges between cells of the town; round the centre and round the town they have own names."""
        borders, names = self.plan["grenzen"], iter(self.plan["grenzen"]["wegen"])
        ring, edge = self.ground.centre.exterior, self.ground.town.exterior
        for (first, cell), (second, other) in _pairs(self.cells):
            if _is_land(self.plan, first) and _is_land(self.plan, second):
                continue
            lines = [line for line in lines_of(cell.intersection(other)) if line.length > 8]
            if not lines:
                continue
            middle = lines[0].interpolate(0.5, normalized=True)
            quarter = int(((degrees_of(lines[0]) + 45) % 360) // 90)
            if middle.distance(ring) < 2:
                naam = borders["singels"][quarter]
            elif middle.distance(edge) < 2:
                naam = borders["randweg"][quarter]
            elif sum(line.length for line in lines) >= NAMED_EDGE_M:
                naam = next(names, "") or self._nearest_border_name(lines[0])
            else:
                naam = self._nearest_border_name(lines[0])
            self._add_street(naam, "hoofd", lines)

    def _nearest_border_name(self, line: LineString) -> str:
        return min(self.streets, key=lambda key: min(part.distance(line) for part in self.streets[key]))[0]

    def _add_own_roads(self) -> None:
        for weg in self.plan["weg"]:
            line = smooth_line(weg["punten"], rounds=1 if weg["soort"] == "straat" else 2)
            self._add_street(weg["naam"], weg["soort"], lines_of(line.intersection(self.ground.outline)))

    def _fill(self, buurt: dict[str, Any]) -> None:
        soort = buurt.get("soort", "woon")
        if soort == "land":
            return
        if soort == "oud":
            moat_inside = ellipse(*(axis - 12 for axis in self.plan["vesting"]["assen"]))
            own = [line for lines in self.streets.values() for line in lines if line.intersects(moat_inside)]
            self.areas += [("pand", "", block) for block in courtyard_blocks(own, moat_inside)]
            return
        cell = self.cells[buurt["nr"]]
        free = cell.difference(shapely.unary_union([*self.parks, self.water.buffer(WATER_BANK_M)]))
        rail = shapely.unary_union(
            [line for (_, kind), lines in self.streets.items() if kind == "rail" for line in lines]
        )
        building = free.buffer(-ROAD_M).difference(rail.buffer(12))
        depth_m, width_m = buurt["blok"]
        names, large = tuple(buurt["straten"]), soort == "bedrijf"
        filled = fill_cell(Cel(free, building, buurt["hoek"], depth_m, width_m, names, large), self.random)
        for naam, lines in filled.streets.items():
            self._add_street(naam, "pad" if naam.endswith("pad") else "straat", lines)
        self.areas += [("pand", "", house) for house in filled.houses]

    def _add_street(self, naam: str, soort: str, lines: Iterable[LineString]) -> None:
        self.streets.setdefault((naam, soort), []).extend(lines)

    def _plek(self, plek: dict[str, Any]) -> Plaatspunt:
        (at,) = self._line(Point(plek["op"]))
        return Plaatspunt(plek["naam"], at[0], at[1], plek["locatietype"], plek.get("elke_dagen", 0))

    def _rings(self, polygon: BaseGeometry) -> Rings:
        bent = self.bocht.apply(polygon)
        return tuple(self._degrees(np.asarray(ring.coords)) for part in polygons_of(bent)
                     for ring in (part.exterior, *part.interiors))  # fmt: skip

    def _line(self, line: BaseGeometry) -> tuple[tuple[float, float], ...]:
        return self._degrees(np.asarray(self.bocht.apply(line).coords))

    def _degrees(self, at: NDArray[np.float64]) -> tuple[tuple[float, float], ...]:
        lon, lat = to_wgs84(at[:, 0] + self.origin[0], at[:, 1] + self.origin[1])
        return tuple(zip(np.round(lon, 6).tolist(), np.round(lat, 6).tolist(), strict=True))


def _ground_of(plan: dict[str, Any]) -> _Ground:
    half_x, half_y = plan["vesting"]["assen"]
    wide, green = plan["vesting"]["gracht_m"] / 2, plan["vesting"]["plantsoen_m"]
    centre = ellipse(half_x + wide + green, half_y + wide + green)
    moat = ellipse(half_x + wide, half_y + wide).difference(ellipse(half_x - wide, half_y - wide))
    green_ring = centre.difference(ellipse(half_x + wide, half_y + wide))
    town = smooth_polygon(plan["stadsrand"], rounds=2)
    return _Ground(smooth_polygon(plan["omtrek"], rounds=3), town, centre, moat, green_ring)


def _river(water: dict[str, Any]) -> BaseGeometry:
    if water.get("vlak"):
        return smooth_polygon(water["punten"], rounds=3)
    return smooth_line(water["punten"], rounds=3).buffer(water["breedte_m"] / 2, cap_style="flat")


def _cells(buurten: list[dict[str, Any]], ground: _Ground) -> dict[int, Polygon]:
    """Per buurt number its cell: town and land are divided apart, the old centre is cut out of the town."""
    cells = {}
    for land in (False, True):
        chosen = [buurt for buurt in buurten if (buurt.get("soort") == "land") is land]
        area = ground.outline.difference(ground.town) if land else ground.town
        cells.update(_voronoi(chosen, area, ground.centre))
    return cells


def _voronoi(buurten: list[dict[str, Any]], area: BaseGeometry, centre: Polygon) -> dict[int, Polygon]:
    seeds = {buurt["nr"]: Point(buurt["op"]) for buurt in buurten if buurt.get("soort") != "oud"}
    faces = polygons_of(shapely.voronoi_polygons(MultiPoint(list(seeds.values())), extend_to=area))
    cells = {
        nr: largest(next(face for face in faces if face.contains(seed)).intersection(area).difference(centre))
        for nr, seed in seeds.items()
    }
    cells.update({buurt["nr"]: centre for buurt in buurten if buurt.get("soort") == "oud"})
    return cells


def _pairs(cells: dict[int, Polygon]) -> Iterable[tuple[tuple[int, Polygon], tuple[int, Polygon]]]:
    numbers = sorted(cells)
    for place, first in enumerate(numbers):
        for second in numbers[place + 1 :]:
            if cells[first].intersects(cells[second]):
                yield (first, cells[first]), (second, cells[second])


def _is_land(plan: dict[str, Any], nr: int) -> bool:
    return any(buurt["nr"] == nr and buurt.get("soort") == "land" for buurt in plan["buurt"])
