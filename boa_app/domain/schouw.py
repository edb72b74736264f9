"""The Schouw as far as list and map show it: when, where, and the line each group walks. Planning comes on top of
this.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

Line = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class SchouwGroep:
    """One group's walk. letter: A to F, which fixes colour and pattern. route: (lon, lat) WGS84 in walking order."""

    letter: str
    route: Line


@dataclass(frozen=True, slots=True)
class Schouw:
    """One wijkschouw. soort: "dag" or "avond"."""

    uid: str
    naam: str
    datum: date
    soort: str
    status: str
    groepen: tuple[SchouwGroep, ...] = ()
