"""Borders of a gemeente with its wijken and buurten, from what CBS and PDOK deliver: GeoJSON or GeoPackage, in RD or
WGS84, one gemeente or all of the Netherlands.

What a row is, is read from its code (GM0353, WK035300, BU03530001), else from its columns or the name of its layer. The
year of the edition stands in a column, in the code of the year (2022GM0310), or in the name of layer or file.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from boa_app.domain.errors import UserError
from boa_app.mapdata.buurtjaren import Buurt, Wijk
from boa_app.mapdata.geobestand import Laag, is_geojson, is_sqlite, read_features, read_lagen
from boa_app.mapdata.geojson import Ring, Rings
from boa_app.mapdata.ligging import find_stelsel, to_degrees

Soort = Literal["gemeente", "wijk", "buurt"]
_PREFIX: dict[str, Soort] = {"GM": "gemeente", "WK": "wijk", "BU": "buurt"}
_CODE = re.compile(r"(GM\d{4}|WK\d{6}|BU\d{8})")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_OWN_CODE: dict[Soort, tuple[str, ...]] = {
    "buurt": ("buurtcode", "bu_code", "bucode"),
    "wijk": ("wijkcode", "wk_code", "wkcode"),
    "gemeente": ("gemeentecode", "gm_code", "gmcode"),
}
_ANY_CODE = ("statcode", "code", "kode", "identificatie")
_OWN_NAME: dict[Soort, tuple[str, ...]] = {
    "buurt": ("buurtnaam", "bu_naam", "bunaam"),
    "wijk": ("wijknaam", "wk_naam", "wknaam"),
    "gemeente": ("gemeentenaam", "gm_naam", "gmnaam"),
}
_ANY_NAME = ("statnaam", "naam", "name")
_YEARS = ("jaar", "jrstatcode", "peiljaar")
_WATER = "JA"
_MAX_AREAS = 20_000
_MAX_TEXT = 200
# Neighbours whose shared border was rounded apart leave gaps of a few square metres when they are joined.
_GAP_M2 = 500.0
_M_PER_DEGREE = 111_195.0


@dataclass(frozen=True, slots=True)
class Grenzen:
    """What a file holds of one gemeente, WGS84. omtrek: its own border, or all buurten or wijken joined. jaar: of the
    edition, 0 when the file does not tell. bron: the name of the layer or file. gemeente_code, naam: empty when the
    file does not tell."""

    omtrek: Rings
    wijken: tuple[Wijk, ...]
    buurten: tuple[Buurt, ...]
    jaar: int
    bron: str
    gemeente_code: str = ""
    naam: str = ""


@dataclass(slots=True)
class _Gelezen:
    """Areas of one kind, by gemeente: code, name, code of the wijk, year and shape in degrees."""

    soort: Soort
    gemeente: str
    code: str
    naam: str
    wijk: str
    jaar: int
    gemeente_naam: str
    vorm: BaseGeometry
    rings: Rings = field(default=())


def read_grenzen(path: Path, gemeente: str = "") -> Grenzen:
    """The borders in a file. gemeente: which one, as GM0353; needed when the file holds several.

    Raises UserError grenzen_bestand(bestand), grenzen_leeg(bestand), grenzen_codes(bestand), grenzen_dubbel(bestand,
    gebied), grenzen_vorm(bestand, gebied), grenzen_meer_gemeenten(bestand, aantal),
    grenzen_gemeente_ontbreekt(bestand, gemeente), those of geobestand and of ligging.to_degrees; bestand_onleesbaar.
    """
    try:
        with path.open("rb") as file:
            head = file.read(4096)
        lagen = list(_layers(path, head, gemeente))
    except OSError as error:
        raise UserError("bestand_onleesbaar", bestand=path.name) from error
    areas = [area for laag in lagen for area in _areas(laag, path)]
    if not areas:
        raise UserError("grenzen_leeg", bestand=path.name)
    chosen = _of_one(areas, gemeente, path.name)
    return _put_together(chosen, lagen, path)


def _layers(path: Path, head: bytes, gemeente: str) -> Iterator[Laag]:
    if not head.strip():
        raise UserError("grenzen_leeg", bestand=path.name)
    if is_geojson(head):
        yield read_features(path)
    elif is_sqlite(head):
        found = False
        for laag in read_lagen(path, _has_codes, _only(gemeente)):
            found = True
            yield laag
        if not found:
            raise UserError("grenzen_codes", bestand=path.name)
    else:
        raise UserError("grenzen_bestand", bestand=path.name)


def _only(gemeente: str) -> tuple[tuple[str, ...], str] | None:
    """The columns a national file is filtered by, and the value."""
    return (_OWN_CODE["gemeente"], gemeente) if re.fullmatch(r"GM\d{4}", gemeente) else None


def _has_codes(columns: Iterable[str]) -> bool:
    known = {column.lower() for column in columns}
    return any(name in known for names in (*_OWN_CODE.values(), _ANY_CODE) for name in names)


def _areas(laag: Laag, path: Path) -> list[_Gelezen]:
    year = _year_in(laag.naam) or _year_in(path.stem)
    rows = [({key.lower(): value for key, value in row.items()}, shape) for row, shape in _with_shape(laag)]
    rows = [(row, shape) for row, shape in rows if str(row.get("water", "")).upper() != _WATER]
    if len(rows) > _MAX_AREAS:
        raise UserError("grenzen_bestand", bestand=path.name)
    found = [_area(row, shape, laag.naam, year, path.name) for row, shape in rows]
    for area, shape in zip(found, _in_degrees([area.vorm for area in found], laag.declared, path.name), strict=True):
        area.vorm = shape
        area.rings = _rings(shape, area.naam, path.name)
    return found


def _with_shape(laag: Laag) -> Iterator[tuple[dict[str, Any], BaseGeometry]]:
    for row, shape in zip(laag.rijen, laag.vormen, strict=True):
        if shape is not None and not shape.is_empty and shape.geom_type in ("Polygon", "MultiPolygon"):
            yield row, shape


def _area(row: Mapping[str, Any], shape: BaseGeometry, laag: str, year: int, bestand: str) -> _Gelezen:
    soort = _kind(row, laag)
    code = _first(row, (*_OWN_CODE[soort], *_ANY_CODE))
    naam = _first(row, (*_OWN_NAME[soort], *_ANY_NAME)) or code
    if not code:
        raise UserError("grenzen_codes", bestand=bestand)
    gemeente = code if soort == "gemeente" else _first(row, _OWN_CODE["gemeente"]) or _gemeente_of(code)
    jaar = next((found for name in _YEARS if (found := _year_in(str(row.get(name, ""))))), year)
    wijk = _first(row, _OWN_CODE["wijk"]) if soort == "buurt" else ""
    gemeente_naam = naam if soort == "gemeente" else _first(row, _OWN_NAME["gemeente"])
    return _Gelezen(soort, gemeente, code, naam, wijk, jaar, gemeente_naam, shape)


def _kind(row: Mapping[str, Any], laag: str) -> Soort:
    general = _first(row, _ANY_CODE)
    if _CODE.fullmatch(general):
        return _PREFIX[general[:2]]
    for soort, names in _OWN_CODE.items():
        # Each lower kind names the higher ones too, so the lowest that is there is what the row is.
        if _first(row, names):
            return soort
    kinds: tuple[Soort, ...] = ("buurt", "wijk", "gemeente")
    return next((soort for soort in kinds if soort in laag.lower()), "buurt")


def _gemeente_of(code: str) -> str:
    return f"GM{code[2:6]}" if _CODE.fullmatch(code) else ""


def _first(row: Mapping[str, Any], names: Sequence[str]) -> str:
    for name in names:
        value = row.get(name)
        if isinstance(value, str | int) and (text := str(value).strip()) and "\0" not in text:
            return text[:_MAX_TEXT]
    return ""


def _year_in(text: str) -> int:
    # 2022GM0310: the year stands before the letters, not before more figures.
    found = _YEAR.search(text)
    return int(found[1]) if found else 0


def _in_degrees(shapes: Sequence[BaseGeometry], declared: str, bestand: str) -> list[BaseGeometry]:
    """All shapes of a layer at once: one system for all of them, or none of them is trusted."""
    if not shapes:
        return []
    points = shapely.get_coordinates(np.array(shapes, dtype=object))
    if not np.isfinite(points).all():
        raise UserError("ligging_onbekend", bestand=bestand)
    lon, lat = to_degrees(points[:, 0], points[:, 1], find_stelsel(declared, bestand), bestand)
    flat: list[BaseGeometry] = list(shapely.force_2d(np.array(shapes, dtype=object)))
    return list(shapely.set_coordinates(np.array(flat, dtype=object), np.column_stack([lon, lat])))


def _rings(shape: BaseGeometry, naam: str, bestand: str) -> Rings:
    parts = list(getattr(shape, "geoms", [shape]))
    rings = tuple(
        tuple((float(x), float(y)) for x, y in ring.coords)
        for part in parts
        for ring in (part.exterior, *part.interiors)
    )
    if not rings or any(len(ring) < 4 for ring in rings):
        raise UserError("grenzen_vorm", bestand=bestand, gebied=naam)
    return rings


def _of_one(areas: list[_Gelezen], gemeente: str, bestand: str) -> list[_Gelezen]:
    """The areas of the one gemeente that is meant."""
    there = sorted({area.gemeente for area in areas if area.gemeente})
    if gemeente and there:
        if gemeente not in there:
            raise UserError("grenzen_gemeente_ontbreekt", bestand=bestand, gemeente=gemeente)
        return [area for area in areas if area.gemeente == gemeente]
    if len(there) > 1:
        raise UserError("grenzen_meer_gemeenten", bestand=bestand, aantal=len(there))
    return areas


def _put_together(areas: Sequence[_Gelezen], lagen: Sequence[Laag], path: Path) -> Grenzen:
    kinds = {soort: [area for area in areas if area.soort == soort] for soort in ("gemeente", "wijk", "buurt")}
    for found in kinds.values():
        _check_unique(found, path.name)
    buurten = tuple(Buurt(a.code, a.naam, a.rings, a.wijk, a.jaar) for a in _ordered(kinds["buurt"]))
    wijken = tuple(Wijk(a.code, a.naam, a.rings, a.jaar) for a in _ordered(kinds["wijk"]))
    jaar = max(area.jaar for area in areas)
    own = [area for area in kinds["gemeente"] if area.jaar in (jaar, 0)] or kinds["gemeente"]
    newest = [area for area in kinds["buurt"] or kinds["wijk"] if area.jaar == jaar]
    omtrek = own[0].rings if own else _joined(newest, path.name)
    bron = lagen[0].naam if len(lagen) == 1 else path.stem
    naam = next((area.gemeente_naam for area in areas if area.gemeente_naam), "")
    return Grenzen(omtrek, wijken, buurten, jaar, bron, next((a.gemeente for a in areas if a.gemeente), ""), naam)


def _check_unique(areas: Sequence[_Gelezen], bestand: str) -> None:
    seen: set[tuple[str, int]] = set()
    for area in areas:
        if (area.code, area.jaar) in seen:
            raise UserError("grenzen_dubbel", bestand=bestand, gebied=area.naam)
        seen.add((area.code, area.jaar))


def _ordered(areas: Iterable[_Gelezen]) -> list[_Gelezen]:
    return sorted(areas, key=lambda area: (-area.jaar, area.code))


def _joined(areas: Sequence[_Gelezen], bestand: str) -> Rings:
    """The border around all of them, without the gaps that rounding left."""
    try:
        valid = np.array([shapely.make_valid(area.vorm) for area in areas], dtype=object)
        made = shapely.union_all(valid, grid_size=1e-7)
    except shapely.errors.GEOSException as error:
        raise UserError("grenzen_vorm", bestand=bestand, gebied="omtrek") from error
    parts = [part for part in getattr(made, "geoms", [made]) if part.geom_type == "Polygon"]
    rings = [ring for part in parts for ring in _rings(part, "omtrek", bestand)]
    return tuple(ring for ring in rings if _area_m2(ring) >= _GAP_M2) or tuple(rings)


def _area_m2(ring: Ring) -> float:
    scale = math.cos(math.radians(ring[0][1]))
    return float(shapely.Polygon(ring).area) * scale * _M_PER_DEGREE**2
