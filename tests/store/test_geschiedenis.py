from __future__ import annotations

from boa_app.domain.audit import Actie
from boa_app.store import audit, changes, geschiedenis, sync_uit
from boa_app.store.session import Writer
from boa_app.store.store import Store
from tests.store.samples import a_melding, change, register


def refused(store: Store, change_id: str, settled: bool = False) -> None:
    store.write_now(
        lambda w: w.db.conn.execute(
            "UPDATE changes SET geweigerd = 'geen_recht', pushed_at = 'x', afgehandeld_op = ? WHERE change_id = ?",
            ["x" if settled else None, change_id],
        )
    )


def test_what_was_refused_does_not_count_and_what_was_built_on_it_looks_through_it(store: Store) -> None:
    uid = register(store, a_melding(ernst="1")).uid
    for ernst in "234":
        change(store, uid, {"ernst": ernst})
    with store.read() as r:
        create, first, second, third = (row.change for row in geschiedenis.log_of(r, "melding", uid))
    refused(store, first.change_id)
    refused(store, second.change_id, settled=True)
    with store.read() as r:
        kept = geschiedenis.history(r, "melding", uid)
        assert [one.change_id for one in kept] == [create.change_id, third.change_id]
        assert kept[1].base_change_ids == (create.change_id,)
        states = [(row.is_synced, row.is_waiting) for row in geschiedenis.log_of(r, "melding", uid)]
        assert states == [(False, True), (False, False), (False, False), (False, True)]


def test_a_record_refused_as_a_whole_counts_until_somebody_acts(store: Store) -> None:
    uid = register(store, a_melding(ernst="1")).uid
    change(store, uid, {"ernst": "2"})
    with store.read() as r:
        ids = [row.change.change_id for row in geschiedenis.log_of(r, "melding", uid)]
    for one in ids:
        refused(store, one)
    with store.read() as r:
        assert [one.change_id for one in geschiedenis.history(r, "melding", uid)] == ids
    refused(store, ids[0], settled=True)
    with store.read() as r:
        assert geschiedenis.history(r, "melding", uid) == []


def test_emptying_leaves_ids_and_bases_and_tells_of_unsent_edits(store: Store) -> None:
    uid = register(store, a_melding(feiten="muziek", ernst="1")).uid
    change(store, uid, {"feiten": "harde muziek"}, reden="gehoord")

    def work(w: Writer) -> int:
        audit.append_line(w, Actie.WISSEN, "melding", uid)
        return geschiedenis.empty_log(w, "melding", uid, ("feiten",))

    assert store.write_now(work) == 1
    with store.read() as r:
        create, edit = geschiedenis.log_of(r, "melding", uid)
        assert "feiten" not in create.change.value and create.change.value["ernst"] == "1"
        assert (edit.change.value, edit.change.reason, edit.geweigerd) == (None, "", geschiedenis.GEWIST)
        assert edit.change.base_change_ids == (create.change.change_id,)
        assert [one.change.change_id for one in sync_uit.list_rejected(r)] == [edit.change.change_id]
        assert changes.find_heads(r, "melding", uid, "feiten") == ()
