"""Encrypted copies made before a migration, kept at most 35 days (domain §1.8)."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from boa_app.domain.retention import termijn
from boa_app.vault.files import rename_durably, sync_file
from boa_app.vault.sqlcipher import Database

FOLDER_NAME = "reservekopie"
_STAMP = "%Y%m%dT%H%M%SZ"


def make_backup(db: Database, folder: Path, version: int, now: datetime) -> Path:
    """Copy the open file, encrypted under its own key, to ``reservekopie/boa-v<version>-<time>.db``, safely on disk.

    Raises OSError, DatabaseError.
    """
    target_folder = folder / FOLDER_NAME
    target_folder.mkdir(exist_ok=True)
    target = target_folder / f"boa-v{version}-{now.astimezone(UTC):{_STAMP}}.db"
    temporary = target.with_suffix(".nieuw")
    # A copy that was interrupted is worthless, and VACUUM INTO refuses a file that is not empty.
    temporary.unlink(missing_ok=True)
    db.execute("VACUUM INTO ?", [str(temporary)])
    sync_file(temporary)
    rename_durably(temporary, target)
    return target


def list_backups(folder: Path) -> list[Path]:
    """The backups of a store folder by name, so by version and age."""
    return sorted((folder / FOLDER_NAME).glob("boa-v*.db"))


def purge_backups(folder: Path, now: datetime) -> int:
    """Remove backups past their term and pieces of interrupted ones; gives the number removed. Raises OSError."""
    oldest = now - termijn("reservekopie").duur
    expired = [path for path in list_backups(folder) if (made := _made_at(path)) is not None and made < oldest]
    expired += (folder / FOLDER_NAME).glob("boa-v*.nieuw*")
    for path in expired:
        path.unlink(missing_ok=True)
    return len(expired)


def _made_at(path: Path) -> datetime | None:
    try:
        return datetime.strptime(path.stem.rsplit("-", 1)[-1], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
