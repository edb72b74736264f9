from __future__ import annotations

import random
import tempfile
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boa_app.domain.moments import to_iso
from boa_app.store import geschiedenis, rijen, rijvorm, sync_blad, sync_in, sync_stand, sync_uit
from boa_app.store.opening import open_store
from boa_app.store.store import Store
from boa_app.sync import merge
from boa_app.sync.protocol import Antwoord, Beginblad, Blad, Change, Ontvangen, Uitslag, Weg
from tests.store.centrum import Centrum, get, new_device, rows, whole
from tests.store.samples import PASSPHRASE, START, HandClock, a_melding, change, register
from tests.store.wijzigingen import Verleden

FEW = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])


class Cut(Exception):
    """The process ended here."""


def compacted(changes: list[Change]) -> list[Change]:
    """What a first state holds: per record the heads, and creates without what was replaced."""
    records: dict[tuple[str, str], list[Change]] = {}
    for one in changes:
        records.setdefault((one.entity, one.uid), []).append(one)
    return [one for those in records.values() for one in merge.compact(those)]


def state_pages(changes: list[Change], size: int) -> list[Beginblad]:
    every = [Ontvangen(nr, one) for nr, one in enumerate(changes, 1)]
    parts = [tuple(every[at : at + size]) for at in range(0, len(every), size)] or [()]
    return [
        Beginblad(part, "" if part is parts[-1] else "x", 10**6, 2, len(every)) for part in parts
    ]  # fmt: skip


def first_state(store: Store, changes: list[Change], size: int = 7) -> None:
    sync_blad.begin_state(store, 2)
    for blad in state_pages(changes, size):
        sync_blad.take_state_page(store, blad)
    sync_blad.end_state(store, 10**6)


@FEW
@given(seed=st.integers(0, 2**32))
def test_a_first_state_ends_where_all_changes_end(seed: int) -> None:
    draw, clock = random.Random(seed), HandClock()
    known = Verleden(draw).some(40)
    with tempfile.TemporaryDirectory() as folder:
        by_log, by_state, had_some = (new_device(Path(folder) / name, clock, nr) for nr, name in enumerate("abc", 1))
        sync_blad.take_page(by_log, Blad(tuple(Ontvangen(n, c) for n, c in enumerate(known, 1)), (), (), 40, False, 1))
        # A device that had half of it, and things it may not hold any more.
        gone = Verleden(random.Random(seed + 1)).some(20)
        sync_in_all = [Ontvangen(nr, one) for nr, one in enumerate([*known[: len(known) // 2], *gone], 1)]
        had_some.write_now(lambda w: sync_in.apply_changes(w, sync_in_all))
        for store in (by_state, had_some):
            first_state(store, compacted(known), draw.randint(1, 20))
            with store.read() as r:
                toestel = sync_stand.find_toestel(r)
                assert toestel is not None and (toestel.cursor, toestel.epoch) == (10**6, 2)
                assert sync_stand.begin_nr(r) is None
        assert rows(by_state) == rows(had_some) == rows(by_log)
        for store in (by_log, by_state, had_some):
            whole(store)
            store.close()


@FEW
@given(seed=st.integers(0, 2**32), at=st.integers(0, 60))
def test_cut_anywhere_and_opened_again_it_ends_the_same(seed: int, at: int) -> None:
    draw, clock = random.Random(seed), HandClock()
    known = Verleden(draw).some(40)
    log = [Ontvangen(nr, one) for nr, one in enumerate(known, 1)]
    leaving = draw.choice(known)
    goes = (Weg(len(log) + 1, leaving.entity, leaving.uid),)
    blad = Blad(tuple(log), goes, (), len(log) + 1, False, 1)
    with tempfile.TemporaryDirectory() as folder:
        at_once, cut = (new_device(Path(folder) / name, clock, nr) for nr, name in enumerate("ab", 1))
        sync_blad.take_page(at_once, blad)
        with pytest.MonkeyPatch.context() as patch:
            # Every five changes are a transaction of their own.
            for name in ("_FIRST", "_LEAST", "_MOST", "_STEP", "_MOST_STEP"):
                patch.setattr(sync_blad, name, 5)
            left = at

            def dies(w: object, part: object) -> object:
                nonlocal left
                left -= 5
                if left < 0:
                    raise Cut
                return sync_in.apply_unlogged(w, part)  # type: ignore[arg-type]

            patch.setitem(sync_blad._WORK, Ontvangen, dies)
            try:
                sync_blad.take_page(cut, blad)
            except Cut:
                cut.close()
                cut = open_store(Path(folder) / "b", PASSPHRASE, clock)
        sync_blad.take_page(cut, blad)
        assert rows(at_once) == rows(cut)
        with cut.read() as r:
            toestel = sync_stand.find_toestel(r)
            assert toestel is not None and toestel.cursor == len(log) + 1
        whole(cut)
        at_once.close()
        cut.close()


def test_a_first_state_never_takes_unsent_work(tmp_path: Path, clock: HandClock) -> None:
    mine, theirs = (new_device(tmp_path / name, clock, nr) for nr, name in enumerate("ab", 1))
    centrum = Centrum()
    shared = register(theirs, a_melding(ernst="1")).uid
    centrum.sync(theirs, mine)
    own = register(mine, a_melding(soort="AFVAL")).uid
    change(mine, shared, {"ernst": "2"})
    with mine.read() as r:
        unsent = sync_uit.unsent(r)
    first_state(mine, [])
    with mine.read() as r:
        assert sync_uit.unsent(r) == unsent
        assert sync_uit.count_unsent(r) == 2
    assert get(mine, own) is not None
    assert get(mine, shared) is None
    whole(mine)
    centrum.sync(mine, theirs)
    found = get(theirs, shared)
    assert found is not None and found.melding.ernst == "2"
    mine.close()
    theirs.close()


def test_a_first_state_takes_the_keys_it_does_not_hold(tmp_path: Path, clock: HandClock) -> None:
    store = new_device(tmp_path / "a", clock, 1)
    full = Verleden(random.Random(2)).make("melding")
    assert full is not None
    first_state(store, [full])
    bare = replace(full, value={name: value for name, value in full.value.items() if name not in ("feiten", "ernst")})
    first_state(store, [bare])
    found = get(store, full.uid)
    assert found is not None and (found.melding.feiten, found.melding.ernst) == ("", "")
    with store.read() as r:
        assert "muziek" not in str(geschiedenis.log_of(r, "melding", full.uid))
    halves = [replace(full, value=dict(list(full.value.items())[part::2])) for part in (0, 1)]
    first_state(store, halves, 1)
    found = get(store, full.uid)
    assert found is not None and found.melding.feiten == "muziek"
    whole(store)
    store.close()


def test_what_is_taken_while_a_first_state_comes_in_stays(tmp_path: Path, clock: HandClock) -> None:
    store = new_device(tmp_path / "a", clock, 1)
    uid = register(store, a_melding()).uid
    sync_blad.begin_state(store, 2)
    Centrum().push(store)
    sync_blad.end_state(store, 5)
    assert get(store, uid) is not None
    whole(store)
    store.close()


def test_a_first_state_that_was_cut_off_begins_anew(tmp_path: Path, clock: HandClock) -> None:
    store = new_device(tmp_path / "a", clock, 1)
    known = compacted(Verleden(random.Random(4)).some(40))
    sync_blad.begin_state(store, 2)
    for blad in state_pages(known, 9)[:2]:
        sync_blad.take_state_page(store, blad)
    store.close()
    store = open_store(tmp_path / "a", PASSPHRASE, clock)
    first_state(store, known[len(known) // 2 :])
    other = new_device(tmp_path / "b", clock, 2)
    first_state(other, known[len(known) // 2 :])
    assert rows(store) == rows(other)
    assert sync_blad.end_state(store, 5).verwijderd == 0, "there is none to end"
    whole(store)
    store.close()
    other.close()


def test_changes_that_go_are_taken_before_those_that_come_after(tmp_path: Path, clock: HandClock) -> None:
    store = new_device(tmp_path / "a", clock, 1)
    made = Verleden(random.Random(3)).make("melding")
    assert made is not None
    there_and_gone = Blad((Ontvangen(1, made),), (Weg(2, "melding", made.uid),), (), 2, False, 1)
    sync_blad.take_page(store, there_and_gone)
    assert get(store, made.uid) is None
    and_back = Blad((Ontvangen(1, made), Ontvangen(3, made)), (Weg(2, "melding", made.uid),), (), 3, False, 1)
    sync_blad.take_page(store, and_back)
    assert get(store, made.uid) is not None
    store.close()


def test_a_save_goes_before_the_rest_of_a_page(tmp_path: Path, clock: HandClock) -> None:
    store = new_device(tmp_path / "a", clock, 1)
    draw = Verleden(random.Random(5))
    known = [draw.make("melding") for _ in range(900)]
    blad = Blad(tuple(Ontvangen(nr, one) for nr, one in enumerate(known, 1) if one), (), (), 900, False, 1)
    syncing = threading.Thread(target=lambda: sync_blad.take_page(store, blad))
    syncing.start()
    register(store, a_melding())
    with store.read() as r:
        there = r.db.execute("SELECT count(*) FROM meldingen").fetchone()[0]
    assert there < 901
    syncing.join()
    whole(store)
    store.close()


def test_what_an_older_version_could_only_keep_gets_its_row_after_the_upgrade(
    tmp_path: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, other = (new_device(tmp_path / name, clock, nr) for nr, name in enumerate("ab", 1))
    newer = sync_blad.SCHEMA_VERSION + 1
    known = [replace(one, schema_version=newer) for one in Verleden(random.Random(12)).some(60)]
    older = {soort: vorm for soort, vorm in rijvorm.VORMEN.items() if soort not in ("gebied", "jop")}
    monkeypatch.setattr(rijen, "VORMEN", older)
    for part in (known[:30], known[30:]):
        store.write_now(lambda w, part=part: sync_in.apply_changes(w, [Ontvangen(1, one) for one in part]))  # type: ignore[misc]
    assert rows(store)["gebieden"] == []
    monkeypatch.undo()
    assert sync_blad.reapply_kept(store).soorten == frozenset(), "this version knows no more than the one before"
    monkeypatch.setattr(sync_blad, "SCHEMA_VERSION", newer)
    sync_blad.reapply_kept(store)
    other.write_now(lambda w: sync_in.apply_changes(w, [Ontvangen(1, one) for one in known]))
    assert rows(store) == rows(other)
    assert rows(store)["gebieden"] != []
    assert sync_blad.reapply_kept(store).soorten == frozenset()
    whole(store)
    store.close()
    other.close()


def test_a_first_state_that_was_cut_off_hides_nothing_of_what_happens_here(tmp_path: Path, clock: HandClock) -> None:
    mine, theirs = (new_device(tmp_path / name, clock, nr) for nr, name in enumerate("ab", 1))
    centrum = Centrum()
    shared = register(theirs, a_melding(ernst="1")).uid
    centrum.sync(theirs, mine)
    change(mine, shared, {"ernst": "2"})
    sync_blad.begin_state(mine, 2)  # and the line breaks
    with mine.read() as r:
        (unsent,) = sync_uit.unsent(r)
    refused = [Antwoord(unsent.change_id, Uitslag.GEWEIGERD, "geen_recht")]
    mine.write_now(lambda w: sync_uit.acknowledge(w, refused, to_iso(START)))
    found = get(mine, shared)
    assert found is not None and found.melding.ernst == "1", "the record stays to be seen until a state is whole"
    first_state(mine, [one.change for one in centrum.log])
    found = get(mine, shared)
    assert found is not None and found.melding.ernst == "1"
    for store in (mine, theirs):
        store.close()


def test_a_record_cut_in_two_by_a_lost_line_is_whole_after_the_next_first_state(
    tmp_path: Path, clock: HandClock
) -> None:
    mine, theirs = (new_device(tmp_path / name, clock, nr) for nr, name in enumerate("ab", 1))
    centrum = Centrum()
    shared = register(theirs, a_melding(ernst="1")).uid
    change(theirs, shared, {"ernst": "3"})
    centrum.sync(theirs, mine)
    state = compacted([one.change for one in centrum.log])
    sync_blad.begin_state(mine, 2)
    sync_blad.take_state_page(mine, state_pages(state, 1)[0])  # and the line breaks
    first_state(mine, state, 10)
    found = get(mine, shared)
    assert found is not None and found.melding.ernst == "3"
    for store in (mine, theirs):
        store.close()


def test_a_page_of_the_pull_is_no_part_of_a_first_state_that_was_cut_off(tmp_path: Path, clock: HandClock) -> None:
    mine, theirs = (new_device(tmp_path / name, clock, nr) for nr, name in enumerate("ab", 1))
    centrum = Centrum()
    shared = register(theirs, a_melding(ernst="1")).uid
    centrum.sync(theirs, mine)
    known = len(centrum.log)
    change(theirs, shared, {"ernst": "3"})
    centrum.push(theirs)
    sync_blad.begin_state(mine, 2)  # and the line breaks; an answer comes in by hand
    sync_blad.take_page(mine, centrum.page(known))
    found = get(mine, shared)
    assert found is not None and found.melding.ernst == "3"
    for store in (mine, theirs):
        store.close()
