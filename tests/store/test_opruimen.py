from __future__ import annotations

import time

import pytest

from boa_app.store import opruimen
from boa_app.store.store import Store
from tests.store.samples import a_melding, register


def _wait_until_shrunk(store: Store, limit_s: float = 15.0) -> bool:
    until = time.monotonic() + limit_s
    while time.monotonic() < until:
        with store.read() as r:
            if not opruimen.must_shrink(r):
                return True
    return False


def _filled(store: Store) -> int:
    def fill(w: opruimen.Writer) -> None:
        w.db.conn.execute("CREATE TABLE vol (tekst TEXT)")
        w.db.conn.executemany("INSERT INTO vol VALUES (?)", [("x" * 900,)] * 3000)

    store.write_now(fill)

    def empty(w: opruimen.Writer) -> None:
        w.db.conn.execute("DELETE FROM vol")
        opruimen.need_shrink(w)

    store.write_now(empty)
    with store.read() as r:
        return int(r.db.conn.execute("PRAGMA page_count").fetchone()[0])


def test_in_an_idle_moment_the_file_is_rewritten_without_free_pages(store: Store) -> None:
    pages = _filled(store)
    assert _wait_until_shrunk(store)
    with store.read() as r:
        assert int(r.db.conn.execute("PRAGMA page_count").fetchone()[0]) < pages
        assert r.db.conn.execute("PRAGMA freelist_count").fetchone()[0] < 10


def test_whoever_comes_meanwhile_is_not_kept_waiting_and_loses_nothing(store: Store) -> None:
    _filled(store)
    uids = {register(store, a_melding()).uid for _ in range(200)}
    with store.read() as r:
        assert {uid for (uid,) in r.db.execute("SELECT uid FROM meldingen")} == uids
        assert r.db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_file_too_large_for_memory_is_left_as_it_is(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opruimen, "_MOST_BYTES", 1000)
    store.write_now(opruimen.need_shrink)
    with store.read() as r:
        assert not opruimen.must_shrink(r)
