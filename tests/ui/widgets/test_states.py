"""Empty, failed and busy: each says what to do; progress waits before it shows and before it offers to stop."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from boa_app.ui.theme import ThemeManager
from boa_app.ui.widgets.buttons import Knop
from boa_app.ui.widgets.states import EmptyState, ErrorState, ProgressPanel
from tests.ui.look import assert_look


def test_empty_says_what_comes_and_begins(qtbot: QtBot, each_theme: ThemeManager) -> None:
    begun: list[int] = []
    empty = EmptyState(each_theme)
    qtbot.addWidget(empty)
    empty.set_message("Nog geen rondes", "Start een ronde.", "Ronde starten", "play", lambda: begun.append(1))
    empty.resize(300, 240)
    empty.show()
    empty.button.click()
    assert begun == [1]
    assert_look(empty)
    empty.set_message("Niets gevonden", "Kies een ander filter.")
    assert empty.button.isHidden()


def test_error_is_an_error(qtbot: QtBot, themes: ThemeManager) -> None:
    error = ErrorState(themes)
    qtbot.addWidget(error)
    error.set_message("Centrale niet bereikbaar", "Uw werk staat veilig op dit apparaat.", "Nu proberen")
    error.button.click()
    assert error.accessibleName() == "Centrale niet bereikbaar. Uw werk staat veilig op dit apparaat."


def test_progress_waits_shows_and_can_be_cancelled(qtbot: QtBot, themes: ThemeManager) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    panel = ProgressPanel(themes, parent=window)
    QVBoxLayout(window).addWidget(panel)
    window.show()
    panel.start("Kaartpakket maken")
    cancel = panel.findChild(Knop)
    assert cancel is not None
    assert panel.isHidden()
    qtbot.waitUntil(panel.isVisible)
    panel.set_progress("Straten, 1.240 van 3.178", 1240, 3178)
    bar = panel.findChild(QProgressBar)
    assert bar is not None
    assert (bar.value(), bar.maximum()) == (1240, 3178)
    assert cancel.isHidden()
    qtbot.waitUntil(lambda: not cancel.isHidden())
    with qtbot.waitSignal(panel.cancel_requested):
        cancel.click()
    panel.stop()
    assert panel.isHidden()


def test_quick_work_never_shows(qtbot: QtBot, themes: ThemeManager) -> None:
    panel = ProgressPanel(themes)
    qtbot.addWidget(panel)
    panel.start("Zoeken")
    panel.stop()
    assert panel.isHidden()
