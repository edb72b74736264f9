"""Waiting and looking, for the walk: events run until something is true; pictures are kept and looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

SIZES = ((1440, 900), (1280, 800), (1280, 720), (1024, 768), (640, 400))
REFERENCE = (1280, 800)
PATIENCE_MS = 30_000
STEP_MS = 20
SETTLE_MS = 150
MAP_COLOURS = 12


class WalkFailed(Exception):
    """A step did not do what it should."""


def wait_until(what: str, is_true: Callable[[], bool]) -> None:
    """Let the program run until it is so. Raises WalkFailed after half a minute."""
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not is_true():
        if deadline.hasExpired():
            raise WalkFailed(what)
        QTest.qWait(STEP_MS)


def colours_in(picture: QImage, rect: QRect) -> int:
    """How many different colours a grid of points in a part of a picture shows."""
    ratio = picture.devicePixelRatio()
    return len(
        {
            picture.pixel(int(x * ratio), int(y * ratio))
            for x in range(rect.left(), rect.right(), 4)
            for y in range(rect.top(), rect.bottom(), 4)
        }
    )


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
            size = f"-{width}x{height}" if self._every_size else ""
            path = self._folder / f"{self._number:02d}-{name}-{self._theme}{size}.png"
            if not self._window.grab().save(str(path)):
                raise WalkFailed(f"cannot write {path}")
        self._window.resize(*REFERENCE)
        QTest.qWait(SETTLE_MS)

    def wait_for_map(self, view: QWidget, name: str) -> None:
        """Wait until a map really shows something in a picture: streets and water have many colours."""
        wait_until(f"the map of {name} stays empty", lambda: self._map_colours(view) >= MAP_COLOURS)

    def _map_colours(self, view: QWidget) -> int:
        corner = view.mapTo(self._window, QPoint(0, 0))
        return colours_in(self._window.grab().toImage(), QRect(corner, view.size()))
