"""Which kind of street file this is, told by what is in it: names and extensions lie too often."""

from __future__ import annotations

import bz2
import zlib
from enum import StrEnum
from pathlib import Path

from boa_app.domain.errors import UserError
from boa_app.mapdata.netwerk import is_netwerk

# A province of OpenStreetMap stays well below; the whole country is not for this program.
MAX_BYTES = 700 * 1024 * 1024
MAX_JSON_BYTES = 128 * 1024 * 1024
_HEAD_BYTES = 64 * 1024


class Soort(StrEnum):
    """Street files that are known. The OSM values are what osmium calls the format."""

    PBF = "pbf"
    XML = "osm"
    XML_GZ = "osm.gz"
    XML_BZ2 = "osm.bz2"
    O5M = "o5m"
    OVERPASS = "json"
    GEOPACKAGE = "gpkg"
    GEOJSON = "geojson"
    STRATEN = "straten"


OSM_SOORTEN = frozenset({Soort.PBF, Soort.XML, Soort.XML_GZ, Soort.XML_BZ2, Soort.O5M})


def recognise(path: Path) -> Soort:
    """The kind of a street file.

    Raises UserError straten_bestand_ontbreekt, _leeg, _vreemd (bestand), straten_bestand_groot(bestand, max_mb).
    """
    if not path.is_file():
        raise UserError("straten_bestand_ontbreekt", bestand=path.name)
    size = path.stat().st_size
    if not size:
        raise UserError("straten_bestand_leeg", bestand=path.name)
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    kind = _kind(head)
    if kind is None:
        raise UserError("straten_bestand_vreemd", bestand=path.name)
    limit = MAX_JSON_BYTES if kind in (Soort.OVERPASS, Soort.GEOJSON) else MAX_BYTES
    if size > limit:
        raise UserError("straten_bestand_groot", bestand=path.name, max_mb=limit // (1024 * 1024))
    return kind


def _kind(head: bytes) -> Soort | None:
    if is_netwerk(head):
        return Soort.STRATEN
    if head.startswith(b"SQLite format 3\0"):
        return Soort.GEOPACKAGE
    # A PBF file opens with the length of its first header, then the word OSMHeader.
    if b"OSMHeader" in head[4:64]:
        return Soort.PBF
    if head.startswith(b"\xff\xe0\x04o5m2"):
        return Soort.O5M
    if head.startswith(b"\x1f\x8b"):
        return Soort.XML_GZ if _is_osm_xml(_gunzip(head)) else None
    if head.startswith(b"BZh"):
        return Soort.XML_BZ2 if _is_osm_xml(_bunzip(head)) else None
    if _is_osm_xml(head):
        return Soort.XML
    return _json_kind(head.removeprefix(b"\xef\xbb\xbf").lstrip())


def _json_kind(head: bytes) -> Soort | None:
    if not head.startswith(b"{"):
        return None
    if b'"FeatureCollection"' in head:
        return Soort.GEOJSON
    return Soort.OVERPASS if b'"elements"' in head else None


def _is_osm_xml(head: bytes) -> bool:
    return b"<osm" in head[:4096]


def _gunzip(head: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 4096)
    except zlib.error:
        return b""


def _bunzip(head: bytes) -> bytes:
    # The first block of bzip2 holds up to 900 kB and must be there whole: a head that ends before it gives nothing.
    try:
        return bz2.BZ2Decompressor().decompress(head, 4096) or b"<osm"
    except OSError:
        return b""
