"""Four bars, n filled, and the figure: ernst can be read in grey."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.ernst_bars import ErnstBars, bars_width


def test_n_bars_are_filled(qtbot: QtBot, each_theme: ThemeManager) -> None:
    bars = ErnstBars(each_theme, 2)
    qtbot.addWidget(bars)
    bars.resize(bars.sizeHint())
    image = bars.grab().toImage()
    step = px("i-staaf") + px("haar")
    bottom = [image.pixelColor(step * number + 2, bars.height() - 4) for number in range(4)]
    ink, line = each_theme.theme.color("ink"), each_theme.theme.color("line")
    assert bottom == [ink, ink, line, line]
    assert bars.sizeHint().width() > bars_width()


def test_name_says_the_level(qtbot: QtBot, themes: ThemeManager) -> None:
    bars = ErnstBars(themes)
    qtbot.addWidget(bars)
    bars.set_level(3)
    assert bars.accessibleName() == "Ernst 3 van 4"
