"""The call-out of the chosen melding never lies under a control or off the map, wherever its point lies."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from boa_app.ui.map.profile import MapProfile
from boa_app.ui.map.view import MapOptions, MapView
from boa_app.ui.theme import ThemeManager
from tests.ui.map.maps import MIDDLE, Lagen, evaluate, shown_map, wait_painted

pytestmark = pytest.mark.webengine
NAMES = ("punten", "buurten", "jops")
# How much of the call-out lies outside the map, and behind each control that is there.
HIDDEN = """(() => {
  const box = document.querySelector(".boa-bijschrift")?.getBoundingClientRect();
  if (!box || box.width === 0) {
    return null;
  }
  const shared = (o) => Math.max(0, Math.min(box.right, o.right) - Math.max(box.left, o.left)) *
    Math.max(0, Math.min(box.bottom, o.bottom) - Math.max(box.top, o.top));
  const whole = { left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight };
  const controls = [...document.querySelectorAll(
    ".boa-woord, .boa-knoppen, .boa-legenda, .boa-melding, .boa-bron, .leaflet-control-scale")];
  const ring = document.querySelector(".boa-gekozen-stip").getBoundingClientRect();
  const named = controls.map((one) => [one.className, shared(one.getBoundingClientRect())]);
  return {
    outside: Math.round(box.width * box.height - shared(whole)),
    behind: named.filter(([, area]) => area > 0),
    onItself: shared(ring),
    controls: controls.filter((one) => one.getBoundingClientRect().width > 0).length,
  };
})()"""
FREE = {"outside": 0, "behind": [], "onItself": 0}
CENTRE = """(() => {
  const at = Boa.map.containerPointToLatLng([%d, %d]);
  return [at.lng, at.lat];
})()"""
CORNERS = 'document.querySelector(".boa-linksonder").getBoundingClientRect().top'
LEGEND = '(Boa.api.set_warmte("", {titel: "Meldingen per ha per jaar", zinnen: ["Hoe roder, hoe vaker."]}), 1)'


def _choose(qtbot: QtBot, view: MapView, x: int, y: int) -> None:
    lon, lat = evaluate(qtbot, view, CENTRE % (x, y))
    view.set_points([11], [lon], [lat])
    view.set_selected(11, "Stemgeluid, groep 5-9", "vr 20-11-2026 om 20:58")
    wait_painted(qtbot, view, "punten")


def _is_free(qtbot: QtBot, view: MapView) -> bool:
    seen: dict[str, Any] | None = evaluate(qtbot, view, HIDDEN)
    return seen is not None and seen["controls"] >= 5 and {name: seen[name] for name in FREE} == FREE


@pytest.mark.parametrize(
    "place",
    [
        (560, 120),
        (560, 200),
        (600, 300),
        (610, 400),
        (540, 420),
        (320, 90),
        (40, 120),
        (40, 240),
        (60, 380),
        (320, 440),
    ],
)
def test_it_keeps_clear_of_the_controls(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager, place: tuple[int, int]
) -> None:
    with shown_map(qtbot, map_profile, themes, MapOptions(layers=NAMES)) as view:
        view.set_lagen(Lagen())
        view.center_on(*MIDDLE, 15)
        wait_painted(qtbot, view, "scene")
        _choose(qtbot, view, *place)
        qtbot.waitUntil(lambda: _is_free(qtbot, view), timeout=15_000)


def test_it_moves_when_the_map_gets_smaller(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    with shown_map(qtbot, map_profile, themes, MapOptions(layers=NAMES)) as view:
        view.resize(900, 480)
        qtbot.waitUntil(lambda: evaluate(qtbot, view, "Boa.map.getSize().x") == 900, timeout=15_000)
        view.set_lagen(Lagen())
        view.center_on(*MIDDLE, 15)
        wait_painted(qtbot, view, "scene")
        _choose(qtbot, view, 560, 300)
        qtbot.waitUntil(lambda: _is_free(qtbot, view), timeout=15_000)
        view.resize(640, 480)
        qtbot.waitUntil(lambda: evaluate(qtbot, view, "Boa.map.getSize().x") == 640, timeout=15_000)
        qtbot.waitUntil(lambda: _is_free(qtbot, view), timeout=15_000)


def test_it_moves_when_the_legend_grows(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    """Nothing but the legend changes: no move, no other choice."""
    with shown_map(qtbot, map_profile, themes, MapOptions(layers=(*NAMES, "warmte"))) as view:
        view.set_lagen(Lagen())
        view.center_on(*MIDDLE, 15)
        wait_painted(qtbot, view, "scene")
        _choose(qtbot, view, 300, 400)
        qtbot.waitUntil(lambda: _is_free(qtbot, view), timeout=15_000)
        before = evaluate(qtbot, view, CORNERS)
        evaluate(qtbot, view, LEGEND)
        qtbot.waitUntil(lambda: evaluate(qtbot, view, CORNERS) < before, timeout=15_000)
        qtbot.waitUntil(lambda: _is_free(qtbot, view), timeout=15_000)
