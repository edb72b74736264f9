"""After an import: the way to the map opens when the map knows, and a list of refusals only where there are some."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from boa_app.ui.context import UiContext
from boa_app.ui.importeren.done_step import DoneStep
from boa_app.ui.importeren.files import FileWindow
from boa_app.ui.importeren.outcome import Outcome
from boa_app.ui.importeren.words import ImportWords
from boa_app.usecases.changes import Changes
from boa_app.usecases.importeren import Importverslag, voer_uit
from boa_app.usecases.importplan import verken

WAIT = 30_000
ROWS = "Datum;Soort;X;Y\n13-09-2026 21:00;Geluid;5,03;52,02\nonzin;Geluid;5,03;52,02\n"


@pytest.fixture
def outcome(qtbot: QtBot, ui: UiContext) -> Outcome:
    page = QWidget()
    qtbot.addWidget(page)
    step = DoneStep(ui.themes, ImportWords("nl"), page)
    return Outcome(ui, step, FileWindow(page), page)


@pytest.fixture
def report(ui: UiContext, tmp_path: Path) -> Importverslag:
    path = tmp_path / "a.csv"
    path.write_text(ROWS, encoding="utf-8")
    return voer_uit(ui.session, verken(ui.session, [path]))


def test_the_map_waits_until_it_knows(qtbot: QtBot, ui: UiContext, outcome: Outcome, report: Importverslag) -> None:
    outcome.show_report(report, "a.csv")
    assert outcome.corner().reason == "De kaart wordt bijgewerkt"
    with qtbot.waitSignal(outcome.corner_changed):
        ui.data_changed.emit(Changes(alles=True))
    corner = outcome.corner()
    assert corner.reason == ""
    with qtbot.waitSignal(outcome.map_requested, timeout=WAIT) as told:
        corner.on_trigger()
    assert told.args is not None
    assert (len(told.args[0]), told.args[1]) == (1, "Import van a.csv")


def test_nothing_added_is_nothing_to_show(outcome: Outcome) -> None:
    outcome.show_report(Importverslag(3, 0, 3, 0, 0, ""), "a.csv")
    assert outcome.corner().reason == "Er is niets toegevoegd"
    outcome.forget()
    assert outcome.report is None


def test_without_refusals_no_window_opens(outcome: Outcome, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QFileDialog

    outcome.show_report(Importverslag(1, 1, 0, 0, 0, ""), "a.csv")
    outcome.save_rejects()
    assert not outcome._page.findChildren(QFileDialog)
