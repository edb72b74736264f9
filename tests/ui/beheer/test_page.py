"""The page: everything a beheerder does, by touching, against a real centre."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boa_app.domain.errors import EnvironmentProblem
from boa_app.domain.roles import Actor, Rol
from boa_app.ui.beheer.page import ACCOUNTS, CODES, MATRIX, TOESTELLEN, BeheerPage
from boa_app.ui.beheer.work import Stop
from boa_app.ui.context import UiContext
from boa_app.ui.frame.main_frame import MainFrame
from tests.aangemeld import meld_sessie_aan
from tests.centrale import start_centrale
from tests.ui.beheer.conftest import WAIT_MS, choose_account, names, open_page
from tests.ui.frames import FIVE_SIZES, framed, wait_for_layout
from tests.ui.look import assert_look, assert_one_yellow, resize_window
from tests.ui.small_store import make_session


def test_shows_what_the_centre_holds(qtbot: QtBot, ui: UiContext) -> None:
    page = open_page(qtbot, ui)
    assert names(page.accounts.panel) == ["Bea Beheer", "Sam de Wit"]
    assert len(names(page.devices.panel)) == 2
    assert page.foot().corner is not None and page.foot().corner.title == "Nieuw account"
    assert page.context() == "IJsselstein"


def test_a_code_is_one_touch_away_from_its_account(qtbot: QtBot, ui: UiContext) -> None:
    page = open_page(qtbot, ui)
    choose_account(page, "Sam de Wit")
    page.accounts.code_requested.emit(page.accounts.panel.ids()[1])
    assert page.choice.chosen() == CODES
    corner = page.foot().corner
    assert corner is not None and (corner.title, corner.reason) == ("Code maken", "")


def test_leaving_wipes_the_code_from_the_screen(qtbot: QtBot, ui: UiContext) -> None:
    page = open_page(qtbot, ui)
    page.show_part(CODES)
    page.codes.choose(page.accounts.panel.ids()[1])
    corner = page.foot().corner
    assert corner is not None
    corner.on_trigger()
    qtbot.waitUntil(lambda: page.codes.card is not None, timeout=WAIT_MS)
    page.page_hidden()
    assert page.codes.card is None


def test_a_form_with_work_in_it_is_not_left(qtbot: QtBot, ui: UiContext) -> None:
    page = open_page(qtbot, ui)
    assert page.may_leave()
    page.accounts.new_account()
    page.show_part(TOESTELLEN)
    said: list[str] = []
    ui.notice_requested.connect(lambda text, _undo: said.append(text))
    assert not page.may_leave()
    assert page.choice.chosen() == ACCOUNTS
    assert said == ["Sla het account eerst op, of kies Annuleren."]


def test_a_centre_that_is_away_says_what_to_do(qtbot: QtBot, ui: UiContext) -> None:
    page = open_page(qtbot, ui)
    page.work.read_failed.emit(EnvironmentProblem("centrale_onbereikbaar"))
    assert "niet bereikbaar" in page.error.accessibleName()
    assert "Beheer heeft verbinding nodig" in page.error.accessibleName()
    corner = page.foot().corner
    assert corner is not None and corner.title == "Opnieuw proberen"
    corner.on_trigger()
    qtbot.waitUntil(lambda: page.foot().corner.title == "Nieuw account", timeout=WAIT_MS)  # type: ignore[union-attr]


def test_a_slow_centre_is_said_and_nobody_has_to_wait(qtbot: QtBot, ui: UiContext) -> None:
    page, gone = open_page(qtbot, ui), Event()

    def hang(stop: Stop) -> None:
        while not stop():
            gone.wait(0.01)
        gone.set()

    page.work.ask(hang, lambda _none: None, lambda _error: None)
    qtbot.waitUntil(lambda: page.context() == "De centrale wordt gevraagd", timeout=WAIT_MS)
    (leave, _usb) = page.foot().actions
    assert leave.title == "Niet wachten"
    leave.on_trigger()
    assert not page.work.is_busy and page.context() == "IJsselstein"
    assert gone.wait(WAIT_MS / 1000), "the work was not told to stop"


def test_keys_lead_through_the_page(qtbot: QtBot, ui: UiContext) -> None:
    page = open_page(qtbot, ui)
    qtbot.waitActive(page)
    page.choice.parts()[0].setFocus()
    qtbot.keyClick(page.choice.parts()[0], Qt.Key.Key_Right)
    assert page.choice.chosen() == TOESTELLEN
    qtbot.keyClick(page.choice.parts()[1], Qt.Key.Key_Left)
    page.accounts.panel.list.setFocus()
    page.accounts.panel.list.selectRow(0)
    qtbot.keyClick(page.accounts.panel.list, Qt.Key.Key_Down)
    assert page.accounts.detail.accessibleName() == "Sam de Wit"


def test_without_a_centre_it_says_how_to_get_one_and_shows_the_table(
    qtbot: QtBot, ui: UiContext, tmp_path: Path
) -> None:
    ui.session = replace(make_session(tmp_path / "alleen"), actor=Actor("x", Rol.TEAMLEIDER))
    page = BeheerPage(ui)
    qtbot.addWidget(page)
    page.show()
    page.page_shown()
    qtbot.waitUntil(page.story.isVisible, timeout=WAIT_MS)
    foot = page.foot()
    assert foot.corner is not None and foot.corner.title == "Aanmelden"
    with qtbot.waitSignal(page.connect_requested):
        foot.corner.on_trigger()
    foot.actions[0].on_trigger()
    qtbot.waitUntil(lambda: page.matrix.matrix is not None, timeout=WAIT_MS)
    assert page.matrix.isVisible() and not page.choice.isVisible()
    page.foot().actions[0].on_trigger()
    assert page.story.isVisible()
    ui.session.close()


def test_the_privacy_officer_sees_only_who_sees_what(qtbot: QtBot, ui: UiContext, tmp_path: Path) -> None:
    with start_centrale(tmp_path / "ander") as other:
        ui.session = meld_sessie_aan(make_session(tmp_path / "p"), other, "Pim", Rol.PRIVACY)
        ui.session = replace(ui.session, clock=other.dienst.clock)
        page = open_page(qtbot, ui)
        assert list(page.parts) == [MATRIX]
        assert page.matrix.isVisible() and not page.choice.isVisible()
        assert [action.title for action in page.foot().actions] == ["Verversen"]
        ui.session.close()


@pytest.mark.parametrize("size", FIVE_SIZES)
def test_look(qtbot: QtBot, each_ui: UiContext, size: tuple[int, int]) -> None:
    page = BeheerPage(each_ui)
    with framed(qtbot, each_ui, page) as window:
        qtbot.waitUntil(lambda: page.matrix.matrix is not None and not page.work.is_busy, timeout=WAIT_MS)
        page.progress.stop()
        resize_window(window, *size)
        choose_account(page, "Sam de Wit")
        _look(window)
        page.accounts.new_account()
        page.accounts.form.naam.setText("Rob Nieuw")
        page.accounts.form.rol.set_chosen(["boa"])
        page.accounts.form.begin.setText("morgen")
        page.accounts.form.submit()
        page.accounts.form.gebied.choice_changed.emit("buurten")
        _look(window)
        for part in (TOESTELLEN, CODES, MATRIX):
            page.show_part(part)
            if part == CODES:
                page.codes.choose(page.accounts.panel.ids()[1])
            _look(window)


def _look(window: MainFrame) -> None:
    wait_for_layout()
    assert_look(window)
    assert_one_yellow(window)
