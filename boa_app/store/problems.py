"""What the disk and SQLite report, as errors of the domain; decided on codes, never on message text."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path
from typing import Any

from boa_app.domain.errors import BoaError, EnvironmentProblem

_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 6, 8, 10, 11, 13, 14, 26
_NO_SPACE = {errno.ENOSPC, errno.EFBIG} | ({errno.EDQUOT} if hasattr(errno, "EDQUOT") else set())
_NO_WRITE = {errno.EROFS, errno.EACCES, errno.EPERM}
_ALMOST_FULL_BYTES = 1 << 20


def from_database_error(error: Any, folder: Path) -> BoaError | None:  # noqa: ANN401 - sqlcipher3 has no types
    """The domain error of a DatabaseError, None when it is a bug in our SQL or data."""
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    if code == _FULL:
        return EnvironmentProblem("schijf_vol")
    if code == _READONLY:
        return EnvironmentProblem("map_alleen_lezen", map=str(folder))
    if code in (_CORRUPT, _NOTADB):
        return EnvironmentProblem("bestand_beschadigd", bestand="boa.db")
    if code in (_IOERR, _CANTOPEN):
        # A full disk also shows as a failed write of the WAL or its index.
        full = _almost_full(folder)
        return (
            EnvironmentProblem("schijf_vol")
            if full
            else EnvironmentProblem("opslag_fout", soort=error.sqlite_errorname)
        )
    if code in (_BUSY, _LOCKED):
        return EnvironmentProblem("opslag_fout", soort=error.sqlite_errorname)
    return None


def from_os_error(error: OSError, folder: Path) -> BoaError:
    """The domain error of a failed file operation in the store folder."""
    if error.errno in _NO_SPACE:
        return EnvironmentProblem("schijf_vol")
    if error.errno in _NO_WRITE:
        return EnvironmentProblem("map_alleen_lezen", map=str(folder))
    return EnvironmentProblem("opslag_fout", soort=errno.errorcode.get(error.errno or 0, "OSERROR"))


def _almost_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _ALMOST_FULL_BYTES
    except OSError:
        return False
