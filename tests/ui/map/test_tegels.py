"""Tiles drawn on demand in a real page: answered from the pool, dropped when nobody waits, closed without threads."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from pytestqt.qtbot import QtBot

from boa_app.domain.errors import UserError
from boa_app.mapping.warmte import GRENZEN, TILE_PX, Tegel, Warmtetegels, empty_png
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


def test_contents_go_out_under_their_own_name_and_nothing_is_an_answer_too(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager, desk: TileDesk
) -> None:
    mvt = "application/vnd.mapbox-vector-tile"
    full = desk.put("proef", lambda z, x, y: bytes([z, x, y]), mvt).format(z=9, x=7, y=5)
    empty = desk.put("proef", lambda z, x, y: None, mvt).format(z=9, x=7, y=5)
    picture = desk.put("proef", lambda z, x, y: None, "image/webp").format(z=9, x=7, y=5)
    script = (
        "(window.uit = null, Promise.all(%s.map(async (url) => { const answer = await fetch(url);"
        "return [answer.headers.get('content-type'), Array.from(new Uint8Array(await answer.arrayBuffer()))]; }))"
        ".then((all) => { window.uit = all; }), 0)"
    )
    with shown_map(qtbot, map_profile, themes) as view:
        evaluate(qtbot, view, script % [full, empty])
        qtbot.waitUntil(lambda: evaluate(qtbot, view, "window.uit") is not None, timeout=15_000)
        assert evaluate(qtbot, view, "window.uit") == [[mvt, [9, 7, 5]], [mvt, []]]
        # See-through, one pixel: no torn picture, no line in the log of the page.
        assert _width(qtbot, view, picture) == 1
    assert (desk.failed, desk.unreadable) == (0, 0)


def test_a_file_that_fails_is_counted_and_is_no_bug(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager, desk: TileDesk
) -> None:
    def draw(z: int, x: int, y: int) -> bytes:
        raise UserError("tegels_beschadigd", bestand="kaart.mbtiles")

    before = desk.unreadable
    with shown_map(qtbot, map_profile, themes) as view:
        assert _width(qtbot, view, desk.put("proef", draw).format(z=9, x=1, y=1)) == 0
    assert (desk.failed, desk.unreadable) == (0, before + 1)


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


def _ask_many(qtbot: QtBot, view: MapView, urls: list[str]) -> None:
    """Ask for pictures; window.gezien counts those that came or failed."""
    script = (
        "(window.gezien = 0, window.beelden = %s.map((url) => { const beeld = new Image();"
        "beeld.onload = beeld.onerror = () => { window.gezien += 1; }; beeld.src = url; return beeld; }), 0)"
    )
    evaluate(qtbot, view, script % urls)


def _threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("tegel")]


@pytest.mark.parametrize("page_goes_first", [False, True])
def test_closing_with_many_under_way_ends_at_once_and_leaves_nothing(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager, desk: TileDesk, page_goes_first: bool
) -> None:
    drawn: list[int] = []
    closing = threading.Event()

    def draw(z: int, x: int, y: int) -> bytes:
        drawn.append(x)
        closing.wait(15)
        return empty_png()

    url = desk.put("proef", draw)
    with shown_map(qtbot, map_profile, themes) as view:
        _ask_many(qtbot, view, [url.format(z=9, x=x, y=1) for x in range(60)])
        qtbot.waitUntil(lambda: desk.waiting == 60, timeout=15_000)
        qtbot.waitUntil(lambda: len(drawn) == 2, timeout=15_000)
        if page_goes_first:
            # Locking closes the page before its data go.
            view.release()
        closing.set()
        map_profile.forget_data()
        assert desk.waiting == 0
        assert _threads() == []
        if not page_goes_first:
            # Nobody waits for ever.
            qtbot.waitUntil(lambda: evaluate(qtbot, view, "window.gezien") == 60, timeout=15_000)
        assert len(drawn) < 60
        assert desk.failed == 0


def test_addresses_that_make_no_sense_are_refused_and_draw_nothing(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager, desk: TileDesk
) -> None:
    tegels = Warmtetegels(_Flat())
    kleuren = ("#ff0000",) * len(GRENZEN)
    url = desk.put("proef", lambda z, x, y: tegels.png(Tegel(z, x, y), kleuren))
    good = url.format(z=9, x=263, y=168)
    number = url.split("/")[4]
    wrong = [
        url.format(z=9, x=9_999_999, y=1),
        url.format(z=9, x=512, y=1),
        url.format(z=0, x=0, y=0),
        url.format(z=99, x=1, y=1),
        good.replace(f"/{number}/", f"/{int(number) + 999}/"),
        good.replace("proef", "onbekend"),
    ]
    with shown_map(qtbot, map_profile, themes) as view:
        assert [_width(qtbot, view, each) for each in wrong] == [0] * len(wrong)
        assert _width(qtbot, view, good) == TILE_PX
        assert map_profile.handler.missed == []
        # Not the form of a tile at all: asked of the files, which have none either.
        shapeless = [url.format(z=9, x=-1, y=1), url.format(z=9, x="1e3", y=1), url.format(z=9, x=10**8, y=1)]
        assert [_width(qtbot, view, each) for each in shapeless] == [0] * 3
        assert map_profile.handler.missed == shapeless
        map_profile.handler.missed.clear()
    assert desk.failed == 0


class _Flat:
    """The same density everywhere."""

    def sample(self, x: NDArray[np.float64], y: NDArray[np.float64], step_m: float = 0.0) -> NDArray[np.float32]:
        return np.full(x.shape, 3, dtype=np.float32)
