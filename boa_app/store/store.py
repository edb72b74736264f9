"""The open store: one writer, many readers, each with a connection of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from boa_app.domain.errors import EnvironmentProblem
from boa_app.domain.moments import Clock
from boa_app.store import overname
from boa_app.store.lock import StoreLock
from boa_app.store.problems import from_database_error
from boa_app.store.session import Reader, StoreMeta, Writer
from boa_app.store.writer import BACKGROUND, INTERACTIVE, WriterThread
from boa_app.vault.sqlcipher import Database, DatabaseError, open_database

T = TypeVar("T")
DATABASE_NAME = "boa.db"


class Store:
    """A store that is unlocked and locked to this process.

    folder: where it lives. meta: what it is for. Made by ``opening.open_store`` and ``opening.create_store``, which
    hand over the writing connection and the lock.
    """

    def __init__(
        self, folder: Path, key_hex: str, db: Database, meta: StoreMeta, clock: Clock, lock: StoreLock
    ) -> None:
        self.folder = folder
        self.meta = meta
        self._key_hex = key_hex
        self._lock = lock
        self._writer = WriterThread(db, folder, meta, clock)
        self._readers = _ReaderPool(folder, key_hex)
        self._nested = threading.local()
        # Held by the one round of syncing that may run.
        self.sync_gate = threading.Lock()
        # Held by the one fetching of a kaartpakket.
        self.kaart_gate = threading.Lock()

    @property
    def session_id(self) -> str:
        """A uuid7, fresh at every opening."""
        return self._writer.session_id

    def write(
        self, work: Callable[[Writer], T], *, background: bool = False, actor: tuple[str, str] | None = None
    ) -> Future[T]:
        """Run work in one transaction on the writer thread; the Future is done once the commit is on disk.

        actor: (account, rol) of who acts, the user of the store when None.

        background: let interactive writes go first; for batches of an import, each at most some 50 ms.
        The Future raises what work raises, and EnvironmentProblem when disk or file fail; then nothing of work is kept.
        """
        return self._writer.submit(work, BACKGROUND if background else INTERACTIVE, actor)

    def write_now(self, work: Callable[[Writer], T], actor: tuple[str, str] | None = None) -> T:
        """Like write, waiting for the commit."""
        if self._writer.in_writer_thread():
            raise RuntimeError("a write inside a write")
        return self.write(work, actor=actor).result()

    def adopt_account(
        self, account: str, rol: str, also: Callable[[Writer], object] | None = None,
        gemeente: tuple[str, str] | None = None,
    ) -> None:  # fmt: skip
        """Make account and role those of this store, in one transaction with also. gemeente: code and name, for a
        store in which nothing is yet.

        Whoever still works in the name of the account before writes in that of the new one from here on.
        """
        code, naam = gemeente or (self.meta.gemeente_code, self.meta.gemeente_naam)
        meta = replace(self.meta, account=account, rol=rol, gemeente_code=code, gemeente_naam=naam)

        def work(w: Writer) -> None:
            overname.adopt_account(w, account, rol)
            if gemeente is not None:
                overname.adopt_gemeente(w, code, naam)
            if also is not None:
                also(w)

        def committed() -> None:
            self._writer.use_meta(meta)
            self.meta = meta

        self._writer.submit(work, committed=committed).result()

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """One consistent view, for this thread and this block; a block inside another shares its view.

        Raises EnvironmentProblem: opslag_gesloten, bestand_beschadigd, opslag_fout.
        """
        outer: Reader | None = getattr(self._nested, "reader", None)
        if outer is not None:
            yield outer
            return
        with self._translated(), self._readers.connection() as db:
            db.execute("BEGIN")
            reader = Reader(db)
            self._nested.reader = reader
            try:
                yield reader
            finally:
                self._nested.reader = None
                # Not execute("ROLLBACK"): a cursor somebody still holds would keep the old view open, and this
                # connection would show it to the next reader; this call resets such cursors too.
                db.conn.rollback()

    def close(self) -> None:
        """Finish queued writes, wait for readers, close all connections, free the lock. Idempotent.

        Raises RuntimeError inside a read or a write of this very thread: it would wait for itself.
        """
        if getattr(self._nested, "reader", None) is not None or self._writer.in_writer_thread():
            raise RuntimeError("a close inside a read or a write")
        with ExitStack() as stack:
            stack.callback(self._lock.release)
            stack.callback(self._writer.close)
            # Readers go first: the last connection to close moves the WAL into the file, and only the writer can.
            self._readers.close()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except DatabaseError as error:
            problem = from_database_error(error, self.folder)
            if problem is None:
                raise
            raise problem from error


class _ReaderPool:
    """Read-only connections, each used by one thread at a time and kept for the next."""

    def __init__(self, folder: Path, key_hex: str) -> None:
        self._path = folder / DATABASE_NAME
        self._key_hex = key_hex
        self._changed = threading.Condition()
        self._idle: list[Database] = []
        self._in_use = 0
        self._closed = False

    @contextmanager
    def connection(self) -> Iterator[Database]:
        with self._changed:
            if self._closed:
                raise EnvironmentProblem("opslag_gesloten")
            self._in_use += 1
            db = self._idle.pop() if self._idle else None
        try:
            if db is None:
                db = open_database(self._path, self._key_hex, read_only=True, check_same_thread=False)
            yield db
        finally:
            self._give_back(db)

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._changed.wait_for(lambda: self._in_use == 0)
            while self._idle:
                self._idle.pop().close()

    def _give_back(self, db: Database | None) -> None:
        with self._changed:
            if db is not None:
                self._idle.append(db)
            self._in_use -= 1
            self._changed.notify_all()
