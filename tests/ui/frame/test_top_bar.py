"""The top bar: title before context, back where there is one, help at the right."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from boa_app.ui.frame.model import SizeClass, TopAction
from boa_app.ui.frame.top_bar import TopBar
from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.buttons import IconKnop
from tests.ui.look import assert_look


def _bar(qtbot: QtBot, themes: ThemeManager, width: int) -> TopBar:
    bar = TopBar(themes)
    qtbot.addWidget(bar)
    bar.set_title("Vandaag", "vrijdag 20 november 2026, late dienst 16:00–24:00")
    bar.resize(width, px("h-kopbalk"))
    bar.show()
    return bar


def _knop(bar: TopBar, name: str) -> IconKnop:
    return next(knop for knop in bar.findChildren(IconKnop) if knop.accessibleName() == name)


def test_title_keeps_its_room(qtbot: QtBot, each_theme: ThemeManager) -> None:
    bar = _bar(qtbot, each_theme, 420)
    bar.set_example(is_example=True)
    assert_look(bar)


def test_back_and_help(qtbot: QtBot, themes: ThemeManager) -> None:
    bar = _bar(qtbot, themes, 1188)
    assert _knop(bar, "Terug").isHidden()
    bar.set_back(visible=True)
    with qtbot.waitSignals([bar.back_requested, bar.help_requested]):
        _knop(bar, "Terug").click()
        _knop(bar, "Hulp").click()


def test_small_has_a_menu_instead_of_help(qtbot: QtBot, themes: ThemeManager) -> None:
    bar = _bar(qtbot, themes, 640)
    bar.set_size_class(SizeClass.KLEIN)
    assert _knop(bar, "Hulp").isHidden()
    assert bar.height() == px("h-kopbalk-klein")
    with qtbot.waitSignal(bar.menu_requested):
        _knop(bar, "Menu").click()


def test_actions_can_be_replaced(qtbot: QtBot, themes: ThemeManager) -> None:
    bar = _bar(qtbot, themes, 1188)
    pressed: list[str] = []
    bar.set_actions((TopAction("map", "Kaart", lambda: pressed.append("kaart")),))
    _knop(bar, "Kaart").click()
    assert pressed == ["kaart"]
    bar.set_actions(())
    assert not any(part.isVisible() for part in bar.findChildren(IconKnop) if part.accessibleName() == "Kaart")


def test_many_buttons_in_a_narrow_window_leave_search_its_sign(qtbot: QtBot, themes: ThemeManager) -> None:
    bar = TopBar(themes)
    qtbot.addWidget(bar)
    actions = tuple(TopAction("map", str(number)) for number in range(4))
    bar.set_actions(actions)
    for size_class, width in ((SizeClass.NORMAAL, px("b-zoek")), (SizeClass.SMAL, px("h-raak"))):
        bar.set_size_class(size_class)
        assert bar.search.sizeHint().width() == width
    bar.set_actions(actions[:2])
    assert bar.search.sizeHint().width() == px("b-zoek")
