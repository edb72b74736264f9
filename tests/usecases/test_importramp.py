"""Imports on a bad day: the disk fills up, the program is killed between batches, a zip is a trap."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.store import integrity, meldingen
from boa_app.usecases.importeren import hervat, importeer, lijst_imports, voer_uit
from boa_app.usecases.importplan import verken
from boa_app.usecases.opening import open_session
from boa_app.usecases.session import Session
from tests.samples import PASSPHRASE, SetClock, load_lijsten, make_sample_session
from tests.store.mounts import mounted
from tests.store.samples import swept

ROOT = Path(__file__).resolve().parents[2]
ROWS = 12_000
# Goes on with import 1 and kills its own process after the first rows were added.
_KILLED = """
import os, signal, sys
from pathlib import Path
from boa_app.store import imports
from boa_app.usecases.importeren import hervat
from boa_app.usecases.opening import open_session
from tests.samples import PASSPHRASE, SetClock, load_lijsten
session = open_session(Path(sys.argv[1]), PASSPHRASE, load_lijsten(), SetClock())
real, calls = imports._adding, [0]
def adding(nr, rows):
    work = real(nr, rows)
    def then_die(w):
        calls[0] += 1
        if calls[0] == 3:
            os.kill(os.getpid(), signal.SIGKILL)
        return work(w)
    return then_die
imports._adding, imports._CHUNK = adding, 500
hervat(session, 1)
"""


SIGNALEN = {
    "signals": b"id,incident_date_start,location_id,category_assignment_id\n1,2026-01-13T20:00:00Z,1,1\n",
    "locations": b"id,lat,lng\n1,5.01,52.01\n",
    "categories": b"id,sub_slug\n1,jongerenoverlast\n",
}


def _file(folder: Path, rows: int = ROWS) -> Path:
    lines = [f"{at};13-2-2026 {at // 60 % 24:02d}:{at % 60:02d};5,04;52,02;Straat {at}" for at in range(rows)]
    (folder / "t.csv").write_text("\n".join(["id;datum;lon;lat;straat", *lines]) + "\n", encoding="utf-8")
    return folder / "t.csv"


def _count(session: Session) -> int:
    with session.store.read() as reader:
        assert integrity.check(reader) == []
        return meldingen.count(reader)


def test_a_disk_that_fills_up_leaves_nothing_to_see_and_it_can_begin_again(tmp_path: Path) -> None:
    path = _file(tmp_path)
    with mounted(tmp_path / "klein", "-t", "tmpfs", "-o", "size=4m", "tmpfs") as disk:
        session = make_sample_session(disk / "o", SetClock())
        with pytest.raises(EnvironmentProblem) as caught:
            voer_uit(session, verken(session, [path]))
        assert caught.value.code == "schijf_vol"
        assert _count(session) == 0
        session.close()
        subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
        session = open_session(disk / "o", PASSPHRASE, load_lijsten(), SetClock())
        swept(session.store)
        (broken,) = lijst_imports(session)
        assert (broken.status, broken.mag_verder) == ("afgebroken", True)
        assert (hervat(session, broken.nr).toegevoegd, _count(session)) == (ROWS, ROWS)
        session.close()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_program_killed_while_an_import_goes_on(tmp_path: Path) -> None:
    path, folder = _file(tmp_path), tmp_path / "opslag"
    session = make_sample_session(folder, SetClock())
    calls = iter(range(20))
    paused = voer_uit(session, verken(session, [path]), paused=lambda: next(calls, None) is None)
    assert (paused.status, paused.nrs) == ("gepauzeerd", (1,))
    session.close()
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", _KILLED, str(folder)]
    died = subprocess.run(command, check=False, cwd=ROOT, env=environment, capture_output=True)
    assert died.returncode == -signal.SIGKILL, died.stderr
    session = open_session(folder, PASSPHRASE, load_lijsten(), SetClock())
    swept(session.store)
    (broken,) = lijst_imports(session)
    assert (_count(session), broken.status, broken.mag_verder) == (0, "afgebroken", True)
    assert (hervat(session, 1).toegevoegd, _count(session)) == (ROWS, ROWS)
    assert importeer(session, [path]).bestaand == ROWS
    session.close()


def _zip(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def test_a_zip_that_unpacks_to_more_than_it_says_it_may_is_refused(tmp_path: Path) -> None:
    session = make_sample_session(tmp_path / "o", SetClock())
    zeros = b"0" * (100 * 1024 * 1024)
    traps = {
        _zip(tmp_path / "a.zip", {"signals.csv": zeros, "locations.csv": b"id"}): "bestand_te_groot",
        _zip(tmp_path / "a.xlsx", {"xl/workbook.xml": b"<a/>", "xl/worksheets/sheet1.xml": zeros}): "werkmap_te_groot",
    }
    for path, code in traps.items():
        with pytest.raises(UserError) as caught:
            verken(session, [path])
        assert caught.value.code == code
    session.close()


@pytest.mark.parametrize("part", ["signals", "locations", "categories"])
def test_a_zip_with_a_damaged_part_is_refused(tmp_path: Path, part: str) -> None:
    session = make_sample_session(tmp_path / "o", SetClock())
    parts = {f"{name}.csv": content for name, content in SIGNALEN.items()}
    path = tmp_path / "s.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    data = bytearray(path.read_bytes())
    data[data.index(SIGNALEN[part]) + len(SIGNALEN[part]) - 3] ^= 0x41
    path.write_bytes(data)
    with pytest.raises(UserError) as caught:
        importeer(session, [path])
    assert caught.value.code == "bestand_onleesbaar"
    assert _count(session) == 0
    session.close()


def test_names_in_a_zip_lead_nowhere(tmp_path: Path) -> None:
    """Parts are read in place and never unpacked, so a name that climbs out of its folder writes nothing."""
    session = make_sample_session(tmp_path / "o", SetClock())
    inside = tmp_path / "diep" / "er"
    inside.mkdir(parents=True)
    folders = {"signals": "../../", "locations": "/../", "categories": "C:\\\\..\\\\x/"}
    parts = {f"{folders[name]}{name}.csv": content for name, content in SIGNALEN.items()}
    before = sorted(tmp_path.rglob("*.csv"))
    done = importeer(session, [_zip(inside / "s.zip", parts)])
    assert done.toegevoegd == 1
    assert sorted(tmp_path.rglob("*.csv")) == before
    session.close()
