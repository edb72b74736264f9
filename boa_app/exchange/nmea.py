"""Sentences of NMEA 0183 as receivers send them: is one whole? Positions are read by Qt, which drops what is not.

$GPRMC,161229.487,A,3723.2475,N,12158.3416,W,0.13,309.62,120598,,*10
 |--------------- sum: exclusive or of these bytes ---------------| ^^ as two hexadecimal digits
"""

from __future__ import annotations

from enum import StrEnum

# The standard says 82; receivers with more satellites or own sentences send longer ones.
LONGEST = 256
_STARTS = (b"$", b"!")


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
