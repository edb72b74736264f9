"""The kaartpakket: a folder with everything a map of one municipality needs, none of it secret.

    manifest.json      version, municipality, sources, one SHA-256 per part
    omtrek.geojson  buurten.geojson  straten.geojson  vlakken.geojson  plekken.geojson

The parts are GeoJSON in WGS84, so that another program can make or read them too.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from boa_app.domain.errors import EnvironmentProblem, UserError

VERSIE = 1
MANIFEST = "manifest.json"
PARTS = ("omtrek", "buurten", "straten", "vlakken", "plekken")
PART_LIMIT_BYTES = 256 * 1024 * 1024

Position = tuple[float, float]
Ring = tuple[Position, ...]
Rings = tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Bron:
    """Where a part came from. datum: of the source, as its maker writes it."""

    naam: str
    datum: str
    licentie: str
    attributie: str


@dataclass(frozen=True, slots=True)
class Buurt:
    """One buurt. rings: exteriors and holes of all its parts, even-odd rule."""

    code: str
    naam: str
    rings: Rings


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
    """A kaartpakket in memory. Positions are (lon, lat) WGS84; rings are closed."""

    gemeente_code: str
    naam: str
    omtrek: Rings
    buurten: tuple[Buurt, ...]
    straten: tuple[Straat, ...]
    vlakken: tuple[Vlak, ...]
    plekken: tuple[Plaatspunt, ...]
    bronnen: tuple[Bron, ...]
    voorbeeld: bool = False

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
    try:
        manifest = json.loads(manifest_path.read_bytes())
        versie = int(manifest["versie"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EnvironmentProblem("kaartpakket_beschadigd", onderdeel=MANIFEST) from error
    if versie > VERSIE:
        raise UserError("kaartpakket_nieuwer", versie=versie, kent=VERSIE)
    parts = {part: _read_part(folder, part, manifest) for part in PARTS}
    try:
        return _build(manifest, parts)
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise EnvironmentProblem("kaartpakket_beschadigd", onderdeel=MANIFEST) from error


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


def _read_part(folder: Path, part: str, manifest: dict[str, Any]) -> list[dict[str, Any]]:
    path = folder / f"{part}.geojson"
    try:
        if path.stat().st_size > PART_LIMIT_BYTES:
            raise EnvironmentProblem("kaartpakket_beschadigd", onderdeel=part)
        data = path.read_bytes()
        if hashlib.sha256(data).hexdigest() != manifest["sha256"][part]:
            raise EnvironmentProblem("kaartpakket_beschadigd", onderdeel=part)
        features: list[dict[str, Any]] = json.loads(data)["features"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EnvironmentProblem("kaartpakket_beschadigd", onderdeel=part) from error
    return features


def _build(manifest: dict[str, Any], parts: dict[str, list[dict[str, Any]]]) -> Kaartpakket:
    return Kaartpakket(
        gemeente_code=str(manifest["gemeente_code"]),
        naam=str(manifest["naam"]),
        omtrek=tuple(ring for _, rings in _areas(parts["omtrek"]) for ring in rings),
        buurten=tuple(Buurt(str(p["code"]), str(p["naam"]), rings) for p, rings in _areas(parts["buurten"])),
        straten=tuple(
            Straat(str(f["properties"]["naam"]), str(f["properties"]["soort"]), _lines(f["geometry"]["coordinates"]))
            for f in parts["straten"]
        ),
        vlakken=tuple(Vlak(str(p["soort"]), rings, str(p.get("naam", ""))) for p, rings in _areas(parts["vlakken"])),
        plekken=tuple(_plek(feature) for feature in parts["plekken"]),
        bronnen=tuple(Bron(**{name: str(bron[name]) for name in Bron.__slots__}) for bron in manifest["bronnen"]),
        voorbeeld=bool(manifest["voorbeeld"]),
    )


def _areas(features: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], Rings]]:
    for feature in features:
        geometry = feature["geometry"]
        polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
        yield feature["properties"], tuple(ring for polygon in polygons for ring in _lines(polygon))


def _lines(coordinates: Sequence[Sequence[Sequence[float]]]) -> Rings:
    return tuple(tuple((float(at[0]), float(at[1])) for at in line) for line in coordinates)


def _plek(feature: dict[str, Any]) -> Plaatspunt:
    lon, lat = feature["geometry"]["coordinates"][:2]
    properties = feature["properties"]
    return Plaatspunt(
        str(properties["naam"]), float(lon), float(lat), str(properties["locatietype"]), int(properties["elke_dagen"])
    )


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
