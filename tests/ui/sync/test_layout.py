"""Two columns, or in a small window one that scrolls as a whole."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from boa_app.ui.frame.model import SizeClass
from boa_app.ui.sync.layout import TwoColumns
from boa_app.ui.theme import ThemeManager
from boa_app.ui.widgets.text import Label
from tests.ui.frames import wait_for_layout
from tests.ui.look import assert_look, resize_window


def test_beside_and_under_each_other(qtbot: QtBot, themes: ThemeManager) -> None:
    left, right = Label(themes, "links", wrap=True), Label(themes, "rechts", wrap=True)
    left.setMinimumHeight(500)
    columns = TwoColumns(left, right)
    qtbot.addWidget(columns)
    for size_class, width, height in (
        (SizeClass.NORMAAL, 1188, 672), (SizeClass.KLEIN, 640, 296), (SizeClass.SMAL, 932, 640),
    ):  # fmt: skip
        columns.arrange(size_class, low=size_class is SizeClass.KLEIN)
        resize_window(columns, width, height)
        wait_for_layout()
        assert_look(columns)
        beside = right.mapTo(columns, right.rect().topLeft()).x() > left.width()
        assert beside == (size_class is not SizeClass.KLEIN)
    columns.arrange(SizeClass.KLEIN, low=True)
    resize_window(columns, 640, 296)
    columns.scroll_to(right)
    qtbot.waitUntil(lambda: 0 <= right.mapTo(columns, right.rect().topLeft()).y() < 296, timeout=15_000)
