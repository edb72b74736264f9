from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from boa_app.store.backup import FOLDER_NAME, list_backups, make_backup, purge_backups
from boa_app.vault.sqlcipher import DatabaseError, open_database
from tests.store.samples import START

KEY = "ab" * 32


def test_a_backup_is_whole_encrypted_and_under_the_same_key(tmp_path: Path) -> None:
    db = open_database(tmp_path / "boa.db", KEY)
    db.execute("CREATE TABLE t (a)")
    db.execute("INSERT INTO t VALUES ('geheime tekst')")
    (tmp_path / FOLDER_NAME).mkdir()
    (tmp_path / FOLDER_NAME / "boa-v1-20261120T204200Z.nieuw").write_bytes(b"half")
    copy = make_backup(db, tmp_path, 1, START)
    db.close()
    assert list_backups(tmp_path) == [copy]
    assert b"geheim" not in copy.read_bytes()
    with pytest.raises(DatabaseError):
        open_database(copy, "cd" * 32, read_only=True)
    opened = open_database(copy, KEY)
    assert opened.execute("SELECT a FROM t").fetchall() == [("geheime tekst",)]
    opened.close()


def test_backups_go_after_35_days_and_halves_at_once(tmp_path: Path) -> None:
    folder = tmp_path / FOLDER_NAME
    assert purge_backups(tmp_path, START) == 0
    folder.mkdir()
    for name in (
        "boa-v1-20261016T204159Z.db",
        "boa-v1-20261016T204201Z.db",
        "boa-v2-20261016T204201Z.nieuw",
        "boa-vx.db",
    ):
        (folder / name).touch()
    assert purge_backups(tmp_path, START) == 2
    assert [path.name for path in list_backups(tmp_path)] == ["boa-v1-20261016T204201Z.db", "boa-vx.db"]
    assert purge_backups(tmp_path, START + timedelta(seconds=2)) == 1
