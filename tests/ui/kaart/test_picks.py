"""Picks at scale; what the hands do with them is tested with the bar."""

from __future__ import annotations

import numpy as np
from pytestqt.qtbot import QtBot

from boa_app.ui.kaart.model import MeldingListModel
from boa_app.ui.kaart.pick_list import PickList
from boa_app.ui.kaart.picks import Picks
from boa_app.ui.kaart.rows import KaartRows
from boa_app.ui.theme import ThemeManager
from tests.ui.kaart.test_model import Reader
from tests.ui.small_store import load_lists


def test_a_hundred_thousand_at_once_and_a_range_over_headings(qtbot: QtBot, themes: ThemeManager) -> None:
    rows = PickList(themes, "Meldingen")
    qtbot.addWidget(rows)
    model = MeldingListModel(Reader(), KaartRows(load_lists(), "nl"))
    rows.set_rows(model)
    nrs = np.arange(100_000, 0, -1, dtype=np.int64)
    model.set_groups(nrs, np.array([0, 3, 10], dtype=np.int64), lambda group: f"groep {group}")
    picks = Picks(rows, model, rows)
    picks.pick_all()
    assert picks.count() == 100_000 and picks.nrs()[:2] == [100_000, 99_999]
    picks.drop()
    # Rows: heading, three, heading, seven, heading, ...
    rows.pick_toggled.emit(2)
    rows.pick_reached.emit(6)
    assert picks.nrs() == [99_999, 99_998, 99_997, 99_996]
    rows.pick_toggled.emit(2)
    assert picks.nrs() == [99_998, 99_997, 99_996]
    rows.pick_toggled.emit(0)
    assert picks.count() == 3, "a heading is no melding"
