"""What the store tests share: a clock that is set by hand, a light key, a small melding, a registered melding."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from boa_app.domain.audit import Actie
from boa_app.domain.errors import EnvironmentProblem
from boa_app.domain.melding import Melding, MeldingRecord
from boa_app.store import audit, meldingen, zoekindex
from boa_app.store.opening import CreatedStore, create_store
from boa_app.store.session import StoreMeta, Writer
from boa_app.store.store import Store
from boa_app.vault.keyfile import KdfParams

LIGHT = KdfParams(memory_kib=64, time_cost=1, parallelism=1)
PASSPHRASE = "een lang wachtwoord"
DEVICE = "019a9f00-0000-7000-8000-000000000001"
META = StoreMeta("GM0353", "IJsselstein", False, "boa1", "teamleider", DEVICE)
START = datetime(2026, 11, 20, 20, 42, tzinfo=UTC)


class HandClock:
    """A clock that moves one millisecond per look, and further or back when a test says so."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now


class FailingClock(HandClock):
    """A clock that fails at one look, as a disk that is just then full would."""

    def __init__(self, fail_at: int) -> None:
        super().__init__()
        self.fail_at = fail_at
        self.looks = 0

    def __call__(self) -> datetime:
        self.looks += 1
        if self.looks == self.fail_at:
            raise EnvironmentProblem("schijf_vol")
        return super().__call__()


def new_store(folder: Path, clock: HandClock, **changes: Any) -> CreatedStore:
    return create_store(folder, PASSPHRASE, META, clock, LIGHT, **changes)


def a_melding(**values: Any) -> Melding:
    return Melding(**{"gebeurd_van": START, "lon": 5.043, "lat": 52.02, "soort": "HANG", **values})


def register(store: Store, melding: Melding, **options: Any) -> MeldingRecord:
    """Save a melding the way a use case does: row, log entry and audit line in one transaction."""

    def work(w: Writer) -> MeldingRecord:
        record = meldingen.insert_melding(w, w.new_id(), melding, **options)
        audit.append_line(w, Actie.VERZAMELEN, "melding", record.uid)
        return record

    return store.write_now(work)


def settle(store: Store) -> None:
    """Have everything indexed that was saved, as the writer does when it is idle."""
    while store.write_now(zoekindex.index_tail):
        pass


def change(store: Store, uid: str, values: dict[str, Any], **options: Any) -> MeldingRecord:
    """Change a melding the way a use case does."""

    def work(w: Writer) -> MeldingRecord:
        record = meldingen.update_melding(w, uid, values, **options)
        audit.append_line(w, Actie.WIJZIGEN, "melding", uid, velden=tuple(values))
        return record

    return store.write_now(work)


def swept(store: Store) -> None:
    """Wait until what was left of imports is gone: each batch is queued behind the one before it."""
    going_on = True
    while going_on:
        store.write(lambda _: None, background=True).result()
        with store.read() as r:
            found = r.db.execute("SELECT count(*) FROM imports WHERE status LIKE '%vegen'").fetchone()
        going_on = found != (0,)
