"""GPX: the points of a walk somebody recorded, in order; and the same walk as the sentences a receiver would send.

Read with limits and without a document type: what a file may make of itself is bounded before it is made.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from xml.parsers import expat

from boa_app.domain.errors import UserError
from boa_app.domain.fix import is_on_earth
from boa_app.domain.moments import from_iso
from boa_app.exchange.nmea import write_second

# A day and a night of seconds.
MAX_POINTS = 100_000
_MAX_DEPTH = 64
_MAX_TEXT = 100
_START = b"<"
_BOM = b"\xef\xbb\xbf"
# A walk without times is played as one that was recorded every second, on a day that cannot be mistaken for a real one.
_NO_DAY = datetime(1980, 1, 6, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Gpxpunt:
    """One point. lon, lat: WGS84. tijd: aware UTC, None when it was not recorded. hdop: None likewise."""

    lon: float
    lat: float
    tijd: datetime | None = None
    hdop: float | None = None


@dataclass(frozen=True, slots=True)
class Gpx:
    """A walk: the tracks of a file, else its routes. overgeslagen: points without a usable position."""

    punten: tuple[Gpxpunt, ...]
    overgeslagen: int = 0


def is_gpx(content: bytes) -> bool:
    """Whether this is XML at all; NMEA never is."""
    return content.removeprefix(_BOM).lstrip()[:1] == _START


def read_gpx(content: bytes) -> Gpx:
    """The walk in a file. Raises UserError gpx_onleesbaar, gpx_zonder_wandeling, gps_bestand_te_groot."""
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.text
    # Entities can make gigabytes of a few bytes; a walk has none.
    parser.StartDoctypeDeclHandler = reader.refuse
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError) as error:
        raise UserError("gpx_onleesbaar") from error
    points = reader.found["trkpt"] or reader.found["rtept"]
    if not points:
        raise UserError("gpx_zonder_wandeling")
    good = tuple(point for point in points if is_on_earth(point.lon, point.lat))
    return Gpx(good, len(points) - len(good))


def to_nmea(punten: Sequence[Gpxpunt]) -> bytes:
    """The walk as a receiver would have told it, one second after another."""
    return b"\r\n".join(
        line for punt, tijd in _timed(punten) for line in write_second(punt.lon, punt.lat, tijd, punt.hdop)
    )


def _timed(punten: Sequence[Gpxpunt]) -> Iterator[tuple[Gpxpunt, datetime]]:
    """With when each is told: one a second at most, for programs write one time for a whole walk too."""
    moment = _NO_DAY
    for punt in punten:
        moment = max(punt.tijd or moment, moment)
        yield punt, moment
        moment += timedelta(seconds=1)


class _Reader:
    """Gathers points while the file goes by."""

    def __init__(self) -> None:
        self.found: dict[str, list[Gpxpunt]] = {"trkpt": [], "rtept": []}
        self._at: tuple[float, float] | None = None
        self._told: dict[str, str] = {}
        self._path: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._path.append(name.rsplit(" ", 1)[-1])
        if len(self._path) > _MAX_DEPTH:
            raise ValueError("depth")
        if self._path[-1] in self.found:
            self._at = _number(attributes.get("lon", "")), _number(attributes.get("lat", ""))
            self._told = {}

    def text(self, data: str) -> None:
        """Text, perhaps a part of it."""
        if self._at is not None and self._path[-2] in self.found:
            name = self._path[-1]
            self._told[name] = (self._told.get(name, "") + data)[:_MAX_TEXT]

    def end(self, name: str) -> None:
        """An element ends."""
        kind = self._path.pop()
        if kind in self.found and self._at is not None:
            if len(self.found[kind]) == MAX_POINTS:
                raise UserError("gps_bestand_te_groot", bestand="gpx")
            hdop = _number(self._told.get("hdop", ""))
            self.found[kind].append(Gpxpunt(*self._at, _moment(self._told.get("time", "")), _positive(hdop)))
            self._at = None

    def refuse(self, *_: object) -> None:
        """A document type."""
        raise ValueError("doctype")


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return math.nan


def _positive(value: float) -> float | None:
    return value if 0 < value < math.inf else None


def _moment(text: str) -> datetime | None:
    try:
        return from_iso(text.strip()) if text.strip() else None
    except ValueError:
        return None
