"""Tiles recognised by their bytes, unpacked within bounds; strangers' bytes never more than a named mistake."""

from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boa_app.mapdata.tegelvorm import (
    TegelFoutError,
    box_of,
    layer_names,
    plain_text,
    recognise,
    schema_of,
    unpack,
)
from tests.tegelmaker import AREA, PNG, WHOLE, make_tile

TILE = make_tile({"water": [(AREA, WHOLE, {"class": "lake"})], "transportation": []})


def test_kinds_by_their_own_bytes() -> None:
    assert recognise(PNG) == "png"
    assert recognise(b"\xff\xd8\xff\xe0rest") == "jpg"
    assert recognise(b"RIFF\x00\x00\x00\x00WEBPVP8 ") == "webp"
    assert recognise(TILE) == "mvt"
    assert [recognise(data) for data in (b"", b"<html>", b"GIF89a", TILE[:-3], b"\x1a\xff")] == [""] * 5


def test_layers_tell_the_schema() -> None:
    assert layer_names(TILE) == {"water", "transportation"}
    assert schema_of(layer_names(TILE)) == "openmaptiles"
    assert schema_of(frozenset({"earth", "water", "roads"})) == "protomaps"
    assert schema_of(frozenset({"water", "lines"})) == "onbekend"


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress, bytes])
def test_unpacking_gives_the_content(pack: object) -> None:
    assert unpack(pack(TILE)) == TILE  # type: ignore[operator]


def test_a_bomb_and_a_torn_one_are_refused() -> None:
    bomb = gzip.compress(bytes(5_000_000))
    assert len(bomb) < 10_000
    with pytest.raises(TegelFoutError):
        unpack(bomb, 1_000_000)
    for torn in (gzip.compress(TILE)[:-9], gzip.compress(TILE)[:4], b"\x1f\x8b" + bytes(40)):
        with pytest.raises(TegelFoutError):
            unpack(torn)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_kind_or_none(data: bytes) -> None:
    assert recognise(data) in {"", "png", "jpg", "webp", "mvt"}


@given(st.binary(max_size=200))
def test_any_bytes_unpack_or_are_named(data: bytes) -> None:
    for start in (b"", b"\x1f\x8b", b"\x78\x9c"):
        try:
            assert isinstance(unpack(start + data, 10_000), bytes)
        except TegelFoutError:
            assert start or data


def test_an_attribution_is_shown_without_mark_up() -> None:
    said = '<a href="https://x.example" onclick="x()">&copy; Kaart&shy;maker</a>\n <b>CC BY</b>'
    assert plain_text(said) == "© Kaart\xadmaker CC BY"
    assert len(plain_text("x" * 5000)) == 300


def test_the_box_of_a_range_of_tiles() -> None:
    assert box_of(0, 0, 0, 0, 0) == pytest.approx((-180, -85.0511287, 180, 85.0511287))
    west, south, east, north = box_of(1, 1, 0, 1, 0)
    assert (west, east) == (0, 180) and south == pytest.approx(0) and north == pytest.approx(85.0511287)
