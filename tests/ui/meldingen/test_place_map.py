"""The map of the form where there is no kaartpakket: what is known can be touched, and says its name."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from boa_app.domain.melding import PlaatsBron
from boa_app.ui.context import UiContext
from boa_app.ui.meldingen.where_editor import WhereEditor
from boa_app.usecases.plaatsindex import PlaatsIndex
from tests.ui.map.maps import evaluate
from tests.ui.meldingen.conftest import Hand, make_hand

NAMES = '[...document.querySelectorAll(".boa-merk-naam")].filter((e) => e.offsetWidth > 0).map((e) => e.textContent)'

PIN_IN_SIGHT = (
    '[...document.querySelectorAll(".boa-pin")].map((e) => e.getBoundingClientRect())'
    ".some((box) => box.left > 0 && box.top > 0 && box.right < innerWidth && box.bottom < innerHeight)"
)


@pytest.fixture
def bare_hand(qtbot: QtBot, ui: UiContext) -> Iterator[Hand]:
    ui.session = replace(ui.session, kaart=None, plaatsen=PlaatsIndex(None))
    yield from make_hand(qtbot, ui)


def test_plekken_jops_and_own_meldingen_are_there_to_touch(bare_hand: Hand) -> None:
    place_map, qtbot = bare_hand.page.view.map, bare_hand.qtbot
    qtbot.waitUntil(lambda: place_map.view is not None and place_map.view.is_ready, timeout=20_000)
    view = place_map.view
    assert view is not None
    qtbot.waitUntil(lambda: {"Sportpark", "JOP Zeemanlaan", "Kloosterpad"} <= set(evaluate(qtbot, view, NAMES)))
    evaluate(qtbot, view, "document.querySelector('[aria-label=\"Sportpark\"]').click()")
    qtbot.waitUntil(lambda: bare_hand.page.form.plaats == "Sportpark")
    assert bare_hand.page.form.plek == pytest.approx((5.046, 52.026))
    assert bare_hand.page.form.plaats_bron is PlaatsBron.KAART
    qtbot.waitUntil(lambda: evaluate(qtbot, view, PIN_IN_SIGHT))
    note = evaluate(qtbot, view, 'document.querySelector(".boa-melding").textContent')
    assert note.startswith("Geen kaartpakket. Tik op een plek")
    if folder := os.environ.get("BOA_APP_PICTURES"):
        bare_hand.window.grab().save(f"{folder}/melden-zonder-kaartpakket.png")


def test_the_words_promise_no_streets(bare_hand: Hand) -> None:
    editor = bare_hand.page.view.editor("waar")
    assert isinstance(editor, WhereEditor)
    assert "straat" not in editor.search.placeholderText()
    assert bare_hand.page.view.ask_place.spec.text == "Typ een plek of coördinaten."
