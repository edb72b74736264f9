"""The scheme is known, gives data and parts of them, and starts WebEngine closed to the outside."""

from __future__ import annotations

import json
import os

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWebEngineCore import QWebEngineUrlScheme
from pytestqt.qtbot import QtBot

from boa_app.ui.map.profile import MapProfile
from boa_app.ui.map.scheme import register_scheme
from boa_app.ui.theme import ThemeManager
from tests.ui.map.maps import evaluate, shown_map

pytestmark = pytest.mark.webengine


def test_it_is_registered_once() -> None:
    register_scheme()
    scheme = QWebEngineUrlScheme.schemeByName(QByteArray(b"boa"))
    assert scheme.name() == b"boa"
    assert scheme.flags() & QWebEngineUrlScheme.Flag.SecureScheme
    flags = os.environ["QTWEBENGINE_CHROMIUM_FLAGS"]
    assert flags.count("--renderer-process-limit=1") == 1
    assert flags.count("--host-resolver-rules") == 1


def test_data_come_whole_and_in_part(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    url = map_profile.shelf.put(json.dumps(list(range(50_000))).encode(), ".json")
    with shown_map(qtbot, map_profile, themes) as view:
        script = (
            f"(window.uitkomst = null, fetch('{url}').then((a) => a.json())"
            ".then((l) => { window.uitkomst = l.length; }), 0)"
        )
        evaluate(qtbot, view, script)
        qtbot.waitUntil(lambda: evaluate(qtbot, view, "window.uitkomst") == 50_000)
        part = (
            f"(window.deel = null, fetch('{url}', {{headers: {{Range: 'bytes=0-3'}}}})"
            ".then((a) => a.text()).then((t) => { window.deel = t; }), 0)"
        )
        evaluate(qtbot, view, part)
        qtbot.waitUntil(lambda: evaluate(qtbot, view, "window.deel") == "[0, ")
        assert evaluate(qtbot, view, "window.isSecureContext") is True
    map_profile.shelf.drop(url)


def test_what_is_not_there_is_missed(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        evaluate(qtbot, view, "(fetch('boa://map/data/999.json').catch(() => 0), 0)")
        qtbot.waitUntil(lambda: bool(map_profile.handler.missed))
        assert map_profile.handler.missed == ["boa://map/data/999.json"]
        map_profile.handler.missed.clear()
