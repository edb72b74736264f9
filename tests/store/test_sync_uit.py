from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from boa_app.domain.melding import Melding
from boa_app.store import audit, changes, conflicten, importbeheer, imports, meldingen, sync_uit
from boa_app.store.imports import ImportRow
from boa_app.store.importveger import sweep
from boa_app.store.store import Store
from boa_app.sync.protocol import Antwoord, Change, Uitslag
from tests.store.centrum import Centrum, get, new_device, rows, whole
from tests.store.samples import HandClock, a_melding, change, register

NOW = "2026-11-20T20:50:00.000Z"


@pytest.fixture
def device(tmp_path: Path, clock: HandClock) -> Iterator[Store]:
    opened = new_device(tmp_path / "a", clock, 1)
    yield opened
    opened.close()


def counted(store: Store) -> tuple[int, int]:
    """Unsent changes, and meldingen that are not synced; the quick count must be what is really there."""
    with store.read() as r:
        assert sync_uit.count_unsent(r) == len(sync_uit.unsent(r, 10_000))
        return sync_uit.count_unsent(r), meldingen.count_unsynced(r)


def answer(
    store: Store, uitslag: Uitslag, changes_out: list[Change], code: str = "", hlc: str = ""
) -> sync_uit.Verwerkt:
    answers = [Antwoord(one.change_id, uitslag, code, hlc) for one in changes_out]
    return store.write_now(lambda w: sync_uit.acknowledge(w, answers, NOW))


def waiting(store: Store) -> list[Change]:
    with store.read() as r:
        return sync_uit.unsent(r)


def imported(store: Store, count: int) -> int:
    nr = store.write_now(lambda w: imports.begin_import(w, "f.csv", "", "tabel"))
    imports.add_all(store, nr, [ImportRow(a_melding(bron="tabel"), str(at)) for at in range(count)])
    return nr


def test_everything_made_goes_out_in_order_and_once(device: Store) -> None:
    uid = register(device, a_melding()).uid
    change(device, uid, {"ernst": "2"})
    register(device, a_melding(soort="AFVAL"))
    assert counted(device) == (3, 2)
    out = waiting(device)
    assert [one.field for one in out] == ["*", "ernst", "*"]
    with device.read() as r:
        assert sync_uit.unsent(r, 1) == out[:1]
        (first, _), *_ = sync_uit.unsent_since(r, 0)
        assert [one for _, one in sync_uit.unsent_since(r, first)] == out[1:]
    told = answer(device, Uitslag.GENOMEN, out[:1])
    assert told.genomen == (("melding", out[0].change_id),)
    assert counted(device) == (2, 2), "of the first melding an edit still waits"
    answer(device, Uitslag.GENOMEN, out[1:])
    assert counted(device) == (0, 0)
    assert answer(device, Uitslag.GENOMEN, out) == sync_uit.Verwerkt(), "an answer that comes twice does nothing"
    found = get(device, uid)
    assert found is not None and found.gesynchroniseerd_op is not None
    change(device, uid, {"ernst": "3"})
    assert counted(device) == (1, 1)


def test_answers_in_any_order_leave_nothing_behind(device: Store) -> None:
    for nr in range(6):
        register(device, a_melding(ernst=str(nr % 3)))
    out = waiting(device)
    for nr in (4, 1, 5):
        answer(device, Uitslag.GENOMEN, [out[nr]])
    assert [one.change_id for one in waiting(device)] == [out[nr].change_id for nr in (0, 2, 3)]
    for nr in (0, 2, 3):
        answer(device, Uitslag.GENOMEN, [out[nr]])
    assert counted(device) == (0, 0)


def test_an_import_goes_out_once_it_is_finished(device: Store) -> None:
    nr = imported(device, 1200)
    register(device, a_melding())
    assert counted(device) == (1, 1)
    while device.write_now(sync_uit.count_on):
        pass
    assert counted(device) == (1, 1)
    device.write_now(lambda w: imports.finish_import(w, nr, {"toegevoegd": 1200}))
    assert counted(device) == (1201, 1201)
    assert device.write_now(sync_uit.count_on) > 0
    assert counted(device) == (1201, 1201)
    answer(device, Uitslag.GENOMEN, waiting(device))
    assert counted(device) == (701, 701)
    Centrum().push(device)
    assert counted(device) == (0, 0)
    whole(device)


def test_undoing_an_import_that_was_not_sent_takes_its_changes_back(device: Store) -> None:
    nr = imported(device, 700)
    device.write_now(lambda w: imports.finish_import(w, nr, {"toegevoegd": 700}))
    while device.write_now(sync_uit.count_on):
        pass
    assert counted(device) == (700, 700)
    device.write_now(lambda w: importbeheer.undo_import(w, nr, ()))
    assert counted(device) == (0, 0)
    sweep(device, nr)
    register(device, a_melding())
    assert counted(device) == (1, 1)


def test_a_number_that_is_given_out_again_is_never_taken_for_sent(device: Store) -> None:
    for _ in range(3):
        register(device, a_melding())
    answer(device, Uitslag.GENOMEN, waiting(device))
    last = get(device, rows(device)["meldingen"][-1]["uid"])
    assert last is not None
    device.write_now(lambda w: w.db.conn.execute("DELETE FROM changes"))
    register(device, a_melding())
    with device.read() as r:
        assert len(sync_uit.unsent(r)) == 1
        assert sync_uit.count_unsent(r) == 1


def test_a_refused_edit_counts_for_no_value_and_stays_to_be_seen(device: Store) -> None:
    uid = register(device, a_melding(ernst="1")).uid
    answer(device, Uitslag.GENOMEN, waiting(device))
    change(device, uid, {"ernst": "2"})
    change(device, uid, {"ernst": "3"})
    first, second = waiting(device)
    told = answer(device, Uitslag.GEWEIGERD, [first], "correctie_nodig")
    assert told.geweigerd == (first.change_id,)
    assert told.meldingen == {uid}
    found = get(device, uid)
    assert found is not None and found.melding.ernst == "3"
    with device.read() as r:
        assert conflicten.count(r) == 0, "what was built on it stands on what it stood on"
        assert [(one.change.change_id, one.code) for one in sync_uit.list_rejected(r)] == [
            (first.change_id, "correctie_nodig")
        ]
        (created, kept) = changes.history(r, "melding", uid)
        assert kept.base_change_ids == (created.change_id,)
    answer(device, Uitslag.GEWEIGERD, [second], "correctie_nodig")
    found = get(device, uid)
    assert found is not None and found.melding.ernst == "1"
    assert counted(device) == (0, 0)
    assert device.write_now(lambda w: sync_uit.settle_rejected(w, first.change_id))
    assert not device.write_now(lambda w: sync_uit.settle_rejected(w, first.change_id))
    with device.read() as r:
        assert sync_uit.count_rejected(r) == 1
    whole(device)


def test_a_refused_record_stays_as_it_was_until_somebody_lets_go(device: Store) -> None:
    uid = register(device, a_melding(ernst="1", feiten="muziek")).uid
    change(device, uid, {"ernst": "2"})
    out = waiting(device)
    answer(device, Uitslag.GEWEIGERD, out, "geen_recht")
    found = get(device, uid)
    assert found is not None and found.melding.ernst == "2"
    assert counted(device) == (0, 1), "nothing goes out, and the centre does not have it"
    whole(device)
    for one in out:
        device.write_now(lambda w, one=one: sync_uit.settle_rejected(w, one.change_id))
    assert get(device, uid) is None
    with device.read() as r:
        assert sync_uit.list_rejected(r) == []
        assert "muziek" not in str(r.db.execute("SELECT value FROM changes").fetchall())
    whole(device)


def test_a_clock_the_centre_put_right_decides_which_value_is_shown(device: Store, tmp_path: Path) -> None:
    other = new_device(tmp_path / "b", HandClock(), 2)
    centrum = Centrum()
    uid = register(device, a_melding(ernst="1")).uid
    centrum.sync(device, other)
    change(other, uid, {"ernst": "2"})
    change(device, uid, {"ernst": "3"})
    (mine,) = waiting(device)
    answer(device, Uitslag.GENOMEN, [mine], hlc="0000000000001-0000-" + mine.device)
    centrum.log.append(replace(centrum.log[0], seq=2, change=replace(mine, hlc="0000000000001-0000-" + mine.device)))
    centrum.push(other)
    centrum.sync(device, other)
    for store in (device, other):
        found = get(store, uid)
        assert found is not None and found.melding.ernst == "2"
    other.close()


def test_after_a_restore_of_the_centre_everything_own_goes_out_again(device: Store, tmp_path: Path) -> None:
    other = new_device(tmp_path / "b", HandClock(), 2)
    centrum = Centrum()
    register(device, a_melding())
    register(other, a_melding(soort="AFVAL"))
    centrum.sync(device, other)
    assert counted(device) == (0, 0)
    assert device.write_now(sync_uit.resend_all) == 1
    assert counted(device) == (1, 1)
    assert waiting(device)[0].device == device.meta.device
    other.close()


def test_answers_are_told_in_the_audit_log_without_content(device: Store) -> None:
    register(device, Melding(a_melding().gebeurd_van, 5.0, 52.0, "HANG", feiten="geheim"))
    answer(device, Uitslag.GENOMEN, waiting(device))
    with device.read() as r:
        line = list(audit.lines(r))[-1]
    assert (line["actie"], line["reden_code"], line["reden_tekst"]) == ("SYNC", "VERZONDEN", "1")


def test_of_an_import_is_known_whether_the_centre_has_it(device: Store) -> None:
    nr = imported(device, 3)
    device.write_now(lambda w: imports.finish_import(w, nr, {"toegevoegd": 3}))
    with device.read() as r:
        assert not importbeheer.is_sent(r, nr)
    Centrum().push(device)
    with device.read() as r:
        assert importbeheer.is_sent(r, nr)
        assert not importbeheer.is_sent(r, nr + 1)
