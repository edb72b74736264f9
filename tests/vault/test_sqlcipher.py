from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2

from boa_app.vault.sqlcipher import Database, DatabaseError, IntegrityError, OperationalError, open_database

KEY = "ab" * 32


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "naam met spatie é.db"


def _pragma(db: Database, name: str) -> object:
    return db.execute(f"PRAGMA {name}").fetchone()[0]


def test_pragmas_of_the_writer(path: Path) -> None:
    db = open_database(path, KEY)
    assert _pragma(db, "journal_mode") == "wal"
    assert (_pragma(db, "synchronous"), _pragma(db, "foreign_keys"), _pragma(db, "wal_autocheckpoint")) == (2, 1, 0)
    db.close()


def test_a_missing_column_is_added_which_needs_the_alias(path: Path) -> None:
    """Without the alias sqlite_utils misses the error of another library and alter=True fails."""
    db = open_database(path, KEY)
    table = db.table("t")
    table.insert({"a": 1})
    table.insert({"a": 2, "b": 3}, alter=True)
    assert [row["b"] for row in table.rows] == [None, 3]
    db.close()


def test_exceptions_are_those_of_sqlcipher(path: Path) -> None:
    db = open_database(path, KEY)
    db.execute("CREATE TABLE t (a PRIMARY KEY)")
    db.execute("INSERT INTO t VALUES (1)")
    with pytest.raises(sqlcipher3.dbapi2.IntegrityError) as caught:
        db.execute("INSERT INTO t VALUES (1)")
    assert isinstance(caught.value, IntegrityError)
    assert not isinstance(caught.value, sqlite3.Error)
    with pytest.raises(OperationalError):
        db.execute("SELECT * FROM er_is_niets")
    db.close()


def test_the_file_is_encrypted(path: Path) -> None:
    db = open_database(path, KEY)
    db.execute("CREATE TABLE geheim_tabel (a)")
    db.execute("INSERT INTO geheim_tabel VALUES ('geheime tekst')")
    db.close()
    content = path.read_bytes()
    assert b"geheim" not in content
    assert b"SQLite format" not in content


def test_a_wrong_key_says_not_a_database_and_prints_nothing(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    db = open_database(path, KEY)
    db.execute("CREATE TABLE t (a)")
    db.close()
    with pytest.raises(DatabaseError) as caught:
        open_database(path, "cd" * 32)
    assert caught.value.sqlite_errorcode == 26
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("key", ["", "AB" * 32, "ab" * 31, 'ab"; DROP TABLE t; --'])
def test_only_checked_hexadecimal_is_a_key(path: Path, key: str) -> None:
    with pytest.raises(ValueError, match="key_hex"):
        open_database(path, key)


def test_a_read_only_connection_cannot_write(path: Path) -> None:
    writer = open_database(path, KEY)
    writer.execute("CREATE TABLE t (a)")
    reader = open_database(path, KEY, read_only=True)
    with pytest.raises(OperationalError):
        reader.execute("INSERT INTO t VALUES (1)")
    reader.close()
    writer.close()


def test_opening_read_only_makes_no_file(path: Path) -> None:
    with pytest.raises(OperationalError):
        open_database(path, KEY, read_only=True)
    assert not path.exists()


def test_closing_a_reader_leaves_the_wal_where_it_is(path: Path) -> None:
    writer = open_database(path, KEY)
    writer.execute("CREATE TABLE t (a)")
    before = path.read_bytes()
    open_database(path, KEY, read_only=True).close()
    assert path.read_bytes() == before
    writer.close()


def test_what_sqlite_utils_would_import_for_itself_stays_importable() -> None:
    code = "import sys, boa_app.vault.sqlcipher; assert 'pandas' not in sys.modules; import pandas"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_numpy_can_be_imported_by_another_thread_meanwhile() -> None:
    code = (
        "import importlib, threading, boa_app\n"
        "names = ('boa_app.vault.sqlcipher', 'numpy')\n"
        "failed = []\n"
        "def load(name):\n"
        "    try:\n"
        "        importlib.import_module(name)\n"
        "    except ImportError as error:\n"
        "        failed.append(error)\n"
        "threads = [threading.Thread(target=load, args=(name,)) for name in names]\n"
        "[thread.start() for thread in threads]\n"
        "[thread.join() for thread in threads]\n"
        "assert not failed, failed\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
