"""The long work behind the window: two looks, one that is wanted no more, errors, and outcomes on the GUI thread."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from boa_app.domain.errors import BoaError
from boa_app.ui.context import UiContext
from boa_app.ui.importeren.work import ImportWork
from boa_app.usecases.importeren import Importverslag, lijst_imports
from boa_app.usecases.importplan import Importplan, Keuzes

WAIT = 30_000
ROWS = "Datum;Soort;X;Y\n" + "".join(f"{13 + n % 15}-09-2026 21:00;Geluid;5,03{n:02d};52,02\n" for n in range(60))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


@pytest.fixture
def work(ui: UiContext) -> ImportWork:
    return ImportWork(ui)


def _plan(qtbot: QtBot, work: ImportWork, file: Path) -> Importplan:
    found: list[Importplan] = []
    work.plan_found.connect(found.append)
    work.look([file], Keuzes(), first=True)
    qtbot.waitUntil(lambda: len(found) == 2, timeout=WAIT)
    assert [plan.totalen.geteld for plan in found] == [False, True]
    return found[1]


def test_first_rows_first_then_every_row(qtbot: QtBot, work: ImportWork, file: Path) -> None:
    plan = _plan(qtbot, work, file)
    assert plan.totalen.toevoegen == 60


def test_a_newer_look_replaces_the_older_one(qtbot: QtBot, work: ImportWork, file: Path, tmp_path: Path) -> None:
    other = tmp_path / "b.csv"
    other.write_text(ROWS.replace("Geluid", "Afval"), encoding="utf-8")
    found: list[Importplan] = []
    work.plan_found.connect(found.append)
    work.look([file], Keuzes(), first=True)
    work.look([other], Keuzes(), first=True)
    qtbot.waitUntil(lambda: len(found) == 2, timeout=WAIT)
    assert [plan.bestanden[0].naam for plan in found] == ["b.csv", "b.csv"]


def test_a_look_that_is_wanted_no_more_tells_nothing(qtbot: QtBot, work: ImportWork, file: Path) -> None:
    with qtbot.assertNotEmitted(work.plan_found, wait=300):
        work.look([file], Keuzes(), first=True)
        work.look_no_more()


def test_what_cannot_be_read_is_told(qtbot: QtBot, work: ImportWork, tmp_path: Path) -> None:
    with qtbot.waitSignal(work.look_failed, timeout=WAIT) as told:
        work.look([tmp_path / "weg.csv"], Keuzes(), first=True)
    assert told.args is not None
    error = told.args[0]
    assert isinstance(error, BoaError)
    assert error.code == "bestand_ontbreekt"


def test_import_and_take_back(qtbot: QtBot, ui: UiContext, work: ImportWork, file: Path) -> None:
    plan, threads = _plan(qtbot, work, file), list[bool]()
    work.import_ended.connect(lambda _: threads.append(QThread.currentThread() is work.thread()))
    with qtbot.waitSignal(work.import_ended, timeout=WAIT) as told:
        work.start(plan)
        assert work.is_importing
    assert not work.is_importing
    assert threads == [True]
    assert told.args is not None
    report = told.args[0]
    assert (report.toegevoegd, report.status) == (60, "klaar")
    with qtbot.waitSignal(work.undone, timeout=WAIT) as told:
        work.take_back(report.nrs)
    assert told.args is not None
    assert (told.args[0].verwijderd, told.args[0].gebleven) == (60, 0)
    with qtbot.waitSignal(work.undo_failed, timeout=WAIT) as told:
        work.take_back(report.nrs)
    assert told.args is not None
    assert told.args[0].code == "import_niet_ongedaan"


def test_a_pause_before_the_first_row_waits_and_goes_on(
    qtbot: QtBot, ui: UiContext, work: ImportWork, file: Path
) -> None:
    plan = _plan(qtbot, work, file)
    ended: list[Importverslag] = []
    work.import_ended.connect(ended.append)
    work.start(plan)
    work.pause()
    qtbot.waitUntil(lambda: len(ended) == 1, timeout=WAIT)
    if ended[0].status == "gepauzeerd":
        (regel,) = lijst_imports(ui.session)
        assert (regel.status, regel.mag_verder) == ("gepauzeerd", True)
        work.go_on(regel.nr)
        qtbot.waitUntil(lambda: len(ended) == 2, timeout=WAIT)
    assert ended[-1].status == "klaar"
    assert [regel.status for regel in lijst_imports(ui.session)] == ["klaar"]
