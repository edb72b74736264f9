"""Tiles drawn on demand: the page asks, a pool of two draws, the answer goes back on the GUI thread.

requestStarted ──> answer(job) ──> pool ──> drawn, queued ──> job.reply
                                                 └─ job gone (the map moved on): nobody answers
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Qt, Signal
from PySide6.QtWebEngineCore import QWebEngineUrlRequestJob
from shiboken6 import isValid

from boa_app.ui.map.answers import HOST
from boa_app.usecases.bug_log import record_bug

# z, x, y -> PNG. Runs on a thread of the pool. Raises ValueError for a tile that is none.
Draw = Callable[[int, int, int], bytes]
_PATH = re.compile(r"/([a-z]+)/([0-9]{1,9})/([0-9]{1,2})/([0-9]{1,7})/([0-9]{1,7})\.png")
_THREADS = 2


class TileDesk(QObject):
    """Keeps who draws which tiles, by an address of their own. `failed` counts tiles that were a bug."""

    _drawn = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.failed = 0
        self._numbers = itertools.count(1)
        self._draws: dict[str, Draw] = {}
        self._jobs: dict[int, tuple[QWebEngineUrlRequestJob, Future[bytes]]] = {}
        self._pool: ThreadPoolExecutor | None = None
        self._drawn.connect(self._on_drawn, Qt.ConnectionType.QueuedConnection)

    def put(self, kind: str, draw: Draw) -> str:
        """The address of tiles from now on, with {z}, {x} and {y} to fill in."""
        key = f"{kind}/{next(self._numbers)}"
        self._draws[key] = draw
        return f"boa://{HOST}/{key}/{{z}}/{{x}}/{{y}}.png"

    def drop(self, url: str) -> None:
        """Draw no more for an address; an unknown one is no problem."""
        self._draws.pop("/".join(url.removeprefix(f"boa://{HOST}/").split("/")[:2]), None)

    def answer(self, job: QWebEngineUrlRequestJob, path: str) -> bool:
        """Take a request for a tile. False: the path is no tile."""
        found = _PATH.fullmatch(path)
        if found is None:
            return False
        draw = self._draws.get(f"{found[1]}/{found[2]}")
        if draw is None:
            # A page that moves on may ask once more for what was there before.
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return True
        if self._pool is None:
            self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="tegel")
        number = next(self._numbers)
        future = self._pool.submit(draw, *(int(part) for part in found.groups()[2:]))
        self._jobs[number] = (job, future)
        job.destroyed.connect(lambda: self._forget(number))
        future.add_done_callback(lambda done: self._drawn.emit(number, done))
        return True

    def close(self) -> None:
        """Draw for nobody any more, and end the threads; who waits hears that nothing comes. Idempotent; who puts
        something here later starts them again."""
        self._draws.clear()
        waiting, self._jobs = self._jobs, {}
        for job, future in waiting.values():
            future.cancel()
            if isValid(job):
                # A page that stays would wait for ever.
                job.fail(QWebEngineUrlRequestJob.Error.RequestAborted)
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    @property
    def waiting(self) -> int:
        """How many requests have no answer yet."""
        return len(self._jobs)

    def _forget(self, number: int) -> None:
        _, future = self._jobs.pop(number, (None, None))
        if future is not None:
            future.cancel()

    def _on_drawn(self, number: int, future: Future[bytes]) -> None:
        job, _ = self._jobs.pop(number, (None, None))
        if job is None or not isValid(job) or future.cancelled():
            return
        error = future.exception()
        if error is not None:
            if not isinstance(error, ValueError):
                # The map goes on without this tile; the bug is written down like any other.
                self.failed += 1
                record_bug(error)
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        device = QBuffer(job)
        device.setData(QByteArray(future.result()))
        device.open(QIODevice.OpenModeFlag.ReadOnly)
        job.reply(QByteArray(b"image/png"), device)
