"""Heat in a real window: its pixels have the colour of their class, on every zoom, by day and by night."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from boa_app.analysis.crs import to_rd
from boa_app.analysis.warmteblokken import Cellen, Dichtheid
from boa_app.mapping.warmte import DEKKING, GRENZEN
from boa_app.ui.map.profile import MapProfile
from boa_app.ui.map.view import MapOptions, MapView
from boa_app.ui.map.warmte import HeatLayer
from boa_app.ui.theme import ThemeManager
from boa_app.usecases.warmte import Warmte
from tests.ui.map.maps import MIDDLE, Lagen, evaluate, inspect, picture, shown_map, surface, wait_painted

pytestmark = pytest.mark.webengine
OPTIONS = MapOptions(layers=("punten", "warmte", "buurten"))
# East of the middle, in degrees: within the same blot, and a kilometre and a half away.
NEAR, FAR = 0.0012, 0.02


@pytest.fixture(autouse=True)
def _threads_end(map_profile: MapProfile) -> Iterator[None]:
    yield
    map_profile.forget_data()


def made(*places: tuple[float, float], each: int = 20, is_kort: bool = False) -> Warmte:
    lon, lat = ([place[axis] for place in places for _ in range(each)] for axis in (0, 1))
    cellen = Cellen(*to_rd(lon, lat))
    dichtheid = Dichtheid(cellen, cellen.tel(np.ones(len(lon), dtype=np.bool_)), 75, 1.0)
    return Warmte(dichtheid, len(lon), 365, is_kort)


def expected(themes: ThemeManager, warmte: Warmte, lon: float, lat: float) -> QColor:
    """The colour of a place on a map without anything else: its class over the colour of land."""
    (value,) = warmte.dichtheid.sample(*(np.atleast_1d(part) for part in to_rd(lon, lat)))
    number = sum(float(value) >= limit for limit in GRENZEN)
    land = themes.theme.color("k-land")
    if number == 0:
        return land
    colour, part = themes.theme.color(f"h{number}"), DEKKING[number - 1]
    mixed = [
        round(top * part + low * (1 - part))
        for top, low in zip(colour.getRgb()[:3], land.getRgb()[:3], strict=True)  # type: ignore[misc]
    ]
    return QColor(*mixed)


def is_close(image: QImage, x: float, y: float, wanted: QColor) -> bool:
    found = image.pixelColor(round(x), round(y))
    return all(abs(a - b) <= 4 for a, b in zip(found.getRgb()[:3], wanted.getRgb()[:3], strict=True))  # type: ignore[misc]


def spot(qtbot: QtBot, view: MapView, lon: float, lat: float) -> tuple[float, float]:
    at: dict[str, float] = evaluate(qtbot, view, f"Boa.map.latLngToContainerPoint([{lat}, {lon}])")
    return at["x"], at["y"]


def show(qtbot: QtBot, view: MapView, layer: HeatLayer, warmte: Warmte) -> None:
    with qtbot.waitSignal(view.map_painted, check_params_cb=lambda what: what == "warmte", timeout=15_000):
        layer.show(warmte)


def state(qtbot: QtBot, view: MapView) -> dict[str, Any]:
    return dict(inspect(qtbot, view)["warmte"])


def test_pixels_have_the_colour_of_their_class_on_every_zoom_and_nothing_is_elsewhere(
    qtbot: QtBot, map_profile: MapProfile, each_theme: ThemeManager
) -> None:
    warmte = made(MIDDLE)
    with shown_map(qtbot, map_profile, each_theme, OPTIONS) as view:
        layer = HeatLayer(view)
        view.center_on(*MIDDLE, 15)
        show(qtbot, view, layer, warmte)
        for zoom in (13.0, 14.25, 15.0, 16.0, 17.5):
            # In the middle of each: the blot, the empty land beyond it, and its flank where that is wide enough to see.
            for shift in (0.0, FAR) if zoom < 15 else (0.0, NEAR, FAR):
                lon, lat = MIDDLE[0] + shift, MIDDLE[1]
                wanted = expected(each_theme, warmte, lon, lat)
                view.center_on(lon, lat, zoom)
                x, y = spot(qtbot, view, lon, lat)
                qtbot.waitUntil(lambda x=x, y=y, wanted=wanted: is_close(picture(view), x, y, wanted), timeout=15_000)
        assert expected(each_theme, warmte, *MIDDLE) != expected(each_theme, warmte, MIDDLE[0] + NEAR, MIDDLE[1])


def test_the_heat_before_stays_until_the_new_one_is_there(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager
) -> None:
    first, second = made(MIDDLE, each=2), made(MIDDLE, each=60)
    with shown_map(qtbot, map_profile, themes, OPTIONS) as view:
        layer = HeatLayer(view)
        view.center_on(*MIDDLE, 15)
        show(qtbot, view, layer, first)
        x, y = spot(qtbot, view, *MIDDLE)
        low, high = expected(themes, first, *MIDDLE), expected(themes, second, *MIDDLE)
        assert low != high
        qtbot.waitUntil(lambda: is_close(picture(view), x, y, low))
        other: list[str] = []

        def is_new() -> bool:
            image = picture(view)
            if not (is_close(image, x, y, low) or is_close(image, x, y, high)):
                other.append(image.pixelColor(round(x), round(y)).name())
            return is_close(image, x, y, high)

        layer.show(second)
        qtbot.waitUntil(is_new, timeout=15_000)
        assert other == []


def test_of_many_after_each_other_the_last_one_is_shown(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager
) -> None:
    with shown_map(qtbot, map_profile, themes, OPTIONS) as view:
        layer = HeatLayer(view)
        view.center_on(*MIDDLE, 15)
        for count in range(1, 12):
            last = made(MIDDLE, each=5 * count)
            layer.show(last)
        x, y = spot(qtbot, view, *MIDDLE)
        wanted = expected(themes, last, *MIDDLE)
        qtbot.waitUntil(lambda: not state(qtbot, view)["wacht"], timeout=15_000)
        qtbot.waitUntil(lambda: is_close(picture(view), x, y, wanted), timeout=15_000)
        # Those in between are not kept.
        assert len(layer._urls) <= 3


def test_another_theme_colours_it_anew(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    warmte = made(MIDDLE)
    with shown_map(qtbot, map_profile, themes, OPTIONS) as view:
        layer = HeatLayer(view)
        view.center_on(*MIDDLE, 15)
        show(qtbot, view, layer, warmte)
        themes.set_choice("donker")
        x, y = spot(qtbot, view, *MIDDLE)
        wanted = expected(themes, warmte, *MIDDLE)
        qtbot.waitUntil(lambda: is_close(picture(view), x, y, wanted), timeout=15_000)


def test_the_layer_is_switched_by_its_word_with_the_keyboard(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager
) -> None:
    warmte = made(MIDDLE)
    land = themes.theme.color("k-land")
    with shown_map(qtbot, map_profile, themes, OPTIONS) as view:
        layer = HeatLayer(view)
        view.center_on(*MIDDLE, 15)
        show(qtbot, view, layer, warmte)
        x, y = spot(qtbot, view, *MIDDLE)
        words = 'document.querySelector(".boa-woord[aria-label=Warmte]")'
        evaluate(qtbot, view, f"({words}.focus(), 0)")
        with qtbot.waitSignal(view.layer_toggled) as toggled:
            QTest.keyClick(surface(view), Qt.Key.Key_Space)
        assert toggled.args == ["warmte", False]
        qtbot.waitUntil(lambda: is_close(picture(view), x, y, land), timeout=15_000)
        assert evaluate(qtbot, view, 'document.querySelector(".boa-legenda").hidden') is True
        with qtbot.waitSignal(view.layer_toggled):
            QTest.keyClick(surface(view), Qt.Key.Key_Space)
        wanted = expected(themes, warmte, *MIDDLE)
        qtbot.waitUntil(lambda: is_close(picture(view), x, y, wanted), timeout=15_000)
        assert evaluate(qtbot, view, f'{words}.getAttribute("aria-pressed")') == "true"


def test_the_legend_says_unit_limits_and_what_it_means(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager
) -> None:
    with shown_map(qtbot, map_profile, themes, OPTIONS) as view:
        layer = HeatLayer(view)
        view.set_lagen(Lagen())
        show(qtbot, view, layer, made(MIDDLE))
        part = 'document.querySelector(".boa-legenda-warmte")'
        limits = f'[...{part}.querySelectorAll(".boa-legenda-grens")].map((e) => e.textContent)'
        assert evaluate(qtbot, view, limits) == ["0,25", "0,5", "1", "2", "4", "8"]
        assert evaluate(qtbot, view, f'{part}.querySelector(".boa-legenda-titel").textContent') == (
            "Meldingen per ha per jaarsigma 75 m"
        )
        sentences = f'[...{part}.querySelectorAll(".boa-legenda-zin")].map((e) => e.textContent)'
        assert evaluate(qtbot, view, sentences) == [
            "Hoe roder, hoe vaker hier is gemeld.",
            "De kaart telt meldingen, niet wat niemand meldde.",
        ]
        colours = f'[...{part}.querySelectorAll(".boa-legenda-kleur")].map((e) => getComputedStyle(e).backgroundColor)'
        assert evaluate(qtbot, view, colours) == [
            "rgb({}, {}, {})".format(*themes.theme.color(f"h{number}").getRgb()[:3])  # type: ignore[index]
            for number in range(1, 7)
        ]
        # The source of the map stays in sight whatever layers are on.
        assert evaluate(qtbot, view, 'document.querySelector(".boa-bron").hidden') is False
        layer.show(made(MIDDLE, is_kort=True))
        assert evaluate(qtbot, view, sentences)[2] == "Korter dan 4 weken: gerekend over 4 weken."
        layer.show(made())
        assert evaluate(qtbot, view, sentences) == ["Geen meldingen om warmte van te maken."]


def test_a_page_made_anew_gets_its_heat_back_and_clearing_takes_it_away(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager
) -> None:
    warmte = made(MIDDLE)
    with shown_map(qtbot, map_profile, themes, OPTIONS) as view:
        layer = HeatLayer(view)
        view.center_on(*MIDDLE, 15)
        show(qtbot, view, layer, warmte)
        view._reload()
        wait_painted(qtbot, view, "warmte")
        x, y = spot(qtbot, view, *MIDDLE)
        wanted = expected(themes, warmte, *MIDDLE)
        qtbot.waitUntil(lambda: is_close(picture(view), x, y, wanted), timeout=15_000)
        layer.clear()
        land = themes.theme.color("k-land")
        qtbot.waitUntil(lambda: is_close(picture(view), x, y, land), timeout=15_000)
        assert layer.warmte is None
        assert evaluate(qtbot, view, 'document.querySelector(".boa-legenda-warmte")') is None


def test_a_drag_finds_the_heat_beside_the_window_there_already(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager
) -> None:
    beside = (MIDDLE[0] + 0.012, MIDDLE[1])
    warmte = made(MIDDLE, beside)
    with shown_map(qtbot, map_profile, themes, OPTIONS) as view:
        layer = HeatLayer(view)
        view.center_on(*MIDDLE, 15)
        show(qtbot, view, layer, warmte)
        pictures = 'document.querySelectorAll(".leaflet-boaWarmte-pane img").length'
        few = evaluate(qtbot, view, pictures)
        qtbot.waitUntil(lambda: evaluate(qtbot, view, pictures) > few, timeout=15_000)
        qtbot.waitUntil(lambda: map_profile.tiles.waiting == 0, timeout=15_000)
        # In the same step as the move: nothing can have been fetched since.
        moved = "(Boa.map.panBy([300, 0], { animate: false }), JSON.parse(Boa.api.inspect()).warmte.heel)"
        assert evaluate(qtbot, view, moved) is True
        x, y = spot(qtbot, view, *beside)
        wanted = expected(themes, warmte, *beside)
        qtbot.waitUntil(lambda: is_close(picture(view), x, y, wanted), timeout=15_000)


def test_themes_and_filters_in_a_row_end_with_the_last_of_both(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager
) -> None:
    with shown_map(qtbot, map_profile, themes, OPTIONS) as view:
        layer = HeatLayer(view)
        view.center_on(*MIDDLE, 15)
        assert not layer.is_behind
        for count in range(1, 9):
            last = made(MIDDLE, each=5 * count)
            layer.show(last)
            themes.set_choice("donker" if count % 2 else "licht")
            view.center_on(MIDDLE[0] + 0.0001 * count, MIDDLE[1], 15)
        themes.set_choice("donker")
        assert layer.is_behind
        wanted = expected(themes, last, *MIDDLE)
        qtbot.waitUntil(lambda: not layer.is_behind and not state(qtbot, view)["wacht"], timeout=15_000)
        x, y = spot(qtbot, view, *MIDDLE)
        qtbot.waitUntil(lambda: is_close(picture(view), x, y, wanted), timeout=15_000)
        assert map_profile.tiles.failed == 0
        assert map_profile.handler.missed == []
