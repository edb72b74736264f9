"""Addresses out of what others deliver: BAG tables (CSV), GeoJSON, GeoPackage, or a book made before.

A file is recognised by its content, its columns by name in any case; the names below are those of the BAG as Kadaster,
PDOK and NLExtract write them, and of OpenStreetMap.
"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from boa_app.domain.errors import UserError
from boa_app.mapdata.adres_bestand import check_adressen, read_adressen
from boa_app.mapdata.adres_tekst import MAX_HUISNUMMER, lees_huisnummers
from boa_app.mapdata.adres_vorm import Adres
from boa_app.mapdata.geobestand import Laag, is_book, is_geojson, is_sqlite, read_features, read_laag
from boa_app.mapdata.geojson import Rings
from boa_app.mapdata.ligging import to_degrees

_COLUMNS: dict[str, tuple[str, ...]] = {
    "straat": (
        "openbareruimtenaam", "openbare_ruimte_naam", "openbareruimte", "openbare_ruimte", "straatnaam", "straat",
        "naamopenbareruimte", "naam_openbare_ruimte", "sttnaam", "addr:street", "street",
    ),
    "huisnummer": ("huisnummer", "addr:housenumber", "housenumber", "nummer"),
    "letter": ("huisletter", "letter"),
    "toevoeging": ("huisnummertoevoeging", "huisnummer_toevoeging", "toevoeging"),
    "postcode": ("postcode", "addr:postcode"),
    "woonplaats": ("woonplaatsnaam", "woonplaats_naam", "woonplaats", "addr:city", "city", "plaats"),
    "verkort": ("verkorteopenbareruimtenaam", "verkorteopenbareruimte", "verkorte_naam", "korte_naam"),
    "id": (
        "nummeraanduiding_id", "nummeraanduiding", "nummeraanduiding_identificatie", "nummeraanduidingidentificatie",
        "identificatie", "adresseerbaarobject_id", "object_id", "bag_id",
    ),
    "doel": ("verblijfsobjectgebruiksdoel", "gebruiksdoel", "gebruiksdoelen", "gebruiksdoel_verblijfsobject"),
    "woonfunctie": ("woonfunctie",),
    "object": ("object_type", "typeadresseerbaarobject", "type_adresseerbaar_object", "objecttype"),
    "status": ("verblijfsobjectstatus", "adresseerbaarobject_status", "status"),
    "pandstatus": ("pandstatus", "pand_status"),
    "lon": ("lon", "longitude", "lengtegraad"),
    "lat": ("lat", "latitude", "breedtegraad"),
    "x": ("x", "x_rd", "rd_x", "xcoordinaat", "x_coordinaat"),
    "y": ("y", "y_rd", "rd_y", "ycoordinaat", "y_coordinaat"),
}  # fmt: skip
_NEEDED = ("straat", "huisnummer")
# Withdrawn, never built, torn down: no address to go to.
_GONE = ("ingetrokken", "niet gerealiseerd", "ten onrechte", "gesloopt")
_HOMES = ("lig", "ligplaats", "sta", "standplaats")
_DELIMITERS = ";,\t|"
_SAMPLE_BYTES = 1 << 16
# Of the rows of a table this share must have a position that fits; the rest is left out.
_GOOD_SHARE = 0.9
_Texts = Mapping[str, str]


def adres_van_bag(properties: Mapping[str, Any], lon: float, lat: float) -> Adres | None:
    """The address of one feature of the BAG, WGS84; None when it has no street or number, or is there no more."""
    found = _adressen(properties, _columns(tuple(properties)), lon, lat)
    return found[0] if found else None


def lees_adressen(path: Path, grens: Rings = ()) -> list[Adres]:
    """Every address in a file; with grens (WGS84) only those inside it, which may be none.

    Raises UserError adressen_bestand(bestand) for what is no file of addresses, adressen_kolommen(bestand, mist),
    adressen_leeg(bestand), adressen_afgebroken(bestand), ligging_* of ligging.to_degrees; EnvironmentProblem
    adressen_beschadigd of a book.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_SAMPLE_BYTES)
        found = _read(path, head)
    except (csv.Error, UnicodeError, ValueError) as error:
        raise UserError("adressen_bestand", bestand=path.name) from error
    except OSError as error:
        raise UserError("bestand_onleesbaar", bestand=path.name) from error
    if not found:
        raise UserError("adressen_leeg", bestand=path.name)
    return _inside(found, grens)


def _read(path: Path, head: bytes) -> list[Adres]:
    if not head.strip():
        raise UserError("adressen_leeg", bestand=path.name)
    if is_book(head):
        check_adressen(path, geheel=True)
        return list(read_adressen(path))
    if is_sqlite(head):
        laag = read_laag(path, _has_needed)
        if laag is None:
            raise UserError("adressen_kolommen", bestand=path.name, mist=", ".join(_NEEDED))
        return _from_layer(laag, path.name)
    if is_geojson(head):
        return _from_layer(read_features(path), path.name)
    if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ValueError("binary")
    return _from_table(path, head)


def _has_needed(columns: Iterable[str]) -> bool:
    found = _columns(tuple(columns))
    return all(name in found for name in _NEEDED)


@lru_cache(maxsize=64)
def _columns(names: tuple[str, ...]) -> dict[str, str]:
    """Which column of a source holds what."""
    known: dict[str, str] = {}
    for name in names:
        known.setdefault(str(name).strip().lower(), name)
    return {
        field: next(known[name] for name in accepted if name in known)
        for field, accepted in _COLUMNS.items()
        if any(name in known for name in accepted)
    }


def _check_columns(columns: Mapping[str, str], needed: Sequence[str], bestand: str) -> None:
    missing = [name for name in needed if name not in columns]
    if missing:
        raise UserError("adressen_kolommen", bestand=bestand, mist=", ".join(missing))


def _from_layer(laag: Laag, bestand: str) -> list[Adres]:
    if not laag.rijen:
        raise UserError("adressen_leeg", bestand=bestand)
    _check_columns(_columns(tuple(laag.rijen[0])), _NEEDED, bestand)
    lon, lat = laag.middens(bestand, deel=_GOOD_SHARE)
    return [
        adres
        for properties, x, y in zip(laag.rijen, lon.tolist(), lat.tolist(), strict=True)
        if math.isfinite(x)
        for adres in _adressen(properties, _columns(tuple(properties)), x, y)
    ]


def _from_table(path: Path, head: bytes) -> list[Adres]:
    for encoding in _encodings(head):
        try:
            with path.open(encoding=encoding, newline="") as file:
                return _rows(file, path.name)
        except UnicodeDecodeError:
            continue
    raise ValueError("encoding")


def _encodings(head: bytes) -> tuple[str, ...]:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    return ("utf-8-sig", "cp1252")


def _rows(file: io.TextIOBase, bestand: str) -> list[Adres]:
    header = file.readline()
    delimiter = max(_DELIMITERS, key=header.count)
    names = [name.strip() for name in next(csv.reader([header], delimiter=delimiter), [])]
    columns = _columns(tuple(names))
    pair = ("x", "y") if "lon" not in columns and "x" in columns else ("lon", "lat")
    _check_columns(columns, (*_NEEDED, *pair), bestand)
    rows = list(csv.DictReader(file, fieldnames=names, delimiter=delimiter, strict=True))
    if rows and None in rows[-1].values():
        # The last line stops before its last column: so did the file.
        raise UserError("adressen_afgebroken", bestand=bestand)
    if not rows:
        raise UserError("adressen_leeg", bestand=bestand)
    at = [np.array([_number(row[columns[axis]]) for row in rows]) for axis in pair]
    lon, lat = to_degrees(at[0], at[1], None, bestand, deel=_GOOD_SHARE)
    return [
        adres
        for row, x, y in zip(rows, lon.tolist(), lat.tolist(), strict=True)
        if math.isfinite(x)
        for adres in _adressen(row, columns, x, y)
    ]


def _number(text: str | None) -> float:
    try:
        return float((text or "").strip().replace(",", "."))
    except ValueError:
        return math.nan


def _adressen(properties: Mapping[str, Any], columns: Mapping[str, str], lon: float, lat: float) -> list[Adres]:
    texts = {field: _text(properties.get(column)) for field, column in columns.items()}
    straat = texts.get("straat", "")
    gone = any(word in texts.get(field, "").lower() for field in ("status", "pandstatus") for word in _GONE)
    if not straat or gone:
        return []
    base = Adres(
        straat, 0, texts.get("letter", ""), texts.get("toevoeging", ""), texts.get("postcode", ""),
        texts.get("woonplaats", ""), lon, lat, _is_home(texts), texts.get("id", ""), texts.get("verkort", ""),
    )  # fmt: skip
    return list(_numbered(base, texts.get("huisnummer", "")))


def _numbered(base: Adres, nummer: str) -> Iterator[Adres]:
    # A table read as numbers writes 12 as 12.0.
    plain = nummer.removesuffix(".0")
    if plain.isascii() and plain.isdigit():
        if 0 < int(plain[:9]) <= MAX_HUISNUMMER:
            yield replace(base, huisnummer=int(plain))
        return
    for number, letter, toevoeging in lees_huisnummers(nummer):
        yield replace(base, huisnummer=number, letter=base.letter or letter, toevoeging=base.toevoeging or toevoeging)


def _text(value: Any) -> str:  # noqa: ANN401 - whatever a source holds
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, list | tuple):
        return ",".join(_text(one) for one in value)
    return str(value).strip()


def _is_home(texts: _Texts) -> bool:
    """Whether somebody lives there; a source that does not tell counts as yes."""
    if texts.get("object", "").lower() in _HOMES:
        return True
    if "woonfunctie" in texts:
        return texts["woonfunctie"] in ("1", "true", "t", "ja")
    return "woonfunctie" in texts["doel"].lower() if texts.get("doel") else True


def _inside(adressen: list[Adres], grens: Rings) -> list[Adres]:
    if not grens:
        return adressen
    from boa_app.analysis.gebied import assign_polygons

    found = assign_polygons([adres.lon for adres in adressen], [adres.lat for adres in adressen], [grens])
    return [adres for adres, index in zip(adressen, found.tolist(), strict=True) if index == 0]
