from __future__ import annotations

import io
import json
import os
import sqlite3
import struct
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from boa_app import cli
from boa_app.domain.audit import Actie
from boa_app.domain.errors import EnvironmentProblem, UserError
from boa_app.domain.foto import Streek, Werkfoto
from boa_app.domain.melding import Status
from boa_app.domain.roles import Rol
from boa_app.exchange.fotos import COVER
from boa_app.store import audit, changes, fotos, meldingen
from boa_app.store.geschiedenis import log_of
from boa_app.store.opening import open_store
from boa_app.usecases import fotos as photos
from boa_app.usecases.changes import Done
from boa_app.usecases.concepten import bewaar_concept, verwijder_concept
from boa_app.usecases.controleren import controleer
from boa_app.usecases.formulier import Formulier
from boa_app.usecases.formulier_start import open_concept
from boa_app.usecases.fotos import (
    FotoDoel,
    fotos_verlopen,
    laat_foto_vervallen,
    lees,
    miniaturen,
    miniaturen_concept,
    toon_foto,
    voeg_foto_toe,
)
from boa_app.usecases.klok import bevestig_klok
from boa_app.usecases.meldingen import laat_vervallen, maak_ongedaan, register_melding, wijzig_melding
from boa_app.usecases.meldingen_lezen import geschiedenis, toon_melding
from boa_app.usecases.session import Session
from boa_app.vault.sqlcipher import open_database
from tests.exchange.photo_bytes import SECRET, all_told
from tests.samples import PASSPHRASE, SetClock, a_melding, as_role

WERK = Werkfoto(bytes([200, 30, 40]) * (80 * 60), 80, 60)


def add(session: Session, doel: FotoDoel | str, werk: Werkfoto = WERK, streken: tuple[Streek, ...] = ()) -> Done:
    doel = FotoDoel(melding=doel) if isinstance(doel, str) else doel
    return voeg_foto_toe(session, werk, streken, doel, nagekeken=True)


def uids(session: Session, melding: str) -> tuple[str, ...]:
    with session.store.read() as reader:
        record = meldingen.get_melding(reader, melding)
    assert record is not None
    return record.melding.fotos


def stored_files(session: Session) -> list[Path]:
    return [path for path in (session.store.folder / "fotos").rglob("*") if path.is_file()]


def lines(session: Session) -> list[tuple[str, str, str]]:
    with session.store.read() as reader:
        return [(str(line["actie"]), str(line["object_type"]), str(line["object_id"])) for line in audit.lines(reader)]


def refused(code: str, act: Any, *arguments: Any, **named: Any) -> None:
    with pytest.raises((UserError, EnvironmentProblem)) as error:
        act(*arguments, **named)
    assert error.value.code == code


@pytest.fixture
def melding(session: Session, clock: SetClock) -> str:
    return register_melding(session, a_melding(clock)).uid


def test_a_photo_is_stored_named_logged_and_read_back(session: Session, melding: str) -> None:
    done = add(session, melding)
    assert done.changes.meldingen == {melding}
    assert uids(session, melding) == (done.uid,)
    shown = toon_foto(session, done.uid)
    assert (shown.foto.breedte, shown.foto.hoogte) == (80, 60)
    with Image.open(io.BytesIO(shown.jpeg)) as picture:
        assert picture.size == (80, 60)
    (small,) = miniaturen(session, melding)
    assert small.foto.uid == done.uid
    assert lines(session)[-3:] == [
        ("WIJZIGEN", "melding", melding), ("VERZAMELEN", "foto", done.uid), ("RAADPLEGEN", "foto", done.uid),
    ]  # fmt: skip
    with session.store.read() as reader:
        assert [c.field for c in changes.history(reader, "foto", done.uid)] == ["*"]
        assert changes.history(reader, "melding", melding)[-1].value == [done.uid]
    assert controleer(session) == ()


def test_nobody_stores_a_photo_that_was_not_checked(session: Session, melding: str) -> None:
    refused("foto_niet_nagekeken", voeg_foto_toe, session, WERK, (), FotoDoel(melding=melding), nagekeken=False)
    assert stored_files(session) == []


def test_what_is_covered_is_gone_from_picture_and_thumbnail(session: Session, melding: str) -> None:
    done = add(session, melding, streken=(Streek(((20.0, 30.0), (60.0, 30.0)), 24.0),))
    shown = toon_foto(session, done.uid)
    for jpeg in (shown.jpeg, miniaturen(session, melding)[0].jpeg):
        pixels = np.asarray(Image.open(io.BytesIO(jpeg))).astype(int)
        assert np.abs(pixels[30, 20:60] - COVER).max() < 16
        assert np.abs(pixels[4, 4] - (200, 30, 40)).max() < 16


def test_adding_and_voiding_are_taken_back(session: Session, melding: str) -> None:
    first, second = add(session, melding), add(session, melding)
    assert second.undo is not None
    maak_ongedaan(session, second.undo)
    assert uids(session, melding) == (first.uid,)
    refused("ongedaan_te_laat", maak_ongedaan, session, second.undo)
    gone = laat_foto_vervallen(session, first.uid, "toch een kenteken")
    assert uids(session, melding) == ()
    assert gone.undo is not None
    maak_ongedaan(session, gone.undo)
    assert uids(session, melding) == (first.uid,)
    assert [one.foto.uid for one in miniaturen(session, melding)] == [first.uid]
    assert controleer(session) == ()


def test_a_melding_holds_a_dozen(session: Session, melding: str) -> None:
    for _ in range(photos.MAX_FOTOS):
        add(session, melding)
    refused("fotos_te_veel", add, session, melding)
    assert len(stored_files(session)) == photos.MAX_FOTOS


def test_a_photo_does_not_come_back_where_none_would_be_added(session: Session, melding: str) -> None:
    for doel in (FotoDoel(melding=melding), FotoDoel(concept="c1")):
        gone = laat_foto_vervallen(session, add(session, doel).uid)
        for _ in range(photos.MAX_FOTOS):
            add(session, doel)
        refused("fotos_te_veel", maak_ongedaan, session, gone.undo)
    assert len(uids(session, melding)) == photos.MAX_FOTOS
    taken = laat_foto_vervallen(session, uids(session, melding)[0])
    laat_vervallen(session, melding, "vergissing")
    refused("melding_vervallen", maak_ongedaan, session, taken.undo)
    assert len(uids(session, melding)) == photos.MAX_FOTOS - 1
    assert controleer(session) == ()


def test_a_photo_whose_melding_is_gone_leaves_no_file(session: Session, melding: str) -> None:
    refused("melding_onbekend", add, session, "019a9f00-0000-7000-8000-00000000ffff")
    laat_vervallen(session, melding, "vergissing")
    refused("melding_vervallen", add, session, melding)
    assert stored_files(session) == []


def test_a_save_the_disk_refuses_leaves_no_file(session: Session, melding: str) -> None:
    done = add(session, melding)

    def refuse(writer: Any) -> None:
        writer.db.execute("CREATE TRIGGER vol BEFORE INSERT ON fotos BEGIN SELECT RAISE(ABORT, 'vol'); END")

    session.write(refuse)
    with pytest.raises(Exception, match="vol"):
        add(session, melding)
    assert len(stored_files(session)) == 1
    assert uids(session, melding) == (done.uid,)


# Drafts


def test_photos_of_a_draft_survive_and_go_with_the_melding(session: Session, clock: SetClock) -> None:
    form = Formulier().kies_soorten(["HANG"])
    doel = FotoDoel(concept="c1", inhoud=form.to_concept())
    first, second = add(session, doel), add(session, doel)
    laat_foto_vervallen(session, second.uid)
    third = add(session, doel)
    assert [one.foto.uid for one in miniaturen_concept(session, "c1")] == [first.uid, third.uid]
    opened = open_concept(session, "c1")
    assert opened.formulier.fotos == (first.uid, third.uid)
    assert opened.formulier.soorten == ("HANG",)
    done = register_melding(session, a_melding(clock), concept="c1")
    assert uids(session, done.uid) == (first.uid, third.uid)
    assert len(miniaturen(session, done.uid)) == 2
    assert len(stored_files(session)) == 2
    assert ("VERZAMELEN", "foto", first.uid) in lines(session)
    assert ("VERZAMELEN", "foto", second.uid) not in lines(session)
    assert controleer(session) == ()


def test_photos_of_a_draft_are_there_after_a_crash(tmp_path: Path, session: Session, clock: SetClock) -> None:
    done = add(session, FotoDoel(concept="c1", inhoud={"soorten": ["HANG"]}))
    session.store.close()
    again = replace(session, store=open_store(session.store.folder, PASSPHRASE, clock))
    assert open_concept(again, "c1").formulier.fotos == (done.uid,)
    assert toon_foto(again, done.uid).jpeg
    again.close()


def test_a_draft_that_is_kept_later_keeps_its_own_words(session: Session) -> None:
    bewaar_concept(session, {"soorten": ["AFVAL"]}, "c1")
    done = add(session, FotoDoel(concept="c1", inhoud={"soorten": ["HANG"]}))
    assert open_concept(session, "c1").formulier.soorten == ("AFVAL",)
    bewaar_concept(session, {"soorten": ["GEL-STEM"]}, "c1")
    assert open_concept(session, "c1").formulier.fotos == (done.uid,)


def test_throwing_a_draft_away_wipes_its_photos(session: Session) -> None:
    done = add(session, FotoDoel(concept="c1"))
    assert done.undo is not None
    verwijder_concept(session, "c1")
    assert stored_files(session) == []
    refused("foto_onbekend", toon_foto, session, done.uid)
    refused("ongedaan_te_laat", maak_ongedaan, session, done.undo)


def test_a_correction_takes_the_photos_of_its_draft(session: Session, melding: str) -> None:
    first = add(session, melding)
    second = add(session, FotoDoel(concept="c1"))
    done = wijzig_melding(session, melding, {}, concept="c1")
    assert done.changes.meldingen == {melding}
    assert uids(session, melding) == (first.uid, second.uid)
    third = add(session, FotoDoel(concept="c2"))
    wijzig_melding(session, melding, {"ernst": "3"}, concept="c2")
    assert uids(session, melding) == (first.uid, second.uid, third.uid)


def test_the_form_never_sets_photos_itself(session: Session, melding: str, clock: SetClock) -> None:
    add(session, melding)
    with session.store.read() as reader:
        record = meldingen.get_melding(reader, melding)
    assert record is not None
    form = Formulier.from_record(record)
    assert form.fotos == ()
    assert form.changes_to(record.melding, clock()) == {}
    assert replace(form, fotos=("x",)).to_melding(clock()).fotos == ()
    assert replace(form, fotos=("x",)).has_content(form)


# Rights


def test_a_boa_sees_and_changes_photos_of_own_meldingen_only(session: Session, melding: str) -> None:
    done = add(session, melding)
    boa = as_role(session, Rol.BOA)
    assert miniaturen(boa, melding) == ()
    refused("geen_recht", toon_foto, boa, done.uid)
    refused("geen_recht", laat_foto_vervallen, boa, done.uid)
    refused("geen_recht", add, boa, melding)
    assert toon_melding(boa, melding).melding.fotos == ()
    assert all(line.veld != "fotos" for line in geschiedenis(boa, melding))
    own = as_role(session, Rol.BOA, account=session.actor.account)
    assert toon_foto(own, done.uid).jpeg
    assert toon_melding(own, melding).melding.fotos == (done.uid,)


@pytest.mark.parametrize("rol", [Rol.BELEID, Rol.BEHEERDER, Rol.SCHOUWLEIDER, Rol.UITVOERDER, Rol.PRIVACY])
def test_who_has_no_business_with_photos_gets_none(session: Session, melding: str, rol: Rol) -> None:
    done = add(session, melding)
    other = as_role(session, rol)
    assert miniaturen(other, melding) == ()
    assert not photos.mag_foto_maken(other)
    for act in (
        lambda: toon_foto(other, done.uid), lambda: lees(other, all_told()), lambda: add(other, FotoDoel(concept="c")),
        lambda: miniaturen_concept(other, "c"), lambda: laat_foto_vervallen(other, done.uid),
    ):  # fmt: skip
        refused("geen_recht", act)


def test_an_old_melding_wants_a_reason(session: Session, melding: str, clock: SetClock) -> None:
    done = add(session, melding)
    clock.forward(days=400)
    assert miniaturen(session, melding) == ()
    refused("reden_nodig", toon_foto, session, done.uid)
    assert toon_foto(session, done.uid, "dossier").jpeg
    with session.store.read() as reader:
        assert list(audit.lines(reader))[-1]["reden_tekst"] == "dossier"


def test_who_may_change_what(session: Session, melding: str) -> None:
    with session.store.read() as reader:
        record = meldingen.get_melding(reader, melding)
    assert record is not None
    assert photos.mag_foto_maken(session)
    assert photos.mag_foto_wijzigen(session, record)
    assert not photos.mag_foto_wijzigen(as_role(session, Rol.BOA), record)
    lapsed = replace(record, melding=replace(record.melding, status=Status.VERVALLEN))
    assert not photos.mag_foto_wijzigen(session, lapsed)


# Term


def test_photos_go_after_ninety_days(session: Session, melding: str, clock: SetClock) -> None:
    old = add(session, melding)
    draft = add(session, FotoDoel(concept="c1"))
    clock.forward(days=60)
    new = add(session, melding)
    clock.forward(days=30)
    bevestig_klok(session)
    assert fotos_verlopen(session).changes.meldingen == frozenset()
    clock.forward(seconds=1)
    assert fotos_verlopen(session).changes.meldingen == {melding}
    assert uids(session, melding) == (new.uid,)
    assert len(stored_files(session)) == 1
    assert [line for line in lines(session) if line[0] == str(Actie.WISSEN)] == [
        ("WISSEN", "foto", old.uid), ("WISSEN", "foto", draft.uid),
    ]  # fmt: skip
    with session.store.read() as reader:
        assert [row.change.value for row in log_of(reader, "foto", old.uid)] == [{}]
    assert open_concept(session, "c1").formulier.fotos == ()
    assert controleer(session) == ()
    assert fotos_verlopen(session).changes.meldingen == frozenset()


def test_a_photo_taken_away_is_wiped_after_a_day(session: Session, melding: str, clock: SetClock) -> None:
    first = add(session, melding)
    clock.forward(days=10)
    laat_foto_vervallen(session, first.uid)
    clock.forward(hours=23)
    fotos_verlopen(session)
    assert len(stored_files(session)) == 1
    clock.forward(hours=2)
    fotos_verlopen(session)
    assert stored_files(session) == []
    assert controleer(session) == ()


def test_many_expired_photos_go_in_batches(session: Session, melding: str, clock: SetClock) -> None:
    for _ in range(photos.MAX_FOTOS):
        add(session, melding)
    other = register_melding(session, a_melding(clock)).uid
    for _ in range(photos.MAX_FOTOS):
        add(session, other)
    clock.forward(days=91)
    bevestig_klok(session)
    assert fotos_verlopen(session).changes.meldingen == {melding, other}
    assert stored_files(session) == []
    assert uids(session, other) == ()
    assert controleer(session) == ()


def test_an_example_store_is_exempt(session: Session, melding: str, clock: SetClock) -> None:
    add(session, melding)
    session.store.meta = replace(session.store.meta, voorbeeld=True)
    clock.forward(days=500)
    fotos_verlopen(session)
    assert len(stored_files(session)) == 1


def test_a_term_that_is_over_needs_no_right(session: Session, melding: str, clock: SetClock) -> None:
    add(session, melding)
    clock.forward(days=91)
    bevestig_klok(session)
    fotos_verlopen(as_role(session, Rol.BELEID))
    assert stored_files(session) == []


@pytest.mark.parametrize("days", [366, -366])
def test_a_wrong_clock_wipes_nothing(session: Session, melding: str, clock: SetClock, days: int) -> None:
    kept = add(session, melding)
    laat_foto_vervallen(session, add(session, melding).uid)
    folder, first = session.store.folder, clock.now
    session.close()
    for _ in range(2):
        clock.now = first
        clock.forward(days=days)
        wrong = replace(session, store=open_store(folder, PASSPHRASE, clock))
        fotos_verlopen(wrong)
        assert (uids(wrong, melding), len(stored_files(wrong))) == ((kept.uid,), 2)
        wrong.close()
    clock.now = first
    clock.forward(hours=1)
    again = replace(session, store=open_store(folder, PASSPHRASE, clock))
    fotos_verlopen(again)
    assert toon_foto(again, kept.uid).jpeg
    assert controleer(again) == ()
    again.close()


def test_ninety_days_are_told() -> None:
    assert photos.dagen_bewaard() == 90


# Every stored byte

MARKS = (
    b"Exif", b"EXIF", b"ICC_PROFILE", b"http://ns.adobe", b"xmpmeta", b"Photoshop", b"MPF\0", b"JFXX", b"8BIM",
    b"NIKON", b"Nikon", b"COOLPIX", b"2008:10", b"2026:11:20", b"acsp", b"photoshop", SECRET,
)  # fmt: skip
PLACES = (
    b"43.46", b"11.88", b"52.0205", b"5.0405", struct.pack(">d", 52.0205), struct.pack(">d", 5.0405),
    struct.pack("<d", 52.0205), struct.pack(">II", 43, 1) + struct.pack(">II", 28, 1),
)  # fmt: skip


def traces(content: bytes) -> set[bytes]:
    """What of a camera or a person is in these bytes, and that there is a picture inside a picture."""
    found = {mark for mark in (*MARKS, *PLACES) if mark in content}
    inside = content.startswith(b"\xff\xd8") and content.count(b"\xff\xd8\xff") > 1
    return found | ({b"second picture"} if inside else set())


def plain_database(session: Session, target: Path) -> bytes:
    """The whole file of the store without its encryption."""
    db = open_database(session.store.folder / "boa.db", session.store._key_hex)
    db.conn.execute("ATTACH DATABASE ? AS los KEY ''", [str(target)])
    db.conn.execute("SELECT sqlcipher_export('los')").fetchall()
    db.close()
    assert sqlite3.connect(target).execute("SELECT count(*) FROM fotos").fetchone()[0] > 0
    return target.read_bytes()


def test_no_stored_byte_tells_of_camera_place_or_the_picture_before(
    session: Session, clock: SetClock, shared_data: Path, tmp_path: Path
) -> None:
    sources = sorted(path for path in (shared_data / "photos").rglob("*") if path.suffix in (".jpg", ".heif"))
    made = tmp_path / "made.jpg"
    made.write_bytes(all_told())
    sources.append(made)
    seen = set().union(*(traces(path.read_bytes()) for path in sources))
    assert {b"Exif", b"ICC_PROFILE", b"xmpmeta", b"NIKON", b"COOLPIX", b"second picture", SECRET} <= seen
    keys = {}
    for number, path in enumerate(sources):
        if number % 9 == 0:
            melding = register_melding(session, a_melding(clock)).uid
        werk = lees(session, path)
        doel = FotoDoel(melding=melding) if number % 2 else FotoDoel(concept=f"c{number}")
        add(session, doel, werk, (Streek(((100.0, 100.0),), 60.0),))
    with session.store.read() as reader:
        found = reader.db.execute("SELECT uid, sha256, sleutel FROM fotos").fetchall()
        keys = {name: (uid, bytes(key)) for uid, name, key in found}
        thumbnails = [bytes(row[0]) for row in reader.db.execute("SELECT miniatuur FROM fotos")]
    assert len(keys) == len(sources) == len(thumbnails) == 27
    for path in [path for path in session.store.folder.rglob("*") if path.is_file()]:
        content = path.read_bytes()
        assert not traces(content), path.name
        if path.name in keys:
            assert b"\xff\xd8\xff" not in content[:64]
            uid, _key = keys.pop(path.name)
            opened = toon_foto(session, uid).jpeg
            assert opened.startswith(b"\xff\xd8\xff")
            assert not traces(opened)
            with Image.open(io.BytesIO(opened)) as picture:
                assert not picture.getexif()
                assert picture.getxmp() == {}
    assert not keys
    for thumbnail in thumbnails:
        assert thumbnail.startswith(b"\xff\xd8\xff")
        assert not traces(thumbnail)
    session.store.close()
    assert not traces(plain_database(session, tmp_path / "los.db"))


class _Disk:
    """Notes every file that this process opens for writing. An audit hook stays, so it is told when to listen."""

    def __init__(self) -> None:
        self.listening = False
        self.written: list[str] = []
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.listening and event == "open":
            path, _mode, flags = arguments
            if isinstance(path, str | bytes) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
                self.written.append(os.fsdecode(path))
        elif self.listening and event in ("os.mkdir", "os.rename", "shutil.copyfile", "tempfile.mkstemp"):
            self.written.append(os.fsdecode(arguments[0]))


def test_before_sealing_nothing_touches_the_disk(
    session: Session, melding: str, shared_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "tijdelijk"
    temporary.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    before = set(tmp_path.rglob("*"))
    disk = _Disk()
    disk.listening = True
    for name in ("gps/DSCN0010.jpg", "samplefilehub.heif"):
        werk = lees(session, shared_data / "photos" / name)
        assert [path for path in disk.written if path != os.devnull] == []
        add(session, melding, werk)
        folder = str(session.store.folder)
        assert all(path.startswith(folder) for path in disk.written if path != os.devnull), disk.written
        disk.written.clear()
    disk.listening = False
    after = {path for path in tmp_path.rglob("*") if path.is_file()} - before
    assert sorted(path.name for path in after if path.parent.parent.name == "fotos") == sorted(
        path.name for path in stored_files(session)
    )
    assert list(temporary.iterdir()) == []


def test_the_command_line_tells_uids_only(
    session: Session, melding: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    done = add(session, melding)
    session.store.close()
    monkeypatch.setenv("BOA_APP_WACHTWOORD", PASSPHRASE)
    assert cli.main(["melding", "toon", melding, "--store", str(session.store.folder), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["fotos"] == [done.uid]
    assert "sha256" not in json.dumps(told)


def test_missing_and_broken_files_are_findings(session: Session, melding: str) -> None:
    first, second = add(session, melding), add(session, melding)
    with session.store.read() as reader:
        names = [fotos.get_foto(reader, one.uid) for one in (first, second)]
    paths = [fotos.file_of(session.store.folder, foto.sha256) for foto in names if foto]
    paths[0].unlink()
    paths[1].write_bytes(b"stuk")
    assert [(point.code, point.fields) for point in controleer(session)] == [
        ("fotos_ontbreken", {"aantal": 1}), ("fotos_beschadigd", {"aantal": 1}),
    ]  # fmt: skip
    refused("foto_ontbreekt", toon_foto, session, first.uid)
    refused("foto_beschadigd", toon_foto, session, second.uid)
