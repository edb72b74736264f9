"""The chain of the audit log on both back ends, also when several write at once."""

from __future__ import annotations

import threading

import pytest

from boa_app.domain.audit import Actie
from boa_app.server import audit
from boa_app.server.audit import MACHINE, Regel, Wie
from boa_app.server.backend import Backend
from tests.server.identiteit import Centrum, maak_centrum


@pytest.fixture
def centrum(backend: Backend) -> Centrum:
    return maak_centrum(backend.db("GM0353"))


def test_lines_follow_one_another(centrum: Centrum) -> None:
    wie = Wie("account", "boa", "toestel")
    for number in range(3):
        with centrum.db.transaction():
            audit.append_line(centrum.db, centrum.klok(), wie, Actie.SYNC, "ronde", str(number), velden=("a", "b"))
    told = list(audit.lines(centrum.db))
    assert [line["seq"] for line in told] == list(range(1, len(told) + 1))
    assert (told[-1]["actor_id"], told[-1]["apparaat_id"], told[-1]["velden"]) == ("account", "toestel", "a,b")
    assert audit.check_chain(centrum.db) is None
    assert audit.count_lines(centrum.db) == len(told)
    assert [line["seq"] for line in audit.page_before(centrum.db, 4, 2)] == [3, 2]


def test_lines_of_one_act_hang_together_and_nothing_writes_nothing(centrum: Centrum) -> None:
    before = audit.count_lines(centrum.db)
    with centrum.db.transaction():
        audit.append_lines(centrum.db, centrum.klok(), MACHINE, [])
        audit.append_lines(
            centrum.db,
            centrum.klok(),
            MACHINE,
            [Regel(Actie.SYNC, "ronde", "1"), Regel(Actie.SYNC, "ronde", "2", ["f"])],
        )
    told = list(audit.lines(centrum.db))[before:]
    assert [(line["object_id"], line["velden"]) for line in told] == [("1", ""), ("2", "f")]
    assert told[1]["prev_hash"] == told[0]["hash"]
    assert audit.check_chain(centrum.db) is None


def test_a_line_of_what_was_rolled_back_is_not_there(centrum: Centrum) -> None:
    before = audit.count_lines(centrum.db)
    with pytest.raises(ZeroDivisionError), centrum.db.transaction():
        audit.append_line(centrum.db, centrum.klok(), MACHINE, Actie.SYNC, "ronde")
        raise ZeroDivisionError
    assert audit.count_lines(centrum.db) == before


def test_many_at_once_make_one_chain(centrum: Centrum) -> None:
    before = audit.count_lines(centrum.db)

    def write() -> None:
        for _ in range(5):
            with centrum.db.transaction():
                audit.append_line(centrum.db, centrum.klok(), MACHINE, Actie.SYNC, "ronde")

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert audit.count_lines(centrum.db) == before + 20
    assert audit.check_chain(centrum.db) is None


def test_a_line_that_was_taken_away_is_noticed(centrum: Centrum) -> None:
    with centrum.db.transaction():
        for _ in range(4):
            audit.append_line(centrum.db, centrum.klok(), MACHINE, Actie.SYNC, "ronde")
    centrum.db.execute("DELETE FROM audit WHERE gemeente_code = %s AND seq = 3", ["GM0353"])
    assert audit.check_chain(centrum.db) == 3
