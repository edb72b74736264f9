from __future__ import annotations

import hashlib
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from boa_app.server.fotos import Fotomap

BYTES = b"verzegeld" * 1000
SHA = hashlib.sha256(BYTES).hexdigest()
NOW = datetime(2026, 11, 20, tzinfo=UTC)


def test_a_photo_comes_in_parts_and_gets_its_name_when_it_is_whole(tmp_path: Path) -> None:
    fotos = Fotomap(tmp_path)
    assert fotos.received(SHA) == 0
    fotos.append(SHA, 0, BYTES[:4000])
    assert (fotos.received(SHA), fotos.size_of(SHA)) == (4000, None)
    assert os.name == "nt" or (tmp_path / "blobs").stat().st_mode & 0o777 == 0o700
    fotos.append(SHA, 4000, BYTES[4000:])
    assert fotos.finish(SHA) is True
    assert fotos.path_of(SHA).read_bytes() == BYTES
    assert not fotos.part_of(SHA).exists()
    assert fotos.received(SHA) == len(BYTES)


def test_what_is_not_what_it_should_be_is_thrown_away(tmp_path: Path) -> None:
    fotos = Fotomap(tmp_path)
    fotos.append(SHA, 0, b"iets anders")
    assert fotos.finish(SHA) is False
    assert (fotos.received(SHA), fotos.size_of(SHA)) == (0, None)


def test_writing_at_a_place_forgets_what_came_after_it(tmp_path: Path) -> None:
    fotos = Fotomap(tmp_path)
    fotos.append(SHA, 0, b"0123456789")
    fotos.append(SHA, 4, b"ab")
    assert fotos.part_of(SHA).read_bytes() == b"0123ab"


def test_one_writer_per_photo(tmp_path: Path) -> None:
    fotos = Fotomap(tmp_path)
    with fotos.writing(SHA) as first, fotos.writing(SHA) as second, fotos.writing("b" * 64) as other:
        assert (first, second, other) == (True, False, True)
    with fotos.writing(SHA) as again:
        assert again is True


def test_sweeping_takes_old_parts_and_photos_nobody_knows(tmp_path: Path) -> None:
    fotos = Fotomap(tmp_path)
    assert fotos.sweep(NOW, set()) == 0
    for name, data in ((SHA, BYTES), ("b" * 64, b"half")):
        fotos.append(name, 0, data)
    fotos.finish(SHA)
    age = (NOW - timedelta(days=8)).timestamp()
    os.utime(fotos.part_of("b" * 64), (age, age))
    assert fotos.sweep(NOW) == 1
    assert fotos.size_of(SHA) == len(BYTES)
    assert fotos.sweep(NOW, {SHA}) == 0
    # Its row may have come after the rows were read.
    young = (NOW - timedelta(minutes=30)).timestamp()
    os.utime(fotos.path_of(SHA), (young, young))
    assert fotos.sweep(NOW, set()) == 0
    assert fotos.sweep(NOW + timedelta(hours=1), set()) == 1
    assert fotos.size_of(SHA) is None
    fotos.remove(SHA)
