"""A sealed photo for the store tests."""

from __future__ import annotations

from datetime import UTC, datetime

from boa_app.domain.foto import Foto, FotoBij
from boa_app.domain.ids import uuid7
from boa_app.domain.melding import Status
from boa_app.store import fotos
from boa_app.store.fotos import Verzegeld
from boa_app.store.store import Store

MADE = datetime(2026, 11, 20, 20, 42, tzinfo=UTC)


def a_foto(
    store: Store, bij: str, jpeg: bytes, soort: FotoBij = FotoBij.MELDING, made: datetime = MADE
) -> tuple[Foto, Verzegeld]:
    """A photo whose file is on disk and whose row is not there yet."""
    uid = uuid7(made)
    sealed = fotos.seal_file(store.folder, uid, jpeg)
    foto = Foto(
        uid, soort, bij, sealed.sha256, 640, 480, len(jpeg), None, "", Status.ACTIEF, "boa1", made, made
    )  # fmt: skip
    return foto, sealed
