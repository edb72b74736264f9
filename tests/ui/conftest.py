"""Fixtures for windows: a dressed application in one theme or in each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from boa_app.ui.context import UiContext
from boa_app.ui.tasks import Tasks
from boa_app.ui.theme import THEME_NAMES, ThemeManager
from boa_app.usecases.session import Session
from tests.ui.small_store import make_session

if TYPE_CHECKING:
    from boa_app.ui.map.profile import MapProfile
    from boa_app.ui.shell import Shell

PATIENCE_MS = 20_000
NO_GRAPHICS_CARD = (
    "This plugin does not support",
    "QRhiGles2",
    "Failed to create RHI",
    "QVulkanInstance",
    "GBM is not",
    "GPUInfo",
)


class PatientBot(QtBot):
    """Waits 20 s where a test names no time: on a loaded machine a map takes longer than the 5 s of pytest-qt."""

    def waitUntil(self, callback: Callable[[], Any], *, timeout: int = PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **options: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **options)

    def waitSignals(self, signals: Any, *, timeout: int = PATIENCE_MS, **options: Any) -> Any:
        return super().waitSignals(signals, timeout=timeout, **options)

    def waitActive(self, widget: QWidget, *, timeout: int = PATIENCE_MS) -> Any:
        return super().waitActive(widget, timeout=timeout)

    def waitExposed(self, widget: QWidget, *, timeout: int = PATIENCE_MS) -> Any:
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """The hand of the tests, with patience."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def quick_hands(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests touch the corner the moment it is there; what a glove does twice has tests with a clock of their own."""
    monkeypatch.setattr("boa_app.ui.widgets.buttons.SETTLE_MS", 0)


@pytest.fixture
def themes(qapp: QApplication) -> Iterator[ThemeManager]:
    """The day theme on the whole application."""
    yield from _dressed(qapp, "licht")


@pytest.fixture(params=THEME_NAMES)
def each_theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[ThemeManager]:
    """Day, then night, on the whole application."""
    yield from _dressed(qapp, request.param)


def _dressed(qapp: QApplication, name: str) -> Iterator[ThemeManager]:
    manager = ThemeManager(name)  # type: ignore[arg-type]
    manager.dress(qapp)
    yield manager
    manager.deleteLater()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform has no window manager to give hints to, and no graphics card to draw maps with."""
    for item in items:
        if "ui" in item.path.parts:
            item.add_marker(pytest.mark.qt_log_ignore(*NO_GRAPHICS_CARD, extend=True))


@pytest.fixture(scope="session")
def map_profile(qapp: QApplication) -> Iterator[MapProfile]:
    """One WebEngine profile for the whole run: Qt takes a second one badly."""
    from boa_app.ui.map.profile import MapProfile

    profile = MapProfile()
    yield profile
    profile.close()


@pytest.fixture(autouse=True)
def nothing_missed_before(request: pytest.FixtureRequest) -> None:
    """A page that goes may still ask for what was taken away; what an earlier test missed is no matter of this one."""
    if "map_profile" in request.fixturenames:
        request.getfixturevalue("map_profile").handler.missed.clear()


@pytest.fixture
def ui(qtbot: QtBot, themes: ThemeManager, tmp_path: Path, map_profile: MapProfile) -> Iterator[UiContext]:
    """An open session on a small real store, with its threads; no bug may show up in them."""
    yield from _session_context(themes, make_session(tmp_path / "opslag"), map_profile)


@pytest.fixture
def each_ui(qtbot: QtBot, each_theme: ThemeManager, tmp_path: Path, map_profile: MapProfile) -> Iterator[UiContext]:
    """The same by day and by night."""
    yield from _session_context(each_theme, make_session(tmp_path / "opslag"), map_profile)


def _session_context(themes: ThemeManager, session: Session, maps: MapProfile) -> Iterator[UiContext]:
    from boa_app.usecases.overzicht import load_overzicht

    tasks, bugs = Tasks(), []
    tasks.bug_found.connect(lambda path: bugs.append(Path(path).read_text(encoding="utf-8")))
    context = UiContext(session, load_overzicht(session), tasks, themes, maps)
    yield context
    tasks.cancel_queries()
    tasks.close()
    QCoreApplication.processEvents()
    session.close()
    assert maps.guard.blocked == []
    maps.forget_data()
    assert not bugs, bugs[0]


@pytest.fixture
def shell(qtbot: QtBot, ui: UiContext) -> Iterator[Shell]:
    """The open session in front, at the reference size."""
    from shiboken6 import delete

    from boa_app.ui.shell import Shell

    made = Shell(ui)
    made.resize(1280, 800)
    made.show()
    qtbot.waitActive(made)
    yield made
    made.release()
    ui.tasks.close()
    ui.setParent(None)
    delete(made)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
