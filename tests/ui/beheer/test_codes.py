"""Codes: shown once, large, counting down; withdrawn when lost."""

from __future__ import annotations

from datetime import timedelta

from pytestqt.qtbot import QtBot

from boa_app.ui.beheer.codes import CodesPart
from boa_app.ui.beheer.words import BeheerWords
from boa_app.ui.beheer.work import BeheerWerk
from boa_app.ui.context import UiContext
from boa_app.ui.widgets.buttons import Knop
from boa_app.usecases.beheer import Beheerbeeld
from tests.ui.beheer.conftest import WAIT_MS
from tests.ui.small_store import TestClock


def a_part(qtbot: QtBot, ui: UiContext, work: BeheerWerk, words: BeheerWords, beeld: Beheerbeeld) -> CodesPart:
    part = CodesPart(ui, work, words)
    qtbot.addWidget(part)
    part.resize(1188, 600)
    part.show()
    work.beeld_read.connect(part.show_beeld)
    part.show_beeld(beeld)
    return part


def make_code(qtbot: QtBot, part: CodesPart, beeld: Beheerbeeld) -> str:
    sam = next(one for one in beeld.accounts if one.naam == "Sam de Wit")
    assert part.corner().reason == "Kies eerst een account"
    part.choose(sam.id)
    part.corner().on_trigger()
    qtbot.waitUntil(lambda: part.card is not None and not part._work.is_busy, timeout=WAIT_MS)
    assert part.card is not None
    return part.card.code.text()


def test_a_code_is_shown_once(
    qtbot: QtBot, ui: UiContext, work: BeheerWerk, words: BeheerWords, beeld: Beheerbeeld
) -> None:
    part = a_part(qtbot, ui, work, words, beeld)
    code = make_code(qtbot, part, beeld)
    assert len(code) == 14
    assert part.corner().title == "Klaar met code"
    part.forget_code()
    qtbot.waitUntil(lambda: not work.is_busy, timeout=WAIT_MS)
    assert part.card is None
    assert code not in " ".join(label.text() for label in part.findChildren(type(part.detail._title)))


def test_it_counts_down_until_it_no_longer_holds(
    qtbot: QtBot, ui: UiContext, work: BeheerWerk, words: BeheerWords, beeld: Beheerbeeld, clock: TestClock
) -> None:
    part = a_part(qtbot, ui, work, words, beeld)
    make_code(qtbot, part, beeld)
    card = part.card
    assert card is not None
    assert card.show_left(clock.now)
    assert "minuten geldig" in card.left.text()
    assert not card.show_left(clock.now + timedelta(minutes=11))
    assert "geldt niet meer" in card.left.text()


def test_a_code_that_is_out_can_be_withdrawn(
    qtbot: QtBot, ui: UiContext, work: BeheerWerk, words: BeheerWords, beeld: Beheerbeeld
) -> None:
    part = a_part(qtbot, ui, work, words, beeld)
    make_code(qtbot, part, beeld)
    part.forget_code()
    qtbot.waitUntil(lambda: not work.is_busy and bool(verbs(part)), timeout=WAIT_MS)
    verbs(part)[0].click()
    qtbot.waitUntil(lambda: not work.is_busy and not verbs(part), timeout=WAIT_MS)


def verbs(part: CodesPart) -> list[Knop]:
    return [knop for knop in part.detail.findChildren(Knop) if knop.text() == "Intrekken" and knop.isVisible()]
