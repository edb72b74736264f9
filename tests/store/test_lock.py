from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from boa_app.domain.errors import EnvironmentProblem
from boa_app.store.lock import StoreLock

_HOLD = """
import sys
from pathlib import Path
from boa_app.store.lock import StoreLock
lock = StoreLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def _refused(path: Path) -> str:
    with pytest.raises(EnvironmentProblem) as caught:
        StoreLock(path)
    assert caught.value.fields == {"map": str(path.parent)}
    return caught.value.code


def test_a_second_lock_is_refused_until_release(tmp_path: Path) -> None:
    path = tmp_path / "slot"
    lock = StoreLock(path)
    assert _refused(path) == "opslag_in_gebruik"
    lock.release()
    lock.release()
    StoreLock(path).release()
    assert path.exists()


def test_another_process_holds_it_until_it_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "slot"
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    assert _refused(path) == "opslag_in_gebruik"
    process.kill()
    process.communicate()
    StoreLock(path).release()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        StoreLock(tmp_path / "weg" / "slot")
