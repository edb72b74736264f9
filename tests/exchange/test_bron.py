"""A source before reading: encodings, hash, and files that only look small."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from boa_app.domain.errors import UserError
from boa_app.exchange import bron
from boa_app.exchange.bron import inspect_source, open_source

TEXT = "datum;plaats\r\n1-1-2026;'t Café\r\n"


def _write(folder: Path, data: bytes, name: str = "a.csv") -> Path:
    (folder / name).write_bytes(data)
    return folder / name


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("packed", [False, True])
def test_finds_the_encoding(tmp_path: Path, encoding: str, packed: bool) -> None:
    data = TEXT.encode(encoding)
    found = inspect_source(_write(tmp_path, gzip.compress(data) if packed else data))
    assert found.size == len(data)
    assert found.packed is packed
    with open_source(found) as (text, progress):
        assert text.read() == TEXT
        assert progress() == len(data)


def test_encoding_is_known_for_the_whole_file(tmp_path: Path) -> None:
    plain = b"a;b\r\n" * 500_000
    assert inspect_source(_write(tmp_path, plain + "é".encode("cp1252"))).encoding == "cp1252"
    assert inspect_source(_write(tmp_path, plain + "é".encode())).encoding == "utf-8"
    assert inspect_source(_write(tmp_path, plain + b"\xc3")).encoding == "cp1252"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "bestand_leeg"),
        (b"PK\x03\x04rest", "bestand_onleesbaar"),
        (b"%PDF-1.7", "bestandssoort_onbekend"),
        (b"\x1f\x8bbroken", "bestand_onleesbaar"),
        (gzip.compress(b"a" * 5000)[:-12], "bestand_onleesbaar"),
        (b"a" * (bron.MAX_LINE_BYTES + 10), "regel_te_lang"),
        (b"a\n" + b"a" * (2 * bron.MAX_LINE_BYTES + 10), "regel_te_lang"),
    ],
)
def test_refuses(tmp_path: Path, data: bytes, code: str) -> None:
    with pytest.raises(UserError) as caught:
        inspect_source(_write(tmp_path, data))
    assert caught.value.code == code
    assert caught.value.fields["bestand"] == "a.csv"


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        inspect_source(tmp_path / "weg.csv")
    assert caught.value.code == "bestand_ontbreekt"


def test_packed_bomb_is_refused_long_before_the_end(tmp_path: Path) -> None:
    path = tmp_path / "bom.csv.gz"
    with gzip.open(path, "wb", compresslevel=9) as file:
        for _ in range(100):
            file.write(b"0,0,0,0\n" * 131_072)
    with pytest.raises(UserError) as caught:
        inspect_source(path)
    assert caught.value.code == "bestand_te_groot"


def test_size_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bron, "MAX_BYTES", 100)
    with pytest.raises(UserError) as caught:
        inspect_source(_write(tmp_path, b"a;b\n" * 100))
    assert caught.value.code == "bestand_te_groot"
