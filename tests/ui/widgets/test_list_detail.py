"""The list and the detail beside it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from boa_app.ui.frame.model import SizeClass
from boa_app.ui.theme import ThemeManager
from boa_app.ui.widgets.buttons import Knop
from boa_app.ui.widgets.list_detail import SEARCH_FROM, DetailPanel, ListPanel, Part
from boa_app.ui.widgets.row import RowData
from boa_app.ui.widgets.text import Label

ROWS = tuple((f"id{place}", RowData("user", f"Naam {place}", "boa")) for place in range(SEARCH_FROM))


def test_choosing_tells_the_id_and_survives_other_rows(qtbot: QtBot, themes: ThemeManager) -> None:
    panel = ListPanel(themes, "Accounts", "users")
    qtbot.addWidget(panel)
    panel.show()
    panel.set_rows(ROWS[:3])
    assert not panel.search.isVisible()
    with qtbot.waitSignal(panel.chosen) as caught:
        panel.list.selectRow(1)
    assert caught.args == ["id1"]
    panel.set_rows(ROWS[1:3])
    assert panel.list.chosen_row() == 0
    panel.set_chosen("")
    assert panel.list.chosen_row() == -1


def test_many_rows_can_be_searched(qtbot: QtBot, themes: ThemeManager) -> None:
    panel = ListPanel(themes, "Accounts", "users")
    qtbot.addWidget(panel)
    panel.show()
    panel.set_rows(ROWS)
    assert panel.search.isVisible()
    panel.search.setText("naam 7")
    assert panel.ids() == ("id7",)


def test_an_empty_list_says_what_comes(qtbot: QtBot, themes: ThemeManager) -> None:
    panel = ListPanel(themes, "Accounts", "users")
    qtbot.addWidget(panel)
    panel.show()
    panel.set_rows(())
    assert panel.empty.isVisible() and not panel.list.isVisible()


def test_parts_and_verbs_replace_each_other(qtbot: QtBot, themes: ThemeManager) -> None:
    detail = DetailPanel(themes)
    qtbot.addWidget(detail)
    detail.show()
    kept, gone = Label(themes, "blijft"), Label(themes, "gaat")
    kept.setProperty("blijft", True)
    detail.show_parts("Een", [kept, gone], [Knop(themes, "Doe")])
    assert kept.isVisible() and gone.isVisible()
    detail.show_parts("Twee", [])
    assert not kept.isVisible() and detail.accessibleName() == "Twee"
    detail.show_parts("Drie", [kept])
    assert kept.isVisible()
    assert [knop.text() for knop in detail.findChildren(Knop) if knop.isVisible()] == []


def test_a_small_window_shows_one_panel_at_a_time(qtbot: QtBot, themes: ThemeManager) -> None:
    part = Part(ListPanel(themes, "Lijst", "users"), DetailPanel(themes))
    qtbot.addWidget(part)
    part.show()
    part.arrange(SizeClass.KLEIN, low=True)
    assert part.panel.isVisible() and not part.detail.isVisible()
    part.go_inside(inside=True)
    assert part.detail.isVisible() and not part.panel.isVisible() and part.takes_all
    part.detail.back.click()
    assert part.panel.isVisible()
    part.arrange(SizeClass.NORMAAL, low=False)
    assert part.panel.isVisible() and part.detail.isVisible() and not part.detail.back.isVisible()
