"""The kaartpakket: a folder with everything a map of one municipality needs, none of it secret.

    manifest.json      version, municipality, sources, one SHA-256 per part
    omtrek.geojson  buurten.geojson  straten.geojson  vlakken.geojson  plekken.geojson

The parts are GeoJSON in WGS84, so that another program can make or read them too.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.mapdata.buurtjaren import Buurt, buurten_op
from boa_app.mapdata.geojson import (
    Position,
    Ring,
    Rings,
    check_unique,
    load_json,
    read_areas,
    read_lines,
    read_points,
    read_text,
)

__all__ = [
    "Bron", "Buurt", "Kaartpakket", "Plaatspunt", "Position", "Ring", "Rings", "Straat", "Vlak", "load_pakket",
    "write_pakket",
]  # fmt: skip

VERSIE = 1
MANIFEST = "manifest.json"
PARTS = ("omtrek", "buurten", "straten", "vlakken", "plekken")
PART_LIMIT_BYTES = 256 * 1024 * 1024

PLEK_DAYS_LIMIT = 3660
_BROKEN = (KeyError, TypeError, ValueError, IndexError, AttributeError, OverflowError)


@dataclass(frozen=True, slots=True)
class Bron:
    """Where a part came from. datum: of the source, as its maker writes it."""

    naam: str
    datum: str
    licentie: str
    attributie: str


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
class Kaartpakket:
    """A kaartpakket in memory. Positions are (lon, lat) WGS84; rings are closed. buurten: of the newest year.

    oudere_buurten: those of earlier years. adressen: the file of the address book.
    """

    gemeente_code: str
    naam: str
    omtrek: Rings
    buurten: tuple[Buurt, ...]
    straten: tuple[Straat, ...]
    vlakken: tuple[Vlak, ...]
    plekken: tuple[Plaatspunt, ...]
    bronnen: tuple[Bron, ...]
    voorbeeld: bool = False
    oudere_buurten: tuple[Buurt, ...] = ()
    adressen: Path | None = None

    def buurten_op(self, dag: date) -> tuple[Buurt, ...]:
        """The buurten of the year in force on a day."""
        return buurten_op((*self.oudere_buurten, *self.buurten), dag)

    @property
    def attributie(self) -> str:
        """The line that must be readable on every map made of this pakket."""
        return " | ".join(dict.fromkeys(bron.attributie for bron in self.bronnen))


def load_pakket(folder: Path) -> Kaartpakket:
    """Read a kaartpakket and check every part against its sum.

    Raises UserError kaartpakket_ontbreekt(map), kaartpakket_nieuwer(versie, kent), EnvironmentProblem
    kaartpakket_beschadigd(onderdeel).
    """
    manifest_path = folder / MANIFEST
    if not manifest_path.is_file():
        raise UserError("kaartpakket_ontbreekt", map=str(folder))
    with _telling(MANIFEST):
        manifest = load_json(_read_bytes(manifest_path))
        versie = int(manifest["versie"])
    if versie > VERSIE:
        raise UserError("kaartpakket_nieuwer", versie=versie, kent=VERSIE)
    parts = {part: _read_part(folder, part, manifest) for part in PARTS}
    return _build(manifest, parts)


def write_pakket(folder: Path, pakket: Kaartpakket) -> None:
    """Write a kaartpakket into a folder, made when absent; the manifest comes last, so a half one is never loaded."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MANIFEST).unlink(missing_ok=True)
    sums = {}
    for part, features in _features(pakket).items():
        body = {"type": "FeatureCollection", "features": features}
        data = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
        (folder / f"{part}.geojson").write_bytes(data)
        sums[part] = hashlib.sha256(data).hexdigest()
    manifest = {
        "versie": VERSIE,
        "gemeente_code": pakket.gemeente_code,
        "naam": pakket.naam,
        "voorbeeld": pakket.voorbeeld,
        "bronnen": [{name: getattr(bron, name) for name in Bron.__slots__} for bron in pakket.bronnen],
        "onderdelen": list(PARTS),
        "sha256": sums,
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=1), encoding="utf-8")


@contextmanager
def _telling(part: str) -> Iterator[None]:
    """Whatever is wrong inside is damage to this part."""
    try:
        yield
    except (OSError, *_BROKEN) as error:
        raise EnvironmentProblem("kaartpakket_beschadigd", onderdeel=part) from error


def _read_bytes(path: Path) -> bytes:
    if path.stat().st_size > PART_LIMIT_BYTES:
        raise ValueError("size")
    return path.read_bytes()


def _read_part(folder: Path, part: str, manifest: Mapping[str, Any]) -> list[dict[str, Any]]:
    with _telling(part):
        data = _read_bytes(folder / f"{part}.geojson")
        if hashlib.sha256(data).hexdigest() != manifest["sha256"][part]:
            raise ValueError("sum")
        features: list[dict[str, Any]] = load_json(data)["features"]
        if not isinstance(features, list):
            raise TypeError("features")
    return features


def _build(manifest: Mapping[str, Any], parts: Mapping[str, list[dict[str, Any]]]) -> Kaartpakket:
    with _telling("omtrek"):
        omtrek = tuple(ring for _, rings in read_areas(parts["omtrek"]) for ring in rings)
    with _telling("buurten"):
        buurten = tuple(Buurt(read_text(p["code"]), read_text(p["naam"]), r) for p, r in read_areas(parts["buurten"]))
        check_unique([buurt.code for buurt in buurten])
    with _telling("straten"):
        straten = tuple(
            Straat(read_text(p["naam"]), read_text(p["soort"]), at) for p, at in read_lines(parts["straten"])
        )
    with _telling("vlakken"):
        vlakken = tuple(
            Vlak(read_text(p["soort"]), r, read_text(p.get("naam", ""))) for p, r in read_areas(parts["vlakken"])
        )
    with _telling("plekken"):
        plekken = tuple(_plek(properties, at) for properties, at in read_points(parts["plekken"]))
    with _telling(MANIFEST):
        code, naam, voorbeeld = read_text(manifest["gemeente_code"]), read_text(manifest["naam"]), manifest["voorbeeld"]
        bronnen = tuple(
            Bron(**{name: read_text(bron[name]) for name in Bron.__slots__}) for bron in manifest["bronnen"]
        )
    return Kaartpakket(code, naam, omtrek, buurten, straten, vlakken, plekken, bronnen, bool(voorbeeld))


def _plek(properties: Mapping[str, Any], at: Position) -> Plaatspunt:
    days = int(properties["elke_dagen"])
    if not 0 <= days <= PLEK_DAYS_LIMIT:
        raise ValueError("elke_dagen")
    return Plaatspunt(read_text(properties["naam"]), *at, read_text(properties["locatietype"]), days)


def _features(pakket: Kaartpakket) -> dict[str, list[dict[str, Any]]]:
    return {
        "omtrek": [_feature("Polygon", pakket.omtrek, naam=pakket.naam)],
        "buurten": [_feature("Polygon", buurt.rings, code=buurt.code, naam=buurt.naam) for buurt in pakket.buurten],
        "straten": [_feature("MultiLineString", s.lines, naam=s.naam, soort=s.soort) for s in pakket.straten],
        "vlakken": [_feature("Polygon", vlak.rings, soort=vlak.soort, naam=vlak.naam) for vlak in pakket.vlakken],
        "plekken": [
            _feature("Point", (p.lon, p.lat), naam=p.naam, locatietype=p.locatietype, elke_dagen=p.elke_dagen)
            for p in pakket.plekken
        ],
    }


def _feature(kind: str, coordinates: Sequence[Any], **properties: Any) -> dict[str, Any]:  # noqa: ANN401
    return {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}
