"""One process per store: a lock of the operating system on a file, which a kill frees too."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from boa_app.domain.errors import EnvironmentProblem

_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


class StoreLock:
    """A lock that is held from construction to release.

    Raises EnvironmentProblem opslag_in_gebruik(map) when another process, or another lock in this one, holds it;
    OSError when the file cannot be made.
    """

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(self._descriptor)
        except OSError as error:
            self.release()
            if error.errno in _TAKEN:
                raise EnvironmentProblem("opslag_in_gebruik", map=str(path.parent)) from error
            raise

    def release(self) -> None:
        """Free the lock; the file stays, because removing it would let two processes lock two files. Idempotent."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
