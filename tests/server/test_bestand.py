from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from boa_app.domain.errors import EnvironmentProblem
from boa_app.domain.roles import Rol
from boa_app.server import audit
from boa_app.server.backend import Toegang
from boa_app.server.bestand import BestandBackend
from boa_app.server.schema import VERSIE
from boa_app.vault.sqlcipher import DatabaseError, IntegrityError, open_database
from tests.centrale import KEY, maak_centrale

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def backend(tmp_path: Path) -> Iterator[BestandBackend]:
    made = BestandBackend(tmp_path / "centrale.db", KEY)
    yield made
    made.close()


def put(backend: BestandBackend, naam: str, stand: int) -> None:
    backend.db("GM0353").execute(
        "INSERT INTO tellers (gemeente_code, naam, stand) VALUES (%s, %s, %s)", ["GM0353", naam, stand]
    )


def names(backend: BestandBackend) -> list[str]:
    return [row["naam"] for row in backend.db("GM0353").execute("SELECT naam FROM tellers ORDER BY naam")]


def test_an_inner_transaction_joins_the_outer_one_and_falls_with_it(backend: BestandBackend) -> None:
    db = backend.db("GM0353")
    with pytest.raises(RuntimeError), db.transaction():
        with db.transaction():
            put(backend, "a", 1)
        assert names(backend) == ["a"]
        raise RuntimeError
    assert names(backend) == []
    with backend.schrijfbeurt("GM0353") as beurt, beurt.db.transaction():
        put(backend, "b", 1)
        beurt.db.lock("audit")
    assert names(backend) == ["b"]


def test_a_reader_keeps_its_snapshot_while_another_writes(backend: BestandBackend) -> None:
    centrale = maak_centrale(backend, backend.path.parent)
    who = Toegang("GM0353", centrale.account().id, "Sam", Rol.BOA, None, "d", 1)
    with backend.leesbeurt(who, centrale.dienst.clock()) as beurt:
        before = beurt.last_seq()
        with backend.schrijfbeurt("GM0353") as write:
            assert write.reserve(5) == before + 1
        assert beurt.last_seq() == before
    with backend.leesbeurt(who, centrale.dienst.clock()) as beurt:
        assert beurt.last_seq() == before + 5


def test_writers_of_many_threads_and_of_another_process_take_turns(backend: BestandBackend) -> None:
    other = BestandBackend(backend.path, KEY)
    firsts: list[int] = []

    def draw(one: BestandBackend) -> None:
        for _ in range(20):
            with one.schrijfbeurt("GM0353") as beurt:
                firsts.append(beurt.reserve(3))

    threads = [threading.Thread(target=draw, args=(one,)) for one in (backend, other, backend, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.close()
    assert sorted(firsts) == list(range(1, 241, 3))


def test_many_readers_that_look_something_up_meanwhile_do_not_wait_for_each_other(backend: BestandBackend) -> None:
    centrale = maak_centrale(backend, backend.path.parent)
    who = Toegang("GM0353", centrale.account().id, "Sam", Rol.BOA, None, "d", 1)
    together, seen = threading.Barrier(6), []

    def read() -> None:
        with backend.leesbeurt(who, centrale.dienst.clock()) as beurt:
            together.wait(30)
            seen.append(beurt.db.execute("SELECT count(*) AS n FROM buurten")[0]["n"])

    threads = [threading.Thread(target=read, daemon=True) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert seen == [2] * 6
    with (
        backend.leesbeurt(who, centrale.dienst.clock()) as outer,
        backend.leesbeurt(who, centrale.dienst.clock()) as inner,
    ):
        assert outer.last_seq() == inner.last_seq()


def test_a_wrong_key_a_newer_file_and_a_broken_rule(tmp_path: Path, backend: BestandBackend) -> None:
    with pytest.raises((DatabaseError, EnvironmentProblem)):
        BestandBackend(backend.path, "00" * 32)
    with pytest.raises(IntegrityError):
        [put(backend, "a", 1) for _ in range(2)]
    newer = tmp_path / "nieuwer.db"
    db = open_database(newer, KEY)
    db.execute(f"PRAGMA user_version = {VERSIE + 1}")
    db.close()
    with pytest.raises(EnvironmentProblem) as error:
        BestandBackend(newer, KEY)
    assert error.value.code == "centrale_nieuwer"


def test_audit_lines_cannot_be_changed_in_the_file(backend: BestandBackend) -> None:
    maak_centrale(backend, backend.path.parent)
    with pytest.raises(IntegrityError):
        backend.db("GM0353").execute("UPDATE audit SET actor_id = 'x'")
    assert audit.check_chain(backend.db("GM0353")) is None


def test_no_content_lies_readable_on_disk(backend: BestandBackend) -> None:
    put(backend, "herkenbare-naam", 1)
    copy = backend.path.parent / "kopie.db"
    backend.copy_to(copy)
    for path in backend.path.parent.iterdir():
        assert b"herkenbare-naam" not in path.read_bytes()
    again = BestandBackend(copy, KEY)
    assert names(again) == ["herkenbare-naam"]
    again.close()
    again.close()


def test_a_kill_leaves_whole_pushes_no_lock_and_all_that_was_answered(tmp_path: Path) -> None:
    answered: set[str] = set()
    for _ in range(3):
        worker = subprocess.Popen(
            [sys.executable, str(ROOT / "tests/server/kill_push.py"), str(tmp_path)],
            stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}, text=True,
        )  # fmt: skip
        assert worker.stdout is not None
        for _ in range(4):
            answered |= set(worker.stdout.readline().split())
        worker.kill()
        answered |= {one for line in worker.stdout for one in line.split() if len(line.split()) == 10}
        worker.wait()
        worker.stdout.close()
    backend = BestandBackend(tmp_path / "centrale.db", KEY)
    db = backend.db("GM0353")
    stored = {row["change_id"] for row in db.execute("SELECT DISTINCT change_id FROM changes")}
    assert answered <= stored
    assert len(stored) % 10 == 0
    counts = db.execute("SELECT count(*) AS n, max(seq) AS m FROM changes")[0]
    assert counts["n"] == counts["m"]
    assert db.execute("SELECT count(*) AS n FROM records")[0]["n"] == len(stored)
    assert audit.check_chain(db) is None
    with backend.schrijfbeurt("GM0353") as beurt:
        beurt.reserve(1)
    backend.close()
