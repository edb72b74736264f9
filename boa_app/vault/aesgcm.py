"""AES-256-GCM around small things: wrapped keys, photos, a sealed outbox.

sealed = nonce (12 bytes) + ciphertext + tag (16 bytes)
"""

from __future__ import annotations

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_BYTES = 12
KEY_BYTES = 32


class SealBroken(Exception):
    """Another key, another purpose, or changed bytes: AES-GCM cannot tell which."""


def seal(key: bytes, plaintext: bytes, associated: bytes) -> bytes:
    """The sealed bytes, under a fresh random nonce.

    key: 32 bytes. associated: what these bytes are for; open_sealed needs the same, so that one thing cannot be put in
    the place of another.
    """
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(_checked(key)).encrypt(nonce, plaintext, associated)


def open_sealed(key: bytes, sealed: bytes, associated: bytes) -> bytes:
    """The plaintext of seal. Raises SealBroken."""
    try:
        return AESGCM(_checked(key)).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], associated)
    except (InvalidTag, ValueError) as error:
        raise SealBroken from error


def _checked(key: bytes) -> bytes:
    if len(key) != KEY_BYTES:
        raise TypeError("key must be 32 bytes")
    return key
