from __future__ import annotations

import random
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boa_app.store import compactie, geschiedenis, sync_in
from boa_app.sync.protocol import Ontvangen
from tests.store.centrum import Centrum, get, new_device, rows, whole
from tests.store.samples import HandClock, a_melding, change, register
from tests.store.test_sync_blad import compacted
from tests.store.wijzigingen import Verleden

FEW = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@FEW
@given(seed=st.integers(0, 2**32))
def test_a_shorter_log_shows_the_same_and_takes_the_same(seed: int) -> None:
    draw, clock = random.Random(seed), HandClock()
    past = Verleden(draw)
    past.some(30)
    half = list(past.changes)
    past.some(20)
    with tempfile.TemporaryDirectory() as folder:
        short, long = (new_device(Path(folder) / name, clock, nr) for nr, name in enumerate("ab", 1))
        for store in (short, long):
            store.write_now(lambda w: sync_in.apply_changes(w, [Ontvangen(n, c) for n, c in enumerate(half, 1)]))
        before = rows(short)
        went = compactie.compact(short)
        assert went >= 0
        assert compactie.compact(short) == 0
        assert rows(short) == before == rows(long)
        # Whatever is built on it from now on ends the same, when its maker knew the heads.
        heads = compacted(half)
        known = {one.change_id for one in heads}
        fresh = [c for c in past.changes[len(half) :] if c.field == "*" or set(c.base_change_ids) <= known]
        for store in (short, long):
            store.write_now(lambda w: sync_in.apply_changes(w, [Ontvangen(n, c) for n, c in enumerate(fresh, 1)]))
            whole(store)
        assert rows(short) == rows(long)
        short.close()
        long.close()


def test_unsent_work_keeps_its_record_as_long_as_it_was(tmp_path: Path, clock: HandClock) -> None:
    store = new_device(tmp_path / "a", clock, 1)
    uid = register(store, a_melding(ernst="1")).uid
    change(store, uid, {"ernst": "2"})
    change(store, uid, {"ernst": "3"})
    Centrum().push(store)
    change(store, uid, {"ernst": "1"})
    assert compactie.compact(store) == 0
    Centrum().push(store)
    assert compactie.compact(store) == 2
    found = get(store, uid)
    assert found is not None and found.melding.ernst == "1"
    with store.read() as r:
        assert [row.change.field for row in geschiedenis.log_of(r, "melding", uid)] == ["*", "ernst"]
    whole(store)
    store.close()
