from __future__ import annotations

from PySide6.QtWidgets import QFrame, QGridLayout, QWidget
from pytestqt.qtbot import QtBot

from boa_app.ui.widgets.cards import Cards


def test_small_after_large_leaves_no_empty_third(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    grid = QGridLayout(page)
    big, upper, lower = QFrame(page), QFrame(page), QFrame(page)
    cards = Cards(big, upper, lower, (upper, big, lower), shares=(5, 3))
    cards.arrange(grid, small=False, low=False)
    page.resize(1280, 800)
    page.show()
    qtbot.waitUntil(lambda: upper.x() > big.x() and big.width() > upper.width())
    assert lower.y() > upper.y() and big.height() >= lower.height()
    cards.arrange(grid, small=True, low=True)
    page.resize(640, 400)
    qtbot.waitUntil(lambda: upper.y() < big.y() < lower.y())
    margins = grid.contentsMargins()
    assert {card.width() for card in (big, upper, lower)} == {page.width() - margins.left() - margins.right()}
    assert lower.geometry().bottom() == page.height() - margins.bottom() - 1
    assert [grid.columnStretch(column) for column in range(2)] == [0, 0]
