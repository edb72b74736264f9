"""What the steps of the walk have in common: one open window, a hand on mouse and keyboard, a camera."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from boa_app.ui.frame.page import Page
from boa_app.ui.shell import Shell
from boa_app.ui.walk_camera import Camera, WalkFailed, wait_until
from boa_app.ui.widgets.buttons import Corner
from boa_app.ui.window import MainWindow

P = TypeVar("P", bound=Page)
RAIL = ("vandaag", "kaart", "rondes")
HAND_MS = 150


def touch(widget: QWidget, at: QPoint | None = None) -> None:
    """A click with the left button, in the middle unless told otherwise."""
    if isinstance(widget, Corner):
        wait_until("the corner did not come to rest", lambda: widget.is_settled)
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())


def drag(widget: QWidget, begin: QPoint, end: QPoint) -> None:
    """Press, move in a few steps, let go."""
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=begin)
    for part in range(1, 6):
        QTest.mouseMove(widget, begin + (end - begin) * (part / 5))
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=end)


def drop(widget: QWidget, path: Path) -> None:
    """Let go of a file over a widget, as a file manager does. Raises WalkFailed when it is not welcome."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    at = widget.rect().center()
    enter = QDragEnterEvent(at, copy, data, left, none)
    enter.ignore()
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        raise WalkFailed(f"{path.name} may not be dropped")
    QApplication.sendEvent(widget, QDropEvent(QPointF(at), copy, data, left, none))


class Steps:
    """The open window and how a step works in it."""

    def __init__(self, window: MainWindow, camera: Camera) -> None:
        self._window, self._camera = window, camera

    @property
    def _shell(self) -> Shell:
        if self._window.shell is None:
            raise WalkFailed("there is no open session")
        return self._window.shell

    def _page(self, key: str, kind: type[P]) -> P:
        page = self._shell.real_page(key)
        if not isinstance(page, kind):
            raise WalkFailed(f"page {key} is not a {kind.__name__}")
        return page

    def _go(self, key: str) -> None:
        touch(self._shell.rail.items()[RAIL.index(key)])
        self._wait_for_page(key)

    def _wait_for_page(self, key: str) -> None:
        wait_until(f"{key} did not open", lambda: self._shell.current_key == key)

    def _press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key for the window. Under a virtual screen there is no window manager that keeps it active, and a map that
        is made anew takes the keyboard away once more: hence asking until it is there."""

        def is_active() -> bool:
            if not self._window.isActiveWindow():
                self._window.activateWindow()
            return self._window.isActiveWindow()

        wait_until("the window did not get the keyboard", is_active)
        QTest.keyClick(self._shell, key, modifier)
