from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from boa_app.store import sync_stand
from boa_app.store.store import Store
from boa_app.store.sync_stand import Toestel, Toestelstand
from tests.store.enrolled import Sleutels, a_stand
from tests.store.samples import DEVICE

TOESTEL = Toestel("https://centrale.example", "c1", DEVICE, "aa", "bb", "PEM", "laptop 3", "2026-11-20T20:42:00.000Z")


def found(store: Store) -> Toestelstand | None:
    with store.read() as r:
        return sync_stand.find_toestel(r)


def test_a_store_without_a_centre_says_so(store: Store) -> None:
    assert found(store) is None
    with store.read() as r:
        assert not sync_stand.is_enrolled(r)
        assert sync_stand.begin_nr(r) is None
        assert sync_stand.begin_epoch(r) is None
        assert sync_stand.begin_tot_seq(r) == 0
        assert sync_stand.get(r, "niets", 7) == 7


def test_keys_do_not_show_themselves() -> None:
    toestel = replace(TOESTEL, teken_sleutel="geheim1", uitwissel_sleutel="geheim2")
    shown = repr(Toestelstand(toestel, None, 1, 1, None, False))
    assert "geheim" not in shown


def test_what_enrolment_gave_is_kept_and_a_new_centre_begins_anew(store: Store) -> None:
    store.write_now(lambda w: sync_stand.keep_toestel(w, TOESTEL))
    assert found(store) == Toestelstand(TOESTEL, None, None, 0, None, False)
    stand = a_stand(Sleutels(), buurten=("BU1", "BU2"))
    store.write_now(lambda w: sync_stand.keep_stand(w, stand))
    store.write_now(lambda w: sync_stand.keep_cursor(w, 41, 3))
    store.write_now(sync_stand.revoke)
    moment = datetime(2026, 11, 20, 20, 42, tzinfo=UTC)
    assert found(store) == Toestelstand(TOESTEL, stand, 41, 3, moment, True)
    store.write_now(lambda w: sync_stand.keep_cursor(w, 42))
    now = found(store)
    assert now is not None and (now.cursor, now.epoch) == (42, 3)
    other = replace(TOESTEL, server="https://elders.example", centrale="c2")
    store.write_now(lambda w: sync_stand.keep_toestel(w, other))
    assert found(store) == Toestelstand(other, None, None, 0, None, False)


def test_every_first_state_has_a_higher_number(store: Store) -> None:
    assert [store.write_now(lambda w: sync_stand.open_begin(w, 4)) for _ in range(2)] == [1, 2]
    with store.read() as r:
        assert (sync_stand.begin_nr(r), sync_stand.begin_epoch(r)) == (2, 4)
    store.write_now(sync_stand.close_begin)
    with store.read() as r:
        assert sync_stand.begin_nr(r) is None
    assert store.write_now(lambda w: sync_stand.open_begin(w, 4)) == 3
