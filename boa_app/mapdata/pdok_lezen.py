"""Reading what came in: features a line, checked when they were fetched, so that importers need not know of PDOK."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from boa_app.analysis.crs import to_wgs84
from boa_app.mapdata.geojson import Ring, Rings

_BATCH = 5000
# RD and WGS84 borders differ by decimetres; a house on the border belongs to this side then.
_MARGIN_DEG = 5e-5
Properties = dict[str, Any]


def lees_features(path: Path) -> Iterator[dict[str, Any]]:
    """The features of a fetched part, in the order of the service."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def lees_wegvakken(path: Path) -> Iterator[tuple[Properties, Rings]]:
    """Properties and lines of each road section, every one once."""
    seen = set()
    for feature in lees_features(path):
        properties, geometry = feature["properties"], feature["geometry"]
        if properties["wvk_id"] in seen:
            continue
        seen.add(properties["wvk_id"])
        parts = geometry["coordinates"] if geometry["type"] == "MultiLineString" else [geometry["coordinates"]]
        yield properties, tuple(_line(part) for part in parts)


def lees_adressen(path: Path, omtrek: Rings) -> Iterator[tuple[Properties, float, float]]:
    """Properties, lon and lat of each address inside an outline, or everywhere when that is empty; every one once:
    the boxes they were asked in meet."""
    area = _inside(omtrek) if omtrek else None
    seen = set()
    features = lees_features(path)
    while batch := list(itertools.islice(features, _BATCH)):
        lons, lats = to_wgs84(*zip(*(feature["geometry"]["coordinates"][:2] for feature in batch), strict=True))
        for feature, lon, lat, is_inside in zip(batch, lons, lats, _contains(area, lons, lats), strict=True):
            properties = feature["properties"]
            if is_inside and properties["identificatie"] not in seen:
                seen.add(properties["identificatie"])
                yield properties, float(lon), float(lat)


def vorm(rings: Rings) -> Any:  # noqa: ANN401 - a shapely geometry
    """The area of rings by the even-odd rule."""
    import shapely
    from shapely.geometry import Polygon

    area: Any = Polygon()
    for ring in rings:
        area = area.symmetric_difference(shapely.make_valid(Polygon(ring)))
    return area


def _inside(omtrek: Rings) -> Any:  # noqa: ANN401
    import shapely

    area = vorm(omtrek).buffer(_MARGIN_DEG)
    shapely.prepare(area)
    return area


def _contains(area: Any, lons: Any, lats: Any) -> Any:  # noqa: ANN401
    import shapely

    if area is None:
        return [True] * len(lons)
    return shapely.contains_xy(area, lons, lats)


def _line(part: list[list[float]]) -> Ring:
    return tuple((float(point[0]), float(point[1])) for point in part)
