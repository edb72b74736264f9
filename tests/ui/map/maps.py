"""A map on the screen for tests: shown, drawn, clicked on, asked what it shows, and taken away in the right order."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from boa_app.domain.jop import Jop, JopStatus
from boa_app.domain.schouw import Schouw, SchouwGroep
from boa_app.mapdata.pakket import Buurt, Straat, Vlak
from boa_app.ui.map.profile import MapProfile
from boa_app.ui.map.view import MapOptions, MapView
from boa_app.ui.theme import ThemeManager

WEST, SOUTH, EAST, NORTH = 5.00, 52.00, 5.04, 52.02
MIDDLE = (5.02, 52.01)
OUTLINE = ((WEST, SOUTH), (EAST, SOUTH), (EAST, NORTH), (WEST, NORTH), (WEST, SOUTH))
POND = ((5.021, 52.011), (5.03, 52.011), (5.03, 52.016), (5.021, 52.016), (5.021, 52.011))


@dataclass(frozen=True, eq=False)
class Lagen:
    """A municipality of one square, one pond, one street."""

    naam: str = "Proefstad"
    omtrek: tuple = (OUTLINE,)
    vlakken: tuple = (Vlak("water", (POND,), "Vijver"),)
    buurten: tuple = (Buurt("BU1", "Het Midden", (OUTLINE,)),)
    straten: tuple = (Straat("Lange Laan", "straat", (((WEST, 52.005), (EAST, 52.005)),)),)
    jops: tuple = (Jop("jop-1", "J1", "JOP Zuid", JopStatus.ACTIEF, 5.01, 52.008),)
    schouwen: tuple = (
        Schouw("s-1", "Schouw", date(2026, 11, 1), "dag", "gepland",
               (SchouwGroep("A", ((5.005, 52.003), (5.015, 52.003))),)),
    )  # fmt: skip
    gebieden: tuple = ()
    attributie: str = "© Proefbron"


@contextmanager
def shown_map(
    qtbot: QtBot, maps: MapProfile, themes: ThemeManager, options: MapOptions | None = None
) -> Iterator[MapView]:
    """A map of 640 x 480 that takes commands; nothing may have gone out, missed or failed at the end."""
    missed = len(maps.handler.missed)
    view = MapView(maps, themes, options)
    view.resize(640, 480)
    view.show()
    qtbot.waitUntil(lambda: view.is_ready, timeout=20_000)
    page = view.page
    assert page is not None
    yield view
    errors = list(page.errors) if shiboken6.isValid(page) else []
    refused = page.bridge.refused if shiboken6.isValid(page) else 0
    view.release()
    shiboken6.delete(view)
    assert maps.guard.blocked == []
    assert maps.handler.missed[missed:] == []
    assert (errors, refused) == ([], 0)


def inspect(qtbot: QtBot, view: MapView) -> dict[str, Any]:
    """What the page says it shows."""
    answers: list[str] = []
    view.inspect(answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=15_000)
    return dict(json.loads(answers[0]))


def evaluate(qtbot: QtBot, view: MapView, script: str) -> Any:
    """The value of an expression in the page, by way of JSON."""
    answers: list[Any] = []
    assert view.page is not None
    view.page.runJavaScript(f"JSON.stringify({script})", 0, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=15_000)
    return json.loads(answers[0]) if answers[0] else None


def wait_painted(qtbot: QtBot, view: MapView, what: str) -> None:
    """Wait until a layer that was just set stands on the screen."""
    with qtbot.waitSignal(view.map_painted, check_params_cb=lambda painted: painted == what, timeout=10_000):
        pass


def surface(view: MapView) -> QWidget:
    """The widget that takes clicks: the view itself does not."""
    web = view.web_view()
    assert web is not None
    proxy = web.focusProxy()
    assert proxy is not None
    return proxy


def click(view: MapView, x: int, y: int) -> None:
    """A real click."""
    QTest.mouseClick(surface(view), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(x, y))


def double_click(view: MapView, x: int, y: int) -> None:
    """Two touches close together. QTest spaces its clicks in time so that two never make a double one."""
    target, place = surface(view), QPointF(x, y)
    for number, kind in enumerate((QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease) * 2):
        button = Qt.MouseButton.LeftButton
        held = button if kind is QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
        event = QMouseEvent(kind, place, target.mapToGlobal(place), button, held, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(1_000_000_000 + 20 * number)
        QCoreApplication.sendEvent(target, event)


def picture(view: MapView) -> QImage:
    """What is on the screen."""
    return view.grab().toImage()


def has_colour(image: QImage, colour: QColor, x: int, y: int, reach: int = 2) -> bool:
    """Whether a colour lies within a few pixels of a place."""
    return any(
        image.pixelColor(x + dx, y + dy).rgb() == colour.rgb()
        for dx in range(-reach, reach + 1)
        for dy in range(-reach, reach + 1)
    )
