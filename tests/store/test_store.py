from __future__ import annotations

import threading
from pathlib import Path

import pytest

from boa_app.domain.errors import EnvironmentProblem
from boa_app.store import instellingen, meldingen
from boa_app.store.session import Reader, Writer
from boa_app.store.store import Store
from tests.store.samples import META, HandClock, a_melding, new_store, register


def _value(r: Reader) -> object:
    return instellingen.get(r, "x", None)


def test_a_view_does_not_move_while_others_write(store: Store) -> None:
    store.write_now(lambda w: instellingen.put(w, "x", 1))
    with store.read() as r:
        assert _value(r) == 1
        store.write_now(lambda w: instellingen.put(w, "x", 2))
        assert _value(r) == 1
        with store.read() as inner:
            assert inner is r
    with store.read() as r:
        assert _value(r) == 2


def test_every_thread_has_its_own_view(store: Store) -> None:
    store.write_now(lambda w: instellingen.put(w, "x", 1))
    seen: list[object] = []

    def look() -> None:
        with store.read() as r:
            seen.append(_value(r))

    with store.read() as r:
        assert _value(r) == 1
        store.write_now(lambda w: instellingen.put(w, "x", 2))
        thread = threading.Thread(target=look)
        thread.start()
        thread.join()
        assert (_value(r), seen) == (1, [2])


def test_a_reader_cannot_write(store: Store) -> None:
    with pytest.raises(EnvironmentProblem), store.read() as r:
        r.db.execute("DELETE FROM meta")
    with store.read() as r:
        assert r.db.execute("SELECT count(*) FROM meta").fetchone()[0] == 6


def test_a_failure_in_a_block_frees_the_view(store: Store) -> None:
    with pytest.raises(LookupError), store.read():
        raise LookupError
    with pytest.raises(Exception, match="er_is_niets"), store.read() as r:
        r.db.execute("SELECT * FROM er_is_niets")
    store.write_now(lambda w: instellingen.put(w, "x", 3))
    with store.read() as r:
        assert _value(r) == 3


def test_a_cursor_that_somebody_keeps_does_not_freeze_the_view(store: Store) -> None:
    for i in range(3):
        store.write_now(lambda w, i=i: instellingen.put(w, f"x{i}", i))  # type: ignore[misc]
    with store.read() as r:
        kept = r.db.execute("SELECT naam FROM instellingen")
        assert kept.fetchone() == ("x0",)
    store.write_now(lambda w: instellingen.put(w, "x", 4))
    with store.read() as r:
        assert _value(r) == 4
    with pytest.raises(Exception, match="reset"):
        kept.fetchone()


def test_a_failed_write_that_kept_a_cursor_does_not_hold_up_the_next(store: Store) -> None:
    held = []

    def fail(w: Writer) -> None:
        instellingen.put(w, "x", 1)
        held.append(w.db.execute("SELECT naam FROM meta"))
        held[0].fetchone()
        raise LookupError

    with pytest.raises(LookupError):
        store.write_now(fail)
    store.write_now(lambda w: instellingen.put(w, "x", 2))
    with store.read() as r:
        assert _value(r) == 2


def test_close_waits_for_a_view_that_is_open(tmp_path: Path, clock: HandClock) -> None:
    store = new_store(tmp_path / "o", clock).store
    reading, may_end = threading.Event(), threading.Event()

    def look() -> None:
        with store.read():
            reading.set()
            may_end.wait(10)

    reader = threading.Thread(target=look)
    closer = threading.Thread(target=store.close)
    reader.start()
    reading.wait(10)
    closer.start()
    assert closer.is_alive()
    may_end.set()
    reader.join(10)
    closer.join(10)
    with pytest.raises(EnvironmentProblem) as caught, store.read():
        pass
    assert caught.value.code == "opslag_gesloten"
    store.close()


def test_closing_leaves_one_clean_file(tmp_path: Path, clock: HandClock) -> None:
    store = new_store(tmp_path / "o", clock).store
    assert store.meta == META
    with store.read():
        pass
    store.close()
    assert {path.name for path in (tmp_path / "o").iterdir()} == {"boa.db", "sleutel.json", "slot"}


def test_a_close_that_would_wait_for_itself_is_refused(store: Store) -> None:
    with store.read() as r:
        with pytest.raises(RuntimeError):
            store.close()
        assert meldingen.count(r) == 0
    with pytest.raises(RuntimeError):
        store.write_now(lambda _: store.close())
    register(store, a_melding())
