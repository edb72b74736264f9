"""What is remembered of looppakketten, and findings in the log."""

from __future__ import annotations

from boa_app.domain.audit import Actie
from boa_app.domain.ids import uuid7
from boa_app.domain.jop import Jop, JopStatus
from boa_app.store import audit, jops, looppakketten, sync_uit
from boa_app.store.changes import history
from boa_app.store.session import Writer
from boa_app.store.store import Store
from boa_app.sync.protocol import Change
from tests.store.samples import DEVICE, START, HandClock


def kept(until: float) -> dict[str, object]:
    return {"schouw": "s", "geldig_tot_s": until, "bewaar_tot_s": until}


def test_keys_are_forgotten_after_their_term_and_not_before(store: Store) -> None:
    for nr, until in (("a", 100.0), ("b", 200.0)):
        store.write_now(lambda w, nr=nr, until=until: looppakketten.keep_issued(w, nr, kept(until)))
    assert store.write_now(lambda w: looppakketten.forget_issued(w, 100.0)) == 0
    assert store.write_now(lambda w: looppakketten.forget_issued(w, 150.0)) == 1
    with store.read() as r:
        assert list(looppakketten.list_issued(r)) == ["b"]
        assert looppakketten.find_issued(r, "a") is None
        assert looppakketten.find_issued(r, "b") == kept(200.0)


def test_the_scope_of_the_log_is_the_schouw_and_the_jops(store: Store) -> None:
    def work(w: Writer) -> None:
        jops.insert_jop(w, Jop(uuid7(w.now), "J", "JOP", JopStatus.ACTIEF, 5.0, 52.0, "UNIT"))
        audit.append_line(w, Actie.VERZAMELEN, "jop", "")

    store.write_now(work)
    with store.read() as r:
        assert looppakketten.find_schouw_maker(r, "weg") is None
        assert [change.entity for change in looppakketten.list_scope(r, "weg")] == ["jop"]


def test_findings_are_unsent_changes_of_who_works_here_once(store: Store, clock: HandClock) -> None:
    hlc = f"{int(START.timestamp() * 1000):013d}-0000-pak"
    finding = Change("c1", "pak", "iemand", "bevinding", "b", "*", {"schouw": "s"}, (), hlc)
    taken, _ = store.write_now(lambda w: looppakketten.take_findings(w, "nr", [finding]))
    assert taken == 1
    assert store.write_now(lambda w: looppakketten.take_findings(w, "nr", [finding]))[0] == 0
    with store.read() as r:
        (row,) = history(r, "bevinding", "b")
        assert (row.user, row.device, row.hlc) == ("boa1", DEVICE, hlc)
        assert sync_uit.unsent(r) == [row]
