"""Sentences of receivers: whole or broken, also those of real ones."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boa_app.exchange.nmea import LONGEST, Regel, check_line, epoch_of, has_place, read_second
from tests.ui.gps.walks import sentence

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


RMC_BODY = "GPRMC,204200.00,A,5201.2180,N,00502.5920,E,1.00,0.00,201126,,,A"
GGA_BODY = "GPGGA,204200.00,5201.2180,N,00502.5920,E,1,08,0.9,4.0,M,42.2,M,,"


def test_what_the_sentences_of_a_second_say_together() -> None:
    found = read_second([sentence(GGA_BODY).encode(), sentence(RMC_BODY).encode()])
    assert found is not None
    assert (found.lon, found.lat) == pytest.approx((5.0432, 52.0203))
    assert (found.hdop, found.tijd) == (0.9, datetime(2026, 11, 20, 20, 42, tzinfo=UTC))
    assert found.snelheid_ms == pytest.approx(0.5144, abs=1e-3)


@pytest.mark.parametrize(
    "line",
    [
        f"${RMC_BODY}*00", sentence(RMC_BODY.replace(",A,5201", ",V,5201")),
        sentence(GGA_BODY.replace(",E,1,", ",E,0,")), sentence(GGA_BODY.replace("5201.2180", "")),
        sentence(GGA_BODY.replace(",N,", ",X,")), sentence("GPGSV,3,3,12"),
        sentence("GPGLL"), "",
    ],
)  # fmt: skip
def test_what_is_not_whole_or_no_place_gives_none(line: str) -> None:
    assert read_second([line.encode()]) is None


def test_south_and_west_are_negative_and_old_years_are_old() -> None:
    south = RMC_BODY.replace(",N,", ",S,").replace(",E,", ",W,").replace("201126", "120598")
    found = read_second([sentence(south).encode()])
    assert found is not None
    assert (found.lon, found.lat) == pytest.approx((-5.0432, -52.0203))
    assert found.tijd is not None
    assert found.tijd.year == 1998


def test_without_a_date_there_is_a_second_of_the_day() -> None:
    found = read_second([sentence(GGA_BODY).encode()])
    assert found is not None
    assert (found.tijd, found.seconde) == (None, 20 * 3600 + 42 * 60)
