"""The program as a process: it starts light, opens, logs, ends with the right code and leaves no plain text."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from boa_app.app import main, parse_arguments
from tests.ui.small_store import PASSPHRASE, TestClock, load_lists, make_session

pytestmark = pytest.mark.webengine


def _run(arguments: list[str], secret: str, folder: Path) -> subprocess.CompletedProcess[str]:
    code = "import sys\nfrom boa_app.app import main\nsys.exit(main(sys.argv[1:]))"
    environment = dict(os.environ, BOA_APP_WACHTWOORD=secret, QT_QPA_PLATFORM="offscreen", BOA_APP_MAP=str(folder))
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=100, check=False)


def test_arguments() -> None:
    options = parse_arguments(["--store", "map", "--zelftest", "--thema", "donker"])
    assert (options.store, options.zelftest, options.thema, options.taal) == (Path("map"), True, "donker", "nl")
    assert callable(main)


def test_self_test_opens_shows_the_map_and_logs_one_melding(tmp_path: Path) -> None:
    """Also proves that the scheme may be registered after the first screen: else no map would load."""
    make_session(tmp_path / "opslag", TestClock(), meldingen=0).close()
    ran = _run(["--store", str(tmp_path / "opslag"), "--zelftest"], PASSPHRASE, tmp_path)
    assert ran.returncode == 0, ran.stderr
    from boa_app.store import meldingen
    from boa_app.usecases.opening import open_session

    session = open_session(tmp_path / "opslag", PASSPHRASE, load_lists(), TestClock())
    with session.store.read() as reader:
        assert [record.melding.plaats for record in meldingen.recent(reader, 5)] == ["zelftest"]
    session.close()
    assert not (tmp_path / "log" / "fouten.log").exists()


def test_self_test_says_why_it_failed(tmp_path: Path) -> None:
    make_session(tmp_path / "opslag", with_map=False, meldingen=0).close()
    ran = _run(["--store", str(tmp_path / "opslag"), "--zelftest"], "fout", tmp_path)
    assert ran.returncode == 1
    assert "zelftest: " in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_store_in_use_ends_with_code_3(tmp_path: Path) -> None:
    session = make_session(tmp_path / "opslag", with_map=False, meldingen=0)
    ran = _run(["--store", str(tmp_path / "opslag"), "--zelftest"], PASSPHRASE, tmp_path)
    session.close()
    assert ran.returncode == 3, ran.stderr
