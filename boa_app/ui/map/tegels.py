"""Tiles on demand: the page asks, a pool of two draws or reads, the answer goes back on the GUI thread.

requestStarted ──> answer(job) ──> pool ──> drawn, queued ──> job.reply
                                                 └─ job gone (the map moved on): nobody answers

Where there is no tile the answer is one all the same, empty or see-through: the page would log a fault for each.
"""

from __future__ import annotations

import base64
import itertools
import re
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Qt, Signal
from PySide6.QtWebEngineCore import QWebEngineUrlRequestJob
from shiboken6 import isValid

from boa_app.domain.errors import BoaError
from boa_app.ui.map.answers import HOST
from boa_app.usecases.bug_log import record_bug

# z, x, y -> content, None: nothing there. Runs on a thread of the pool. Raises ValueError for a tile that is none, and
# what the domain knows as a problem when its file fails.
Draw = Callable[[int, int, int], bytes | None]
PNG = "image/png"
_SEE_THROUGH = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
_PATH = re.compile(r"/([a-z]+)/([0-9]{1,9})/([0-9]{1,2})/([0-9]{1,8})/([0-9]{1,8})\.tegel")
SUFFIX = ".tegel"
_THREADS = 2


class TileDesk(QObject):
    """Keeps who draws which tiles, by an address of their own.

    `failed` counts tiles that were a bug, `unreadable` those whose file failed.
    """

    _drawn = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.failed = self.unreadable = 0
        self._numbers = itertools.count(1)
        self._draws: dict[str, tuple[Draw, str]] = {}
        self._jobs: dict[int, tuple[QWebEngineUrlRequestJob, Future[bytes | None], str]] = {}
        self._pool: ThreadPoolExecutor | None = None
        self._drawn.connect(self._on_drawn, Qt.ConnectionType.QueuedConnection)

    def put(self, kind: str, draw: Draw, mime: str = PNG) -> str:
        """The address of tiles from now on, with {z}, {x} and {y} to fill in. mime: of the contents."""
        key = f"{kind}/{next(self._numbers)}"
        self._draws[key] = (draw, mime)
        return f"boa://{HOST}/{key}/{{z}}/{{x}}/{{y}}{SUFFIX}"

    def drop(self, url: str) -> None:
        """Draw no more for an address; an unknown one is no problem."""
        self._draws.pop("/".join(url.removeprefix(f"boa://{HOST}/").split("/")[:2]), None)

    def answer(self, job: QWebEngineUrlRequestJob, path: str) -> bool:
        """Take a request for a tile. False: the path is no tile."""
        found = _PATH.fullmatch(path)
        if found is None:
            return False
        known = self._draws.get(f"{found[1]}/{found[2]}")
        if known is None:
            # A page that moves on may ask once more for what was there before.
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return True
        if self._pool is None:
            self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="tegel")
        draw, mime = known
        number = next(self._numbers)
        future = self._pool.submit(draw, *(int(part) for part in found.groups()[2:]))
        self._jobs[number] = (job, future, mime)
        job.destroyed.connect(lambda: self._forget(number))
        future.add_done_callback(lambda done: self._drawn.emit(number, done))
        return True

    def close(self) -> None:
        """Draw for nobody any more, and end the threads; who waits hears that nothing comes. Idempotent; who puts
        something here later starts them again."""
        self._draws.clear()
        waiting, self._jobs = self._jobs, {}
        for job, future, _ in waiting.values():
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
        _, future, _ = self._jobs.pop(number, (None, None, ""))
        if future is not None:
            future.cancel()

    def _on_drawn(self, number: int, future: Future[bytes | None]) -> None:
        job, _, mime = self._jobs.pop(number, (None, None, ""))
        if job is None or not isValid(job) or future.cancelled():
            return
        error = future.exception()
        if error is not None:
            # The map goes on without this tile.
            if isinstance(error, BoaError):
                self.unreadable += 1
            elif not isinstance(error, ValueError):
                self.failed += 1
                record_bug(error)
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        content = future.result()
        if content is None:
            content, mime = (_SEE_THROUGH, PNG) if mime.startswith("image/") else (b"", mime)
        device = QBuffer(job)
        device.setData(QByteArray(content))
        device.open(QIODevice.OpenModeFlag.ReadOnly)
        job.setAdditionalResponseHeaders({QByteArray(b"Access-Control-Allow-Origin"): QByteArray(b"boa://map")})
        job.reply(QByteArray(mime.encode("ascii")), device)
