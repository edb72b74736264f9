"""Numbers and pairs as tables write them."""

from __future__ import annotations

import pytest

from boa_app.exchange.getallen import (
    Stelsel,
    is_marked_point,
    read_number,
    read_pair,
    split_point,
    within_netherlands,
)


@pytest.mark.parametrize(
    ("text", "thousands", "expected"),
    [
        ("6,570243", "", 6.570243),
        (" 52.02 ", "", 52.02),
        ("131.374,25", ".", 131374.25),
        ("131.374", ".", 131374),
        ("131 374", ".", 131374),
        ("6.570", "", 6.57),
        ("-2.51", "", -2.51),
        ("448128", ".", 448128),
        ("131,374.25", ",", 131374.25),
        ("131,25", ",", 131.25),
    ],
)
def test_numbers(text: str, thousands: str, expected: float) -> None:
    assert read_number(text, thousands=thousands) == expected


@pytest.mark.parametrize("text", ["", "nan", "inf", "1,2,3", "1_000", "oost"])
def test_no_numbers(text: str) -> None:
    with pytest.raises(ValueError):
        read_number(text)


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        ((5.04, 52.02), (Stelsel.WGS84, 5.04, 52.02)),
        ((52.02, 5.04), (Stelsel.WGS84, 5.04, 52.02)),
        ((131374, 448128), (Stelsel.RD, 131374, 448128)),
        ((448128, 131374), (Stelsel.RD, 131374, 448128)),
        ((-2.5, 51.4), (Stelsel.WGS84, -2.5, 51.4)),
        ((-89.9, 35.1), (Stelsel.WGS84, -89.9, 35.1)),
        ((1000, 2000), None),
    ],
)
def test_pairs(pair: tuple[float, float], expected: tuple[Stelsel, float, float] | None) -> None:
    assert read_pair(*pair) == expected


def test_outside_the_country_only_being_told_swaps() -> None:
    assert read_pair(51.4, -2.5, swapped=True) == (Stelsel.WGS84, -2.5, 51.4)
    assert read_pair(5.04, 52.02, swapped=True) == (Stelsel.WGS84, 5.04, 52.02)


@pytest.mark.parametrize(
    ("cell", "pair"),
    [
        ("POINT(5.04 52.02)", ("5.04", "52.02")),
        ("SRID=4326;POINT (5.04 52.02)", ("5.04", "52.02")),
        ('{"type": "Point", "coordinates": [5.04, 52.02]}', ("5.04", "52.02")),
        ("52.02, 5.04", ("52.02", "5.04")),
        ("(52.02,5.04)", ("52.02", "5.04")),
        ("52,02; 5,04", ("52,02", "5,04")),
        ("Zeemanlaan 3", ("", "")),
        ("", ("", "")),
    ],
)
def test_a_position_in_one_cell(cell: str, pair: tuple[str, str]) -> None:
    assert split_point(cell) == pair
    assert is_marked_point(cell) is ("POINT" in cell or "Point" in cell)


def test_the_country() -> None:
    assert within_netherlands(5.04, 52.02)
    assert not within_netherlands(52.02, 5.04)
