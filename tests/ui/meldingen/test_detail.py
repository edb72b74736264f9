"""One melding with a real store: read, void with a reason, undo, restore, history, what may not be read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boa_app.domain.melding import Melding, Status
from boa_app.domain.opsporing import Opsporingsverwijzing
from boa_app.ui.context import UiContext
from boa_app.ui.frame.main_frame import MainFrame
from boa_app.ui.meldingen.detail import DetailPage
from boa_app.usecases.meldingen import maak_ongedaan, register_melding, wijzig_melding
from boa_app.usecases.meldingen_lezen import toon_melding
from tests.ui.frames import FIVE_SIZES, framed, wait_for_layout
from tests.ui.look import assert_look, assert_one_yellow, resize_window
from tests.ui.small_store import TestClock

LEFT = Qt.MouseButton.LeftButton
Shown = tuple[MainFrame, DetailPage, str]


def _register(ui: UiContext, **values: object) -> str:
    start = ui.session.now()
    melding = Melding(start, 5.03, 52.02, "GEL-STEM", ernst="2", groepsgrootte="G3", plaats="Kloosterpad")
    return register_melding(ui.session, melding.with_values(values)).uid


@pytest.fixture
def frame(qtbot: QtBot, ui: UiContext) -> Iterator[Shown]:
    yield from _shown(qtbot, ui, _register(ui, feiten="Groep zat op de bank."))


@pytest.fixture
def each_frame(qtbot: QtBot, each_ui: UiContext) -> Iterator[Shown]:
    yield from _shown(qtbot, each_ui, _register(each_ui, feiten="Groep zat op de bank."))


def _shown(qtbot: QtBot, ui: UiContext, uid: str) -> Iterator[Shown]:
    page = DetailPage(ui)
    with framed(qtbot, ui, page) as window:
        page.show_melding(uid)
        qtbot.waitUntil(lambda: page.shown is not None)
        yield window, page, uid


def test_shows_all_fields_in_words(frame: Shown) -> None:
    window, page, _uid = frame
    values = page.fields.values()
    assert values["Soort"] == "Stemgeluid, schreeuwen"
    assert values["Ernst"] == "Hinderlijk, herhaald of meer melders"
    assert values["Groepsgrootte"] == "5 tot 9 personen"
    assert values["Plaats"] == "Kloosterpad"
    assert values["Feiten"] == "Groep zat op de bank."
    assert page.history.lines()[0][0] == "Vastgelegd"
    assert page.history.lines()[0][1].startswith("u, 20-11-2026")
    assert window.foot.corner.text() == "Wijzigen"


@pytest.mark.parametrize("size", FIVE_SIZES)
def test_look(each_frame: Shown, size: tuple[int, int]) -> None:
    window, page, _uid = each_frame
    resize_window(window, *size)
    wait_for_layout()
    assert_look(window)
    # A map that has not drawn yet shows whatever was in memory, yellow too.
    page.map.hide()
    wait_for_layout()
    assert_one_yellow(window)


def test_void_with_a_reason_then_undo(qtbot: QtBot, ui: UiContext, frame: Shown) -> None:
    window, page, uid = frame
    qtbot.mouseClick(window.foot.action_items()[0], LEFT)
    assert page.reason.isVisible()
    assert not page.reason.act.isEnabled()
    with qtbot.waitSignal(ui.notice_requested) as notice:
        qtbot.mouseClick(page.reason.choices[0], LEFT)
    assert toon_melding(ui.session, uid).melding.status is Status.VERVALLEN
    qtbot.waitUntil(lambda: window.foot.corner.text() == "Herstellen")
    assert page.history.lines()[0][0] == "Status: van actief naar vervallen"
    assert page.history.lines()[0][1].endswith("Dubbel gemeld")
    ui.run(lambda: maak_ongedaan(ui.session, notice.args[1]), page)
    qtbot.waitUntil(lambda: window.foot.corner.text() == "Wijzigen")
    assert toon_melding(ui.session, uid).melding.status is Status.ACTIEF


def test_own_reason_typed_and_restore(qtbot: QtBot, ui: UiContext, frame: Shown) -> None:
    window, page, uid = frame
    qtbot.mouseClick(window.foot.action_items()[0], LEFT)
    qtbot.keyClicks(page.reason.field, "stond er al")
    qtbot.keyClick(page.reason.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.foot.corner.text() == "Herstellen")
    qtbot.mouseClick(window.foot.corner, LEFT)
    qtbot.waitUntil(lambda: window.foot.corner.text() == "Wijzigen")
    assert toon_melding(ui.session, uid).melding.status is Status.ACTIEF


def test_cancel_changes_nothing(qtbot: QtBot, ui: UiContext, frame: Shown) -> None:
    window, page, uid = frame
    qtbot.mouseClick(window.foot.action_items()[0], LEFT)
    qtbot.mouseClick(page.reason.cancel, LEFT)
    assert page.reason.isHidden()
    assert toon_melding(ui.session, uid).melding.status is Status.ACTIEF


def test_history_per_field(qtbot: QtBot, ui: UiContext, frame: Shown) -> None:
    _window, page, uid = frame
    ui.run(lambda: wijzig_melding(ui.session, uid, {"ernst": "3", "lon": 5.04, "lat": 52.03}, "bij nader inzien"), page)
    qtbot.waitUntil(lambda: len(page.history.lines()) == 3)
    told = dict(page.history.lines())
    assert "Plaats op de kaart verzet" in told
    assert told["Ernst: van Hinderlijk naar Fors"].endswith("bij nader inzien")


def test_edit_hands_over_the_record(qtbot: QtBot, frame: Shown) -> None:
    window, page, uid = frame
    with qtbot.waitSignal(page.edit_requested) as asked:
        qtbot.mouseClick(window.foot.corner, LEFT)
    assert asked.args[0].uid == uid


def test_registration_number_is_listed_for_who_may_know(qtbot: QtBot, ui: UiContext) -> None:
    melding = Melding(ui.session.now(), 5.03, 52.02, "VERN", regime="O", maatregelen=("WAARSCH",))
    verwijzing = Opsporingsverwijzing("", "", "WAARSCH", "BOA-2026-118")
    uid = register_melding(ui.session, melding, verwijzingen=(verwijzing,)).uid
    page = DetailPage(ui)
    with framed(qtbot, ui, page):
        page.show_melding(uid)
        qtbot.waitUntil(lambda: page.shown is not None)
        assert page.fields.values()["Registratienummer"] == "BOA-2026-118, Waarschuwing"


def test_older_than_a_year_asks_why(qtbot: QtBot, ui: UiContext, frame: Shown) -> None:
    _window, page, uid = frame
    clock = ui.session.clock
    assert isinstance(clock, TestClock)
    clock.now += timedelta(days=400)
    page.show_melding(uid)
    qtbot.waitUntil(page.reason.isVisible)
    assert page.shown is None
    qtbot.mouseClick(page.reason.choices[0], LEFT)
    qtbot.waitUntil(lambda: page.shown is not None)


def test_flagged_text_is_told(qtbot: QtBot, ui: UiContext) -> None:
    uid = _register(ui, feiten="Het was mevrouw Jansen")
    page = DetailPage(ui)
    with framed(qtbot, ui, page):
        page.show_melding(uid)
        qtbot.waitUntil(lambda: page.shown is not None)
        assert page.banner_text == "In de tekst staat misschien een persoon."
