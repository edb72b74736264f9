"""A photo that came by hand is taken in whole, from whoever may bring it, or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from boa_app.domain.foto import Werkfoto
from boa_app.server import aanmelden
from boa_app.server.backend import Toegang
from boa_app.server.fotobalie import Fotobalie
from boa_app.server.fotos import MAX_FOTO_BYTES, Fotomap
from boa_app.server.geweigerd import Geweigerd
from boa_app.server.onderdelen import Onderdelen
from boa_app.store import fotos
from boa_app.sync.protocol import Push
from boa_app.usecases import fotos as photos
from boa_app.usecases.fotos import FotoDoel
from tests.apparaten import Opstelling, opstelling


class Geval:
    """A photo whose record the centre has and whose bytes it has not."""

    def __init__(self, veld: Opstelling) -> None:
        een = veld.apparaat()
        een.sync()
        melding = een.meld()
        werk = Werkfoto(bytes([200, 30, 40]) * (80 * 60), 80, 60)
        photos.voeg_foto_toe(een.session, werk, (), FotoDoel(melding=melding), nagekeken=True)
        self.veld, store = veld, een.session.store
        with store.read() as reader:
            (foto,) = fotos.list_for(reader, fotos.FotoBij.MELDING, melding)
            from boa_app.store import sync_uit

            changes = sync_uit.unsent(reader)
        self.uid, self.sha256 = foto.uid, foto.sha256
        self.content = fotos.file_of(store.folder, foto.sha256).read_bytes()
        self.toegang = aanmelden.toegang_van(veld.centrale.dienst, store.meta.device)
        delen = Onderdelen(veld.centrale.backend, veld.centrale.dienst)
        delen.push(self.toegang, Push("ronde", tuple(changes)))
        self.lokaal = Fotomap(veld.centrale.fotos)
        self.balie = Fotobalie(delen, self.lokaal)

    def bring(self, content: bytes | None = None, **values: str) -> bool:
        kept = {"uid": self.uid, "sha256": self.sha256, **values}
        toegang: Toegang = self.toegang
        return self.balie.take_whole(toegang, kept["uid"], kept["sha256"], self.content if content is None else content)


@pytest.fixture
def geval(tmp_path: Path) -> Iterator[Geval]:
    with opstelling(tmp_path) as veld:
        yield Geval(veld)


def test_a_whole_photo_is_taken_in_once_and_again(geval: Geval) -> None:
    assert geval.bring()
    assert geval.lokaal.path_of(geval.sha256).read_bytes() == geval.content
    assert geval.bring()
    (row,) = geval.veld.centrale.db.execute("SELECT volledig, grootte FROM fotos")
    assert (row["volledig"], row["grootte"]) == (1, len(geval.content))


def test_other_bytes_than_were_announced_are_thrown_away(geval: Geval) -> None:
    assert not geval.bring(geval.content + b"x")
    assert geval.lokaal.received(geval.sha256) == 0
    assert geval.bring()


def test_half_a_photo_over_the_line_does_not_stand_in_the_way(geval: Geval) -> None:
    geval.lokaal.append(geval.sha256, 0, geval.content[:10])
    assert geval.bring()


def test_never_by_hash_alone_and_never_too_large(geval: Geval) -> None:
    other = hashlib.sha256(b"iets anders").hexdigest()
    assert not geval.bring(b"iets anders", sha256=other)
    assert not geval.bring(uid="00000000-0000-7000-8000-000000000000")
    assert not geval.bring(bytes(MAX_FOTO_BYTES + 1))


def test_one_writer_of_a_photo_at_a_time(geval: Geval) -> None:
    with geval.lokaal.writing(geval.sha256) as mine:
        assert mine
        assert not geval.bring()


def test_who_may_not_bring_a_photo_does_not_hear_that_there_is_one(geval: Geval) -> None:
    beheer = geval.veld.apparaat("Bea Heer", "beheerder", None)
    toegang = aanmelden.toegang_van(geval.veld.centrale.dienst, beheer.session.store.meta.device)
    assert not geval.balie.take_whole(toegang, geval.uid, geval.sha256, geval.content)
    with pytest.raises(Geweigerd) as caught:
        geval.balie.require_any(toegang, geval.sha256, geval.uid)
    assert (caught.value.status, caught.value.code) == (404, "foto_onbekend")
