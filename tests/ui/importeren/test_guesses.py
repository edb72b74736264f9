"""Rows of guesses: how sure, other readings by mouse and by key, and the keyboard that stays where it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boa_app.ui.importeren.guesses import Guess, GuessPanel
from boa_app.ui.theme import ThemeManager
from tests.ui.frames import wait_for_layout
from tests.ui.look import assert_look

LEFT = Qt.MouseButton.LeftButton
CHOICES = (("dag_eerst", "dag, maand, jaar: 9 november"), ("maand_eerst", "maand, dag, jaar: 11 september"))
DOUBT = Guess("volgorde", "Datums", "dag_eerst", "dag, maand, jaar", "eerste rij: 9 november", "twijfel", CHOICES)
SURE = Guess("stelsel", "X en Y", "rd", "RD-coördinaten", "", "zeker", (("rd", "RD-coördinaten"),))
MISSING = Guess("rol:lon", "X (lengtegraad)", "", "nog geen kolom", "", "mist", (("", "geen"), ("X", "X: 132000")))


@pytest.fixture
def panel(qtbot: QtBot, themes: ThemeManager) -> GuessPanel:
    made = GuessPanel(themes, "Zo gelezen", "eye")
    qtbot.addWidget(made)
    made.resize(400, 500)
    made.set_guesses([DOUBT, SURE, MISSING])
    made.show()
    qtbot.waitExposed(made)
    return made


def test_look_in_both_themes(qtbot: QtBot, each_theme: ThemeManager) -> None:
    made = GuessPanel(each_theme, "Zo gelezen", "eye")
    qtbot.addWidget(made)
    made.resize(348, 500)
    made.set_guesses([DOUBT, SURE, MISSING])
    made.show()
    qtbot.waitExposed(made)
    assert_look(made)


def test_each_state_has_a_word_and_only_a_doubt_can_be_confirmed(panel: GuessPanel) -> None:
    words = {code: row.tag.accessibleName() for code, row in panel.rows.items()}
    assert words == {"volgorde": "kijk even mee", "stelsel": "zeker", "rol:lon": "kies zelf"}
    assert [code for code, row in panel.rows.items() if row.right.isVisible()] == ["volgorde"]
    # One reading only leaves nothing to change.
    assert [code for code, row in panel.rows.items() if row.change.isVisible()] == ["volgorde", "rol:lon"]


def test_confirm_by_mouse(qtbot: QtBot, panel: GuessPanel) -> None:
    with qtbot.waitSignal(panel.confirmed) as told:
        qtbot.mouseClick(panel.rows["volgorde"].right, LEFT)
    assert told.args == ["volgorde"]


def test_another_reading_by_key(qtbot: QtBot, panel: GuessPanel) -> None:
    row = panel.rows["volgorde"]
    qtbot.keyClick(row.change, Qt.Key.Key_Return)
    assert row.choices.isVisible()
    assert [choice.text() for choice in row.choices.rows()] == [text for _code, text in CHOICES]
    with qtbot.waitSignal(panel.value_chosen) as told:
        qtbot.keyClick(row.choices.rows()[1], Qt.Key.Key_Return)
    assert told.args == ["volgorde", "maand_eerst"]
    assert not row.choices.isVisible()


def test_choosing_what_is_doubted_confirms_it_and_what_is_sure_says_nothing(qtbot: QtBot, panel: GuessPanel) -> None:
    told: list[tuple[str, str]] = []
    panel.value_chosen.connect(lambda code, value: told.append((code, value)))
    panel.rows["volgorde"].choices.rows()[0].click()
    panel.rows["stelsel"].choices.rows()[0].click()
    assert told == [("volgorde", "dag_eerst")]


def test_a_new_look_keeps_the_keyboard_where_it_is(qtbot: QtBot, panel: GuessPanel) -> None:
    missing = panel.rows["rol:lon"]
    missing.change.setFocus(Qt.FocusReason.TabFocusReason)
    panel.set_guesses([SURE, DOUBT, replace(MISSING, state="gekozen", value="X", text="X")])
    assert panel.rows["rol:lon"] is missing
    assert missing.change.hasFocus()
    panel.rows["volgorde"].right.setFocus(Qt.FocusReason.TabFocusReason)
    panel.set_guesses([SURE, replace(DOUBT, state="gekozen", value="maand_eerst", text="maand, dag, jaar"), MISSING])
    assert panel.rows["volgorde"].change.hasFocus()
    assert panel.rows["volgorde"].tag.accessibleName() == "uw keuze"
    assert list(panel.rows) == ["stelsel", "volgorde", "rol:lon"]


def test_a_row_takes_the_height_of_what_it_says_now(qtbot: QtBot, panel: GuessPanel) -> None:
    calm = replace(DOUBT, state="zeker")
    for guesses in (
        [calm, SURE, MISSING],
        [DOUBT, SURE, MISSING],
        [SURE, calm],
        [replace(SURE, state="twijfel"), DOUBT],
    ):
        panel.set_guesses(guesses)
        wait_for_layout()
        assert_look(panel)
        for row in panel.rows.values():
            assert row.height() >= row.layout().totalMinimumSize().height()


def test_in_little_room_the_sentence_scrolls_with_the_list(panel: GuessPanel) -> None:
    panel.intro.setText("Dit is een tabel.")
    panel.set_compact(compact=True)
    panel.set_guesses([SURE])
    assert panel.intro.isVisible()
    panel.set_compact(compact=False)
    panel.set_guesses([DOUBT, SURE])
    assert not panel.intro.isVisible()
