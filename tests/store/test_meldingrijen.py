from __future__ import annotations

import random

from boa_app.store import integrity, meldingen, meldingrijen, sync_in, zoekindex
from boa_app.store.store import Store
from boa_app.sync.protocol import Change, Ontvangen
from tests.store.centrum import whole
from tests.store.samples import a_melding, register, settle
from tests.store.wijzigingen import Verleden


def take(store: Store, *changes: Change) -> None:
    store.write_now(lambda w: sync_in.apply_changes(w, [Ontvangen(1, one) for one in changes]))


def many(count: int) -> list[Change]:
    past = Verleden(random.Random(3))
    return [change for change in (past.make("melding") for _ in range(count)) if change is not None]


def test_received_meldingen_are_indexed_at_once_and_leave_the_tail_of_own_ones_alone(store: Store) -> None:
    settle(store)
    take(store, *many(3))
    own = register(store, a_melding(feiten="van mij")).nr
    take(store, *many(6)[3:])
    with store.read() as r:
        counts = [
            r.db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in ("meldingen", "meldingen_rtree")
        ]
        assert counts[0] == 7
        assert counts[1] >= 6
        assert {zoekindex.is_indexed(r, nr) for nr in range(1, 8) if nr != own} == {True}
        assert integrity.check(r) == []
    whole(store)


def test_dropping_the_last_row_never_hides_the_next_one_from_the_indexes(store: Store) -> None:
    uid = register(store, a_melding(feiten="eerst")).uid
    settle(store)
    store.write_now(lambda w: meldingrijen.drop(w, uid))
    assert not store.write_now(lambda w: meldingrijen.drop(w, uid))
    store.write_now(lambda w: w.db.conn.execute("DELETE FROM changes"))
    register(store, a_melding(feiten="daarna"))
    whole(store)
    with store.read() as r:
        assert r.db.execute("SELECT count(*) FROM meldingen_rtree").fetchone() == (1,)
        assert r.db.execute("SELECT count(*) FROM meldingen_tekst").fetchone() == (1,)


def test_the_newest_are_remembered_and_found_again_after_many_went(store: Store) -> None:
    changes = many(5)
    take(store, *changes)
    with store.read() as r:
        assert {record.uid for record in meldingen.recent(r, 9)} == {change.uid for change in changes}
    store.write_now(lambda w: meldingrijen.drop(w, changes[0].uid))
    store.write_now(meldingrijen.recall_newest)
    with store.read() as r:
        assert {record.uid for record in meldingen.recent(r, 9)} == {change.uid for change in changes[1:]}
