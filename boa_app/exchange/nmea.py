"""Sentences of NMEA 0183 as receivers send them: is one whole, and what does it say of a position?

In the window Qt reads positions, from the whole sentences only; a recording is read here, the same way.

$GPRMC,161229.487,A,3723.2475,N,12158.3416,W,0.13,309.62,120598,,*10
 |--------------- sum: exclusive or of these bytes ---------------| ^^ as two hexadecimal digits
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum

# The standard says 82; receivers with more satellites or own sentences send longer ones.
LONGEST = 256
_STARTS = (b"$", b"!")
# What a cheap receiver is off per unit of dilution; with it an accuracy is made of one.
RANGE_ERROR_M = 5.1
_KNOT_MS = 1852 / 3600


class Regel(StrEnum):
    """What a line is."""

    GEEN = "geen"
    HEEL = "heel"
    STUK = "stuk"


def check_line(line: bytes) -> Regel:
    """GEEN: no sentence at all (empty, a comment). STUK: a checksum that does not agree, is missing, or no ASCII."""
    text = line.strip(b"\r\n \t\0")
    if not text or text.startswith(b"#"):
        return Regel.GEEN
    if len(text) > LONGEST or not text.startswith(_STARTS) or not text.isascii():
        return Regel.STUK
    body, star, digits = text[1:].rpartition(b"*")
    if not star or len(digits) != 2:
        return Regel.STUK
    try:
        told = int(digits, 16)
    except ValueError:
        return Regel.STUK
    total = 0
    for byte in body:
        total ^= byte
    return Regel.HEEL if total == told else Regel.STUK


def epoch_of(line: bytes) -> bytes:
    """The second a position sentence speaks of (hhmmss), b"" for others: lines of one epoch belong together."""
    fields = line.split(b",")
    kind = fields[0][-3:]
    if kind in (b"RMC", b"GGA", b"GNS") and len(fields) > 1:
        return fields[1].split(b".")[0]
    if kind == b"GLL" and len(fields) > 5:
        return fields[5].split(b".")[0]
    return b""


# Autonomous, differential, fixed and float RTK, precise. Not: estimated, manual, simulator, not valid.
_TRUE_MODES = b"ADFRP"


def has_place(line: bytes) -> bool:
    """False for a position sentence that says itself that it does not know: void, no fix, estimated, simulated.

    Receivers go on sending the last place then. True for sentences that hold no position.
    """
    fields = line.strip().partition(b"*")[0].split(b",")
    kind = fields[0][-3:]
    at = {b"RMC": 2, b"GGA": 6, b"GNS": 6, b"GLL": 6}.get(kind)
    if at is None:
        return True
    if len(fields) <= at:
        return False
    if kind == b"GGA":
        return fields[at] in (b"1", b"2", b"3", b"4", b"5")
    if kind == b"GNS":
        return any(mode in _TRUE_MODES for mode in fields[at])
    mode_at = 12 if kind == b"RMC" else 7
    mode = fields[mode_at] if len(fields) > mode_at else b""
    return fields[at] == b"A" and (not mode or mode in _TRUE_MODES)


@dataclass(frozen=True, slots=True)
class Nmeaplaats:
    """What the sentences of one second say together. lon, lat: WGS84. tijd: aware UTC, None without a date; seconde: of
    the day, None when not told."""

    lon: float
    lat: float
    hdop: float | None = None
    snelheid_ms: float | None = None
    tijd: datetime | None = None
    seconde: float | None = None


def read_second(lines: Iterable[bytes]) -> Nmeaplaats | None:
    """The position in the whole sentences of one second that have one, None without. The last that tells, counts."""
    place: tuple[float, float] | None = None
    hdop = speed = second = None
    day: date | None = None
    for line in lines:
        if check_line(line) is not Regel.HEEL or not has_place(line):
            continue
        fields = line.strip().partition(b"*")[0].decode("ascii").split(",")
        kind = fields[0][-3:]
        at = _PLACE_AT.get(kind)
        if at is None:
            continue
        place = _position(fields[at : at + 4]) or place
        second = _second_of_day(epoch_text(fields, kind)) if second is None else second
        if kind in ("GGA", "GNS"):
            hdop = _number(fields, 8) or hdop
        if kind == "RMC":
            knots, day = _number(fields, 7), _day(fields)
            speed = None if knots is None else knots * _KNOT_MS
    if place is None:
        return None
    moment = None if day is None or second is None else datetime.combine(day, _time_of(second), UTC)
    return Nmeaplaats(*place, hdop, speed, moment, second)


def write_second(lon: float, lat: float, moment: datetime, hdop: float | None = None) -> tuple[bytes, bytes]:
    """Two sentences that tell this position at an aware moment; hdop None: not told."""
    clock = moment.astimezone(UTC)
    at = f"{_degrees(lat, 2)},{'N' if lat >= 0 else 'S'},{_degrees(lon, 3)},{'E' if lon >= 0 else 'W'}"
    told = "" if hdop is None else f"{hdop:.1f}"
    return (
        _sentence(f"GPGGA,{clock:%H%M%S}.00,{at},1,,{told},,M,,M,,"),
        _sentence(f"GPRMC,{clock:%H%M%S}.00,A,{at},,,{clock:%d%m%y},,,A"),
    )


# Where latitude, its side, longitude and its side stand.
_PLACE_AT = {"RMC": 3, "GGA": 2, "GNS": 2, "GLL": 1}


def epoch_text(fields: list[str], kind: str) -> str:
    """hhmmss.ss as a position sentence of this kind has it, "" without."""
    at = 5 if kind == "GLL" else 1
    return fields[at] if len(fields) > at else ""


def _position(fields: list[str]) -> tuple[float, float] | None:
    if len(fields) < 4 or fields[1] not in ("N", "S") or fields[3] not in ("E", "W"):
        return None
    lat, lon = _from_minutes(fields[0], 2), _from_minutes(fields[2], 3)
    if lat is None or lon is None:
        return None
    return (lon if fields[3] == "E" else -lon), (lat if fields[1] == "N" else -lat)


def _from_minutes(text: str, digits: int) -> float | None:
    try:
        return int(text[:digits]) + float(text[digits:]) / 60
    except ValueError:
        return None


def _degrees(value: float, digits: int) -> str:
    # In whole ten-thousandths of a minute first, or 59.99999 becomes 60.
    total = round(abs(value) * 600_000)
    return f"{total // 600_000:0{digits}d}{total % 600_000 / 10_000:07.4f}"


def _number(fields: list[str], at: int) -> float | None:
    try:
        return float(fields[at])
    except (ValueError, IndexError):
        return None


def _second_of_day(text: str) -> float | None:
    try:
        return int(text[:2]) * 3600 + int(text[2:4]) * 60 + float(text[4:])
    except ValueError:
        return None


def _time_of(second: float) -> time:
    whole = min(int(second), 86_399)
    return time(whole // 3600, whole // 60 % 60, whole % 60)


def _day(fields: list[str]) -> date | None:
    text = fields[9] if len(fields) > 9 else ""
    try:
        # Two digits of the year: receivers began in 1980.
        year = int(text[4:6])
        return date(year + (1900 if year >= 80 else 2000), int(text[2:4]), int(text[:2]))
    except ValueError:
        return None


def _sentence(body: str) -> bytes:
    total = 0
    for byte in body.encode("ascii"):
        total ^= byte
    return f"${body}*{total:02X}".encode("ascii")
