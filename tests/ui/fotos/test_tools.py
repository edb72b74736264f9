from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boa_app.ui.fotos.tools import CheckRow, ToolRow, spread
from boa_app.ui.theme import ThemeManager, px
from tests.ui.look import assert_look


def test_one_tool_is_in_use(qtbot: QtBot, each_theme: ThemeManager) -> None:
    row = ToolRow(each_theme)
    qtbot.addWidget(row)
    row.show()
    assert_look(row)
    assert [code for code, tool in row.tools.items() if tool.isChecked()] == ["midden"]
    with qtbot.waitSignal(row.tool_chosen) as chosen:
        qtbot.mouseClick(row.tools["hand"], Qt.MouseButton.LeftButton)
    assert chosen.args == ["hand"]
    qtbot.keyClick(row.tools["groot"], Qt.Key.Key_Return)
    assert [code for code, tool in row.tools.items() if tool.isChecked()] == ["groot"]
    row.grab()


def test_brushes_grow_with_the_picture_and_are_never_too_fine() -> None:
    codes = ("klein", "midden", "groot")
    sizes = spread(codes, 2000)
    assert sizes["klein"] < sizes["midden"] < sizes["groot"]
    assert min(spread(codes, 60).values()) == 8


def test_the_promise_takes_the_lines_it_needs(qtbot: QtBot, each_theme: ThemeManager) -> None:
    row = CheckRow(each_theme, "Geen gezichten of kentekens te zien")
    qtbot.addWidget(row)
    assert row.heightForWidth(px("b-lijst")) == px("h-raak")
    assert row.heightForWidth(px("b-hoek-klein")) > px("h-raak")
    row.resize(px("b-hoek-klein"), row.heightForWidth(px("b-hoek-klein")))
    row.show()
    assert_look(row)
    qtbot.keyClick(row, Qt.Key.Key_Space)
    assert row.isChecked()
    row.grab()
