"""A page that waits: nothing is built until somebody asks, then it behaves as the page itself."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from boa_app.ui.deferred import DeferredPage
from boa_app.ui.frame.main_frame import MainFrame
from boa_app.ui.frame.model import CornerAction, FootSpec, SizeClass, TopAction
from boa_app.ui.frame.page import Page
from boa_app.ui.theme import ThemeManager


class _Real(Page):
    made = 0

    def __init__(self) -> None:
        super().__init__()
        _Real.made += 1
        self.shown = self.hidden_times = 0

    def title(self) -> str:
        return "Echt"

    def context(self) -> str:
        return "regel"

    def foot(self) -> FootSpec:
        return FootSpec((), CornerAction("plus", "Doe"))

    def top_actions(self) -> tuple[TopAction, ...]:
        return (TopAction("map", "Kaart"),)

    def page_shown(self) -> None:
        self.shown += 1

    def page_hidden(self) -> None:
        self.hidden_times += 1


def test_built_when_shown_and_only_once(qtbot: QtBot, themes: ThemeManager) -> None:
    _Real.made = 0
    frame = MainFrame(themes)
    qtbot.addWidget(frame)
    first, second = DeferredPage(_Real, "Eerst"), DeferredPage(_Real, "Later")
    frame.add_page("a", "house", "A", first)
    frame.add_page("b", "map", "B", second)
    frame.resize(640, 400)
    frame.show()
    frame.show_page("a")
    assert _Real.made == 1
    assert not second.is_built
    assert (second.title(), second.context(), second.top_actions()) == ("Later", "", ())
    assert second.foot() == FootSpec()
    assert first.real().size_class is SizeClass.KLEIN
    assert (first.title(), first.context(), len(first.top_actions())) == ("Echt", "regel", 1)
    assert frame.foot.corner.text() == "Doe"
    frame.show_page("b")
    real = first.real()
    assert isinstance(real, _Real)
    assert (real.shown, real.hidden_times) == (1, 1)
    frame.resize(1280, 800)
    assert real.size_class is SizeClass.NORMAAL
    assert _Real.made == 2
