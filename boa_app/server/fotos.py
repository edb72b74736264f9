"""The bytes of photos at the centre: sealed by the device, named by their SHA-256, in files beside the tables.

    blobs/ab/ab12…        whole, checked, flushed before it got its name
    blobs/komend/ab12…    what has come in so far; goes on where it stopped

Access is decided by the row of the photo, never by the hash: whoever may not see that row, hears that there is nothing.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections import defaultdict
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from boa_app.domain.errors import EnvironmentProblem
from boa_app.vault.files import rename_durably

# A sealed picture of 2048 pixels is 1 to 2 MB.
MAX_FOTO_BYTES = 8 * 1024 * 1024
# What was begun and never finished goes after a week: the device begins again.
_PART_AGE = timedelta(days=7)
_SETTLED = timedelta(hours=1)
_CHUNK = 1024 * 1024


class Fotomap:
    """The folder of photos. Several threads may use it; of one photo only one writes at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "blobs"
        self._guard = threading.Lock()
        self._busy: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)

    def path_of(self, sha256: str) -> Path:
        """Where a whole photo lies."""
        return self._folder / sha256[:2] / sha256

    def part_of(self, sha256: str) -> Path:
        """Where a photo lies that is still coming."""
        return self._folder / "komend" / sha256

    def size_of(self, sha256: str) -> int | None:
        """The size of a whole photo, None when it is not here."""
        return _size(self.path_of(sha256))

    def received(self, sha256: str) -> int:
        """How much of a photo is here so far."""
        return self.size_of(sha256) or _size(self.part_of(sha256)) or 0

    @contextmanager
    def writing(self, sha256: str) -> Iterator[bool]:
        """Be the one who writes this photo; gives False when somebody else does."""
        with self._guard:
            lock = self._busy[sha256]
        taken = lock.acquire(blocking=False)
        try:
            yield taken
        finally:
            if taken:
                lock.release()
                with self._guard:
                    self._busy.pop(sha256, None)

    def append(self, sha256: str, offset: int, chunk: bytes) -> None:
        """Add to what is coming, at the place where it stopped. Raises EnvironmentProblem schijf_vol, opslag_fout."""
        part = self.part_of(sha256)
        with _disk():
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            part.parent.mkdir(exist_ok=True)
            with part.open("r+b" if part.exists() else "wb") as file:
                file.seek(offset)
                file.write(chunk)
                file.truncate()

    def finish(self, sha256: str) -> bool:
        """Give what came its name when it is what it should be; else it is thrown away, and the answer is False."""
        part, target = self.part_of(sha256), self.path_of(sha256)
        with _disk():
            if _hash(part) != sha256:
                part.unlink()
                return False
            with part.open("rb+") as file:
                os.fsync(file.fileno())
            target.parent.mkdir(parents=True, exist_ok=True)
            rename_durably(part, target)
        return True

    def remove(self, sha256: str) -> None:
        """Destroy a photo, whole or still coming. Idempotent."""
        with _disk():
            self.path_of(sha256).unlink(missing_ok=True)
            self.part_of(sha256).unlink(missing_ok=True)

    def names(self) -> list[str]:
        """The SHA-256 of every whole photo."""
        return [path.name for folder in self._folder.glob("[0-9a-f][0-9a-f]") for path in _files(folder)]

    def sweep(self, now: datetime, known: Collection[str] | None = None) -> int:
        """Throw away what was begun and left, and whole photos that are not known any more; gives how many.

        known: the SHA-256 of all photos there are; None leaves the whole ones alone. What is younger than an hour
        stays: its row may have been made after known was read.
        """
        oldest, young = (now - _PART_AGE).timestamp(), (now - _SETTLED).timestamp()
        left = [path for path in _files(self._folder / "komend") if path.stat().st_mtime < oldest]
        if known is not None:
            whole = (path for folder in self._folder.glob("[0-9a-f][0-9a-f]") for path in _files(folder))
            left += [path for path in whole if path.name not in known and path.stat().st_mtime < young]
        with _disk():
            for path in left:
                path.unlink(missing_ok=True)
        return len(left)


def _files(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.is_dir() else []


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return None


def _hash(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


@contextmanager
def _disk() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise EnvironmentProblem("opslag_fout", soort=type(error).__name__) from error
