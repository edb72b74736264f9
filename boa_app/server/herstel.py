"""Putting a backup back: into an empty place only, whole or not at all, and never serving before it is clean.

    check every part ─► open it ─► destroy once more what was destroyed since ─► revoke again who was revoked
    ─► tell every device that acknowledged work may be missing ─► give it its name

Devices that synced after the backup hold changes the centre forgot. Each epoch is raised and ``teruggezet`` changes, so
they send all they have again before they take anything.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from boa_app.domain.audit import Actie
from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.domain.ids import uuid7
from boa_app.server import audit
from boa_app.server.backend import Backend
from boa_app.server.bestand import BestandBackend
from boa_app.server.db import Db
from boa_app.server.dienst import TERUGGEZET
from boa_app.server.fotos import Fotomap
from boa_app.server.instellingen import is_ingericht, write_extra
from boa_app.server.kopieer import NOT_COPIED, BestandBron, columns_of, copy_rows
from boa_app.server.openen import Plaats, open_backend, translated
from boa_app.server.opschoonlijst import Regel, lees_lijst, schrijf_lijst, voer_lijst_uit, werk_lijst_bij
from boa_app.server.reservekopie import DATABASE, FORM, KEY, MANIFEST, PHOTOS
from boa_app.server.schema import VERSIE
from boa_app.server.slot import beurt
from boa_app.vault.files import rename_durably
from boa_app.vault.keyfile import unlock_keyfile

_PHOTO = re.compile(r"fotos/blobs/[0-9a-f]{2}/[0-9a-f]{64}")
_MAX_MANIFEST = 256 * 1024 * 1024
_CHUNK = 1024 * 1024
# Far above any epoch a device can have heard of since the backup.
_JUMP = 1000


def herstel(plaats: Plaats, van: Path, gemeente_code: str, now: datetime, *, lijst: Path | None) -> dict[str, Any]:
    """Put a backup back; what it did as numbers. lijst: of what must stay destroyed; else the one beside the centre, or
    beside the backup.

    Raises UserError bestand_ontbreekt(bestand), kopie_onleesbaar(bestand), kopie_andere_gemeente(gemeente),
    centrale_bestaat_al, wachtwoord_onjuist, opschoonlijst_onleesbaar(bestand); EnvironmentProblem centrale_nieuwer.
    """
    if not van.is_file():
        raise UserError("bestand_ontbreekt", bestand=van.name)
    where = next((path for path in (lijst, plaats.opschoningen, _beside(van)) if path and path.is_file()), None)
    if lijst is not None and where != lijst:
        raise UserError("bestand_ontbreekt", bestand=lijst.name)
    orders = lees_lijst(where) if where else {}
    with translated(plaats.bestand):
        plaats.bestand.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with beurt(plaats.naast("slot")), TemporaryDirectory(prefix=".boa-herstel-", dir=plaats.bestand.parent) as name:
            folder = Path(name)
            _refuse_existing(plaats, gemeente_code)
            _unpack(van, folder, gemeente_code)
            done = _clean(plaats, folder, gemeente_code, orders, now)
            _put_in_place(plaats, folder, gemeente_code)
    return {"id": done["id"], "opschoningen": done["opschoningen"], "opschoonlijst": str(where) if where else None}


def _beside(van: Path) -> Path:
    return van.with_name(van.name + ".opschoningen")


def _refuse_existing(plaats: Plaats, gemeente_code: str) -> None:
    if not plaats.dsn:
        if plaats.bestand.exists():
            raise UserError("centrale_bestaat_al")
        return
    with _opened(plaats) as backend:
        if is_ingericht(backend.db(gemeente_code)):
            raise UserError("centrale_bestaat_al")


def _unpack(van: Path, folder: Path, gemeente_code: str) -> None:
    """Every part, and only those, with the hash it was packed with."""
    try:
        with zipfile.ZipFile(van) as bundle:
            manifest = _manifest(bundle)
            hashes: Mapping[str, str] = manifest["sha256"]
            if manifest["schema"] > VERSIE or manifest["vorm"] > FORM:
                raise EnvironmentProblem("centrale_nieuwer", versie=int(manifest["schema"]), kent=VERSIE)
            if manifest["gemeente"] != gemeente_code:
                raise UserError("kopie_andere_gemeente", gemeente=str(manifest["gemeente"]))
            if {info.filename for info in bundle.infolist()} != {MANIFEST, *hashes} or not {DATABASE, KEY} <= set(
                hashes
            ):
                raise ValueError("parts")
            for name, expected in hashes.items():
                if name not in (DATABASE, KEY) and not _PHOTO.fullmatch(name):
                    raise ValueError("name")
                _extract(bundle, name, folder / name, expected)
    except (zipfile.BadZipFile, ValueError, KeyError, TypeError, EOFError, NotImplementedError, RuntimeError) as error:
        raise UserError("kopie_onleesbaar", bestand=van.name) from error


def _manifest(bundle: zipfile.ZipFile) -> dict[str, Any]:
    with bundle.open(MANIFEST) as file:
        content = file.read(_MAX_MANIFEST + 1)
    found = json.loads(content)
    if len(content) > _MAX_MANIFEST or not isinstance(found, dict):
        raise ValueError("manifest")
    return found


def _extract(bundle: zipfile.ZipFile, name: str, target: Path, expected: str) -> None:
    digest = hashlib.sha256()
    target.parent.mkdir(parents=True, exist_ok=True)
    # Of its owner only, wherever the centre stands: these are the files it will run with.
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with bundle.open(name) as source, os.fdopen(descriptor, "wb") as file:
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
            file.write(chunk)
    if digest.hexdigest() != expected:
        raise ValueError("hash")


def _clean(
    plaats: Plaats, folder: Path, gemeente_code: str, orders: Mapping[str, Regel], now: datetime
) -> dict[str, Any]:
    """Make the unpacked centre what it must be before anybody sees it."""
    backend = BestandBackend(folder / DATABASE, unlock_keyfile(folder / KEY, plaats.geheim))
    try:
        db = backend.db(gemeente_code)
        if not is_ingericht(db):
            raise UserError("kopie_andere_gemeente", gemeente=gemeente_code)
        purged = voer_lijst_uit(backend, db, Fotomap(folder / PHOTOS), orders.values(), now)
        mark = uuid7(now)
        with db.transaction():
            for table in sorted(NOT_COPIED):
                db.execute(f"DELETE FROM {table} WHERE gemeente_code = %s", [gemeente_code])  # noqa: S608 - own names
            db.execute("UPDATE accounts SET epoch = epoch + %s WHERE gemeente_code = %s", [_JUMP, gemeente_code])
            write_extra(db, TERUGGEZET, mark)
            audit.append_line(db, now, audit.MACHINE, Actie.WIJZIGEN, "centrale", mark, velden=("herstel",))
        _keep_list(db, plaats, orders)
    finally:
        backend.close()
    return {"id": mark, "opschoningen": purged}


def _keep_list(db: Db, plaats: Plaats, orders: Mapping[str, Regel]) -> None:
    """The list stays beside the centre, also when it came from elsewhere."""
    if not plaats.opschoningen.exists() or not orders.keys() <= lees_lijst(plaats.opschoningen).keys():
        schrijf_lijst(plaats.opschoningen, orders.values())
    werk_lijst_bij(db, plaats.opschoningen)


def _put_in_place(plaats: Plaats, folder: Path, gemeente_code: str) -> None:
    fotos = folder / PHOTOS.rstrip("/")
    if fotos.is_dir():
        if plaats.fotos.exists():
            shutil.rmtree(plaats.fotos)
        fotos.rename(plaats.fotos)
    if not plaats.dsn:
        rename_durably(folder / KEY, plaats.sleutel)
        # Last: from here on there is a centre.
        rename_durably(folder / DATABASE, plaats.bestand)
        return
    source = BestandBackend(folder / DATABASE, unlock_keyfile(folder / KEY, plaats.geheim))
    try:
        with _opened(plaats) as backend:
            copy_rows(BestandBron(source, gemeente_code), backend.db(gemeente_code), columns_of(source))
    finally:
        source.close()


@contextmanager
def _opened(plaats: Plaats) -> Iterator[Backend]:
    backend = open_backend(plaats)
    try:
        yield backend
    finally:
        backend.close()
