"""The recovery code: on only after the person says it is kept."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from boa_app.ui.ontgrendelen.recovery_card import RecoveryCard
from boa_app.ui.theme import ThemeManager


def test_go_on_only_after_it_is_kept(qtbot: QtBot, themes: ThemeManager) -> None:
    card = RecoveryCard(themes)
    qtbot.addWidget(card)
    card.set_code("AAAA-BBBB")
    assert card.step().reason == "Bewaar eerst de code"
    card.confirm.click()
    assert card.step().reason == ""
    card.confirm.click()
    assert card.step().reason
    card.confirm.click()
    with qtbot.waitSignal(card.kept):
        card.step().on_trigger()
    card.set_code("")
    assert not card.confirm.isChecked()
