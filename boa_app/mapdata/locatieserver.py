"""PDOK's Locatieserver: one address or street when the own address book has none and there is a line.

Somebody is waiting, so a request is made once and has two seconds. Unknown parameters are refused by the service: only
those of its documentation are sent.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlencode

from boa_app.domain.errors import EnvironmentProblem
from boa_app.mapdata.ophalen import Ophaler
from boa_app.mapdata.pdok_antwoord import lees_json
from boa_app.mapdata.pdok_schema import nummer

ANSWER_S = 2.0
MOST_ROWS = 50
_PART = "locatieserver"
_BODY_BYTES = 1024 * 1024
_LONGEST = 100
_POINT = re.compile(r"POINT\((-?[0-9.]{1,20}) (-?[0-9.]{1,20})\)")
# What the search engine behind the service would take for its own language goes out.
_FOREIGN = re.compile(r"[^\w\s.,'’/-]|_")
_FIELDS = (
    "id,type,weergavenaam,straatnaam,huisnummer,huisletter,huisnummertoevoeging,postcode,woonplaatsnaam,gemeentecode,"
    "adresseerbaarobject_id,centroide_ll"
)


@dataclass(frozen=True, slots=True)
class LocatieAdres:
    """One address or street. soort: adres or weg; huisnummer 0 when it is a street; lon, lat WGS84."""

    tekst: str
    soort: str
    straat: str
    huisnummer: int
    letter: str
    toevoeging: str
    postcode: str
    woonplaats: str
    lon: float
    lat: float
    bag_id: str


@dataclass(frozen=True, slots=True)
class Gemeente:
    """A municipality to choose. code: GM and four digits."""

    code: str
    naam: str
    lon: float
    lat: float


class Locatieserver:
    """Questions to the Locatieserver; used by one thread at a time, closed by ``with``."""

    def __init__(self, ophaler: Ophaler, basis: str) -> None:
        self._ophaler, self._basis = ophaler, basis

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._ophaler.close()

    def zoek(self, tekst: str, limit: int = 8, gemeente: str = "") -> tuple[LocatieAdres, ...]:
        """Addresses and streets, best first; none for a text without a letter or digit. gemeente: a code to stay in.

        Raises as Ophaler.haal, EnvironmentProblem pdok_gewijzigd(onderdeel, veld).
        """
        q = _clean(tekst)
        if not q:
            return ()
        params = [("q", q), ("fq", "type:(adres OR weg)"), ("fl", _FIELDS), ("rows", str(min(limit, MOST_ROWS)))]
        if gemeente:
            params.append(("fq", f"gemeentecode:{gemeente.removeprefix('GM')}"))
        return tuple(_adres(doc) for doc in self._docs("free", params))

    def suggest(self, tekst: str, limit: int = 8) -> tuple[tuple[str, str], ...]:
        """Id and text of what somebody may be typing."""
        q = _clean(tekst)
        if not q:
            return ()
        params = [("q", q), ("fq", "type:(adres OR weg)"), ("rows", str(min(limit, MOST_ROWS)))]
        return tuple((_text(doc, "id"), _text(doc, "weergavenaam")) for doc in self._docs("suggest", params))

    def lookup(self, ident: str) -> LocatieAdres | None:
        """What an id of suggest stands for."""
        docs = self._docs("lookup", [("id", ident[:_LONGEST]), ("fl", _FIELDS)])
        return _adres(docs[0]) if docs else None

    def bij(self, lon: float, lat: float, afstand_m: int = 100) -> LocatieAdres | None:
        """The nearest address within a distance."""
        params = [
            ("lat", f"{lat:.7f}"), ("lon", f"{lon:.7f}"), ("type", "adres"), ("distance", str(afstand_m)),
            ("rows", "1"), ("fl", _FIELDS),
        ]  # fmt: skip
        docs = self._docs("reverse", params)
        return _adres(docs[0]) if docs else None

    def gemeenten(self) -> tuple[Gemeente, ...]:
        """All municipalities by name. Raises as zoek."""
        found: dict[str, Gemeente] = {}
        start, total = 0, 1
        while start < total and start < 20 * MOST_ROWS:
            params = [
                ("fq", "type:gemeente"), ("fl", "id,type,gemeentenaam,gemeentecode,centroide_ll"),
                ("rows", str(MOST_ROWS)), ("start", str(start)),
            ]  # fmt: skip
            docs, total = self._pagina("free", params, tries=0)
            if not docs:
                break
            start += len(docs)
            for doc in docs:
                gemeente = Gemeente(f"GM{_text(doc, 'gemeentecode').zfill(4)}", _text(doc, "gemeentenaam"), *_punt(doc))
                found[gemeente.code] = gemeente
        return tuple(sorted(found.values(), key=lambda gemeente: gemeente.naam.casefold()))

    def _docs(self, path: str, params: list[tuple[str, str]]) -> list[Mapping[str, Any]]:
        return self._pagina(path, params, tries=1)[0]

    def _pagina(self, path: str, params: list[tuple[str, str]], tries: int) -> tuple[list[Mapping[str, Any]], int]:
        url = f"{self._basis}/{path}?{urlencode(params)}"
        within_s = ANSWER_S if tries == 1 else math.inf
        _, body = self._ophaler.haal(url, _PART, lees_json, limit=_BODY_BYTES, tries=tries, binnen_s=within_s)
        response = body.get("response")
        if not isinstance(response, dict):
            raise EnvironmentProblem("pdok_gewijzigd", onderdeel=_PART, veld="response")
        docs = response.get("docs")
        if not isinstance(docs, list) or not all(isinstance(doc, dict) for doc in docs) or len(docs) > MOST_ROWS:
            raise EnvironmentProblem("pdok_gewijzigd", onderdeel=_PART, veld="docs")
        return docs, nummer(response.get("numFound")) or 0


def _adres(doc: Mapping[str, Any]) -> LocatieAdres:
    soort = _text(doc, "type")
    if soort not in ("adres", "weg"):
        raise EnvironmentProblem("pdok_gewijzigd", onderdeel=_PART, veld="type")
    number = nummer(doc.get("huisnummer"))
    if soort == "adres" and number is None:
        raise EnvironmentProblem("pdok_gewijzigd", onderdeel=_PART, veld="huisnummer")
    return LocatieAdres(
        _text(doc, "weergavenaam"), soort, _text(doc, "straatnaam"), number or 0, _maybe(doc, "huisletter"),
        _maybe(doc, "huisnummertoevoeging"), _maybe(doc, "postcode"), _maybe(doc, "woonplaatsnaam"), *_punt(doc),
        _maybe(doc, "adresseerbaarobject_id"),
    )  # fmt: skip


def _punt(doc: Mapping[str, Any]) -> tuple[float, float]:
    found = _POINT.fullmatch(_text(doc, "centroide_ll"))
    try:
        lon, lat = (float(found[1]), float(found[2])) if found else (0.0, 0.0)
    except ValueError:
        lon = lat = 0.0
    # The point of a street in the Netherlands; turned axes would put it in the Indian Ocean.
    if not (2 < lon < 8 and 50 < lat < 56):
        raise EnvironmentProblem("pdok_gewijzigd", onderdeel=_PART, veld="centroide_ll")
    return lon, lat


def _text(doc: Mapping[str, Any], veld: str) -> str:
    value = doc.get(veld)
    if not isinstance(value, str) or not value or len(value) > 300:
        raise EnvironmentProblem("pdok_gewijzigd", onderdeel=_PART, veld=veld)
    return value


def _maybe(doc: Mapping[str, Any], veld: str) -> str:
    return _text(doc, veld) if doc.get(veld) else ""


def _clean(tekst: str) -> str:
    q = " ".join(_FOREIGN.sub(" ", tekst).split())[:_LONGEST]
    return q if any(letter.isalnum() for letter in q) else ""
