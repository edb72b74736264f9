"""The bytes of the street network: what the page reads again is where the streets lie, to a few millimetres."""

from __future__ import annotations

import math

import numpy as np

from boa_app.mapping.straten import GEZET, VERSIE, encode_classes, encode_streets

SCHAAL = 10_000_000


def decode(data: bytes) -> tuple[list[int], np.ndarray, np.ndarray]:
    version, n, p, zero = np.frombuffer(data, "<i4", 4)
    assert (version, zero) == (VERSIE, 0)
    corner = np.frombuffer(data, "<f8", 2, 16)
    begin = np.frombuffer(data, "<i4", n + 1, 32)
    points = np.frombuffer(data, "<f4", 2 * p, 32 + 4 * (n + 1)).reshape(-1, 2)
    assert 32 + 4 * (n + 1) + 8 * p == len(data)
    return begin.tolist(), corner, points


def test_every_point_is_where_it_was() -> None:
    lonlat = np.array([(5.04, 52.02), (5.0412, 52.0207), (9.5, 47.1)])
    begin, corner, points = decode(
        encode_streets(np.rint(lonlat * SCHAAL).astype(np.int32), np.array([0, 2, 3]), SCHAAL)
    )
    assert begin == [0, 2, 3]
    for (lon, lat), (x, y) in zip(lonlat, corner + points.astype(float), strict=True):
        back_lat = math.degrees(math.atan(math.sinh((0.5 - y) * 2 * math.pi)))
        # Within a country the steps of a 32-bit number are far below what a screen shows.
        assert abs((x - 0.5) * 360 - lon) < 2e-6 and abs(back_lat - lat) < 2e-6


def test_no_network_is_no_lines() -> None:
    begin, corner, points = decode(encode_streets(np.zeros((0, 2), dtype=np.int32), np.array([0]), SCHAAL))
    assert begin == [0] and corner.tolist() == [0.0, 0.0] and len(points) == 0


def test_what_holds_is_one_byte_each() -> None:
    told = encode_classes(np.array([0, 1, 2, 2], dtype=np.uint8), np.array([0, 1, 0, 1], dtype=np.uint8))
    assert list(told) == [0, 1 | GEZET, 2, 2 | GEZET]
