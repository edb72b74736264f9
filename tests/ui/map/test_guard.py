"""Nothing leaves this machine: every way out is tried on a page without any policy, and on the real one."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from boa_app.ui.map.page import MapPage
from boa_app.ui.map.profile import MapProfile
from boa_app.ui.theme import ThemeManager
from tests.ui.map.maps import shown_map

pytestmark = pytest.mark.webengine
OUT = "outside.invalid"
# Each way has a path of its own, so that one cannot pass for another.
WAYS = {
    "fetch": f"fetch('https://{OUT}/fetch').catch(() => 0)",
    "beacon": f"navigator.sendBeacon('https://{OUT}/beacon', 'x')",
    "xhr": f"(() => {{ const x = new XMLHttpRequest(); x.open('GET', 'http://{OUT}/xhr'); x.send(); }})()",
    "img": f"new Image().src = 'https://{OUT}/img.png'",
    "script": f"document.head.append(Object.assign(document.createElement('script'), {{src: 'https://{OUT}/script.js'}}))",
    "style": "document.head.append(Object.assign(document.createElement('link'),"
    f" {{rel: 'stylesheet', href: 'http://{OUT}/style.css'}}))",
    "iframe": f"document.body.append(Object.assign(document.createElement('iframe'), {{src: 'https://{OUT}/iframe'}}))",
    "video": f"document.body.append(Object.assign(document.createElement('video'), {{src: 'https://{OUT}/video.mp4'}}))",
    "ws": f"new WebSocket('wss://{OUT}/ws')",
    "events": f"new EventSource('https://{OUT}/events')",
    "form": "(() => { const f = document.createElement('form');"
    f" f.action = 'https://{OUT}/form'; f.method = 'post'; document.body.append(f); f.submit(); }})()",
    "location": f"window.location.href = 'https://{OUT}/location'",
}
BARE_PAGE = b"<!DOCTYPE html><html><head><title>kaal</title></head><body></body></html>"


@pytest.fixture
def bare(qtbot: QtBot, map_profile: MapProfile) -> Iterator[MapPage]:
    """A page of ours without a policy, so that only the guard stands at the door."""
    url = map_profile.shelf.put(BARE_PAGE, ".html")
    page = map_profile.make_page(map_profile)
    with qtbot.waitSignal(page.loadFinished, timeout=20_000) as loaded:
        page.load(QUrl(url))
    assert loaded.args == [True]
    yield page
    shiboken6.delete(page)
    map_profile.shelf.drop(url)
    map_profile.guard.blocked.clear()
    map_profile.handler.missed.clear()


@pytest.mark.parametrize("way", WAYS)
def test_the_guard_blocks_and_lists_every_way_out(
    qtbot: QtBot, map_profile: MapProfile, bare: MapPage, way: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        bare.runJavaScript(f"{WAYS[way]}; 0")
        qtbot.waitUntil(lambda: bool(map_profile.guard.blocked))
    assert any(f"{OUT}/{way}" in address for address in map_profile.guard.blocked)
    assert "geweigerd" in caplog.text


def test_no_file_of_this_machine_is_read(qtbot: QtBot, bare: MapPage) -> None:
    answers: list[object] = []
    bare.runJavaScript("window.uit = null; fetch('file:///etc/hostname').catch(() => { window.uit = 'nee'; }); 0")

    def ask() -> bool:
        bare.runJavaScript("window.uit", 0, answers.append)
        return "nee" in answers

    qtbot.waitUntil(ask)


def test_the_page_may_not_open_a_window(qtbot: QtBot, map_profile: MapProfile, bare: MapPage) -> None:
    answers: list[object] = []
    bare.runJavaScript(f"window.open('https://{OUT}/open') === null", 0, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [True]


@pytest.mark.parametrize("way", ["fetch", "img", "script", "ws", "iframe"])
def test_the_policy_of_the_real_page_refuses_before_the_guard_is_asked(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager, way: str
) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        page = view.page
        assert page is not None
        with qtbot.waitSignal(page.bridge.blocked) as refused:
            page.runJavaScript(f"{WAYS[way]}; 0")
        assert refused.args[0].adres.startswith(("https://", "wss://"))
        assert any(OUT in address for address in map_profile.guard.blocked)
        # The page says so on its console too; here that is wanted.
        qtbot.waitUntil(lambda: bool(page.errors))
        page.errors.clear()
        map_profile.guard.blocked.clear()


def test_the_real_page_runs_no_script_that_was_not_hashed(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager
) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        page = view.page
        assert page is not None
        with qtbot.waitSignal(page.bridge.blocked) as refused:
            page.runJavaScript(
                "document.body.append(Object.assign(document.createElement('script'), {text: 'window.stiekem = 1'})); 0"
            )
        assert refused.args[0].regel.startswith("script-src")
        qtbot.waitUntil(lambda: bool(page.errors))
        page.errors.clear()
        map_profile.guard.blocked.clear()
