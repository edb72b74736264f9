"""From a folder to an open store: lock, key, version, backup and migration, sweep, threads.

boa.db         the encrypted file; written last, so a store exists exactly when this file does
sleutel.json   the key file
slot           the lock
reservekopie/  backups made before a migration
fotos/         sealed pictures, each under a key in the file
uitgaand/      unsent work, sealed to the municipality's recovery key; outlives the key of the store
looppakketten/ copies of looppakketten taken along, sealed, until their day
apart-…/       a key, WAL or photos that lay here without their file when a store was made
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from boa_app.domain.audit import GENESIS, Actie
from boa_app.domain.errors import BoaError, EnvironmentProblem, UserError
from boa_app.domain.ids import uuid7
from boa_app.domain.moments import Clock
from boa_app.domain.wachtwoord import MIN_PASSPHRASE
from boa_app.store import audit, fotos, importveger, klok
from boa_app.store.backup import list_backups, make_backup, purge_backups
from boa_app.store.lock import StoreLock
from boa_app.store.problems import from_database_error, from_os_error
from boa_app.store.schema import SCHEMA, Schema, file_version
from boa_app.store.session import Reader, StoreMeta, Writer
from boa_app.store.store import DATABASE_NAME, Store
from boa_app.vault.errors import VaultError, VaultFault
from boa_app.vault.files import rename_durably, sync_file, sync_folder
from boa_app.vault.keyfile import DEFAULT_KDF, KdfParams, create_keyfile, unlock_keyfile
from boa_app.vault.keyfile import change_passphrase as change_slot
from boa_app.vault.sqlcipher import Database, DatabaseError, open_database

KEYFILE_NAME = "sleutel.json"
LOCK_NAME = "slot"


@dataclass(frozen=True, slots=True)
class CreatedStore:
    """A fresh open store and the recovery code to print; the code is shown once and kept nowhere."""

    store: Store
    herstelcode: str


def store_exists(folder: Path) -> bool:
    """Whether the folder holds a complete store."""
    return (folder / DATABASE_NAME).is_file()


def create_store(
    folder: Path,
    passphrase: str,
    meta: StoreMeta,
    clock: Clock,
    kdf: KdfParams = DEFAULT_KDF,
    *,
    schema: Schema = SCHEMA,
) -> CreatedStore:
    """Make a store; a kill anywhere leaves no store or a complete one.

    Raises UserError: wachtwoord_te_kort(min), wachtwoord_onleesbaar, opslag_bestaat_al(map); EnvironmentProblem:
    opslag_in_gebruik(map), map_alleen_lezen(map), schijf_vol, opslag_fout(soort), geheugen_tekort.
    """
    if len(passphrase) < MIN_PASSPHRASE:
        raise UserError("wachtwoord_te_kort", min=MIN_PASSPHRASE)
    with _translated(folder), ExitStack() as stack:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = _take_lock(folder, stack)
        # A backup without its file is somebody's only copy; its key must not be replaced.
        if store_exists(folder) or list_backups(folder):
            raise UserError("opslag_bestaat_al", map=str(folder))
        _set_apart(folder, clock())
        # Until the caller holds the recovery code nobody can have anything in this store.
        stack.callback(_remove_files, folder)
        new_key = create_keyfile(folder / KEYFILE_NAME, passphrase, kdf)
        _build_database(folder, new_key.key_hex, meta, clock, schema)
        db = _open_writable(folder, new_key.key_hex, stack)
        store = Store(folder, new_key.key_hex, db, meta, clock, lock)
        stack.pop_all()
    return CreatedStore(store, new_key.herstelcode)


def open_store(folder: Path, secret: str, clock: Clock, *, schema: Schema = SCHEMA) -> Store:
    """Unlock a store with its passphrase or recovery code.

    Raises UserError: wachtwoord_onjuist, opslag_ontbreekt(map); EnvironmentProblem: opslag_in_gebruik(map),
    sleutelbestand_ontbreekt, sleutelbestand_beschadigd, sleutelbestand_nieuwer(versie, kent),
    bestand_beschadigd(bestand), bestand_nieuwer(versie, kent), map_alleen_lezen(map), schijf_vol,
    opslag_fout(soort), geheugen_tekort.
    """
    if not store_exists(folder):
        raise UserError("opslag_ontbreekt", map=str(folder))
    with _translated(folder), ExitStack() as stack:
        lock = _take_lock(folder, stack)
        key_hex = unlock_keyfile(folder / KEYFILE_NAME, secret)
        _refuse_newer(folder, key_hex, schema)
        db = _open_writable(folder, key_hex, stack)
        _migrate(db, folder, clock, schema)
        # By a clock that cannot be right nothing is wiped.
        if klok.oordeel(Reader(db), now := clock()).is_zeker:
            purge_backups(folder, now)
        store = Store(folder, key_hex, db, _read_meta(db), clock, lock)
        stack.pop_all()
    with ExitStack() as stack:
        stack.callback(store.close)
        store.write_now(klok.onthoud)
        store.write_now(importveger.mark_broken)
        importveger.sweep_behind(store)
        with store.read() as reader:
            fotos.sweep(reader, folder)
        stack.pop_all()
    return store


def discard_store(store: Store) -> None:
    """Close a store that was made a moment ago and remove it: its making failed before the recovery code was shown."""
    store.close()
    with ExitStack() as stack:
        _take_lock(store.folder, stack)
        _remove_files(store.folder)


def change_passphrase(store: Store, secret: str, new: str, kdf: KdfParams = DEFAULT_KDF) -> None:
    """Give an open store another passphrase; the recovery code stays. Raises as create_store and open_store."""
    if len(new) < MIN_PASSPHRASE:
        raise UserError("wachtwoord_te_kort", min=MIN_PASSPHRASE)
    path = store.folder / KEYFILE_NAME
    with _translated(store.folder):
        change_slot(path, unlock_keyfile(path, secret), new, kdf)
    store.write_now(lambda w: audit.append_line(w, Actie.SLEUTEL, "opslag", w.device, velden=("wachtwoord",)))


def _take_lock(folder: Path, stack: ExitStack) -> StoreLock:
    lock = StoreLock(folder / LOCK_NAME)
    stack.callback(lock.release)
    return lock


def _open_writable(folder: Path, key_hex: str, stack: ExitStack) -> Database:
    # Opened here and handed to the writer thread, which is the only one to use it from then on.
    db = open_database(folder / DATABASE_NAME, key_hex, check_same_thread=False)
    stack.callback(db.close)
    return db


def _build_database(folder: Path, key_hex: str, meta: StoreMeta, clock: Clock, schema: Schema) -> None:
    """Make the file beside its place and move it there last."""
    temporary = folder / (DATABASE_NAME + ".nieuw")
    for rest in folder.glob(DATABASE_NAME + ".nieuw*"):
        rest.unlink()
    # Readable by the owner only; SQLite gives the WAL the same rights.
    os.close(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with ExitStack() as stack:
        db = open_database(temporary, key_hex)
        stack.callback(db.close)
        schema.apply(db)
        with db.atomic():
            for name, value in asdict(meta).items():
                db.execute("INSERT INTO meta (naam, waarde) VALUES (?, ?)", [name, str(value)])
            _anchor(Writer(db, clock(), meta, uuid7(clock()), None, 0, GENESIS))
    sync_file(temporary)
    rename_durably(temporary, folder / DATABASE_NAME)
    sync_folder(folder.parent)


def _set_apart(folder: Path, now: datetime) -> None:
    """Move a key, WAL or photos whose file is gone aside, never over it: somebody may have moved only the file.

    A WAL left in place would also be taken for one of the new file.
    """
    names = (folder / KEYFILE_NAME, folder / fotos.FOLDER_NAME, *folder.glob(DATABASE_NAME + "-*"))
    rests = [path for path in names if path.exists()]
    if not rests:
        return
    apart = folder / f"apart-{now:%Y%m%dT%H%M%S}"
    apart.mkdir(mode=0o700, exist_ok=True)
    for path in rests:
        rename_durably(path, apart / path.name)
    sync_folder(folder)


def _remove_files(folder: Path) -> None:
    """Undo a making that failed. A WAL goes before its file: a kill between leaves a complete store or none."""
    names = ("-wal", "-shm", "", ".nieuw", ".nieuw-wal", ".nieuw-shm")
    for path in (*(folder / (DATABASE_NAME + name) for name in names), folder / KEYFILE_NAME):
        # What failed first is what the caller must hear.
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _anchor(w: Writer) -> None:
    """The first line of the chain says which device and which program started it."""
    audit.append_line(w, Actie.SLEUTEL, "opslag", w.device)


def _refuse_newer(folder: Path, key_hex: str, schema: Schema) -> None:
    """Look at the version over a connection that cannot change the file, not even by moving the WAL into it."""
    with ExitStack() as stack:
        db = open_database(folder / DATABASE_NAME, key_hex, read_only=True)
        stack.callback(db.close)
        version = file_version(db)
    # A complete store has a version; an emptied file would otherwise pass for a new one.
    if version == 0:
        raise EnvironmentProblem("bestand_beschadigd", bestand=DATABASE_NAME)
    if version > schema.version:
        raise EnvironmentProblem("bestand_nieuwer", versie=version, kent=schema.version)


def _migrate(db: Database, folder: Path, clock: Clock, schema: Schema) -> None:
    version = file_version(db)
    if version < schema.version:
        make_backup(db, folder, version, clock())
        schema.apply(db)


def _read_meta(db: Database) -> StoreMeta:
    values = dict(db.execute("SELECT naam, waarde FROM meta").fetchall())
    names = ("gemeente_code", "gemeente_naam", "account", "rol", "device")
    return StoreMeta(voorbeeld=values["voorbeeld"] == str(True), **{name: values[name] for name in names})


@contextmanager
def _translated(folder: Path) -> Iterator[None]:
    """Tell what keys, SQLite and disk report as errors of the domain."""
    try:
        yield
    except VaultError as error:
        raise _from_vault(error) from error
    except DatabaseError as error:
        problem = from_database_error(error, folder)
        if problem is None:
            raise
        raise problem from error
    except OSError as error:
        raise from_os_error(error, folder) from error


def _from_vault(error: VaultError) -> BoaError:
    theirs = error.fault in (VaultFault.WRONG_SECRET, VaultFault.UNREADABLE_SECRET)
    kind = UserError if theirs else EnvironmentProblem
    return kind(error.fault.value, **error.fields)
