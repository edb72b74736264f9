"""Street choices in the file: the row and the log move together, and they travel to another device as they are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from boa_app.domain.errors import UserError
from boa_app.domain.melding import Status
from boa_app.domain.straatkeuze import Keuze, Straatkeuze
from boa_app.store import audit, changes, straatkeuzes
from boa_app.store.session import Writer
from boa_app.store.store import Store

PAD = Straatkeuze("k1", Keuze.VERPLICHT, "", "4711", ((5.04, 52.02), (5.041, 52.0205)), "achterpad")
LAAN = Straatkeuze("k2", Keuze.VERBODEN, "Zeemanlaan", "12", ((5.05, 52.02), (5.06, 52.03)))


def _write(store: Store, *work) -> None:
    def all_of_it(w: Writer) -> None:
        for step in work:
            step(w)
        audit.append_line(w, "VERZAMELEN", "straatkeuze", "k1")

    store.write_now(all_of_it)


def _put(one: Straatkeuze):
    return lambda w: straatkeuzes.insert_straatkeuze(w, one)


def test_choices_come_back_oldest_first_with_their_create_change(store: Store) -> None:
    _write(store, _put(LAAN), _put(PAD))
    with store.read() as r:
        assert straatkeuzes.list_straatkeuzes(r) == [PAD, LAAN]
        assert straatkeuzes.get_straatkeuze(r, "k2") == LAAN and straatkeuzes.get_straatkeuze(r, "k9") is None
        (change,) = changes.history(r, "straatkeuze", "k1")
        assert change.value == PAD.to_values() and change.schema_version == 2
        assert straatkeuzes.own_uids(r, store.meta.account) == {"k1", "k2"}
        assert straatkeuzes.own_uids(r, "ander") == frozenset()


def test_a_change_logs_only_what_differs(store: Store) -> None:
    moved = replace(PAD, keuze=Keuze.MAG, lijn=LAAN.lijn)
    _write(store, _put(PAD), lambda w: straatkeuzes.update_straatkeuze(w, moved, "nieuw"))
    _write(store, lambda w: straatkeuzes.update_straatkeuze(w, moved, "niets anders"))
    with store.read() as r:
        assert straatkeuzes.get_straatkeuze(r, "k1") == moved
        logged = changes.history(r, "straatkeuze", "k1")[1:]
        assert [(c.field, c.reason) for c in logged] == [("keuze", "nieuw"), ("lijn", "nieuw")]
        assert logged[0].base_change_ids == (changes.history(r, "straatkeuze", "k1")[0].change_id,)
    with pytest.raises(UserError, match="straatkeuze_onbekend"):
        _write(store, lambda w: straatkeuzes.update_straatkeuze(w, LAAN, ""))


def test_a_lapsed_one_stays_but_is_not_listed(store: Store) -> None:
    lapsed = replace(PAD, status=Status.VERVALLEN)
    _write(store, _put(PAD), lambda w: straatkeuzes.update_straatkeuze(w, lapsed, "voorbij"))
    with store.read() as r:
        assert straatkeuzes.list_straatkeuzes(r) == []
        assert straatkeuzes.get_straatkeuze(r, "k1") == lapsed
