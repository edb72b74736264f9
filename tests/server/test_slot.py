"""The lock on making a centre: one at a time, free again after a kill."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

from boa_app.server.slot import beurt


def test_the_second_waits_for_the_first(tmp_path: Path) -> None:
    told: list[str] = []
    began = threading.Event()

    def second() -> None:
        began.set()
        with beurt(tmp_path / "slot"):
            told.append("tweede")

    thread = threading.Thread(target=second)
    with beurt(tmp_path / "slot"):
        thread.start()
        assert began.wait(15)
        thread.join(0.2)
        told.append("eerste")
    thread.join(15)
    assert told == ["eerste", "tweede"]


def test_a_kill_frees_it(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib\nfrom boa_app.server.slot import beurt\n"
        "with beurt(pathlib.Path(sys.argv[1])):\n print('vast', flush=True)\n sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "slot")]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline().strip() == b"vast"
    process.kill()
    process.communicate()
    with beurt(tmp_path / "slot"):
        pass
