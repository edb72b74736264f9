"""Typing an address in the form: what is found here, what is asked outside, and what is kept of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from boa_app.domain.melding import PlaatsBron
from boa_app.mapdata.pdok_diensten import Diensten
from boa_app.ui.context import UiContext
from boa_app.ui.meldingen import where_search
from boa_app.ui.meldingen.where_editor import WhereEditor
from boa_app.usecases.adressen import mag_pdok, zet_pdok
from boa_app.usecases.plaatsindex import PlaatsIndex
from tests.adresboek import small_book
from tests.pdokproef import Proef, pdokdata, proef
from tests.ui.look import WINDOWS, assert_look, resize_window
from tests.ui.meldingen.conftest import Hand, make_hand

__all__ = ["pdokdata", "proef"]
WAIT = 15_000


def _with_book(ui: UiContext, folder: Path) -> None:
    assert ui.session.kaart is not None
    kaart = replace(ui.session.kaart, adressen=small_book(folder))
    ui.session = replace(ui.session, kaart=kaart, plaatsen=PlaatsIndex(kaart))


@pytest.fixture
def typing(qtbot: QtBot, ui: UiContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hand]:
    monkeypatch.setattr(where_search, "PDOK_AFTER_MS", 10)
    ui.maps = None
    _with_book(ui, tmp_path)
    for hand in make_hand(qtbot, ui):
        hand.open("waar")
        yield hand


@pytest.fixture
def each_typing(qtbot: QtBot, each_ui: UiContext, tmp_path: Path) -> Iterator[Hand]:
    each_ui.maps = None
    _with_book(each_ui, tmp_path)
    for hand in make_hand(qtbot, each_ui):
        hand.open("waar")
        yield hand


@pytest.fixture
def outside(typing: Hand, proef: Proef) -> Proef:
    typing.page.where_search.diensten = Diensten.op(proef.server.basis)
    return proef


def editor_of(hand: Hand) -> WhereEditor:
    editor = hand.page.view.editor("waar")
    assert isinstance(editor, WhereEditor)
    return editor


def type_in(hand: Hand, text: str) -> WhereEditor:
    """Each key is a search of its own."""
    editor = editor_of(hand)
    editor.search.clear()
    hand.qtbot.keyClicks(editor.search, text)
    return editor


def shown(editor: WhereEditor) -> list[str]:
    return [row.text() for row in editor.suggestions()]


def is_laid_out(editor: WhereEditor) -> bool:
    """A layout is made anew a moment after what stands in it changed."""
    return all(one.height() >= 44 for one in editor.findChildren(QAbstractButton) if one.isVisible())


def picture(hand: Hand, name: str) -> None:
    if folder := os.environ.get("BOA_APP_PICTURES"):
        hand.window.grab().save(f"{folder}/{name}.png")


def test_an_address_is_found_while_typing_and_only_its_street_is_kept(typing: Hand) -> None:
    editor = type_in(typing, "zeemanl 12a")
    typing.qtbot.waitUntil(lambda: shown(editor)[:1] == ["Zeemanlaan 12a"] and is_laid_out(editor), timeout=WAIT)
    assert editor.suggestions()[0].accessibleName() == "Zeemanlaan 12a, adres · 3401 AB IJsselstein"
    picture(typing, "waar-adres")
    assert_look(editor)
    typing.touch(editor.suggestions()[0])
    form = typing.page.form
    assert (form.plaats, form.plaats_bron) == ("Zeemanlaan", PlaatsBron.ADRES)
    assert form.plek == pytest.approx((5.0112, 52.0101))
    assert "12" not in form.plaats


@pytest.mark.parametrize(("width", "height"), WINDOWS)
def test_the_list_by_day_and_by_night_in_every_window(each_typing: Hand, width: int, height: int) -> None:
    resize_window(each_typing.window, width, height)
    editor = type_in(each_typing, "dorpsstraat")
    each_typing.qtbot.waitUntil(lambda: len(shown(editor)) == 4 and is_laid_out(editor), timeout=WAIT)
    assert_look(editor)
    picture(each_typing, f"waar-{each_typing.ui.themes.theme.name}-{width}x{height}")


def test_enter_takes_the_first(typing: Hand) -> None:
    from PySide6.QtCore import Qt

    editor = type_in(typing, "3402bb 3")
    typing.qtbot.waitUntil(lambda: bool(shown(editor)), timeout=WAIT)
    typing.qtbot.keyClick(editor.search, Qt.Key.Key_Return)
    assert typing.page.form.plaats == "Burgemeester Mulderlaan"


def test_two_villages_are_told_apart_in_the_row_itself(typing: Hand) -> None:
    editor = type_in(typing, "dorpsstraat")
    typing.qtbot.waitUntil(lambda: shown(editor)[:2] == ["Dorpsstraat"] * 2 and is_laid_out(editor), timeout=WAIT)
    assert [row.accessibleName() for row in editor.suggestions()[:2]] == [
        "Dorpsstraat, straat · Benschop",
        "Dorpsstraat, straat · IJsselstein",
    ]
    picture(typing, "waar-twee-dorpen")


def test_the_field_promises_addresses_only_with_a_book(typing: Hand, qtbot: QtBot, ui: UiContext) -> None:
    assert "3401 AB" in editor_of(typing).search.placeholderText()
    bare = WhereEditor(ui.themes, has_streets=True)
    qtbot.addWidget(bare)
    assert "3401 AB" not in bare.search.placeholderText() and "straat" in bare.search.placeholderText()


def test_without_leave_nothing_goes_out_and_the_setting_is_offered(typing: Hand, outside: Proef) -> None:
    editor = type_in(typing, "nergenslaan 12")
    typing.qtbot.waitUntil(editor.pdok.isVisible, timeout=WAIT)
    assert editor.pdok.chosen() == ("nee",)
    assert editor._nothing.text() == "Niets gevonden. Tik op de kaart of typ anders."
    typing.qtbot.waitUntil(lambda: is_laid_out(editor), timeout=WAIT)
    picture(typing, "waar-niets")
    assert_look(editor)
    assert outside.server.vragen == []


def test_with_leave_pdok_answers_when_the_book_has_nothing(typing: Hand, outside: Proef) -> None:
    street = outside.server.data.adressen[0]["properties"]["openbare_ruimte"]
    editor = type_in(typing, street)
    typing.qtbot.waitUntil(editor.pdok.isVisible, timeout=WAIT)
    yes = next(tile for tile in editor.pdok.tiles() if tile.choice.code == "ja")
    typing.touch(yes)
    typing.qtbot.waitUntil(lambda: any(street in row for row in shown(editor)) and is_laid_out(editor), timeout=WAIT)
    assert all(row.accessibleName().endswith("IJsselstein") for row in editor.suggestions()), "PDOK knows all villages"
    assert mag_pdok(typing.ui.session)
    assert editor._nothing.text() == "Gevonden bij PDOK:"
    picture(typing, "waar-pdok")
    assert_look(editor)
    typing.touch(editor.suggestions()[0])
    assert typing.page.form.plaats == street
    assert not editor.pdok.isVisible()


def test_what_is_no_address_stays_here(typing: Hand, outside: Proef) -> None:
    zet_pdok(typing.ui.session, toegestaan=True)
    editor = type_in(typing, "achter meneer jansen")
    typing.qtbot.waitUntil(lambda: "niet naar PDOK" in editor._nothing.text(), timeout=WAIT)
    assert outside.server.vragen == []


def test_a_line_that_is_away_is_told_where_the_answer_would_stand(typing: Hand, outside: Proef) -> None:
    zet_pdok(typing.ui.session, toegestaan=True)
    outside.server.stoor("locatieserver", "500")
    editor = type_in(typing, "nergenslaan 12")
    typing.qtbot.waitUntil(lambda: "niet bereikbaar" in editor._nothing.text(), timeout=WAIT)
    assert editor.pdok.chosen() == ("ja",)


def test_typing_on_leaves_the_older_question_alone(typing: Hand, outside: Proef) -> None:
    zet_pdok(typing.ui.session, toegestaan=True)
    outside.server.stoor("locatieserver", "hangt")
    editor = type_in(typing, "nergenslaan 12")
    typing.qtbot.waitUntil(lambda: bool(outside.server.vragen), timeout=WAIT)
    editor = type_in(typing, "zeemanlaan 12")
    typing.qtbot.waitUntil(lambda: shown(editor)[:1] == ["Zeemanlaan 12"], timeout=WAIT)
    assert not editor.pdok.isVisible()
