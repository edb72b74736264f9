"""Opening a centre wherever it is kept, and making it when there is none yet.

    F               the encrypted file               F.sleutel        its key in slots: passphrase, recovery code
    F.fotos/        sealed photos                    F.opschoningen   every order to destroy, outside all backups
    F.kaarten/      kaartpakketten for devices       F.v1-….kopie     what was there before an upgrade
    F.slot          held while one is made

With PostgreSQL the same names stand beside the folder given for photos. A kill while a centre is made leaves none or a
complete one: it is built under another name and renamed last.
"""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.domain.wachtwoord import MIN_PASSPHRASE
from boa_app.server.backend import Backend
from boa_app.server.bestand import BestandBackend
from boa_app.server.db import Db
from boa_app.server.inrichten import Gemeente, nieuwe_herstelcode, richt_in
from boa_app.server.schema import VERSIE
from boa_app.server.slot import beurt
from boa_app.vault.errors import VaultError, VaultFault
from boa_app.vault.files import rename_durably, sync_folder
from boa_app.vault.keyfile import DEFAULT_KDF, KdfParams, create_keyfile, unlock_keyfile
from boa_app.vault.sqlcipher import DatabaseError, open_database

MAX_SECRET_BYTES = 4096
_SECRET_BYTES = 32
# For a secret nobody can guess, slowness keeps nobody out: a key file we made, or one as long.
RANDOM_KDF = KdfParams(memory_kib=19 * 1024, time_cost=2, parallelism=1)
RANDOM_LENGTH = 43


@dataclass(frozen=True, slots=True)
class Plaats:
    """Where a centre is kept. bestand: the encrypted file, and with dsn the name its companions are called after.
    dsn: of PostgreSQL, "" for the file. geheim: what unlocks the file's key. kdf: how dear it is to try one."""

    bestand: Path
    dsn: str = ""
    geheim: str = ""
    kdf: KdfParams = DEFAULT_KDF

    def naast(self, soort: str) -> Path:
        """A companion of the file."""
        return self.bestand.with_name(f"{self.bestand.name}.{soort}")

    @property
    def sleutel(self) -> Path:
        """The key file."""
        return self.naast("sleutel")

    @property
    def fotos(self) -> Path:
        """The folder for photos."""
        return self.naast("fotos")

    @property
    def kaarten(self) -> Path:
        """The folder for kaartpakketten."""
        return self.naast("kaarten")

    @property
    def opschoningen(self) -> Path:
        """The list of orders to destroy."""
        return self.naast("opschoningen")


@dataclass(frozen=True, slots=True)
class Centrale:
    """An open centre. herstelcode: only when it was made just now, to be shown once; else ""."""

    plaats: Plaats
    backend: Backend
    db: Db
    herstelcode: str = ""


@contextmanager
def open_centrale(plaats: Plaats, gemeente: Gemeente, now: datetime) -> Iterator[Centrale]:
    """An open centre, made when there was none.

    Raises UserError wachtwoord_onjuist, wachtwoord_te_kort(min); EnvironmentProblem sleutelbestand_ontbreekt,
    sleutelbestand_beschadigd, bestand_beschadigd(bestand), centrale_nieuwer(versie, kent), map_alleen_lezen(map),
    schijf_vol, and what the back end raises.
    """
    with translated(plaats.bestand):
        plaats.bestand.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with beurt(plaats.naast("slot")):
            code = "" if plaats.dsn or plaats.bestand.is_file() else _make_file(plaats, gemeente, now)
            backend = open_backend(plaats) if plaats.dsn else _open_file(plaats, now)
    try:
        db = backend.db(gemeente.code)
        fresh = nieuwe_herstelcode()
        made = richt_in(db, gemeente, fresh, now)
        yield Centrale(plaats, backend, db, fresh if made else code)
    finally:
        backend.close()


def read_geheim(path: Path, *, make: bool) -> str:
    """What a key file given with --sleutelbestand holds. make: write a random one when there is none.

    Raises UserError geheimbestand_ontbreekt(bestand), geheimbestand_leeg(bestand), geheimbestand_open(bestand) when
    others than its owner can read it.
    """
    if make and not path.exists():
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_urlsafe(_SECRET_BYTES).encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
        sync_folder(path.parent)
    try:
        with path.open("rb") as file:
            mode, content = os.fstat(file.fileno()).st_mode, file.read(MAX_SECRET_BYTES)
    except FileNotFoundError as error:
        raise UserError("geheimbestand_ontbreekt", bestand=str(path)) from error
    # Windows has no such bits; there the folder decides. systemd lets the service in by an access list, which shows as
    # a right of the group.
    if os.name != "nt" and not _is_credential(path) and mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise UserError("geheimbestand_open", bestand=str(path))
    text = content.decode("utf-8", "replace").strip()
    if len(text) < MIN_PASSPHRASE:
        raise UserError("geheimbestand_leeg", bestand=str(path), min=MIN_PASSPHRASE)
    return text


def _is_credential(path: Path) -> bool:
    """Whether systemd handed the file to this service alone."""
    folder = os.environ.get("CREDENTIALS_DIRECTORY", "")
    return bool(folder) and path.absolute().parent == Path(folder).absolute()


def file_version(path: Path, key_hex: str) -> int:
    """The version of the tables in a file, over a connection that cannot change it."""
    db = open_database(path, key_hex, read_only=True)
    try:
        return int(db.conn.execute("PRAGMA user_version").fetchone()[0])
    finally:
        db.close()


def _make_file(plaats: Plaats, gemeente: Gemeente, now: datetime) -> str:
    if len(plaats.geheim) < MIN_PASSPHRASE:
        raise UserError("wachtwoord_te_kort", min=MIN_PASSPHRASE)
    building = plaats.naast("nieuw")
    for rest in building.parent.glob(building.name + "*"):
        rest.unlink()
    if plaats.sleutel.exists():
        # Somebody may have moved only the file: its key must not be lost.
        rename_durably(plaats.sleutel, plaats.naast(f"sleutel-apart-{now:%Y%m%dT%H%M%S}"))
    new_key = create_keyfile(plaats.sleutel, plaats.geheim, plaats.kdf)
    os.close(os.open(building, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    backend = BestandBackend(building, new_key.key_hex)
    try:
        richt_in(backend.db(gemeente.code), gemeente, new_key.herstelcode, now)
    finally:
        backend.close()
    for rest in (building.with_name(building.name + tail) for tail in ("-wal", "-shm")):
        rest.unlink(missing_ok=True)
    rename_durably(building, plaats.bestand)
    return new_key.herstelcode


def _open_file(plaats: Plaats, now: datetime) -> Backend:
    key_hex = unlock_keyfile(plaats.sleutel, plaats.geheim)
    version = file_version(plaats.bestand, key_hex)
    if version > VERSIE:
        raise EnvironmentProblem("centrale_nieuwer", versie=version, kent=VERSIE)
    if 0 < version < VERSIE:
        copy = plaats.naast(f"v{version}-{now:%Y%m%dT%H%M%S}.kopie")
        # Of its owner only; an empty file is what VACUUM INTO fills.
        os.close(os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        db = open_database(plaats.bestand, key_hex)
        try:
            db.conn.execute("VACUUM INTO ?", [str(copy)])
        finally:
            db.close()
    return BestandBackend(plaats.bestand, key_hex)


def open_backend(plaats: Plaats) -> Backend:
    """PostgreSQL at its dsn. Raises what the back end raises."""
    from boa_app.server.postgres import PostgresBackend
    from boa_app.server.postgres_schema import migrate

    try:
        return PostgresBackend(plaats.dsn)
    except EnvironmentProblem as problem:
        # An empty database is prepared at once; one with contents only by ``centraal migreer``, after a backup.
        if problem.code not in ("centrale_ouder", "databank_recht") or not _is_empty(plaats.dsn):
            raise
    migrate(plaats.dsn)
    return PostgresBackend(plaats.dsn)


def _is_empty(dsn: str) -> bool:
    """Whether nothing of ours was ever made in this database."""
    from boa_app.server.postgres_rls import SCHEMA
    from boa_app.server.postgres_schema import connect

    with connect(dsn) as connection:
        row = connection.execute(b"SELECT to_regclass(%s) IS NULL", [f"{SCHEMA}.schemastappen"]).fetchone()
    return bool(row and row[0])


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Tell what keys, files and disk report as errors of the domain."""
    try:
        yield
    except VaultError as error:
        theirs = error.fault in (VaultFault.WRONG_SECRET, VaultFault.UNREADABLE_SECRET)
        raise (UserError if theirs else EnvironmentProblem)(error.fault.value, **error.fields) from error
    except DatabaseError as error:
        raise EnvironmentProblem("bestand_beschadigd", bestand=path.name) from error
    except PermissionError as error:
        raise EnvironmentProblem("map_alleen_lezen", map=str(path.parent)) from error
    except OSError as error:
        raise EnvironmentProblem("opslag_fout", soort=type(error).__name__) from error
