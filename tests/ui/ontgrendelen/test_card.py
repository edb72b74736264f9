"""The base of the cards: a problem appears and goes, a passphrase can be looked at."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from boa_app.ui.ontgrendelen.card import Card, SecretField
from boa_app.ui.theme import ThemeManager
from boa_app.ui.widgets.banner import BannerKind


def test_one_problem_at_a_time(qtbot: QtBot, themes: ThemeManager) -> None:
    card = Card(themes)
    qtbot.addWidget(card)
    card.add_problem_place()
    for strong in ("Eerst", "Daarna"):
        card.show_problem(BannerKind.FOUT, strong, "wat veilig is")
        assert card.problem == strong
    card.clear_problem()
    card.clear_problem()
    assert card.problem == ""
    with pytest.raises(NotImplementedError):
        card.step()


def test_secret_is_hidden_again_when_cleared(qtbot: QtBot, themes: ThemeManager) -> None:
    secret = SecretField(themes, "Wachtwoord")
    qtbot.addWidget(secret)
    secret.field.setText("abc")
    secret.eye.click()
    assert secret.field.displayText() == "abc"
    secret.clear()
    secret.field.setText("abc")
    assert secret.field.displayText() != "abc"
    secret.set_wrong(wrong=True)
    assert secret.field.property("fout") == "ja"
