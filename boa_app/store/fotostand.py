"""Where the sealed bytes of each photo are: hier, at the centrale too, or still to come (volgt).

made here  ─► hier ─► the centre has all bytes ─► centrale
received   ─► volgt ─► bytes on disk, thumbnail made ─► centrale
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from boa_app.domain.foto import FotoStand
from boa_app.store import audit, fotos
from boa_app.store.problems import from_os_error
from boa_app.store.session import Reader, Writer
from boa_app.vault.files import sync_folder, write_atomically


@dataclass(frozen=True, slots=True)
class Fotobytes:
    """One photo whose bytes are to move. bytes: how many the picture has, sealed it is a little more."""

    uid: str
    sha256: str
    bytes: int


# The centre takes bytes only for a row it knows.
_SENDABLE = (
    "FROM fotos AS f WHERE f.stand = 'hier' AND f.bij_soort = 'melding' AND f.status = 'actief' AND EXISTS"
    " (SELECT 1 FROM changes AS c WHERE c.uid = f.uid AND c.entity = 'foto' AND c.field = '*'"
    " AND c.pushed_at IS NOT NULL AND c.geweigerd = '')"
)
_FETCHABLE = "FROM fotos AS f WHERE f.stand = 'volgt' AND f.status = 'actief'"


def list_to_send(r: Reader) -> list[Fotobytes]:
    """The photos whose bytes the centre waits for, oldest first."""
    return _listed(r, _SENDABLE)


def list_to_fetch(r: Reader) -> list[Fotobytes]:
    """The photos whose bytes this device waits for, newest first."""
    return list(reversed(_listed(r, _FETCHABLE)))


def count_here(r: Reader) -> int:
    """How many photos of meldingen have bytes the centre has not, whether their row is sent or not."""
    sql = "SELECT count(*) FROM fotos WHERE stand = 'hier' AND bij_soort = 'melding' AND status = 'actief'"
    return int(r.db.conn.execute(sql).fetchone()[0])


def count_to_fetch(r: Reader) -> int:
    """How many photos are still to come."""
    return int(r.db.conn.execute(f"SELECT count(*) {_FETCHABLE}").fetchone()[0])


def list_at_centre(r: Reader, device: str) -> list[str]:
    """The hashes of the photos made on this device that the centre should have, also those whose bytes wait
    here; the newest 1000."""
    sql = (
        "SELECT DISTINCT f.sha256 FROM fotos AS f JOIN changes AS c ON c.uid = f.uid AND c.entity = 'foto'"
        " AND c.field = '*' AND c.pushed_at IS NOT NULL AND c.geweigerd = '' AND c.device = ?"
        " WHERE f.bij_soort = 'melding' AND f.stand <> 'volgt' AND f.status = 'actief' ORDER BY f.rowid DESC LIMIT 1000"
    )
    return [str(sha256) for (sha256,) in r.db.conn.execute(sql, [device])]


def list_waiting(r: Reader, uids: Collection[str]) -> frozenset[str]:
    """Which of these photos are still to come."""
    found = r.db.conn.execute("SELECT uid FROM fotos WHERE stand = 'volgt'")
    return frozenset(uid for (uid,) in found) & frozenset(uids)


def set_stand(w: Writer, uid: str, stand: FotoStand) -> None:
    """Note where the bytes of a photo are now."""
    w.db.conn.execute("UPDATE fotos SET stand = ? WHERE uid = ?", [str(stand), uid])


def sealed_bytes(folder: Path, sha256: str) -> bytes | None:
    """The sealed bytes as they lie here, None when they are gone or cannot be read."""
    try:
        return fotos.file_of(folder, sha256).read_bytes()
    except OSError:
        return None


def keep_sealed(folder: Path, sha256: str, sealed: bytes) -> None:
    """Put sealed bytes that came from the centre on disk. Raises EnvironmentProblem schijf_vol, map_alleen_lezen(map),
    opslag_fout(soort)."""
    path = fotos.file_of(folder, sha256)
    try:
        for parent in (path.parent.parent, path.parent):
            if not parent.is_dir():
                parent.mkdir(mode=0o700, exist_ok=True)
                sync_folder(parent.parent)
        write_atomically(path, sealed)
    except OSError as error:
        raise from_os_error(error, folder) from error


def take_in(w: Writer, uid: str, miniatuur: bytes) -> None:
    """The bytes of a photo are here now."""
    w.db.conn.execute(
        "UPDATE fotos SET stand = ?, miniatuur = ? WHERE uid = ?", [str(FotoStand.CENTRALE), miniatuur, uid]
    )
    audit.append_line(w, "SYNC", fotos.ENTITY, uid, reden_code="FOTO_ONTVANGEN")


def _listed(r: Reader, what: str) -> list[Fotobytes]:
    rows = r.db.conn.execute(f"SELECT f.uid, f.sha256, f.bytes {what} ORDER BY f.rowid")
    return [Fotobytes(*row) for row in rows]
