"""Photos: the row in the encrypted file, the picture sealed in a file of its own beside it.

fotos/ab/ab12…   AES-GCM under a key that only the row holds; named by the SHA-256 of the sealed bytes, so that a file
                 can be checked without opening it and two equal photos have nothing in common

adding:  seal ─> file on disk ─> row in a transaction      a kill between leaves a file without a row: swept at opening
wiping:  row gone in a transaction ─> file removed         a kill between leaves the same

receiving: row with the change, stand volgt ─> file on disk ─> stand centrale    see fotos_sync.py

Backups hold rows and keys, the files are there once: a file that was wiped since cannot come back by a backup.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.domain.foto import Foto, FotoBij, FotoStand
from boa_app.domain.melding import Status
from boa_app.domain.moments import from_iso, to_iso
from boa_app.store.changes import log_create, log_fields
from boa_app.store.geschiedenis import empty_log
from boa_app.store.problems import from_os_error
from boa_app.store.session import Reader, Writer
from boa_app.sync.clock import Hlc
from boa_app.vault.aesgcm import KEY_BYTES, SealBroken, open_sealed, seal
from boa_app.vault.files import sync_folder, write_atomically

FOLDER_NAME = "fotos"
ENTITY = "foto"
_PURPOSE = b"boa_app foto "
_COLUMNS = (
    "uid", "bij_soort", "bij", "sha256", "breedte", "hoogte", "bytes", "genomen_op", "bijschrift", "status",
    "gemaakt_door", "gemaakt_op", "eerste_verwerking_op", "stand",
)  # fmt: skip
SELECT = f"SELECT {', '.join(_COLUMNS)} FROM fotos"  # noqa: S608 - own names
_INSERT = (
    "INSERT INTO fotos (uid, bij_soort, bij, sha256, sleutel, breedte, hoogte, bytes, genomen_op, bijschrift,"
    " miniatuur, status, gemeente_code, eerste_verwerking_op, gemaakt_door, gemaakt_op)"
    " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
)


@dataclass(frozen=True, slots=True)
class Verzegeld:
    """A picture on disk that no row names yet. sleutel: what opens it."""

    sha256: str
    sleutel: bytes
    bytes: int


def seal_file(folder: Path, uid: str, jpeg: bytes) -> Verzegeld:
    """Seal a picture under a key of its own and put it on disk. Only sealed bytes ever touch the disk.

    folder: of the store. Raises EnvironmentProblem schijf_vol, map_alleen_lezen(map), opslag_fout(soort).
    """
    key = secrets.token_bytes(KEY_BYTES)
    sealed = seal(key, jpeg, _PURPOSE + uid.encode())
    name = hashlib.sha256(sealed).hexdigest()
    path = file_of(folder, name)
    try:
        make_folders(path.parent)
        write_atomically(path, sealed)
    except OSError as error:
        raise from_os_error(error, folder) from error
    return Verzegeld(name, key, len(jpeg))


def file_of(folder: Path, sha256: str) -> Path:
    """Where a sealed picture lies in the folder of the store."""
    return folder / FOLDER_NAME / sha256[:2] / sha256


def insert_foto(w: Writer, foto: Foto, sleutel: bytes, miniatuur: bytes) -> None:
    """Name a sealed picture. Of a photo with a draft nothing is logged yet; attach does that."""
    row = (
        foto.uid, str(foto.bij_soort), foto.bij, foto.sha256, sleutel, foto.breedte, foto.hoogte, foto.bytes,
        _iso_or_none(foto.genomen_op), foto.bijschrift, miniatuur, str(foto.status), w.meta.gemeente_code,
        to_iso(foto.eerste_verwerking_op), foto.gemaakt_door, to_iso(foto.gemaakt_op),
    )  # fmt: skip
    w.db.conn.execute(_INSERT, row)
    if foto.bij_soort is FotoBij.MELDING:
        _log_create(w, foto, sleutel)


def attach(w: Writer, concept: str, melding: str) -> tuple[str, ...]:
    """Give the photos of a draft to a melding; gives their uids in the order they were added. Those a person took away
    again go with the draft."""
    found = [foto for foto in list_for(w, FotoBij.CONCEPT, concept) if foto.status is Status.ACTIEF]
    for foto in found:
        w.db.conn.execute(
            "UPDATE fotos SET bij_soort = ?, bij = ? WHERE uid = ?", [str(FotoBij.MELDING), melding, foto.uid]
        )
        (key,) = w.db.conn.execute("SELECT sleutel FROM fotos WHERE uid = ?", [foto.uid]).fetchone()
        _log_create(w, replace(foto, bij_soort=FotoBij.MELDING, bij=melding), bytes(key))
    return tuple(foto.uid for foto in found)


def get_foto(r: Reader, uid: str) -> Foto | None:
    """One photo, None when there is none or it was wiped."""
    row = r.db.conn.execute(f"{SELECT} WHERE uid = ?", [uid]).fetchone()
    return to_foto(row) if row else None


def list_for(r: Reader, bij_soort: FotoBij, bij: str) -> list[Foto]:
    """The photos of a draft or melding in the order they were added, those that lapsed included."""
    rows = r.db.conn.execute(f"{SELECT} WHERE bij = ? AND bij_soort = ? ORDER BY rowid", [bij, str(bij_soort)])
    return [to_foto(row) for row in rows]


def expired(r: Reader, before: datetime) -> list[Foto]:
    """The photos first processed before a moment, as they were added; those at a centre end by its order."""
    sql = f"{SELECT} WHERE eerste_verwerking_op < ? AND stand = 'hier' ORDER BY rowid"
    rows = r.db.conn.execute(sql, [to_iso(before)])
    return [to_foto(row) for row in rows]


def lapsed(r: Reader, before: datetime) -> list[Foto]:
    """The photos of meldingen that lapsed before a moment, by the clock of that change; as expired."""
    sql = f"{SELECT} WHERE status = ? AND bij_soort = ? AND stand = 'hier'"
    rows = r.db.conn.execute(sql, [str(Status.VERVALLEN), "melding"])
    return [foto for foto in map(to_foto, rows.fetchall()) if (_lapsed_at(r, foto) or foto.gemaakt_op) < before]


def get_miniatuur(r: Reader, uid: str) -> bytes:
    """The thumbnail of a photo as JPEG. Raises UserError foto_onbekend."""
    row = r.db.conn.execute("SELECT miniatuur FROM fotos WHERE uid = ?", [uid]).fetchone()
    if row is None:
        raise UserError("foto_onbekend")
    return bytes(row[0])


def read_picture(r: Reader, folder: Path, foto: Foto) -> bytes:
    """The picture as JPEG, opened in memory. Raises UserError foto_onbekend; EnvironmentProblem foto_ontbreekt,
    foto_geen_toegang, foto_beschadigd, opslag_fout(soort)."""
    try:
        sealed = file_of(folder, foto.sha256).read_bytes()
    except FileNotFoundError as error:
        raise EnvironmentProblem("foto_ontbreekt") from error
    except PermissionError as error:
        raise EnvironmentProblem("foto_geen_toegang") from error
    except OSError as error:
        # The disk or the share failed: the photo itself may be whole, so nobody must throw it away for this.
        raise from_os_error(error, folder) from error
    return open_picture(r, foto.uid, sealed)


def open_picture(r: Reader, uid: str, sealed: bytes) -> bytes:
    """The picture as JPEG out of its sealed bytes. Raises UserError foto_onbekend; EnvironmentProblem
    foto_beschadigd."""
    row = r.db.conn.execute("SELECT sleutel FROM fotos WHERE uid = ?", [uid]).fetchone()
    if row is None:
        raise UserError("foto_onbekend")
    try:
        return open_sealed(bytes(row[0]), sealed, _PURPOSE + uid.encode())
    except SealBroken as error:
        raise EnvironmentProblem("foto_beschadigd") from error


def set_status(w: Writer, foto: Foto, status: Status, reden: str) -> None:
    """Let a photo lapse or bring it back."""
    w.db.conn.execute("UPDATE fotos SET status = ? WHERE uid = ?", [str(status), foto.uid])
    if foto.bij_soort is FotoBij.MELDING:
        log_fields(w, ENTITY, foto.uid, {"status": str(status)}, reden)


def wipe(w: Writer, fotos: Sequence[Foto]) -> None:
    """Take rows, keys and thumbnails away for good and empty what the log says of them; ids stay.

    The caller removes the files after the commit with remove_files.
    """
    for foto in fotos:
        w.db.conn.execute("DELETE FROM fotos WHERE uid = ?", [foto.uid])
        empty_log(w, ENTITY, foto.uid, by_order=False)


def remove_files(folder: Path, names: Iterable[str]) -> None:
    """Remove sealed pictures that no row names any more. One that cannot go now goes at the next opening."""
    for name in names:
        with suppress(OSError):
            file_of(folder, name).unlink(missing_ok=True)


def sweep(r: Reader, folder: Path) -> int:
    """Remove every file that no row names: what a kill between file and row left behind. Gives how many."""
    named = {str(name) for (name,) in r.db.conn.execute("SELECT sha256 FROM fotos")}
    strays = [path for path in (folder / FOLDER_NAME).glob("??/*") if path.name not in named]
    for path in strays:
        with suppress(OSError):
            path.unlink(missing_ok=True)
    return len(strays)


def check_files(r: Reader, folder: Path) -> tuple[int, int, int]:
    """How many photos have no file that may be read, how many a file that is not what was written, and how many photos
    that meldingen name are unknown. Reads every file."""
    missing = broken = 0
    for (name,) in r.db.conn.execute("SELECT sha256 FROM fotos WHERE stand <> 'volgt'").fetchall():
        try:
            with file_of(folder, name).open("rb") as file:
                broken += hashlib.file_digest(file, "sha256").hexdigest() != name
        except (FileNotFoundError, PermissionError):
            # Not to be told apart by whoever wants to see it, and neither is a reason to throw it away.
            missing += 1
        except OSError:
            broken += 1
    unknown = r.db.conn.execute(
        "SELECT count(*) FROM meldingen AS m, json_each(m.fotos) AS f WHERE m.fotos <> '[]'"
        " AND f.value NOT IN (SELECT uid FROM fotos WHERE bij_soort = 'melding' AND bij = m.uid)"
    ).fetchone()[0]
    return missing, broken, int(unknown)


def make_folders(parent: Path) -> None:
    """Make the folder of a sealed picture, so that it survives a power cut. Raises OSError."""
    for folder in (parent.parent, parent):
        if not folder.is_dir():
            folder.mkdir(mode=0o700, exist_ok=True)
            # The file is only safe when the names on the way to it are.
            sync_folder(folder.parent)


def _log_create(w: Writer, foto: Foto, sleutel: bytes) -> None:
    # The key goes along: who may see the record must be able to open its picture, and without it nobody can.
    values: dict[str, Any] = {
        "bij_soort": str(foto.bij_soort), "bij": foto.bij, "sha256": foto.sha256, "sleutel": sleutel.hex(),
        "breedte": foto.breedte, "hoogte": foto.hoogte, "bytes": foto.bytes,
        "genomen_op": _iso_or_none(foto.genomen_op), "bijschrift": foto.bijschrift, "status": str(foto.status),
        "eerste_verwerking_op": to_iso(foto.eerste_verwerking_op),
    }  # fmt: skip
    log_create(w, ENTITY, foto.uid, values)


def _lapsed_at(r: Reader, foto: Foto) -> datetime | None:
    newest = r.db.conn.execute(
        "SELECT max(hlc) FROM changes WHERE uid = ? AND entity = ? AND field = 'status'", [foto.uid, ENTITY]
    ).fetchone()[0]
    return Hlc.parse(newest).moment() if newest else None


def _iso_or_none(moment: datetime | None) -> str | None:
    return None if moment is None else to_iso(moment)


def to_foto(row: Sequence[Any]) -> Foto:
    """A photo of the columns of SELECT."""
    uid, bij_soort, bij, sha256, width, height, size, taken, caption, status, by, made, first, stand = row
    return Foto(
        uid, FotoBij(bij_soort), bij, sha256, width, height, size, from_iso(taken) if taken else None, caption,
        Status(status), by, from_iso(made), from_iso(first), FotoStand(stand),
    )  # fmt: skip
