"""What the page may tell the program: one small type per slot, read strictly from JSON."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, fields
from typing import TypeVar, get_args, get_origin, get_type_hints

MAX_TEXT = 200
MAX_LIST = 20_000
_LIMITS = {"lon": 180.0, "lat": 90.0}


class BadEventError(ValueError):
    """A message that is not exactly what the slot expects; the text says which part, never its value."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """The page is there and takes commands."""

    versie: int


@dataclass(frozen=True, slots=True)
class Position:
    """A place that was clicked, or where the pin was put; WGS84."""

    lon: float
    lat: float


@dataclass(frozen=True, slots=True)
class PointChoice:
    """A melding was touched; again: for the second time, so open it."""

    nr: int
    again: bool


@dataclass(frozen=True, slots=True)
class PileChoice:
    """Several meldingen on one spot were touched, the newest first."""

    nrs: list[int]


@dataclass(frozen=True, slots=True)
class ObjectChoice:
    """Something else was touched: soort jop, plek, schouw, gebied or zijde."""

    soort: str
    uid: str


@dataclass(frozen=True, slots=True)
class LayerChoice:
    """A layer was switched on or off by its word."""

    naam: str
    aan: bool


@dataclass(frozen=True, slots=True)
class ControlChoice:
    """A button of the map that the program must act on: hier."""

    knop: str


@dataclass(frozen=True, slots=True)
class PenReport:
    """What ruler or pen came to: meten (taken up), tekenen (asked for), klaar (round), gestopt. punten: lon, lat, …"""

    stand: str
    punten: list[float]


@dataclass(frozen=True, slots=True)
class Painted:
    """A layer stands on the screen: scene or punten."""

    wat: str


@dataclass(frozen=True, slots=True)
class Blocked:
    """The page's own policy refused an address."""

    adres: str
    regel: str


E = TypeVar("E")


def parse_event(kind: type[E], text: str) -> E:
    """One message as its type: every key present, none more, each of the right type and size. Raises BadEventError."""
    try:
        found = json.loads(text)
    except ValueError as error:
        raise BadEventError("json") from error
    if not isinstance(found, dict):
        raise BadEventError("object")
    names = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    if set(found) != names:
        raise BadEventError("sleutels")
    hints = get_type_hints(kind)
    return kind(**{name: _check(name, hints[name], found[name]) for name in names})


def _check(name: str, wanted: type, value: object) -> object:
    if get_origin(wanted) is list:
        (inner,) = get_args(wanted)
        if not isinstance(value, list) or len(value) > MAX_LIST:
            raise BadEventError(name)
        return [_check(name, inner, item) for item in value]
    if wanted is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    # A bool is an int in Python, but not in a message.
    if type(value) is not wanted:
        raise BadEventError(name)
    if isinstance(value, str) and len(value) > MAX_TEXT:
        raise BadEventError(name)
    if isinstance(value, float) and not (math.isfinite(value) and abs(value) <= _LIMITS.get(name, math.inf)):
        raise BadEventError(name)
    return value
