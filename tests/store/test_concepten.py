from __future__ import annotations

from boa_app.store import concepten
from boa_app.store.store import Store


def test_drafts_last_changed_first_and_replaced_in_place(store: Store) -> None:
    store.write_now(lambda w: concepten.save_concept(w, "a", {"soort": "HANG"}))
    store.write_now(lambda w: concepten.save_concept(w, "b", {}, soort="ronde"))
    store.write_now(lambda w: concepten.save_concept(w, "a", {"soort": "VUUR", "lijst": ["é"]}))
    with store.read() as r:
        found = concepten.list_concepten(r)
    assert [(c.uid, c.soort, c.inhoud) for c in found] == [
        ("a", "melding", {"soort": "VUUR", "lijst": ["é"]}),
        ("b", "ronde", {}),
    ]
    assert found[0].gewijzigd_op > found[1].gewijzigd_op


def test_a_draft_is_forgotten_once_and_then_not_there(store: Store) -> None:
    store.write_now(lambda w: concepten.save_concept(w, "a", {}))
    for _ in range(2):
        store.write_now(lambda w: concepten.delete_concept(w, "a"))
    with store.read() as r:
        assert concepten.list_concepten(r) == []
