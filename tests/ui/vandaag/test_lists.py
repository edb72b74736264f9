"""The listing panels: what they say when empty, and what a touch means."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boa_app.ui.theme import ThemeManager
from boa_app.ui.vandaag.lists import InfoRow, OpenPanel, RecentPanel, TonightPanel
from boa_app.ui.widgets.states import EmptyState
from boa_app.usecases.synchroniseren import Syncstand
from tests.ui.small_store import NOW, load_lists
from tests.ui.vandaag.test_rows import Draft, _rij


def test_open_lists_drafts_then_texts_to_check(qtbot: QtBot, themes: ThemeManager) -> None:
    panel = OpenPanel(themes, load_lists(), "nl")
    qtbot.addWidget(panel)
    panel.set_open((), (), NOW)
    assert [row.name for row in panel.findChildren(InfoRow)] == ["Niets open"]
    draft = Draft({"soorten": ["HANG"]})
    panel.set_open([draft], (_rij(),), NOW)
    first, second = panel.rows()
    with qtbot.waitSignal(panel.concept_opened) as opened:
        qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert opened.args == [draft]
    with qtbot.waitSignal(panel.melding_opened) as read:
        qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert read.args == ["u"]


def test_what_syncing_asks_comes_first_and_leads_there(qtbot: QtBot, themes: ThemeManager) -> None:
    panel = OpenPanel(themes, load_lists(), "nl")
    qtbot.addWidget(panel)
    panel.set_open((), (_rij(),), NOW, Syncstand(True, onverzonden=3, conflicten=1, geweigerd=2))
    names = [row.row().name for row in panel.rows()]
    assert names[:3] == ["1 conflict", "2 geweigerde wijzigingen", "3 nog niet gesynchroniseerd"]
    assert len(names) == 4
    with qtbot.waitSignal(panel.sync_opened):
        qtbot.mouseClick(panel.rows()[0], Qt.MouseButton.LeftButton)
    panel.set_open((), (), NOW, Syncstand(False, onverzonden=3))
    assert all(row.isHidden() for row in panel.rows()), "without a centre nothing waits"


def test_recent_empty_says_what_to_do(qtbot: QtBot, themes: ThemeManager) -> None:
    panel = RecentPanel(themes, load_lists(), "nl")
    qtbot.addWidget(panel)
    panel.set_recent((), NOW)
    assert panel.rows() == ()
    assert len(panel.findChildren(EmptyState)) == 1


def test_darkness_or_that_it_is_unknown(qtbot: QtBot, themes: ThemeManager) -> None:
    panel = TonightPanel(themes)
    qtbot.addWidget(panel)
    (row,) = panel.findChildren(InfoRow)
    assert row.meta == "tijden niet bekend"
    panel.set_darkness(NOW, NOW)
    assert row.name == "Donker van 21:42 tot 21:42"
