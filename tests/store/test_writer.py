"""The writer thread through the store that owns it: order, atomicity, ends."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from boa_app.domain.errors import EnvironmentProblem
from boa_app.store import changes, instellingen, meldingen
from boa_app.store.opening import open_store
from boa_app.store.session import Writer
from boa_app.store.store import Store
from tests.store.samples import PASSPHRASE, HandClock, a_melding, new_store, register


def test_interactive_writes_go_before_background_ones(store: Store) -> None:
    order: list[str] = []
    gate = threading.Event()
    first = store.write(lambda _: gate.wait(10), background=True)
    later = [store.write(lambda _: order.append("import"), background=True) for _ in range(3)]
    save = store.write(lambda _: order.append("save"))
    gate.set()
    for future in (first, save, *later):
        future.result(10)
    assert order == ["save", "import", "import", "import"]


def test_a_failing_write_leaves_nothing_and_the_next_one_works(store: Store) -> None:
    def fail(w: Writer) -> None:
        meldingen.insert_melding(w, w.new_id(), a_melding())
        raise LookupError("bug")

    with pytest.raises(LookupError):
        store.write_now(fail)
    with store.read() as r:
        assert meldingen.count(r) == 0
    register(store, a_melding())


def test_a_change_without_an_audit_line_is_a_bug(store: Store) -> None:
    with pytest.raises(RuntimeError, match="audit line"):
        store.write_now(lambda w: changes.log_create(w, "jop", "u", {}))
    with store.read() as r:
        assert changes.history(r, "jop", "u") == []


def test_a_bug_in_sql_is_told_as_it_is(store: Store) -> None:
    with pytest.raises(Exception, match="er_is_niets"):
        store.write_now(lambda w: w.db.execute("SELECT * FROM er_is_niets"))


def test_a_write_inside_a_write_is_refused_instead_of_waiting_for_ever(store: Store) -> None:
    with pytest.raises(RuntimeError, match="inside"):
        store.write_now(lambda _: store.write_now(lambda _: None))


def test_close_finishes_what_is_queued(tmp_path: Path, clock: HandClock) -> None:
    store = new_store(tmp_path / "o", clock).store
    futures = [
        store.write(lambda w, i=i: instellingen.put(w, str(i), i), background=bool(i % 2))  # type: ignore[misc]
        for i in range(20)
    ]
    store.close()
    assert all(future.done() for future in futures)
    with pytest.raises(EnvironmentProblem) as caught:
        store.write(lambda _: None)
    assert caught.value.code == "opslag_gesloten"
    reopened = open_store(tmp_path / "o", PASSPHRASE, clock)
    with reopened.read() as r:
        assert [instellingen.get(r, str(i), None) for i in range(20)] == list(range(20))
    reopened.close()


def test_a_cancelled_write_is_not_run(store: Store) -> None:
    gate = threading.Event()
    first = store.write(lambda _: gate.wait(10))
    ran: list[int] = []
    second = store.write(lambda _: ran.append(1))
    assert second.cancel()
    gate.set()
    first.result(10)
    store.write_now(lambda _: None)
    assert ran == []


def test_the_wal_is_moved_when_it_grows(store: Store, tmp_path: Path) -> None:
    wal = tmp_path / "opslag" / "boa.db-wal"
    for i in range(70):
        store.write_now(lambda w, i=i: instellingen.put(w, str(i), "x" * 500_000))  # type: ignore[misc]
    assert wal.stat().st_size < 24_000_000
    assert (tmp_path / "opslag" / "boa.db").stat().st_size > 16_000_000


def test_the_clock_goes_on_from_the_last_one_after_the_system_clock_was_set_back(tmp_path: Path) -> None:
    clock = HandClock()
    store = new_store(tmp_path / "o", clock).store
    uid = register(store, a_melding()).uid
    store.close()
    earlier = HandClock(clock.now.replace(year=2020))
    store = open_store(tmp_path / "o", PASSPHRASE, earlier)
    later = register(store, a_melding()).uid
    with store.read() as r:
        assert changes.history(r, "melding", later)[0].hlc > changes.history(r, "melding", uid)[0].hlc
    store.close()
