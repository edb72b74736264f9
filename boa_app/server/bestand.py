"""The default back end: one encrypted file. One writer, many readers, other processes beside it.

    writing   one connection, one thread at a time, BEGIN IMMEDIATE: the order of places is the order of commits
    reading   a few read-only connections, each a snapshot for one turn

A kill leaves what was committed: the lock is one of the operating system, the unfinished part of the WAL is ignored.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from boa_app.domain.errors import EnvironmentProblem
from boa_app.server import audit, schema, tabellen_identiteiten
from boa_app.server.backend import Leesbeurt, Schrijfbeurt, Toegang, Wijze
from boa_app.server.bestand_lezen import BestandLeesbeurt
from boa_app.server.bestand_schrijven import BestandSchrijfbeurt
from boa_app.server.db import Db, Row, to_qmark
from boa_app.vault.sqlcipher import DatabaseError, IntegrityError, open_database

_READERS = 6
# After so many pages the WAL goes into the file at the end of a write.
_CHECKPOINT_PAGES = 2000
_BUSY, _LOCKED, _READ_ONLY, _IO, _FULL = 5, 6, 8, 10, 13


class BestandBackend:
    """The file at path, opened with its key and brought to this version. Raises EnvironmentProblem
    centrale_nieuwer(versie, kent), opslag_fout, DatabaseError when key and file do not fit."""

    def __init__(self, path: Path, key_hex: str) -> None:
        self.path = path
        self._key = key_hex
        self._turn = threading.RLock()
        self._mine = threading.local()
        self._free: queue.LifoQueue[Any] = queue.LifoQueue()
        self._slots = threading.BoundedSemaphore(_READERS)
        self._writer = open_database(path, key_hex, check_same_thread=False).conn
        self._writer.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_PAGES:d}").fetchall()
        with self.writing() as connection:
            _migrate(connection)

    def db(self, gemeente_code: str) -> Db:
        """The tables of low volume of one municipality."""
        return BestandDb(self, gemeente_code)

    @contextmanager
    def schrijfbeurt(
        self, gemeente_code: str, toegang: Toegang | None = None, now: datetime | None = None
    ) -> Iterator[Schrijfbeurt]:
        """The one write transaction; a file has nobody to check rows once more."""
        with self.writing() as connection:
            yield BestandSchrijfbeurt(connection, self.db(gemeente_code))

    @contextmanager
    def leesbeurt(
        self, toegang: Toegang, now: datetime, wijze: Wijze = Wijze.TOESTEL, reden: str = ""
    ) -> Iterator[Leesbeurt]:
        """One snapshot for this account."""
        with self.reading() as connection:
            if connection.in_transaction:
                yield BestandLeesbeurt(connection, self.db(toegang.gemeente_code), toegang.account)
                return
            connection.execute("BEGIN")
            try:
                yield BestandLeesbeurt(connection, self.db(toegang.gemeente_code), toegang.account)
            finally:
                connection.execute("ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator[Any]:
        """The writing connection inside a transaction; an inner one joins the outer one of the same thread."""
        if self.is_writing():
            yield self._writer
            return
        with _translated(), self._turn:
            self._writer.execute("BEGIN IMMEDIATE")
            self._mine.writes = True
            try:
                yield self._writer
            except BaseException:
                self._writer.execute("ROLLBACK")
                raise
            else:
                self._writer.execute("COMMIT")
            finally:
                self._mine.writes = False

    def is_writing(self) -> bool:
        """Whether this thread is inside a write transaction."""
        return bool(getattr(self._mine, "writes", False))

    @contextmanager
    def reading(self) -> Iterator[Any]:
        """A read-only connection nobody else uses meanwhile; an inner one of the same thread is the outer one. If each
        took one more, threads would wait for each other for ever."""
        outer = getattr(self._mine, "reader", None)
        if outer is not None:
            yield outer
            return
        with _translated(), self._slots:
            connection = self._take_reader()
            self._mine.reader = connection
            try:
                yield connection
            finally:
                self._mine.reader = None
                self._free.put(connection)

    def _take_reader(self) -> Any:  # noqa: ANN401 - sqlcipher3 has no types
        try:
            return self._free.get_nowait()
        except queue.Empty:
            return open_database(self.path, self._key, read_only=True, check_same_thread=False).conn

    def copy_to(self, target: Path) -> None:
        """A whole, consistent copy under the same key, while the centre works. Raises EnvironmentProblem."""
        with _translated():
            # A connection that may only read cannot write another file either.
            source = open_database(self.path, self._key)
            try:
                source.conn.execute("VACUUM INTO ?", [str(target)])
            finally:
                source.close()

    def close(self) -> None:
        """Move the WAL into the file and let go of all connections. Idempotent."""
        with self._turn:
            while not self._free.empty():
                self._free.get_nowait().close()
            self._writer.close()


class BestandDb:
    """One municipality's tables of low volume in the file."""

    def __init__(self, backend: BestandBackend, gemeente_code: str) -> None:
        self._backend = backend
        self._gemeente_code = gemeente_code

    @property
    def gemeente_code(self) -> str:
        """The first column of every key."""
        return self._gemeente_code

    def execute(self, sql: str, params: Sequence[Any] = ()) -> list[Row]:
        """Run one statement."""
        only_reads = sql.lstrip()[:6].upper() == "SELECT" and not self._backend.is_writing()
        with self._backend.reading() if only_reads else self._backend.writing() as connection:
            cursor = connection.execute(to_qmark(sql), list(params))
            names = [column[0] for column in cursor.description or ()]
            return [dict(zip(names, row, strict=True)) for row in cursor]

    def execute_many(self, sql: str, params: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each set of parameters."""
        with self._backend.writing() as connection:
            connection.executemany(to_qmark(sql), [list(one) for one in params])

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing."""
        return _without_value(self._backend.writing())

    def lock(self, name: str) -> None:
        """Nothing to do: whoever writes holds the whole file."""


@contextmanager
def _without_value(inner: AbstractContextManager[Any]) -> Iterator[None]:
    with inner:
        yield


@contextmanager
def _translated() -> Iterator[None]:
    """What the file could not do, as a problem of the environment; a broken rule of a table stays a bug."""
    try:
        yield
    except IntegrityError:
        raise
    except DatabaseError as error:
        raise _problem(error) from error


def _problem(error: Exception) -> EnvironmentProblem:
    code = int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
    if code in (_BUSY, _LOCKED):
        return EnvironmentProblem("centrale_bezet")
    if code == _FULL:
        return EnvironmentProblem("schijf_vol")
    return EnvironmentProblem("opslag_fout", soort=str(getattr(error, "sqlite_errorname", type(error).__name__)))


def _migrate(connection: Any) -> None:  # noqa: ANN401 - sqlcipher3 has no types
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > schema.VERSIE:
        raise EnvironmentProblem("centrale_nieuwer", versie=version, kent=schema.VERSIE)
    with ExitStack():
        for number, tables in enumerate(schema.STAPPEN[version:], start=version + 1):
            statements = [text for tabel in tables for text in schema.ddl(tabel, postgres=False)]
            if number == 1:
                statements += [*tabellen_identiteiten.TABELLEN, *audit.AUDIT_TABEL, *schema.SQLITE_EXTRA]
            for statement in statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number:d}")
