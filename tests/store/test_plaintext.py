"""Nothing that somebody typed may be readable in any file of the store, at any moment."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from boa_app.domain.audit import Actie
from boa_app.domain.opsporing import Opsporingsverwijzing
from boa_app.store import audit, concepten, imports, instellingen, opsporing
from boa_app.store.imports import ImportRow
from boa_app.store.opening import open_store
from boa_app.store.schema import SCHEMA, Schema
from boa_app.store.session import Writer
from boa_app.vault.sqlcipher import Database
from tests.store.samples import PASSPHRASE, HandClock, a_melding, change, new_store, register

PLANTED = "kanariepiet"
_SHOWN = ("GM0353", "IJsselstein", "boa1", "VUUR", "gebeurd_van", "CREATE TABLE", PLANTED, PASSPHRASE)


def _assert_nothing_readable(*folders: Path) -> None:
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    assert files
    for path in files:
        content = path.read_bytes()
        for word in _SHOWN:
            for encoding in ("utf-8", "utf-16-le"):
                assert word.encode(encoding) not in content, f"{word} in {path.name}"


def test_no_file_of_the_store_shows_anything(tmp_path: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary = tmp_path / "tijdelijk"
    temporary.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    folder = tmp_path / "o"
    created = new_store(folder, clock)
    store = created.store
    melding = a_melding(feiten=PLANTED, duiding=PLANTED, plaats=PLANTED, soort="VUUR", groep=PLANTED)
    uid = register(store, melding).uid
    change(store, uid, {"feiten": f"{PLANTED} nog eens"}, reden=PLANTED)

    def more(w: Writer) -> None:
        opsporing.insert_verwijzing(w, Opsporingsverwijzing(w.new_id(), uid, "HALT", PLANTED))
        concepten.save_concept(w, "c", {"feiten": PLANTED})
        instellingen.put(w, "x", PLANTED)
        audit.append_line(w, Actie.RAADPLEGEN, "melding", uid, reden_tekst=PLANTED)

    store.write_now(more)
    nr = store.write_now(lambda w: imports.begin_import(w, f"{PLANTED}.csv", "", "tabel"))
    imports.add_all(store, nr, (ImportRow(a_melding(feiten=PLANTED, bron="tabel"), str(i)) for i in range(3000)))
    with store.read() as r:
        r.db.execute("SELECT feiten FROM meldingen ORDER BY feiten, uid").fetchall()
        _assert_nothing_readable(folder)  # with WAL and shared memory, while it is open
    store.close()
    _assert_nothing_readable(folder)
    open_store(folder, PASSPHRASE, clock, schema=Schema(*SCHEMA.steps, _later)).close()
    assert list((folder / "reservekopie").iterdir())
    _assert_nothing_readable(folder)
    assert created.herstelcode.encode() not in (folder / "sleutel.json").read_bytes()
    assert [path.name for path in temporary.iterdir()] == []


def _later(db: Database) -> None:
    db.execute("CREATE TABLE later (a)")
