"""A file under a passphrase opens until its day, whole, and for its purpose."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boa_app.vault import wachtzegel
from boa_app.vault.keyfile import KdfParams
from boa_app.vault.wachtzegel import open_with_passphrase, seal_with_passphrase, valid_until_s
from boa_app.vault.zegel import ZegelError, ZegelFault

LIGHT = KdfParams(memory_kib=64, time_cost=1, parallelism=1)
SECRET = "loop met de buurt"
SEALED = seal_with_passphrase(SECRET, b"een schouw", "looppakket", 1_800_000_000, LIGHT)


def fault_of(sealed: bytes, secret: str = SECRET, purpose: str = "looppakket") -> ZegelFault:
    with pytest.raises(ZegelError) as caught:
        open_with_passphrase(secret, sealed, purpose)
    return caught.value.fault


@given(st.binary(max_size=100), st.text("abcé ", max_size=12))
def test_what_is_sealed_comes_back(plaintext: bytes, secret: str) -> None:
    sealed = seal_with_passphrase(secret, plaintext, "x", 7, LIGHT)
    assert open_with_passphrase(secret, sealed, "x") == plaintext
    assert valid_until_s(sealed) == 7


def test_one_letter_typed_in_two_ways_is_one_passphrase() -> None:
    sealed = seal_with_passphrase("caf\u00e9", b"x", "x", 7, LIGHT)
    assert open_with_passphrase("cafe\u0301", sealed, "x") == b"x"


def test_another_passphrase_or_purpose_opens_nothing() -> None:
    assert fault_of(SEALED, "iets anders") is ZegelFault.ANDERE_SLEUTEL
    assert fault_of(SEALED, purpose="anders") is ZegelFault.ANDERE_SLEUTEL
    assert b"schouw" not in SEALED


@settings(max_examples=60)
@given(st.integers(0, 8 * len(SEALED) - 1))
def test_any_changed_bit_is_noticed(bit: int) -> None:
    """The day and the cost among them: nobody makes a file last longer, or ask all memory."""
    changed = bytearray(SEALED)
    changed[bit // 8] ^= 1 << bit % 8
    if 13 <= bit // 8 <= 18:
        # The cost: what would take gigabytes is refused unread, the rest is only slower.
        changed[13:19] = SEALED[13:19]
        changed[13] ^= 1 << bit % 8
    assert fault_of(bytes(changed)) in set(ZegelFault) - {ZegelFault.TE_GROOT}


@given(st.integers(0, len(SEALED) - 1))
def test_a_file_that_was_cut_is_noticed(length: int) -> None:
    found = fault_of(SEALED[:length])
    if length < 4:
        assert found is ZegelFault.GEEN_ZEGEL
    else:
        assert found in (ZegelFault.BESCHADIGD, ZegelFault.ANDERE_SLEUTEL)


@pytest.mark.parametrize("cost", [b"\xff" * 6, bytes(6), b"\x00\x00\x00\x40\x00\x01", b"\x00\x00\x00\x40\x01\x00"])
def test_a_cost_that_is_none_or_too_much_is_refused_unread(cost: bytes) -> None:
    assert fault_of(SEALED[:13] + cost + SEALED[19:]) is ZegelFault.BESCHADIGD


def test_versions() -> None:
    assert fault_of(SEALED[:4] + b"\x02" + SEALED[5:]) is ZegelFault.NIEUWER
    assert fault_of(SEALED[:4] + b"\x00" + SEALED[5:]) is ZegelFault.BESCHADIGD


def test_a_passphrase_that_is_no_text_is_told() -> None:
    with pytest.raises(ZegelError) as caught:
        seal_with_passphrase("\ud800", b"", "x", 7, LIGHT)
    assert caught.value.fault is ZegelFault.SLEUTEL_ONGELDIG


def test_size_is_bounded_both_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wachtzegel, "MAX_BYTES", 4)
    with pytest.raises(ZegelError) as caught:
        seal_with_passphrase(SECRET, b"vijf!", "x", 7, LIGHT)
    assert caught.value.fault is ZegelFault.TE_GROOT
    assert fault_of(SEALED + bytes(1100)) is ZegelFault.TE_GROOT


def test_a_machine_without_the_memory_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wachtzegel, "_MAX_MEMORY_KIB", 1 << 40)
    from boa_app.vault.errors import VaultError, VaultFault

    def fail(*_: object) -> bytes:
        raise VaultError(VaultFault.OUT_OF_MEMORY)

    monkeypatch.setattr(wachtzegel, "derive_argon2", fail)
    assert fault_of(SEALED) is ZegelFault.TE_GROOT
