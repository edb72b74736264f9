"""Fixtures for windows: a dressed application in one theme or in each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from boa_app.ui.theme import THEME_NAMES, ThemeManager


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
    """The offscreen platform says this about every window; it has no window manager to give hints to."""
    for item in items:
        if "ui" in item.path.parts:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))
