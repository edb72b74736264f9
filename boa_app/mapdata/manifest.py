"""The manifest of a kaartpakket: what is in it, where that came from, and one SHA-256 per part.

Whoever reads it may rely on it: every file is one of the names this program writes itself, so no path leads out of the
folder, and every number is bounded.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from math import isfinite
from pathlib import Path
from typing import Any

from boa_app.domain.errors import EnvironmentProblem, FieldValue, UserError
from boa_app.mapdata.geojson import load_json, read_text
from boa_app.mapdata.onderdelen import FILES, GEOJSON_PARTS, PARTS

VERSIE = 2
MANIFEST = "manifest.json"
MANIFEST_LIMIT_BYTES = 1024 * 1024
PART_LIMIT_BYTES = 256 * 1024 * 1024
# The base map of the largest municipality with all details is 2 GB.
FILE_LIMIT_BYTES = 16 * 1024 * 1024 * 1024
SMALL_BYTES = 8 * 1024 * 1024
_COUNT_LIMIT = 10**9
_LIST_LIMIT = 1000
_CHUNK_BYTES = 1024 * 1024
BROKEN = (KeyError, TypeError, ValueError, IndexError, AttributeError, OverflowError)
# West, south, east, north.
Grens = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Bron:
    """Where parts came from. datum: of the source, as its maker writes it."""

    naam: str
    datum: str
    licentie: str
    attributie: str
    onderdelen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """One part as the manifest names it. aantal: features, segments, addresses or tiles. stand: the day of the source,
    yyyy-mm-dd or a year, empty when not known."""

    naam: str
    bestand: str
    bytes: int
    sha256: str
    aantal: int = 0
    stand: str = ""


@dataclass(frozen=True, slots=True)
class Waarschuwing:
    """Something to know about a pakket that works; the sentence is made of code and fields."""

    code: str
    velden: Mapping[str, FieldValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What manifest.json says. gemaakt_op: UTC as ISO 8601; versie 1 has no sizes, and none of what it lacks here."""

    gemeente_code: str
    naam: str
    gemaakt_op: str = ""
    voorbeeld: bool = False
    grens: Grens | None = None
    middelpunt: tuple[float, float] | None = None
    bronnen: tuple[Bron, ...] = ()
    onderdelen: Mapping[str, Onderdeel] = field(default_factory=dict)
    ontbreekt: tuple[str, ...] = ()
    waarschuwingen: tuple[Waarschuwing, ...] = ()
    versie: int = VERSIE

    @property
    def attributie(self) -> str:
        """The line that must be readable on every map made of this pakket."""
        return " | ".join(dict.fromkeys(bron.attributie for bron in self.bronnen if bron.attributie))


@contextmanager
def telling(part: str) -> Iterator[None]:
    """Whatever is wrong inside is damage to this part: EnvironmentProblem kaartpakket_beschadigd(onderdeel)."""
    try:
        yield
    except (OSError, *BROKEN) as error:
        raise EnvironmentProblem("kaartpakket_beschadigd", onderdeel=part) from error


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the pakket in a folder.

    Raises UserError kaartpakket_ontbreekt(map), kaartpakket_nieuwer(versie, kent), EnvironmentProblem
    kaartpakket_beschadigd(onderdeel).
    """
    path = folder / MANIFEST
    if not path.is_file():
        raise UserError("kaartpakket_ontbreekt", map=str(folder))
    with telling(MANIFEST):
        return parse_manifest(read_bounded(path, MANIFEST_LIMIT_BYTES))


def parse_manifest(data: bytes) -> Manifest:
    """The manifest in the bytes of a file. Raises UserError kaartpakket_nieuwer; ValueError and its like for damage."""
    raw = load_json(data)
    versie = _whole(raw["versie"], _COUNT_LIMIT)
    if versie > VERSIE:
        raise UserError("kaartpakket_nieuwer", versie=versie, kent=VERSIE)
    if versie < 1:
        raise ValueError("versie")
    return Manifest(
        gemeente_code=read_text(raw["gemeente_code"]),
        naam=read_text(raw["naam"]),
        gemaakt_op=read_text(raw.get("gemaakt_op", "")),
        voorbeeld=bool(raw["voorbeeld"]),
        grens=_numbers(raw.get("grens"), 4),  # type: ignore[arg-type]
        middelpunt=_numbers(raw.get("middelpunt"), 2),  # type: ignore[arg-type]
        bronnen=tuple(_bron(bron) for bron in _list(raw["bronnen"])),
        onderdelen=_parts_of_1(raw) if versie == 1 else _parts(raw["onderdelen"]),
        ontbreekt=tuple(part for part in map(read_text, _list(raw.get("ontbreekt", []))) if part in PARTS),
        waarschuwingen=tuple(_warning(one) for one in _list(raw.get("waarschuwingen", []))),
        versie=versie,
    )


def encode_manifest(manifest: Manifest) -> bytes:
    """The bytes of manifest.json."""
    body = {
        "versie": VERSIE,
        "gemeente_code": manifest.gemeente_code,
        "naam": manifest.naam,
        "gemaakt_op": manifest.gemaakt_op,
        "voorbeeld": manifest.voorbeeld,
        "grens": manifest.grens,
        "middelpunt": manifest.middelpunt,
        "bronnen": [asdict(bron) for bron in manifest.bronnen],
        "onderdelen": {
            name: {key: value for key, value in asdict(part).items() if key != "naam"}
            for name, part in manifest.onderdelen.items()
        },
        "ontbreekt": list(manifest.ontbreekt),
        "waarschuwingen": [{"code": one.code, "velden": dict(one.velden)} for one in manifest.waarschuwingen],
    }
    return json.dumps(body, ensure_ascii=False, indent=1).encode()


def read_bounded(path: Path, limit: int) -> bytes:
    """The bytes of a plain file. Raises ValueError when it is larger or something else than a file, OSError."""
    if path.is_symlink() or not path.is_file() or path.stat().st_size > limit:
        raise ValueError("size")
    return path.read_bytes()


def sum_of(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal. Raises OSError."""
    total = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK_BYTES):
            total.update(chunk)
    return total.hexdigest()


def check_file(folder: Path, part: Onderdeel, *, sums: bool) -> Path:
    """The file of a part, whose size fits, and its sum when asked. Raises ValueError, OSError."""
    path = folder / part.bestand
    if path.is_symlink() or not path.is_file() or path.stat().st_size != part.bytes:
        raise ValueError("size")
    if sums and sum_of(path) != part.sha256:
        raise ValueError("sum")
    return path


def _parts(raw: Mapping[str, Any]) -> dict[str, Onderdeel]:
    if not raw:
        raise ValueError("empty")
    # What a later program adds is left alone; the parts this one knows must be right.
    return {name: _part(name, raw[name]) for name in PARTS if name in raw}


def _part(name: str, raw: Mapping[str, Any]) -> Onderdeel:
    bestand, total = read_text(raw["bestand"]), read_text(raw["sha256"])
    if bestand not in FILES[name]:
        raise ValueError("bestand")
    if not re.fullmatch("[0-9a-f]{64}", total):
        raise ValueError("sha256")
    limit = PART_LIMIT_BYTES if name in GEOJSON_PARTS else FILE_LIMIT_BYTES
    aantal, stand = _whole(raw.get("aantal", 0), _COUNT_LIMIT), read_text(raw.get("stand", ""))
    return Onderdeel(name, bestand, _whole(raw["bytes"], limit), total, aantal, stand)


def _parts_of_1(raw: Mapping[str, Any]) -> dict[str, Onderdeel]:
    """The five parts of the first format, all there and without sizes."""
    files = {"omtrek": "omtrek", "buurten": "buurten", "vlakken": "vlakken", "plekken": "plekken",
             "straatlijnen": "straten"}  # fmt: skip
    sums = raw["sha256"]
    return {name: Onderdeel(name, f"{old}.geojson", -1, read_text(sums[old])) for name, old in files.items()}


def _bron(raw: Mapping[str, Any]) -> Bron:
    naam, datum, licentie, attributie = (read_text(raw[name]) for name in ("naam", "datum", "licentie", "attributie"))
    parts = tuple(part for part in map(read_text, _list(raw.get("onderdelen", []))) if part in PARTS)
    return Bron(naam, datum, licentie, attributie, parts)


def _warning(raw: Mapping[str, Any]) -> Waarschuwing:
    velden = {read_text(name): value for name, value in raw["velden"].items()}
    for value in velden.values():
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise TypeError("velden")
    return Waarschuwing(read_text(raw["code"]), velden)


def _list(value: Any) -> list[Any]:  # noqa: ANN401
    if not isinstance(value, list) or len(value) > _LIST_LIMIT:
        raise ValueError("list")
    return value


def _whole(value: Any, limit: int) -> int:  # noqa: ANN401
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= limit:
        raise ValueError("number")
    return value


def _numbers(value: Any, count: int) -> tuple[float, ...] | None:  # noqa: ANN401
    if value is None:
        return None
    found = tuple(float(one) for one in _list(value))
    if len(found) != count or not all(isfinite(one) and abs(one) <= 180 for one in found):
        raise ValueError("position")
    return found
