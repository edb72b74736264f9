"""The squares of a protected grid as a file: GeoJSON or CSV, and nothing but squares in it.

The words of CSV are Dutch with a semicolon, as the spreadsheets of the municipality expect; GeoJSON is WGS84 (RFC
7946), with the RD corner beside it, because the corners of a square are exact only there.
"""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import numpy as np
from numpy.typing import NDArray

from boa_app.analysis.bescherming import Raster
from boa_app.analysis.crs import to_wgs84

KLASSEN = ("minder", "gemiddeld", "meer")
# A ten-millionth of a degree is 1 cm.
_DECIMALS = 7


def to_geojson(raster: Raster, *, cijfers: bool, over: dict[str, Any]) -> bytes:
    """A FeatureCollection, one polygon per square. cijfers: with `aantal`, otherwise the class alone; over: what the
    collection says of itself."""
    rings = _rings(raster)
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Polygon", "coordinates": [ring]},
            "properties": dict(zip(_columns(cijfers=cijfers), row, strict=True)),
        }
        for ring, row in zip(rings, _rows(raster, cijfers=cijfers), strict=True)
    ]
    document = {"type": "FeatureCollection", **over, "features": features}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def to_csv(raster: Raster, *, cijfers: bool) -> bytes:
    """One line per square, with the byte order mark that makes a spreadsheet read it as UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(_columns(cijfers=cijfers))
    writer.writerows(_rows(raster, cijfers=cijfers))
    return out.getvalue().encode("utf-8-sig")


def _columns(*, cijfers: bool) -> tuple[str, ...]:
    return ("x_rd", "y_rd", "zijde_m", "klasse", *(("aantal",) if cijfers else ()))


def _rows(raster: Raster, *, cijfers: bool) -> list[tuple[int | str, ...]]:
    columns = (raster.x_m, raster.y_m, raster.zijde_m, raster.klasse, raster.aantal)
    return [
        (x, y, side, KLASSEN[klasse - 1], *((count,) if cijfers else ()))
        for x, y, side, klasse, count in zip(*(column.tolist() for column in columns), strict=True)
    ]


def _rings(raster: Raster) -> list[list[list[float]]]:
    """Closed, and counter-clockwise as RFC 7946 asks."""
    left, low = raster.x_m, raster.y_m
    right, top = left + raster.zijde_m, low + raster.zijde_m
    x: NDArray[np.int64] = np.stack((left, right, right, left, left), axis=1)
    y: NDArray[np.int64] = np.stack((low, low, top, top, low), axis=1)
    lon, lat = to_wgs84(x, y)
    rings: list[list[list[float]]] = np.stack((lon, lat), axis=2).round(_DECIMALS).tolist()
    return rings
