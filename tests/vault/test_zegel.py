"""Seals open for their owner and their purpose only; any changed or missing byte is noticed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boa_app.vault import zegel
from boa_app.vault.zegel import (
    OVERHEAD_BYTES,
    ZegelError,
    ZegelFault,
    generate_keypair,
    generate_signing_key,
    is_for,
    open_with,
    public_of,
    seal_to,
    sign,
    verify,
)

PAIR = generate_keypair()
SEALED = seal_to(PAIR.publiek, b"een melding", "usb")
SIGNER = generate_signing_key()


def fault_of(sealed: bytes, private: str = PAIR.prive, purpose: str = "usb") -> ZegelFault:
    with pytest.raises(ZegelError) as caught:
        open_with(private, sealed, purpose)
    assert "melding" not in str(caught.value)
    return caught.value.fault


@given(st.binary(max_size=300), st.text(max_size=20))
def test_what_is_sealed_comes_back(plaintext: bytes, purpose: str) -> None:
    sealed = seal_to(PAIR.publiek, plaintext, purpose)
    assert open_with(PAIR.prive, sealed, purpose) == plaintext
    assert len(sealed) == len(plaintext) + OVERHEAD_BYTES
    assert is_for(PAIR.publiek, sealed)


def test_nothing_of_the_text_or_the_keys_shows() -> None:
    assert b"melding" not in SEALED
    assert bytes.fromhex(PAIR.publiek) not in SEALED
    assert seal_to(PAIR.publiek, b"een melding", "usb")[5 + 8 :] != SEALED[5 + 8 :]
    assert PAIR.prive not in repr(PAIR)


@given(st.integers(0, 8 * len(SEALED) - 1))
def test_any_changed_bit_is_noticed(bit: int) -> None:
    changed = bytearray(SEALED)
    changed[bit // 8] ^= 1 << bit % 8
    assert fault_of(bytes(changed)) in set(ZegelFault) - {ZegelFault.TE_GROOT, ZegelFault.SLEUTEL_ONGELDIG}


@given(st.integers(0, len(SEALED) - 1))
def test_a_file_that_was_cut_is_noticed(length: int) -> None:
    expected = ZegelFault.GEEN_ZEGEL if length < 4 else ZegelFault.BESCHADIGD
    assert fault_of(SEALED[:length]) is expected


def test_more_bytes_behind_it_are_noticed() -> None:
    assert fault_of(SEALED + b"x") is ZegelFault.BESCHADIGD


def test_another_key_is_told_from_damage() -> None:
    other = generate_keypair()
    assert fault_of(SEALED, other.prive) is ZegelFault.ANDERE_SLEUTEL
    assert not is_for(other.publiek, SEALED)
    assert not is_for(PAIR.publiek, b"iets anders")


def test_another_purpose_opens_nothing() -> None:
    assert fault_of(SEALED, purpose="uitgaand") is ZegelFault.BESCHADIGD


def test_a_newer_version_is_told() -> None:
    assert fault_of(SEALED[:4] + b"\x02" + SEALED[5:]) is ZegelFault.NIEUWER
    assert fault_of(SEALED[:4] + b"\x00" + SEALED[5:]) is ZegelFault.BESCHADIGD


def test_a_weak_ephemeral_key_is_refused() -> None:
    """Zero is a point of small order: everybody would know the shared secret."""
    assert fault_of(SEALED[:13] + bytes(32) + SEALED[45:]) is ZegelFault.BESCHADIGD


@pytest.mark.parametrize("key", ["", "zz", "00" * 31, "é" * 64])
def test_what_is_no_key_is_told(key: str) -> None:
    for attempt in (
        lambda: seal_to(key, b"", ""),
        lambda: open_with(key, SEALED, "usb"),
        lambda: sign(key, b""),
        lambda: public_of(key),
    ):
        with pytest.raises(ZegelError) as caught:
            attempt()
        assert caught.value.fault is ZegelFault.SLEUTEL_ONGELDIG


def test_nobody_seals_to_a_weak_key() -> None:
    with pytest.raises(ZegelError) as caught:
        seal_to("00" * 32, b"", "")
    assert caught.value.fault is ZegelFault.SLEUTEL_ONGELDIG


def test_with_a_sender_nobody_else_can_have_sealed_it() -> None:
    centre, device, forger = generate_keypair(), generate_keypair(), generate_keypair()
    sealed = seal_to(device.publiek, b"genomen", "antwoord", centre.prive)
    assert open_with(device.prive, sealed, "antwoord", centre.publiek) == b"genomen"
    forged = seal_to(device.publiek, b"genomen", "antwoord", forger.prive)
    unsigned = seal_to(device.publiek, b"genomen", "antwoord")
    for wrong, sender in ((sealed, forger.publiek), (sealed, ""), (forged, centre.publiek), (unsigned, centre.publiek)):
        with pytest.raises(ZegelError) as caught:
            open_with(device.prive, wrong, "antwoord", sender)
        assert caught.value.fault is ZegelFault.BESCHADIGD


def test_size_is_bounded_both_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zegel, "MAX_PLAINTEXT_BYTES", 4)
    assert open_with(PAIR.prive, seal_to(PAIR.publiek, b"vier", "x"), "x") == b"vier"
    with pytest.raises(ZegelError) as caught:
        seal_to(PAIR.publiek, b"vijf!", "x")
    assert caught.value.fault is ZegelFault.TE_GROOT
    assert fault_of(SEALED) is ZegelFault.TE_GROOT


def test_public_of_a_pair() -> None:
    assert public_of(PAIR.prive) == PAIR.publiek


@given(st.binary(max_size=100), st.binary(max_size=100))
def test_a_signature_is_of_one_message(message: bytes, other: bytes) -> None:
    signature = sign(SIGNER.prive, message)
    assert verify(SIGNER.publiek, message, signature)
    assert verify(SIGNER.publiek, other, signature) == (message == other)
    assert not verify(generate_signing_key().publiek, message, signature)


@pytest.mark.parametrize(
    ("key", "signature"),
    [("", ""), ("zz", "00"), ("00" * 31, "00" * 64), (SIGNER.publiek, "x")],
    ids=["empty", "no hex", "too short", "no signature"],
)
def test_what_is_no_signature_does_not_hold(key: str, signature: str) -> None:
    assert not verify(key, b"", signature)


def test_a_pair_is_plain_hexadecimal() -> None:
    assert len(bytes.fromhex(SIGNER.prive)) == len(bytes.fromhex(SIGNER.publiek)) == 32
