"""Commands in order, queries beside them, outcomes on the GUI thread, nothing left behind."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from boa_app.domain.errors import BoaError, UserError
from boa_app.ui.tasks import BUG_CODE, Task, Tasks
from boa_app.usecases.changes import Changes, Done


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def owner(qtbot: QtBot) -> QObject:
    return QObject()


def _fail(error: BoaError) -> None:
    raise AssertionError(error)


def test_command_tells_change_before_result_on_gui_thread(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    seen: list[object] = []
    changes = Changes(meldingen=frozenset({"a"}))
    tasks.data_changed.connect(seen.append)

    def take(done: Done) -> None:
        assert QThread.currentThread() is owner.thread()
        seen.append(done.uid)

    tasks.command(lambda: Done(changes, uid="a"), take, _fail, owner)
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [changes, "a"]


def test_commands_run_one_after_the_other_off_the_gui_thread(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    order: list[int] = []
    threads: set[str] = set()
    gate = threading.Event()

    def work(number: int) -> Done:
        if number == 0:
            gate.wait(5)
        threads.add(threading.current_thread().name)
        order.append(number)
        return Done(Changes())

    ended: list[int] = []
    for number in range(5):
        tasks.command(lambda n=number: work(n), lambda _: ended.append(1), _fail, owner)
    gate.set()
    qtbot.waitUntil(lambda: len(ended) == 5)
    assert order == [0, 1, 2, 3, 4]
    assert len(threads) == 1
    assert threading.current_thread().name not in threads


def test_after_commit_runs_before_anybody_hears(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    order: list[str] = []
    tasks.set_after_commit(lambda _: order.append("hook"))
    tasks.data_changed.connect(lambda _: order.append("signal"))
    tasks.command(lambda: Done(Changes()), lambda _: order.append("done"), _fail, owner)
    qtbot.waitUntil(lambda: len(order) == 3)
    assert order == ["hook", "signal", "done"]


def test_known_problem_reaches_on_error_with_its_fields(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    errors: list[BoaError] = []

    def work() -> int:
        raise UserError("veld_ontbreekt", veld="soort")

    tasks.query(work, lambda _: None, errors.append, owner)
    qtbot.waitUntil(lambda: bool(errors))
    assert errors[0].code == "veld_ontbreekt"
    assert errors[0].fields == {"veld": "soort"}


def test_a_bug_is_recorded_without_contents_and_told(
    qtbot: QtBot, tasks: Tasks, owner: QObject, own_data_folder: Path
) -> None:
    errors: list[BoaError] = []
    with qtbot.waitSignal(tasks.bug_found) as found:
        tasks.query(lambda: int("Jan de Tester"), lambda _: None, errors.append, owner)
    path = Path(found.args[0])
    assert own_data_folder in path.parents
    assert "ValueError" in path.read_text(encoding="utf-8")
    assert "Jan" not in path.read_text(encoding="utf-8")
    qtbot.waitUntil(lambda: bool(errors))
    assert errors[0].code == BUG_CODE


def test_outcome_for_a_deleted_owner_is_dropped_but_the_change_is_told(qtbot: QtBot, tasks: Tasks) -> None:
    owner, gate, seen = QObject(), threading.Event(), []

    def work() -> Done:
        gate.wait(5)
        return Done(Changes(rondes=True))

    tasks.command(work, lambda _: seen.append("result"), _fail, owner)
    delete(owner)
    with qtbot.waitSignal(tasks.data_changed):
        gate.set()
    assert seen == []


def test_cancelled_query_says_nothing_and_a_waiting_one_never_runs(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    gate, ran = threading.Event(), []
    running = [tasks.query(lambda: gate.wait(5), ran.append, _fail, owner) for _ in range(2)]
    waiting = tasks.query(lambda: ran.append("never"), ran.append, _fail, owner)
    tasks.cancel_queries()
    gate.set()
    tasks.wait_for_queries()
    with qtbot.waitSignal(tasks.data_changed):
        tasks.command(lambda: Done(Changes()), lambda _: None, _fail, owner)
    assert all(task.is_cancelled for task in (*running, waiting))
    assert ran == []


def test_busy_only_while_a_command_waits(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    said: list[bool] = []
    tasks.busy_changed.connect(said.append)
    gate = threading.Event()

    def work() -> Done:
        gate.wait(5)
        return Done(Changes())

    for _ in range(2):
        tasks.command(work, lambda _: None, _fail, owner)
    assert tasks.is_busy
    gate.set()
    qtbot.waitUntil(lambda: said == [True, False])


def test_close_finishes_commands_and_takes_no_more(qtbot: QtBot, owner: QObject) -> None:
    tasks, done = Tasks(), []

    def work() -> Done:
        done.append(1)
        return Done(Changes())

    for _ in range(20):
        tasks.command(work, lambda _: None, _fail, owner)
    tasks.close()
    assert len(done) == 20
    assert tasks.command(work, lambda _: None, _fail, owner).is_cancelled
    tasks.close()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith(("opdracht", "vraag"))]


def test_long_work_keeps_neither_saves_nor_queries_waiting(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    gate, seen = threading.Event(), list[str]()
    tasks.long(lambda _task: str(gate.wait(15)), seen.append, _fail, owner)
    tasks.command(lambda: Done(Changes(), uid="bewaard"), lambda done: seen.append(done.uid), _fail, owner)
    for number in range(3):
        tasks.query(lambda n=number: f"vraag {n}", seen.append, _fail, owner)
    qtbot.waitUntil(lambda: len(seen) == 4, timeout=15_000)
    assert "True" not in seen
    gate.set()
    qtbot.waitUntil(lambda: seen[-1] == "True", timeout=15_000)


def test_a_line_that_hangs_keeps_neither_long_work_nor_saves_waiting(
    qtbot: QtBot, tasks: Tasks, owner: QObject
) -> None:
    gate, seen = threading.Event(), list[str]()
    tasks.line(lambda _task: str(gate.wait(15)), seen.append, _fail, owner)
    tasks.long(lambda _task: "import", seen.append, _fail, owner)
    tasks.command(lambda: Done(Changes(), uid="bewaard"), lambda done: seen.append(done.uid), _fail, owner)
    qtbot.waitUntil(lambda: len(seen) == 2, timeout=15_000)
    assert set(seen) == {"import", "bewaard"}
    gate.set()
    qtbot.waitUntil(lambda: seen[-1] == "True", timeout=15_000)


def test_long_work_hears_that_it_is_wanted_no_longer_and_is_waited_for(
    qtbot: QtBot, tasks: Tasks, owner: QObject
) -> None:
    began, ended = threading.Event(), list[bool]()

    def work(task: Task[None]) -> None:
        began.set()
        turns = threading.Event()
        while not task.is_cancelled:
            turns.wait(0.001)
        ended.append(True)

    tasks.long(work, _fail, _fail, owner)
    qtbot.waitUntil(began.is_set, timeout=15_000)
    tasks.cancel_queries()
    tasks.wait_for_queries()
    assert ended == [True]
