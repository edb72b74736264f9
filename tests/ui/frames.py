"""A page in a real frame, shown, and taken away in the order that maps need."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from boa_app.ui.context import UiContext
from boa_app.ui.frame.main_frame import MainFrame
from boa_app.ui.frame.page import Page
from boa_app.ui.map.view import MapView

FIVE_SIZES = ((1440, 900), (1280, 800), (1280, 720), (1024, 768), (640, 400))


@contextmanager
def framed(qtbot: QtBot, ui: UiContext, page: Page) -> Iterator[MainFrame]:
    """The page in front of a frame of the reference size."""
    window = MainFrame(ui.themes)
    window.set_example(is_example=True)
    window.add_page("pagina", "house", "Pagina", page)
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    window.show_page("pagina")
    yield window
    ui.tasks.cancel_queries()
    for view in window.findChildren(MapView):
        view.release()
    window.hide()
    delete(window)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def wait_for_layout() -> None:
    """Let every layout that asked for it take its place."""
    for _ in range(3):
        QCoreApplication.processEvents()
