"""The walk as a process: real events, every step checked, a picture per step. Dutch, without a network and searched for
plain text, is tests/test_main_job.py; here English, and how it fails."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from boa_app.domain.moments import utc_now
from boa_app.ui.walk import parse_arguments
from tests.ui.small_store import PASSPHRASE, make_session


def test_arguments() -> None:
    options = parse_arguments(["--uit", "map", "--maten"])
    assert (options.uit, options.thema, options.taal, options.maten) == (Path("map"), "beide", "nl", True)


def _walk(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "boa_app.ui.walk", "--uit", str(tmp_path / "uit"), *arguments]
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", BOA_APP_WACHTWOORD=PASSPHRASE)
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=110, check=False)


@pytest.mark.webengine
def test_walks_to_the_end_in_english(tmp_path: Path) -> None:
    make_session(tmp_path / "opslag", utc_now).close()
    ran = _walk(tmp_path, "--store", str(tmp_path / "opslag"), "--thema", "donker", "--taal", "en")
    assert ran.returncode == 0, ran.stderr
    names = [path.name for path in sorted((tmp_path / "uit").glob("*.png"))]
    assert names[0] == "01-ontgrendelen-donker.png"
    assert names[-1].endswith("vergrendeld-donker.png")
    assert len(names) >= 22
    seen = {name.split("-", 1)[1].removesuffix("-donker.png") for name in names}
    assert {"warmte", "tijdbalk", "zoeken", "importeren-nakijken", "foto-afdekken", "plaatsbepaling"} <= seen
    assert str(tmp_path / "uit") in ran.stdout


def test_says_which_step_failed(tmp_path: Path) -> None:
    (tmp_path / "opslag").mkdir()
    (tmp_path / "opslag" / "sleutel.json").write_text("{}", encoding="utf-8")
    ran = _walk(tmp_path, "--store", str(tmp_path / "opslag"), "--thema", "licht")
    assert ran.returncode == 1
    assert ran.stderr.strip().splitlines()[-1].startswith("walk: not unlocked")
