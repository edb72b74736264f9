"""The first time: two ways on."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from boa_app.ui.ontgrendelen.welcome_card import WelcomeCard
from boa_app.ui.theme import ThemeManager


def test_two_ways_that_wait_while_the_example_is_made(qtbot: QtBot, themes: ThemeManager) -> None:
    card = WelcomeCard(themes)
    qtbot.addWidget(card)
    with qtbot.waitSignal(card.make_requested):
        card.step().on_trigger()
    with qtbot.waitSignal(card.example_requested):
        card.example.click()
    card.set_busy(busy=True)
    assert card.step().reason == "Het voorbeeld wordt gemaakt"
    assert not card.example.isEnabled()
