"""A new store: what is missing is said in order, then it can be made."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from boa_app.domain.wachtwoord import MIN_WACHTWOORD
from boa_app.ui.ontgrendelen.make_card import MakeCard
from boa_app.ui.ontgrendelen.opener import NewStore
from boa_app.ui.theme import ThemeManager


@pytest.mark.parametrize(
    ("naam", "code", "first", "again", "reason"),
    [
        ("", "GM0353", "x" * MIN_WACHTWOORD, "x" * MIN_WACHTWOORD, "Vul de gemeente in"),
        ("Houten", "353", "x" * MIN_WACHTWOORD, "x" * MIN_WACHTWOORD, "Gemeentecode: GM en vier cijfers"),
        (
            "Houten",
            "GM0321",
            "x" * (MIN_WACHTWOORD - 1),
            "x" * (MIN_WACHTWOORD - 1),
            "Wachtwoord: nog minstens 1 erbij",
        ),
        ("Houten", "GM0321", "x" * MIN_WACHTWOORD, "y" * MIN_WACHTWOORD, "De wachtwoorden zijn niet gelijk"),
        ("Houten", " gm0321 ", "x" * MIN_WACHTWOORD, "x" * MIN_WACHTWOORD, ""),
    ],
)
def test_reason(qtbot: QtBot, themes: ThemeManager, naam: str, code: str, first: str, again: str, reason: str) -> None:
    card = MakeCard(themes)
    qtbot.addWidget(card)
    for field, text in ((card.naam, naam), (card.code, code), (card.first.field, first), (card.again.field, again)):
        field.setText(text)
    assert card.step().reason == reason
    if not reason:
        with qtbot.waitSignal(card.make_requested) as asked:
            card.again.field.returnPressed.emit()
        assert asked.args == [NewStore(first, "GM0321", "Houten")]
        card.set_busy(busy=True)
        assert card.step().reason == "Bezig met maken"
