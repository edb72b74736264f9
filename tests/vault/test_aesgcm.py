from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boa_app.vault.aesgcm import SealBroken, open_sealed, seal

KEY = bytes(range(32))


@given(st.binary(max_size=200), st.binary(max_size=20))
def test_what_is_sealed_comes_back(plaintext: bytes, associated: bytes) -> None:
    assert open_sealed(KEY, seal(KEY, plaintext, associated), associated) == plaintext


def test_two_seals_of_the_same_differ() -> None:
    assert seal(KEY, b"tekst", b"") != seal(KEY, b"tekst", b"")


@given(st.integers(0, 8 * 33 - 1))
def test_any_changed_bit_is_noticed(bit: int) -> None:
    sealed = bytearray(seal(KEY, b"tekst", b"doel"))
    sealed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(SealBroken):
        open_sealed(KEY, bytes(sealed), b"doel")


@pytest.mark.parametrize("sealed", [b"", b"kort", bytes(12)])
def test_too_short_is_broken(sealed: bytes) -> None:
    with pytest.raises(SealBroken):
        open_sealed(KEY, sealed, b"")


def test_another_purpose_or_key_opens_nothing() -> None:
    sealed = seal(KEY, b"tekst", b"foto")
    with pytest.raises(SealBroken):
        open_sealed(KEY, sealed, b"sleutel")
    with pytest.raises(SealBroken):
        open_sealed(bytes(32), sealed, b"foto")


def test_a_key_of_another_length_is_a_bug() -> None:
    with pytest.raises(TypeError):
        seal(b"kort", b"", b"")
