"""Waiting and looking, for the walk: events run until something is true; pictures are kept and looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from boa_app.ui.map.view import MapView

SIZES = ((1440, 900), (1280, 800), (1280, 720), (1024, 768), (640, 400))
REFERENCE = (1280, 800)
PATIENCE_MS = 30_000
STEP_MS = 20
SETTLE_MS = 150
# A map page draws in its own process; a picture taken sooner shows the size it had before.
MAP_SETTLE_MS = 400
MAP_SHARE = 0.2
MAP_SIDE = 100


class WalkFailed(Exception):
    """A step did not do what it should."""


def wait_until(what: str, is_true: Callable[[], bool]) -> None:
    """Let the program run until it is so. Raises WalkFailed after half a minute."""
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not is_true():
        if deadline.hasExpired():
            raise WalkFailed(what)
        QTest.qWait(STEP_MS)


def drawn_share(picture: QImage, rect: QRect) -> float:
    """Which part of a rectangle is not its most common colour: 0 for an empty map, a third or more for a town."""
    ratio = picture.devicePixelRatio()
    found = Counter(
        picture.pixel(int(x * ratio), int(y * ratio))
        for x in range(rect.left(), rect.right(), 4)
        for y in range(rect.top(), rect.bottom(), 4)
    )
    total = sum(found.values())
    return 1 - found.most_common(1)[0][1] / total if total else 0.0


class Camera:
    """Takes numbered pictures of one window in one theme."""

    def __init__(self, window: QWidget, folder: Path, theme: str, *, every_size: bool) -> None:
        self._window, self._folder, self._theme = window, folder, theme
        self._every_size = every_size
        self._number = 0

    def take(self, name: str) -> None:
        """Keep a picture of the window as it is, at one size or at all."""
        self._number += 1
        sizes = SIZES if self._every_size else (REFERENCE,)
        for width, height in sizes:
            self._window.resize(width, height)
            QTest.qWait(SETTLE_MS)
            self._wait_for_maps(name)
            size = f"-{width}x{height}" if self._every_size else ""
            path = self._folder / f"{self._number:02d}-{name}-{self._theme}{size}.png"
            if not self._window.grab().save(str(path)):
                raise WalkFailed(f"cannot write {path}")
        if self._every_size:
            self._window.resize(*REFERENCE)
            QTest.qWait(SETTLE_MS)

    def _wait_for_maps(self, name: str) -> None:
        """A map draws a moment after its place in the window changed."""
        for view in self._window.findChildren(MapView):
            seen = self._seen(view)
            if view.isVisible() and view.is_ready and min(seen.width(), seen.height()) >= MAP_SIDE:
                QTest.qWait(MAP_SETTLE_MS)
                self.wait_for_map(view, name)

    def wait_for_map(self, view: QWidget, name: str) -> None:
        """Wait until a picture of the window really shows the town on a map, not only what lies on it."""
        wait_until(f"the map of {name} stays empty", lambda: self._drawn(view) >= MAP_SHARE)

    def _drawn(self, view: QWidget) -> float:
        return drawn_share(self._window.grab().toImage(), self._seen(view))

    def _seen(self, view: QWidget) -> QRect:
        """The part of a widget inside every widget that holds it, in window coordinates."""
        seen = QRect(view.mapTo(self._window, QPoint(0, 0)), view.size())
        holder = view.parentWidget()
        while holder is not None:
            seen &= QRect(holder.mapTo(self._window, QPoint(0, 0)), holder.size())
            holder = None if holder is self._window else holder.parentWidget()
        return seen
