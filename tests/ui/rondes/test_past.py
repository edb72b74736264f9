"""The ronde of now, and those before it."""

from __future__ import annotations

from datetime import timedelta

from pytestqt.qtbot import QtBot

from boa_app.domain.ronde import Bevinding, Bezoek, Ronde
from boa_app.ui.rondes.past import NowPanel, PastPanel
from boa_app.ui.theme import ThemeManager
from tests.ui.small_store import NOW, load_lists


def test_past_counts_per_finding(qtbot: QtBot, themes: ThemeManager) -> None:
    panel = PastPanel(themes, load_lists(), "nl")
    qtbot.addWidget(panel)
    visits = [Bevinding.RUSTIG, Bevinding.NIEMAND, Bevinding.RUSTIG]
    bezoeken = tuple(Bezoek(str(n), "r", f"p{n}", NOW, found) for n, found in enumerate(visits))
    panel.set_rondes([Ronde("r", NOW, NOW + timedelta(hours=1), "a", bezoeken), Ronde("q", NOW, NOW, "a")])
    first, second = panel.rows()
    assert first.name == "vr 20-11, 21:42–22:42"
    assert first.meta == "1 niemand, 2 rustig"
    assert second.meta == "geen plekken bezocht"


def test_now_asks_to_start_or_counts(qtbot: QtBot, themes: ThemeManager) -> None:
    panel = NowPanel(themes)
    qtbot.addWidget(panel)
    panel.show()
    with qtbot.waitSignal(panel.start_requested):
        panel.start.click()
    panel.set_ronde(Ronde("r", NOW, None, "a"), 2, 9)
    assert panel.start.isHidden()
