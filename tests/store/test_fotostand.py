"""Where the bytes of photos are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from boa_app.domain.errors import EnvironmentProblem
from boa_app.domain.foto import FotoStand, Werkfoto
from boa_app.store import fotos, fotostand
from boa_app.usecases.fotos import FotoDoel, laat_foto_vervallen, voeg_foto_toe
from boa_app.usecases.meldingen import register_melding
from boa_app.usecases.session import Session
from tests.samples import SetClock, a_melding, make_sample_session

WERK = Werkfoto(bytes([200, 30, 40]) * (80 * 60), 80, 60)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = make_sample_session(tmp_path / "opslag", SetClock())
    yield opened
    opened.close()


@pytest.fixture
def foto(session: Session) -> str:
    uid = register_melding(session, a_melding(SetClock())).uid
    return voeg_foto_toe(session, WERK, (), FotoDoel(melding=uid), nagekeken=True).uid


def _acknowledge(session: Session) -> None:
    session.store.write_now(lambda w: w.db.conn.execute("UPDATE changes SET pushed_at = 'x'"))


def test_bytes_go_once_the_centre_knows_the_photo(session: Session, foto: str) -> None:
    with session.store.read() as reader:
        assert fotostand.list_to_send(reader) == []
        assert fotostand.count_here(reader) == 1
    _acknowledge(session)
    with session.store.read() as reader:
        (one,) = fotostand.list_to_send(reader)
        assert one.uid == foto
        assert fotostand.list_at_centre(reader, session.store.meta.device) == [one.sha256]
        assert fotostand.list_at_centre(reader, "another") == []
    session.store.write_now(lambda w: fotostand.set_stand(w, foto, FotoStand.CENTRALE))
    with session.store.read() as reader:
        assert fotostand.list_to_send(reader) == []
        assert fotostand.count_here(reader) == 0
        assert fotostand.list_at_centre(reader, session.store.meta.device) == [one.sha256]


def test_a_photo_that_was_taken_away_is_not_sent(session: Session, foto: str) -> None:
    laat_foto_vervallen(session, foto)
    _acknowledge(session)
    with session.store.read() as reader:
        assert fotostand.list_to_send(reader) == []
        assert fotostand.count_here(reader) == 0


def test_bytes_that_come_are_kept_sealed_with_a_thumbnail(session: Session, foto: str) -> None:
    folder = session.store.folder
    with session.store.read() as reader:
        found = fotos.get_foto(reader, foto)
    assert found is not None
    sealed = fotostand.sealed_bytes(folder, found.sha256)
    assert sealed is not None
    fotos.remove_files(folder, [found.sha256])
    assert fotostand.sealed_bytes(folder, found.sha256) is None
    session.store.write_now(lambda w: fotostand.set_stand(w, foto, FotoStand.VOLGT))
    with session.store.read() as reader:
        assert [one.uid for one in fotostand.list_to_fetch(reader)] == [foto]
        assert fotostand.list_waiting(reader, [foto, "x"]) == {foto}
        assert fotostand.count_to_fetch(reader) == 1
    fotostand.keep_sealed(folder, found.sha256, sealed)
    session.store.write_now(lambda w: fotostand.take_in(w, foto, b"klein"))
    with session.store.read() as reader:
        assert fotostand.count_to_fetch(reader) == 0
        assert fotos.get_miniatuur(reader, foto) == b"klein"
        assert fotos.read_picture(reader, folder, found)[:2] == b"\xff\xd8"


def test_a_disk_that_refuses_is_told(session: Session, tmp_path: Path) -> None:
    blocked = tmp_path / "geen-map"
    blocked.write_bytes(b"")
    with pytest.raises(EnvironmentProblem):
        fotostand.keep_sealed(blocked, "ab" * 32, b"x")
