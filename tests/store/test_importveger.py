"""Removing what an import left: nothing of it stays, and nothing else goes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from boa_app.store import audit, imports, importveger, integrity, meldingen
from boa_app.store.imports import ImportRow
from boa_app.store.opening import open_store
from boa_app.store.session import Reader, Writer
from boa_app.store.store import Store
from tests.store.samples import PASSPHRASE, START, HandClock, a_melding, new_store, register, swept

TABLES = ("meldingen", "meldingen_rtree", "meldingen_tekst", "changes")


def rows(number: int, start: int = 0) -> Iterator[ImportRow]:
    for i in range(start, start + number):
        melding = a_melding(
            gebeurd_van=START - timedelta(minutes=i), lon=5 + i % 97 / 1000, lat=52 + i % 89 / 1000,
            plaats=f"Straat {i % 7}", bron="tabel", bron_categorie="label",
        )  # fmt: skip
        yield ImportRow(melding, f"sleutel-{i}")


def begin(store: Store, order: str = "") -> int:
    return store.write_now(lambda w: imports.begin_import(w, "bestand.csv", "ab" * 32, "tabel", order))


def finished(store: Store, number: int, start: int = 0) -> int:
    nr = begin(store)
    added = imports.add_all(store, nr, rows(number, start))
    store.write_now(lambda w: imports.finish_import(w, nr, {"gelezen": added, "toegevoegd": added}))
    return nr


def statuses(r: Reader) -> list[str]:
    return [row[0] for row in r.db.execute("SELECT status FROM imports ORDER BY nr")]


def test_a_cancelled_import_is_swept_and_the_rest_stays(store: Store) -> None:
    finished(store, 300)
    running = begin(store)
    imports.add_all(store, running, rows(300, 300))
    own = register(store, a_melding())

    def cancelled() -> Iterator[ImportRow]:
        yield from rows(9000, 600)
        raise KeyboardInterrupt

    cut = begin(store)
    with pytest.raises(KeyboardInterrupt):
        imports.add_all(store, cut, cancelled())
    assert store.write_now(lambda w: importveger.mark_broken(w, cut)) == 1
    with store.read() as r:
        assert meldingen.count(r) == 301
    assert importveger.sweep(store, cut) > 0
    assert importveger.sweep(store, cut) == 0
    with store.read() as r:
        assert (meldingen.count(r), statuses(r)) == (301, ["klaar", "bezig", "afgebroken"])
        assert meldingen.get_melding(r, own.uid) is not None
        assert integrity.check(r) == []
        assert list(audit.lines(r))[-1]["reden_code"] == "IMPORT_AFGEBROKEN"
    store.write_now(lambda w: imports.finish_import(w, running, {}))
    with store.read() as r:
        assert meldingen.count(r) == 601


def test_a_killed_import_is_swept_behind_the_opening(tmp_path: Path, clock: HandClock) -> None:
    store = new_store(tmp_path / "o", clock).store
    nr = begin(store, "{}")
    imports.add_all(store, nr, rows(2500))
    store.close()
    store = open_store(tmp_path / "o", PASSPHRASE, clock)
    with store.read() as r:
        assert meldingen.count(r) == 0
    swept(store)
    with store.read() as r:
        assert [r.db.execute(f"SELECT count(*) FROM {table}").fetchone() for table in TABLES] == [(0,)] * 4
        assert r.db.execute("SELECT status, opdracht FROM imports").fetchall() == [("afgebroken", "{}")]
        assert integrity.check(r) == []
    store.close()


def test_sweeping_goes_on_after_a_restart(tmp_path: Path, clock: HandClock) -> None:
    store = new_store(tmp_path / "o", clock).store
    nr = begin(store)
    imports.add_all(store, nr, rows(6000))
    store.write_now(lambda w: importveger.mark_broken(w, nr))
    importveger.sweep_behind(store)
    store.close()
    store = open_store(tmp_path / "o", PASSPHRASE, clock)
    swept(store)
    with store.read() as r:
        assert [r.db.execute(f"SELECT count(*) FROM {table}").fetchone() for table in TABLES] == [(0,)] * 4
        assert integrity.check(r) == []
    store.close()


def test_a_finished_import_is_never_swept(store: Store) -> None:
    nr = finished(store, 20)
    # As after an interrupt while the last step was on its way: whoever stops it takes it for unfinished.
    assert store.write_now(lambda w: importveger.mark_broken(w, nr)) == 0
    assert importveger.sweep(store, nr) == 0
    with store.read() as r:
        assert (statuses(r), meldingen.count(r), integrity.check(r)) == (["klaar"], 20, [])


def test_a_paused_import_waits_a_week(store: Store, clock: HandClock) -> None:
    nr = begin(store)
    imports.add_all(store, nr, rows(10))
    store.write_now(lambda w: imports.pause_import(w, nr, "{}", {"gelezen": 10}))
    clock.now += timedelta(days=6, hours=23)
    assert store.write_now(importveger.mark_broken) == 0
    with store.read() as r:
        assert (statuses(r), integrity.check(r)) == (["gepauzeerd"], [])
    clock.now += timedelta(hours=2)
    assert store.write_now(importveger.mark_broken) == 1
    importveger.sweep_behind(store)
    swept(store)
    with store.read() as r:
        assert statuses(r) == ["afgebroken"]


def test_a_batch_ends_when_a_save_waits(store: Store) -> None:
    nr = begin(store)
    imports.add_all(store, nr, rows(500))
    store.write_now(lambda w: importveger.mark_broken(w, nr))
    work, done = importveger._Sweep(store, nr), []

    def step(w: Writer) -> None:
        w.is_awaited = lambda: True
        done.append(work.step(w))

    store.write_now(step)
    assert (done, work.removed) == ([True], importveger._STEP_ROWS)
