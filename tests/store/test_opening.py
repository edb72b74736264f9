from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from boa_app.domain.errors import BoaError, EnvironmentProblem, UserError
from boa_app.store import audit, instellingen, meldingen
from boa_app.store.backup import list_backups
from boa_app.store.opening import (
    DATABASE_NAME,
    KEYFILE_NAME,
    change_passphrase,
    create_store,
    discard_store,
    open_store,
    store_exists,
)
from boa_app.store.schema import SCHEMA, Schema
from boa_app.vault.keyfile import unlock_keyfile
from boa_app.vault.sqlcipher import Database, open_database
from tests.store.samples import LIGHT, META, PASSPHRASE, FailingClock, HandClock, a_melding, new_store, register


@pytest.fixture
def folder(tmp_path: Path, clock: HandClock) -> Path:
    """A closed store with one melding."""
    store = new_store(tmp_path / "opslag", clock).store
    register(store, a_melding(feiten="Groep bij de bank"))
    store.close()
    return tmp_path / "opslag"


def _refused(folder: Path, clock: HandClock, secret: str = PASSPHRASE, schema: Schema | None = None) -> BoaError:
    with pytest.raises(BoaError) as caught:
        open_store(folder, secret, clock, **({"schema": schema} if schema else {}))
    return caught.value


def _count(folder: Path, clock: HandClock, secret: str = PASSPHRASE) -> int:
    store = open_store(folder, secret, clock)
    try:
        with store.read() as r:
            assert audit.check_chain(r) is None
            return meldingen.count(r)
    finally:
        store.close()


def test_a_store_comes_back_with_what_it_is_for(folder: Path, clock: HandClock) -> None:
    store = open_store(folder, PASSPHRASE, clock)
    assert store.meta == META
    first = store.session_id
    store.close()
    again = open_store(folder, PASSPHRASE, clock)
    assert again.session_id != first
    again.close()


def test_a_making_that_fails_leaves_no_store(tmp_path: Path) -> None:
    folder, failed = tmp_path / "o", 0
    while True:
        clock = FailingClock(failed + 1)
        try:
            created = new_store(folder, clock)
        except EnvironmentProblem as problem:
            assert problem.code == "schijf_vol"
        else:
            break
        assert [path.name for path in folder.iterdir()] == ["slot"]
        failed += 1
    assert failed >= 3
    created.store.close()
    assert _count(folder, HandClock(), created.herstelcode) == 0


def test_a_passphrase_that_is_no_text(tmp_path: Path, clock: HandClock) -> None:
    with pytest.raises(UserError) as caught:
        create_store(tmp_path / "o", "wachtwoord\udce9", META, clock, LIGHT)
    assert caught.value.code == "wachtwoord_onleesbaar"
    assert [path.name for path in (tmp_path / "o").iterdir()] == ["slot"]
    new_store(tmp_path / "o", clock).store.close()
    assert _refused(tmp_path / "o", clock, "wachtwoord\udce9").code == "wachtwoord_onjuist"


def test_a_store_can_be_discarded(tmp_path: Path, clock: HandClock) -> None:
    store = new_store(tmp_path / "o", clock).store
    register(store, a_melding())
    discard_store(store)
    assert [path.name for path in (tmp_path / "o").iterdir()] == ["slot"]
    new_store(tmp_path / "o", clock).store.close()


def test_a_wal_without_its_file_does_not_spoil_a_new_store(tmp_path: Path, clock: HandClock) -> None:
    store = new_store(tmp_path / "o", clock).store
    register(store, a_melding())
    stale = (tmp_path / "o" / "boa.db-wal").read_bytes()
    store.close()
    (tmp_path / "o" / DATABASE_NAME).unlink()
    (tmp_path / "o" / "boa.db-wal").write_bytes(stale)
    new_store(tmp_path / "o", clock).store.close()
    assert _count(tmp_path / "o", clock) == 0


def test_the_recovery_code_opens_it_too(tmp_path: Path, clock: HandClock) -> None:
    created = new_store(tmp_path / "o", clock)
    created.store.close()
    assert _count(tmp_path / "o", clock, created.herstelcode) == 0


def test_a_new_passphrase(folder: Path, clock: HandClock) -> None:
    store = open_store(folder, PASSPHRASE, clock)
    with pytest.raises(UserError) as caught:
        change_passphrase(store, "verkeerd woord", "nog een woord", LIGHT)
    assert caught.value.code == "wachtwoord_onjuist"
    with pytest.raises(UserError) as caught:
        change_passphrase(store, PASSPHRASE, "kort", LIGHT)
    assert caught.value.code == "wachtwoord_te_kort"
    change_passphrase(store, PASSPHRASE, "nog een woord", LIGHT)
    with store.read() as r:
        assert list(audit.lines(r))[-1]["actie"] == "SLEUTEL"
    store.close()
    assert _count(folder, clock, "nog een woord") == 1
    assert _refused(folder, clock).code == "wachtwoord_onjuist"


def test_what_cannot_be_made(tmp_path: Path, folder: Path, clock: HandClock) -> None:
    with pytest.raises(UserError) as caught:
        create_store(tmp_path / "kort", "1234567", META, clock, LIGHT)
    assert (caught.value.code, caught.value.fields) == ("wachtwoord_te_kort", {"min": 8})
    assert not (tmp_path / "kort").exists()
    with pytest.raises(UserError) as caught:
        new_store(folder, clock)
    assert (caught.value.code, caught.value.fields) == ("opslag_bestaat_al", {"map": str(folder)})
    assert _count(folder, clock) == 1


def test_a_key_whose_file_was_moved_away_is_kept_and_opens_it_again(folder: Path, clock: HandClock) -> None:
    before = _count(folder, clock)
    (folder / DATABASE_NAME).rename(folder.parent / "elders.db")
    new_store(folder, clock).store.close()
    (apart,) = folder.glob("apart-*")
    for name in (DATABASE_NAME, KEYFILE_NAME):
        (folder / name).unlink()
    (folder.parent / "elders.db").rename(folder / DATABASE_NAME)
    (apart / KEYFILE_NAME).rename(folder / KEYFILE_NAME)
    assert _count(folder, clock) == before


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits; the folder is in the user's own profile")
def test_only_the_owner_may_read_the_files(folder: Path, clock: HandClock) -> None:
    store = open_store(folder, PASSPHRASE, clock)
    register(store, a_melding())
    for path in folder.iterdir():
        assert path.stat().st_mode & 0o077 == 0, path.name
    store.close()


def test_the_key_of_somebodys_backups_is_not_replaced(folder: Path, clock: HandClock) -> None:
    (folder / "reservekopie").mkdir()
    (folder / DATABASE_NAME).rename(folder / "reservekopie" / "boa-v1-20261120T204200Z.db")
    with pytest.raises(UserError) as caught:
        new_store(folder, clock)
    assert caught.value.code == "opslag_bestaat_al"


def test_a_store_that_is_not_there(tmp_path: Path, clock: HandClock) -> None:
    assert not store_exists(tmp_path)
    assert _refused(tmp_path, clock).code == "opslag_ontbreekt"
    assert list(tmp_path.iterdir()) == []


def test_a_second_instance(folder: Path, clock: HandClock) -> None:
    store = open_store(folder, PASSPHRASE, clock)
    problem = _refused(folder, clock)
    assert isinstance(problem, EnvironmentProblem)
    assert (problem.code, problem.fields) == ("opslag_in_gebruik", {"map": str(folder)})
    register(store, a_melding())
    store.close()
    assert _count(folder, clock) == 2


def test_key_file_problems(folder: Path, clock: HandClock) -> None:
    assert _refused(folder, clock, "verkeerd woord").code == "wachtwoord_onjuist"
    good = (folder / KEYFILE_NAME).read_bytes()
    for content, code in (
        (b"rommel", "sleutelbestand_beschadigd"),
        (b'{"versie": 9, "slots": []}', "sleutelbestand_nieuwer"),
        (None, "sleutelbestand_ontbreekt"),
    ):
        if content is None:
            (folder / KEYFILE_NAME).unlink()
        else:
            (folder / KEYFILE_NAME).write_bytes(content)
        assert _refused(folder, clock).code == code
    (folder / KEYFILE_NAME).write_bytes(good)
    assert _count(folder, clock) == 1


@pytest.mark.parametrize("damage", ["first", "empty", "cut", "rommel"])
def test_a_damaged_file_is_told_apart_from_a_wrong_passphrase(folder: Path, clock: HandClock, damage: str) -> None:
    path = folder / DATABASE_NAME
    content = bytearray(path.read_bytes())
    content[100] ^= 1
    path.write_bytes(
        {"first": bytes(content), "empty": b"", "cut": bytes(content[:1000]), "rommel": b"x" * 8192}[damage]
    )
    before = path.read_bytes()
    problem = _refused(folder, clock)
    assert (problem.code, problem.fields) == ("bestand_beschadigd", {"bestand": "boa.db"})
    assert path.read_bytes() == before
    assert _refused(folder, clock, "verkeerd woord").code == "wachtwoord_onjuist"


def test_a_newer_file_is_refused_and_not_touched(folder: Path, clock: HandClock) -> None:
    db = open_database(folder / DATABASE_NAME, unlock_keyfile(folder / KEYFILE_NAME, PASSPHRASE))
    db.execute("PRAGMA user_version = 7")
    db.close()
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    problem = _refused(folder, clock)
    assert (problem.code, problem.fields) == ("bestand_nieuwer", {"versie": 7, "kent": SCHEMA.version})
    assert {name: (folder / name).read_bytes() for name in before} == before


def _add_table(db: Database) -> None:
    db.execute("CREATE TABLE later (a)")


def _fail(db: Database) -> None:
    db.execute("CREATE TABLE half (a)")
    raise LookupError("bug in a step")


def test_a_migration_makes_a_backup_first(folder: Path, clock: HandClock) -> None:
    store = open_store(folder, PASSPHRASE, clock, schema=Schema(*SCHEMA.steps, _add_table))
    (copy,) = list_backups(folder)
    assert copy.name.startswith(f"boa-v{SCHEMA.version}-20261120T2042")
    with store.read() as r:
        assert meldingen.count(r) == 1
        assert "later" in r.db.table_names()
    store.close()
    assert _refused(folder, clock).code == "bestand_nieuwer"
    shutil.copy(copy, folder / DATABASE_NAME)
    assert _count(folder, clock) == 1


def test_a_backup_opens_with_the_passphrase_and_goes_after_35_days(
    folder: Path, tmp_path: Path, clock: HandClock
) -> None:
    later = Schema(*SCHEMA.steps, _add_table)
    store = open_store(folder, PASSPHRASE, clock, schema=later)
    change_passphrase(store, PASSPHRASE, "nog een woord", LIGHT)
    store.close()
    (copy,) = list_backups(folder)
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    shutil.copy(copy, elsewhere / DATABASE_NAME)
    shutil.copy(folder / KEYFILE_NAME, elsewhere)
    assert _refused(elsewhere, clock).code == "wachtwoord_onjuist"
    assert _count(elsewhere, clock, "nog een woord") == 1
    for days, kept in ((34, [copy]), (2, [])):
        clock.now += timedelta(days=days)
        open_store(folder, "nog een woord", clock, schema=later).close()
        assert list_backups(folder) == kept


def test_a_failed_migration_leaves_the_old_file_to_the_old_program(folder: Path, clock: HandClock) -> None:
    with pytest.raises(LookupError):
        open_store(folder, PASSPHRASE, clock, schema=Schema(*SCHEMA.steps, _add_table, _fail))
    assert _refused(folder, clock).code == "bestand_nieuwer"  # the step that worked stays
    with pytest.raises(LookupError):
        open_store(folder, PASSPHRASE, clock, schema=Schema(*SCHEMA.steps, _add_table, _fail))
    store = open_store(folder, PASSPHRASE, clock, schema=Schema(*SCHEMA.steps, _add_table))
    with store.read() as r:
        assert "half" not in r.db.table_names()
    store.close()


def test_a_bug_while_opening_frees_the_lock(folder: Path, clock: HandClock) -> None:
    with pytest.raises(LookupError):
        open_store(folder, PASSPHRASE, clock, schema=Schema(*SCHEMA.steps, _fail))
    assert _count(folder, clock) == 1


def test_remains_of_an_interrupted_start_are_no_store(tmp_path: Path, clock: HandClock) -> None:
    folder = tmp_path / "o"
    folder.mkdir()
    for name in ("sleutel.json", "sleutel.json.nieuw", "boa.db.nieuw", "boa.db.nieuw-wal"):
        (folder / name).write_bytes(b"half")
    assert not store_exists(folder)
    new_store(folder, clock).store.close()
    left = {path.name for path in folder.iterdir() if not path.name.startswith("apart-")}
    assert left == {"boa.db", "sleutel.json", "slot"}
    assert _count(folder, clock) == 0


def test_a_file_where_the_folder_should_be(tmp_path: Path, clock: HandClock) -> None:
    (tmp_path / "o").write_bytes(b"")
    with pytest.raises(EnvironmentProblem) as caught:
        new_store(tmp_path / "o", clock)
    assert caught.value.code == "opslag_fout"


def test_settings_survive(folder: Path, clock: HandClock) -> None:
    store = open_store(folder, PASSPHRASE, clock)
    store.write_now(lambda w: instellingen.put(w, "taal", "en"))
    store.close()
    store = open_store(folder, PASSPHRASE, clock)
    with store.read() as r:
        assert instellingen.get(r, "taal", "nl") == "en"
    store.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits")
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere; see test_disk.py")
def test_a_folder_without_the_right_to_write(folder: Path, clock: HandClock) -> None:
    for path in (*folder.iterdir(), folder):
        path.chmod(path.stat().st_mode & ~0o222)
    assert _refused(folder, clock).code == "map_alleen_lezen"


def test_opening_imports_nothing_heavy() -> None:
    code = (
        "import sys, boa_app.store.opening; heavy = {'folium', 'pandas', 'geopandas', 'scipy', 'PySide6'};"
        "sys.exit(str(heavy & set(sys.modules)) if heavy & set(sys.modules) else 0)"
    )
    result = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
