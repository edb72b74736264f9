"""The map in a real WebEngine: real clicks, real pixels, nothing goes out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEnginePage
from pytestqt.qtbot import QtBot

from boa_app.ui.map.profile import MapProfile
from boa_app.ui.map.view import MapOptions, MapView, Neighbour, NumberedPlace
from boa_app.ui.theme import ThemeManager
from tests.ui.map.maps import (
    MIDDLE,
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
ALL_LAYERS = ("punten", "buurten", "jops", "schouwen")


def test_base_map_is_drawn_in_the_colours_of_the_theme(
    qtbot: QtBot, map_profile: MapProfile, each_theme: ThemeManager
) -> None:
    with shown_map(qtbot, map_profile, each_theme) as view:
        view.set_lagen(Lagen())
        wait_painted(qtbot, view, "scene")
        view.center_on(5.0255, 52.0135, 16)
        qtbot.waitUntil(lambda: has_colour(picture(view), each_theme.theme.color("k-water"), 380, 300))
        assert evaluate(qtbot, view, 'document.querySelector(".boa-bron").textContent') == "© Proefbron"
        assert evaluate(qtbot, view, 'document.querySelector(".boa-melding").hidden') is True


def test_switching_the_theme_repaints_what_is_there(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager
) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        view.set_lagen(Lagen())
        view.center_on(5.0255, 52.0135, 16)
        themes.set_choice("donker")
        qtbot.waitUntil(lambda: has_colour(picture(view), themes.theme.color("k-water"), 380, 300))


def test_without_a_kaartpakket_points_still_show_and_one_sentence_says_why(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager
) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        view.set_lagen(None)
        view.set_points([1], [MIDDLE[0]], [MIDDLE[1]])
        wait_painted(qtbot, view, "punten")
        ((x, y, count),) = inspect(qtbot, view)["discs"]
        assert count == 1
        qtbot.waitUntil(lambda: has_colour(picture(view), themes.theme.color("k-stip"), x, y))
        note = evaluate(qtbot, view, 'document.querySelector(".boa-melding").textContent')
        assert note == "Geen kaartpakket geladen. Punten blijven zichtbaar."
        assert has_colour(picture(view), themes.theme.color("k-land"), 100, 100)


def test_a_touched_point_tells_its_number(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        view.set_lagen(Lagen())
        view.set_points([11, 12], [5.015, 5.025], [52.01, 52.01])
        wait_painted(qtbot, view, "punten")
        west = min(inspect(qtbot, view)["discs"])
        with qtbot.waitSignal(view.point_selected) as touched:
            click(view, west[0], west[1])
        assert touched.args == [11]


def test_a_double_click_opens(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        view.set_lagen(Lagen())
        view.set_points([11], [MIDDLE[0]], [MIDDLE[1]])
        wait_painted(qtbot, view, "punten")
        ((x, y, _),) = inspect(qtbot, view)["discs"]
        with qtbot.waitSignal(view.point_activated) as opened:
            double_click(view, x, y)
        assert opened.args == [11]


def test_an_empty_place_tells_where_it_is(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        view.set_lagen(Lagen())
        wait_painted(qtbot, view, "scene")
        view.center_on(*MIDDLE, 15)
        qtbot.waitUntil(lambda: inspect(qtbot, view)["zoom"] == 15)
        with qtbot.waitSignal(view.map_clicked) as clicked:
            click(view, 320, 240)
        assert clicked.args == pytest.approx(MIDDLE, abs=1e-4)


def test_a_disc_opens_by_coming_nearer(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        view.set_lagen(Lagen())
        view.set_points([1, 2], [5.0200, 5.0204], [52.01, 52.01])
        view.center_on(*MIDDLE, 13)
        wait_painted(qtbot, view, "punten")
        ((x, y, count),) = inspect(qtbot, view)["discs"]
        assert count == 2
        click(view, x, y)
        qtbot.waitUntil(lambda: len(inspect(qtbot, view)["discs"]) == 2, timeout=5000)


def test_the_chosen_melding_is_ringed_with_a_call_out(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager
) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        view.set_lagen(Lagen())
        view.set_points([11], [MIDDLE[0]], [MIDDLE[1]])
        view.center_on(*MIDDLE, 15)
        view.set_selected(11, "<b>Stemgeluid</b>", "vr 20-11-2026 om 20:58")
        wait_painted(qtbot, view, "punten")
        title = 'document.querySelector(".boa-bijschrift-titel")'
        qtbot.waitUntil(lambda: evaluate(qtbot, view, f"{title} !== null"))
        # Text from data is text, never HTML.
        assert evaluate(qtbot, view, f"{title}.textContent") == "<b>Stemgeluid</b>"
        assert evaluate(qtbot, view, f"{title}.childElementCount") == 0
        ring = themes.theme.color("keuze-lijn")
        qtbot.waitUntil(lambda: has_colour(picture(view), ring, 320 + 16, 240, reach=3))
        view.set_selected(None)
        qtbot.waitUntil(lambda: evaluate(qtbot, view, f"{title} === null"))


def test_the_pin_follows_a_click_and_the_arrow_keys(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager
) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        view.set_lagen(Lagen())
        view.center_on(*MIDDLE, 16)
        view.set_pin(*MIDDLE, 12.0)
        view.set_pin_mode(True)
        wait_painted(qtbot, view, "scene")
        qtbot.waitUntil(lambda: evaluate(qtbot, view, 'document.querySelectorAll(".boa-prikken .boa-pin").length') == 1)
        with qtbot.waitSignal(view.pin_moved) as moved:
            click(view, 400, 200)
        lon, lat = moved.args
        assert lon > MIDDLE[0] and lat > MIDDLE[1]
        evaluate(qtbot, view, 'document.querySelector(".boa-pin-vak").focus()')
        surface(view).setFocus()
        with qtbot.waitSignal(view.pin_moved) as moved:
            QTest.keyClick(surface(view), Qt.Key.Key_Left)
        assert moved.args[0] < lon and moved.args[1] == pytest.approx(lat, abs=1e-6)


def test_what_lies_on_the_map_can_be_chosen_and_has_a_name(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager
) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        view.set_lagen(Lagen())
        view.set_places([NumberedPlace("plek-1", "1", "Het Plein", 5.02, 52.01)])
        view.set_neighbours([Neighbour(9, 5.03, 52.01, "20:58")])
        names = '[...document.querySelectorAll(".boa-merk")].map((e) => e.getAttribute("aria-label")).sort()'
        qtbot.waitUntil(lambda: evaluate(qtbot, view, names) == ["20:58", "Het Plein", "JOP Zuid"])
        sizes = '[...document.querySelectorAll(".boa-merk")].map((e) => [e.offsetWidth, e.offsetHeight])'
        assert evaluate(qtbot, view, sizes) == [[44, 44]] * 3
        chosen = []
        view.object_selected.connect(lambda kind, uid: chosen.append((kind, uid)))
        evaluate(qtbot, view, "document.querySelector('[aria-label=\"Het Plein\"]').click()")
        evaluate(qtbot, view, "document.querySelector('[aria-label=\"JOP Zuid\"]').click()")
        qtbot.waitUntil(lambda: chosen == [("plek", "plek-1"), ("jop", "jop-1")])
        with qtbot.waitSignal(view.point_selected) as touched:
            evaluate(qtbot, view, "document.querySelector('[aria-label=\"20:58\"]').click()")
        assert touched.args == [9]


def test_layers_are_words_with_a_state(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    with shown_map(qtbot, map_profile, themes, MapOptions(layers=ALL_LAYERS)) as view:
        view.set_lagen(Lagen())
        words = (
            '[...document.querySelectorAll(".boa-woord")].map((e) => [e.textContent, e.getAttribute("aria-pressed")])'
        )
        assert evaluate(qtbot, view, words) == [
            ["Punten", "true"],
            ["Buurten", "true"],
            ["JOP's", "true"],
            ["Schouwroutes", "false"],
        ]
        with qtbot.waitSignal(view.layer_toggled) as toggled:
            evaluate(qtbot, view, 'document.querySelectorAll(".boa-woord")[3].click()')
        assert toggled.args == ["schouwen", True]
        assert inspect(qtbot, view)["shown"]["schouwen"] is True
        part = 'document.querySelector(".boa-legenda-schouwen")'
        legend = f"{part} && {part}.textContent"
        # The routes come with the scene, which the page fetches on its own time.
        qtbot.waitUntil(lambda: evaluate(qtbot, view, legend) == "Schouwroutes per groepA")
        view.set_layer_visible("schouwen", False)
        qtbot.waitUntil(lambda: evaluate(qtbot, view, f"{part} === null"))
        # What is still shown is still explained.
        assert evaluate(qtbot, view, 'document.querySelector(".boa-legenda-inhoud").textContent') == "JOP"
        view.set_layer_visible("jops", False)
        qtbot.waitUntil(lambda: evaluate(qtbot, view, 'document.querySelector(".boa-legenda").hidden'))


def test_hollow_points_get_a_word(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    legend = 'document.querySelector(".boa-legenda-inhoud")'
    with shown_map(qtbot, map_profile, themes, MapOptions(layers=ALL_LAYERS)) as view:
        view.set_points([1, 2], [5.01, 5.03], [52.01, 52.01], [0, 1])
        wait_painted(qtbot, view, "punten")
        assert evaluate(qtbot, view, f"{legend}.textContent") == "Niemand aangetroffen"
        view.set_points([1], [5.01], [52.01], [0])
        wait_painted(qtbot, view, "punten")
        assert evaluate(qtbot, view, f"{legend}.parentElement.hidden") is True


def test_a_route_can_be_chosen(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    with shown_map(qtbot, map_profile, themes, MapOptions(layers=ALL_LAYERS, hidden_layers=())) as view:
        view.set_lagen(Lagen())
        wait_painted(qtbot, view, "scene")
        view.center_on(5.008, 52.003, 16)
        qtbot.waitUntil(lambda: has_colour(picture(view), themes.theme.color("gA"), 320, 240))
        with qtbot.waitSignal(view.object_selected) as chosen:
            click(view, 320, 240)
        assert chosen.args == ["schouw", "s-1"]


def test_every_control_is_large_enough_and_named(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    options = MapOptions(layers=ALL_LAYERS, locate=True, overview=True)
    with shown_map(qtbot, map_profile, themes, options) as view:
        buttons = (
            '[...document.querySelectorAll("button")].filter((e) => e.offsetParent !== null).map((e) =>'
            ' [e.getAttribute("aria-label"), e.offsetWidth >= 44 && e.offsetHeight >= 44])'
        )
        names = ["Punten", "Buurten", "JOP's", "Schouwroutes", "Inzoomen", "Uitzoomen", "Mijn plaats", "Hele kaart"]
        assert evaluate(qtbot, view, buttons) == [[name, True] for name in names]
        before = inspect(qtbot, view)["zoom"]
        evaluate(qtbot, view, "document.querySelector('[aria-label=Inzoomen]').click()")
        qtbot.waitUntil(lambda: inspect(qtbot, view)["zoom"] > before)
        with qtbot.waitSignal(view.locate_requested):
            evaluate(qtbot, view, "document.querySelector('[aria-label=\"Mijn plaats\"]').click()")


def test_text_on_the_map_is_13_px_or_more(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    with shown_map(qtbot, map_profile, themes, MapOptions(layers=ALL_LAYERS)) as view:
        view.set_lagen(Lagen())
        sizes = (
            '[...document.querySelectorAll(".boa-laag *")].filter((e) => e.textContent && !e.childElementCount)'
            ".map((e) => parseFloat(getComputedStyle(e).fontSize))"
        )
        assert min(evaluate(qtbot, view, sizes)) >= 13
        assert evaluate(qtbot, view, 'document.fonts.check("13px \\"Atkinson Hyperlegible Next\\"")') is True


def test_it_keeps_the_municipality_in_view_when_the_window_grows(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager
) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        view.set_lagen(Lagen())
        wait_painted(qtbot, view, "scene")
        before = inspect(qtbot, view)["zoom"]
        view.resize(1280, 960)
        qtbot.waitUntil(lambda: inspect(qtbot, view)["zoom"] > before)


def test_a_page_that_dies_gives_a_sentence_and_comes_back_with_everything(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager
) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        view.set_lagen(Lagen())
        view.set_points([11], [MIDDLE[0]], [MIDDLE[1]])
        wait_painted(qtbot, view, "punten")
        assert view.page is not None
        with qtbot.waitSignal(view.map_failed):
            view.page.renderProcessTerminated.emit(
                QWebEnginePage.RenderProcessTerminationStatus.CrashedTerminationStatus, 1
            )
        assert view.page is None and not view.is_ready
        failure = view.findChild(type(view._failure))
        assert failure.isVisibleTo(view) and failure.button.text() == "Kaart opnieuw laden"
        qtbot.mouseClick(failure.button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: view.is_ready, timeout=20_000)
        wait_painted(qtbot, view, "punten")
        assert [disc[2] for disc in inspect(qtbot, view)["discs"]] == [1]


def test_without_webengine_it_says_so(qtbot: QtBot, themes: ThemeManager) -> None:
    view = MapView(None, themes)
    qtbot.addWidget(view)
    view.set_lagen(Lagen())
    view.set_points([1], [5.0], [52.0])
    view.show()
    assert view._failure.isVisible() and not view._failure.button.isVisible()
    view.release()


def test_clear_takes_all_data_off(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        view.set_lagen(Lagen())
        view.set_points([11], [MIDDLE[0]], [MIDDLE[1]])
        view.set_pin(*MIDDLE)
        wait_painted(qtbot, view, "punten")
        view.clear()
        qtbot.waitUntil(lambda: inspect(qtbot, view)["discs"] == [])
        assert evaluate(qtbot, view, 'document.querySelectorAll(".boa-merk, .boa-pin").length') == 0


def test_grab_is_a_png(qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        assert view.grab_png().startswith(b"\x89PNG")
        assert QColor(picture(view).pixelColor(5, 5)).isValid()


def test_a_window_that_shrinks_to_nothing_and_grows_again_keeps_the_view(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager
) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        view.set_lagen(Lagen())
        view.fit()
        wait_painted(qtbot, view, "scene")
        before = inspect(qtbot, view)
        web = view.web_view()
        assert web is not None
        web.resize(640, 24)
        qtbot.waitUntil(lambda: evaluate(qtbot, view, "Boa.map.getSize().y") == 24)
        view.show_if_outside(5.039, 52.019)
        web.resize(640, 480)
        qtbot.waitUntil(lambda: evaluate(qtbot, view, "Boa.map.getSize().y") == 480)
        after = inspect(qtbot, view)
        assert (after["zoom"], after["lat"]) == pytest.approx((before["zoom"], before["lat"]), abs=1e-4)


def test_signs_of_jops_hang_beside_their_place_and_under_every_figure(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager
) -> None:
    with shown_map(qtbot, map_profile, themes) as view:
        view.set_lagen(Lagen())
        view.set_places([NumberedPlace("plek-1", "4", "Het Plein", 5.01, 52.008)])
        view.set_points([1, 2], [5.01, 5.01], [52.008, 52.008])
        boxes = '[...document.querySelectorAll(".boa-jop, .boa-plek")].map((e) => e.getBoundingClientRect())'
        qtbot.waitUntil(lambda: len(evaluate(qtbot, view, boxes)) == 2)
        jop, plek = sorted(evaluate(qtbot, view, boxes), key=lambda box: -box["left"])
        assert jop["left"] >= plek["left"] + plek["width"] / 2
        assert jop["bottom"] <= plek["top"] + plek["height"] / 2
        layers = (
            '["boaJops", "boaPunten", "markerPane"].map((n) => Number(getComputedStyle(Boa.map.getPane(n)).zIndex))'
        )
        assert evaluate(qtbot, view, layers) == [415, 420, 600]


def test_the_sentence_and_the_legend_leave_the_scale_free(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager
) -> None:
    with shown_map(qtbot, map_profile, themes, MapOptions(layers=("punten",))) as view:
        view.resize(360, 300)
        view.set_lagen(None)
        view.set_points([1], [5.01], [52.008], [1])
        parts = '["boa-legenda", "boa-melding", "leaflet-control-scale"].map((n) =>'
        parts += ' document.querySelector("." + n).getBoundingClientRect())'
        qtbot.waitUntil(lambda: evaluate(qtbot, view, parts)[0]["height"] > 0)
        legend, note, scale = evaluate(qtbot, view, parts)
        assert legend["bottom"] <= note["top"]
        assert note["right"] <= scale["left"]
        assert note["bottom"] <= 300


def test_without_ground_signs_tell_their_names_and_there_is_no_switch_for_buurten(
    qtbot: QtBot, map_profile: MapProfile, themes: ThemeManager
) -> None:
    with shown_map(qtbot, map_profile, themes, MapOptions(layers=("punten", "buurten"), bare_note="Typ iets")) as view:
        view.set_lagen(Lagen(omtrek=(), vlakken=(), buurten=(), straten=()))
        shown = '[...document.querySelectorAll(".boa-merk-naam, .boa-woord, .boa-melding")]'
        shown += ".filter((e) => e.offsetWidth > 0).map((e) => e.textContent)"
        qtbot.waitUntil(lambda: evaluate(qtbot, view, shown) == ["JOP Zuid", "Punten", "Typ iets"])
        view.set_lagen(Lagen())
        qtbot.waitUntil(lambda: evaluate(qtbot, view, shown) == ["Punten", "Buurten"])
