"""Destroying the bytes of photos no row knows any more. Their key went with the row, so nobody could open them; this is
about not keeping them.
"""

from __future__ import annotations

from boa_app.server.db import Db
from boa_app.server.fotos import Fotomap

_HASHES = "SELECT DISTINCT sha256 FROM fotos WHERE gemeente_code = %s"


def bekende_fotos(db: Db) -> frozenset[str]:
    """The SHA-256 of every photo there is a row of."""
    return frozenset(str(row["sha256"]) for row in db.execute(_HASHES, [db.gemeente_code]))


def wis_onbekende(db: Db, fotos: Fotomap) -> int:
    """Remove every whole photo without a row; gives how many. For a centre that does not run: a photo may come in
    between the reading of the rows and the removing."""
    known = bekende_fotos(db)
    gone = [name for name in fotos.names() if name not in known]
    for name in gone:
        fotos.remove(name)
    return len(gone)
