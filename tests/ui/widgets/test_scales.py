"""Scales: fixed classes in their colours, groups with colour, letter and pattern."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.scales import GroupSign, ScaleBar, Step


def test_classes_have_their_colour_and_limit(qtbot: QtBot, each_theme: ThemeManager) -> None:
    bar = ScaleBar(each_theme, [Step("h1", limit="0,25"), Step("h2", limit="0,5")])
    qtbot.addWidget(bar)
    bar.resize(200, bar.sizeHint().height())
    image = bar.grab().toImage()
    assert image.pixelColor(50, 14) == each_theme.theme.color("h1")
    assert image.pixelColor(150, 14) == each_theme.theme.color("h2")
    assert bar.accessibleName() == "0,25, 0,5"
    assert ScaleBar(each_theme, [Step("c0", "0")]).sizeHint().height() == px("h-tag")


def test_every_group_has_its_own_line(qtbot: QtBot, each_theme: ThemeManager) -> None:
    pictures = []
    for letter in "ABCDEF":
        sign = GroupSign(each_theme, letter, "Groep")
        qtbot.addWidget(sign)
        sign.resize(120, 28)
        image = sign.grab().toImage().convertToFormat(sign.grab().toImage().Format.Format_Grayscale8)
        pictures.append(bytes(1 if image.pixelColor(x, 4).red() > 128 else 0 for x in range(40, 120)))
    assert len(set(pictures)) >= 4


@pytest.mark.parametrize("letter", "ABCDEF")
def test_name_holds_letter_and_word(qtbot: QtBot, themes: ThemeManager, letter: str) -> None:
    sign = GroupSign(themes, letter, "Blauw")
    qtbot.addWidget(sign)
    assert sign.accessibleName() == f"{letter} Blauw"
