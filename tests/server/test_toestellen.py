"""Devices on both back ends: bound once, revoked for good."""

from __future__ import annotations

import dataclasses
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from boa_app.domain.ids import uuid7
from boa_app.server import aanmelden, toestellen
from boa_app.server.audit import MACHINE
from boa_app.server.backend import Backend
from boa_app.server.db import Db
from boa_app.server.geweigerd import Geweigerd
from boa_app.server.postgres import PostgresBackend
from tests.server.identiteit import Centrum, Toestelhouder, maak_centrum


@pytest.fixture
def centrum(backend: Backend) -> Centrum:
    return maak_centrum(backend.db("GM0353"))


def test_devices_are_listed_last_heard_of_first(centrum: Centrum) -> None:
    account = centrum.account()
    first = centrum.toestel(account)
    centrum.klok.forward(minutes=1)
    second = centrum.toestel(account)
    assert [one.id for one in toestellen.lijst_toestellen(centrum.db)] == [second.device, first.device]
    centrum.klok.forward(minutes=1)
    first.token(centrum.dienst)
    newest = toestellen.lijst_toestellen(centrum.db)[0]
    assert (newest.id, newest.account_naam, newest.naam) == (first.device, account.naam, "Laptop 1")
    assert newest.laatste_contact > newest.aangemeld_op


def test_an_id_belongs_to_the_keys_that_brought_it(centrum: Centrum) -> None:
    one, two = centrum.account("Een"), centrum.account("Twee")
    holder = Toestelhouder(uuid7(centrum.klok()))
    asked = holder.aanmelding("code")
    assert toestellen.voeg_toe(centrum.db, one.id, asked, centrum.klok())
    assert toestellen.voeg_toe(centrum.db, one.id, asked, centrum.klok())
    assert not toestellen.voeg_toe(centrum.db, two.id, asked, centrum.klok())
    other = dataclasses.replace(asked, teken_sleutel="11" * 32)
    assert not toestellen.voeg_toe(centrum.db, one.id, other, centrum.klok())


def test_revoking_is_done_once_with_a_reason(centrum: Centrum) -> None:
    holder = centrum.toestel()
    with pytest.raises(Geweigerd, match="reden_ontbreekt"):
        toestellen.trek_in(centrum.db, holder.device, " ", MACHINE, centrum.klok())
    gone = toestellen.trek_in(centrum.db, holder.device, "verloren", MACHINE, centrum.klok())
    centrum.klok.forward(minutes=1)
    assert toestellen.trek_in(centrum.db, holder.device, "opnieuw", MACHINE, centrum.klok()) == gone
    assert gone.reden == "verloren"
    assert sum(line["velden"] == "ingetrokken" for line in centrum.regels()) == 1
    for wrong in ("", "x", "\x00", uuid7(centrum.klok())):
        with pytest.raises(Geweigerd, match="toestel_onbekend"):
            toestellen.trek_in(centrum.db, wrong, "weg", MACHINE, centrum.klok())


def test_all_devices_of_one_account_and_no_other(centrum: Centrum) -> None:
    mine, other = centrum.account("Een"), centrum.account("Twee")
    gone = {centrum.toestel(mine).device, centrum.toestel(mine).device}
    kept = centrum.toestel(other)
    toestellen.trek_alle_in(centrum.db, mine.id, "uit dienst", MACHINE, centrum.klok())
    assert {one.id for one in toestellen.lijst_toestellen(centrum.db) if one.ingetrokken_op} == gone
    assert kept.token(centrum.dienst)


@pytest.mark.postgres
def test_ending_an_account_and_its_devices_asking_for_tokens_never_wait_for_each_other(
    postgres_backend: PostgresBackend,
) -> None:
    """The log is held by the first device that was revoked while the second one is signing in."""
    centrum = maak_centrum(postgres_backend.db("GM0353"))
    account = centrum.account()
    first, second = centrum.toestel(account), centrum.toestel(account)
    with ThreadPoolExecutor(1) as threads:
        with centrum.db.transaction():
            toestellen.trek_in(centrum.db, first.device, "uit dienst", MACHINE, centrum.klok())
            asking = threads.submit(second.token, centrum.dienst)
            _until_one_waits(centrum.db)
            gone = toestellen.trek_in(centrum.db, second.device, "uit dienst", MACHINE, centrum.klok())
        token = asking.result(30)
    assert gone.ingetrokken_op
    with pytest.raises(Geweigerd, match="toestel_ingetrokken"):
        aanmelden.wie(centrum.dienst, f"Bearer {token.token}")


def _until_one_waits(db: Db) -> None:
    end, pause = time.monotonic() + 15, threading.Event()
    while not db.execute("SELECT 1 FROM pg_locks WHERE NOT granted"):
        assert time.monotonic() < end
        pause.wait(0.01)
