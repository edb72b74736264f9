"""A kaartpakket as one signed file: what people hand over, and what the centre gives its devices.

    "BOAK" (4) + version (1) + length of the header (4) + header (JSON) + signature (64) + the files one after another

The header names every file with its size and SHA-256 and the key that signed; the signature covers all before it. It
stands before the files, so that nobody has to read two gigabytes to hear that a file is not to be trusted. Names are
those of DELEN and nothing else: a file of this kind can never write outside the folder it is unpacked in.
Pure: signing and checking are done by whoever holds the keys (vault.zegel). A file is read in pieces, never whole.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from types import MappingProxyType
from typing import BinaryIO

from boa_app.domain.errors import UserError
from boa_app.domain.moments import from_iso

MAGIC = b"BOAK"
VERSION = 1
SUFFIX = ".boakaart"
MANIFEST = "manifest.json"
_MIB, _GIB = 1024**2, 1024**3
# Everything a kaartpakket can hold, with the most bytes of each.
DELEN: Mapping[str, int] = MappingProxyType({
    MANIFEST: 4 * _MIB,
    "omtrek.geojson": 256 * _MIB,
    "wijken.geojson": 256 * _MIB,
    "buurten.geojson": 256 * _MIB,
    "straten.geojson": 256 * _MIB,
    "netwerk.straten": 2 * _GIB,
    "adressen.sqlite": 4 * _GIB,
    "vlakken.geojson": 256 * _MIB,
    "plekken.geojson": 256 * _MIB,
    "gebieden.geojson": 256 * _MIB,
    "basiskaart.mbtiles": 8 * _GIB,
    "basiskaart.pmtiles": 8 * _GIB,
})  # fmt: skip
MAX_BYTES = 16 * _GIB
MAX_KOP_BYTES = 64 * 1024
MAX_TEKST = 120
CHUNK = 1024 * 1024
_LENGTH_BYTES, _SIGNATURE_BYTES = 4, 64
_HEAD_BYTES = len(MAGIC) + 1 + _LENGTH_BYTES
_HEX = re.compile("[0-9a-f]{64}")
_GROUP, _GROUPS = 4, 8

Sign = Callable[[bytes], str]
Verify = Callable[[str, bytes, str], bool]


@dataclass(frozen=True, slots=True)
class Kaartdeel:
    """One file of the kaartpakket. naam: a key of DELEN."""

    naam: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Kaartinhoud:
    """The header. gemaakt_op: of the kaartpakket, ISO UTC. maker: who packed it, in words; nothing but words.
    ondertekenaar: public Ed25519 key, hex. delen: the manifest first."""

    naam: str
    gemeente_code: str
    gemaakt_op: str
    maker: str
    ondertekenaar: str
    delen: tuple[Kaartdeel, ...]
    voorbeeld: bool = False


@dataclass(frozen=True, slots=True)
class Kaartkop:
    """A header whose signature was checked. id: SHA-256 of all the signature covers, so of every byte of the file.
    lengte: where the files begin."""

    inhoud: Kaartinhoud
    id: str
    lengte: int

    @property
    def bytes(self) -> int:
        """The size of the whole file."""
        return self.lengte + sum(deel.bytes for deel in self.inhoud.delen)


def pack_kop(inhoud: Kaartinhoud, sign: Sign) -> bytes:
    """The beginning of a file, up to where its files follow in the order of delen.

    Raises ValueError for what no reader would take: that is a bug of the packer.
    """
    import msgspec

    if not _is_sound(inhoud):
        raise ValueError("header")
    # Bounded by its own fields: far below MAX_KOP_BYTES.
    text = msgspec.json.encode(inhoud)
    head = MAGIC + bytes([VERSION]) + len(text).to_bytes(_LENGTH_BYTES, "big") + text
    return head + bytes.fromhex(sign(_signed(head)))


def read_kop(source: BinaryIO, verify: Verify) -> Kaartkop:
    """The header of a file read from its beginning; afterwards the source stands at the first of its files.

    Who signed is told by it, not whether he is to be trusted. Raises UserError kaartbestand_vreemd,
    kaartbestand_nieuwer(versie, kent), kaartbestand_beschadigd, kaartbestand_onleesbaar.
    """
    start = _read(source, _HEAD_BYTES)
    if len(start) < _HEAD_BYTES or not start.startswith(MAGIC):
        raise UserError("kaartbestand_vreemd")
    version = start[len(MAGIC)]
    if version > VERSION:
        raise UserError("kaartbestand_nieuwer", versie=version, kent=VERSION)
    length = int.from_bytes(start[len(MAGIC) + 1 :], "big")
    if version != VERSION or length > MAX_KOP_BYTES:
        raise UserError("kaartbestand_beschadigd")
    text, signature = _read(source, length), _read(source, _SIGNATURE_BYTES)
    inhoud, head = _parse(text), start + text
    if len(text) != length or inhoud is None or not verify(inhoud.ondertekenaar, _signed(head), signature.hex()):
        raise UserError("kaartbestand_beschadigd")
    return Kaartkop(inhoud, hashlib.sha256(head).hexdigest(), len(head) + len(signature))


def copy_delen(
    source: BinaryIO, kop: Kaartkop, target: Callable[[Kaartdeel], AbstractContextManager[BinaryIO]],
    told: Callable[[int], None],
) -> None:  # fmt: skip
    """Copy every file behind a header, each checked against its sum before its target is closed without an error.

    told: hears after each piece how many bytes of all files were copied; what it raises ends the copying. Raises
    UserError kaartbestand_beschadigd for a changed byte, one too few or one too many, kaartbestand_onleesbaar; OSError
    of the target.
    """
    copied = 0
    for deel in kop.inhoud.delen:
        digest, left = hashlib.sha256(), deel.bytes
        with target(deel) as file:
            while left:
                chunk = _read(source, min(CHUNK, left))
                if not chunk:
                    raise UserError("kaartbestand_beschadigd")
                digest.update(chunk)
                file.write(chunk)
                left -= len(chunk)
                copied += len(chunk)
                told(copied)
            if digest.hexdigest() != deel.sha256:
                raise UserError("kaartbestand_beschadigd")
    if _read(source, 1):
        raise UserError("kaartbestand_beschadigd")


def vingerafdruk(sleutel: str) -> str:
    """What two people read to each other to know that they mean the same key: 128 bits in eight groups."""
    text = hashlib.sha256(b"boa_app maker " + sleutel.encode()).hexdigest()
    return " ".join(text[start : start + _GROUP] for start in range(0, _GROUP * _GROUPS, _GROUP))


def is_vingerafdruk(given: str, sleutel: str) -> bool:
    """Whether somebody typed the vingerafdruk of this key, with whatever case and spaces."""
    return "".join(given.split()).casefold() == vingerafdruk(sleutel).replace(" ", "")


def _signed(head: bytes) -> bytes:
    # The same key signs other things too: nothing it signed elsewhere may pass for a kaartbestand.
    return b"boa_app kaartbestand 1\n" + head


def _read(source: BinaryIO, count: int) -> bytes:
    try:
        return source.read(count)
    except OSError as error:
        raise UserError("kaartbestand_onleesbaar") from error


def _parse(text: bytes) -> Kaartinhoud | None:
    import msgspec

    try:
        inhoud = msgspec.json.decode(text, type=Kaartinhoud)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    return inhoud if _is_sound(inhoud) else None


def _is_sound(inhoud: Kaartinhoud) -> bool:
    namen = [deel.naam for deel in inhoud.delen]
    if namen[:1] != [MANIFEST] or len(namen) < 2 or len(set(namen)) != len(namen):
        return False
    if sum(deel.bytes for deel in inhoud.delen) > MAX_BYTES or not all(map(_is_deel, inhoud.delen)):
        return False
    if not all(map(_is_line, (inhoud.naam, inhoud.gemeente_code, inhoud.maker))):
        return False
    return _is_moment(inhoud.gemaakt_op) and _HEX.fullmatch(inhoud.ondertekenaar) is not None


def _is_deel(deel: Kaartdeel) -> bool:
    return 0 < deel.bytes <= DELEN.get(deel.naam, 0) and _HEX.fullmatch(deel.sha256) is not None


def _is_line(text: str) -> bool:
    # It is shown to people: no control characters, no text that runs on.
    return len(text) <= MAX_TEKST and text.isprintable()


def _is_moment(text: str) -> bool:
    try:
        from_iso(text)
    except ValueError:
        return False
    return len(text) <= MAX_TEKST
