"""Unpacking a signed kaartpakket into a folder: sums while it is copied, then that it is what its header says.

What does not succeed leaves nothing behind, and nothing outside the folder is touched.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO

from boa_app.domain.errors import BoaError, EnvironmentProblem, UserError
from boa_app.domain.moments import from_iso
from boa_app.mapdata import bewaring
from boa_app.mapdata.manifest import Manifest, read_manifest
from boa_app.sync.kaartbestand import (
    Kaartdeel,
    Kaartinhoud,
    Kaartkop,
    copy_delen,
    is_vingerafdruk,
    read_kop,
    vingerafdruk,
)
from boa_app.usecases.kaartinpakken import Cancelled, Progress, line_of, told
from boa_app.vault.zegel import verify

_NO_SPACE = {errno.ENOSPC, errno.EFBIG} | ({errno.EDQUOT} if hasattr(errno, "EDQUOT") else set())
_MIB = 1024 * 1024


@contextmanager
def geopend(path: Path) -> Iterator[tuple[BinaryIO, Kaartkop]]:
    """A file, standing behind its header; that its size is right is known before anything is copied.

    Raises UserError kaartbestand_onleesbaar, kaartbestand_vreemd, kaartbestand_nieuwer(versie, kent),
    kaartbestand_beschadigd.
    """
    try:
        source = path.open("rb")
    except OSError as error:
        raise UserError("kaartbestand_onleesbaar") from error
    with source:
        kop = read_kop(source, verify)
        if os.fstat(source.fileno()).st_size != kop.bytes:
            raise UserError("kaartbestand_beschadigd")
        yield source, kop


def pak_uit_in(
    source: BinaryIO, kop: Kaartkop, folder: Path, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> None:  # fmt: skip
    """Unpack into a folder that is made for it; one of that name goes first.

    source: stands behind the header. Raises UserError kaartbestand_beschadigd, kaartbestand_onleesbaar,
    kaartbestand_afgebroken; EnvironmentProblem kaartbestand_schijf_vol(nodig_mb), kaartpakket_beschadigd(onderdeel),
    and of the disk.
    """
    total = sum(deel.bytes for deel in kop.inhoud.delen)
    with bewaring.writing_to(folder), disk_of(total):
        bewaring.remove_any(folder)
        folder.mkdir(parents=True)
        need_room(folder, total)
        copy_delen(source, kop, partial(_new_file, folder), told(total, progress, cancelled))
    _check_manifest(folder, kop.inhoud)


def pak_uit_naar(
    bestand: Path, naar: Path, *, vertrouw: str = "", eigen: str = "", progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Manifest:  # fmt: skip
    """Unpack a file into a new or empty folder, without a store.

    vertrouw: the vingerafdruk of its maker; eigen: a public key that is trusted without. Raises as geopend and
    pak_uit_in, UserError kaartbestand_onbekende_maker(maker, vingerafdruk), kaartpakket_map_vol(map).
    """
    from boa_app.mapdata.pakket import load_pakket

    with geopend(bestand) as (source, kop):
        key = kop.inhoud.ondertekenaar
        if key != eigen and not is_vingerafdruk(vertrouw, key):
            raise onbekende_maker(kop)
        if naar.exists() and (not naar.is_dir() or any(naar.iterdir())):
            raise UserError("kaartpakket_map_vol", map=str(naar))
        target = naar.absolute()
        # A name nobody gives a folder of his own: what bears it is thrown away.
        building = target.with_name(f"{bewaring.ONTVANGEN}{target.name}")
        try:
            pak_uit_in(source, kop, building, progress, cancelled)
            load_pakket(building, thorough=True)
            with bewaring.writing_to(target):
                if target.exists():
                    target.rmdir()
                building.rename(target)
        finally:
            bewaring.remove_any(building)
    return read_manifest(target)


def onbekende_maker(kop: Kaartkop) -> UserError:
    """What is raised when nobody said that this maker is trusted."""
    inhoud = kop.inhoud
    return UserError(
        "kaartbestand_onbekende_maker", maker=inhoud.maker, vingerafdruk=vingerafdruk(inhoud.ondertekenaar)
    )  # fmt: skip


def is_ouder(root: Path, inhoud: Kaartinhoud) -> bool:
    """Whether a newer one of the same municipality and name is beside the store, whose place it would take."""
    for sleutel in bewaring.list_sleutels(root):
        with suppress(BoaError, ValueError):
            manifest = read_manifest(bewaring.folder_of(root, sleutel))
            same = (line_of(manifest.gemeente_code), line_of(manifest.naam)) == (inhoud.gemeente_code, inhoud.naam)
            if same and not manifest.voorbeeld and from_iso(manifest.gemaakt_op) > from_iso(inhoud.gemaakt_op):
                return True
    return False


def need_room(folder: Path, size: int) -> None:
    """Raises EnvironmentProblem kaartbestand_schijf_vol(nodig_mb) when there is not so much room on this disk."""
    if shutil.disk_usage(folder).free < size:
        raise _full(size)


@contextmanager
def disk_of(size: int) -> Iterator[None]:
    """Translates a disk that is full on the way: EnvironmentProblem kaartbestand_schijf_vol(nodig_mb)."""
    try:
        yield
    except OSError as error:
        if error.errno in _NO_SPACE:
            raise _full(size) from error
        raise


def _full(size: int) -> EnvironmentProblem:
    return EnvironmentProblem("kaartbestand_schijf_vol", nodig_mb=-(-size // _MIB))


@contextmanager
def _new_file(folder: Path, deel: Kaartdeel) -> Iterator[BinaryIO]:
    with (folder / deel.naam).open("xb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def _check_manifest(folder: Path, inhoud: Kaartinhoud) -> None:
    """People and programs decide by the header: it must say what the manifest says."""
    manifest = read_manifest(folder)
    try:
        made_on = not manifest.gemaakt_op or from_iso(manifest.gemaakt_op) == from_iso(inhoud.gemaakt_op)
    except ValueError:
        made_on = False
    same = (line_of(manifest.naam), line_of(manifest.gemeente_code)) == (inhoud.naam, inhoud.gemeente_code)
    named = {part.bestand for part in manifest.onderdelen.values()} == {deel.naam for deel in inhoud.delen[1:]}
    if not (made_on and same and named and manifest.voorbeeld == inhoud.voorbeeld):
        raise UserError("kaartbestand_beschadigd")
