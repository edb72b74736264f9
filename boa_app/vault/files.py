"""Files that are either the old or the new whole: write beside, flush to disk, rename."""

from __future__ import annotations

import os
from contextlib import ExitStack, suppress
from pathlib import Path


def write_atomically(path: Path, content: bytes) -> None:
    """Replace path by content so that a power cut leaves one of both, readable by the owner only. Raises OSError."""
    temporary = path.with_name(path.name + ".nieuw")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with ExitStack() as stack:
        # On a full disk what fitted of it would keep the rest from being saved.
        stack.callback(_remove, temporary)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        rename_durably(temporary, path)
        stack.pop_all()


def _remove(path: Path) -> None:
    # What failed first is what the caller must hear.
    with suppress(OSError):
        path.unlink(missing_ok=True)


def rename_durably(source: Path, target: Path) -> None:
    """Rename over target and make the new name survive a power cut. Raises OSError."""
    source.replace(target)
    sync_folder(target.parent)


def sync_file(path: Path) -> None:
    """Flush a closed file to disk. Raises OSError."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Flush the names in a folder; Windows has no such call and orders renames itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
