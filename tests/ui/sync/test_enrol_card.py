"""Signing up: what is missing is said, what was typed stays, a certificate is chosen and left out again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from boa_app.domain.errors import UserError
from boa_app.ui.sync.enrol_card import AanmeldVraag, CertificateWindow, EnrolCard, EnrolStory
from boa_app.ui.theme import ThemeManager
from tests.ui.frames import wait_for_layout
from tests.ui.look import assert_look, resize_window


class ChosenCertificate(CertificateWindow):
    """The system's window is not ours to test; this answers at once."""

    def ask(self, parent: QWidget, on_chosen: Callable[[Path], None]) -> None:
        on_chosen(Path("/ergens/gemeente.pem"))


@pytest.fixture
def card(qtbot: QtBot, each_theme: ThemeManager) -> EnrolCard:
    made = EnrolCard(each_theme, "nl")
    qtbot.addWidget(made)
    resize_window(made, 404, 720)
    return made


def test_the_step_says_what_is_missing(qtbot: QtBot, card: EnrolCard) -> None:
    assert_look(card)
    assert card.step().reason == "Vul eerst het adres in"
    QTest.keyClicks(card.adres, " https://c.test ")
    assert card.step().reason == "Vul eerst de code in"
    with qtbot.assertNotEmitted(card.enrol_requested):
        QTest.keyClick(card.adres, Qt.Key.Key_Return)
    QTest.keyClicks(card.code, "ABCD-EFGH")
    with qtbot.waitSignal(card.enrol_requested) as asked:
        QTest.keyClick(card.code, Qt.Key.Key_Return)
    assert asked.args == [AanmeldVraag("https://c.test", "ABCD-EFGH", "", None)]


def test_an_error_keeps_what_was_typed(card: EnrolCard) -> None:
    card.adres.setText("https://c.test")
    card.code.setText("FOUT")
    card.set_busy(busy=True)
    assert card.step().reason == "Bezig met aanmelden"
    assert not card.adres.isEnabled()
    card.show_error(UserError("code_onjuist"))
    wait_for_layout()
    resize_window(card, 404, 860)
    assert_look(card)
    assert card.problem
    assert (card.adres.text(), card.code.text(), card.step().reason) == ("https://c.test", "FOUT", "")


def test_after_an_error_the_keyboard_is_where_it_is_put_right(qtbot: QtBot, card: EnrolCard) -> None:
    with qtbot.waitActive(card):
        card.show()
        card.activateWindow()
    for code, field, said in (
        ("code_onjuist", card.code, "code"), ("centrale_onbereikbaar", card.adres, "op dit adres"),
    ):  # fmt: skip
        card.set_busy(busy=True)
        card.show_error(UserError(code))
        qtbot.waitUntil(field.hasFocus)
        assert said in card.problem.lower()


def test_a_certificate_goes_along_and_can_be_left_out(qtbot: QtBot, card: EnrolCard) -> None:
    card.files = ChosenCertificate(card)
    card.adres.setText("https://c.test")
    card.code.setText("A")
    card.naam.setText("Tablet 3")
    card.choose.click()
    wait_for_layout()
    assert card.certificate.text() == "Certificaat: gemeente.pem"
    assert_look(card)
    with qtbot.waitSignal(card.enrol_requested) as asked:
        card.step().on_trigger()
    assert asked.args[0].ca == Path("/ergens/gemeente.pem")
    assert asked.args[0].naam == "Tablet 3"
    card.without.click()
    with qtbot.waitSignal(card.enrol_requested) as again:
        card.step().on_trigger()
    assert again.args[0].ca is None


def test_the_story_is_told_before(qtbot: QtBot, each_theme: ThemeManager) -> None:
    story = EnrolStory(each_theme)
    qtbot.addWidget(story)
    story.set_now("U werkt nu zonder centrale, als teamleider.")
    resize_window(story, 700, 520)
    assert_look(story)
