from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from boa_app.vault.files import rename_durably, sync_file, sync_folder, write_atomically


def test_content_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "sleutel.json"
    write_atomically(path, b"oud en langer")
    write_atomically(path, b"nieuw")
    assert path.read_bytes() == b"nieuw"
    assert [entry.name for entry in tmp_path.iterdir()] == ["sleutel.json"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits")
def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    write_atomically(tmp_path / "f", b"")
    assert stat.S_IMODE((tmp_path / "f").stat().st_mode) == 0o600


def test_a_failed_write_leaves_the_old_content(tmp_path: Path) -> None:
    path = tmp_path / "f"
    write_atomically(path, b"oud")
    (tmp_path / "f.nieuw").mkdir()
    with pytest.raises(OSError):
        write_atomically(path, b"nieuw")
    assert path.read_bytes() == b"oud"


def test_rename_and_sync(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    sync_file(tmp_path / "a")
    rename_durably(tmp_path / "a", tmp_path / "b")
    sync_folder(tmp_path)
    assert (tmp_path / "b").read_bytes() == b"x"
