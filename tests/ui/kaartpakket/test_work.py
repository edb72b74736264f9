from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from boa_app.domain.errors import UserError
from boa_app.mapdata.pdok_diensten import Diensten
from boa_app.ui.context import UiContext
from boa_app.ui.kaartpakket.work import KaartWerk
from boa_app.usecases.kaartpakketbouw import Wens
from tests.ui.kaartpakket.conftest import WAIT_MS


def test_one_making_at_a_time_with_its_progress(qtbot: QtBot, ui: UiContext, borders: Path) -> None:
    work = KaartWerk(ui)
    seen: list[str] = []
    work.progressed.connect(lambda parts: seen.extend(part.onderdeel for part in parts))
    with qtbot.waitSignal(work.made, timeout=WAIT_MS) as made:
        work.make(Wens(naam="A", buurten=borders))
        work.make(Wens(naam="B", buurten=borders))
    assert made.args[0].manifest.naam == "A"  # type: ignore[index]
    assert "grenzen" in seen or "buurten" in seen
    assert not work.is_making


def test_what_fails_is_told_once(qtbot: QtBot, ui: UiContext) -> None:
    work = KaartWerk(ui)
    with qtbot.waitSignal(work.make_failed, timeout=WAIT_MS) as told:
        work.make(Wens())
    assert isinstance(told.args[0], UserError)  # type: ignore[index]
    assert not work.is_making


def test_without_a_line_the_list_of_municipalities_is_nobodys_problem(
    qtbot: QtBot, ui: UiContext, nobody: Diensten
) -> None:
    work = KaartWerk(ui, diensten=nobody)
    failed: list[object] = []
    work.act_failed.connect(failed.append)
    work.ask_gemeenten(failed.append)
    with qtbot.waitSignal(work.list_read, timeout=WAIT_MS):
        work.read()
    problems: list[object] = []
    work.ask_size(Wens(gemeente="GM0353", online=True), failed.append, problems.append)
    qtbot.waitUntil(lambda: bool(problems), timeout=WAIT_MS)
    assert failed == []


def test_what_could_not_be_removed_is_never_said_to_be_gone(qtbot: QtBot, ui: UiContext) -> None:
    work = KaartWerk(ui)
    gone: list[str] = []
    with qtbot.waitSignal(work.act_failed, timeout=WAIT_MS) as told:
        work.remove("er-is-niets", lambda: gone.append("weg"))
    assert told.args[0].code == "kaartpakket_onbekend"  # type: ignore[index]
    assert gone == []
