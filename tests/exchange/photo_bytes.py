"""Photos as cameras, phones and careless people make them, made in memory."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from PIL import Image

SECRET = b"kanarie-in-de-foto"


def corners(width: int = 64, height: int = 48, mode: str = "RGB") -> Image.Image:
    """Red top left, green top right, blue below left, white below right."""
    picture = Image.new("RGB", (width, height), (255, 255, 255))
    w, h = width // 2, height // 2
    for colour, box in (
        ((255, 0, 0), (0, 0, w, h)), ((0, 255, 0), (w, 0, width, h)), ((0, 0, 255), (0, h, w, height)),
    ):  # fmt: skip
        picture.paste(colour, box)
    return picture.convert(mode)


def encoded(picture: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def all_told(picture: Image.Image | None = None, orientation: int = 1) -> bytes:
    """A JPEG with everything a camera and an editor write beside the picture, the secret in each of them."""
    exif = Image.Exif()
    text = SECRET.decode()
    exif[0x0112], exif[0x010E], exif[0x010F] = orientation, text, text
    exif.get_ifd(0x8769).update({0x9003: "2026:11:20 21:42:07", 0x9011: "+01:00", 0x927C: SECRET * 20})
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 1.0, 13.8), 3: "E", 4: (5.0, 2.0, 25.8), 29: "2026:11:20"})
    jpeg = encoded(
        picture or corners(), quality=95, exif=exif, comment=SECRET, icc_profile=b"ICC " + SECRET * 8,
        xmp=b'<x:xmpmeta xmlns:x="adobe:ns:meta/">' + SECRET + b"</x:xmpmeta>",
    )  # fmt: skip
    thumbnail = encoded(Image.new("RGB", (16, 16), (9, 9, 9)), comment=SECRET)
    segments = _segment(0xE2, b"MPF\0" + SECRET) + _segment(0xED, b"Photoshop 3.0\0" + SECRET)
    return jpeg[:2] + segments + _segment(0xEA, thumbnail) + jpeg[2:] + thumbnail + SECRET


def _segment(marker: int, content: bytes) -> bytes:
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(content) + 2) + content


def bomb_png(width: int, height: int) -> bytes:
    """A PNG of one colour: a few hundred kB that want width x height x 3 bytes."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    packer = zlib.compressobj(1)
    row = b"\0" + b"\x40\x50\x60" * width
    body = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
