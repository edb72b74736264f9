"""What asks attention: each line with its act, none when there is nothing, and no flicker when nothing changed."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from boa_app.ui.sync.attention import AandachtRegel, AttentionPanel
from boa_app.ui.theme import ThemeManager
from boa_app.ui.vandaag.lists import InfoRow
from tests.ui.look import assert_look, resize_window


def test_lines_with_their_acts(qtbot: QtBot, each_theme: ThemeManager) -> None:
    done: list[str] = []
    lines = (
        AandachtRegel("image", "1 foto staat nog hier", "Gaat vanzelf mee"),
        AandachtRegel("octagon-alert", "Geweigerd", "Waarom", (("Correctie", lambda: done.append("c")),), "fout"),
        AandachtRegel("users", "Twee", "Paar", (("Ja", lambda: done.append("j")), ("Nee", lambda: done.append("n")))),
    )
    panel = AttentionPanel(each_theme)
    qtbot.addWidget(panel)
    panel.set_lines(lines)
    resize_window(panel, 392, 300)
    assert_look(panel)
    rows = panel.rows()
    assert rows[1].buttons[0].accessibleName() == "Correctie: Geweigerd"
    rows[1].buttons[0].click()
    rows[2].buttons[1].click()
    assert done == ["c", "n"]
    panel.set_lines(lines)
    assert panel.rows() == rows, "the same lines keep the keyboard where it is"
    panel.set_lines(())
    assert panel.rows() == ()
    named = [child.accessibleName() for child in panel.findChildren(InfoRow)]
    assert named == ["Niets te doen, Geweigerde wijzigingen komen hier te staan."]
