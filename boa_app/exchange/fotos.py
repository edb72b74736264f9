"""Photos in: a file of a camera becomes upright pixels without anything that was written beside them, and a small JPEG.

file, bytes ─> header: kind, size ─> decode (a JPEG at a fraction, HEIF apart) ─> strips: colours, smaller ─> upright
Werkfoto + strokes ─> blocks of one colour ─> JPEG of bare pixels, thumbnail

Nothing here touches the disk but to read the file. What the encoder gets are pixels only, so that EXIF, GPS, XMP, ICC,
comments, maker notes and embedded thumbnails have no way through.
"""

from __future__ import annotations

import io
import math
import struct
import threading
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from boa_app.domain.errors import UserError
from boa_app.domain.foto import CEL_PX, MAX_ZIJDE_PX, MINIATUUR_PX, Cel, Werkfoto
from boa_app.domain.moments import from_iso, local_zone
from boa_app.exchange.heif import lees_apart

if TYPE_CHECKING:
    from PIL import Image

MAX_BYTES = 60_000_000
MEGA = 1_000_000
# A baseline JPEG is decoded at a fraction of its size; the others take memory for every pixel they have, twice in WebP.
MAX_MEGAPIXELS = {"JPEG": 100, "PNG": 50, "HEIF": 50, "WEBP": 25}
MAX_MEGAPIXELS_PROGRESSIVE = 50
MAX_SIDE = 65_535
QUALITY, QUALITY_SMALL = 85, 80
# The ink of the program: no colour of a street, so that a covered part is seen as covered.
COVER = (16, 34, 44)
_STRIP_ROWS = 64
_HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1")
_ORIENTATION, _EXIF_IFD, _GPS_IFD, _TAKEN, _TAKEN_OFFSET = 0x0112, 0x8769, 0x8825, 0x9003, 0x9011
# What Pillow raises for bytes that are no picture: it depends on where the damage lies.
_BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    EOFError,
    RuntimeError,
    struct.error,
)
# One photo at a time: each takes up to some hundred MB while it is read.
_one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True)
class Opslagfoto:
    """What is stored of a photo: two JPEG files of bare pixels. breedte, hoogte: of the large one."""

    jpeg: bytes
    miniatuur: bytes
    breedte: int
    hoogte: int


def lees_foto(bron: Path | bytes, naam: str = "") -> Werkfoto:
    """A photo of a file or of the clipboard: its first frame, upright, at most MAX_ZIJDE_PX long.

    naam: what to call it in an error, the name of the file by itself. Raises UserError bestand_ontbreekt(bestand),
    bestand_onleesbaar(bestand), bestand_leeg(bestand), foto_bestand_te_groot(bestand, max_mb),
    foto_soort_onbekend(bestand), foto_heif_niet_leesbaar(bestand), foto_te_veel_pixels(bestand, max_mp),
    foto_onleesbaar(bestand).
    """
    name = naam or (bron.name if isinstance(bron, Path) else "foto")
    with _one_at_a_time, _opened(bron, name) as file:
        kind = _kind_of(file.read(32), name)
        file.seek(0)
        if kind == "HEIF":
            check_heif(name)
            return lees_apart(file.read(), name)
        return decode(file, kind, name)


def maak_opslagfoto(foto: Werkfoto, bedekt: frozenset[Cel]) -> Opslagfoto:
    """The photo as it is stored: the covered cells replaced by one colour, in the large picture and so in the small."""
    from PIL import Image

    picture = Image.frombytes("RGB", (foto.breedte, foto.hoogte), foto.rgb)
    for column, row in bedekt:
        left, top = column * CEL_PX, row * CEL_PX
        box = (left, top, min(left + CEL_PX, foto.breedte), min(top + CEL_PX, foto.hoogte))
        picture.paste(COVER, box)
    small = picture.copy()
    small.thumbnail((MINIATUUR_PX, MINIATUUR_PX), Image.Resampling.LANCZOS)
    return Opslagfoto(_encode(picture, QUALITY), _encode(small, QUALITY_SMALL), foto.breedte, foto.hoogte)


def _encode(picture: Image.Image, quality: int) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality)
    return out.getvalue()


@contextmanager
def _opened(bron: Path | bytes, name: str) -> Iterator[BinaryIO]:
    if isinstance(bron, bytes):
        _check_length(len(bron), name)
        yield io.BytesIO(bron)
        return
    try:
        # Opening a pipe would wait for ever, and a folder is no photo.
        if bron.exists() and not bron.is_file():
            raise UserError("foto_soort_onbekend", bestand=name)
        file = bron.open("rb")
    except FileNotFoundError as error:
        raise UserError("bestand_ontbreekt", bestand=name) from error
    except (OSError, ValueError) as error:
        raise UserError("bestand_onleesbaar", bestand=name) from error
    with file:
        _check_length(bron.stat().st_size, name)
        yield file


def _check_length(length: int, name: str) -> None:
    if length == 0:
        raise UserError("bestand_leeg", bestand=name)
    if length > MAX_BYTES:
        raise UserError("foto_bestand_te_groot", bestand=name, max_mb=MAX_BYTES // MEGA)


def _kind_of(head: bytes, name: str) -> str:
    """JPEG, PNG, WEBP or HEIF by the first bytes; the name of a file says nothing."""
    if head.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "WEBP"
    if head[4:8] == b"ftyp" and head[8:12] in _HEIF_BRANDS:
        return "HEIF"
    raise UserError("foto_soort_onbekend", bestand=name)


def decode(file: BinaryIO, kind: str, name: str) -> Werkfoto:
    """The photo of an open file of a known kind, in this process. Raises UserError as lees_foto."""
    from PIL import Image

    if kind == "HEIF":
        check_heif(name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            # Its own guard warns at one size and refuses at another; the size is judged below, before decoding.
            with Image.open(file, formats=(kind,)) as opened:
                _check_size(opened, kind, name)
                return _decode(opened)
    except Image.DecompressionBombError as error:
        raise UserError("foto_te_veel_pixels", bestand=name, max_mp=MAX_MEGAPIXELS[kind]) from error
    except (*_BROKEN, MemoryError) as error:
        raise UserError("foto_onleesbaar", bestand=name) from error


def check_heif(name: str) -> None:
    """Make HEIF known to Pillow. Raises UserError foto_heif_niet_leesbaar(bestand) when that part is missing."""
    try:
        import pi_heif  # type: ignore[import-untyped]
    except ImportError as error:
        raise UserError("foto_heif_niet_leesbaar", bestand=name) from error
    pi_heif.register_heif_opener(thumbnails=False, decode_threads=2)


def _check_size(opened: Image.Image, kind: str, name: str) -> None:
    most = MAX_MEGAPIXELS_PROGRESSIVE if opened.info.get("progressive") else MAX_MEGAPIXELS[kind]
    if max(opened.size) > MAX_SIDE or opened.width * opened.height > most * MEGA:
        raise UserError("foto_te_veel_pixels", bestand=name, max_mp=most)


def _decode(opened: Image.Image) -> Werkfoto:
    longest = max(opened.size)
    if longest > MAX_ZIJDE_PX:
        wanted = tuple(max(1, side * MAX_ZIJDE_PX // longest) for side in opened.size)
        opened.draft("RGB", (wanted[0], wanted[1]))
    opened.load()
    orientation, taken, place = _told(opened)
    picture = _turned(_smaller(opened), orientation)
    return Werkfoto(picture.tobytes(), picture.width, picture.height, taken, place)


def _smaller(opened: Image.Image) -> Image.Image:
    """As RGB on white and at most MAX_ZIJDE_PX long; strip by strip, so that no second picture of full size is made."""
    from PIL import Image

    longest = max(opened.size)
    factor = max(1, longest // MAX_ZIJDE_PX)
    size = (math.ceil(opened.width / factor), math.ceil(opened.height / factor))
    small = Image.new("RGB", size)
    rows = _STRIP_ROWS * factor
    for top in range(0, opened.height, rows):
        strip = _to_rgb(opened.crop((0, top, opened.width, min(top + rows, opened.height))), opened.info)
        small.paste(strip.reduce(factor) if factor > 1 else strip, (0, top // factor))
    if max(small.size) > MAX_ZIJDE_PX:
        small.thumbnail((MAX_ZIJDE_PX, MAX_ZIJDE_PX), Image.Resampling.LANCZOS)
    return small


def _to_rgb(strip: Image.Image, info: Mapping[Any, Any]) -> Image.Image:
    from PIL import Image

    if strip.mode.startswith("I"):
        # Sixteen bits of grey, whatever the order of the bytes: a plain conversion would clip nearly all to white.
        return strip.convert("I").point(lambda value: value * (1 / 256)).convert("L").convert("RGB")
    if strip.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in info:
        if "transparency" in info:
            strip.info["transparency"] = info["transparency"]
        layered = strip.convert("RGBA")
        white = Image.new("RGB", strip.size, (255, 255, 255))
        white.paste(layered, mask=layered.getchannel("A"))
        return white
    return strip.convert("RGB")


def _turned(picture: Image.Image, orientation: int) -> Image.Image:
    from PIL import Image

    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }  # fmt: skip
    return picture.transpose(turns[orientation]) if orientation in turns else picture


def _told(opened: Image.Image) -> tuple[int, datetime | None, tuple[float, float] | None]:
    """How the camera was held, when and where, as far as the file says so in a way that can be read."""
    try:
        exif = opened.getexif()
        orientation = exif.get(_ORIENTATION, 1)
        inner, gps = exif.get_ifd(_EXIF_IFD), exif.get_ifd(_GPS_IFD)
    except _BROKEN:
        return 1, None, None
    return (orientation if isinstance(orientation, int) else 1), _taken(inner), _place(gps)


def _taken(exif: dict[int, Any]) -> datetime | None:
    """The moment of taking, aware UTC; without an offset the clock of the camera is taken to be Dutch."""
    try:
        text, offset = str(exif[_TAKEN]).strip("\0 "), str(exif.get(_TAKEN_OFFSET, "")).strip("\0 ")
        moment = datetime.strptime(text, "%Y:%m:%d %H:%M:%S").replace(tzinfo=local_zone())
        if offset:
            moment = from_iso(moment.replace(tzinfo=None).isoformat() + offset)
        return moment.astimezone(UTC) if moment.year >= 1990 else None
    except (KeyError, ValueError, OverflowError):
        return None


def _place(gps: dict[int, Any]) -> tuple[float, float] | None:
    """(lon, lat) in degrees WGS84, None when there is none or it is zero."""
    try:
        lat, lon = _degrees(gps[2], gps[1], "S"), _degrees(gps[4], gps[3], "W")
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return None
    if (lon, lat) == (0, 0) or not (abs(lon) <= 180 and abs(lat) <= 90):
        return None
    return lon, lat


def _degrees(parts: Any, side: Any, negative: str) -> float:  # noqa: ANN401 - whatever stands in the file
    degrees, minutes, seconds = (float(part) for part in parts)
    value = degrees + minutes / 60 + seconds / 3600
    if not math.isfinite(value):
        raise ValueError("no position")
    return -value if str(side).strip("\0 ").upper() == negative else value
