"""Numbers and pairs as tables write them."""

from __future__ import annotations

import pytest

from boa_app.exchange.getallen import Stelsel, read_number, read_pair


@pytest.mark.parametrize(
    ("text", "thousands", "expected"),
    [
        ("6,570243", False, 6.570243),
        (" 52.02 ", False, 52.02),
        ("131.374,25", True, 131374.25),
        ("131.374", True, 131374),
        ("131 374", True, 131374),
        ("6.570", False, 6.57),
        ("-2.51", False, -2.51),
        ("448128", True, 448128),
    ],
)
def test_numbers(text: str, thousands: bool, expected: float) -> None:
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
