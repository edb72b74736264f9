"""The walk as a process: the whole main job with real events, every step checked, a picture per step.

It runs without any network (an empty network namespace where the system lets us make one, and a guard on every Python
socket), with its own home and temporary folder, which hold no plain text of a field or passphrase afterwards.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from boa_app.domain.melding import Melding
from boa_app.domain.moments import utc_now
from boa_app.ui.walk import parse_arguments
from boa_app.usecases.meldingen import register_melding
from tests.ui.small_store import PASSPHRASE, make_session

PLANTED = ("zinderende marker 7713", "Markerplein 7713", PASSPHRASE)
NO_SOCKETS = """
import runpy, sys

def refuse(event, arguments):
    if event in ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"):
        raise RuntimeError(event)

sys.addaudithook(refuse)
sys.argv = ["walk", *sys.argv[1:]]
runpy.run_module("boa_app.ui.walk", run_name="__main__", alter_sys=True)
"""


def test_arguments() -> None:
    options = parse_arguments(["--uit", "map", "--maten"])
    assert (options.uit, options.thema, options.taal, options.maten) == (Path("map"), "beide", "nl", True)


def _without_network() -> list[str]:
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "-n", "true"], capture_output=True, check=False).returncode:
        return []
    return [unshare, "-n"]


def _walk(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    home = tmp_path / "thuis"
    (home / "tmp").mkdir(parents=True)
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", BOA_APP_WACHTWOORD=PASSPHRASE, BOA_APP_MAP=str(home))
    environment |= {"HOME": str(home), "TMPDIR": str(home / "tmp"), "XDG_RUNTIME_DIR": str(home / "tmp")}
    environment |= {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "CACHE", "DATA", "STATE")}
    command = [sys.executable, "-c", NO_SOCKETS, "--uit", str(tmp_path / "uit"), *arguments]
    return subprocess.run(
        [*_without_network(), *command], env=environment, capture_output=True, text=True, timeout=110, check=False
    )


def _files(*folders: Path) -> Iterator[Path]:
    for folder in folders:
        yield from (path for path in folder.rglob("*") if path.is_file())


@pytest.mark.webengine
@pytest.mark.parametrize("language", ["nl", "en"])
def test_main_job_without_network_leaves_no_plain_text(tmp_path: Path, language: str) -> None:
    session = make_session(tmp_path / "opslag", utc_now)
    planted = Melding(session.now(), 5.031, 52.021, "HANG", plaats=PLANTED[1], feiten=PLANTED[0])
    register_melding(session, planted)
    session.close()
    ran = _walk(tmp_path, "--store", str(tmp_path / "opslag"), "--thema", "licht", "--taal", language)
    assert ran.returncode == 0, ran.stderr
    names = [path.name for path in sorted((tmp_path / "uit").glob("*.png"))]
    assert names[0] == "01-ontgrendelen-licht.png"
    assert names[-1].endswith("vergrendeld-licht.png")
    assert len(names) >= 14
    assert str(tmp_path / "uit") in ran.stdout
    searched = list(_files(tmp_path / "opslag", tmp_path / "thuis"))
    assert tmp_path / "opslag" / "boa.db" in searched
    for path in searched:
        content = path.read_bytes()
        for text in PLANTED:
            assert text.encode() not in content, path
            assert text.encode("utf-16-le") not in content, path


def test_says_which_step_failed(tmp_path: Path) -> None:
    (tmp_path / "opslag").mkdir()
    (tmp_path / "opslag" / "sleutel.json").write_text("{}", encoding="utf-8")
    ran = _walk(tmp_path, "--store", str(tmp_path / "opslag"), "--thema", "licht")
    assert ran.returncode == 1
    assert ran.stderr.strip().splitlines()[-1].startswith("walk: not unlocked")
