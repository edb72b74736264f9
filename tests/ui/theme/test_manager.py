"""Day and night: follows the desktop until a person chooses, then switches at once."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from boa_app.ui.theme import Theme, ThemeManager


def test_switch_changes_the_whole_application(qtbot: QtBot, qapp: QApplication, themes: ThemeManager) -> None:
    with qtbot.waitSignal(themes.theme_changed):
        themes.switch()
    assert themes.choice == "donker"
    assert qapp.palette().color(QPalette.ColorRole.Window) == Theme("donker").color("ground")
    assert Theme("donker").hex("line-strong") in qapp.styleSheet()
    themes.switch()
    assert themes.theme.name == "licht"


def test_same_theme_again_says_nothing(qtbot: QtBot, themes: ThemeManager) -> None:
    with qtbot.assertNotEmitted(themes.theme_changed):
        themes.set_choice("licht")


def test_follows_the_desktop_until_told_otherwise(qapp: QApplication) -> None:
    manager = ThemeManager()
    assert manager.choice == "systeem"
    assert manager.theme.name in ("licht", "donker")
    manager.set_choice("donker")
    qapp.styleHints().colorSchemeChanged.emit(qapp.styleHints().colorScheme())
    assert manager.theme.name == "donker"


def test_one_part_of_a_window_can_have_its_own_theme(qtbot: QtBot, themes: ThemeManager) -> None:
    part = QWidget()
    qtbot.addWidget(part)
    night = ThemeManager("donker")
    night.dress(part)
    assert part.palette().color(QPalette.ColorRole.Window) == Theme("donker").color("ground")
    assert not night.icon("house").isNull()
