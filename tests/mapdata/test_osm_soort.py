from __future__ import annotations

import bz2
import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from boa_app.domain.errors import UserError
from boa_app.mapdata import osm_soort
from boa_app.mapdata.netwerk import write_netwerk
from boa_app.mapdata.osm_soort import Soort, recognise
from tests.mapdata.osm_tekst import osm_xml
from tests.mapdata.straatnetten import net

XML = osm_xml({1: (0, 0), 2: (50, 0)}, [(5, (1, 2), {"highway": "path"})]).encode()


@pytest.mark.parametrize(
    ("content", "soort"),
    [
        (XML, Soort.XML),
        (b"\xef\xbb\xbf" + XML, Soort.XML),
        (gzip.compress(XML), Soort.XML_GZ),
        (bz2.compress(XML), Soort.XML_BZ2),
        (b"\x00\x00\x00\x0e\x0a\x09OSMHeader\x18\x20" + bytes(40), Soort.PBF),
        (b"\xff\xe0\x04o5m2" + bytes(40), Soort.O5M),
        (b'{"version": 0.6, "elements": []}', Soort.OVERPASS),
        (b'\n {"type": "FeatureCollection", "features": []}', Soort.GEOJSON),
        (b"SQLite format 3\0" + bytes(200), Soort.GEOPACKAGE),
    ],
)
def test_contents_decide_and_the_name_does_not(tmp_path: Path, content: bytes, soort: Soort) -> None:
    path = tmp_path / "foto.jpg"
    path.write_bytes(content)
    assert recognise(path) is soort


def test_large_bzip2_is_known_by_its_first_block(tmp_path: Path) -> None:
    path = tmp_path / "groot"
    noise = bytes(number * 7919 % 251 for number in range(400_000)).hex().encode()
    path.write_bytes(bz2.compress(XML.replace(b"</osm>", b"<!--" + noise + b"--></osm>")))
    assert recognise(path) is Soort.XML_BZ2


def test_network_of_this_program_is_known(tmp_path: Path) -> None:
    write_netwerk(tmp_path / "a", net([(0, 0), (9, 9)]))
    assert recognise(tmp_path / "a") is Soort.STRATEN
    with closing(sqlite3.connect(tmp_path / "b")) as db:
        db.execute("create table t (x)")
    assert recognise(tmp_path / "b") is Soort.GEOPACKAGE


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "straten_bestand_leeg"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "straten_bestand_vreemd"),
        (b"<?xml version='1.0'?><html></html>", "straten_bestand_vreemd"),
        (gzip.compress(b"gewone tekst"), "straten_bestand_vreemd"),
        (b"\x1f\x8bkapot", "straten_bestand_vreemd"),
        (b"BZh9kapot" * 20, "straten_bestand_vreemd"),
        (b'{"iets": "anders"}', "straten_bestand_vreemd"),
        (b"naam;straat\n1;2\n", "straten_bestand_vreemd"),
    ],
)
def test_other_files_are_refused(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "x.osm.pbf"
    path.write_bytes(content)
    with pytest.raises(UserError) as told:
        recognise(path)
    assert (told.value.code, told.value.fields) == (code, {"bestand": "x.osm.pbf"})


def test_absent_and_huge_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UserError, match="straten_bestand_ontbreekt"):
        recognise(tmp_path)
    (tmp_path / "x").write_bytes(XML)
    monkeypatch.setattr(osm_soort, "MAX_BYTES", 10)
    with pytest.raises(UserError, match="straten_bestand_groot"):
        recognise(tmp_path / "x")
