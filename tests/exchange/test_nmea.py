"""Sentences of receivers: whole or broken, also those of real ones."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boa_app.exchange.nmea import LONGEST, Regel, check_line, epoch_of, has_place

# The example sentence of many receivers' manuals.
RMC = b"$GPRMC,161229.487,A,3723.2475,N,12158.3416,W,0.13,309.62,120598,,*10"


def test_a_whole_sentence() -> None:
    assert check_line(RMC) is Regel.HEEL
    assert check_line(RMC + b"\r\n") is Regel.HEEL


@pytest.mark.parametrize("line", [b"", b"\r\n", b"# a comment", b"\0\0"])
def test_no_sentence(line: bytes) -> None:
    assert check_line(line) is Regel.GEEN


@pytest.mark.parametrize(
    "line",
    [RMC[:-2], RMC[:-3], RMC[:-1] + b"1", RMC.replace(b"A", b"V"), RMC[1:], b"$GPRMC*zz", b"$" + b"a" * LONGEST,
     RMC.replace(b"N", b"\xce")],
)  # fmt: skip
def test_broken(line: bytes) -> None:
    assert check_line(line) is Regel.STUK


@given(st.integers(1, len(RMC) - 4), st.integers(0, 7))
def test_every_flipped_bit_is_found(place: int, bit: int) -> None:
    changed = bytearray(RMC)
    changed[place] ^= 1 << bit
    assert check_line(bytes(changed)) is not Regel.HEEL


@given(st.binary(max_size=400))
def test_any_bytes_get_an_answer(line: bytes) -> None:
    assert check_line(line) in Regel
    epoch_of(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (RMC, True),
        (RMC.replace(b",A,", b",V,"), False),
        (b"$GPRMC,161229,A,3723.2,N,12158.3,W,0.1,309.6,120598,,,E*10", False),
        (b"$GPRMC,161229,A,3723.2,N,12158.3,W,0.1,309.6,120598,,,D*10", True),
        (b"$GPRMC,161229*10", False),
        (b"$GPGGA,161229,3723.2,N,12158.3,W,1,08,0.9,4.0,M,42.2,M,,*10", True),
        (b"$GPGGA,161229,3723.2,N,12158.3,W,0,08,0.9,4.0,M,42.2,M,,*10", False),
        (b"$GPGGA,161229,3723.2,N,12158.3,W,6,08,0.9,4.0,M,42.2,M,,*10", False),
        (b"$GNGNS,191434.96,,,,,NNN,,,,,,*36", False),
        (b"$GNGNS,191434.96,1,N,1,E,ANN,,,,,,*36", True),
        (b"$GPGLL,3723.2,N,12158.3,W,161229,A,A*2C", True),
        (b"$GPGLL,3723.2,N,12158.3,W,161229,V,N*2C", False),
        (b"$GPGSV,3,3,12", True),
    ],
)
def test_who_does_not_know_says_so(line: bytes, expected: bool) -> None:
    assert has_place(line) is expected


def test_lines_of_one_second() -> None:
    assert epoch_of(RMC) == b"161229"
    assert epoch_of(b"$GPGGA,161229.9,3723.2475,N") == b"161229"
    assert epoch_of(b"$GPGLL,3723.2475,N,12158.3416,W,161229.487,A*2C") == b"161229"
    assert epoch_of(b"$GPGSV,3,3,12") == b""


@pytest.mark.parametrize(
    ("name", "whole", "broken"),
    [("gpsdf", 1455, 46), ("bundg_zeus_9", 4999, 0), ("quectel-eg25-g", 861, 0), ("haicom-305N", 325, 0)],
)
def test_real_receivers(shared_data: Path, name: str, whole: int, broken: int) -> None:
    lines = (shared_data / "gps" / "gpsd" / f"{name}.log").read_bytes().splitlines()
    counts = Counter(check_line(line) for line in lines)
    assert (counts[Regel.HEEL], counts[Regel.STUK]) == (whole, broken)
