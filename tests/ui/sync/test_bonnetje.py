"""The bonnetje shows both sides of every number, and never green while they differ."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from boa_app.ui.sync.bonnetje import Bonnetje
from boa_app.ui.sync.words import SyncWords
from boa_app.ui.theme import ThemeManager
from boa_app.ui.widgets.tag import Tag
from boa_app.ui.widgets.text import Label
from tests.ui.look import assert_look, resize_window
from tests.ui.sync import beelden


@pytest.fixture
def paper(qtbot: QtBot, each_theme: ThemeManager) -> Bonnetje:
    made = Bonnetje(each_theme, "nl")
    qtbot.addWidget(made)
    made.show_bon(SyncWords("nl").bon(beelden.photo_waits()))
    resize_window(made, 392, 560)
    return made


def test_what_is_missing_stands_in_amber(paper: Bonnetje, each_theme: ThemeManager) -> None:
    assert_look(paper)
    assert paper.numbers()["Foto's"] == ("160", "159")
    assert list(paper.numbers()) == ["Meldingen", "Wijzigingen", "Rondes", "Foto's", "Opgehaald"]
    assert [tag.accessibleName() for tag in paper.findChildren(Tag) if tag.isVisible()] == ["1 nog hier"]
    ground = paper.verdict.grab().toImage().pixelColor(2, 2)
    assert ground == each_theme.theme.color("let-bg")
    assert "159 van 160" in paper.accessibleName()


def test_all_equal_is_green(paper: Bonnetje, each_theme: ThemeManager) -> None:
    paper.show_bon(SyncWords("nl").bon(beelden.bon()))
    resize_window(paper, 392, 561)
    assert_look(paper)
    assert paper.verdict.grab().toImage().pixelColor(2, 2) == each_theme.theme.color("ok-bg")
    assert not [tag for tag in paper.findChildren(Tag) if tag.isVisible()]


def test_it_fits_in_the_narrow_column(paper: Bonnetje) -> None:
    resize_window(paper, 364, 560)
    assert_look(paper)


def test_where_nothing_went_there_is_nothing_to_compare(paper: Bonnetje) -> None:
    paper.show_bon(SyncWords("nl").bon(beelden.bon(regels=())))
    resize_window(paper, 392, 563)
    assert paper.numbers() == {}
    shown = [label.text() for label in paper.findChildren(Label) if label.isVisible()]
    assert "centrale" not in shown
    assert_look(paper)
