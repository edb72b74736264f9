"""Opening an encrypted file: the one module that imports sqlcipher3 and, only after it, sqlite_utils.

sqlite_utils takes ``pysqlite3`` when there is one. Without this alias it would import the standard library's sqlite3,
whose exception classes are others, and its handling of a missing column would miss every error
of an encrypted connection.
"""

from __future__ import annotations

import re
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

import sqlcipher3
import sqlcipher3.dbapi2

sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = sqlcipher3.dbapi2

# It also imports pandas when that happens to be installed, for tables made from its types: half a second, for nothing
# we use. None makes the import fail as if it were not there. Only pandas: another thread may be importing numpy now.
_PANDAS = "pandas"
_HIDES_PANDAS = _PANDAS not in sys.modules
if _HIDES_PANDAS:
    sys.modules[_PANDAS] = None  # type: ignore[assignment]

from sqlite_utils import Database, Migrations  # noqa: E402 - only after the alias

if _HIDES_PANDAS:
    del sys.modules[_PANDAS]

DatabaseError: Final[Any] = sqlcipher3.dbapi2.DatabaseError
IntegrityError: Final[Any] = sqlcipher3.dbapi2.IntegrityError
OperationalError: Final[Any] = sqlcipher3.dbapi2.OperationalError

__all__ = [
    "Database",
    "DatabaseError",
    "IntegrityError",
    "Migrations",
    "OperationalError",
    "open_database",
]

_KEY = re.compile("[0-9a-f]{64}")
# A scan of cold pages costs twice that of a plain file; cached pages cost nothing extra.
_WRITER_CACHE_KIB = 65536
_READER_CACHE_KIB = 32768
# fullfsync: on macOS a plain fsync leaves the data in the cache of the drive; elsewhere it does nothing.
_DURABLE = ("synchronous = FULL", "fullfsync = ON", "checkpoint_fullfsync = ON", "wal_autocheckpoint = 0")
_COMMON = ("busy_timeout = 5000", "foreign_keys = ON", "temp_store = MEMORY", "trusted_schema = OFF")


def open_database(path: Path, key_hex: str, *, read_only: bool = False, check_same_thread: bool = True) -> Database:
    """One connection without implicit transactions: every write runs between BEGIN and COMMIT of the caller.

    read_only: the connection cannot write, and closing it never moves the WAL into the file.
    Raises DatabaseError; its ``sqlite_errorcode`` is 26 (NOTADB) when the key does not fit or the file is damaged.
    """
    # PRAGMA key cannot be bound, so only checked hexadecimal goes in.
    if not _KEY.fullmatch(key_hex):
        raise ValueError("key_hex")
    with ExitStack() as stack:
        connection = _connect(path, read_only, check_same_thread)
        stack.callback(connection.close)
        # Before the key: what the cipher has to say about a wrong key is no output of ours.
        connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
        connection.execute(f"PRAGMA key = \"x'{key_hex}'\"").fetchall()
        for pragma in _pragmas(read_only):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
        stack.pop_all()
    return Database(connection, execute_plugins=False)


def _connect(path: Path, read_only: bool, check_same_thread: bool) -> Any:  # noqa: ANN401 - sqlcipher3 has no types
    uri = path.absolute().as_uri() + ("?mode=ro" if read_only else "?mode=rwc")
    return sqlcipher3.dbapi2.connect(
        uri, uri=True, isolation_level=None, check_same_thread=check_same_thread, cached_statements=256
    )


def _pragmas(read_only: bool) -> tuple[str, ...]:
    if read_only:
        return (*_COMMON, f"cache_size = -{_READER_CACHE_KIB}", "query_only = ON")
    # Checkpoints are made by the writer when it is idle, so that no save waits for one.
    return (*_COMMON, f"cache_size = -{_WRITER_CACHE_KIB}", "journal_mode = WAL", *_DURABLE)
