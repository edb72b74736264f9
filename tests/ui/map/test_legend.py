"""The legend stands open on a large map and waits behind its button on a small one."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from boa_app.ui.map.profile import MapProfile
from boa_app.ui.map.view import MapOptions
from boa_app.ui.theme import ThemeManager
from tests.ui.map.maps import Lagen, evaluate, shown_map, wait_painted

pytestmark = pytest.mark.webengine
SEEN = '[".boa-legenda-inhoud", ".boa-legenda-knop"].map((n) => document.querySelector(n).offsetParent !== null)'
PRESS = '(document.querySelector(".boa-legenda-knop").click(), 1)'


def test_a_small_map_folds_it(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    with shown_map(qtbot, map_profile, themes, MapOptions(layers=("punten", "jops"))) as view:
        view.set_lagen(Lagen())
        wait_painted(qtbot, view, "scene")
        qtbot.waitUntil(lambda: evaluate(qtbot, view, SEEN) == [True, False], timeout=15_000)
        for width, height in ((480, 480), (640, 300)):
            view.resize(width, height)
            qtbot.waitUntil(lambda: evaluate(qtbot, view, SEEN) == [False, True], timeout=15_000)
            evaluate(qtbot, view, PRESS)
            assert evaluate(qtbot, view, SEEN) == [True, True]
            knop = 'document.querySelector(".boa-legenda-knop")'
            assert evaluate(qtbot, view, f"[{knop}.textContent, {knop}.ariaExpanded]") == ["Legenda", "true"]
            evaluate(qtbot, view, PRESS)
            assert evaluate(qtbot, view, SEEN) == [False, True]
