"""Points as packed numbers: they keep their order and their place."""

from __future__ import annotations

import base64
import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from boa_app.mapping.points import VORM_HOL, VORM_VOL, WORLD, describe_change, encode_points, pack_points, shown_text
from boa_app.mapping.scene import to_mercator

EARTH_M = 40_075_017
Decoded = tuple[list[int], NDArray[np.float64], NDArray[np.float64], list[int], list[int]]


def decode(data: bytes) -> Decoded:
    assert data[:4] == b"BOA2"
    (count,) = struct.unpack_from("<i", data, 4)
    nrs = np.frombuffer(data, "<i4", count, 8)
    x, y = (np.frombuffer(data, "<u4", count, 8 + 4 * part * count) / WORLD for part in (1, 2))
    forms = np.frombuffer(data, np.uint8, count, 8 + 12 * count)
    bits = np.frombuffer(data, np.uint8, -1, 8 + 13 * count)
    assert len(bits) == (count + 7) // 8
    return nrs.tolist(), x, y, forms.tolist(), np.unpackbits(bits, count=count, bitorder="little").tolist()


def test_points_keep_order_numbers_and_forms() -> None:
    nrs, x, y, forms, shown = decode(encode_points([7, 3], [5.04, 5.05], [52.02, 52.03], [VORM_VOL, VORM_HOL]))
    assert (nrs, forms, shown) == ([7, 3], [0, 1], [1, 1])
    assert x == pytest.approx([5.04 / 360 + 0.5, 5.05 / 360 + 0.5], abs=1e-9)
    assert y[0] > y[1], "north is up"


def test_no_points() -> None:
    assert decode(encode_points((), (), ()))[0] == []


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-85, 85)), min_size=1, max_size=50))
def test_a_point_anywhere_stays_within_a_centimetre(places: list[tuple[float, float]]) -> None:
    lon, lat = (np.array(part) for part in zip(*places, strict=True))
    _nrs, x, y, _forms, _shown = decode(encode_points(np.arange(lon.size), lon, lat))
    exact_x, exact_y = to_mercator(lon, lat)
    assert np.abs(x - exact_x).max() * EARTH_M < 0.01
    assert np.abs(y - exact_y).max() * EARTH_M < 0.01


@given(st.lists(st.booleans(), max_size=40))
def test_bits_tell_which_are_shown(shown: list[bool]) -> None:
    flags, nothing = np.array(shown, dtype=np.bool_), np.zeros(len(shown))
    data = pack_points(
        nothing.astype(np.int32), nothing.astype(np.uint32), nothing.astype(np.uint32), nothing.astype(np.uint8), flags
    )
    assert decode(data)[4] == shown
    bits = np.frombuffer(base64.b64decode(shown_text(flags)), np.uint8)
    assert np.unpackbits(bits, count=len(shown), bitorder="little").tolist() == shown


def test_a_change_is_plain_numbers() -> None:
    columns = [np.array([value], dtype=kind) for value, kind in (
        (5, np.int32), (WORLD - 1, np.uint32), (2, np.uint32), (1, np.uint8), (True, np.bool_),
    )]  # fmt: skip
    assert describe_change(np.array([3]), np.array([0]), columns) == {
        "weg": [3], "op": [0], "nr": [5], "x": [WORLD - 1], "y": [2], "vorm": [1], "aan": [1],
    }  # fmt: skip
