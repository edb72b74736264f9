"""A real centre that listens, devices with real stores, and the window of one of them."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from boa_app.store import sync_stand
from boa_app.store.session import Writer
from boa_app.ui.context import UiContext
from boa_app.ui.map.profile import MapProfile
from boa_app.ui.tasks import Tasks
from boa_app.ui.theme import ThemeManager
from boa_app.usecases.overzicht import load_overzicht
from boa_app.usecases.session import Session
from tests.apparaten import Opstelling, opstelling

Window = Callable[[Session], UiContext]


@pytest.fixture
def veld(tmp_path: Path) -> Iterator[Opstelling]:
    """A centre; its devices sign up when they are asked for."""
    with opstelling(tmp_path / "veld") as made:
        yield made


@pytest.fixture
def window(qtbot: QtBot, themes: ThemeManager, map_profile: MapProfile) -> Iterator[Window]:
    """Gives a session its threads and context; no bug may show up in them."""
    with ExitStack() as stack:
        yield lambda session: stack.enter_context(_context(session, themes, map_profile))


@contextmanager
def without_line(session: Session) -> Iterator[None]:
    """The address of the centre leads to a port where nobody listens, as a dead line does."""
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        with session.store.read() as reader:
            real = sync_stand.get(reader, "toestel")["server"]
        _send_to(session, f"http://127.0.0.1:{taken.getsockname()[1]}")
        try:
            yield
        finally:
            _send_to(session, real)


def _send_to(session: Session, server: str) -> None:
    def work(writer: Writer) -> None:
        known = sync_stand.get(writer, "toestel")
        sync_stand.put(writer, "toestel", known | {"server": server})

    session.write(work)


@contextmanager
def _context(session: Session, themes: ThemeManager, maps: MapProfile) -> Iterator[UiContext]:
    tasks, bugs = Tasks(), []
    tasks.bug_found.connect(lambda path: bugs.append(Path(path).read_text(encoding="utf-8")))
    context = UiContext(session, load_overzicht(session), tasks, themes, maps)
    yield context
    context.sync.close()
    tasks.cancel_queries()
    tasks.close()
    QCoreApplication.processEvents()
    maps.forget_data()
    assert not bugs, bugs[0]
