"""What is carried by hand instead of over the line: a device's unsent work to the centre, and the answer back.

    heen = "BOAU" (4) + version (1) + length of the letter (4) + letter (zstd JSON) + photos one after another
           + signature (64) of the device over all before it
    terug = "BOAU" (4) + version (1) + length + letter

Pure: sealing and signing are done by whoever holds the keys (vault.zegel). Everything read from a file is bounded
before it is unpacked, and has exactly this shape or is refused.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from boa_app.domain.errors import UserError
from boa_app.sync.protocol import Antwoord, Beginblad, Blad, BonAntwoord, Push, Stand

MAGIC = b"BOAU"
VERSION = 1
SUFFIX, ANSWER_SUFFIX = ".boaz", ".boaz-antwoord"
PURPOSE_USB, PURPOSE_OUTBOX, PURPOSE_ANSWER = "usb heen", "uitgaand", "usb terug"
# Photos that do not fit go with the next file; an answer that does not fit leaves its last pages for the next one.
MAX_LETTER_BYTES = 64 * 1024 * 1024
MAX_PHOTO_BYTES = 60 * 1024 * 1024
MAX_FOTOS = 2000
MAX_ORDERS = 1000
_LENGTH_BYTES, _SIGNATURE_BYTES = 4, 64
_HEAD_BYTES = len(MAGIC) + 1 + _LENGTH_BYTES
_WINDOW_LOG = 23


@dataclass(frozen=True, slots=True)
class FotoDeel:
    """A sealed photo in the file. uid: of its record; sha256: of the bytes; bytes: how many."""

    uid: str
    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Heen:
    """The letter of a device. nr: uuid7 of this file. cursor: None when it needs a first state. opgeschoond: nr of
    the purge orders that were carried out."""

    nr: str
    centrale: str
    device: str
    account: str
    gemaakt_op: str
    pushes: tuple[Push, ...]
    fotos: tuple[FotoDeel, ...] = ()
    cursor: int | None = None
    epoch: int = 0
    opgeschoond: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Terug:
    """The letter of the centre, to one device. nr: of the file it answers. fotos: sha256 of what it holds now of those
    that were sent. na: the cursor from which the pages follow; begin: a first state instead, whole or absent. bon: what
    the centre counts, for what it took of this file and what is on the pages. rest: there is more than fitted.
    opgeschoond: the centre knows that these orders were carried out."""

    nr: str
    centrale: str
    device: str
    nu: str
    antwoorden: tuple[Antwoord, ...]
    fotos: tuple[str, ...]
    stand: Stand
    na: int | None
    begin: tuple[Beginblad, ...] = ()
    bladen: tuple[Blad, ...] = ()
    bon: BonAntwoord | None = None
    rest: bool = False
    opgeschoond: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pak:
    """A package of a device that was read. ondertekend, handtekening: to be checked with the key of that device before
    anything in it is believed. foto: bytes by sha256, which they were checked against."""

    brief: Heen
    foto: Mapping[str, bytes]
    ondertekend: bytes
    handtekening: str


_T = TypeVar("_T")


def pack_heen(brief: Heen, foto: Mapping[str, bytes], sign: Callable[[bytes], str]) -> bytes:
    """The package of a device. foto: the bytes of each photo the letter names. sign: gives the signature, hex."""
    body = _framed(brief) + b"".join(foto[part.sha256] for part in brief.fotos)
    return body + bytes.fromhex(sign(_signed(body)))


def unpack_heen(package: bytes) -> Pak:
    """Raises UserError usb_beschadigd, usb_nieuwer(versie, kent), usb_te_groot."""
    body, signature = package[:-_SIGNATURE_BYTES], package[-_SIGNATURE_BYTES:]
    brief, at = _letter(body, Heen)
    many = len(brief.fotos) > MAX_FOTOS or len(brief.opgeschoond) > MAX_ORDERS
    if many or any(part.bytes < 0 for part in brief.fotos):
        raise UserError("usb_beschadigd")
    foto: dict[str, bytes] = {}
    for part in brief.fotos:
        content = body[at : at + part.bytes]
        at += part.bytes
        if hashlib.sha256(content).hexdigest() != part.sha256:
            raise UserError("usb_beschadigd")
        foto[part.sha256] = content
    if at != len(body):
        raise UserError("usb_beschadigd")
    return Pak(brief, foto, _signed(body), signature.hex())


def pack_terug(brief: Terug) -> bytes:
    """The answer of the centre."""
    return _framed(brief)


def unpack_terug(package: bytes) -> Terug:
    """Raises UserError usb_beschadigd, usb_nieuwer(versie, kent), usb_te_groot."""
    brief, at = _letter(package, Terug)
    if at != len(package):
        raise UserError("usb_beschadigd")
    return brief


def size_of(push: Push) -> int:
    """How many bytes a push takes in a letter before it is packed."""
    import msgspec

    return len(msgspec.json.encode(push))


def _signed(body: bytes) -> bytes:
    # A device signs other things too: nothing it signed elsewhere may pass for a package.
    return b"boa_app pak 1\n" + body


def _framed(brief: Heen | Terug) -> bytes:
    import msgspec
    import zstandard

    letter = zstandard.ZstdCompressor().compress(msgspec.json.encode(brief))
    return MAGIC + bytes([VERSION]) + len(letter).to_bytes(_LENGTH_BYTES, "big") + letter


def _letter(body: bytes, kind: type[_T]) -> tuple[_T, int]:
    """The letter and where it ends."""
    import msgspec

    if len(body) < _HEAD_BYTES or not body.startswith(MAGIC):
        raise UserError("usb_beschadigd")
    if body[len(MAGIC)] > VERSION:
        raise UserError("usb_nieuwer", versie=body[len(MAGIC)], kent=VERSION)
    end = _HEAD_BYTES + int.from_bytes(body[len(MAGIC) + 1 : _HEAD_BYTES], "big")
    if end > len(body):
        raise UserError("usb_beschadigd")
    try:
        return msgspec.json.decode(inflate(body[_HEAD_BYTES:end], MAX_LETTER_BYTES), type=kind), end
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise UserError("usb_beschadigd") from error


def inflate(packed: bytes, limit_bytes: int) -> bytes:
    """Unpack zstd, never more than a limit. Raises UserError usb_te_groot, usb_beschadigd."""
    import zstandard

    reader = zstandard.ZstdDecompressor(max_window_size=1 << _WINDOW_LOG).stream_reader(packed)
    try:
        content = reader.read(limit_bytes + 1)
        if len(content) > limit_bytes:
            raise UserError("usb_te_groot", max_mb=limit_bytes >> 20)
    except zstandard.ZstdError as error:
        raise UserError("usb_beschadigd") from error
    return content
