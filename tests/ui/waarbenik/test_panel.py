"""The panel of one place: what it shows, and that nothing of the place before stays."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from boa_app.domain.jop import Jop, JopStatus
from boa_app.ui.theme import ThemeManager
from boa_app.ui.waarbenik.panel import HierPanel
from boa_app.ui.waarbenik.words import HierWoorden
from boa_app.usecases.waarbenik import Jophier, Regelhier
from tests.samples import load_lijsten
from tests.ui.waarbenik.test_words import HIER


def test_a_place_then_none(qtbot: QtBot, themes: ThemeManager) -> None:
    panel = HierPanel(themes, HierWoorden(load_lijsten(), "nl"))
    qtbot.addWidget(panel)
    panel.show()
    jop = Jophier(Jop("j", "", "JOP", JopStatus.ACTIEF, 5.0, 52.0), 20.0)
    rule = Regelhier("Verbod", "VERBOD", "", None, None, 30.0)
    panel.show_hier(replace(HIER, regels=(rule,), jops=(jop,)), "Uw plaats", "Niet zeker: te oud.", own=True)
    assert panel.place.text() == "Binnenstad" and panel.place.font().pixelSize() == 32
    assert len(panel.rules()) == 1 and panel.jops_head.isVisible() and not panel.none.isVisible()
    assert panel.doubt.isVisible() and not panel.also.isVisible() and not panel.own.isVisible()
    panel.show_waiting("Uw plaats wordt gezocht", "Even wachten")
    assert panel.rules() == () and not panel.jops_head.isVisible() and not panel.doubt.isVisible()
    assert panel.place.text() == "Uw plaats wordt gezocht" and not panel.gps.isVisible()
