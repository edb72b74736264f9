"""Where the kaartpakketten of one store lie, side by side, and which of them is in use.

    <store>/kaartpakketten/<sleutel>/           one kaartpakket each
    <store>/kaartpakketten/<sleutel>/vervangen  the sleutel of the one that came in its place; goes at the next start
    <store>/kaartpakketten/actief               the sleutel of the one in use; replaced as a whole
    <store>/kaartpakketten/.bouw-<sleutel>/     one in the making, kept to go on with (one being unpacked is not)
    <store>/kaartpakketten/.weg-<sleutel>/      one on its way out
    <store>/kaartpakket/                        the single one of earlier versions and the example; its sleutel is OUD

A folder with an open file cannot be renamed on Windows, so a new kaartpakket gets a folder of its own and only the
small file `actief` changes.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.mapdata.manifest import MANIFEST, read_manifest
from boa_app.mapdata.pakket import load_pakket

FOLDER, OUD, ACTIEF, VERVANGEN = "kaartpakketten", "kaartpakket", "actief", "vervangen"
BOUW, WEG, VORIG = ".bouw-", ".weg-", ".oud-"
# What is being unpacked begins anew each time: there is nothing to go on with.
ONTVANGEN = f"{BOUW}ontvangen-"
# Who stopped a making and did not go on in a month will not go on.
STALE_DAYS = 30
_SLEUTEL = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_LONGEST = 60
# Our own, and what Windows takes for a device.
_RESERVED = {OUD, ACTIEF, "con", "prn", "aux", "nul", *(f"{port}{nr}" for port in ("com", "lpt") for nr in range(10))}
_READ_BYTES = 256
_NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_WRITE = {errno.EACCES, errno.EPERM, errno.EROFS}
_DAY_S = 86_400


def find_actief(root: Path) -> str | None:
    """The sleutel of the kaartpakket in use, None when there is none.

    Where none was ever chosen it is the only one there is, and the single one of earlier versions before all others.
    """
    known = list_sleutels(root)
    chosen = _read_sleutel(root / FOLDER / ACTIEF)
    if chosen in known:
        return chosen
    return OUD if OUD in known else known[0] if len(known) == 1 else None


def list_sleutels(root: Path) -> tuple[str, ...]:
    """Every kaartpakket beside a store, also those that cannot be read, by sleutel."""
    found = [OUD] if (root / OUD).exists() and not _is_replaced(root, root / OUD) else []
    with suppress(OSError):
        found += [
            path.name
            for path in (root / FOLDER).iterdir()
            if _is_sleutel(path.name) and path.is_dir() and not path.is_symlink() and not _is_replaced(root, path)
        ]
    return tuple(sorted(found))


def folder_of(root: Path, sleutel: str) -> Path:
    """The folder of a kaartpakket. Raises UserError kaartpakket_onbekend."""
    if sleutel not in list_sleutels(root):
        raise UserError("kaartpakket_onbekend")
    return root / OUD if sleutel == OUD else root / FOLDER / sleutel


def write_actief(root: Path, sleutel: str) -> None:
    """Make a kaartpakket the one in use from the next start on. Raises EnvironmentProblem as writing_to."""
    with writing_to(root):
        (root / FOLDER).mkdir(exist_ok=True)
        replace_file(root / FOLDER / ACTIEF, f"{sleutel}\n".encode())


def remove_pakket(root: Path, sleutel: str) -> None:
    """Remove a kaartpakket from disk. Raises UserError kaartpakket_onbekend, EnvironmentProblem as writing_to."""
    folder = folder_of(root, sleutel)
    with writing_to(folder):
        # Half of it must never be taken for a whole one.
        gone = folder.with_name(f"{WEG}{sleutel}")
        shutil.rmtree(gone, ignore_errors=True)
        folder.rename(gone)
        shutil.rmtree(gone)


def find_same(root: Path, gemeente_code: str, naam: str) -> list[str]:
    """The sleutels of the kaartpakketten of this municipality and name; never that of an example."""
    return [sleutel for sleutel in list_sleutels(root) if _same(root, sleutel, gemeente_code, naam)]


def place_pakket(root: Path, folder: Path, *, checked: bool = False) -> str:
    """Give a complete kaartpakket its place beside a store, and its sleutel.

    One of the same municipality and name is given up for it, at the next start for it may be in use; if that one was
    the chosen one, or nothing was, this one is from the next start on. folder: on the same disk; it is moved. Raises as
    load_pakket, which reads every byte first unless that was just done, and as writing_to.
    """
    if not checked:
        load_pakket(folder, thorough=True)
    manifest = read_manifest(folder)
    known = {part.bestand for part in manifest.onderdelen.values()} | {MANIFEST}
    old = find_same(root, manifest.gemeente_code, manifest.naam)
    chosen = find_actief(root)
    with writing_to(root):
        for path in folder.iterdir():
            # Nothing comes along that the manifest does not answer for.
            if path.name not in known:
                remove_any(path)
        sleutel = free_sleutel(root, manifest.naam)
        (root / FOLDER).mkdir(exist_ok=True)
        if chosen is not None and chosen not in old:
            # In use for want of another, perhaps: beside a second one that must be written down.
            write_actief(root, chosen)
        folder.rename(root / FOLDER / sleutel)
        sync_folder(root / FOLDER)
        if chosen is None or chosen in old:
            write_actief(root, sleutel)
        for one in old:
            replace_file(folder_of(root, one) / VERVANGEN, f"{sleutel}\n".encode())
    return sleutel


def sweep(root: Path, now_s: float) -> None:
    """Take away what was left behind: what another one replaced, what was on its way out, makings of a month ago. What
    cannot be removed now waits for the next start."""
    base = root / FOLDER
    if not base.is_dir():
        return
    actief = find_actief(root)
    with suppress(OSError):
        found = [*base.iterdir(), *([root / OUD] if (root / OUD).is_dir() else [])]
        # Judged before anything goes: one that was replaced twice points to one that goes too.
        replaced = [path for path in found if path.name != actief and _is_replaced(root, path)]
        for path in found:
            stale = path.name.startswith(BOUW) and now_s - path.stat().st_mtime > STALE_DAYS * _DAY_S
            if path.name.startswith((WEG, VORIG, ONTVANGEN)) or stale:
                remove_any(path)
        for path in replaced:
            with suppress(OSError):
                # As in remove_pakket: killed halfway, what is left must not look like a kaartpakket again.
                remove_any(path.rename(base / f"{WEG}{path.name}"))


def free_sleutel(root: Path, naam: str) -> str:
    """A sleutel for this name that nothing beside the store has."""
    plain = unicodedata.normalize("NFKD", naam.casefold()).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST].strip("-") or "gemeente"
    numbers = iter(range(2, 10_000))
    sleutel = slug
    while sleutel in _RESERVED or (root / FOLDER / sleutel).exists():
        sleutel = f"{slug}-{next(numbers)}"
    return sleutel


def replace_file(path: Path, content: bytes) -> None:
    """The old content or the new one, also after a power cut. Raises OSError."""
    beside = path.with_name(f"{path.name}.nieuw")
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Flush the names in a folder; Windows has no such call and orders renames itself. Raises OSError."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove_any(path: Path) -> None:
    """Remove a file or a folder with all in it, as far as that goes; a link, never what it points to."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()


@contextmanager
def writing_to(folder: Path) -> Iterator[None]:
    """Translates OSError: EnvironmentProblem schijf_vol, map_alleen_lezen(map), opslag_fout(soort)."""
    try:
        yield
    except OSError as error:
        if error.errno in _NO_SPACE:
            raise EnvironmentProblem("schijf_vol") from error
        if error.errno in _NO_WRITE:
            raise EnvironmentProblem("map_alleen_lezen", map=str(folder)) from error
        raise EnvironmentProblem("opslag_fout", soort=errno.errorcode.get(error.errno or 0, "OSERROR")) from error


def _same(root: Path, sleutel: str, gemeente_code: str, naam: str) -> bool:
    try:
        manifest = read_manifest(folder_of(root, sleutel))
    except (UserError, EnvironmentProblem):
        return False
    return not manifest.voorbeeld and (manifest.gemeente_code, manifest.naam) == (gemeente_code, naam)


def _is_replaced(root: Path, folder: Path) -> bool:
    """Whether another one came in its place and is still there."""
    new = _read_sleutel(folder / VERVANGEN)
    return new is not None and new != folder.name and (root / FOLDER / new / MANIFEST).is_file()


def _read_sleutel(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            text = file.read(_READ_BYTES).decode("ascii", "replace").strip()
    except OSError:
        return None
    return text if _is_sleutel(text) else None


def _is_sleutel(text: str) -> bool:
    return bool(_SLEUTEL.fullmatch(text)) and len(text) <= _LONGEST + 10 and text != ACTIEF
