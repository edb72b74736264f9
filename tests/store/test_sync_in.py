from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boa_app.domain.errors import EnvironmentProblem
from boa_app.store import audit, changes, conflicten, geschiedenis, meldingen, sync_in, sync_stand, sync_uit
from boa_app.store.opening import open_store
from boa_app.store.store import Store
from boa_app.sync import merge
from boa_app.sync.clock import Hlc
from boa_app.sync.protocol import Change, Ontvangen
from tests.store.centrum import Centrum, get, new_device, rows, whole
from tests.store.samples import PASSPHRASE, HandClock, a_melding, change, register
from tests.store.wijzigingen import Verleden

SLOW = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)


def take(store: Store, changes_in: list[Change]) -> None:
    store.write_now(lambda w: sync_in.apply_changes(w, [Ontvangen(nr, one) for nr, one in enumerate(changes_in, 1)]))


def conflicts(store: Store) -> set[tuple[str, str, str, str]]:
    with store.read() as r:
        found = conflicten.list_conflicts(r)
        assert len(found) == conflicten.count(r)
        assert all(len(one.koppen) > 1 for one in found)
        return {(one.entity, one.uid, one.veld, one.getoond.change_id) for one in found}


def expected_conflicts(known: list[Change]) -> set[tuple[str, str, str]]:
    records: dict[tuple[str, str], list[Change]] = {}
    for one in known:
        records.setdefault((one.entity, one.uid), []).append(one)
    return {
        (entity, uid, veld)
        for (entity, uid), those in records.items()
        for veld in merge.conflicts(those)
        if veld != "iets_nieuws" and entity != "doorgeefsignaal"
    }


@pytest.fixture
def two(tmp_path: Path, clock: HandClock) -> Iterator[tuple[Store, Store]]:
    stores = new_device(tmp_path / "a", clock, 1), new_device(tmp_path / "b", clock, 2)
    yield stores
    for store in stores:
        store.close()


@SLOW
@given(seed=st.integers(0, 2**32), count=st.integers(1, 60))
def test_any_order_pages_and_repeats_end_in_the_same_rows(seed: int, count: int) -> None:
    draw, clock = random.Random(seed), HandClock()
    known = Verleden(draw).some(count)
    with tempfile.TemporaryDirectory() as folder:
        once, mixed = (new_device(Path(folder) / name, clock, nr) for nr, name in enumerate("ab", 1))
        take(once, known)
        shuffled = [*known, *draw.sample(known, len(known) // 3)]
        draw.shuffle(shuffled)
        while shuffled:
            size = draw.randint(1, 9)
            take(mixed, shuffled[:size])
            shuffled = shuffled[size:]
        assert rows(once) == rows(mixed)
        assert conflicts(once) == conflicts(mixed)
        assert {one[:3] for one in conflicts(once)} == expected_conflicts(known)
        for store in (once, mixed):
            whole(store)
            with store.read() as r:
                assert sync_uit.count_unsent(r) == 0
                assert meldingen.count_unsynced(r) == 0
            store.close()


@SLOW
@given(seed=st.integers(0, 2**32))
def test_partial_creates_join_whatever_comes_first(seed: int) -> None:
    draw, clock = random.Random(seed), HandClock()
    full = Verleden(draw).make("melding")
    assert full is not None
    names = sorted(full.value)
    parts = [replace(full, value={name: full.value[name] for name in names[nr::3]}) for nr in range(3)]
    draw.shuffle(parts)
    with tempfile.TemporaryDirectory() as folder:
        once, bits = (new_device(Path(folder) / name, clock, nr) for nr, name in enumerate("ab", 1))
        take(once, [full])
        for part in parts:
            take(bits, [part])
            whole(bits)
        assert rows(once) == rows(bits)
        once.close()
        bits.close()


def test_what_was_received_keeps_author_clock_and_first_processing(two: tuple[Store, Store], clock: HandClock) -> None:
    mine, theirs = two
    made = register(mine, a_melding(feiten="muziek"))
    Centrum().sync(mine, theirs)
    found = get(theirs, made.uid)
    assert found is not None
    assert (found.gemaakt_door, found.gemaakt_op, found.eerste_verwerking_op) == (
        "boa1", made.gemaakt_op, made.eerste_verwerking_op,
    )  # fmt: skip
    assert found.gesynchroniseerd_op is not None
    with mine.read() as r, theirs.read() as other:
        assert changes.history(r, "melding", made.uid) == changes.history(other, "melding", made.uid)
        assert [line["actie"] for line in audit.lines(other)][-1] == "SYNC"


def test_a_local_edit_survives_every_page_and_becomes_a_conflict(two: tuple[Store, Store]) -> None:
    mine, theirs = two
    centrum = Centrum()
    uid = register(mine, a_melding(ernst="1")).uid
    centrum.sync(mine, theirs)
    change(theirs, uid, {"ernst": "2"})
    centrum.push(theirs)
    change(mine, uid, {"ernst": "3"})
    with mine.read() as r:
        before = sync_uit.unsent(r)
    take(mine, [one.change for one in centrum.log])
    with mine.read() as r:
        assert sync_uit.unsent(r) == before
        assert meldingen.count_unsynced(r) == 1
        (found,) = conflicten.list_conflicts(r)
        assert {head.value for head in found.koppen} == {"2", "3"}
    centrum.sync(mine, theirs)
    assert conflicts(mine) == conflicts(theirs) != set()
    assert rows(mine) == rows(theirs)


def test_choosing_ends_a_conflict_everywhere_also_when_the_shown_value_is_chosen(two: tuple[Store, Store]) -> None:
    mine, theirs = two
    centrum = Centrum()
    uid = register(mine, a_melding(ernst="1")).uid
    centrum.sync(mine, theirs)
    change(theirs, uid, {"ernst": "2"})
    change(mine, uid, {"ernst": "3"})
    centrum.sync(mine, theirs)

    def choose_shown(w: changes.Writer) -> None:
        (found,) = conflicten.list_conflicts(w)
        koppen = {"ernst": tuple(head.change_id for head in found.koppen)}
        changes.log_fields(w, "melding", uid, {"ernst": found.getoond.value}, "gekozen", koppen)
        audit.append_line(w, "WIJZIGEN", "melding", uid)

    mine.write_now(choose_shown)
    assert conflicts(mine) == set()
    centrum.sync(mine, theirs)
    assert conflicts(theirs) == set()
    assert rows(mine) == rows(theirs)


def test_saving_over_a_value_the_person_did_not_see_is_a_conflict(two: tuple[Store, Store]) -> None:
    mine, theirs = two
    centrum = Centrum()
    uid = register(mine, a_melding(ernst="1")).uid
    centrum.sync(mine, theirs)
    with mine.read() as r:
        seen = changes.find_koppen(r, "melding", uid)
    change(theirs, uid, {"ernst": "2"})
    centrum.sync(theirs, mine)
    change(mine, uid, {"ernst": "3"}, koppen=seen)
    assert {one[2] for one in conflicts(mine)} == {"ernst"}


def test_the_next_clock_sorts_after_what_was_received_also_after_opening(tmp_path: Path, clock: HandClock) -> None:
    store = new_device(tmp_path / "a", clock, 1)
    ahead = Hlc(int(clock.now.timestamp() * 1000) + 120_000, 7, "019a9f00-0000-7000-8000-000000000003")
    made = Verleden(random.Random(1)).make("melding")
    assert made is not None
    take(store, [replace(made, hlc=str(ahead))])
    first = register(store, a_melding()).uid
    store.write_now(lambda w: w.db.conn.execute("DELETE FROM changes WHERE uid = ?", [first]))
    store.write_now(lambda w: w.db.conn.execute("DELETE FROM changes WHERE uid = ?", [made.uid]))
    store.close()
    store = open_store(tmp_path / "a", PASSPHRASE, clock)
    uid = register(store, a_melding()).uid
    with store.read() as r:
        assert Hlc.parse(changes.history(r, "melding", uid)[0].hlc) > ahead
    store.close()


def test_a_clock_far_ahead_drags_this_device_five_minutes_at_most(two: tuple[Store, Store], clock: HandClock) -> None:
    mine, _ = two
    made = Verleden(random.Random(1)).make("melding")
    assert made is not None
    far = Hlc(int(clock.now.timestamp() * 1000) + 10**10, 0, made.device)
    take(mine, [replace(made, hlc=str(far))])
    uid = register(mine, a_melding()).uid
    with mine.read() as r:
        own = Hlc.parse(changes.history(r, "melding", uid)[0].hlc)
    assert (own.moment() - clock.now).total_seconds() < 301


def test_a_value_of_a_newer_version_gives_way_to_one_that_can_be_read(two: tuple[Store, Store]) -> None:
    mine, theirs = two
    centrum = Centrum()
    uid = register(mine, a_melding(ernst="1", status="actief")).uid
    centrum.sync(mine, theirs)
    with mine.read() as r:
        (created,) = changes.history(r, "melding", uid)
    newer = replace(
        created, change_id="019a9f00-0000-7000-8000-0000000000aa", field="status", value={"soort": "zweeft"},
        base_change_ids=(created.change_id,), schema_version=9,
    )  # fmt: skip
    take(theirs, [newer])
    found = get(theirs, uid)
    assert found is not None
    assert str(found.melding.status) == "actief"
    with theirs.read() as r:
        assert geschiedenis.log_of(r, "melding", uid)[-1].change == newer
    whole(theirs)


def test_what_was_counted_as_unsent_and_is_pulled_counts_no_more(
    two: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    mine, _ = two
    monkeypatch.setattr(sync_uit, "_LEAVE_ROWS", 0)
    centrum = Centrum()
    register(mine, a_melding())
    mine.write_now(sync_uit.count_on)
    with mine.read() as r:
        centrum.take(sync_uit.unsent(r))
    take(mine, [one.change for one in centrum.log])
    with mine.read() as r:
        assert sync_uit.count_unsent(r) == 0


def test_a_lost_answer_is_made_good_by_the_pull(two: tuple[Store, Store]) -> None:
    mine, _ = two
    centrum = Centrum()
    register(mine, a_melding())
    with mine.read() as r:
        centrum.take(sync_uit.unsent(r))
    take(mine, [one.change for one in centrum.log])
    with mine.read() as r:
        assert sync_uit.unsent(r) == []
        assert sync_uit.count_unsent(r) == 0
        assert meldingen.count_unsynced(r) == 0


@pytest.mark.parametrize("wrong", [{"value": "geen velden"}, {"hlc": "morgen"}, {"hlc": "9999999999999-0000-x"}])
def test_what_can_be_no_change_is_refused_whole(two: tuple[Store, Store], wrong: dict[str, str]) -> None:
    mine, _ = two
    good, bad = (Verleden(random.Random(nr)).make("melding") for nr in (1, 2))
    assert good is not None and bad is not None
    with pytest.raises(EnvironmentProblem) as told:
        take(mine, [good, replace(bad, **wrong)])  # type: ignore[arg-type]
    assert told.value.code == "centrale_fout"
    assert rows(mine)["meldingen"] == []


def test_the_newest_received_meldingen_are_among_the_recent(two: tuple[Store, Store], clock: HandClock) -> None:
    mine, theirs = two
    uid = register(mine, a_melding()).uid
    Centrum().sync(mine, theirs)
    own = register(theirs, a_melding(soort="AFVAL")).uid
    with theirs.read() as r:
        assert {record.uid for record in meldingen.recent(r, 5)} == {uid, own}
        assert sync_stand.is_enrolled(r)
