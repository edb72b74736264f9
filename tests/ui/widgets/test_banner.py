"""A banner says what happened; only ok goes by itself, and a button both acts and closes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from boa_app.ui.theme import ThemeManager, px
from boa_app.ui.widgets.banner import OK_SHOWN_MS, Banner, BannerButton, BannerKind, BannerSpec
from tests.ui.look import assert_look


@pytest.mark.parametrize("kind", BannerKind)
def test_only_ok_goes_by_itself(qtbot: QtBot, each_theme: ThemeManager, kind: BannerKind) -> None:
    banner = Banner(each_theme, BannerSpec(kind, "De schijf is vol.", "Uw melding blijft open."))
    qtbot.addWidget(banner)
    timer = banner.findChild(QTimer)
    assert timer is not None
    assert timer.isActive() is (kind is BannerKind.OK)
    if kind is BannerKind.OK:
        assert timer.interval() == OK_SHOWN_MS
        with qtbot.waitSignal(banner.closed):
            timer.start(0)


def test_button_acts_and_closes(qtbot: QtBot, themes: ThemeManager) -> None:
    done: list[str] = []
    button = BannerButton("Ongedaan maken", lambda: done.append("ja"), "undo-2")
    banner = Banner(themes, BannerSpec(BannerKind.OK, "Melding opgeslagen.", buttons=(button,)))
    qtbot.addWidget(banner)
    with qtbot.waitSignal(banner.closed):
        banner.buttons()[0].click()
    assert done == ["ja"]


def test_long_text_wraps_and_nothing_is_cut(qtbot: QtBot, themes: ThemeManager) -> None:
    spec = BannerSpec(BannerKind.FOUT, "De schijf is vol.", "Uw melding blijft open. Maak ruimte vrij en kies Opslaan.")
    banner = Banner(themes, spec)
    qtbot.addWidget(banner)
    banner.resize(300, banner.heightForWidth(300))
    banner.show()
    assert_look(banner)
    assert banner.accessibleName().startswith("De schijf is vol. Uw melding")
    assert banner.grab().toImage().pixelColor(px("lijn-accent") - 1, 20) == themes.theme.color("fout")
