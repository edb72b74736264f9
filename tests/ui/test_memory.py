"""Large blocks go back to the system; measured in a process of its own, as the setting cannot be taken back."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROBE = """
import numpy as np
from pathlib import Path
from boa_app.ui.memory import return_large_blocks

def held_mb():
    (line,) = [line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmRSS")]
    return int(line.split()[1]) / 1024

if {wanted}:
    assert return_large_blocks()
# One larger block first: it is what raises the limit of the C library.
np.ones(30 << 20, dtype=np.uint8)
before = held_mb()
columns, kept = [], []
for _ in range(40):
    columns.append(np.ones(4 << 20, dtype=np.uint8))
    kept.append(np.ones(100_000, dtype=np.uint8))
columns.clear()
live = sum(block.nbytes for block in kept) / 2**20
print(held_mb() - before - live)
"""


def _wasted_mb(*, wanted: bool) -> float:
    script = PROBE.replace("{wanted}", str(wanted))
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    return float(result.stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="only this C library keeps them")
def test_what_is_freed_is_not_kept() -> None:
    assert _wasted_mb(wanted=True) < 20
    assert _wasted_mb(wanted=False) > 100, "the C library no longer does what this is against"
