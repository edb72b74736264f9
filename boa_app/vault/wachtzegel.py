"""Seals that open with a passphrase until a day: a looppakket on a stick.

    sealed = "BOAL" (4) + version (1) + valid until (8, unix seconds) + memory in KiB (4) + rounds (1) + lanes (1)
             + salt (16) + AES-256-GCM (nonce 12, text, tag 16)

The day is bound to the seal, so that it cannot be moved; a program that keeps to it refuses the file afterwards.
"""

from __future__ import annotations

import secrets
import struct

from boa_app.vault.aesgcm import SealBroken, open_sealed, seal
from boa_app.vault.errors import VaultError
from boa_app.vault.keyfile import DEFAULT_KDF, KdfParams, derive_argon2, encode_secret
from boa_app.vault.zegel import ZegelError, ZegelFault

MAGIC = b"BOAL"
VERSION = 1
MAX_BYTES = 16 * 1024 * 1024
_HEAD = struct.Struct(">4sBQIBB16s")
_SALT_BYTES = 16
# Who opens it takes the cost the file asks: a changed file must not take all memory or never answer.
_MAX_MEMORY_KIB, _MAX_ROUNDS, _MAX_LANES = 1024 * 1024, 20, 16


def seal_with_passphrase(
    passphrase: str, plaintext: bytes, purpose: str, until_s: int, kdf: KdfParams = DEFAULT_KDF
) -> bytes:
    """Sealed bytes. until_s: unix seconds after which they are not to be opened.

    Raises ZegelError TE_GROOT, SLEUTEL_ONGELDIG for a passphrase that is no text.
    """
    if len(plaintext) > MAX_BYTES:
        raise ZegelError(ZegelFault.TE_GROOT)
    salt = secrets.token_bytes(_SALT_BYTES)
    head = _HEAD.pack(MAGIC, VERSION, until_s, kdf.memory_kib, kdf.time_cost, kdf.parallelism, salt)
    return head + seal(_key(passphrase, salt, kdf), plaintext, head + purpose.encode())


def valid_until_s(sealed: bytes) -> int:
    """Until when a file says it may be opened, unix seconds; to be believed only once it opened.

    Raises ZegelError GEEN_ZEGEL, NIEUWER, BESCHADIGD, TE_GROOT.
    """
    return int(_read_head(sealed)[2])


def open_with_passphrase(passphrase: str, sealed: bytes, purpose: str) -> bytes:
    """The plaintext. Raises ZegelError as valid_until_s; ANDERE_SLEUTEL for another passphrase or changed bytes."""
    _, _, _, memory_kib, rounds, lanes, salt = _read_head(sealed)
    bounded = 0 < rounds <= _MAX_ROUNDS and 0 < lanes <= _MAX_LANES and 8 * lanes <= memory_kib <= _MAX_MEMORY_KIB
    if not bounded:
        raise ZegelError(ZegelFault.BESCHADIGD)
    key = _key(passphrase, salt, KdfParams(memory_kib, rounds, lanes))
    try:
        return open_sealed(key, sealed[_HEAD.size :], sealed[: _HEAD.size] + purpose.encode())
    except SealBroken as error:
        raise ZegelError(ZegelFault.ANDERE_SLEUTEL) from error


def _read_head(sealed: bytes) -> tuple[bytes, int, int, int, int, int, bytes]:
    if sealed[: len(MAGIC)] != MAGIC:
        raise ZegelError(ZegelFault.GEEN_ZEGEL)
    if len(sealed) > MAX_BYTES + 1024:
        raise ZegelError(ZegelFault.TE_GROOT)
    if len(sealed) < _HEAD.size:
        raise ZegelError(ZegelFault.BESCHADIGD)
    magic, version, until_s, memory_kib, rounds, lanes, salt = _HEAD.unpack(sealed[: _HEAD.size])
    if version > VERSION:
        raise ZegelError(ZegelFault.NIEUWER)
    if version != VERSION:
        raise ZegelError(ZegelFault.BESCHADIGD)
    return magic, version, until_s, memory_kib, rounds, lanes, salt


def _key(passphrase: str, salt: bytes, kdf: KdfParams) -> bytes:
    secret = encode_secret(passphrase)
    if secret is None:
        raise ZegelError(ZegelFault.SLEUTEL_ONGELDIG)
    try:
        return derive_argon2(secret, salt, kdf)
    except VaultError as error:
        raise ZegelError(ZegelFault.TE_GROOT) from error
