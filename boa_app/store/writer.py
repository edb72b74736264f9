"""The one writer thread: it owns the only connection that writes and runs each piece of work as one transaction.

    write(work) ──► queue, interactive before background ──► BEGIN IMMEDIATE, work, COMMIT (fsync) ──► Future

When nothing waits it seals what was saved into the outbox, indexes it, and moves the WAL into the file, so that no save
waits for any of these.
"""

from __future__ import annotations

import itertools
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from boa_app.domain.audit import GENESIS
from boa_app.domain.errors import EnvironmentProblem
from boa_app.domain.ids import uuid7
from boa_app.domain.moments import Clock
from boa_app.store import klok, opruimen, sync_stand, sync_uit, uitgaand, zoekindex
from boa_app.store.problems import from_database_error
from boa_app.store.session import Reader, StoreMeta, Writer
from boa_app.sync.clock import Hlc
from boa_app.vault.sqlcipher import Database, DatabaseError

T = TypeVar("T")
INTERACTIVE, BACKGROUND, LAST = 0, 1, 2
_IDLE_S = 0.2
# A checkpoint copies pages and flushes twice: worth it from 2 MB on in idle moments, needed at 8 MB.
_IDLE_FRAMES, _MOST_FRAMES, _TOO_MANY_FRAMES = 500, 2000, 4000
_LOOK_EVERY = 32
# Broken off, rewriting the file is not tried again at once: somebody is at work.
_SHRINK_EVERY_S = 60.0
_Job = Callable[[], None]


class WriterThread:
    """Runs work in order of priority, then of arrival.

    db: may be used by another thread than the one that opened it; from here on only by this thread.
    """

    def __init__(self, db: Database, folder: Path, meta: StoreMeta, clock: Clock) -> None:
        self._db = db
        self._folder = folder
        self._clock = clock
        self._meta = meta
        # Accounts this store had while it was open: whoever still works in the name of one works for the one of now.
        self._renamed: dict[str, str] = {}
        self.session_id = uuid7(clock())
        self._last_hlc = _find_last_hlc(db)
        self._audit_end = _find_audit_end(db)
        self._queue: queue.PriorityQueue[tuple[int, int, _Job | None]] = queue.PriorityQueue()
        self._order = itertools.count()
        self._accepting = True
        self._shrinking, self._shrink_from = False, 0.0
        self._gate = threading.Lock()
        self._thread = threading.Thread(target=self._run, name="boa-store-writer", daemon=True)
        self._thread.start()

    def submit(
        self, work: Callable[[Writer], T], priority: int = INTERACTIVE, actor: tuple[str, str] | None = None,
        committed: Callable[[], None] | None = None,
    ) -> Future[T]:  # fmt: skip
        """Queue work. committed: called on this thread right after the commit, before any other work.

        Raises EnvironmentProblem opslag_gesloten after close.
        """
        future: Future[T] = Future()

        def job() -> None:
            if not future.set_running_or_notify_cancel():
                return
            with _IntoFuture(future):
                result = self._transact(work, actor)
                if committed is not None:
                    committed()
                future.set_result(result)

        with self._gate:
            if not self._accepting:
                raise EnvironmentProblem("opslag_gesloten")
            self._queue.put((priority, next(self._order), job))
            if self._shrinking:
                # Under the gate: the rewriting cannot end in between, and this would break off something else.
                self._db.conn.interrupt()
        return future

    def use_meta(self, meta: StoreMeta) -> None:
        """From the next work on the store belongs to this account; only on this thread, right after that commit."""
        if meta.account != self._meta.account:
            self._renamed = {**dict.fromkeys(self._renamed, meta.account), self._meta.account: meta.account}
        self._meta = meta

    def in_writer_thread(self) -> bool:
        """Whether the caller is a piece of work itself: waiting for another one would wait for ever."""
        return threading.current_thread() is self._thread

    def close(self) -> None:
        """Finish what is queued, then close the connection. Idempotent."""
        with self._gate:
            if self._accepting:
                self._accepting = False
                self._queue.put((LAST, next(self._order), None))
                if self._shrinking:
                    self._db.conn.interrupt()
        self._thread.join()

    def _run(self) -> None:
        to_tidy, saves = True, itertools.count(1)
        while True:
            try:
                priority, _, job = self._queue.get(timeout=_IDLE_S if to_tidy else None)
            except queue.Empty:
                # One piece at a time: somebody may come while it runs.
                to_tidy = self._seal() or self._index() or self._count()
                if not to_tidy:
                    self._checkpoint(_IDLE_FRAMES)
                    self._shrink()
                continue
            if job is None:
                break
            job()
            to_tidy = True
            if priority == BACKGROUND or next(saves) % _LOOK_EVERY == 0:
                # Who waits goes first, unless the WAL grew so much that moving it later would take longer still.
                self._checkpoint(_TOO_MANY_FRAMES if self._is_awaited() else _MOST_FRAMES)
        self._seal()
        self._index()
        self._db.close()

    def _seal(self) -> bool:
        """Seal some of what is unsent; gives whether there may be more. A failure is no loss, the store has it."""
        try:
            if not sync_stand.is_enrolled(Reader(self._db)):
                return False
            return self._transact(lambda w: uitgaand.seal_step(w, self._folder), None)
        except (EnvironmentProblem, DatabaseError):
            return False

    def _index(self) -> bool:
        """Index some of what was saved; gives whether there may be more. A failure is no loss, the tail stays."""
        try:
            return self._transact(zoekindex.index_tail, None) > 0
        except (EnvironmentProblem, DatabaseError):
            return False

    def _count(self) -> bool:
        """Count some of what is unsent, so that nobody waits for it; gives whether there may be more."""
        try:
            return self._transact(sync_uit.count_on, None) > 0
        except (EnvironmentProblem, DatabaseError):
            return False

    def _shrink(self) -> None:
        """Rewrite the file without the free pages that still hold what had to go. Who comes meanwhile breaks it off;
        it is then tried again at a later idle moment."""
        try:
            if time.monotonic() < self._shrink_from or not opruimen.must_shrink(Reader(self._db)):
                return
            self._shrink_from = time.monotonic() + _SHRINK_EVERY_S
            with self._gate:
                self._shrinking = self._queue.empty()
            if self._shrinking:
                self._db.execute("VACUUM")
                self._transact(opruimen.shrunk, None)
        except (EnvironmentProblem, DatabaseError):
            return
        finally:
            with self._gate:
                self._shrinking = False

    def _checkpoint(self, from_frames: int) -> None:
        """Move the WAL into the file when it holds that many frames; a failure is no loss, the WAL stays valid."""
        try:
            _, logged, moved = self._db.conn.execute("PRAGMA wal_checkpoint(NOOP)").fetchone()
            if logged - moved < from_frames:
                return
            self._index()
            self._db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
        except DatabaseError:
            return

    def _transact(self, work: Callable[[Writer], T], actor: tuple[str, str] | None) -> T:
        committed = False
        try:
            writer = self._begin(actor)
            result = work(writer)
            if writer.changes_logged and not writer.audit_lines:
                raise RuntimeError("a change without an audit line")
            self._db.conn.execute("COMMIT")
            committed = True
        except DatabaseError as error:
            problem = from_database_error(error, self._folder)
            if problem is None:
                raise
            raise problem from error
        finally:
            if not committed:
                self._rollback()
        self._last_hlc = writer.last_hlc
        self._audit_end = (writer.audit_seq, writer.audit_hash)
        return result

    def _begin(self, actor: tuple[str, str] | None) -> Writer:
        self._db.conn.execute("BEGIN IMMEDIATE")
        seq, end_hash = self._audit_end
        if actor is not None and actor[0] in self._renamed:
            actor = (self._renamed[actor[0]], self._meta.rol)
        return Writer(
            self._db, self._clock(), self._meta, self.session_id, self._last_hlc, seq, end_hash, actor,
            self._is_awaited, klok.onthouden(Reader(self._db)),
        )  # fmt: skip

    def _is_awaited(self) -> bool:
        with self._queue.mutex:
            return bool(self._queue.queue) and self._queue.queue[0][0] == INTERACTIVE

    def _rollback(self) -> None:
        # SQLite rolls back by itself after some errors, a full disk among them. The method, unlike the statement, also
        # resets cursors that a traceback keeps alive.
        try:
            self._db.conn.rollback()
        except DatabaseError:
            return


class _IntoFuture:
    """Hands whatever went wrong to the caller, who waits for the Future in another thread."""

    def __init__(self, future: Future[Any]) -> None:
        self._future = future

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> bool:
        if error is not None:
            self._future.set_exception(error)
        return True


def _find_last_hlc(db: Database) -> Hlc | None:
    """The largest clock in the store, so that time never runs backward here; the newest entries hold it, and beside
    them stands the largest that was received."""
    text = db.execute(
        "SELECT max(hlc) FROM (SELECT hlc FROM (SELECT hlc FROM changes ORDER BY seq DESC LIMIT 5000)"
        " UNION ALL SELECT json_extract(waarde, '$') FROM sync_stand WHERE naam = 'hlc')"
    ).fetchone()[0]
    return Hlc.parse(text) if text else None


def _find_audit_end(db: Database) -> tuple[int, str]:
    row = db.execute("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    return (int(row[0]), str(row[1])) if row else (0, GENESIS)
