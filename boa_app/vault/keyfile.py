"""The key file: one random store key, wrapped once per slot (design §4).

    {"versie": 1, "slots": [{"soort": "wachtwoord", "kdf": {…}, "zout", "nonce", "sleutel", "controlesom"},
                            {"soort": "herstel", …}]}

Binary values are base64. A slot holds the 32-byte store key under AES-256-GCM with a key derived from its secret:
Argon2id for a passphrase, HKDF-SHA256 for the recovery code, which has 125 bits of its own and needs no slowing down.
controlesom is SHA-256 over the rest of the slot: it keeps nobody out, but tells a damaged slot from a wrong secret.
A third kind, ``sleutelbos``, is reserved for the keyring of the system; unknown kinds are kept and skipped.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import secrets
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from boa_app.vault.aesgcm import KEY_BYTES, NONCE_BYTES, SealBroken, open_sealed, seal
from boa_app.vault.errors import VaultError, VaultFault
from boa_app.vault.files import write_atomically

VERSION = 1
_SALT_BYTES = 16
_TAG_BYTES = 16
# Ours is 1 KiB; more is something else under its name.
_MAX_FILE_BYTES = 64 * 1024
_MAX_MEMORY_KIB = 4 * 1024 * 1024
_MAX_TIME_COST = 1000
_MAX_PARALLELISM = 64
# Crockford's base 32: no I, L, O and U, so that a code read from paper cannot be misread.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("ILO", "110")
_CODE_LENGTH, _GROUP = 25, 5


@dataclass(frozen=True, slots=True)
class KdfParams:
    """Cost of Argon2id. The default takes 256 MiB and about half a second on a small machine."""

    memory_kib: int = 256 * 1024
    time_cost: int = 3
    parallelism: int = 4


DEFAULT_KDF = KdfParams()


@dataclass(frozen=True, slots=True)
class NewKey:
    """A fresh store key and the recovery code to print; the code is shown once and kept nowhere."""

    key_hex: str
    herstelcode: str


def create_keyfile(path: Path, passphrase: str, kdf: KdfParams = DEFAULT_KDF) -> NewKey:
    """Make a random store key, a passphrase slot and a recovery slot; write the file.

    Raises OSError, VaultError: UNREADABLE_SECRET, OUT_OF_MEMORY.
    """
    key = secrets.token_bytes(KEY_BYTES)
    code = _new_code()
    _write(path, {"versie": VERSION, "slots": [_passphrase_slot(key, passphrase, kdf), _recovery_slot(key, code)]})
    return NewKey(key.hex(), code)


def unlock_keyfile(path: Path, secret: str) -> str:
    """The store key in hexadecimal, for a passphrase or the recovery code.

    Raises VaultError: WRONG_SECRET, KEYFILE_MISSING, KEYFILE_DAMAGED, KEYFILE_NEWER(versie, kent), OUT_OF_MEMORY.
    """
    slots = _read(path)["slots"]
    order = [slot for kind in ("wachtwoord", "herstel") for slot in slots if slot.get("soort") == kind]
    damaged = not order
    for slot in order:
        try:
            key = _try_slot(slot, secret)
        except (KeyError, TypeError, ValueError, RecursionError):
            # One damaged slot does not spoil the other.
            damaged = True
            continue
        if key is not None:
            return key.hex()
    raise VaultError(VaultFault.KEYFILE_DAMAGED if damaged else VaultFault.WRONG_SECRET)


def change_passphrase(path: Path, key_hex: str, new: str, kdf: KdfParams = DEFAULT_KDF) -> None:
    """Replace the passphrase slot; recovery code and store key stay.

    Raises OSError, VaultError: as unlock_keyfile, and UNREADABLE_SECRET.
    """
    document = _read(path)
    others = [slot for slot in document["slots"] if slot.get("soort") != "wachtwoord"]
    document["slots"] = [_passphrase_slot(bytes.fromhex(key_hex), new, kdf), *others]
    _write(path, document)


def _new_code() -> str:
    text = "".join(secrets.choice(_ALPHABET) for _ in range(_CODE_LENGTH))
    return "-".join(text[at : at + _GROUP] for at in range(0, _CODE_LENGTH, _GROUP))


def _normal_code(secret: str) -> str | None:
    """The 25 characters of a recovery code however it was typed, None when it cannot be one."""
    text = "".join(part for part in secret.upper() if part.isalnum()).translate(_MISREAD)
    return text if len(text) == _CODE_LENGTH and set(text) <= set(_ALPHABET) else None


def _passphrase_slot(key: bytes, passphrase: str, kdf: KdfParams) -> dict[str, Any]:
    salt = secrets.token_bytes(_SALT_BYTES)
    cost = {
        "naam": "argon2id",
        "geheugen_kib": kdf.memory_kib,
        "rondes": kdf.time_cost,
        "parallel": kdf.parallelism,
    }
    secret = encode_secret(passphrase)
    if secret is None:
        raise VaultError(VaultFault.UNREADABLE_SECRET)
    return _wrap("wachtwoord", cost, salt, derive_argon2(secret, salt, kdf), key)


def _recovery_slot(key: bytes, code: str) -> dict[str, Any]:
    salt = secrets.token_bytes(_SALT_BYTES)
    return _wrap("herstel", {"naam": "hkdf-sha256"}, salt, _hkdf(_normal_code(code) or "", salt), key)


def _wrap(kind: str, kdf: dict[str, Any], salt: bytes, wrapping: bytes, key: bytes) -> dict[str, Any]:
    sealed = seal(wrapping, key, _purpose(kind))
    slot = {
        "soort": kind,
        "kdf": kdf,
        "zout": _text(salt),
        "nonce": _text(sealed[:NONCE_BYTES]),
        "sleutel": _text(sealed[NONCE_BYTES:]),
    }
    return {**slot, "controlesom": _checksum(slot)}


def _checksum(slot: dict[str, Any]) -> str:
    rest = {name: value for name, value in slot.items() if name != "controlesom"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True, separators=(",", ":")).encode("ascii")).hexdigest()


def _try_slot(slot: dict[str, Any], secret: str) -> bytes | None:
    """The store key, None when this secret does not open this slot.

    Raises KeyError, TypeError, ValueError, RecursionError for a damaged slot; VaultError OUT_OF_MEMORY.
    """
    if slot["controlesom"] != _checksum(slot):
        raise ValueError("controlesom")
    kind, salt = slot["soort"], _bytes(slot["zout"], _SALT_BYTES)
    sealed = _bytes(slot["nonce"], NONCE_BYTES) + _bytes(slot["sleutel"], KEY_BYTES + _TAG_BYTES)
    wrapping = _wrapping(kind, slot["kdf"], salt, secret)
    if wrapping is None:
        return None
    try:
        return open_sealed(wrapping, sealed, _purpose(kind))
    except SealBroken:
        return None


def _wrapping(kind: str, kdf: dict[str, Any], salt: bytes, secret: str) -> bytes | None:
    """The key around the store key, None when the secret cannot be one of this kind."""
    if kind == "herstel":
        code = _normal_code(secret)
        return _hkdf(code, salt) if code else None
    params, encoded = _kdf_of(kdf), encode_secret(secret)
    return None if encoded is None else derive_argon2(encoded, salt, params)


def _kdf_of(kdf: dict[str, Any]) -> KdfParams:
    costs = (kdf["geheugen_kib"], kdf["rondes"], kdf["parallel"])
    if kdf["naam"] != "argon2id" or any(type(cost) is not int for cost in costs):
        raise ValueError("kdf")
    params = KdfParams(*costs)
    # A changed file must not make the program take all memory or never answer.
    bounded = 0 < params.time_cost <= _MAX_TIME_COST and 0 < params.parallelism <= _MAX_PARALLELISM
    if not bounded or not 8 * params.parallelism <= params.memory_kib <= _MAX_MEMORY_KIB:
        raise ValueError("kdf")
    return params


def encode_secret(secret: str) -> bytes | None:
    """A passphrase as bytes, None when it holds characters that are no text, as from a terminal that is not UTF-8."""
    try:
        # One accent can be typed as one or as two characters, depending on the keyboard.
        return unicodedata.normalize("NFKC", secret).encode()
    except UnicodeEncodeError:
        return None


def derive_argon2(secret: bytes, salt: bytes, kdf: KdfParams) -> bytes:
    """A key of 32 bytes from a passphrase by Argon2id. Raises VaultError OUT_OF_MEMORY."""
    from argon2.exceptions import HashingError
    from argon2.low_level import Type, hash_secret_raw

    try:
        return hash_secret_raw(secret, salt, kdf.time_cost, kdf.memory_kib, kdf.parallelism, KEY_BYTES, Type.ID)
    except HashingError as error:
        raise VaultError(VaultFault.OUT_OF_MEMORY) from error


def _hkdf(code: str, salt: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), KEY_BYTES, salt, b"boa_app herstelcode").derive(code.encode("ascii"))


def _purpose(kind: str) -> bytes:
    return f"boa_app sleutel {VERSION} {kind}".encode()


def _read(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            content = file.read(_MAX_FILE_BYTES + 1)
        if len(content) > _MAX_FILE_BYTES:
            raise VaultError(VaultFault.KEYFILE_DAMAGED)
        document = json.loads(content.decode())
    except FileNotFoundError as error:
        raise VaultError(VaultFault.KEYFILE_MISSING) from error
    except (ValueError, RecursionError) as error:
        raise VaultError(VaultFault.KEYFILE_DAMAGED) from error
    version = document.get("versie") if isinstance(document, dict) else None
    if isinstance(version, int) and version > VERSION:
        raise VaultError(VaultFault.KEYFILE_NEWER, versie=version, kent=VERSION)
    slots = document.get("slots") if version == VERSION else None
    if not isinstance(slots, list) or not all(isinstance(slot, dict) for slot in slots):
        raise VaultError(VaultFault.KEYFILE_DAMAGED)
    return dict(document)


def _write(path: Path, document: dict[str, Any]) -> None:
    write_atomically(path, json.dumps(document, ensure_ascii=False, indent=1).encode())


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")


def _bytes(value: str, length: int) -> bytes:
    try:
        decoded = base64.b64decode(value, validate=True)
    except binascii.Error as error:
        raise ValueError("base64") from error
    if len(decoded) != length:
        raise ValueError("length")
    return decoded
