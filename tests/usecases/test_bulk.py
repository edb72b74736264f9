"""Acts on many: rights per record, one undo for all, short batches, and what stays as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.domain.melding import Status
from boa_app.domain.roles import Rol
from boa_app.store import audit, changes, integrity, meldingen
from boa_app.usecases.bulk import BATCH, MAX_RECORDS, BulkDone, laat_alle_vervallen, maak_een_incident, zet_ernst
from boa_app.usecases.meldingen import laat_vervallen, maak_ongedaan, register_melding, wijzig_melding
from boa_app.usecases.overzicht import Filter, load_overzicht, refresh, select
from boa_app.usecases.session import Session
from tests.samples import SetClock, a_melding, as_role


def _make(session: Session, clock: SetClock, count: int) -> list[int]:
    for _ in range(count):
        clock.forward(seconds=1)
        register_melding(session, a_melding(clock))
    return list(range(1, count + 1))


def _field(session: Session, name: str) -> list[object]:
    with session.store.read() as reader:
        return [getattr(one.melding, name) for one in meldingen.get_by_nr(reader, range(1, 400))]


def _uid(session: Session, nr: int) -> str:
    with session.store.read() as reader:
        return meldingen.get_by_nr(reader, [nr])[0].uid


def _undo(session: Session, done: object) -> BulkDone:
    assert isinstance(done, BulkDone) and done.undo is not None
    back = maak_ongedaan(session, done.undo)
    assert isinstance(back, BulkDone)
    return back


def test_all_lapse_with_the_reason_and_come_back_together(session: Session, clock: SetClock) -> None:
    nrs = _make(session, clock, BATCH * 2 + 7)
    told: list[tuple[int, int]] = []
    done = laat_alle_vervallen(session, nrs, " dubbel ", progress=lambda at, of: told.append((at, of)))
    assert done.verslag.gedaan == len(nrs) == len(done.changes.meldingen) and done.verslag.geweigerd == {}
    assert told == [(50, 107), (100, 107), (107, 107)]
    assert set(_field(session, "status")) == {Status.VERVALLEN}
    with session.store.read() as reader:
        log = changes.history(reader, "melding", _uid(session, 1))
        lines = [line for line in audit.lines(reader) if line["reden_code"] == "bulk"]
        assert integrity.check(reader) == [] and audit.check_chain(reader) is None
    assert (
        log[-1].reason == "dubbel" and len(lines) == len(nrs) and {line["reden_tekst"] for line in lines} == {"dubbel"}
    )
    assert _undo(session, done).verslag.gedaan == len(nrs)
    assert set(_field(session, "status")) == {Status.ACTIEF}


def test_taking_back_can_be_taken_back(session: Session, clock: SetClock) -> None:
    done = laat_alle_vervallen(session, _make(session, clock, 3), "dubbel")
    _undo(session, _undo(session, done))
    assert set(_field(session, "status")) == {Status.VERVALLEN}


def test_what_one_may_not_is_left_counted_named_and_logged_once(session: Session, clock: SetClock) -> None:
    nrs = _make(session, clock, 2)
    other = as_role(session, Rol.BOA)
    clock.forward(seconds=1)
    register_melding(other, a_melding(clock))
    done = laat_alle_vervallen(other, [*nrs, 3], "dubbel")
    assert (done.verslag.gedaan, done.verslag.geweigerd) == (1, {"geen_recht": 2})
    assert done.verslag.gebleven == (1, 2)
    assert _field(session, "status") == [Status.ACTIEF, Status.ACTIEF, Status.VERVALLEN]
    with session.store.read() as reader:
        refusals = [line for line in audit.lines(reader) if line["resultaat"] == "GEWEIGERD"]
    assert [line["reden_tekst"] for line in refusals] == ["bulk aantal=2"]


def test_what_is_so_already_is_neither_done_nor_refused(session: Session, clock: SetClock) -> None:
    nrs = _make(session, clock, 3)
    laat_vervallen(session, _uid(session, 2), "eerder")
    done = laat_alle_vervallen(session, nrs, "dubbel")
    assert (done.verslag.gedaan, done.verslag.geweigerd) == (2, {})
    _undo(session, done)
    assert _field(session, "status") == [Status.ACTIEF, Status.VERVALLEN, Status.ACTIEF]


def test_one_event_is_called_after_the_earliest(session: Session, clock: SetClock) -> None:
    _make(session, clock, 4)
    first = _uid(session, 1)
    done = maak_een_incident(session, [3, 1, 2])
    assert _field(session, "incident") == ["", first, first, ""] and done.verslag.gedaan == 2
    # One more joins the event that is there.
    maak_een_incident(session, [4, 2])
    assert _field(session, "incident") == ["", first, first, first]
    assert _undo(session, done).verslag.gedaan == 2
    assert _field(session, "incident") == ["", "", "", first]


def test_ernst_of_all_but_lapsed_ones(session: Session, clock: SetClock) -> None:
    nrs = _make(session, clock, 3)
    laat_vervallen(session, _uid(session, 2), "dubbel")
    done = zet_ernst(session, nrs, "3")
    assert _field(session, "ernst") == ["3", "", "3"] and done.verslag.geweigerd == {"melding_vervallen": 1}
    with pytest.raises(UserError, match="code_onbekend"):
        zet_ernst(session, nrs, "9")


def test_what_somebody_changed_since_stays_and_is_told(session: Session, clock: SetClock) -> None:
    done = zet_ernst(session, _make(session, clock, 3), "3")
    wijzig_melding(session, _uid(session, 2), {"ernst": "4"})
    back = _undo(session, done)
    assert _field(session, "ernst") == ["", "4", ""]
    assert (back.verslag.gedaan, back.verslag.geweigerd) == (2, {"ongedaan_te_laat": 1})


def test_stopped_between_batches_what_is_done_is_done(session: Session, clock: SetClock) -> None:
    nrs = _make(session, clock, BATCH + 5)
    seen: list[int] = []
    done = laat_alle_vervallen(
        session, nrs, "dubbel", progress=lambda at, _of: seen.append(at), cancelled=lambda: bool(seen)
    )
    assert done.verslag.gestopt and done.verslag.gedaan == BATCH
    assert _undo(session, done).verslag.gedaan == BATCH and set(_field(session, "status")) == {Status.ACTIEF}


def test_refusals_before_anything_is_done(session: Session, clock: SetClock) -> None:
    nrs = _make(session, clock, 1)
    for act, code in (
        (lambda: laat_alle_vervallen(session, nrs, "  "), "reden_nodig"),
        (lambda: laat_alle_vervallen(session, [], "dubbel"), "bulk_leeg"),
        (lambda: laat_alle_vervallen(session, range(MAX_RECORDS + 1), "dubbel"), "bulk_te_veel"),
        (lambda: maak_een_incident(session, nrs), "bulk_een_incident_te_weinig"),
        (lambda: maak_een_incident(session, [1, 1]), "bulk_een_incident_te_weinig"),
    ):
        with pytest.raises(UserError, match=code):
            act()
    assert _field(session, "status") == [Status.ACTIEF]


def test_a_save_goes_before_the_next_batch(session: Session, clock: SetClock) -> None:
    nrs = _make(session, clock, BATCH * 2)
    saved: list[int] = []

    def save_meanwhile(at: int, _of: int) -> None:
        if at == BATCH:
            register_melding(session, a_melding(clock))
            saved.append(len(_field(session, "status")))

    assert laat_alle_vervallen(session, nrs, "dubbel", progress=save_meanwhile).verslag.gedaan == BATCH * 2
    assert saved == [BATCH * 2 + 1]


def test_joining_two_events_takes_all_of_both_along(session: Session, clock: SetClock) -> None:
    _make(session, clock, 6)
    maak_een_incident(session, [1, 2, 5])
    maak_een_incident(session, [3, 4, 6])
    overzicht = load_overzicht(session)
    done = maak_een_incident(session, [2, 4])
    first = _uid(session, 1)
    assert _field(session, "incident") == ["", *[first] * 5] and done.verslag.gedaan == 3
    refresh(overzicht, session, done.changes)
    assert select(overzicht, Filter(), session.now()).aantal_incidenten == 1
    back = _undo(session, done)
    third = _uid(session, 3)
    assert _field(session, "incident") == ["", first, "", third, first, third]
    refresh(overzicht, session, back.changes)
    assert select(overzicht, Filter(), session.now()).aantal_incidenten == 2


def test_one_event_heals_what_was_joined_by_hand(session: Session, clock: SetClock) -> None:
    _make(session, clock, 4)
    a, b, c, _ = (_uid(session, nr) for nr in range(1, 5))
    overzicht = load_overzicht(session)
    for uid, incident in ((c, a), (a, b)):
        refresh(overzicht, session, wijzig_melding(session, uid, {"incident": incident}).changes)
    for read in (overzicht, load_overzicht(session)):
        assert select(read, Filter(), session.now()).aantal_incidenten == 2, "a chain is one event"
    maak_een_incident(session, [3, 4])
    # The earliest of those chosen is c, whose event is called after b.
    assert _field(session, "incident") == [b, "", b, b]


class FullDisk:
    """A store whose disk is full from the second batch on; the first is really written."""

    def __init__(self, session: Session) -> None:
        self._write, self.batches = session.store.write, 0

    def __call__(self, *args: object, **options: object) -> object:
        self.batches += 1
        if self.batches > 1:
            raise EnvironmentProblem("schijf_vol")
        return self._write(*args, **options)  # type: ignore[arg-type]


def test_what_was_done_before_the_disk_was_full_can_be_taken_back(
    session: Session, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    nrs = _make(session, clock, BATCH + 5)
    with monkeypatch.context() as patch:
        patch.setattr(session.store, "write", FullDisk(session))
        done = laat_alle_vervallen(session, nrs, "dubbel")
    assert done.verslag.gedaan == BATCH and done.verslag.fout is not None and done.verslag.fout.code == "schijf_vol"
    assert _field(session, "status").count(Status.VERVALLEN) == BATCH
    assert _undo(session, done).verslag.gedaan == BATCH and set(_field(session, "status")) == {Status.ACTIEF}


def test_what_is_gone_is_told(session: Session, clock: SetClock) -> None:
    done = zet_ernst(session, [*_make(session, clock, 2), 99], "3")
    assert (done.verslag.gedaan, done.verslag.geweigerd) == (2, {"melding_onbekend": 1})
    assert done.undo is not None
    strange = replace(done.undo.delen[0], uid="0192f8a0-0000-7000-8000-000000000000")
    back = maak_ongedaan(session, replace(done.undo, delen=(done.undo.delen[1], strange)))
    assert isinstance(back, BulkDone)
    assert (back.verslag.gedaan, back.verslag.geweigerd) == (1, {"melding_onbekend": 1})


def test_what_came_in_meanwhile_decides(session: Session, clock: SetClock) -> None:
    nrs = _make(session, clock, BATCH + 1)
    last = _uid(session, BATCH + 1)

    def lapse_the_last(at: int, _of: int) -> None:
        if at == BATCH:
            laat_vervallen(session, last, "eerder")

    done = zet_ernst(session, nrs, "3", progress=lapse_the_last)
    assert (done.verslag.gedaan, done.verslag.geweigerd) == (BATCH, {"melding_vervallen": 1})
