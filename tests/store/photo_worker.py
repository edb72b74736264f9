"""A process to be killed while it stores and wipes photos; it tells on stdout what is safely on disk.

python -m tests.store.photo_worker FOLDER
"""

from __future__ import annotations

import secrets
import sys
from pathlib import Path

from boa_app.domain.audit import Actie
from boa_app.domain.moments import utc_now
from boa_app.store import audit, fotos, meldingen
from boa_app.store.opening import open_store
from boa_app.store.session import Writer
from boa_app.store.store import Store
from tests.store.photos import a_foto
from tests.store.samples import PASSPHRASE, a_melding, register


def store_photos(store: Store) -> None:
    """Store photos for ever and wipe every third, each told after its commit."""
    melding = register(store, a_melding()).uid
    number = 0
    while True:
        number += 1
        foto, sealed = a_foto(store, melding, secrets.token_bytes(40_000))

        def add(w: Writer, foto=foto, sealed=sealed) -> None:  # type: ignore[no-untyped-def]
            fotos.insert_foto(w, foto, sealed.sleutel, b"klein")
            record = meldingen.get_melding(w, melding)
            assert record is not None
            meldingen.update_melding(w, melding, {"fotos": [*record.melding.fotos, foto.uid]})
            audit.append_line(w, Actie.VERZAMELEN, "foto", foto.uid)

        store.write_now(add)
        if number % 3:
            print("bewaard", foto.uid, flush=True)
            continue

        def take_away(w: Writer, foto=foto) -> None:  # type: ignore[no-untyped-def]
            record = meldingen.get_melding(w, melding)
            assert record is not None
            kept = [uid for uid in record.melding.fotos if uid != foto.uid]
            meldingen.update_melding(w, melding, {"fotos": kept})
            fotos.wipe(w, [foto])
            audit.append_line(w, Actie.WISSEN, "foto", foto.uid)

        store.write_now(take_away)
        print("gewist", foto.uid, flush=True)
        fotos.remove_files(store.folder, [foto.sha256])


if __name__ == "__main__":
    store_photos(open_store(Path(sys.argv[1]), PASSPHRASE, utc_now))
