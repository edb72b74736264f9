from __future__ import annotations

from boa_app.domain.audit import Actie
from boa_app.store import audit, changes
from boa_app.store.session import Writer
from boa_app.store.store import Store
from tests.store.samples import DEVICE


def _log(store: Store, uid: str, values: dict[str, object], reden: str = "") -> None:
    def work(w: Writer) -> None:
        audit.append_line(w, Actie.WIJZIGEN, "jop", uid)
        if reden:
            changes.log_fields(w, "jop", uid, values, reden)
        else:
            changes.log_create(w, "jop", uid, values)

    store.write_now(work)


def test_a_create_change_is_the_base_of_each_field_it_set(store: Store) -> None:
    _log(store, "u1", {"naam": "Bankje", "lijst": ["a", "b"]})
    _log(store, "u1", {"naam": "Bank é", "lijst": []}, "verhuisd")
    with store.read() as r:
        created, *later = changes.history(r, "jop", "u1")
        assert changes.find_heads(r, "jop", "u1", "naam") == (later[0].change_id,)
        assert changes.find_heads(r, "jop", "u1", "onbekend") == ()
        assert changes.history(r, "melding", "u1") == []
    assert (created.field, created.value, created.base_change_ids) == ("*", {"naam": "Bankje", "lijst": ["a", "b"]}, ())
    assert [(c.field, c.value, c.base_change_ids, c.reason) for c in later] == [
        ("naam", "Bank é", (created.change_id,), "verhuisd"),
        ("lijst", [], (created.change_id,), "verhuisd"),
    ]
    assert {(c.device, c.user, c.entity, c.uid) for c in [created, *later]} == {(DEVICE, "boa1", "jop", "u1")}
    clocks = [c.hlc for c in [created, *later]]
    assert clocks == sorted(set(clocks))


def test_a_value_is_kept_as_compact_json() -> None:
    assert changes.dump_value({"a": ["é", None, True]}) == '{"a":["é",null,true]}'
