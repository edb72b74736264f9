"""A found place in the list of *Waar*."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from boa_app.ui.meldingen.place_row import PlaceRow
from boa_app.ui.theme import ThemeManager
from tests.ui.look import assert_look


def test_it_says_name_and_where(qtbot: QtBot, each_theme: ThemeManager) -> None:
    row = PlaceRow(each_theme, "house", "Burgemeester van der Valkstraat 123", "adres · 3401 AB IJsselstein")
    qtbot.addWidget(row)
    row.resize(340, row.sizeHint().height())
    row.show()
    assert row.text() == "Burgemeester van der Valkstraat 123"
    assert row.accessibleName() == "Burgemeester van der Valkstraat 123, adres · 3401 AB IJsselstein"
    assert row.height() >= 44
    assert_look(row)
    assert not row.grab().isNull()
