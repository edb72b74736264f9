"""Reading geographic files others made, GeoJSON and GeoPackage: rows with their shapes, as they stand in the file.

Nothing is converted here; what the positions are is decided by ``ligging``.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from boa_app.domain.errors import UserError
from boa_app.mapdata.adres_bestand import APPLICATION_ID
from boa_app.mapdata.ligging import find_stelsel, to_degrees

Floats = NDArray[np.float64]
JSON_LIMIT_BYTES = 1 << 30
_SQLITE = b"SQLite format 3\0"
_HEADER = 100
_SHAPE_ERRORS = (
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    OverflowError,
    shapely.errors.ShapelyError,
)


@dataclass(frozen=True, slots=True)
class Laag:
    """The rows of one layer: the properties and the shape of each. declared: the system the source says they are in."""

    naam: str
    rijen: list[dict[str, Any]]
    vormen: list[BaseGeometry | None]
    declared: str

    def middens(self, bestand: str, *, deel: float) -> tuple[Floats, Floats]:
        """Longitude and latitude of the middle of each row; nan for one without. Raises as ligging.to_degrees."""
        points = shapely.centroid(np.array(self.vormen, dtype=object))
        at = np.array([shapely.get_x(points), shapely.get_y(points)], dtype=np.float64)
        return to_degrees(at[0], at[1], find_stelsel(self.declared, bestand), bestand, deel=deel)


def is_geojson(head: bytes) -> bool:
    """Whether a file begins as JSON."""
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"


def is_sqlite(head: bytes) -> bool:
    """Whether a file begins as SQLite: a GeoPackage, or a book of addresses."""
    return head.startswith(_SQLITE)


def is_book(head: bytes) -> bool:
    """Whether a file begins as a book of addresses of this program."""
    return is_sqlite(head) and len(head) >= _HEADER and int.from_bytes(head[68:72], "big") == APPLICATION_ID


def read_features(path: Path) -> Laag:
    """A GeoJSON FeatureCollection.

    Raises UserError geobestand_afgebroken(bestand), geobestand_onleesbaar(bestand), geobestand_groot(bestand).
    """
    if path.stat().st_size > JSON_LIMIT_BYTES:
        raise UserError("geobestand_groot", bestand=path.name)
    body = _load(path)
    try:
        features = body["features"]
        if not isinstance(features, list):
            raise TypeError("features")
        rows = [dict(feature["properties"] or {}) for feature in features]
        shapes = [_shape(feature.get("geometry")) for feature in features]
        crs = (body.get("crs") or {}).get("properties", {}).get("name", "")
        return Laag(str(body.get("name") or path.stem), rows, shapes, str(crs))
    except _SHAPE_ERRORS as error:
        raise UserError("geobestand_onleesbaar", bestand=path.name) from error


def read_laag(path: Path, wants: Callable[[Iterable[str]], bool]) -> Laag | None:
    """The first layer of a GeoPackage with the wanted columns, or None. Raises as read_lagen."""
    return next(iter(read_lagen(path, wants)), None)


def read_lagen(
    path: Path, wants: Callable[[Iterable[str]], bool], only: tuple[Sequence[str], str] | None = None
) -> Iterator[Laag]:
    """The layers of a GeoPackage with the wanted columns, in its order. only: of a layer that has one of these columns
    the rows with this value; the value holds letters and figures only.

    Raises UserError geobestand_afgebroken(bestand), geobestand_onleesbaar(bestand).
    """
    import pyogrio

    check_whole(path)
    try:
        with warnings.catch_warnings():
            # A source that GDAL grumbles about is judged by what it gives.
            warnings.simplefilter("ignore")
            for name, _kind in pyogrio.list_layers(path):
                columns = pyogrio.read_info(path, layer=name)["fields"]
                if wants([str(column) for column in columns]):
                    yield _layer(path, str(name), _where([str(column) for column in columns], only))
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, *_SHAPE_ERRORS) as error:
        raise UserError("geobestand_onleesbaar", bestand=path.name) from error


def check_whole(path: Path) -> None:
    """Refuse an SQLite file that is shorter than it says itself. Raises UserError geobestand_afgebroken(bestand)."""
    with path.open("rb") as file:
        head = file.read(_HEADER)
    if len(head) < _HEADER:
        raise UserError("geobestand_afgebroken", bestand=path.name)
    page, counter, pages, valid = (
        int.from_bytes(head[first:last], "big") for first, last in ((16, 18), (24, 28), (28, 32), (92, 96))
    )
    size = 65_536 if page == 1 else page
    # The count is only kept up by newer writers; then both counters are the same.
    if counter == valid and pages * size > path.stat().st_size:
        raise UserError("geobestand_afgebroken", bestand=path.name)


def _where(columns: Sequence[str], only: tuple[Sequence[str], str] | None) -> str | None:
    if only is None or not only[1].isalnum():
        return None
    # Names with a quote in them are nobody's; the value was just looked at.
    named = (column for column in columns if column.lower() in only[0] and '"' not in column)
    column = next(named, None)
    return None if column is None else f"\"{column}\" = '{only[1]}'"


def _layer(path: Path, name: str, where: str | None) -> Laag:
    import pyogrio.raw

    meta, _, shapes, columns = pyogrio.raw.read(path, layer=name, where=where)
    names = [str(field) for field in meta["fields"]]
    rows = [dict(zip(names, values, strict=True)) for values in zip(*(list(column) for column in columns), strict=True)]
    made = list(shapely.from_wkb(shapes)) if shapes is not None else [None] * len(rows)
    return Laag(name, rows, made, str(meta.get("crs") or ""))


def _load(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8-sig")
        body = json.loads(text)
        if not isinstance(body, dict):
            raise TypeError("object")
        return body
    except json.JSONDecodeError as error:
        whole = text.rstrip().endswith("}")
        code = "geobestand_onleesbaar" if whole and error.pos < len(text) - 1 else "geobestand_afgebroken"
        raise UserError(code, bestand=path.name) from error
    except (UnicodeDecodeError, TypeError, RecursionError) as error:
        raise UserError("geobestand_onleesbaar", bestand=path.name) from error


def _shape(geometry: Any) -> BaseGeometry | None:  # noqa: ANN401 - any JSON value
    if geometry is None:
        return None
    made: BaseGeometry = shapely.geometry.shape(geometry)
    return made
