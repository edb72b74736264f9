"""Taking the parts of a kaartpakket apart, and refusing every shape that would break a map or an index later.

Whoever draws or indexes may rely on it: rings are closed and have 4 points or more, lines 2, all within the world.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from math import isfinite
from typing import Any

Position = tuple[float, float]
Ring = tuple[Position, ...]
Rings = tuple[Ring, ...]
_AREAS = {"Polygon": 0, "MultiPolygon": 1}


def load_json(data: bytes) -> Any:  # noqa: ANN401 - any JSON value
    """The value in a file. Raises ValueError, also for nesting deeper than any map has."""
    try:
        return json.loads(data)
    except RecursionError as error:
        raise ValueError("nesting") from error


def read_areas(features: Sequence[Mapping[str, Any]]) -> Iterator[tuple[Mapping[str, Any], Rings]]:
    """The properties and all rings, exteriors and holes alike, of every area.

    Raises ValueError, TypeError, KeyError and IndexError for what is no area.
    """
    for feature in features:
        geometry = feature["geometry"]
        polygons = geometry["coordinates"] if _AREAS[geometry["type"]] else [geometry["coordinates"]]
        rings = tuple(_ring(ring) for polygon in polygons for ring in polygon)
        yield feature["properties"], _filled(rings)


def read_lines(features: Sequence[Mapping[str, Any]]) -> Iterator[tuple[Mapping[str, Any], Rings]]:
    """The properties and the parts of every line. Raises as read_areas."""
    for feature in features:
        yield feature["properties"], _filled(tuple(_line(part) for part in feature["geometry"]["coordinates"]))


def read_points(features: Sequence[Mapping[str, Any]]) -> Iterator[tuple[Mapping[str, Any], Position]]:
    """The properties and the position of every point. Raises as read_areas."""
    for feature in features:
        yield feature["properties"], _position(feature["geometry"]["coordinates"])


def read_text(value: Any) -> str:  # noqa: ANN401
    """A text that can be stored and shown. Raises ValueError, TypeError."""
    if not isinstance(value, str):
        raise TypeError("text")
    value.encode()
    if "\0" in value:
        raise ValueError("NUL")
    return value


def check_unique(codes: Sequence[str]) -> None:
    """Two areas with one code would be counted as one. Raises ValueError."""
    if len(set(codes)) < len(codes):
        raise ValueError("code")


def _ring(points: Sequence[Sequence[float]]) -> Ring:
    ring = _line(points)
    if len(ring) < 4 or ring[0] != ring[-1]:
        raise ValueError("ring")
    return ring


def _line(points: Sequence[Sequence[float]]) -> Ring:
    line = tuple(_position(point) for point in points)
    if len(line) < 2:
        raise ValueError("line")
    return line


def _position(point: Sequence[float]) -> Position:
    lon, lat = float(point[0]), float(point[1])
    if not (isfinite(lon) and isfinite(lat) and -180 <= lon <= 180 and -90 <= lat <= 90):
        raise ValueError("position")
    return lon, lat


def _filled(parts: Rings) -> Rings:
    if not parts:
        raise ValueError("empty")
    return parts
