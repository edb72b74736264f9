"""The form of an account."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.ui.beheer.account_form import AccountForm
from boa_app.ui.theme import ThemeManager
from boa_app.ui.widgets.banner import Banner
from boa_app.usecases.beheer import Account, Accountinvoer, Buurt, Rolperiode, Toestand

TODAY = date(2026, 11, 20)
BUURTEN = (Buurt("B2", "Oost"), Buurt("B1", "Bedrijventerrein Lagedijk en omgeving"))


@pytest.fixture
def form(qtbot: QtBot, themes: ThemeManager) -> AccountForm:
    made = AccountForm(themes, "nl")
    qtbot.addWidget(made)
    made.show()
    return made


def an_account(*rollen: Rolperiode, buurten: tuple[str, ...] | None = None) -> Account:
    return Account("a", "Sam de Wit", Toestand.ACTIEF, "boa", rollen, buurten, "", 3, "", "", 1)


def given(form: AccountForm, qtbot: QtBot) -> Accountinvoer:
    with qtbot.waitSignal(form.submitted) as caught:
        form.submit()
    found = caught.args[0]
    assert isinstance(found, Accountinvoer)
    return found


def test_a_new_account_begins_today_in_the_whole_municipality(form: AccountForm, qtbot: QtBot) -> None:
    form.begin_new(BUURTEN, TODAY, has_oidc=False)
    form.naam.setText("Rob")
    form.rol.tiles()[0].click()
    assert given(form, qtbot) == Accountinvoer("Rob", "boa", TODAY)
    assert not form.oidc.isVisible()


def test_a_werkgebied_is_chosen_from_buurten_by_name(form: AccountForm, qtbot: QtBot) -> None:
    form.begin_change(an_account(Rolperiode("boa", "2026-01-01"), buurten=("B1",)), BUURTEN, TODAY, has_oidc=True)
    assert form.oidc.isVisible()
    labels = [tile.choice.label for tile in form.buurten.tiles()]
    assert labels[1] == "Oost" and labels[0].endswith("…"), "sorted by name, cut where a tile is full"
    assert given(form, qtbot).buurten == ("B1",)
    form.buurten.tiles()[0].click()
    assert form.missing() == "Kies eerst een buurt"


def test_a_role_that_is_over_begins_again_today(form: AccountForm, qtbot: QtBot) -> None:
    over = Rolperiode("beleid", "2025-01-01", "2025-12-31")
    form.begin_change(an_account(over), (), TODAY, has_oidc=False)
    found = given(form, qtbot)
    assert (found.rol, found.begin, found.einde) == ("beleid", TODAY, None)


@pytest.mark.parametrize("field", ["begin", "einde"])
def test_what_is_no_date_is_said_at_the_field(form: AccountForm, qtbot: QtBot, field: str) -> None:
    form.begin_change(an_account(Rolperiode("boa", "2026-01-01")), (), TODAY, has_oidc=False)
    getattr(form, field).setText("31-02-2026")
    with qtbot.assertNotEmitted(form.submitted):
        form.submit()
    assert [banner.spec.strong for banner in form.findChildren(Banner)] == ["Dit is geen datum."]
    form.begin.clear()
    with qtbot.assertNotEmitted(form.submitted):
        form.submit()


def test_without_buurten_it_offers_to_send_them(form: AccountForm, qtbot: QtBot) -> None:
    form.begin_new((), TODAY, has_oidc=False)
    form.gebied.parts()[1].click()
    assert form.no_buurten.isVisible()
    with qtbot.waitSignal(form.buurten_requested):
        form.no_buurten.button.click()
    form.offer(BUURTEN)
    assert not form.no_buurten.isVisible() and form.buurten.isVisible()


def test_a_refusal_is_told_and_goes(form: AccountForm) -> None:
    form.show_error(UserError("account_bestaat_al", naam="Sam"))
    form.show_error(EnvironmentProblem("centrale_onbereikbaar"))
    assert len([banner for banner in form.findChildren(Banner) if banner.isVisible()]) == 1
    form.clear_problem()
    assert not [banner for banner in form.findChildren(Banner) if banner.isVisible()]


def test_enter_stores_once_it_is_complete(form: AccountForm, qtbot: QtBot) -> None:
    form.begin_new((), TODAY, has_oidc=False)
    with qtbot.assertNotEmitted(form.submitted):
        form.naam.returnPressed.emit()
    form.naam.setText("Rob")
    form.rol.tiles()[0].click()
    with qtbot.waitSignal(form.submitted):
        form.naam.returnPressed.emit()
