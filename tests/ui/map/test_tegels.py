"""Tiles drawn on demand in a real page: answered from the pool, dropped when nobody waits, closed without threads."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from boa_app.mapping.warmte import empty_png
from boa_app.ui.map.profile import MapProfile
from boa_app.ui.map.tegels import TileDesk
from boa_app.ui.map.view import MapView
from boa_app.ui.theme import ThemeManager
from tests.ui.map.maps import evaluate, shown_map

pytestmark = pytest.mark.webengine


@pytest.fixture
def desk(map_profile: MapProfile) -> Iterator[TileDesk]:
    """The desk of the profile, closed again."""
    yield map_profile.tiles
    map_profile.tiles.close()


def _ask(qtbot: QtBot, view: MapView, url: str) -> None:
    """Ask for a picture; window.breed is its width, 0 when there is none."""
    script = (
        "(window.breed = null, window.beeld = new Image(), beeld.onload = () => { window.breed = beeld.naturalWidth; },"
        f"beeld.onerror = () => {{ window.breed = 0; }}, beeld.src = '{url}', 0)"
    )
    evaluate(qtbot, view, script)


def _width(qtbot: QtBot, view: MapView, url: str) -> int:
    _ask(qtbot, view, url)
    qtbot.waitUntil(lambda: evaluate(qtbot, view, "window.breed") is not None, timeout=15_000)
    return int(evaluate(qtbot, view, "window.breed"))


def test_a_tile_is_drawn_on_another_thread_with_its_own_numbers(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager, desk: TileDesk
) -> None:
    asked: list[tuple[int, int, int, str]] = []

    def draw(z: int, x: int, y: int) -> bytes:
        asked.append((z, x, y, threading.current_thread().name))
        return empty_png()

    url = desk.put("proef", draw).format(z=9, x=263, y=168)
    with shown_map(qtbot, map_profile, themes) as view:
        assert _width(qtbot, view, url) == 1
        ((z, x, y, thread),) = asked
        assert (z, x, y) == (9, 263, 168)
        assert thread.startswith("tegel")
        assert desk.waiting == 0


def test_no_tile_and_an_address_that_is_gone_are_no_answer_and_no_mistake(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager, desk: TileDesk
) -> None:
    def draw(z: int, x: int, y: int) -> bytes:
        raise ValueError("tegel")

    url = desk.put("proef", draw)
    with shown_map(qtbot, map_profile, themes) as view:
        assert _width(qtbot, view, url.format(z=99, x=0, y=0)) == 0
        desk.drop(url)
        assert _width(qtbot, view, url.format(z=3, x=0, y=0)) == 0
        assert desk.failed == 0


def test_a_bug_in_drawing_is_written_down_and_the_map_goes_on(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager, desk: TileDesk
) -> None:
    def draw(z: int, x: int, y: int) -> bytes:
        raise KeyError(z)

    with shown_map(qtbot, map_profile, themes) as view:
        assert _width(qtbot, view, desk.put("proef", draw).format(z=9, x=1, y=1)) == 0
        assert desk.failed == 1
        desk.failed = 0
        assert _width(qtbot, view, desk.put("proef", lambda *_: empty_png()).format(z=9, x=1, y=1)) == 1


def test_who_waits_no_longer_is_not_answered(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager, desk: TileDesk
) -> None:
    begun, go = threading.Event(), threading.Event()

    def draw(z: int, x: int, y: int) -> bytes:
        begun.set()
        go.wait(15)
        return empty_png()

    url = desk.put("proef", draw)
    try:
        with shown_map(qtbot, map_profile, themes) as view:
            _ask(qtbot, view, url.format(z=9, x=1, y=1))
            qtbot.waitUntil(begun.is_set, timeout=15_000)
            assert desk.waiting == 1
            evaluate(qtbot, view, "(window.beeld.removeAttribute('src'), 0)")
            qtbot.waitUntil(lambda: desk.waiting == 0, timeout=15_000)
    finally:
        go.set()
    assert desk.failed == 0


def test_clearing_and_closing_leave_no_job_and_no_thread(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager, desk: TileDesk
) -> None:
    url = desk.put("proef", lambda *_: empty_png())
    with shown_map(qtbot, map_profile, themes) as view:
        assert _width(qtbot, view, url.format(z=9, x=1, y=1)) == 1
        assert any(thread.name.startswith("tegel") for thread in threading.enumerate())
        desk.close()
        assert not any(thread.name.startswith("tegel") for thread in threading.enumerate())
        assert _width(qtbot, view, url.format(z=9, x=2, y=1)) == 0
        # Another session may begin after this one.
        again = desk.put("proef", lambda *_: empty_png())
        assert _width(qtbot, view, again.format(z=9, x=1, y=1)) == 1
        map_profile.forget_data()
        assert _width(qtbot, view, again.format(z=9, x=3, y=1)) == 0
