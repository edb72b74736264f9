"""Destroying the bytes of photos whose record is destroyed, unless another record shows the same bytes."""

from __future__ import annotations

from collections.abc import Sequence

from boa_app.server.db import Db
from boa_app.server.fotos import Fotomap

_HASHES = "SELECT sha256 FROM fotos WHERE gemeente_code = %s AND uid = %s"
_FORGET = "DELETE FROM fotos WHERE gemeente_code = %s AND uid = %s"
_OTHERS = "SELECT uid FROM fotos WHERE gemeente_code = %s AND sha256 = %s"


def wis_fotos(db: Db, fotos: Fotomap, uids: Sequence[str]) -> int:
    """Forget these photos and remove what nobody else shows; gives how many files went."""
    gone = 0
    for uid in uids:
        hashes = [str(row["sha256"]) for row in db.execute(_HASHES, [db.gemeente_code, uid])]
        # The row goes last: after a kill between, the next run finds it and goes on.
        for sha256 in hashes:
            if all(row["uid"] == uid for row in db.execute(_OTHERS, [db.gemeente_code, sha256])):
                fotos.remove(sha256)
                gone += 1
        db.execute(_FORGET, [db.gemeente_code, uid])
    return gone
