"""Asking why before something that cannot be taken back."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from boa_app.ui.beheer.confirm import ConfirmForm
from boa_app.ui.theme import ThemeManager
from boa_app.ui.vandaag.lists import InfoRow


def test_says_what_happens_and_takes_the_reason(qtbot: QtBot, themes: ThemeManager) -> None:
    form = ConfirmForm(themes, (("ban", "Het stopt", "Voorgoed."),), "bijvoorbeeld: kwijt")
    qtbot.addWidget(form)
    form.show()
    form.begin()
    assert [row.name for row in form.findChildren(InfoRow)] == ["Het stopt"]
    with qtbot.waitSignal(form.edited):
        form.reden.setText("  kwijt ")
    assert form.answer == "kwijt"
    with qtbot.waitSignal(form.submitted):
        form.reden.returnPressed.emit()
