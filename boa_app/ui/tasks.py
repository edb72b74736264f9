"""All work that is not painting: commands one after the other, queries in a small pool, results on the GUI thread.

    page ── command(work) ──> serial thread ── commit ──> queued ──> on_done(Done) and data_changed(Changes)
         ├─ query(work) ────> pool of two ──────────────> queued ──> on_result(value)
         ├─ long(work) ─────> a thread of its own ──────> queued ──> on_result(value)
         └─ line(work) ─────> one more, for the network > queued ──> on_result(value)

A known problem (BoaError) goes to on_error; anything else is a bug: recorded without contents, told by `bug_found`, and
on_error gets code `programmafout` so that a page never keeps waiting.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from boa_app.domain.errors import BoaError
from boa_app.usecases.bug_log import record_bug
from boa_app.usecases.changes import Changes, Done

T = TypeVar("T")
BUG_CODE = "programmafout"
_QUERY_THREADS = 2


class Task(Generic[T]):
    """One piece of work under way. Its outcome reaches nobody once it is cancelled or its owner is gone."""

    def __init__(
        self, on_result: Callable[[T], None], on_error: Callable[[BoaError], None], owner: QObject, *, is_command: bool
    ) -> None:
        self.on_result, self.on_error = on_result, on_error
        self.is_command = is_command
        self._owner = owner
        self._cancelled = False
        self.future: Future[None] | None = None

    def cancel(self) -> None:
        """Want the outcome no longer. A command that already runs still commits and still tells what changed."""
        self._cancelled = True
        if self.future is not None:
            self.future.cancel()

    @property
    def is_cancelled(self) -> bool:
        """True after cancel; long work asks this between its steps."""
        return self._cancelled

    def is_wanted(self) -> bool:
        """True while somebody waits for the outcome. GUI thread only."""
        return not self._cancelled and isValid(self._owner)


@dataclass(frozen=True, slots=True)
class _Outcome:
    task: Task[Any]
    value: object = None
    error: BoaError | None = None
    is_bug: bool = False


class Tasks(QObject):
    """Runs commands and queries and brings their outcome back to the GUI thread.

    Signals:
        data_changed(Changes): a command committed; emitted before its on_done.
        busy_changed(bool): the first command started waiting, or the last one ended.
        bug_found(str): an unknown error; the text is where the record of it stands.
    """

    data_changed = Signal(object)
    busy_changed = Signal(bool)
    bug_found = Signal(str)
    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._commands = ThreadPoolExecutor(1, thread_name_prefix="opdracht")
        self._queries = ThreadPoolExecutor(_QUERY_THREADS, thread_name_prefix="vraag")
        self._minutes = ThreadPoolExecutor(1, thread_name_prefix="lang")
        self._network = ThreadPoolExecutor(1, thread_name_prefix="lijn")
        self._open: set[Task[Any]] = set()
        self._closed = False
        self._after_commit: Callable[[Changes], None] | None = None
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def set_after_commit(self, hook: Callable[[Changes], None] | None) -> None:
        """Run this on the command thread after each commit, before anybody hears of it: keeps derived data equal."""
        self._after_commit = hook

    def command(
        self,
        work: Callable[[], Done],
        on_done: Callable[[Done], None],
        on_error: Callable[[BoaError], None],
        owner: QObject,
    ) -> Task[Done]:
        """Change data on the serial thread."""
        return self._start(Task(on_done, on_error, owner, is_command=True), work)

    def query(
        self,
        work: Callable[[], T],
        on_result: Callable[[T], None],
        on_error: Callable[[BoaError], None],
        owner: QObject,
    ) -> Task[T]:
        """Read on a thread of the pool."""
        return self._start(Task(on_result, on_error, owner, is_command=False), work)

    def long(
        self,
        work: Callable[[Task[T]], T],
        on_result: Callable[[T], None],
        on_error: Callable[[BoaError], None],
        owner: QObject,
    ) -> Task[T]:
        """Work of minutes: neither a save nor a list waits for it. It gets its own task, and looks between its steps
        whether that is cancelled: at locking the store closes only after the work has brought itself to an end."""
        task = Task(on_result, on_error, owner, is_command=False)
        return self._start(task, lambda: work(task), self._minutes)

    def line(
        self,
        work: Callable[[Task[T]], T],
        on_result: Callable[[T], None],
        on_error: Callable[[BoaError], None],
        owner: QObject,
    ) -> Task[T]:
        """Work that waits for the network: neither an import nor a list stands behind a line that hangs. It looks
        whether its task is cancelled, also while it waits."""
        task = Task(on_result, on_error, owner, is_command=False)
        return self._start(task, lambda: work(task), self._network)

    def serial(
        self,
        work: Callable[[], T],
        on_result: Callable[[T], None],
        on_error: Callable[[BoaError], None],
        owner: QObject,
    ) -> Task[T]:
        """Open or close the store: on the serial thread, so after every command given before it."""
        return self._start(Task(on_result, on_error, owner, is_command=True), work)

    def cancel_queries(self) -> None:
        """Want no answer of any query any more."""
        for task in self._open:
            if not task.is_command:
                task.cancel()

    def wait_for_queries(self) -> None:
        """Block until no query runs; any thread. After cancel_queries, before the store they read is closed."""
        wait([task.future for task in list(self._open) if not task.is_command and task.future is not None])

    @property
    def is_busy(self) -> bool:
        """True while a command waits or runs."""
        return any(task.is_command for task in self._open)

    def close(self) -> None:
        """Finish every command, drop every query, end the threads. Idempotent."""
        self._closed = True
        self.cancel_queries()
        self._commands.shutdown(wait=True)
        self._queries.shutdown(wait=True, cancel_futures=True)
        self._minutes.shutdown(wait=True, cancel_futures=True)
        self._network.shutdown(wait=True, cancel_futures=True)
        self._open.clear()

    def _start(self, task: Task[T], work: Callable[[], T], threads: ThreadPoolExecutor | None = None) -> Task[T]:
        if self._closed:
            task.cancel()
            return task
        was_busy = self.is_busy
        self._open.add(task)
        pool = threads or (self._commands if task.is_command else self._queries)
        task.future = pool.submit(self._run, task, work)
        # A query cancelled in the queue never reaches _run, so it tells its end here.
        task.future.add_done_callback(lambda future: self._ended.emit(_Outcome(task)) if future.cancelled() else None)
        if task.is_command and not was_busy:
            self.busy_changed.emit(True)
        return task

    def _run(self, task: Task[T], work: Callable[[], T]) -> None:
        try:
            value = work()
            if isinstance(value, Done) and task.is_command and self._after_commit is not None:
                self._after_commit(value.changes)
            outcome = _Outcome(task, value)
        except BoaError as error:
            outcome = _Outcome(task, error=error)
        except Exception as error:  # noqa: BLE001 - the one place on a worker thread where a bug ends up
            where = "" if task.is_cancelled else str(record_bug(error))
            outcome = _Outcome(task, error=BoaError(BUG_CODE, logboek=where), is_bug=not task.is_cancelled)
        self._ended.emit(outcome)

    def _on_ended(self, outcome: _Outcome) -> None:
        task = outcome.task
        if task not in self._open:
            return
        self._open.discard(task)
        if isinstance(outcome.value, Done) and task.is_command:
            self.data_changed.emit(outcome.value.changes)
        if task.is_command and not self.is_busy:
            self.busy_changed.emit(False)
        if outcome.is_bug and outcome.error is not None:
            self.bug_found.emit(str(outcome.error.fields["logboek"]))
        if not task.is_wanted():
            return
        if outcome.error is not None:
            task.on_error(outcome.error)
        else:
            task.on_result(outcome.value)
