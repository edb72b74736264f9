from __future__ import annotations

import os
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from boa_app.domain.audit import Actie
from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.domain.foto import Foto, FotoBij
from boa_app.domain.melding import Status
from boa_app.domain.moments import utc_now
from boa_app.store import audit, changes, concepten, fotos, geschiedenis, integrity, meldingen, sync_uit
from boa_app.store.opening import create_store, open_store
from boa_app.store.session import Writer
from boa_app.store.store import Store
from boa_app.vault.aesgcm import SealBroken, open_sealed
from tests.store.photos import MADE, a_foto
from tests.store.samples import LIGHT, META, PASSPHRASE, HandClock, a_melding, new_store, register

JPEG = b"\xff\xd8 zichtbaar beeld \xff\xd9" * 50
ROOT = Path(__file__).resolve().parents[2]


def add(store: Store, bij: str, soort: FotoBij = FotoBij.MELDING, jpeg: bytes = JPEG, **values: object) -> Foto:
    """A stored photo; of a melding, named by it."""
    foto, sealed = a_foto(store, bij, jpeg, soort)
    foto = replace(foto, **values)  # type: ignore[arg-type]

    def work(w: Writer) -> None:
        fotos.insert_foto(w, foto, sealed.sleutel, b"klein")
        record = meldingen.get_melding(w, bij)
        if record is not None:
            meldingen.update_melding(w, bij, {"fotos": [*record.melding.fotos, foto.uid]})
        audit.append_line(w, Actie.VERZAMELEN, "foto", foto.uid)

    store.write_now(work)
    return foto


def wiped(store: Store, *gone: Foto) -> None:
    def work(w: Writer) -> None:
        fotos.wipe(w, gone)
        audit.append_line(w, Actie.WISSEN, "foto")

    store.write_now(work)
    fotos.remove_files(store.folder, [foto.sha256 for foto in gone])


def files(store: Store) -> list[Path]:
    return [path for path in (store.folder / fotos.FOLDER_NAME).rglob("*") if path.is_file()]


def test_what_was_stored_is_read_back_and_lies_sealed_on_disk(store: Store) -> None:
    foto = add(store, register(store, a_melding()).uid)
    with store.read() as r:
        assert fotos.get_foto(r, foto.uid) == foto
        assert fotos.read_picture(r, store.folder, foto) == JPEG
        assert fotos.get_miniatuur(r, foto.uid) == b"klein"
    (path,) = files(store)
    assert path == store.folder / "fotos" / foto.sha256[:2] / foto.sha256
    assert b"zichtbaar" not in path.read_bytes()
    assert os.name == "nt" or path.stat().st_mode & 0o077 == 0


def test_two_equal_photos_have_nothing_in_common(store: Store) -> None:
    melding = register(store, a_melding()).uid
    first, second = add(store, melding), add(store, melding)
    assert first.sha256 != second.sha256
    assert len(files(store)) == 2
    with store.read() as r:
        keys = [bytes(key) for (key,) in r.db.execute("SELECT sleutel FROM fotos")]
    assert len(set(keys)) == 2
    sealed = fotos.file_of(store.folder, first.sha256).read_bytes()
    with pytest.raises(SealBroken):
        open_sealed(keys[0], sealed, b"boa_app foto " + second.uid.encode())


def test_a_file_cannot_take_the_place_of_another(store: Store) -> None:
    melding = register(store, a_melding()).uid
    first, second = add(store, melding), add(store, melding, jpeg=JPEG * 2)
    fotos.file_of(store.folder, first.sha256).write_bytes(fotos.file_of(store.folder, second.sha256).read_bytes())
    with store.read() as r, pytest.raises(EnvironmentProblem) as broken:
        fotos.read_picture(r, store.folder, first)
    assert broken.value.code == "foto_beschadigd"


def test_photos_come_in_the_order_they_were_added(store: Store) -> None:
    melding = register(store, a_melding()).uid
    added = [add(store, melding, jpeg=bytes([n]) * 100) for n in range(6)]
    with store.read() as r:
        assert fotos.list_for(r, FotoBij.MELDING, melding) == added
        assert fotos.list_for(r, FotoBij.CONCEPT, melding) == []


def test_a_photo_of_a_draft_is_logged_when_its_melding_is_saved(store: Store) -> None:
    store.write_now(lambda w: concepten.save_concept(w, "c", {}))
    kept, away = add(store, "c", FotoBij.CONCEPT), add(store, "c", FotoBij.CONCEPT, status=Status.VERVALLEN)
    melding = register(store, a_melding()).uid
    with store.read() as r:
        assert changes.history(r, "foto", kept.uid) == []

    def work(w: Writer) -> tuple[str, ...]:
        audit.append_line(w, Actie.VERZAMELEN, "foto")
        return fotos.attach(w, "c", melding)

    assert store.write_now(work) == (kept.uid,)
    with store.read() as r:
        (made,) = changes.history(r, "foto", kept.uid)
        assert made.value["bij"] == melding
        key = r.db.execute("SELECT sleutel FROM fotos WHERE uid = ?", [kept.uid]).fetchone()[0]
        assert made.value["sleutel"] == key.hex()
        assert fotos.get_foto(r, kept.uid) == replace(kept, bij=melding, bij_soort=FotoBij.MELDING)
        assert fotos.list_for(r, FotoBij.CONCEPT, "c") == [away]


def test_lapsing_is_a_change_and_comes_back(store: Store, clock: HandClock) -> None:
    foto = add(store, register(store, a_melding()).uid)

    def set_to(status: Status) -> None:
        def work(w: Writer) -> None:
            fotos.set_status(w, foto, status, "vergissing")
            audit.append_line(w, Actie.WIJZIGEN, "foto", foto.uid)

        store.write_now(work)

    set_to(Status.VERVALLEN)
    with store.read() as r:
        assert fotos.lapsed(r, clock.now + timedelta(seconds=1)) == [replace(foto, status=Status.VERVALLEN)]
        assert fotos.lapsed(r, clock.now - timedelta(hours=1)) == []
    set_to(Status.ACTIEF)
    with store.read() as r:
        assert fotos.get_foto(r, foto.uid) == foto
        assert fotos.lapsed(r, clock.now + timedelta(days=1)) == []
        assert [c.field for c in changes.history(r, "foto", foto.uid)] == ["*", "status", "status"]


def test_wiping_leaves_neither_row_nor_file_nor_word_in_the_log(store: Store) -> None:
    melding = register(store, a_melding()).uid
    gone, kept = add(store, melding), add(store, melding)
    wiped(store, gone)
    assert [path.name for path in files(store)] == [kept.sha256]
    with store.read() as r:
        assert fotos.get_foto(r, gone.uid) is None
        assert [row.change.value for row in geschiedenis.log_of(r, "foto", gone.uid)] == [{}]
        assert changes.history(r, "foto", gone.uid) == []
        assert sync_uit.count_unsent(r) == len(sync_uit.unsent(r)) == 4
        assert sync_uit.list_rejected(r) == [], "nobody needs to be told of what ended here"
        assert changes.history(r, "foto", kept.uid)[0].value["sha256"] == kept.sha256
        with pytest.raises(UserError):
            fotos.get_miniatuur(r, gone.uid)


def test_expired_counts_from_first_processing(store: Store) -> None:
    melding = register(store, a_melding()).uid
    old = add(store, melding, eerste_verwerking_op=MADE - timedelta(days=90, seconds=1))
    add(store, melding, eerste_verwerking_op=MADE - timedelta(days=90))
    with store.read() as r:
        assert fotos.expired(r, MADE - timedelta(days=90)) == [old]


def test_opening_sweeps_what_a_crash_left(tmp_path: Path, clock: HandClock) -> None:
    store = new_store(tmp_path / "o", clock).store
    kept = add(store, register(store, a_melding()).uid)
    a_foto(store, "x", JPEG)
    half = fotos.file_of(store.folder, kept.sha256).with_name("0" * 64 + ".nieuw")
    half.write_bytes(b"half")
    assert len(files(store)) == 3
    store.close()
    store = open_store(tmp_path / "o", PASSPHRASE, clock)
    assert [path.name for path in files(store)] == [kept.sha256]
    with store.read() as r:
        assert fotos.read_picture(r, store.folder, kept) == JPEG
    store.close()


def test_a_new_store_keeps_its_hands_off_the_photos_of_a_moved_one(tmp_path: Path, clock: HandClock) -> None:
    store = new_store(tmp_path / "o", clock).store
    kept = add(store, register(store, a_melding()).uid)
    store.close()
    (tmp_path / "o" / "boa.db").rename(tmp_path / "boa.db")
    create_store(tmp_path / "o", PASSPHRASE, META, clock, LIGHT).store.close()
    open_store(tmp_path / "o", PASSPHRASE, clock).close()
    (found,) = (tmp_path / "o").glob(f"apart-*/fotos/??/{kept.sha256}")
    assert found.stat().st_size > len(JPEG)


def test_check_counts_what_is_missing_broken_and_unknown(store: Store) -> None:
    melding = register(store, a_melding()).uid
    first, second, _whole = add(store, melding), add(store, melding), add(store, melding)
    with store.read() as r:
        assert fotos.check_files(r, store.folder) == (0, 0, 0)
    fotos.file_of(store.folder, first.sha256).unlink()
    path = fotos.file_of(store.folder, second.sha256)
    path.write_bytes(path.read_bytes()[:-1] + b"?")

    def name_a_stranger(w: Writer) -> None:
        record = meldingen.get_melding(w, melding)
        assert record is not None
        meldingen.update_melding(w, melding, {"fotos": [*record.melding.fotos, "vreemd"]})
        audit.append_line(w, Actie.WIJZIGEN, "melding", melding)

    store.write_now(name_a_stranger)
    with store.read() as r:
        assert fotos.check_files(r, store.folder) == (1, 1, 1)
        with pytest.raises(EnvironmentProblem) as missing:
            fotos.read_picture(r, store.folder, first)
    assert missing.value.code == "foto_ontbreekt"


def test_a_folder_that_cannot_be_written_is_told(store: Store) -> None:
    (store.folder / "fotos").write_bytes(b"geen map")
    with pytest.raises(EnvironmentProblem):
        fotos.seal_file(store.folder, "u", JPEG)
    (store.folder / "fotos").unlink()


def test_an_unknown_photo_has_no_picture(store: Store) -> None:
    foto, _sealed = a_foto(store, "x", JPEG)
    with store.read() as r, pytest.raises(UserError) as unknown:
        fotos.read_picture(r, store.folder, foto)
    assert unknown.value.code == "foto_onbekend"


@pytest.mark.parametrize("seed", range(6))
def test_a_kill_anywhere_loses_no_photo_and_leaves_no_file(tmp_path: Path, clock: HandClock, seed: int) -> None:
    folder = tmp_path / "o"
    new_store(folder, clock).store.close()
    command = [sys.executable, "-m", "tests.store.photo_worker", str(folder)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}
    ) as worker:
        assert worker.stdout is not None
        first = worker.stdout.readline()
        timer = threading.Timer(0.013 * seed * seed + 0.01, worker.kill)
        timer.start()
        # The kill may also fall inside a line.
        told = [line for line in (first, *worker.stdout) if line.endswith("\n")]
        worker.wait()
        timer.join()
    store = open_store(folder, PASSPHRASE, utc_now)
    try:
        with store.read() as r:
            for line in told:
                what, _, uid = line.strip().partition(" ")
                foto = fotos.get_foto(r, uid)
                assert (foto is not None) == (what == "bewaard")
                if foto is not None:
                    assert len(fotos.read_picture(r, folder, foto)) == 40_000
            assert fotos.check_files(r, folder) == (0, 0, 0)
            named = {name for (name,) in r.db.execute("SELECT sha256 FROM fotos")}
            assert integrity.check(r) == []
        assert {path.name for path in files(store)} == named
        assert told
    finally:
        store.close()
