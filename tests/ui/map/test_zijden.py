"""Two places of one thing on a real map: both in sight, touched by hand, the chosen one marked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from boa_app.ui.map.profile import MapProfile
from boa_app.ui.map.zijden import NEAR_ZOOM, SidesLayer, Zijde
from boa_app.ui.theme import ThemeManager
from tests.ui.map.maps import Lagen, evaluate, inspect, shown_map

pytestmark = pytest.mark.webengine
MINE = Zijde("mijn", "M", "Mijn: Voorstraat", 5.0200, 52.0100, eigen=True)
THEIRS = Zijde("hun", "H", "Hun: Plein", 5.0203, 52.0101, eigen=False)
FAR = replace(THEIRS, lon=5.035, lat=52.018)
SIGNS = '[...document.querySelectorAll(".boa-zijde")].map((sign) => sign.textContent)'
IN_SIGHT = (
    '[...document.querySelectorAll(".boa-zijde")].map((sign) => sign.getBoundingClientRect()).every('
    "(box) => box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight)"
)


def test_near_places_are_shown_from_near(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        view.set_lagen(Lagen())
        SidesLayer(view).show((MINE, THEIRS))
        qtbot.waitUntil(lambda: evaluate(qtbot, view, SIGNS) == ["M", "H"], timeout=15_000)
        assert inspect(qtbot, view)["zoom"] == NEAR_ZOOM
        assert evaluate(qtbot, view, IN_SIGHT)


def test_far_places_are_both_in_sight(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        view.set_lagen(Lagen())
        SidesLayer(view).show((MINE, FAR))
        qtbot.waitUntil(lambda: evaluate(qtbot, view, SIGNS) == ["M", "H"], timeout=15_000)
        qtbot.waitUntil(lambda: evaluate(qtbot, view, IN_SIGHT), timeout=15_000)


def test_a_touch_chooses_and_the_choice_is_marked(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        sides = SidesLayer(view)
        sides.show((MINE, THEIRS))
        qtbot.waitUntil(lambda: evaluate(qtbot, view, SIGNS) == ["M", "H"], timeout=15_000)
        press = 'document.querySelectorAll(".boa-zijde")[1].parentElement.click()'
        with qtbot.waitSignal(sides.side_chosen, timeout=15_000) as chosen:
            evaluate(qtbot, view, f"({press}, 1)")
        assert chosen.args == ["hun"]
        sides.mark((MINE, replace(THEIRS, gekozen=True)))
        qtbot.waitUntil(lambda: inspect(qtbot, view)["zijden"] == [["M", False], ["H", True]], timeout=15_000)
        marked = 'document.querySelector(".boa-zijde-gekozen").parentElement.ariaPressed'
        assert evaluate(qtbot, view, marked) == "true"


def test_without_sides_nothing_is_left(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        sides = SidesLayer(view)
        sides.show((MINE, THEIRS))
        sides.show(())
        qtbot.waitUntil(lambda: inspect(qtbot, view)["zijden"] == [], timeout=15_000)
        assert evaluate(qtbot, view, SIGNS) == []
