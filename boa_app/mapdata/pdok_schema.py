"""What each collection must hold before anything of it is taken over: fields, kind of geometry, coordinate system.

A service that renamed a field, turned its axes or answers in another coordinate system is named, never half believed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any

from boa_app.domain.errors import EnvironmentProblem

MOST_FEATURES = 10_000
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_LONGEST_TEXT = 500
_NESTING = {"Point": 0, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}
Check = Callable[[Any], bool]


@dataclass(frozen=True, slots=True)
class Collectie:
    """One kind of thing. moet: fields without which it is of no use; mag: what else is kept; rd: whether positions are
    RD metres, else WGS84 degrees."""

    naam: str
    geometrie: frozenset[str]
    moet: Mapping[str, Check]
    mag: frozenset[str] = frozenset()
    rd: bool = False


def tekst(value: Any) -> bool:  # noqa: ANN401 - any JSON value
    """A text worth having."""
    return isinstance(value, str) and 0 < len(value.strip()) <= _LONGEST_TEXT and "\0" not in value


def of_leeg(value: Any) -> bool:  # noqa: ANN401
    """A text, or none."""
    return value is None or value == "" or tekst(value)


def getal(value: Any) -> bool:  # noqa: ANN401
    """A whole number, also as services write it: 12.0 or "12"."""
    return nummer(value) is not None


def nummer(value: Any) -> int | None:  # noqa: ANN401
    """The whole number in a value, None when there is none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) < 19:
        return int(value)
    return None


def code(letters: str, digits: int) -> Check:
    """A code of CBS: letters and so many digits."""
    pattern = re.compile(f"{letters}[0-9]{{{digits}}}")
    return lambda value: isinstance(value, str) and bool(pattern.fullmatch(value))


_AREA = frozenset({"Polygon", "MultiPolygon"})
_CBS = frozenset({"jaar", "water", "gemeentenaam", "wijknaam", "wijkcode", "aantal_inwoners"})
GEMEENTEN = Collectie("gemeenten", _AREA, {"gemeentecode": code("GM", 4), "gemeentenaam": tekst}, _CBS)
WIJKEN = Collectie("wijken", _AREA, {"wijkcode": code("WK", 6), "wijknaam": tekst, "gemeentecode": code("GM", 4)}, _CBS)
BUURTEN = Collectie(
    "buurten", _AREA, {"buurtcode": code("BU", 8), "buurtnaam": tekst, "gemeentecode": code("GM", 4)}, _CBS
)
WEGVAKKEN = Collectie(
    "wegvakken", frozenset({"LineString", "MultiLineString"}), {"wvk_id": getal, "stt_naam": of_leeg},
    frozenset(
        "jte_id_beg jte_id_end gme_id gme_naam wpsnaam bst_code wegbehsrt wegnummer rijrichtng bag_orl frc fow".split()
    ),
)  # fmt: skip
ADRESSEN = Collectie(
    "adressen", frozenset({"Point"}),
    {
        "identificatie": tekst, "openbare_ruimte": of_leeg, "huisnummer": getal, "woonplaats": of_leeg,
        "gebruiksdoel": of_leeg, "status": tekst, "postcode": of_leeg,
    },
    frozenset({"huisletter", "toevoeging", "oppervlakte"}), rd=True,
)  # fmt: skip


def lees_features(body: Mapping[str, Any], soort: Collectie) -> list[dict[str, Any]]:
    """The features of a page, with known properties only, named in lower case with underscores.

    Raises EnvironmentProblem pdok_gewijzigd(onderdeel, veld) for the first thing that is not as agreed: a field, or
    geometry, crs, assen (y before x) or positie; pdok_te_groot.
    """
    features = body.get("features")
    if body.get("type") != "FeatureCollection" or not isinstance(features, list):
        raise gewijzigd(soort, "features")
    if len(features) > MOST_FEATURES:
        raise EnvironmentProblem("pdok_te_groot", onderdeel=soort.naam)
    return [_feature(feature, soort) for feature in features]


def gewijzigd(soort: Collectie, veld: str) -> EnvironmentProblem:
    """What is said of a service that answers otherwise than agreed."""
    return EnvironmentProblem("pdok_gewijzigd", onderdeel=soort.naam, veld=veld)


def _feature(feature: Any, soort: Collectie) -> dict[str, Any]:  # noqa: ANN401
    if not isinstance(feature, dict):
        raise gewijzigd(soort, "features")
    found = feature.get("properties")
    if not isinstance(found, dict):
        raise gewijzigd(soort, "properties")
    properties = {_snake(name): value for name, value in found.items()}
    for veld, check in soort.moet.items():
        if veld not in properties or not check(properties[veld]):
            raise gewijzigd(soort, veld)
    kept = {name: value for name, value in properties.items() if name in soort.moet or name in soort.mag}
    for veld, value in kept.items():
        if not of_leeg(value) and not (isinstance(value, int | float) and isfinite(value)):
            raise gewijzigd(soort, veld)
    return {"type": "Feature", "properties": kept, "geometry": _geometry(feature.get("geometry"), soort)}


def _geometry(geometry: Any, soort: Collectie) -> dict[str, Any]:  # noqa: ANN401
    if not isinstance(geometry, dict) or geometry.get("type") not in soort.geometrie:
        raise gewijzigd(soort, "geometry")
    coordinates = geometry.get("coordinates")
    try:
        count = 0
        for first, second in _positions(coordinates, _NESTING[geometry["type"]]):
            _check_frame(first, second, soort)
            count += 1
    except (TypeError, ValueError, IndexError, KeyError, OverflowError) as error:
        raise gewijzigd(soort, "geometry") from error
    if not count:
        raise gewijzigd(soort, "geometry")
    return {"type": geometry["type"], "coordinates": coordinates}


def _positions(coordinates: Any, depth: int) -> Iterator[tuple[float, float]]:  # noqa: ANN401
    if depth:
        if not isinstance(coordinates, list):
            raise TypeError("coordinates")
        for part in coordinates:
            yield from _positions(part, depth - 1)
    else:
        first, second = float(coordinates[0]), float(coordinates[1])
        if not (isfinite(first) and isfinite(second)):
            raise ValueError("position")
        yield first, second


def _check_frame(first: float, second: float, soort: Collectie) -> None:
    """The frames of RD and of WGS84 over this country share no value, nor do their two axes."""
    if (_is_rd if soort.rd else _is_wgs84)(first, second):
        return
    if (_is_rd if soort.rd else _is_wgs84)(second, first):
        raise gewijzigd(soort, "assen")
    elsewhere = _is_wgs84 if soort.rd else _is_rd
    raise gewijzigd(soort, "crs" if elsewhere(first, second) or elsewhere(second, first) else "positie")


def _is_rd(x: float, y: float) -> bool:
    return -10_000 < x < 300_000 < y < 640_000


def _is_wgs84(lon: float, lat: float) -> bool:
    return 2.0 < lon < 8.0 and 50.0 < lat < 56.0


def _snake(name: str) -> str:
    return _CAMEL.sub("_", name).lower()
