"""Photos on a disk that is full or may not be read, and what an import that is taken back leaves of them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from boa_app.domain.errors import EnvironmentProblem
from boa_app.domain.foto import Werkfoto
from boa_app.domain.ids import uuid7
from boa_app.domain.opsporing import Opsporingsverwijzing
from boa_app.store import fotos, meldingen
from boa_app.usecases.controleren import controleer
from boa_app.usecases.fotos import FotoDoel, toon_foto, voeg_foto_toe
from boa_app.usecases.importeren import gevolg_ongedaan, importeer, maak_import_ongedaan
from boa_app.usecases.meldingen import register_melding, wijzig_melding
from boa_app.usecases.session import Session
from tests.samples import SetClock, a_melding, make_sample_session
from tests.store.mounts import mounted
from tests.store.samples import swept

NOBODY = 65_534


def _noise(seed: int) -> Werkfoto:
    """A photo that no encoder makes small."""
    pixels = np.random.default_rng(seed).integers(0, 256, (600, 800, 3), dtype=np.uint8)
    return Werkfoto(pixels.tobytes(), 800, 600)


def _add(session: Session, melding: str, seed: int = 0) -> str:
    return voeg_foto_toe(session, _noise(seed), (), FotoDoel(melding=melding), nagekeken=True).uid


def _files(session: Session) -> list[Path]:
    return [path for path in (session.store.folder / "fotos").rglob("*") if path.is_file()]


def test_a_full_disk_keeps_no_half_photo_and_recovers(tmp_path: Path, clock: SetClock) -> None:
    with mounted(tmp_path / "klein", "-t", "tmpfs", "-o", "size=4m", "tmpfs") as disk:
        session = make_sample_session(disk / "o", clock)
        melding = register_melding(session, a_melding(clock)).uid
        ballast = disk / "ballast"
        ballast.write_bytes(bytes(1_500_000))
        stored = [_add(session, melding)]
        with pytest.raises(EnvironmentProblem) as full:
            for seed in range(1, 12):
                stored.append(_add(session, melding, seed))
        assert full.value.code == "schijf_vol"
        assert len(_files(session)) == len(stored)
        assert controleer(session) == ()
        # The file of the photo did not fit, but the melding still does: nothing half is in its way.
        wijzig_melding(session, melding, {"ernst": "2"})
        ballast.unlink()
        stored.append(_add(session, melding, 99))
        assert [toon_foto(session, uid).foto.uid for uid in stored] == stored
        session.close()


@contextmanager
def _as_nobody() -> Iterator[None]:
    """Without the rights of root, to whom no file is closed."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(was)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_a_photo_that_may_not_be_read_is_not_called_damaged(session: Session, clock: SetClock) -> None:
    uid = _add(session, register_melding(session, a_melding(clock)).uid)
    (path,) = _files(session)
    with session.store.read() as reader:
        foto = fotos.get_foto(reader, uid)
        assert foto is not None
        fotos.read_picture(reader, session.store.folder, foto)
        path.chmod(0)
        with _as_nobody():
            with pytest.raises(EnvironmentProblem) as closed:
                fotos.read_picture(reader, session.store.folder, foto)
            assert fotos.check_files(reader, session.store.folder) == (1, 0, 0)
        assert closed.value.code == "foto_geen_toegang"
    path.chmod(0o600)
    assert toon_foto(session, uid).jpeg


def test_a_folder_in_the_place_of_a_photo_is_trouble_of_the_disk(session: Session, clock: SetClock) -> None:
    uid = _add(session, register_melding(session, a_melding(clock)).uid)
    (path,) = _files(session)
    path.unlink()
    path.mkdir()
    with pytest.raises(EnvironmentProblem) as told:
        toon_foto(session, uid)
    assert told.value.code in ("opslag_fout", "foto_geen_toegang")


def test_taking_an_import_back_leaves_what_got_a_photo_or_a_registration(tmp_path: Path, session: Session) -> None:
    lines = [f"{day:02d}-02-2026 21:00;5,01;52,01;{day}" for day in range(13, 19)]
    table = tmp_path / "t.csv"
    table.write_text("\n".join(["datum;lon;lat;nr", *lines]) + "\n", encoding="utf-8")
    nr = importeer(session, [table]).nrs[0]
    with session.store.read() as reader:
        pictured, registered, both, *_rest = [record.uid for record in meldingen.recent(reader, 6)]
    foto = _add(session, pictured)
    _register(session, registered)
    _register(session, both)
    _add(session, both, 1)
    assert gevolg_ongedaan(session, nr).gebleven == 3
    assert maak_import_ongedaan(session, nr).gebleven == 3
    swept(session.store)
    with session.store.read() as reader:
        assert {record.uid for record in meldingen.recent(reader, 6)} == {pictured, registered, both}
    assert toon_foto(session, foto).jpeg
    assert len(_files(session)) == 2
    assert controleer(session) == ()


def _register(session: Session, melding: str) -> None:
    one = Opsporingsverwijzing(uuid7(session.now()), melding, "PV", "PL0900-2026123456")
    wijzig_melding(session, melding, {}, verwijzingen=[one])
