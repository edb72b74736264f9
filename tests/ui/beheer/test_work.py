"""What Beheer asks of the centre: one after another, and nothing is heard once it is left."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from boa_app.domain.errors import UserError
from boa_app.ui.beheer.work import BeheerWerk, Stop
from boa_app.ui.context import UiContext
from tests.ui.beheer.conftest import WAIT_MS


def test_an_act_is_followed_by_reading_everything(qtbot: QtBot, ui: UiContext, work: BeheerWerk) -> None:
    done: list[int] = []
    with qtbot.waitSignal(work.beeld_read, timeout=WAIT_MS) as caught:
        work.act(lambda _stop: 7, done.append)
        assert work.is_busy
    assert done == [7]
    assert {one.naam for one in caught.args[0].accounts} == {"Bea Beheer", "Sam de Wit"}
    assert not work.is_busy


def test_an_act_that_is_refused_is_told(qtbot: QtBot, ui: UiContext, work: BeheerWerk) -> None:
    def refuse(_stop: Stop) -> int:
        raise UserError("laatste_beheerder")

    with qtbot.waitSignal(work.act_failed, timeout=WAIT_MS) as caught:
        work.act(refuse, lambda _value: None)
    assert caught.args[0].code == "laatste_beheerder"
    assert not work.is_busy


def test_who_left_hears_nothing_and_the_work_sees_it(qtbot: QtBot, ui: UiContext, work: BeheerWerk) -> None:
    seen: list[bool] = []

    def wait(stop: Stop) -> int:
        while not stop():
            pass
        seen.append(True)
        return 1

    with qtbot.assertNotEmitted(work.beeld_read):
        work.act(wait, lambda _value: seen.append(False))
        work.stop()
        assert not work.is_busy
        ui.tasks.close()
    assert seen in ([True], [])
