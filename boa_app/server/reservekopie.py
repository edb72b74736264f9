"""A backup: one zip with the encrypted file, its key in slots, the sealed photos and a list of what is in it.

    kopie.json    version, municipality, counts, SHA-256 of every part
    centrale.boa  all rows of one moment; of PostgreSQL too, so that any backup goes back into either back end
    sleutel       opens with the same passphrase or key file, or with the recovery code
    fotos/…       as the devices sealed them

It is made while the centre works and is readable by its owner only. The list of what must stay destroyed is not in it
(opschoonlijst.py).
"""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from boa_app import __version__
from boa_app.domain.audit import Actie
from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.domain.moments import to_iso
from boa_app.domain.retention import termijn
from boa_app.domain.wachtwoord import MIN_PASSPHRASE
from boa_app.server import audit
from boa_app.server.bestand import BestandBackend
from boa_app.server.kopieer import columns_of, copy_rows, postgres_bron
from boa_app.server.openen import Centrale, Plaats
from boa_app.server.opschoonlijst import werk_lijst_bij
from boa_app.server.schema import VERSIE
from boa_app.vault.files import rename_durably, sync_file
from boa_app.vault.keyfile import create_keyfile

FORM = 1
MANIFEST, DATABASE, KEY, PHOTOS = "kopie.json", "centrale.boa", "sleutel", "fotos/"
SUFFIX = ".kopie"
_CHUNK = 1024 * 1024


def maak_kopie(centrale: Centrale, naar: Path, now: datetime) -> dict[str, Any]:
    """Write a backup; naar: a new file, or a folder in which it gets a name and outdated ones are destroyed.

    Raises UserError kopie_bestaat_al(bestand), wachtwoord_nodig; EnvironmentProblem schijf_vol, opslag_fout.
    """
    target = naar / f"boa-centrale-{now:%Y%m%dT%H%M%S}{SUFFIX}" if naar.is_dir() else naar
    if target.exists():
        raise UserError("kopie_bestaat_al", bestand=target.name)
    with _disk():
        target.parent.mkdir(parents=True, exist_ok=True)
        werk_lijst_bij(centrale.db, centrale.plaats.opschoningen)
        code = centrale.db.gemeente_code
        parts = schrijf_kopie(centrale.plaats, code, target, now, lambda folder: _collect(centrale, folder))
        gone = _destroy_outdated(naar, now) if naar.is_dir() else 0
    with centrale.db.transaction():
        audit.append_line(centrale.db, now, audit.MACHINE, Actie.EXPORT, "reservekopie", target.name)
    return {"id": target.name, "bestand": str(target), "onderdelen": parts, "vernietigd": gone}


def schrijf_kopie(
    plaats: Plaats, gemeente_code: str, target: Path, now: datetime, collect: Callable[[Path], None]
) -> int:
    """Pack what collect puts into a folder, and the photos; how many parts. A kill leaves no half backup under its
    name. Raises OSError."""
    building = target.with_name(target.name + ".nieuw")
    with TemporaryDirectory(prefix=".boa-kopie-", dir=target.parent) as name:
        folder = Path(name)
        collect(folder)
        parts = _pack(plaats, gemeente_code, folder, building, now)
    sync_file(building)
    rename_durably(building, target)
    return parts


def maak_sleutel(plaats: Plaats, path: Path) -> str:
    """A key of its own for a backup of PostgreSQL, which has none. Raises UserError wachtwoord_nodig."""
    if len(plaats.geheim) < MIN_PASSPHRASE:
        raise UserError("wachtwoord_nodig")
    return create_keyfile(path, plaats.geheim, plaats.kdf).key_hex


def _collect(centrale: Centrale, folder: Path) -> None:
    """Put the rows of this moment and their key into a folder."""
    plaats = centrale.plaats
    if isinstance(centrale.backend, BestandBackend):
        (folder / KEY).write_bytes(plaats.sleutel.read_bytes())
        centrale.backend.copy_to(folder / DATABASE)
        return
    copy = BestandBackend(folder / DATABASE, maak_sleutel(plaats, folder / KEY))
    try:
        with postgres_bron(plaats.dsn, centrale.db.gemeente_code) as bron:
            copy_rows(bron, copy.db(centrale.db.gemeente_code), columns_of(copy))
    finally:
        copy.close()


def _pack(plaats: Plaats, gemeente_code: str, folder: Path, building: Path, now: datetime) -> int:
    descriptor = os.open(building, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    hashes: dict[str, str] = {}
    with os.fdopen(descriptor, "wb") as file, zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as bundle:
        for name, path in [(DATABASE, folder / DATABASE), (KEY, folder / KEY), *_photos(plaats)]:
            hashes[name] = _add(bundle, name, path)
        manifest = {
            "vorm": FORM, "schema": VERSIE, "versie": __version__, "gemeente": gemeente_code,
            "gemaakt_op": to_iso(now), "sha256": hashes,
        }  # fmt: skip
        bundle.writestr(MANIFEST, json.dumps(manifest))
    return len(hashes)


def _photos(plaats: Plaats) -> Iterator[tuple[str, Path]]:
    if plaats.fotos.is_dir():
        for path in sorted(plaats.fotos.rglob("*")):
            # What is still coming in is sent again by its device.
            if path.is_file() and path.parent.name != "komend":
                yield PHOTOS + path.relative_to(plaats.fotos).as_posix(), path


def _add(bundle: zipfile.ZipFile, name: str, path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as source, bundle.open(name, "w", force_zip64=True) as target:
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
            target.write(chunk)
    return digest.hexdigest()


def _destroy_outdated(folder: Path, now: datetime) -> int:
    oldest = (now - termijn("reservekopie").duur - timedelta(hours=1)).timestamp()
    outdated = [path for path in folder.glob(f"boa-centrale-*{SUFFIX}") if path.stat().st_mtime < oldest]
    for path in outdated:
        path.unlink()
    return len(outdated)


@contextmanager
def _disk() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise EnvironmentProblem("opslag_fout", soort=type(error).__name__) from error
