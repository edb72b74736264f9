"""How far a download came: one small file beside it, written after every step, so that it goes on where it was.

Data first, then this file: what the file says is there, is there. What came after it is cut off again.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from boa_app.domain.errors import EnvironmentProblem
from boa_app.mapdata.geojson import load_json

_VERSIE = 1


@dataclass(slots=True)
class Stand:
    """How far one part is. sleutel: what was asked, for another question begins anew; etag, gewijzigd, vinger: of the
    edition that is being fetched; wachtrij: requests still to do; bytes: of the
    data file that count; sinds: seconds since 1970 when it was begun."""

    sleutel: str
    etag: str = ""
    gewijzigd: str = ""
    vinger: str = ""
    wachtrij: list[str] = field(default_factory=list)
    bytes: int = 0
    aantal: int = 0
    bladen: int = 0
    klaar: bool = False
    sinds: int = 0


def lees_stand(path: Path, sleutel: str) -> Stand | None:
    """How far it was; None when nothing usable is there, also when it belongs to another question."""
    try:
        found = load_json(path.read_bytes())
        if found.pop("versie") != _VERSIE or found["sleutel"] != sleutel:
            return None
        return _checked(Stand(**found))
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def schrijf_stand(path: Path, stand: Stand) -> None:
    """Keep how far it is; the old file is there until the new one is whole. Raises EnvironmentProblem pdok_schijf."""
    data = json.dumps({"versie": _VERSIE, **asdict(stand)}, ensure_ascii=False).encode()
    part = path.with_suffix(".deel")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        raise schijffout(error) from error


def voeg_toe(path: Path, at: int, data: bytes) -> int:
    """Put data behind the first ``at`` bytes of a file, on disk before it returns; gives the new size."""
    try:
        with path.open("r+b" if path.exists() else "wb") as file:
            file.truncate(at)
            file.seek(at)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise schijffout(error) from error
    return at + len(data)


def schijffout(error: Exception) -> EnvironmentProblem:
    """A disk that is full or refuses, as an error of ours."""
    return EnvironmentProblem("pdok_schijf", fout=type(error).__name__)


def _checked(stand: Stand) -> Stand:
    kinds = {item.name: type(getattr(Stand("x"), item.name)) for item in fields(Stand)}
    if any(type(getattr(stand, name)) is not kind for name, kind in kinds.items()):
        raise TypeError("stand")
    if not all(isinstance(url, str) for url in stand.wachtrij) or min(stand.bytes, stand.aantal, stand.bladen) < 0:
        raise ValueError("stand")
    return stand
