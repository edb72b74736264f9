"""kill -9 anywhere: nothing acknowledged is lost, nothing half is seen, the store opens, the chain is whole.

A worker (kill_worker.py) does its work and tells what is on disk; it is killed at a random moment; then the store
is opened here and held against what was told. Thirty rounds always, hundreds with --long.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from boa_app.domain.moments import utc_now
from boa_app.store import imports, integrity, kolommen, meldingen
from boa_app.store.opening import DATABASE_NAME, open_store, store_exists
from boa_app.store.schema import SCHEMA, file_version
from boa_app.store.session import Reader
from tests.store.kill_worker import IMPORT_ROWS, LATER
from tests.store.samples import PASSPHRASE, HandClock, a_melding, new_store, register, swept

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = {"save": 10, "import": 10, "migrate": 7, "make": 3}
MANY = 100
# Longest time from the first line of the worker to the kill; the work itself lies well within it.
LONGEST_S = {"save": 0.6, "import": 1.0, "migrate": 0.15, "make": 0.08}


def _run_and_kill(folder: Path, what: str, seed: int) -> list[list[str]]:
    """The lines the worker told before it was killed at a moment drawn from the seed."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.store.kill_worker", str(folder), what, str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        timer = threading.Timer(random.Random(seed).uniform(0, LONGEST_S[what]), process.kill)
        timer.start()
        told = [first, *process.stdout]
        process.wait()
        timer.cancel()
        timer.join()
    return [line.split(" ") for line in "".join(told).split("\n")[:-1]]


def _check_told(r: Reader, told: list[list[str]]) -> None:
    for kind, *words in told:
        if kind == "melding":
            record = meldingen.get_melding(r, words[0])
            assert record is not None, "an acknowledged melding is lost"
            # The change after it may have reached the disk just before the kill, and then was not told.
            assert not words[1] or record.melding.ernst == words[1]
        elif kind == "import":
            assert r.db.execute("SELECT status FROM imports WHERE nr = ?", [words[0]]).fetchone() == ("klaar",)


def _check_imports(r: Reader) -> None:
    """A finished import is there whole, any other not at all."""
    for nr, status in r.db.execute("SELECT nr, status FROM imports").fetchall():
        count = r.db.execute("SELECT count(*) FROM meldingen WHERE import_nr = ?", [nr]).fetchone()[0]
        assert count == (IMPORT_ROWS if status == "klaar" else 0)
        assert status in ("klaar", "afgebroken")
    assert len(imports.known_keys(r, "tabel")) % IMPORT_ROWS == 0
    assert sum(map(len, kolommen.pieces(r, ""))) == meldingen.count(r)


def _round(folder: Path, what: str, seed: int, told: list[list[str]]) -> None:
    told += _run_and_kill(folder, what, seed)
    # One of the rounds may be killed before the first line; then there was nothing to hold it against.
    store = open_store(folder, PASSPHRASE, utc_now, schema=LATER if what == "migrate" else SCHEMA)
    try:
        swept(store)
        with store.read() as r:
            _check_told(r, told)
            _check_imports(r)
            assert integrity.check(r) == []
            assert file_version(r.db) == (LATER.version if what == "migrate" else SCHEMA.version)
    finally:
        store.close()


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    store = new_store(tmp_path / "o", HandClock()).store
    for _ in range(20):
        register(store, a_melding(feiten="x" * 1000))
    store.close()
    return tmp_path / "o"


def _repeat(folder: Path, what: str, rounds: int, first_seed: int) -> None:
    told: list[list[str]] = []
    for seed in range(first_seed, first_seed + rounds):
        _round(folder, what, seed, told)
    if what != "migrate":
        assert any(line[0] in ("melding", "import") for line in told), "the worker was always killed too early"


@pytest.mark.parametrize("what", ["save", "import"])
def test_killed_at_work(folder: Path, what: str) -> None:
    _repeat(folder, what, ROUNDS[what], 0)


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("what", ["save", "import"])
def test_killed_at_work_many_times(folder: Path, tmp_path: Path, what: str) -> None:
    """Ten rounds on each copy: a store that only grows would make the checks, not the kills, take the time."""
    for start in range(1000, 1000 + MANY, ROUNDS[what]):
        copy = tmp_path / f"kopie{start}"
        shutil.copytree(folder, copy)
        _repeat(copy, what, ROUNDS[what], start)
        shutil.rmtree(copy)


def _migrations(folder: Path, tmp_path: Path, rounds: int, first_seed: int) -> None:
    """Each round starts from the old file, so that each kill can fall into the migration."""
    for seed in range(first_seed, first_seed + rounds):
        copy = tmp_path / f"kopie{seed}"
        shutil.copytree(folder, copy)
        _round(copy, "migrate", seed, [])
        # The backup that was made before the step, if the kill let it: whole, and of the old version.
        for backup in (copy / "reservekopie").glob("*.db"):
            restored = tmp_path / f"terug{seed}"
            shutil.copytree(folder, restored)
            shutil.copy(backup, restored / DATABASE_NAME)
            store = open_store(restored, PASSPHRASE, utc_now)
            with store.read() as r:
                assert meldingen.count(r) >= 20
                assert integrity.check(r) == []
            store.close()
            shutil.rmtree(restored)
        shutil.rmtree(copy)


def test_killed_while_migrating(folder: Path, tmp_path: Path) -> None:
    _migrations(folder, tmp_path, ROUNDS["migrate"], 0)


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_killed_while_migrating_many_times(folder: Path, tmp_path: Path) -> None:
    _migrations(folder, tmp_path, MANY, 1000)


def _makings(tmp_path: Path, rounds: int, first_seed: int) -> None:
    for seed in range(first_seed, first_seed + rounds):
        fresh = tmp_path / f"nieuw{seed}"
        told = _run_and_kill(fresh, "make", seed)
        assert store_exists(fresh) or ["made"] not in told
        if not store_exists(fresh):
            new_store(fresh, HandClock()).store.close()
        _round(fresh, "save", seed, [])


def test_killed_while_making(tmp_path: Path) -> None:
    _makings(tmp_path, ROUNDS["make"], 0)


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_killed_while_making_many_times(tmp_path: Path) -> None:
    _makings(tmp_path, MANY, 1000)
