"""Recorded walks for the tests, made here: a receiver that stands, jumps, or knows nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from pathlib import Path

HERE = (5.0432, 52.0203)


def sentence(body: str) -> str:
    """A sentence with its checksum."""
    return f"${body}*{reduce(lambda total, sign: total ^ ord(sign), body, 0):02X}"


def second(number: int, lon: float, lat: float, hdop: float = 0.9, valid: str = "A") -> list[str]:
    """The lines of one second: GGA with the dilution, RMC with the date."""
    time = f"2042{number % 60:02d}.00"
    east = f"{int(lon):03d}{(lon - int(lon)) * 60:07.4f},E"
    north = f"{int(lat):02d}{(lat - int(lat)) * 60:07.4f},N"
    fix = 1 if valid == "A" else 0
    return [
        sentence(f"GPGSA,A,3,04,05,09,12,,,,,,,,,2.5,{hdop:.1f},2.1"),
        sentence(f"GPGGA,{time},{north},{east},{fix},08,{hdop:.1f},4.0,M,42.2,M,,"),
        sentence(f"GPRMC,{time},{valid},{north},{east},0.50,0.00,201126,,,A"),
    ]


def write_walk(path: Path, seconds: Sequence[list[str]]) -> Path:
    """A recording of these seconds."""
    path.write_text("\r\n".join(line for lines in seconds for line in lines), encoding="ascii")
    return path


def standing(path: Path, seconds: int = 12, hdop: float = 0.9) -> Path:
    """Somebody who stands still at HERE."""
    return write_walk(path, [second(number, *HERE, hdop=hdop) for number in range(seconds)])
