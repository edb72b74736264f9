from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from boa_app.store import geschiedenis, rijen, sync_in
from boa_app.store.store import Store
from boa_app.sync.protocol import Change, Ontvangen
from tests.store.centrum import new_device, rows, whole
from tests.store.samples import HandClock, a_melding, register
from tests.store.wijzigingen import Verleden


def take(store: Store, *changes: Change) -> None:
    store.write_now(lambda w: sync_in.apply_changes(w, [Ontvangen(1, one) for one in changes]))


def waiting(store: Store) -> list[tuple[str, str, str]]:
    with store.read() as r:
        return [tuple(row) for row in r.db.conn.execute("SELECT ouder, entity, uid FROM sync_wacht ORDER BY entity")]


def test_a_visit_waits_for_its_round_and_for_its_place(store: Store) -> None:
    past = Verleden(random.Random(1))
    plek, ronde, bezoek = (past.make(kind) for kind in ("plek", "ronde", "bezoek"))
    assert plek and ronde and bezoek
    take(store, bezoek)
    assert waiting(store) == [(ronde.uid, "bezoek", bezoek.uid)]
    take(store, ronde)
    assert waiting(store) == [(plek.uid, "bezoek", bezoek.uid)]
    take(store, plek)
    assert waiting(store) == []
    assert len(rows(store)["bezoeken"]) == 1
    store.write_now(lambda w: rijen.drop_row(w, "ronde", ronde.uid))
    assert rows(store)["bezoeken"] == []
    assert waiting(store) == [(ronde.uid, "bezoek", bezoek.uid)]
    told = rijen.Herstel()
    store.write_now(lambda w: rijen.restore(w, "ronde", ronde.uid, told))
    assert len(rows(store)["bezoeken"]) == 1
    assert told.as_result().soorten == {"ronde", "bezoek"}


def test_a_kind_nobody_knows_waits_in_the_log_untouched(store: Store) -> None:
    past = Verleden(random.Random(1))
    change = past.make("doorgeefsignaal")
    assert change is not None
    odd = replace(change, value={"onderwerp": "x", "lijst": [1, {"a": None}]}, schema_version=9)
    take(store, odd)
    assert waiting(store) == [("", "doorgeefsignaal", change.uid)]
    with store.read() as r:
        assert geschiedenis.history(r, "doorgeefsignaal", change.uid) == [odd]
    assert not store.write_now(lambda w: rijen.drop_row(w, "doorgeefsignaal", change.uid))


def test_groups_of_a_schouw_follow_its_log(store: Store) -> None:
    past = Verleden(random.Random(1))
    schouw = past.make("schouw")
    assert schouw is not None
    take(store, schouw)
    groups = [{"letter": letter, "route": [[5.0, 52.0], [5.1, 52.1]]} for letter in "BC"]
    edit = replace(
        schouw, change_id="c9", field="groepen", value=groups, base_change_ids=(schouw.change_id,)
    )  # fmt: skip
    take(store, edit)
    assert [row["letter"] for row in rows(store)["schouw_groepen"]] == ["B", "C"]
    whole(store)


def test_rebuilding_what_was_made_here_changes_nothing(tmp_path: Path, clock: HandClock) -> None:
    store = new_device(tmp_path / "a", clock, 1)
    uid = register(store, a_melding(feiten="muziek", plaats="Park", soorten=("ALC",), nauwkeurigheid_m=4.5)).uid
    with store.read() as r:
        before = r.db.conn.execute("SELECT * FROM meldingen").fetchall()
    store.write_now(lambda w: rijen.restore(w, "melding", uid))
    with store.read() as r:
        assert r.db.conn.execute("SELECT * FROM meldingen").fetchall() == before
    whole(store)
    store.close()
