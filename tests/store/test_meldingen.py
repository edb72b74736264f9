from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boa_app.domain.errors import UserError
from boa_app.domain.melding import MELDING_VELDEN, Melding, PlaatsBron, Status
from boa_app.domain.moments import to_iso
from boa_app.domain.positie import POSITIE, POSITIE_VELDEN, to_log
from boa_app.store import changes, integrity, meldingen
from boa_app.store.store import Store
from boa_app.sync.merge import heads, value_of
from tests.store.samples import START, a_melding, change, register, settle

FULL = Melding(
    START, 5.0431234, 52.0212345, "GEL-STEM", START + timedelta(minutes=30), 12.5, PlaatsBron.GPS, "Zeemanlaan",
    "PLEIN",
    ("ALC", "AFVAL"), "3", "G4", ("12-15", "16-17"), "MELDING", "BURGER", "Feiten é 'citaat'", "Duiding",
    ("AANSPR", "WEG"), "R2", "019a9f00-0000-7000-8000-0000000000aa", "groep", "019a9f00-0000-7000-8000-0000000000bb",
    True, True, "O", "019a9f00-0000-7000-8000-0000000000cc", ("foto",), Status.ACTIEF, "eigen", "label",
)  # fmt: skip


def _text_hits(store: Store, word: str) -> list[int]:
    settle(store)
    with store.read() as r:
        rows = r.db.execute("SELECT rowid FROM meldingen_tekst WHERE meldingen_tekst MATCH ?", [word])
        return [row[0] for row in rows]


def test_every_field_comes_back_as_it_was(store: Store) -> None:
    record = register(store, FULL, reden="nagekomen")
    assert record.melding == FULL
    with store.read() as r:
        assert meldingen.get_melding(r, record.uid) == record
        (created,) = changes.history(r, "melding", record.uid)
        assert meldingen.get_melding(r, "weg") is None
    kept = {"tekst_verdacht": False, "eerste_verwerking_op": to_iso(record.eerste_verwerking_op), "bron_sleutel": ""}
    assert (created.value, created.reason) == (to_log(FULL.to_values()) | kept, "nagekomen")
    assert (record.gemeente_code, record.gemaakt_door, record.gesynchroniseerd_op) == ("GM0353", "boa1", None)
    assert record.gemaakt_op == record.gewijzigd_op == record.eerste_verwerking_op


def test_an_update_logs_each_field_that_got_another_value(store: Store) -> None:
    uid = register(store, FULL).uid
    later = change(store, uid, {"ernst": "2", "soort": "GEL-STEM", "soorten": ["ALC"]}, reden="overleg")
    assert (later.melding.ernst, later.melding.soorten) == ("2", ("ALC",))
    assert later.gewijzigd_op > later.gemaakt_op
    with store.read() as r:
        created, *edits = changes.history(r, "melding", uid)
        assert changes.find_heads(r, "melding", uid, "soort") == (created.change_id,)
    assert [(c.field, c.value, c.base_change_ids, c.reason) for c in edits] == [
        ("soorten", ["ALC"], (created.change_id,), "overleg"),
        ("ernst", "2", (created.change_id,), "overleg"),
    ]


def test_equal_values_are_no_change(store: Store) -> None:
    record = register(store, FULL)
    assert store.write_now(lambda w: meldingen.update_melding(w, record.uid, FULL.to_values())) == record
    with store.read() as r:
        assert len(changes.history(r, "melding", record.uid)) == 1


@pytest.mark.parametrize(
    ("values", "code"),
    [({"naam": "x"}, "veld_onbekend"), ({"lon": "x"}, "veld_ongeldig"), ({"soorten": "x"}, "veld_ongeldig")],
)
def test_an_update_that_makes_no_sense_changes_nothing(store: Store, values: dict[str, Any], code: str) -> None:
    record = register(store, FULL)
    with pytest.raises(UserError) as caught:
        change(store, record.uid, {"ernst": "1"} | values)
    assert caught.value.code == code
    with store.read() as r:
        assert meldingen.get_melding(r, record.uid) == record


def test_an_unknown_melding(store: Store) -> None:
    with pytest.raises(UserError) as caught:
        change(store, "weg", {"ernst": "1"})
    assert caught.value.code == "melding_onbekend"


def test_full_text_follows_the_texts_and_leaves_out_what_is_marked(store: Store) -> None:
    record = register(store, a_melding(plaats="Zeemanlaan", feiten="Groep bij de bank"))
    assert _text_hits(store, "zeemanlaan") == _text_hits(store, "BANK") == [record.nr]
    change(store, record.uid, {"feiten": "Niemand meer"})
    assert (_text_hits(store, "bank"), _text_hits(store, "niemand")) == ([], [record.nr])
    change(store, record.uid, {"feiten": "Jan de Vries"}, tekst_verdacht=True)
    assert _text_hits(store, "vries") == _text_hits(store, "zeemanlaan") == []
    with store.read() as r:
        assert [m.uid for m in meldingen.flagged(r, 5)] == [record.uid]
    cleared = change(store, record.uid, {}, tekst_verdacht=False)
    assert not cleared.tekst_verdacht
    assert _text_hits(store, "vries") == [record.nr]
    marked = register(store, a_melding(feiten="Piet Klaassen"), tekst_verdacht=True)
    assert marked.tekst_verdacht
    assert _text_hits(store, "klaassen") == []


def test_numbers_are_looked_up_in_the_order_asked(store: Store) -> None:
    records = [register(store, a_melding()) for _ in range(5)]
    nrs = [record.nr for record in records]
    with store.read() as r:
        assert [m.nr for m in meldingen.get_by_nr(r, [nrs[3], 999_999, nrs[0], nrs[3]])] == [nrs[3], nrs[0], nrs[3]]
        assert len(meldingen.get_by_nr(r, range(1, 2000))) == 5
        assert meldingen.get_by_nr(r, []) == []


def test_the_last_own_melding_worth_repeating(store: Store) -> None:
    with store.read() as r:
        assert meldingen.latest_own(r, "boa1") is None
    wanted = register(store, a_melding(gebeurd_van=START - timedelta(days=3)))
    lapsed = register(store, a_melding())
    nobody = register(store, a_melding(soort="GEEN"))
    register(store, a_melding(bron="signalen"))
    change(store, lapsed.uid, {"status": "vervallen"}, reden="dubbel")
    with store.read() as r:
        found = meldingen.latest_own(r, "boa1")
        assert found is not None
        assert found.uid == wanted.uid
        assert meldingen.latest_own(r, "ander") is None
        last = meldingen.latest_own(r, "boa1", met_geen=True)
        assert last is not None
        assert last.uid == nobody.uid


def test_near_is_exact_in_metres_and_meets_windows(store: Store) -> None:
    # One metre to the east at this latitude is 1.4615e-5 degrees.
    metre = 1.4615e-5
    inside = register(store, a_melding(lon=5.043 + 49 * metre))
    here = register(store, a_melding(gebeurd_van=START - timedelta(hours=3), gebeurd_tot=START - timedelta(hours=2)))
    register(store, a_melding(lon=5.043 + 51 * metre))
    register(store, a_melding(gebeurd_van=START - timedelta(hours=3)))
    lapsed = register(store, a_melding())
    change(store, lapsed.uid, {"status": "vervallen"})
    moved = register(store, a_melding())
    change(store, moved.uid, {"lon": 5.1})
    span = timedelta(hours=2)
    with store.read() as r:
        found = meldingen.near(r, 5.043, 52.02, 50, START - span, START + span)
        assert [m.uid for m in found] == [here.uid, inside.uid]
        far = meldingen.near(r, 5.1, 52.02, 50, START - span, START + span)
        assert [m.uid for m in far] == [moved.uid]


def test_recent_and_counts(store: Store) -> None:
    old = register(store, a_melding(gebeurd_van=START - timedelta(days=9)))
    new = register(store, a_melding())
    lapsed = register(store, a_melding())
    change(store, lapsed.uid, {"status": "vervallen"})
    with store.read() as r:
        assert [m.uid for m in meldingen.recent(r, 5)] == [new.uid, old.uid]
        assert [m.uid for m in meldingen.recent(r, 1)] == [new.uid]
        assert (meldingen.count(r), meldingen.count_unsynced(r)) == (3, 3)


TEXT = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
_FIELD_VALUES = {
    "soort": st.sampled_from(["HANG", "VUUR", "GEEN"]), "ernst": st.sampled_from(["", "1", "2"]),
    "soorten": st.lists(st.sampled_from(["ALC", "DRUG"]), unique=True), "lon": st.floats(4.9, 5.1),
    "lat": st.floats(51.9, 52.1),
    "feiten": st.text(TEXT, max_size=20), "plaats": st.sampled_from(["", "Zeemanlaan"]),
    "status": st.sampled_from(list(map(str, Status))),
    "nauwkeurigheid_m": st.none() | st.floats(0, 100), "met_collega": st.booleans(),
}  # fmt: skip
_EDITS = st.lists(
    st.tuples(st.integers(0, 2), st.fixed_dictionaries({}, optional=_FIELD_VALUES), st.none() | st.booleans()),
    max_size=12,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_EDITS)
def test_the_log_replayed_is_the_state(store: Store, edits: list[tuple[int, dict[str, Any], bool | None]]) -> None:
    """Any history of edits, voids and undos: the heads of every field give the row, and all indexes agree."""
    uids = [register(store, a_melding()).uid for _ in range(3)]
    seen: dict[str, list[dict[str, Any]]] = {uid: [] for uid in uids}
    for which, values, suspect in edits:
        uid = uids[which]
        with store.read() as r:
            before = meldingen.get_melding(r, uid)
        assert before is not None
        seen[uid].append({name: before.melding.to_values()[name] for name in values})
        change(store, uid, values, tekst_verdacht=suspect)
    for uid in uids:  # undo the last edit of each
        if seen[uid]:
            change(store, uid, seen[uid][-1])
    with store.read() as r:
        for uid in uids:
            record = meldingen.get_melding(r, uid)
            assert record is not None
            log = changes.history(r, "melding", uid)
            for name in MELDING_VELDEN:
                logged = POSITIE if name in POSITIE_VELDEN else name
                (head,) = heads(log, logged)
                value = value_of(head, logged)
                assert (value[name] if logged == POSITIE else value) == record.melding.to_values()[name]
            (marked,) = heads(log, "tekst_verdacht")
            assert value_of(marked, "tekst_verdacht") is record.tekst_verdacht
        assert integrity.check(r) == []


def test_an_edit_after_the_centre_acknowledged_counts_again(store: Store) -> None:
    uids = [register(store, a_melding()).uid for _ in range(3)]
    store.write_now(lambda w: w.db.execute("UPDATE meldingen SET gesynchroniseerd_op = gemaakt_op"))
    with store.read() as r:
        assert (meldingen.count(r), meldingen.count_unsynced(r)) == (3, 0)
    change(store, uids[0], {"ernst": "2"})
    change(store, uids[0], {"ernst": "3"})
    change(store, uids[1], {}, tekst_verdacht=True)
    with store.read() as r:
        assert meldingen.count_unsynced(r) == 2
        acknowledged = meldingen.get_melding(r, uids[2])
        assert acknowledged is not None and acknowledged.gesynchroniseerd_op is not None
