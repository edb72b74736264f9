from __future__ import annotations

from dataclasses import replace

from boa_app.store import audit, changes, conflicten, geschiedenis, sync_in
from boa_app.store.session import Writer
from boa_app.store.store import Store
from boa_app.sync.protocol import Change, Ontvangen
from tests.store.samples import a_melding, change, register


def theirs(store: Store, uid: str, field: str, value: object) -> Change:
    """Somebody else's value, made when only the create was known."""
    with store.read() as r:
        create = geschiedenis.history(r, "melding", uid)[0]
    other = replace(
        create, change_id=f"ander-{field}-{value}", device="019a9f00-0000-7000-8000-000000000009", user="boa9",
        field=field, value=value, base_change_ids=(create.change_id,),
    )  # fmt: skip
    store.write_now(lambda w: sync_in.apply_changes(w, [Ontvangen(1, other)]))
    return other


def veld(store: Store, uid: str) -> tuple[str, ...]:
    with store.read() as r:
        return conflicten.conflicts_of(r, "melding", uid)


def test_two_values_are_a_conflict_and_two_equal_ones_are_none(store: Store) -> None:
    uid = register(store, a_melding(ernst="1", plaats="Park")).uid
    change(store, uid, {"ernst": "2", "plaats": "Plein"})
    theirs(store, uid, "plaats", "Plein")
    assert veld(store, uid) == ()
    other = theirs(store, uid, "ernst", "3")
    assert veld(store, uid) == ("ernst",)
    with store.read() as r:
        (found,) = conflicten.list_conflicts(r)
        assert conflicten.count(r) == 1
    assert {head.value for head in found.koppen} == {"2", "3"}
    assert found.getoond == found.koppen[0] != other


def test_the_moment_it_was_first_seen_stays(store: Store) -> None:
    uid = register(store, a_melding(ernst="1")).uid
    change(store, uid, {"ernst": "2"})
    theirs(store, uid, "ernst", "3")
    with store.read() as r:
        (before,) = conflicten.list_conflicts(r)
    theirs(store, uid, "ernst", "4")
    with store.read() as r:
        (after,) = conflicten.list_conflicts(r)
    assert after.sinds == before.sinds
    assert len(after.koppen) == 3


def test_an_edit_on_some_of_the_heads_leaves_the_others(store: Store) -> None:
    uid = register(store, a_melding(ernst="1")).uid
    change(store, uid, {"ernst": "2"})
    theirs(store, uid, "ernst", "3")
    with store.read() as r:
        (found,) = conflicten.list_conflicts(r)
    change(store, uid, {"ernst": "4"}, koppen={"ernst": (found.koppen[0].change_id,)})
    assert veld(store, uid) == ("ernst",)
    change(store, uid, {"ernst": "2"})
    assert veld(store, uid) == ()


def test_a_field_this_version_does_not_know_is_shown_to_nobody(store: Store) -> None:
    uid = register(store, a_melding()).uid
    theirs(store, uid, "iets_nieuws", "a")
    theirs(store, uid, "iets_nieuws", "b")
    assert veld(store, uid) == ()


def test_looking_again_at_some_fields_leaves_the_others_alone(store: Store) -> None:
    uid = register(store, a_melding(ernst="1")).uid
    change(store, uid, {"ernst": "2"})
    theirs(store, uid, "ernst", "3")

    def forget(w: Writer) -> tuple[int, int]:
        w.db.conn.execute("DELETE FROM conflicten")
        audit.append_line(w, "WIJZIGEN", "melding", uid)
        assert conflicten.recheck(w, "melding", uid, ["plaats"]) == (0, 0)
        return conflicten.recheck(w, "melding", uid)

    assert store.write_now(forget) == (1, 0)
    with store.read() as r:
        assert changes.find_heads(r, "melding", uid, "ernst") == tuple(
            head.change_id for head in conflicten.list_conflicts(r)[0].koppen
        )
