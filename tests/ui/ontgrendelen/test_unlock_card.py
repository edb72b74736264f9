"""Unlocking: nothing typed, busy, wrong, and which store it is."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.ui.ontgrendelen.unlock_card import UnlockCard
from boa_app.ui.theme import ThemeManager


def test_reasons_and_enter(qtbot: QtBot, themes: ThemeManager) -> None:
    card = UnlockCard(themes, "nl")
    qtbot.addWidget(card)
    assert card.step().reason == "Vul eerst het wachtwoord in"
    with qtbot.assertNotEmitted(card.unlock_requested):
        card.secret.field.returnPressed.emit()
    card.secret.field.setText("geheim")
    with qtbot.waitSignal(card.unlock_requested) as asked:
        card.secret.field.returnPressed.emit()
    assert asked.args == ["geheim"]
    card.set_busy(busy=True)
    assert card.step().reason == "Bezig met openen"


def test_only_a_wrong_passphrase_marks_the_field_and_costs_a_wait(qtbot: QtBot, themes: ThemeManager) -> None:
    card = UnlockCard(themes, "nl")
    qtbot.addWidget(card)
    card.secret.field.setText("geheim")
    for _ in range(3):
        card.show_error(EnvironmentProblem("bestand_beschadigd", bestand="boa.db"))
    assert card.step().reason == ""
    assert card.secret.field.property("fout") == ""
    for _ in range(3):
        card.show_error(UserError("wachtwoord_onjuist"))
    assert card.secret.field.property("fout") == "ja"
    assert card.step().reason.startswith("Wacht nog 2")
    card.forget()
    assert card.secret.field.text() == ""
    assert card.problem == ""


def test_says_which_store_it_opens(qtbot: QtBot, themes: ThemeManager) -> None:
    card = UnlockCard(themes, "nl")
    qtbot.addWidget(card)
    card.set_store(is_example=True, has_other=False)
    assert "voorbeeld" in card.note.text()
    assert card.other.isHidden()
