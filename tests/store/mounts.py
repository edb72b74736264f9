"""Disks of a size of our own, where the system lets us mount."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def mounted(target: Path, *arguments: str) -> Iterator[Path]:
    """A mount for the length of a test; skips where the system does not let us."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("needs root and mount")
    target.mkdir(exist_ok=True)
    made = subprocess.run(["mount", *arguments, str(target)], check=False, capture_output=True, text=True)
    if made.returncode != 0:
        pytest.skip(f"mount refused: {made.stderr.strip()}")
    try:
        yield target
    finally:
        subprocess.run(["umount", "-l", str(target)], check=True)
