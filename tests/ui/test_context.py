"""What pages get: commands with a banner for problems, columns fresh before anybody hears, layers once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from boa_app.domain.errors import BoaError, EnvironmentProblem, UserError
from boa_app.domain.melding import Melding
from boa_app.ui.context import UiContext
from boa_app.ui.tasks import BUG_CODE
from boa_app.usecases import overzicht
from boa_app.usecases.changes import Changes, Done
from boa_app.usecases.kaart import KaartLagen
from boa_app.usecases.meldingen import register_melding


def test_columns_are_fresh_before_a_change_is_told(qtbot: QtBot, ui: UiContext) -> None:
    owner, counts = QObject(), []
    before = ui.overzicht.count()
    ui.data_changed.connect(lambda _: counts.append(ui.overzicht.count()))
    melding = Melding(ui.session.now(), 5.03, 52.02, "HANG")
    ui.run(lambda: register_melding(ui.session, melding), owner)
    qtbot.waitUntil(lambda: counts == [before + 1])


def test_a_problem_becomes_a_banner_unless_the_page_takes_it(qtbot: QtBot, ui: UiContext) -> None:
    owner, taken = QObject(), []

    def refuse() -> Done:
        raise UserError("geen_ronde")

    with qtbot.waitSignal(ui.error_raised) as raised:
        ui.run(refuse, owner)
    assert raised.args[0].code == "geen_ronde"
    ui.run(refuse, owner, on_error=taken.append)
    qtbot.waitUntil(lambda: [error.code for error in taken] == ["geen_ronde"])


def test_a_bug_has_its_own_banner(qtbot: QtBot, ui: UiContext) -> None:
    with qtbot.assertNotEmitted(ui.error_raised):
        ui.show_error(BoaError(BUG_CODE, logboek="x"))


def test_all_maps_get_the_same_layers(qtbot: QtBot, ui: UiContext) -> None:
    owner = QObject()
    got: list[KaartLagen] = []
    ui.load_lagen(got.append, owner)
    qtbot.waitUntil(lambda: len(got) == 1)
    ui.load_lagen(got.append, owner)
    assert got[0] is got[1]
    assert got[0].pakket


def test_detached_it_hears_nothing(qtbot: QtBot, ui: UiContext) -> None:
    owner, told = QObject(), []
    ui.data_changed.connect(told.append)
    ui.detach()
    melding = Melding(ui.session.now(), 5.03, 52.02, "HANG")
    with qtbot.waitSignal(ui.tasks.data_changed):
        ui.run(lambda: register_melding(ui.session, melding), owner)
    assert told == []
    ui.tasks.data_changed.connect(ui._on_tasks_data_changed)


def test_all_anew_is_read_beside_the_commands_and_told_when_it_is_there(qtbot: QtBot, ui: UiContext) -> None:
    owner = QObject()
    told: list[Changes] = []
    steps: list[tuple[int, int]] = []
    ui.data_changed.connect(told.append)
    ui.load_progressed.connect(lambda done, total: steps.append((done, total)))
    before = ui.overzicht.count()
    melding = Melding(ui.session.now(), 5.03, 52.02, "HANG")

    def as_an_import_would() -> Done:
        return Done(Changes(alles=True), register_melding(ui.session, melding).uid)

    ui.run(as_an_import_would, owner)
    qtbot.waitUntil(lambda: told == [Changes(alles=True)], timeout=15_000)
    assert ui.overzicht.count() == before + 1
    assert steps[-1][0] == before + 1 <= steps[-1][1]


def test_a_load_that_fails_says_so_and_leaves_what_there_was(
    qtbot: QtBot, ui: UiContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise EnvironmentProblem("opslag_fout")

    before = ui.overzicht.count()
    monkeypatch.setattr(overzicht, "read_stand", fail)
    with qtbot.waitSignals([ui.error_raised, ui.data_changed], timeout=15_000):
        ui.load_overzicht()
    assert (ui.overzicht.count(), ui.overzicht.is_loading) == (before, False)
