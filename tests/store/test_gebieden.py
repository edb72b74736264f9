"""Areas in the file: the row and the log move together, and the edge is one value."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from boa_app.domain.errors import UserError
from boa_app.domain.gebied import Gebied, GebiedSoort
from boa_app.domain.melding import Status
from boa_app.store import audit, changes, gebieden
from boa_app.store.session import Writer
from boa_app.store.store import Store

RING = ((5.03, 52.01), (5.04, 52.01), (5.04, 52.02), (5.03, 52.01))
OTHER = ((5.05, 52.01), (5.06, 52.01), (5.06, 52.02), (5.05, 52.01))
CAMERA = Gebied("g2", "plein", GebiedSoort.CAMERA, (RING,), "2026-12", date(2026, 1, 1), None)
WERK = Gebied("g1", "Noord", GebiedSoort.WERKGEBIED, (RING, OTHER))


def _write(store: Store, *work) -> None:
    def all_of_it(w: Writer) -> None:
        for step in work:
            step(w)
        audit.append_line(w, "VERZAMELEN", "gebied", "g1")

    store.write_now(all_of_it)


def test_areas_come_back_by_name_with_their_create_change(store: Store) -> None:
    _write(store, lambda w: gebieden.insert_gebied(w, CAMERA), lambda w: gebieden.insert_gebied(w, WERK))
    with store.read() as r:
        assert gebieden.list_gebieden(r) == [WERK, CAMERA]
        assert gebieden.get_gebied(r, "g2") == CAMERA and gebieden.get_gebied(r, "g9") is None
        (change,) = changes.history(r, "gebied", "g1")
        assert change.value == WERK.to_values()
        assert gebieden.active_rings(r) == {"g1": (RING, OTHER), "g2": (RING,)}


def test_a_change_logs_only_what_differs_and_the_edge_as_one_value(store: Store) -> None:
    moved = replace(CAMERA, ringen=(OTHER,), naam="Plein")
    _write(
        store, lambda w: gebieden.insert_gebied(w, CAMERA), lambda w: gebieden.update_gebied(w, moved, "nieuw besluit")
    )
    with store.read() as r:
        assert gebieden.get_gebied(r, "g2") == moved
        logged = changes.history(r, "gebied", "g2")[1:]
        assert [(c.field, c.reason) for c in logged] == [("naam", "nieuw besluit"), ("ringen", "nieuw besluit")]
        assert logged[1].value == [[list(spot) for spot in OTHER]]
        assert logged[1].base_change_ids == (changes.history(r, "gebied", "g2")[0].change_id,)


def test_nothing_changes_when_all_is_equal_and_unknown_ones_are_refused(store: Store) -> None:
    _write(store, lambda w: gebieden.insert_gebied(w, CAMERA), lambda w: gebieden.update_gebied(w, CAMERA, ""))
    with store.read() as r:
        assert len(changes.history(r, "gebied", "g2")) == 1
    with pytest.raises(UserError, match="gebied_onbekend"):
        _write(store, lambda w: gebieden.update_gebied(w, WERK, ""))


def test_a_lapsed_one_stays_but_is_not_listed(store: Store) -> None:
    lapsed = replace(CAMERA, status=Status.VERVALLEN)
    _write(store, lambda w: gebieden.insert_gebied(w, CAMERA), lambda w: gebieden.update_gebied(w, lapsed, "voorbij"))
    with store.read() as r:
        assert gebieden.list_gebieden(r) == [] and gebieden.active_rings(r) == {}
        assert gebieden.get_gebied(r, "g2") == lapsed
