"""Files a person carries: written whole or not at all, and read no further than they may be."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from boa_app.domain.errors import BoaError, EnvironmentProblem, UserError
from boa_app.vault.files import rename_durably, write_atomically

_NO_SPACE = {errno.ENOSPC, errno.EFBIG} | ({errno.EDQUOT} if hasattr(errno, "EDQUOT") else set())
_NO_WRITE = {errno.EROFS, errno.EACCES, errno.EPERM}


def schrijf_draagbestand(path: Path, content: bytes) -> None:
    """Put a file on a stick or in a folder; one of that name is replaced.

    Raises UserError uitvoer_map_ontbreekt(map), uitvoer_niet_schrijfbaar(map); EnvironmentProblem
    uitvoer_schijf_vol(bestand), uitvoer_mislukt(bestand).
    """
    if not path.parent.is_dir():
        raise UserError("uitvoer_map_ontbreekt", map=str(path.parent))
    try:
        write_atomically(path, content)
    except OSError as error:
        raise _problem(error, path) from error


@contextmanager
def draagstroom(path: Path) -> Iterator[BinaryIO]:
    """A file too large for memory, written piece by piece; it gets its name when the block ends well, and else leaves
    nothing. An OSError inside is taken for one of this file. Raises as schrijf_draagbestand."""
    if not path.parent.is_dir():
        raise UserError("uitvoer_map_ontbreekt", map=str(path.parent))
    building = path.with_name(path.name + ".nieuw")
    try:
        with building.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        rename_durably(building, path)
    except OSError as error:
        raise _problem(error, path) from error
    finally:
        with suppress(OSError):
            building.unlink(missing_ok=True)


def lees_draagbestand(path: Path, max_bytes: int) -> bytes:
    """What is in a file. Raises UserError usb_te_groot(max_mb), usb_onleesbaar(bestand)."""
    try:
        with path.open("rb") as file:
            content = file.read(max_bytes + 1)
    except OSError as error:
        raise UserError("usb_onleesbaar", bestand=path.name) from error
    if len(content) > max_bytes:
        raise UserError("usb_te_groot", max_mb=max_bytes >> 20)
    return content


def _problem(error: OSError, path: Path) -> BoaError:
    if error.errno in _NO_SPACE:
        return EnvironmentProblem("uitvoer_schijf_vol", bestand=path.name)
    if error.errno in _NO_WRITE:
        return UserError("uitvoer_niet_schrijfbaar", map=str(path.parent))
    return EnvironmentProblem("uitvoer_mislukt", bestand=path.name)
