"""The parts of a kaartpakket: their names and files, and the shapes in those that are GeoJSON, read and written.

GeoJSON in WGS84 with 7 decimals (1 cm), so that another program can make or read them too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from boa_app.mapdata.buurtjaren import Buurt, Wijk
from boa_app.mapdata.geojson import (
    Position,
    Rings,
    check_unique,
    load_json,
    read_areas,
    read_lines,
    read_points,
    read_text,
)

OMTREK, WIJKEN, BUURTEN, VLAKKEN = "omtrek", "wijken", "buurten", "vlakken"
PLEKKEN, GEBIEDEN, LIJNEN = "plekken", "gebieden", "straatlijnen"
STRATEN, ADRESSEN, BASISKAART = "straten", "adressen", "basiskaart"
# What a person sees first stands first. straatlijnen: drawn street lines where there is no network, as in the example.
FILES: dict[str, tuple[str, ...]] = {
    OMTREK: ("omtrek.geojson",),
    WIJKEN: ("wijken.geojson",),
    BUURTEN: ("buurten.geojson",),
    STRATEN: ("netwerk.straten",),
    ADRESSEN: ("adressen.sqlite",),
    VLAKKEN: ("vlakken.geojson",),
    PLEKKEN: ("plekken.geojson",),
    GEBIEDEN: ("gebieden.geojson",),
    LIJNEN: ("straten.geojson",),
    BASISKAART: ("basiskaart.mbtiles", "basiskaart.pmtiles"),
}
PARTS = tuple(FILES)
GEOJSON_PARTS = tuple(part for part, names in FILES.items() if names[0].endswith(".geojson"))
# Kept in their files: a city has 300,000 addresses, and nobody looks at all of them.
FILE_PARTS = tuple(part for part in PARTS if part not in GEOJSON_PARTS)

PLEK_DAYS_LIMIT = 3660
JAAR_LIMIT = 9999
_DECIMALS = 7


@dataclass(frozen=True, slots=True)
class Straat:
    """One named street. soort: hoofd, straat, pad or rail. lines: its parts, not in walking order."""

    naam: str
    soort: str
    lines: Rings


@dataclass(frozen=True, slots=True)
class Vlak:
    """One area of the ground. soort: water, groen, bebouwd, bedrijf or pand; naam may be empty."""

    soort: str
    rings: Rings
    naam: str = ""


@dataclass(frozen=True, slots=True)
class Plaatspunt:
    """A named place. elke_dagen: wanted days between visits of a ronde, 0 when it is not visited."""

    naam: str
    lon: float
    lat: float
    locatietype: str = ""
    elke_dagen: int = 0


@dataclass(frozen=True, slots=True)
class Gebiedsvlak:
    """An area with a rule that came with the pakket. soort: as domain.gebied.GebiedSoort. van, tot: days as
    yyyy-mm-dd, both inclusive, empty is open."""

    naam: str
    soort: str
    rings: Rings
    besluit: str = ""
    van: str = ""
    tot: str = ""


@dataclass(frozen=True, slots=True)
class Vormen:
    """Everything that came out of the GeoJSON parts; buurten and wijken of every year."""

    omtrek: Rings = ()
    wijken: tuple[Wijk, ...] = ()
    buurten: tuple[Buurt, ...] = ()
    vlakken: tuple[Vlak, ...] = ()
    plekken: tuple[Plaatspunt, ...] = ()
    gebieden: tuple[Gebiedsvlak, ...] = ()
    straten: tuple[Straat, ...] = ()


def read_part(part: str, data: bytes) -> Any:  # noqa: ANN401 - the shape belongs to the part
    """The value of Vormen that one GeoJSON part holds. Raises ValueError, TypeError, KeyError, IndexError and
    AttributeError for what is none."""
    features = load_json(data)["features"]
    if not isinstance(features, list):
        raise TypeError("features")
    return _READERS[part](features)


def encode_part(part: str, vormen: Vormen, naam: str = "") -> tuple[bytes, int]:
    """The GeoJSON of one part and how many features stand in it."""
    features = _WRITERS[part](vormen, naam)
    body = {"type": "FeatureCollection", "features": features}
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode(), len(features)


Features = Sequence[Mapping[str, Any]]


def _omtrek(features: Features) -> Rings:
    return tuple(ring for _, rings in read_areas(features) for ring in rings)


def _wijken(features: Features) -> tuple[Wijk, ...]:
    found = tuple(
        Wijk(read_text(p["code"]), read_text(p["naam"]), r, _whole(p.get("jaar", 0), JAAR_LIMIT))
        for p, r in read_areas(features)
    )
    check_unique([f"{wijk.code} {wijk.jaar}" for wijk in found])
    return found


def _buurten(features: Features) -> tuple[Buurt, ...]:
    found = tuple(
        Buurt(
            read_text(p["code"]), read_text(p["naam"]), r,
            read_text(p.get("wijk", "")), _whole(p.get("jaar", 0), JAAR_LIMIT),
        )
        for p, r in read_areas(features)
    )  # fmt: skip
    check_unique([f"{buurt.code} {buurt.jaar}" for buurt in found])
    return found


def _straten(features: Features) -> tuple[Straat, ...]:
    return tuple(Straat(read_text(p["naam"]), read_text(p["soort"]), lines) for p, lines in read_lines(features))


def _vlakken(features: Features) -> tuple[Vlak, ...]:
    return tuple(Vlak(read_text(p["soort"]), r, read_text(p.get("naam", ""))) for p, r in read_areas(features))


def _plekken(features: Features) -> tuple[Plaatspunt, ...]:
    return tuple(
        Plaatspunt(
            read_text(p["naam"]), *at, read_text(p["locatietype"]), _whole(p["elke_dagen"], PLEK_DAYS_LIMIT)
        )
        for p, at in read_points(features)
    )  # fmt: skip


def _gebieden(features: Features) -> tuple[Gebiedsvlak, ...]:
    return tuple(
        Gebiedsvlak(
            read_text(p["naam"]), read_text(p["soort"]), r,
            *(read_text(p.get(name) or "") for name in ("besluit", "van", "tot")),
        )
        for p, r in read_areas(features)
    )  # fmt: skip


def _whole(value: Any, limit: int) -> int:  # noqa: ANN401
    number = int(value)
    if not 0 <= number <= limit:
        raise ValueError("number")
    return number


_READERS: dict[str, Callable[[Features], Any]] = {
    OMTREK: _omtrek, WIJKEN: _wijken, BUURTEN: _buurten, VLAKKEN: _vlakken, PLEKKEN: _plekken,
    GEBIEDEN: _gebieden, LIJNEN: _straten,
}  # fmt: skip
_WRITERS: dict[str, Callable[[Vormen, str], list[dict[str, Any]]]] = {
    OMTREK: lambda v, naam: [_area(v.omtrek, naam=naam)] if v.omtrek else [],
    WIJKEN: lambda v, _: [_area(w.rings, code=w.code, naam=w.naam, jaar=w.jaar) for w in v.wijken],
    BUURTEN: lambda v, _: [_area(b.rings, code=b.code, naam=b.naam, jaar=b.jaar, wijk=b.wijk) for b in v.buurten],
    VLAKKEN: lambda v, _: [_area(vlak.rings, soort=vlak.soort, naam=vlak.naam) for vlak in v.vlakken],
    PLEKKEN: lambda v, _: [
        _feature("Point", _at((p.lon, p.lat)), naam=p.naam, locatietype=p.locatietype, elke_dagen=p.elke_dagen)
        for p in v.plekken
    ],
    GEBIEDEN: lambda v, _: [
        _area(g.rings, naam=g.naam, soort=g.soort, besluit=g.besluit, van=g.van, tot=g.tot) for g in v.gebieden
    ],
    LIJNEN: lambda v, _: [
        _feature("MultiLineString", _lines(s.lines), naam=s.naam, soort=s.soort) for s in v.straten
    ],
}  # fmt: skip


def _area(rings: Rings, **properties: Any) -> dict[str, Any]:  # noqa: ANN401
    polygons = group_rings(rings)
    if len(polygons) == 1:
        return _feature("Polygon", _lines(polygons[0]), **properties)
    return _feature("MultiPolygon", [_lines(polygon) for polygon in polygons], **properties)


def group_rings(rings: Rings) -> list[Rings]:
    """The rings as GeoJSON wants them: per polygon its exterior first, then its holes. In: the even-odd rule."""
    if len(rings) == 1:
        return [rings]
    import shapely

    shapes = [shapely.Polygon(ring) for ring in rings]
    points = [shape.representative_point() for shape in shapes]
    inside, around = shapely.STRtree(shapes).query(points, predicate="within")
    depth = [0] * len(rings)
    parents: dict[int, list[int]] = {}
    for one, other in zip(inside.tolist(), around.tolist(), strict=True):
        if one != other and shapes[one].area < shapes[other].area:
            depth[one] += 1
            parents.setdefault(one, []).append(other)
    groups = {nr: [ring] for nr, ring in enumerate(rings) if depth[nr] % 2 == 0}
    for nr, ring in enumerate(rings):
        if depth[nr] % 2:
            home = next((parent for parent in parents[nr] if depth[parent] == depth[nr] - 1), None)
            groups.setdefault(nr if home is None else home, []).append(ring)
    return [tuple(group) for group in groups.values()]


def _feature(kind: str, coordinates: Sequence[Any], **properties: Any) -> dict[str, Any]:  # noqa: ANN401
    return {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}


def _lines(rings: Rings) -> list[list[list[float]]]:
    return [[_at(position) for position in ring] for ring in rings]


def _at(position: Position) -> list[float]:
    return [round(position[0], _DECIMALS), round(position[1], _DECIMALS)]
