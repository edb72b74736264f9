"""The list panel: it scrolls inside, or takes its full height."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from boa_app.ui.theme import ThemeManager
from boa_app.ui.vandaag.stack import StackPanel
from boa_app.ui.widgets.row import ListRow, RowData
from tests.ui.frames import wait_for_layout


def test_replaces_what_stood_there(qtbot: QtBot, themes: ThemeManager) -> None:
    panel = StackPanel(themes, "Lijst", "house")
    qtbot.addWidget(panel)
    panel.set_widgets([ListRow(themes, RowData(name="a"))])
    kept = ListRow(themes, RowData(name="b"))
    panel.set_widgets([kept])
    panel.set_widgets([kept])
    panel.show()
    wait_for_layout()
    assert [row.row().name for row in panel.findChildren(ListRow) if row.isVisible()] == ["b"]


def test_full_height_only_when_asked(qtbot: QtBot, themes: ThemeManager) -> None:
    panel = StackPanel(themes, "Lijst", "house")
    qtbot.addWidget(panel)
    panel.set_widgets([ListRow(themes, RowData(name=str(number))) for number in range(20)])
    panel.show()

    def least() -> int:
        wait_for_layout()
        return panel.minimumSizeHint().height()

    low = least()
    panel.set_full_height(True)
    assert least() >= low + 20 * 44
    panel.set_full_height(False)
    assert least() == low
