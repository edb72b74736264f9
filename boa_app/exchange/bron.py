"""A source file before anyone reads its rows: size, hash, encoding, and bounds against files that only look small.

The whole file passes once, in pieces; that gives the encoding for sure instead of from its first lines.
"""

from __future__ import annotations

import codecs
import gzip
import hashlib
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, TextIO, cast

from boa_app.domain.errors import UserError
from boa_app.exchange.werkblad import check_bounds

MAX_BYTES = 1024 * 1024 * 1024
MAX_RATIO = 200
RATIO_FROM_BYTES = 64 * 1024 * 1024
MAX_LINE_BYTES = 1024 * 1024
_PIECE = 1024 * 1024
_GZIP = b"\x1f\x8b"
_NOT_TEXT = {b"%PDF": "pdf", b"SQLi": "gpkg", b"\xff\xd8\xff\xe0": "jpg", b"\x89PNG": "png", b"7z\xbc\xaf": "7z"}
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class Vorm(StrEnum):
    """What a file is. WERKMAP: a spreadsheet. SIGNALEN: the zip of Signalen."""

    TEKST = "tekst"
    WERKMAP = "werkmap"
    SIGNALEN = "signalen"


@dataclass(frozen=True, slots=True)
class Bronbestand:
    """What is known of a source. size: bytes after unpacking. encoding: a Python codec. sha256: of the packed file."""

    path: Path
    size: int
    sha256: str
    encoding: str
    packed: bool
    vorm: Vorm = Vorm.TEKST

    @property
    def naam(self) -> str:
        """The file's name as text; on Linux a name may hold bytes that are none."""
        return readable_name(self.path)


def readable_name(path: Path) -> str:
    """A file name that can be stored and shown."""
    return path.name.encode("utf-8", "replace").decode("utf-8")


def inspect_source(path: Path) -> Bronbestand:
    """Look a whole file through without keeping it.

    Raises UserError bestand_ontbreekt, bestand_onleesbaar, bestand_te_groot(max_mb), regel_te_lang(max_kb),
    bestandssoort_onbekend(soort), bestand_leeg, werkmap_te_groot(max_mb), zip_onbekend; all with bestand.
    """
    if not path.is_file():
        raise UserError("bestand_ontbreekt", bestand=readable_name(path))
    with _readable(path):
        sha256 = _hash_of(path)
        packed = _first_bytes(path, 2) == _GZIP
        with _open_bytes(path, packed) as stream:
            start = stream.read(4)
        if start in (_ZIP, _OLE):
            return _inspect_binary(path, sha256, start)
        if start in _NOT_TEXT:
            raise UserError("bestandssoort_onbekend", bestand=readable_name(path), soort=_NOT_TEXT[start])
        if not start:
            raise UserError("bestand_leeg", bestand=readable_name(path))
        size, encoding = _look_through(path, packed)
    return Bronbestand(path, size, sha256, encoding, packed)


def _inspect_binary(path: Path, sha256: str, start: bytes) -> Bronbestand:
    naam, vorm = readable_name(path), Vorm.WERKMAP
    if start == _ZIP:
        if not zipfile.is_zipfile(path):
            raise UserError("bestand_onleesbaar", bestand=naam)
        if is_signalen(path):
            vorm = Vorm.SIGNALEN
            _check_unpacked(path)
        elif not _is_workbook(path):
            raise UserError("zip_onbekend", bestand=naam)
    if vorm is Vorm.WERKMAP:
        check_bounds(path, naam)
    return Bronbestand(path, max(path.stat().st_size, 1), sha256, "utf-8", packed=False, vorm=vorm)


def _check_unpacked(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        size = sum(part.file_size for part in archive.infolist())
    if size > MAX_BYTES or (size > RATIO_FROM_BYTES and size > MAX_RATIO * max(path.stat().st_size, 1)):
        raise UserError("bestand_te_groot", bestand=readable_name(path), max_mb=MAX_BYTES // 1024 // 1024)


def _is_workbook(path: Path) -> bool:
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
    return bool({"xl/workbook.xml", "xl/workbook.bin", "content.xml"} & names)


def is_signalen(path: Path) -> bool:
    """Whether a zip is an export of Signalen."""
    with zipfile.ZipFile(path) as archive:
        names = {name.rsplit("/", 1)[-1].lower() for name in archive.namelist()}
    return {"signals.csv", "locations.csv"} <= names


@contextmanager
def open_source(bron: Bronbestand) -> Iterator[tuple[TextIO, Callable[[], int]]]:
    """The text of a source, line ends untouched for the csv module, and a function that gives the bytes read so far."""
    with _readable(bron.path), _open_bytes(bron.path, bron.packed) as stream:
        counted = _Counted(stream)
        buffered = io.BufferedReader(counted, _PIECE)
        with io.TextIOWrapper(buffered, encoding=bron.encoding, errors="replace", newline="") as text:
            yield text, lambda: counted.count


class _Counted(io.RawIOBase):
    """Passes bytes on and counts them: a text stream that is being iterated no longer tells where it is."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self.count += len(data)
        return len(data)


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile) as error:
        raise UserError("bestand_onleesbaar", bestand=readable_name(path)) from error


def _open_bytes(path: Path, packed: bool) -> BinaryIO:
    return cast("BinaryIO", gzip.open(path, "rb")) if packed else path.open("rb")


def _first_bytes(path: Path, count: int) -> bytes:
    with path.open("rb") as file:
        return file.read(count)


def _hash_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _look_through(path: Path, packed: bool) -> tuple[int, str]:
    compressed = max(path.stat().st_size, 1)
    with _open_bytes(path, packed) as stream:
        first = stream.read(_PIECE)
        marked = _encoding_by_mark(first)
        decoder = codecs.getincrementaldecoder("utf-8")()
        size, line, is_utf8, piece = 0, 0, True, first
        while piece:
            size += len(piece)
            if size > MAX_BYTES or (packed and size > RATIO_FROM_BYTES and size > MAX_RATIO * compressed):
                raise UserError("bestand_te_groot", bestand=readable_name(path), max_mb=MAX_BYTES // 1024 // 1024)
            line = _longest_open_line(piece, line, path)
            if is_utf8 and not marked:
                is_utf8 = _decodes(decoder, piece)
            piece = stream.read(_PIECE)
        if is_utf8 and not marked:
            is_utf8 = _decodes(decoder, b"", final=True)
    return size, marked or ("utf-8" if is_utf8 else "cp1252")


def _encoding_by_mark(first: bytes) -> str:
    for mark, encoding in _MARKS:
        if first.startswith(mark):
            return encoding
    sample = first[:4000]
    # Western text in UTF-16 has a zero in every second byte; no other text has zeros at all.
    if len(sample) >= 8 and sample[1::2].count(0) > 0.4 * len(sample) / 2:
        return "utf-16-le"
    if len(sample) >= 8 and sample[0::2].count(0) > 0.4 * len(sample) / 2:
        return "utf-16-be"
    return ""


def _decodes(decoder: codecs.IncrementalDecoder, piece: bytes, *, final: bool = False) -> bool:
    try:
        decoder.decode(piece, final)
    except UnicodeDecodeError:
        return False
    return True


def _longest_open_line(piece: bytes, open_before: int, path: Path) -> int:
    """How long the line is that the piece ends in; refuses a line no table has, before a reader would swallow it."""
    parts = piece.split(b"\n")
    longest = max(open_before + len(parts[0]), *map(len, parts))
    if longest > MAX_LINE_BYTES and b"\r" not in piece:
        raise UserError("regel_te_lang", bestand=readable_name(path), max_kb=MAX_LINE_BYTES // 1024)
    return len(parts[-1]) + (open_before if len(parts) == 1 else 0)
