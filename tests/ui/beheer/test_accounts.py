"""Accounts by touch: make, change, take back, end; what goes wrong is said where one looks."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from boa_app.domain.roles import Rol
from boa_app.ui.beheer.confirm import ConfirmForm
from boa_app.ui.beheer.page import BeheerPage
from boa_app.ui.context import UiContext
from boa_app.ui.widgets.banner import Banner
from boa_app.ui.widgets.buttons import Knop
from boa_app.usecases.beheer import Account, Toestand
from tests.ui.beheer.conftest import WAIT_MS, choose_account, names, open_page


def test_a_new_account_is_made_and_shown(qtbot: QtBot, ui: UiContext) -> None:
    page = open_page(qtbot, ui)
    make(qtbot, page, "Rob Nieuw")
    assert names(page.accounts.panel) == ["Bea Beheer", "Rob Nieuw", "Sam de Wit"]
    assert page.accounts.detail.accessibleName() == "Rob Nieuw"
    assert "Account gemaakt" in said(page)


def test_what_is_missing_stands_on_the_corner(qtbot: QtBot, ui: UiContext) -> None:
    page = open_page(qtbot, ui)
    page.accounts.new_account()
    assert reason(page) == "Vul eerst een naam in"
    page.accounts.form.naam.setText("Rob")
    assert reason(page) == "Kies eerst een rol"
    page.accounts.form.rol.tiles()[0].click()
    assert reason(page) == ""


def test_a_refusal_of_the_centre_stands_in_the_form_and_what_was_typed_stays(qtbot: QtBot, ui: UiContext) -> None:
    page = open_page(qtbot, ui)
    fill(page, "Sam de Wit")
    press_corner(page)
    qtbot.waitUntil(lambda: bool(page.accounts.form.findChildren(Banner)), timeout=WAIT_MS)
    assert "al een" in page.accounts.form.findChildren(Banner)[0].spec.strong
    assert page.accounts.form.naam.text() == "Sam de Wit"


def test_a_change_is_taken_back_at_the_place_of_the_act(qtbot: QtBot, ui: UiContext) -> None:
    page = open_page(qtbot, ui)
    choose_account(page, "Sam de Wit")
    verb(page, "Wijzigen").click()
    page.accounts.form.rol.set_chosen([str(Rol.JEUGDBOA)])
    press_corner(page)
    settle(qtbot, page)
    assert account(page).rol == "jeugdboa"
    banner = page.accounts.detail.findChildren(Banner)[0]
    banner.buttons()[0].click()
    settle(qtbot, page)
    assert account(page).rol == "boa"
    assert "weer zoals het was" in said(page)


def test_ending_asks_why_and_says_what_happens(qtbot: QtBot, ui: UiContext) -> None:
    page = open_page(qtbot, ui)
    choose_account(page, "Sam de Wit")
    verb(page, "Beëindigen").click()
    end = verb(page, "Account beëindigen")
    assert not end.isEnabled()
    page.accounts.detail.findChildren(ConfirmForm)[-1].reden.setText("uit dienst")
    end.click()
    settle(qtbot, page)
    assert account(page).toestand == Toestand.BEEINDIGD
    assert "Wijzigen" not in [knop.text() for knop in shown(page)]


def test_nobody_is_offered_to_end_himself(qtbot: QtBot, ui: UiContext) -> None:
    page = open_page(qtbot, ui)
    choose_account(page, "Bea Beheer")
    assert "Beëindigen" not in [knop.text() for knop in shown(page)]


def test_cancel_goes_back_to_what_was_read(qtbot: QtBot, ui: UiContext) -> None:
    page = open_page(qtbot, ui)
    choose_account(page, "Sam de Wit")
    verb(page, "Wijzigen").click()
    verb(page, "Annuleren").click()
    assert not page.accounts.holds_work()
    assert page.accounts.detail.accessibleName() == "Sam de Wit"


def fill(page: BeheerPage, naam: str) -> None:
    page.accounts.new_account()
    page.accounts.form.naam.setText(naam)
    page.accounts.form.rol.tiles()[0].click()


def make(qtbot: QtBot, page: BeheerPage, naam: str) -> None:
    fill(page, naam)
    press_corner(page)
    settle(qtbot, page)


def press_corner(page: BeheerPage) -> None:
    corner = page.foot().corner
    assert corner is not None and not corner.reason
    corner.on_trigger()


def settle(qtbot: QtBot, page: BeheerPage) -> None:
    qtbot.waitUntil(lambda: not page.work.is_busy and not page.accounts.holds_work(), timeout=WAIT_MS)


def reason(page: BeheerPage) -> str:
    corner = page.foot().corner
    return corner.reason if corner is not None else ""


def shown(page: BeheerPage) -> list[Knop]:
    return [knop for knop in page.accounts.detail.findChildren(Knop) if knop.isVisible()]


def verb(page: BeheerPage, text: str) -> Knop:
    return next(knop for knop in shown(page) if knop.text() == text)


def account(page: BeheerPage) -> Account:
    found = page.accounts._account()
    assert found is not None
    return found


def said(page: BeheerPage) -> str:
    return " ".join(banner.spec.strong for banner in page.accounts.detail.findChildren(Banner) if banner.isVisible())
