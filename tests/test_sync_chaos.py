"""Five devices and a centre on PostgreSQL, each a process; a line that cuts, stalls and truncates; kill -9 of both
sides at random. Afterwards nothing that was saved is missing, nothing is there twice, and all numbers are equal.

One minute; ten with --long.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from boa_app.domain.moments import utc_now
from boa_app.server.postgres_schema import SCHEMA
from boa_app.sync.transport import Transport
from boa_app.usecases.aanmelden import meld_aan
from boa_app.usecases.opening import make_store
from tests.samples import LIGHT_KDF, PASSPHRASE, load_lijsten
from tests.stoorlijn import Stoorlijn

pytestmark = pytest.mark.postgres
DEVICES, SECONDS, LONG_SECONDS = 5, 60, 600
ROOT = Path(__file__).resolve().parents[1]
NAMES = [f"Toestel {number}" for number in range(DEVICES)]


@dataclass
class Proces:
    """A device that works and can be killed. saved: the uids it told were on disk; told: what its rounds ended with."""

    arguments: list[str]
    saved: set[str] = field(default_factory=set)
    told: list[str] = field(default_factory=list)
    kills: int = 0

    def start(self) -> None:
        self.process = _python("tests.stoortoestel", *self.arguments, "werk", stderr=subprocess.DEVNULL)
        self._reader = threading.Thread(target=self._read, args=(self.process,), daemon=True)
        self._reader.start()

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(30)
        self._reader.join(30)
        assert self.process.stdout is not None
        self.process.stdout.close()
        self.kills += 1

    def _read(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            kind, _, what = line.strip().partition(" ")
            if kind == "M" and line.endswith("\n"):
                self.saved.add(what)
            else:
                self.told.append(line.strip())


@dataclass
class Dienst:
    """The centre as a process on one database."""

    dsn: str
    folder: Path
    line: Stoorlijn

    def command(self, *arguments: str) -> dict[str, str]:
        done = subprocess.run(
            self._words(*arguments), env=_environment(), capture_output=True, text=True, timeout=100, check=False
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def start(self) -> None:
        words = self._words("start", "--port", "0")
        self.process = subprocess.Popen(
            words, env=_environment(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        assert self.process.stdout is not None
        self.line.target = urlsplit(json.loads(self.process.stdout.readline())["adres"]).port or 0

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.communicate(timeout=30)

    def _words(self, *arguments: str) -> list[str]:
        key = ["--db", self.dsn, "--sleutelbestand", str(self.folder / "geheim")]
        return [sys.executable, "-m", "boa_app", "centraal", *arguments, *key, "--json"]


@pytest.mark.timeout(SECONDS + 300)
def test_a_minute_of_everything_going_wrong(postgres_dsn: str, tmp_path: Path) -> None:
    _chaos(postgres_dsn, tmp_path, SECONDS)


@pytest.mark.long
@pytest.mark.timeout(LONG_SECONDS + 900)
def test_ten_minutes_of_everything_going_wrong(postgres_dsn: str, tmp_path: Path) -> None:
    _chaos(postgres_dsn, tmp_path, LONG_SECONDS)


def _chaos(dsn: str, folder: Path, seconds: float) -> None:
    dice = random.Random(20261123)
    with _line() as line:
        dienst = _make_centre(dsn, folder, line)
        devices = [_make_device(dienst, folder / str(number), name, number) for number, name in enumerate(NAMES)]
        crashes = _work_and_kill(dienst, devices, dice, seconds)
        line.bad = False
        # Whoever finishes first has not seen what the others still bring: two turns.
        for device in devices:
            _finish(device)
        final = [_finish(device) for device in devices]
        dienst.kill()
    _compare(dsn, devices, final)
    kills = sum(device.kills for device in devices)
    assert kills >= DEVICES and crashes >= 2, "the test must have killed something"
    assert line.told["knip"] > 5 and line.told["hapering"] > 0
    assert sum(len(device.saved) for device in devices) > 20


def _work_and_kill(dienst: Dienst, devices: list[Proces], dice: random.Random, seconds: float) -> int:
    crashes, end = 0, time.monotonic() + seconds
    for device in devices:
        device.start()
    pause = threading.Event()
    while time.monotonic() < end:
        # Not to wait for something: this is how long everybody is left alone.
        pause.wait(dice.uniform(0.5, 2.5))
        if dice.random() < 0.2:
            dienst.kill()
            pause.wait(dice.uniform(0.0, 1.0))
            dienst.start()
            crashes += 1
        else:
            device = dice.choice(devices)
            device.kill()
            device.start()
    for device in devices:
        device.kill()
    return crashes


def _finish(device: Proces) -> dict[str, object]:
    process = _python("tests.stoortoestel", *device.arguments, "afronden")
    told, said = process.communicate(timeout=100)
    assert process.returncode == 0, said[-3000:]
    return json.loads(told)


def _compare(dsn: str, devices: list[Proces], results: list[dict[str, object]]) -> None:
    with psycopg.connect(dsn, options=f"-c search_path={SCHEMA},public") as connection:
        rows = connection.execute("SELECT DISTINCT change_id FROM changes").fetchall()
        replaced = connection.execute("SELECT change_id FROM changes WHERE kop = 0").fetchall()
        parts = connection.execute("SELECT change_id, veldgroep FROM changes").fetchall()
        refused = connection.execute("SELECT count(*) FROM geweigerd").fetchone()
    at_centre = {change for (change,) in rows}
    assert len(parts) == len(set(parts)), "a part of a change stands twice"
    made = {str(change) for result in results for change in result["eigen"]}  # type: ignore[attr-defined]
    assert made <= at_centre, "a change is lost"
    # A device lets go of what was replaced and confirmed; nothing else may stand at the centre only.
    assert at_centre - made <= {change for (change,) in replaced}, "sums differ"
    assert refused == (0,)
    saved = set().union(*(device.saved for device in devices))
    first = results[0]
    for result in results:
        assert result["meldingen"] == first["meldingen"], "devices differ"
        assert result["conflicten"] == first["conflicten"]
        assert result["bevindingen"] == [] and result["geweigerd"] == 0
        assert result["bon"][0] == result["bon"][1]  # type: ignore[index]
    assert saved <= {row[0] for row in first["meldingen"]}, "something that was saved is gone"  # type: ignore[attr-defined]


def _make_centre(dsn: str, folder: Path, line: Stoorlijn) -> Dienst:
    secret = folder / "geheim"
    secret.write_text("dGhpcyBpcyBvbmx5IGEgdGVzdCBidXQgbG9uZyBlbm91Z2g", encoding="utf-8")
    secret.chmod(0o600)
    dienst = Dienst(dsn, folder, line)
    dienst.command("migreer")
    dienst.start()
    return dienst


def _make_device(dienst: Dienst, folder: Path, name: str, number: int) -> Proces:
    dienst.command("gebruiker", "toevoegen", name, "--rol", "teamleider")
    code = dienst.command("toestel", "code", name)["code"]
    session, _ = make_store(
        folder, PASSPHRASE, load_lijsten(), utc_now, gemeente_code="GM0353", gemeente_naam="IJsselstein", kdf=LIGHT_KDF
    )
    with Transport(f"http://127.0.0.1:{dienst.line.target}") as straight:
        meld_aan(session, straight.server, code, naam=name, transport=straight)
    session.close()
    return Proces([str(folder), f"http://127.0.0.1:{dienst.line.port}", str(number)])


@contextmanager
def _line() -> Iterator[Stoorlijn]:
    line = Stoorlijn(7)
    try:
        yield line
    finally:
        line.close()


def _environment() -> dict[str, str]:
    gone = ("BOA_APP_WACHTWOORD", "BOA_APP_DB")
    return {name: value for name, value in os.environ.items() if name not in gone}


def _python(module: str, *arguments: str, stderr: int = subprocess.PIPE) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", module, *arguments], cwd=ROOT, env=_environment(), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=stderr, text=True,
    )  # fmt: skip
