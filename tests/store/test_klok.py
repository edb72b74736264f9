"""What the store remembers of the time, and what it does not wipe by a clock that cannot be right."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from boa_app.domain.klok import KlokStand
from boa_app.store import audit, backup, imports, klok
from boa_app.store.opening import open_store
from boa_app.store.session import Writer
from boa_app.store.store import Store
from tests.store.samples import PASSPHRASE, START, HandClock, a_melding, new_store, register

YEAR = timedelta(days=366)


@pytest.fixture
def folder(tmp_path: Path, clock: HandClock) -> Path:
    new_store(tmp_path / "o", clock).store.close()
    return tmp_path / "o"


def _stand(folder: Path, clock: HandClock) -> KlokStand:
    """Open, work a little and close, as a day of work does; gives what the clock looked like."""
    store = open_store(folder, PASSPHRASE, clock)
    register(store, a_melding())
    with store.read() as r:
        found = klok.oordeel(r, clock(), store.session_id)
    store.close()
    return found.stand


def _remembered(store: Store) -> datetime | None:
    with store.read() as r:
        return klok.laatste_gebruik(r, store.session_id)


def test_every_opening_with_a_good_clock_is_remembered(folder: Path, clock: HandClock) -> None:
    for days in (0, 30, 34, 35):
        clock.now += timedelta(days=days) - timedelta(seconds=1)
        assert _stand(folder, clock) is KlokStand.AANNEMELIJK
    assert clock.now - START > timedelta(days=98)


def test_a_wrong_clock_stays_wrong_until_a_person_says_otherwise(folder: Path, clock: HandClock) -> None:
    _stand(folder, clock)
    clock.now += YEAR
    # The lines of the first wrong day are no proof for the second.
    assert [_stand(folder, clock) for _ in range(3)] == [KlokStand.VOORUIT] * 3
    store = open_store(folder, PASSPHRASE, clock)
    store.write_now(klok.bevestig)
    assert _remembered(store) == clock.now
    with store.read() as r:
        line = list(audit.lines(r))[-1]
    assert (line["actie"], line["object_type"], line["reden_code"]) == ("WIJZIGEN", "klok", "KLOK_BEVESTIGD")
    store.close()
    assert _stand(folder, clock) is KlokStand.AANNEMELIJK
    clock.now -= YEAR
    assert _stand(folder, clock) is KlokStand.ACHTER


def test_a_clock_put_right_again_leaves_no_doubt(folder: Path, clock: HandClock) -> None:
    clock.now += YEAR
    assert _stand(folder, clock) is KlokStand.VOORUIT
    clock.now -= YEAR
    assert _stand(folder, clock) is KlokStand.AANNEMELIJK


def test_terms_run_from_the_right_day_after_a_wrong_one(folder: Path, clock: HandClock) -> None:
    clock.now += YEAR
    _stand(folder, clock)
    clock.now -= YEAR
    store = open_store(folder, PASSPHRASE, clock)
    assert abs(register(store, a_melding()).eerste_verwerking_op - START) < timedelta(minutes=1)
    # Set back while at work: not so old that it would go at once.
    clock.now -= 5 * YEAR
    assert abs(register(store, a_melding()).eerste_verwerking_op - START) < timedelta(minutes=1)
    store.close()


def test_an_older_store_is_judged_by_its_audit_log(folder: Path, clock: HandClock) -> None:
    def forget(w: Writer) -> None:
        w.db.execute("DELETE FROM instellingen")

    store = open_store(folder, PASSPHRASE, clock)
    register(store, a_melding())
    store.write_now(forget)
    store.close()
    clock.now += YEAR
    assert [_stand(folder, clock) for _ in range(2)] == [KlokStand.VOORUIT] * 2


def test_backups_and_paused_imports_stay_while_the_clock_is_in_doubt(folder: Path, clock: HandClock) -> None:
    store = open_store(folder, PASSPHRASE, clock)
    nr = store.write_now(lambda w: imports.begin_import(w, "a.csv", "", "tabel"))
    store.write_now(lambda w: imports.pause_import(w, nr, "{}", {}))
    store.close()
    (folder / backup.FOLDER_NAME).mkdir()
    copy = folder / backup.FOLDER_NAME / f"boa-v1-{START:%Y%m%dT%H%M%SZ}.db"
    copy.write_bytes(b"x")
    clock.now += YEAR
    store = open_store(folder, PASSPHRASE, clock)
    with store.read() as r:
        assert r.db.execute("SELECT status FROM imports").fetchall() == [("gepauzeerd",)]
    assert backup.list_backups(folder) == [copy]
    store.write_now(klok.bevestig)
    store.close()
    store = open_store(folder, PASSPHRASE, clock)
    with store.read() as r:
        assert r.db.execute("SELECT status FROM imports").fetchone()[0].startswith("afgebroken")
    assert backup.list_backups(folder) == []
    store.close()
