"""A disk that is full, or that may not be written: a clear code, nothing half, and all is well once there is room."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from boa_app.domain.errors import EnvironmentProblem
from boa_app.store import concepten, imports, integrity, meldingen
from boa_app.store.imports import ImportRow
from boa_app.store.opening import open_store, store_exists
from boa_app.store.schema import SCHEMA, Schema
from boa_app.store.store import Store
from boa_app.vault.sqlcipher import Database
from tests.store.mounts import mounted
from tests.store.samples import PASSPHRASE, HandClock, a_melding, new_store, register

ROOT = Path(__file__).resolve().parents[2]
_LIMITED = """
import resource, sys
from pathlib import Path
from boa_app.domain.errors import EnvironmentProblem
from boa_app.store import integrity, meldingen
from tests.store.samples import HandClock, a_melding, new_store, register
store = new_store(Path(sys.argv[1]) / "o", HandClock()).store
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, resource.RLIM_INFINITY))
saved = 0
try:
    for _ in range(1000):
        register(store, a_melding(feiten="x" * 4000))
        saved += 1
except EnvironmentProblem as problem:
    print(problem.code)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
register(store, a_melding())
with store.read() as r:
    assert meldingen.count(r) == saved + 1
    assert integrity.check(r) == []
store.close()
"""


def _assert_full(caught: pytest.ExceptionInfo[EnvironmentProblem]) -> None:
    assert caught.value.code == "schijf_vol"


def _fill(store: Store) -> int:
    """Save until it fails; gives how many were saved."""
    saved = 0
    with pytest.raises(EnvironmentProblem) as caught:
        for _ in range(10_000):
            register(store, a_melding(feiten="x" * 4000))
            saved += 1
    _assert_full(caught)
    return saved


def _assert_count(store: Store, expected: int) -> None:
    with store.read() as r:
        assert meldingen.count(r) == expected
        assert integrity.check(r) == []


def test_a_full_file_refuses_and_recovers(store: Store) -> None:
    """max_page_count makes SQLite report exactly what a full disk does, on every system."""
    pages = store.write_now(lambda w: int(w.db.execute("PRAGMA page_count").fetchone()[0]))
    store.write_now(lambda w: w.db.execute(f"PRAGMA max_page_count = {pages + 40}"))
    saved = _fill(store)
    with pytest.raises(EnvironmentProblem) as caught:
        store.write_now(lambda w: concepten.save_concept(w, "c", {"feiten": "x" * 100_000}))
    _assert_full(caught)
    _assert_count(store, saved)
    store.write_now(lambda w: w.db.execute("PRAGMA max_page_count = 1000000"))
    register(store, a_melding())
    _assert_count(store, saved + 1)


def test_a_full_disk_refuses_and_recovers(tmp_path: Path, clock: HandClock) -> None:
    with mounted(tmp_path / "klein", "-t", "tmpfs", "-o", "size=3m", "tmpfs") as disk:
        store = new_store(disk / "o", clock).store
        (disk / "ballast").write_bytes(b"x" * 1_000_000)
        saved = _fill(store)
        _assert_count(store, saved)
        (disk / "ballast").unlink()
        register(store, a_melding())
        _assert_count(store, saved + 1)
        store.close()
        store = open_store(disk / "o", PASSPHRASE, clock)
        _assert_count(store, saved + 1)
        store.close()


def test_an_import_that_does_not_fit_leaves_nothing_to_see(tmp_path: Path, clock: HandClock) -> None:
    with mounted(tmp_path / "klein", "-t", "tmpfs", "-o", "size=3m", "tmpfs") as disk:
        store = new_store(disk / "o", clock).store
        register(store, a_melding())
        nr = store.write_now(lambda w: imports.begin_import(w, "f", "", "tabel"))
        rows = (ImportRow(a_melding(bron="tabel", plaats=f"Straat {i}"), str(i)) for i in range(20_000))
        with pytest.raises(EnvironmentProblem) as caught:
            imports.add_all(store, nr, rows)
        _assert_full(caught)
        _assert_count(store, 1)
        store.close()


def test_no_room_to_make_or_to_migrate(tmp_path: Path, clock: HandClock) -> None:
    def grow(db: Database) -> None:
        db.execute("CREATE TABLE groot (a)")
        db.execute("INSERT INTO groot VALUES (zeroblob(3000000))")

    with mounted(tmp_path / "klein", "-t", "tmpfs", "-o", "size=3m", "tmpfs") as disk:
        store = new_store(disk / "o", clock).store
        register(store, a_melding())
        store.close()
        with pytest.raises(EnvironmentProblem) as caught:
            open_store(disk / "o", PASSPHRASE, clock, schema=Schema(*SCHEMA.steps, grow))
        _assert_full(caught)
        ballast = disk / "ballast"
        with pytest.raises(OSError), ballast.open("wb", buffering=0) as file:
            while True:
                file.write(b"x" * 4096)
        with pytest.raises(EnvironmentProblem) as caught:
            new_store(disk / "p", clock)
        _assert_full(caught)
        ballast.unlink()
        store = open_store(disk / "o", PASSPHRASE, clock)
        _assert_count(store, 1)
        store.close()
        new_store(disk / "p", clock).store.close()


def test_a_disk_that_is_full_while_a_store_is_made(tmp_path: Path, clock: HandClock) -> None:
    """However little room there is: no store, or one whose recovery code was handed over."""
    failed = 0
    with mounted(tmp_path / "klein", "-t", "tmpfs", "-o", "size=4k", "tmpfs") as disk:
        for size_kib in range(8, 1024, 12):
            subprocess.run(["mount", "-o", f"remount,size={size_kib}k", str(disk)], check=True)
            try:
                created = new_store(disk / "o", clock)
            except EnvironmentProblem as problem:
                assert problem.code == "schijf_vol"
                assert not store_exists(disk / "o")
                failed += 1
            else:
                break
        created.store.close()
        assert failed > 10
        open_store(disk / "o", created.herstelcode, clock).close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on file size per process")
def test_a_file_that_may_not_grow(tmp_path: Path) -> None:
    """The limit of the process gives a failed write instead of a full disk: another path through SQLite."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", _LIMITED, str(tmp_path)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT, env=environment)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() in ("schijf_vol", "opslag_fout")


def test_a_folder_that_may_not_be_written(tmp_path: Path, clock: HandClock) -> None:
    folder = tmp_path / "o"
    store = new_store(folder, clock).store
    register(store, a_melding())
    store.close()
    with mounted(tmp_path / "vast", "--bind", "-o", "ro", str(folder)) as fixed:
        if os.access(fixed / "boa.db", os.W_OK):
            subprocess.run(["mount", "-o", "remount,bind,ro", str(fixed)], check=True)
        for attempt in (lambda: open_store(fixed, PASSPHRASE, clock), lambda: new_store(fixed / "nieuw", clock)):
            with pytest.raises(EnvironmentProblem) as caught:
                attempt()
            assert caught.value.code == "map_alleen_lezen"
    store = open_store(folder, PASSPHRASE, clock)
    _assert_count(store, 1)
    store.close()
