"""A question with its facts: they scroll, its answers never do; in a small window all stands out."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from boa_app.ui.meldingen.detail_parts import FieldRow
from boa_app.ui.sync.decision_panel import DecisionPanel
from boa_app.ui.theme import ThemeManager
from boa_app.ui.widgets.text import Label
from tests.ui.frames import wait_for_layout
from tests.ui.look import assert_look, resize_window

LONG = "Groep van een tiental jongeren bij het bankje, muziek uit een box. " * 8


@pytest.fixture
def panel(qtbot: QtBot, each_theme: ThemeManager) -> DecisionPanel:
    made = DecisionPanel(each_theme, "Vraag", "info")
    qtbot.addWidget(made)
    made.meta.setText("melding van 15-11-2026 om 21:00")
    made.info.setText("Wat de antwoorden betekenen.")
    made.verbs.addWidget(made.later)
    made.replace_facts([FieldRow(each_theme, f"Feit {number}", LONG) for number in range(3)])
    return made


def test_later_leaves_it(qtbot: QtBot, panel: DecisionPanel) -> None:
    resize_window(panel, 700, 420)
    assert_look(panel)
    with qtbot.waitSignal(panel.later_requested):
        panel.later.click()


def test_where_the_page_scrolls_nothing_is_hidden(panel: DecisionPanel) -> None:
    panel.set_arrangement(narrow=True, full_height=True)
    panel.resize(600, 900)
    panel.show()
    wait_for_layout()
    resize_window(panel, 600, 1200)
    wait_for_layout()
    assert_look(panel)
    assert panel.content.height() <= panel.content.parentWidget().height()


def test_a_part_is_used_again(panel: DecisionPanel, each_theme: ThemeManager) -> None:
    kept = Label(each_theme, "blijft", wrap=True)
    panel.replace_facts([kept], keep=kept)
    panel.replace_facts([Label(each_theme, "nieuw", wrap=True), kept], keep=kept)
    resize_window(panel, 700, 420)
    assert kept.isVisible()
