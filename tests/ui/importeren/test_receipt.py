"""The bonnetje: numbers that add up, said in words, and amber when they do not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from boa_app.ui.importeren.receipt import Receipt, ReceiptData
from boa_app.ui.importeren.words import ImportWords
from boa_app.ui.theme import ThemeManager
from tests.ui.look import assert_look

DATA = ReceiptData("politie.csv", "20-11-2026 21:42", 4812, 2790, 12, 2004, 6)


@pytest.fixture
def receipt(qtbot: QtBot, each_theme: ThemeManager) -> Receipt:
    made = Receipt(each_theme, ImportWords("nl"))
    qtbot.addWidget(made)
    made.resize(400, 420)
    made.show_receipt(DATA)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_every_row_is_accounted_for(receipt: Receipt) -> None:
    assert_look(receipt)
    assert [label.text() for label in receipt.numbers.values()] == ["4.812", "2.790", "12", "2.004", "6"]
    assert receipt.verdict.text.text() == "2.790 meldingen toegevoegd. 6 rijen konden niet mee."
    assert receipt.sum.text() == "2.790 + 12 + 2.004 + 6 = 4.812 gelezen rijen: elke rij is geteld."


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"afgekeurd": 0, "gelezen": 4806}, "2.790 meldingen toegevoegd."),
        ({"toegevoegd": 1, "afgekeurd": 1, "gelezen": 2018}, "1 melding toegevoegd. 1 rij kon niet mee."),
        ({"toegevoegd": 0, "gelezen": 2022}, "Er is niets nieuws: deze rijen stonden er al."),
    ],
)
def test_the_verdict_in_words(receipt: Receipt, changes: dict[str, int], told: str) -> None:
    receipt.show_receipt(replace(DATA, **changes))
    assert receipt.verdict.text.text() == told


def test_numbers_that_do_not_add_up_are_never_green(receipt: Receipt) -> None:
    wrong = replace(DATA, gelezen=5000, afgekeurd=0)
    assert not wrong.adds_up
    receipt.show_receipt(wrong)
    assert receipt.sum.text() == "2.790 + 12 + 2.004 + 0 is niet 5.000. Meld dit: de telling klopt niet."
    theme = receipt._themes.theme
    picture = receipt.verdict.grab().toImage()
    assert picture.pixel(2, 2) == theme.color("let-bg").rgb()
