"""The parts of the melding form: their look at the five sizes by day and by night, and the pin on the map."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from boa_app.domain.codelijsten import load_codelijsten
from boa_app.domain.text_guard import guard_text
from boa_app.paths import resource
from boa_app.ui.context import UiContext
from boa_app.ui.map.view import MapView
from boa_app.ui.meldingen.choices import ernst_choices, options, tile_choices
from boa_app.ui.meldingen.editor import FoldList
from boa_app.ui.meldingen.guarded_text import GuardedText
from boa_app.ui.meldingen.place_map import START_ZOOM
from boa_app.ui.meldingen.strip import GroupStrip
from boa_app.ui.theme import ThemeManager
from tests.ui.frames import FIVE_SIZES, wait_for_layout
from tests.ui.look import assert_look, assert_no_clipping, assert_one_yellow, resize_window
from tests.ui.map.maps import click
from tests.ui.meldingen.conftest import HERE, Hand, each_hand, hand, make_hand, map_hand
from tests.ui.meldingen.test_page import earlier
from tests.ui.small_store import NOW

__all__ = ["each_hand", "hand", "map_hand"]
FULL = (("soort", "GEL-STEM"), ("soort", "AFVAL"), ("ernst", "2"), ("groepsgrootte", "G3"), ("maatregel", "JOP"))


def fill(hand: Hand) -> None:
    """Everything chosen, the question asked, the JOP named."""
    earlier(hand, lon=HERE[0] + 0.0003)
    hand.new()
    hand.put_pin()
    for key, code in (*FULL, ("resultaat", "R3")):
        hand.tile(key, code).click()
    hand.qtbot.waitUntil(lambda: not hand.page.view.question.isHidden())


@pytest.mark.webengine
def test_look_of_the_filled_form_at_every_size(each_hand: Hand) -> None:
    fill(each_hand)
    for width, height in FIVE_SIZES:
        resize_window(each_hand.window, width, height)
        wait_for_layout()
        assert_look(each_hand.window)
        assert_one_yellow(each_hand.window)


def test_the_standard_melding_needs_no_scrolling(hand: Hand) -> None:
    fill(hand)
    for width, height in FIVE_SIZES[:4]:
        resize_window(hand.window, width, height)
        wait_for_layout()
        assert hand.page.view.box.verticalScrollBar().maximum() == 0, f"{width} x {height}"


def test_nothing_is_wider_than_the_window_at_any_size(hand: Hand) -> None:
    fill(hand)
    for width, height in FIVE_SIZES:
        resize_window(hand.window, width, height)
        wait_for_layout()
        box = hand.page.view.box
        assert box.widget().width() <= box.viewport().width(), f"{width} x {height}"


@pytest.fixture
def english_hand(qtbot: QtBot, qapp: QApplication, ui: UiContext) -> Iterator[Hand]:
    translator = QTranslator()
    assert translator.load(str(resource("built", "translations", "boa_app_en.qm")))
    qapp.installTranslator(translator)
    ui.maps, ui.language = None, "en"
    yield from make_hand(qtbot, ui)
    qapp.removeTranslator(translator)


def test_look_in_english_at_every_size(english_hand: Hand) -> None:
    hand = english_hand
    fill(hand)
    for width, height in FIVE_SIZES:
        resize_window(hand.window, width, height)
        wait_for_layout()
        assert_look(hand.window)
        assert hand.page.view.box.widget().width() <= hand.page.view.box.viewport().width()
        hand.page._open_editor("meer")
        wait_for_layout()
        assert_look(hand.window)
        hand.page.view.close_editor()


def test_tab_follows_the_reading_order(hand: Hand) -> None:
    """Rows at the left, then the groups from top to bottom, one stop each, then the foot with the corner last."""
    hand.page.view.rows.row("wanneer").setFocus()
    names: list[str] = []
    for _ in range(14):
        focused = hand.window.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName().split(":")[0].split(",")[0])
        hand.qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert names[:5] == ["Wanneer", "Waar", "Aanleiding", "Regime", "Mag ook"]
    assert names[5].startswith("Rondhangen")
    assert names[6].startswith("Licht")
    assert names[7:10] == ["1 persoon", "Aangesproken op gedrag", "Gestopt"]
    assert names[10:] == ["Vergrendelen", "Niemand aangetroffen", "Herhaal vorige", "Opslaan"]


@pytest.mark.parametrize("key", ["wanneer", "waar", "aanleiding", "regime", "meer"])
def test_look_of_each_editor_at_every_size(hand: Hand, key: str) -> None:
    fill(hand)
    for width, height in FIVE_SIZES:
        resize_window(hand.window, width, height)
        hand.page._open_editor(key)
        hand.page.view.when.kind.parts()[2].click()
        hand.page.view.regime.kind.parts()[1].click()
        for tile in hand.page.view.regime.tiles.tiles()[:2]:
            if not tile.isChecked():
                tile.click()
        wait_for_layout()
        panel = hand.page.view.panels[key]
        assert panel.isVisible()
        assert_look(hand.window)
        content = panel.box.widget()
        assert content.width() <= panel.box.viewport().width(), f"{key} at {width} x {height}"
        hand.page.view.close_editor()


def test_look_of_what_is_missing_and_of_a_correction(hand: Hand) -> None:
    for width, height in FIVE_SIZES:
        resize_window(hand.window, width, height)
        hand.page.save()
        wait_for_layout()
        assert_look(hand.window)
    record = earlier(hand)
    hand.page.edit(record)
    for width, height in FIVE_SIZES:
        resize_window(hand.window, width, height)
        wait_for_layout()
        assert_look(hand.window)


def zoom_of(hand: Hand, view: MapView) -> float:
    """The zoom of the page; the form asked for START_ZOOM after it asked for a pin that can be moved."""
    answers: list[str] = []
    view.inspect(answers.append)
    hand.qtbot.waitUntil(lambda: bool(answers))
    return float(json.loads(answers[0])["zoom"])


@pytest.mark.webengine
def test_a_touch_on_the_map_puts_the_pin_there(map_hand: Hand) -> None:
    page = map_hand.page
    map_hand.qtbot.waitUntil(lambda: page.view.map.view is not None and page.view.map.view.is_ready, timeout=20_000)
    view = page.view.map.view
    assert view is not None
    map_hand.qtbot.waitUntil(lambda: zoom_of(map_hand, view) == START_ZOOM, timeout=20_000)
    with map_hand.qtbot.waitSignal(page.view.map.place_chosen, timeout=10_000):
        click(view, 120, 140)
    assert page.form.plek is not None
    assert not page.view.ask_place.isVisible()
    assert map_hand.page.view.map.view is view


def test_choices_keep_what_was_stored_and_leave_out_what_is_closed() -> None:
    lijsten = load_codelijsten(resource("codelijsten"))
    day = NOW.date()
    tiles = tile_choices(lijsten["resultaat"], "nl", day, tiles_only=True)
    assert len(tiles) == 8
    assert "R7" in {one.code for one in tile_choices(lijsten["resultaat"], "nl", day, keep=("R7",), tiles_only=True)}
    assert ernst_choices(lijsten["ernst"], "en", day)[0].label == "1 Light"
    closed = replace(lijsten["soort"].codes[0], geldig_tot=day - timedelta(days=1))
    lijst = replace(lijsten["soort"], codes=(closed, *lijsten["soort"].codes[1:]))
    assert "HANG" not in {one.code for one in tile_choices(lijst, "nl", day)}
    assert "HANG" in {one.code for one in tile_choices(lijst, "nl", day, keep=("HANG",))}
    assert ("APV-2:48", "Drankgebruik (model-APV 2:48, te verifiëren)") in options(
        lijsten["wettelijk_artikel"], "nl", day
    )


def test_fold_list_opens_chooses_and_takes_back(qtbot: QtBot, themes: ThemeManager) -> None:
    fold = FoldList(themes, "eye", "Herkomst")
    qtbot.addWidget(fold)
    fold.set_options((("A", "Eerste"), ("B", "Tweede")), "niet ingevuld")
    fold.resize(360, 200)
    fold.show()
    assert fold.head.accessibleName() == "Herkomst: niet ingevuld"
    fold.head.click()
    with qtbot.waitSignal(fold.choice_changed) as chosen:
        fold.rows()[1].click()
    assert chosen.args == ["B"]
    assert fold.rows() == ()
    assert fold.head.accessibleName() == "Herkomst: Tweede"
    fold.head.click()
    fold.head.click()
    assert fold.rows() == ()
    fold.head.click()
    with qtbot.waitSignal(fold.choice_changed) as chosen:
        fold.rows()[1].click()
    assert chosen.args == [""]


def test_guarded_text_warns_on_leaving_and_stops_when_it_is_rewritten(qtbot: QtBot, themes: ThemeManager) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    field = GuardedText(themes, "Feiten", "wat u zag", guard_text, holder)
    holder.resize(400, 400)
    field.resize(400, 300)
    holder.show()
    field.field.setPlainText("Scooter AB-123-C, bel 06 12345678")
    field.check_now()
    warning = field.warning()
    assert warning is not None
    assert warning.spec.strong == "Dit lijkt op een kenteken en een telefoonnummer."
    assert_no_clipping(holder)
    field.field.setPlainText("Scooter reed weg.")
    field.check_now()
    assert field.warning() is None
    field.add_sentence("Groep bleef.")
    assert field.text() == "Scooter reed weg. Groep bleef."


def test_strip_says_in_words_what_is_done_and_what_is_asked(qtbot: QtBot, themes: ThemeManager) -> None:
    strip = GroupStrip(themes, [("soort", "Soort"), ("plek", "Plek en tijd")])
    qtbot.addWidget(strip)
    strip.set_values({"soort": ("Muziek", False), "plek": ("kies op de kaart", True)})
    strip.set_active("plek")
    first, second = strip.items()
    assert (first.accessibleName(), first.accessibleDescription()) == ("Soort", "Muziek")
    assert second.accessibleDescription() == "kies op de kaart"
    with qtbot.waitSignal(strip.group_requested) as asked:
        second.click()
    assert asked.args == ["plek"]
