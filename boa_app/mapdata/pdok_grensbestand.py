"""Borders the second way: out of the GeoPackage of the whole country, when the small questions are answered oddly.

It is hundreds of megabytes for a few borders, so it is only the second way; what comes out has the same shape.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from boa_app.mapdata.geojson import Rings
from boa_app.mapdata.grenzen import read_grenzen
from boa_app.mapdata.pdok_gebied import Gebied
from boa_app.mapdata.pdok_lezen import vorm


def lees_bestand(path: Path, code: str, jaar: int) -> tuple[Gebied, list[dict[str, Any]]]:
    """A municipality, and its borders of all levels as features of CBS. Raises as mapdata.grenzen.read_grenzen."""
    found = read_grenzen(path, gemeente=code)
    hier = {"gemeentecode": code, "gemeentenaam": found.naam, "jaar": found.jaar or jaar}
    features = [
        _feature(found.omtrek, hier),
        *(_feature(wijk.rings, {**hier, "wijkcode": wijk.code, "wijknaam": wijk.naam}) for wijk in found.wijken),
        *(
            _feature(buurt.rings, {**hier, "wijkcode": buurt.wijk, "buurtcode": buurt.code, "buurtnaam": buurt.naam})
            for buurt in found.buurten
        ),
    ]
    return Gebied(code, found.naam, found.jaar or jaar, found.omtrek), features


def _feature(rings: Rings, properties: dict[str, Any]) -> dict[str, Any]:
    from shapely.geometry import mapping

    area = vorm(rings)
    if area.geom_type == "GeometryCollection":
        area = _polygons(area.geoms)
    return {"type": "Feature", "properties": properties, "geometry": mapping(area)}


def _polygons(parts: Sequence[Any]) -> Any:  # noqa: ANN401 - a shapely geometry
    import shapely

    return shapely.union_all([part for part in parts if part.geom_type in ("Polygon", "MultiPolygon")])
