from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from boa_app.domain.audit import Actie
from boa_app.domain.errors import UserError
from boa_app.domain.ronde import Bevinding, Bezoek, Plek, Ronde
from boa_app.store import audit, changes, rondes
from boa_app.store.session import Writer
from boa_app.store.store import Store
from tests.store.samples import START

BANK = Plek("p1", "Bankje", 5.04, 52.02, elke_dagen=2)
VELD = Plek("p2", "Trapveld", 5.05, 52.03, jop="j1")
HOUR = timedelta(hours=1)


def _do(store: Store, act: Callable[[Writer], None]) -> None:
    def work(w: Writer) -> None:
        act(w)
        audit.append_line(w, Actie.WIJZIGEN, "ronde")

    store.write_now(work)


def _visit(uid: str, plek: str, hours: int, bevinding: Bevinding) -> Bezoek:
    return Bezoek(uid, "r1", plek, START + hours * HOUR, bevinding)


def _set_up(store: Store) -> Ronde:
    visits = (_visit("b1", "p1", 0, Bevinding.NIEMAND), _visit("b2", "p1", 1, Bevinding.OVERLAST))
    ronde = Ronde("r1", START, None, "boa1", visits)
    for plek in (VELD, BANK):
        _do(store, lambda w, plek=plek: rondes.insert_plek(w, plek))  # type: ignore[misc]
    _do(store, lambda w: rondes.insert_ronde(w, ronde))
    return ronde


def test_places_and_rounds_come_back(store: Store) -> None:
    ronde = _set_up(store)
    with store.read() as r:
        assert rondes.list_plekken(r) == [BANK, VELD]
        assert rondes.list_rondes(r, 5) == [ronde]
        assert rondes.open_ronde(r, "boa1") == ronde
        assert rondes.open_ronde(r, "ander") is None
        assert rondes.list_rondes(r, 0) == []


def test_a_round_ends_and_is_opened_again(store: Store) -> None:
    _set_up(store)
    _do(store, lambda w: rondes.end_ronde(w, "r1", START + HOUR))
    with store.read() as r:
        assert rondes.open_ronde(r, "boa1") is None
        assert rondes.list_rondes(r, 5)[0].einde == START + HOUR
        created, ended = changes.history(r, "ronde", "r1")
    assert (ended.field, ended.base_change_ids) == ("einde", (created.change_id,))
    _do(store, lambda w: rondes.reopen_ronde(w, "r1"))
    with store.read() as r:
        assert rondes.open_ronde(r, "boa1") is not None


def test_last_visits_count_what_was_visited_and_not_taken_back(store: Store) -> None:
    _set_up(store)
    _do(store, lambda w: rondes.insert_bezoek(w, _visit("b3", "p2", 2, Bevinding.NIETBEZOCHT)))
    with store.read() as r:
        assert rondes.last_visits(r) == {"p1": (START + HOUR, Bevinding.OVERLAST)}
        assert rondes.get_bezoek(r, "b3") == _visit("b3", "p2", 2, Bevinding.NIETBEZOCHT)
    _do(store, lambda w: rondes.remove_bezoek(w, "b2", "vergissing"))
    with store.read() as r:
        assert rondes.last_visits(r) == {"p1": (START, Bevinding.NIEMAND)}
        assert rondes.get_bezoek(r, "b2") is None
        assert [c.reason for c in changes.history(r, "bezoek", "b2")] == ["", "vergissing"]
    _do(store, lambda w: rondes.remove_ronde(w, "r1", "vergissing"))
    with store.read() as r:
        assert rondes.last_visits(r) == {}
        assert rondes.list_rondes(r, 5) == []


def test_what_is_not_there_cannot_be_changed(store: Store) -> None:
    for act, code in (
        (lambda w: rondes.end_ronde(w, "weg", START), "ronde_onbekend"),
        (lambda w: rondes.remove_bezoek(w, "weg", ""), "bezoek_onbekend"),
    ):
        with pytest.raises(UserError) as caught:
            _do(store, act)
        assert caught.value.code == code
