"""Seals only the owner of a key can open, and signatures only he can have made: the outbox, files by hand, tokens.

    sealed = "BOAZ" (4) + version (1) + whose (8) + ephemeral public key (32) + AES-256-GCM (nonce 12, text, tag 16)

The key of the AES-GCM is HKDF-SHA256 over an X25519 exchange between a key made for this one seal and the public key
of the receiver. All of the header and the purpose are bound to it, so that nothing sealed for one end can be used for
another. With a sender the exchange between both lasting keys goes in as well: then only he can have sealed it. whose
tells "not for this key" from "damaged"; it is a hash of the receiver's public key and no secret.
Keys are hexadecimal text of 32 bytes.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from boa_app.vault.aesgcm import KEY_BYTES, NONCE_BYTES, SealBroken, open_sealed, seal

MAGIC = b"BOAZ"
VERSION = 1
MAX_PLAINTEXT_BYTES = 128 * 1024 * 1024
_WHOSE_BYTES, _PUBLIC_BYTES, _TAG_BYTES = 8, 32, 16
_HEADER_BYTES = len(MAGIC) + 1 + _WHOSE_BYTES + _PUBLIC_BYTES
OVERHEAD_BYTES = _HEADER_BYTES + NONCE_BYTES + _TAG_BYTES


class ZegelFault(StrEnum):
    """Why a seal could not be made or opened."""

    GEEN_ZEGEL = "geen_zegel"
    NIEUWER = "nieuwer"
    ANDERE_SLEUTEL = "andere_sleutel"
    BESCHADIGD = "beschadigd"
    TE_GROOT = "te_groot"
    SLEUTEL_ONGELDIG = "sleutel_ongeldig"


class ZegelError(Exception):
    """A seal that does not hold, by its fault; holds no secret and no contents."""

    def __init__(self, fault: ZegelFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Sleutelpaar:
    """A key pair as hexadecimal text; prive never shows itself in a log."""

    prive: str
    publiek: str

    def __repr__(self) -> str:
        return f"Sleutelpaar(publiek={self.publiek!r})"


def generate_keypair() -> Sleutelpaar:
    """A fresh X25519 pair, to seal to."""
    key = X25519PrivateKey.generate()
    return Sleutelpaar(key.private_bytes_raw().hex(), key.public_key().public_bytes_raw().hex())


def seal_to(public_hex: str, plaintext: bytes, purpose: str, sender_private_hex: str = "") -> bytes:
    """Sealed bytes only the owner of public_hex can open. sender_private_hex: who must have sealed it, "" for anybody.

    Raises ZegelError TE_GROOT, SLEUTEL_ONGELDIG.
    """
    if len(plaintext) > MAX_PLAINTEXT_BYTES:
        raise ZegelError(ZegelFault.TE_GROOT)
    public = _key_bytes(public_hex)
    once = X25519PrivateKey.generate()
    header = MAGIC + bytes([VERSION]) + _whose(public) + once.public_key().public_bytes_raw()
    secret = _exchange(once, public)
    if sender_private_hex:
        secret += _exchange(_private(sender_private_hex), public)
    return header + seal(_derive(secret, header + public, purpose), plaintext, header + purpose.encode())


def open_with(private_hex: str, sealed: bytes, purpose: str, sender_public_hex: str = "") -> bytes:
    """The plaintext of seal_to. sender_public_hex: of who must have sealed it, "" for anybody.

    Raises ZegelError: GEEN_ZEGEL, NIEUWER, ANDERE_SLEUTEL, BESCHADIGD (also for another purpose or sender), TE_GROOT,
    SLEUTEL_ONGELDIG.
    """
    private = _private(private_hex)
    own = private.public_key().public_bytes_raw()
    _check_header(sealed, own)
    header = sealed[:_HEADER_BYTES]
    sender = _exchange(private, _key_bytes(sender_public_hex)) if sender_public_hex else b""
    try:
        secret = _exchange(private, header[-_PUBLIC_BYTES:]) + sender
        return open_sealed(
            _derive(secret, header + own, purpose), sealed[_HEADER_BYTES:], header + purpose.encode()
        )  # fmt: skip
    except (SealBroken, ZegelError) as error:
        raise ZegelError(ZegelFault.BESCHADIGD) from error


def is_for(public_hex: str, sealed: bytes) -> bool:
    """Whether these bytes look like a seal to this key; says nothing about whether it opens."""
    at = len(MAGIC) + 1
    return sealed[: len(MAGIC)] == MAGIC and sealed[at : at + _WHOSE_BYTES] == _whose(_key_bytes(public_hex))


def generate_signing_key() -> Sleutelpaar:
    """A fresh Ed25519 pair, to sign with."""
    key = Ed25519PrivateKey.generate()
    return Sleutelpaar(key.private_bytes_raw().hex(), key.public_key().public_bytes_raw().hex())


def sign(private_hex: str, message: bytes) -> str:
    """The signature, hex. Raises ZegelError SLEUTEL_ONGELDIG."""
    return Ed25519PrivateKey.from_private_bytes(_key_bytes(private_hex)).sign(message).hex()


def verify(public_hex: str, message: bytes, signature_hex: str) -> bool:
    """Whether the owner of public_hex signed exactly this; False for anything that is no key or no signature."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_hex))
        key.verify(bytes.fromhex(signature_hex), message)
    except (InvalidSignature, ValueError):
        return False
    return True


def public_of(private_hex: str) -> str:
    """The public X25519 key of a private one. Raises ZegelError SLEUTEL_ONGELDIG."""
    return _private(private_hex).public_key().public_bytes_raw().hex()


def signing_public_of(private_hex: str) -> str:
    """The public Ed25519 key of a private one. Raises ZegelError SLEUTEL_ONGELDIG."""
    return Ed25519PrivateKey.from_private_bytes(_key_bytes(private_hex)).public_key().public_bytes_raw().hex()


def _check_header(sealed: bytes, own: bytes) -> None:
    if sealed[: len(MAGIC)] != MAGIC:
        raise ZegelError(ZegelFault.GEEN_ZEGEL)
    if len(sealed) > MAX_PLAINTEXT_BYTES + OVERHEAD_BYTES:
        raise ZegelError(ZegelFault.TE_GROOT)
    at = len(MAGIC) + 1
    if len(sealed) < at:
        raise ZegelError(ZegelFault.BESCHADIGD)
    if sealed[at - 1] > VERSION:
        raise ZegelError(ZegelFault.NIEUWER)
    if len(sealed) < OVERHEAD_BYTES or sealed[at - 1] != VERSION:
        raise ZegelError(ZegelFault.BESCHADIGD)
    if sealed[at : at + _WHOSE_BYTES] != _whose(own):
        raise ZegelError(ZegelFault.ANDERE_SLEUTEL)


def _whose(public: bytes) -> bytes:
    return hashlib.sha256(b"boa_app zegel van " + public).digest()[:_WHOSE_BYTES]


def _exchange(own: X25519PrivateKey, other: bytes) -> bytes:
    try:
        return own.exchange(X25519PublicKey.from_public_bytes(other))
    except ValueError as error:
        # A public key on a small subgroup gives a secret everybody knows.
        raise ZegelError(ZegelFault.SLEUTEL_ONGELDIG) from error


def _derive(secret: bytes, salt: bytes, purpose: str) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt, f"boa_app zegel {VERSION} {purpose}".encode()).derive(secret)


def _private(private_hex: str) -> X25519PrivateKey:
    return X25519PrivateKey.from_private_bytes(_key_bytes(private_hex))


def _key_bytes(key_hex: str) -> bytes:
    try:
        key = bytes.fromhex(key_hex)
    except ValueError as error:
        raise ZegelError(ZegelFault.SLEUTEL_ONGELDIG) from error
    if len(key) != KEY_BYTES:
        raise ZegelError(ZegelFault.SLEUTEL_ONGELDIG)
    return key
