"""A tile shows its choice by fill, weight and disc, and its word stays where it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.tile import Choice, Tile, TileForm

MUSIC = Choice("GEL-MUZ", "Muziek", "music", "Geluid: muziek")
ERNST = Choice("2", "2 Hinderlijk", explanation="vaker, meer melders", bars=2)


def test_names_are_the_full_label(qtbot: QtBot, themes: ThemeManager) -> None:
    tile = Tile(themes, MUSIC)
    qtbot.addWidget(tile)
    assert (tile.text(), tile.accessibleName(), tile.toolTip()) == ("Muziek", "Geluid: muziek", "Geluid: muziek")
    tile.set_choice(ERNST)
    assert tile.accessibleName() == "2 Hinderlijk, vaker, meer melders"


def test_a_click_alone_changes_nothing(qtbot: QtBot, themes: ThemeManager) -> None:
    tile = Tile(themes, MUSIC)
    qtbot.addWidget(tile)
    tile.click()
    assert not tile.isChecked()
    tile.set_chosen(True, 2)
    assert tile.isChecked()
    assert tile.accessibleDescription() == "2"


@pytest.mark.parametrize(
    ("form", "choice"),
    [
        (TileForm.HOOG, MUSIC),
        (TileForm.RIJ, MUSIC),
        (TileForm.RIJ, Choice("G3", "5–9")),
        (TileForm.ERNST, ERNST),
    ],
)
def test_chosen_is_filled_and_rest_is_not(
    qtbot: QtBot, each_theme: ThemeManager, form: TileForm, choice: Choice
) -> None:
    tile = Tile(each_theme, choice, form)
    qtbot.addWidget(tile)
    tile.set_form(form, px("h-tegel-hoog"))
    tile.resize(tile.sizeHint())
    theme = each_theme.theme
    assert tile.grab().toImage().pixelColor(3, tile.height() // 2) == theme.color("surface")
    before = tile.sizeHint()
    for order in (0, 1):
        tile.set_chosen(True, order)
        assert tile.grab().toImage().pixelColor(tile.width() // 2, 4) == theme.color("keuze")
        assert theme.color("schijf").rgb() in _colors(tile)
    assert tile.sizeHint() == before, "choosing must not move the other tiles"


def _colors(tile: Tile) -> set[int]:
    image = tile.grab().toImage()
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}


def test_word_with_pictogram_does_not_move_when_chosen(qtbot: QtBot, themes: ThemeManager) -> None:
    tile = Tile(themes, MUSIC)
    qtbot.addWidget(tile)
    rect = QRectF(0, 0, 180, 52)
    before = tile._words_left(rect)
    tile.set_chosen(True)
    assert tile._words_left(rect) == before


def test_narrow_form_leaves_out_pictogram_and_explanation(qtbot: QtBot, themes: ThemeManager) -> None:
    tile = Tile(themes, ERNST, TileForm.ERNST)
    qtbot.addWidget(tile)
    wide = tile.sizeHint().width()
    tile.set_form(TileForm.RIJ, px("h-tegel-smal"), icon=False, explanation=False, size="t-tekst")
    assert tile.sizeHint().width() < wide
    assert tile.sizeHint().height() == px("h-tegel-smal")


def test_off_is_drawn_without_the_colour_of_a_control(qtbot: QtBot, each_theme: ThemeManager) -> None:
    tile = Tile(each_theme, MUSIC)
    qtbot.addWidget(tile)
    tile.setEnabled(False)
    tile.resize(tile.sizeHint())
    assert tile.grab().toImage().pixelColor(4, tile.height() // 2) == each_theme.theme.color("ground")
