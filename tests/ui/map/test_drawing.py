"""Ruler, pen and areas on a real map: by mouse and by keys, what they say and what they hand over."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from pyproj import Geod
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from boa_app.ui.frame.map_door import HOLDS_KEYS
from boa_app.ui.map.drawing import DrawingTools
from boa_app.ui.map.profile import MapProfile
from boa_app.ui.map.view import MapOptions, MapView
from boa_app.ui.theme import ThemeManager
from boa_app.usecases.kaart import GebiedVorm
from tests.ui.map.maps import (
    MIDDLE,
    POND,
    Lagen,
    click,
    double_click,
    evaluate,
    has_colour,
    inspect,
    picture,
    shown_map,
    surface,
    wait_painted,
)

pytestmark = pytest.mark.webengine
LAYERS = MapOptions(layers=("punten", "gebieden"), hidden_layers=("schouwen",))
AREA = GebiedVorm("g1", "Plein", "CAMERA", (POND,), geldig=True)
OVER = GebiedVorm("g2", "Feest", "EVENEMENT", (tuple((lon - 0.015, lat) for lon, lat in POND),), geldig=False)
EARTH = Geod(ellps="WGS84")


@pytest.fixture
def view(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> Iterator[MapView]:
    with shown_map(qtbot, map_profile, themes, LAYERS) as made:
        made.center_on(*MIDDLE, 15)
        yield made


@pytest.fixture
def tools(qtbot: QtBot, view: MapView) -> DrawingTools:
    made = DrawingTools(view, may_draw=True)
    qtbot.waitUntil(lambda: evaluate(qtbot, view, "document.querySelectorAll('.boa-icoon-ruler').length") == 1)
    return made


def _pen(qtbot: QtBot, view: MapView) -> dict[str, Any]:
    return dict(inspect(qtbot, view)["pen"])


def _wait_for(qtbot: QtBot, view: MapView, corners: int) -> dict[str, Any]:
    qtbot.waitUntil(lambda: len(_pen(qtbot, view)["corners"]) == corners, timeout=15_000)
    return _pen(qtbot, view)


def _take_up(qtbot: QtBot, view: MapView, start: Callable[[], None], mode: str) -> None:
    start()
    qtbot.waitUntil(lambda: _pen(qtbot, view)["mode"] == mode, timeout=15_000)


def _key(view: MapView, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(surface(view), key, modifiers)


def _press(qtbot: QtBot, view: MapView, text: str) -> None:
    script = f"[...document.querySelectorAll('.boa-woordknop')].find((b) => b.textContent === '{text}').click()"
    evaluate(qtbot, view, f"({script}, 1)")


@pytest.mark.parametrize(
    ("a", "b"),
    [((5.0, 52.0), (5.0, 52.1)), ((5.0, 52.0), (5.01, 52.003)), ((-70.1, -33.2), (151.2, -33.8)), ((0, 0), (0, 0))],
)
def test_lengths_are_geodesic(qtbot: QtBot, view: MapView, a: tuple[float, float], b: tuple[float, float]) -> None:
    found = evaluate(qtbot, view, f"Boa.distance(L.latLng({a[1]}, {a[0]}), L.latLng({b[1]}, {b[0]}))")
    assert found == pytest.approx(EARTH.inv(*a, *b)[2], abs=0.001)


def test_areas_are_geodesic_and_written_in_the_unit_that_fits(qtbot: QtBot, view: MapView) -> None:
    places = ", ".join(f"L.latLng({lat}, {lon})" for lon, lat in POND[:-1])
    exact = abs(EARTH.polygon_area_perimeter(*zip(*POND[:-1], strict=True))[0])
    assert evaluate(qtbot, view, f"Boa.areaOf([{places}])") == pytest.approx(exact, rel=1e-5)
    texts = evaluate(qtbot, view, "[345.4, 24500, 1254000].map(Boa.areaText)")
    assert [text.replace("\xa0", " ") for text in texts] == ["345 m²", "2,5 ha", "1,25 km²"]
    texts = evaluate(qtbot, view, "[340.4, 999.6, 2740, 12400].map(Boa.lengthText)")
    assert [text.replace("\xa0", " ") for text in texts] == ["340 m", "1,00 km", "2,74 km", "12,4 km"]


def test_measuring_along_clicks_and_round(qtbot: QtBot, view: MapView, tools: DrawingTools) -> None:
    _take_up(qtbot, view, tools.measure, "meten")
    spots = [(250, 120), (450, 120), (450, 270)]
    for number, (x, y) in enumerate(spots, start=1):
        click(view, x, y)
        _wait_for(qtbot, view, number)
    pen = _pen(qtbot, view)
    legs = [EARTH.inv(*a, *b)[2] for a, b in pairwise(pen["corners"])]
    total, last = evaluate(qtbot, view, f"[{sum(legs)}, {legs[-1]}].map(Boa.lengthText)")
    assert pen["text"] == f"{total} · laatste stuk {last}" and total != last
    assert pen["spoken"].startswith("Hoeken: 3.") and pen["text"] in pen["spoken"]
    # The colour of the line is on the map, and no melding was chosen by these clicks.
    assert has_colour(picture(view), view.themes.theme.color("k-hier"), 350, 120)
    click(view, *spots[0])
    qtbot.waitUntil(lambda: _pen(qtbot, view)["closed"])
    text = _pen(qtbot, view)["text"]
    assert ("ha" in text or "m²" in text) and "rondom" in text
    # A new touch begins a new measurement.
    click(view, 500, 200)
    _wait_for(qtbot, view, 1)
    _key(view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: _pen(qtbot, view)["mode"] == "")
    qtbot.waitUntil(lambda: not view.property(HOLDS_KEYS))


def test_the_buttons_on_the_map(qtbot: QtBot, view: MapView, tools: DrawingTools) -> None:
    press = "document.querySelector('.boa-icoon-{}').parentElement.click(), 1"
    evaluate(qtbot, view, f"({press.format('ruler')})")
    qtbot.waitUntil(lambda: bool(view.property(HOLDS_KEYS)))
    assert _pen(qtbot, view)["mode"] == "meten"
    with qtbot.waitSignal(tools.drawing_requested):
        evaluate(qtbot, view, f"({press.format('pentagon')})")
    _take_up(qtbot, view, tools.draw, "tekenen")
    with qtbot.waitSignal(tools.drawing_stopped):
        _press(qtbot, view, "Stoppen")
    assert not tools.is_drawing() and not view.property(HOLDS_KEYS)


def test_drawing_by_mouse_gives_the_ring_and_moving_a_corner_gives_it_again(
    qtbot: QtBot, view: MapView, tools: DrawingTools
) -> None:
    _take_up(qtbot, view, tools.draw, "tekenen")
    for number, (x, y) in enumerate([(200, 150), (400, 150), (400, 300)], start=1):
        click(view, x, y)
        _wait_for(qtbot, view, number)
    with qtbot.waitSignal(tools.ring_drawn) as drawn:
        click(view, 202, 152)
    ring = drawn.args[0]
    assert len(ring) == 3 and ring[0][0] < ring[1][0] and ring[1][1] > ring[2][1]
    target = surface(view)
    QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=QPoint(400, 300))
    for x in (420, 450, 480):
        QTest.mouseMove(target, QPoint(x, 320))
    with qtbot.waitSignal(tools.ring_drawn) as again:
        QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=QPoint(480, 320))
    assert again.args[0][2][0] > ring[2][0] and again.args[0][:2] == ring[:2]
    # The map itself did not move along, and a side that is touched gets a corner.
    with qtbot.waitSignal(tools.ring_drawn) as split:
        click(view, 300, 150)
    assert len(split.args[0]) == 4 and split.args[0][0] == ring[0]


def test_a_double_click_makes_it_round(qtbot: QtBot, view: MapView, tools: DrawingTools) -> None:
    _take_up(qtbot, view, tools.draw, "tekenen")
    for number, (x, y) in enumerate([(200, 150), (400, 150)], start=1):
        click(view, x, y)
        _wait_for(qtbot, view, number)
    with qtbot.waitSignal(tools.ring_drawn) as drawn:
        double_click(view, 400, 300)
    assert len(drawn.args[0]) == 3


def test_drawing_by_keys_alone(qtbot: QtBot, view: MapView, tools: DrawingTools) -> None:
    _take_up(qtbot, view, tools.draw, "tekenen")
    shift = Qt.KeyboardModifier.ShiftModifier
    _key(view, Qt.Key.Key_Right, shift)
    _key(view, Qt.Key.Key_Return)
    first = _wait_for(qtbot, view, 1)["corners"][0]
    assert first[0] > MIDDLE[0] and first[1] == pytest.approx(MIDDLE[1], abs=1e-4)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Left):
        _key(view, key, shift)
        _key(view, Qt.Key.Key_Return)
    pen = _wait_for(qtbot, view, 3)
    assert "Hoeken: 3" in pen["spoken"]
    _key(view, Qt.Key.Key_Backspace)
    _wait_for(qtbot, view, 2)
    _key(view, Qt.Key.Key_Left)
    _key(view, Qt.Key.Key_Space)
    _wait_for(qtbot, view, 3)
    with qtbot.waitSignal(tools.ring_drawn) as drawn:
        _key(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    # Onto the last corner, take it up, move it, put it down.
    _key(view, Qt.Key.Key_Return)
    _key(view, Qt.Key.Key_Down, shift)
    with qtbot.waitSignal(tools.ring_drawn) as moved:
        _key(view, Qt.Key.Key_Return)
    assert moved.args[0][2][1] < drawn.args[0][2][1] and moved.args[0][:2] == drawn.args[0][:2]
    with qtbot.waitSignal(tools.drawing_stopped):
        _key(view, Qt.Key.Key_Escape)


def test_an_edge_that_crosses_itself_is_told_while_it_is_drawn(
    qtbot: QtBot, view: MapView, tools: DrawingTools
) -> None:
    _take_up(qtbot, view, tools.draw, "tekenen")
    for number, (x, y) in enumerate([(200, 150), (400, 150), (200, 300), (400, 300)], start=1):
        assert _pen(qtbot, view)["wrong"] == ""
        click(view, x, y)
        _wait_for(qtbot, view, number)
    # Only the side back to the first corner crosses yet.
    pen = _pen(qtbot, view)
    assert pen["wrong"] == "De grens kruist zichzelf." and pen["spoken"].endswith(pen["wrong"])
    style = "getComputedStyle(document.querySelector('.boa-gereedschap-fout'))"
    red, green, blue, _ = view.themes.theme.color("fout").getRgb()
    assert evaluate(qtbot, view, f"[{style}.display, {style}.color]") == ["block", f"rgb({red}, {green}, {blue})"]
    _press(qtbot, view, "Hoek terug")
    pen = _wait_for(qtbot, view, 3)
    assert pen["wrong"] == "" and "kruist" not in pen["spoken"]
    click(view, 120, 300)
    assert _wait_for(qtbot, view, 4)["wrong"] == ""


def test_on_a_low_map_the_buttons_of_the_pen_are_not_covered(qtbot: QtBot, view: MapView, tools: DrawingTools) -> None:
    view.resize(560, 300)
    qtbot.waitUntil(lambda: evaluate(qtbot, view, "innerHeight") == 300, timeout=15_000)
    _take_up(qtbot, view, tools.draw, "tekenen")
    for number, (x, y) in enumerate([(200, 60), (400, 60), (200, 160), (400, 160)], start=1):
        click(view, x, y)
        _wait_for(qtbot, view, number)
    assert _pen(qtbot, view)["wrong"]
    hit = "{const r = b.getBoundingClientRect(); return b === document.elementFromPoint(r.right - 4, r.bottom - 4)}"
    buttons = "[...document.querySelectorAll('.boa-woordknop')].filter((b) => b.checkVisibility())"
    assert evaluate(qtbot, view, f"{buttons}.map((b) => {hit})") == [True, True, True]
    assert evaluate(qtbot, view, "document.querySelector('.leaflet-control-scale').checkVisibility()") is False


def test_a_measured_line_may_cross_itself(qtbot: QtBot, view: MapView, tools: DrawingTools) -> None:
    _take_up(qtbot, view, tools.measure, "meten")
    for number, (x, y) in enumerate([(200, 150), (400, 300), (400, 150), (200, 300)], start=1):
        click(view, x, y)
        _wait_for(qtbot, view, number)
    assert _pen(qtbot, view)["wrong"] == ""


def test_enter_alone_sets_the_first_corner_and_the_smallest_step_the_next(
    qtbot: QtBot, view: MapView, tools: DrawingTools
) -> None:
    _take_up(qtbot, view, tools.draw, "tekenen")
    _key(view, Qt.Key.Key_Return)
    first = _wait_for(qtbot, view, 1)["corners"][0]
    assert first == pytest.approx(MIDDLE, abs=1e-4)
    _key(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _pen(qtbot, view)["wrong"].startswith("Hier staat al een hoek."))
    pen = _pen(qtbot, view)
    assert pen["corners"] == [first] and pen["spoken"].endswith(pen["wrong"])
    _key(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    _key(view, Qt.Key.Key_Return)
    pen = _wait_for(qtbot, view, 2)
    assert pen["corners"][1][0] > first[0] and pen["wrong"] == ""


def test_enter_after_corners_by_hand_shows_where_the_cross_hair_is(
    qtbot: QtBot, view: MapView, tools: DrawingTools
) -> None:
    _take_up(qtbot, view, tools.draw, "tekenen")
    click(view, 200, 150)
    _wait_for(qtbot, view, 1)
    _key(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _pen(qtbot, view)["wrong"].startswith("Het kruis staat in het midden."))
    assert len(_pen(qtbot, view)["corners"]) == 1
    _key(view, Qt.Key.Key_Return)
    assert _wait_for(qtbot, view, 2)["corners"][1] == pytest.approx(MIDDLE, abs=1e-4)


def test_the_cross_hair_takes_the_map_along_at_its_edge(qtbot: QtBot, view: MapView, tools: DrawingTools) -> None:
    _take_up(qtbot, view, tools.draw, "tekenen")
    for _ in range(8):
        _key(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: inspect(qtbot, view)["lon"] > MIDDLE[0] + 0.001)


def test_an_area_is_given_to_the_pen_to_change(qtbot: QtBot, view: MapView, tools: DrawingTools) -> None:
    tools.draw(POND[:-1])
    pen = _wait_for(qtbot, view, 4)
    assert pen["closed"] and pen["corners"][0] == list(POND[0])
    tools.stop()
    qtbot.waitUntil(lambda: _pen(qtbot, view)["mode"] == "")


def test_areas_are_drawn_and_touched_at_their_edge(qtbot: QtBot, view: MapView, tools: DrawingTools) -> None:
    view.set_lagen(replace(Lagen(), gebieden=(AREA, OVER)))
    wait_painted(qtbot, view, "scene")
    view.center_on(POND[0][0], POND[0][1], 16)
    qtbot.waitUntil(lambda: inspect(qtbot, view)["gebieden"] == ["Plein"])
    qtbot.waitUntil(lambda: has_colour(picture(view), view.themes.theme.color("k-hier"), 320, 200, 14))
    with qtbot.waitSignal(view.object_selected) as chosen:
        click(view, 320, 180)
    assert chosen.args == ["gebied", "g1"]
    with qtbot.waitSignal(view.map_clicked):
        click(view, 500, 100)
    tools.set_expired_visible(visible=True)
    qtbot.waitUntil(lambda: inspect(qtbot, view)["gebieden"] == ["Plein", "Feest"])
    tools.hide_area("g1")
    qtbot.waitUntil(lambda: inspect(qtbot, view)["gebieden"] == ["Feest"])


def test_showing_an_area_brings_it_into_view(qtbot: QtBot, view: MapView, tools: DrawingTools) -> None:
    view.set_layer_visible("gebieden", visible=False)
    view.set_lagen(replace(Lagen(), gebieden=(AREA,)))
    wait_painted(qtbot, view, "scene")
    view.center_on(4.9, 52.2, 10)
    tools.show_area("g1")
    middle = (5.0255, 52.0135)
    qtbot.waitUntil(lambda: math.dist((inspect(qtbot, view)["lon"], inspect(qtbot, view)["lat"]), middle) < 0.001)
    assert inspect(qtbot, view)["shown"]["gebieden"] is True


def test_who_may_not_draw_has_a_ruler_only(qtbot: QtBot, view: MapView) -> None:
    DrawingTools(view, may_draw=False)
    qtbot.waitUntil(lambda: evaluate(qtbot, view, "document.querySelectorAll('.boa-icoon-ruler').length") == 1)
    assert evaluate(qtbot, view, "document.querySelectorAll('.boa-icoon-pentagon').length") == 0
