"""The page stays where it is and gets no permission."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineSettings
from pytestqt.qtbot import QtBot

from boa_app.ui.map.profile import MapProfile
from boa_app.ui.theme import ThemeManager
from tests.ui.map.maps import evaluate, shown_map

pytestmark = pytest.mark.webengine
TYPED = QWebEnginePage.NavigationType.NavigationTypeTyped


def test_it_goes_nowhere_else(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        page = view.page
        assert page is not None
        assert page.acceptNavigationRequest(QUrl("boa://map/kaart.html"), TYPED, True)
        for url in ("boa://elders/kaart.html", "https://outside.invalid", "file:///etc/hostname", "about:blank"):
            assert not page.acceptNavigationRequest(QUrl(url), TYPED, True)
        assert not page.acceptNavigationRequest(QUrl("boa://map/kaart.html"), TYPED, False)
        map_profile.guard.blocked.clear()


def test_it_has_no_abilities_it_does_not_need(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        assert view.page is not None
        settings = view.page.settings()
        for attribute in (
            "PluginsEnabled",
            "LocalStorageEnabled",
            "JavascriptCanAccessClipboard",
            "DnsPrefetchEnabled",
        ):
            assert not settings.testAttribute(getattr(QWebEngineSettings.WebAttribute, attribute))


def test_a_permission_is_denied(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        ask = (
            "(window.antwoord = null, navigator.geolocation.getCurrentPosition("
            "() => { window.antwoord = 'ja'; }, () => { window.antwoord = 'nee'; }), 0)"
        )
        evaluate(qtbot, view, ask)
        qtbot.waitUntil(lambda: evaluate(qtbot, view, "window.antwoord") == "nee")
        assert view.page is not None
        view.page.errors.clear()


def test_a_mistake_in_a_script_is_listed(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        page = view.page
        assert page is not None
        page.runJavaScript("setTimeout(() => { throw new Error('proef'); }, 0)")
        qtbot.waitUntil(lambda: any("proef" in error for error in page.errors))
        page.errors.clear()


def test_an_unknown_command_is_a_mistake(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        page = view.page
        assert page is not None
        page.runJavaScript('Boa.call("constructor", [])')
        qtbot.waitUntil(lambda: any("onbekende opdracht" in error for error in page.errors))
        page.errors.clear()
