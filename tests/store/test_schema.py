from __future__ import annotations

from pathlib import Path

import pytest

from boa_app.domain.audit import CHAINED
from boa_app.domain.melding import MELDING_VELDEN
from boa_app.store.bulk import DEFAULTS
from boa_app.store.schema import SCHEMA, Schema, file_version
from boa_app.vault.sqlcipher import Database, open_database

KEY = "ab" * 32
# What only tells about the log, the centre or this device.
_WITHOUT_OWNER = {
    "audit", "instellingen", "meta", "conflicten", "sync_wacht", "sync_stand", "sync_bonnen",
}  # fmt: skip


@pytest.fixture
def db(tmp_path: Path) -> Database:
    return open_database(tmp_path / "boa.db", KEY)


def _add_column(db: Database) -> None:
    db.execute("ALTER TABLE jops ADD COLUMN bankjes INTEGER")


def _fail(db: Database) -> None:
    db.execute("ALTER TABLE jops ADD COLUMN half INTEGER")
    db.execute("INSERT INTO er_is_niets VALUES (1)")


def test_a_new_file_has_all_tables_and_the_version(db: Database) -> None:
    SCHEMA.apply(db)
    SCHEMA.apply(db)
    assert file_version(db) == SCHEMA.version
    assert set(MELDING_VELDEN) < {column.name for column in db.table("meldingen").columns}
    assert {column.name for column in db.table("audit").columns} == {*CHAINED, "hash"}
    db.close()


def test_every_entity_says_whose_it_is_and_since_when(db: Database) -> None:
    SCHEMA.apply(db)
    for name in db.table_names():
        columns = {column.name for column in db.table(name).columns}
        if name.startswith(("_", "meldingen_", "sqlite_")) or name in _WITHOUT_OWNER:
            continue
        assert "gemeente_code" in columns, name
        assert "eerste_verwerking_op" in columns or name == "changes", name
    db.close()


def test_the_defaults_that_a_bulk_insert_relies_on(db: Database) -> None:
    SCHEMA.apply(db)
    for column in db.table("meldingen").columns:
        if column.name in DEFAULTS:
            expected = DEFAULTS[column.name]
            written = db.execute(f"SELECT {column.default_value or 'NULL'}").fetchone()[0]
            assert written == expected, column.name
    db.close()


def test_a_later_version_adds_its_steps_only(db: Database) -> None:
    SCHEMA.apply(db)
    db.execute("INSERT INTO meta VALUES ('x', 'y')")
    later = Schema(*SCHEMA.steps, _add_column)
    later.apply(db)
    assert file_version(db) == SCHEMA.version + 1
    assert "bankjes" in {column.name for column in db.table("jops").columns}
    assert db.execute("SELECT waarde FROM meta").fetchone() == ("y",)
    db.close()


def test_a_failing_step_leaves_nothing_behind(db: Database) -> None:
    SCHEMA.apply(db)
    with pytest.raises(Exception, match="er_is_niets"):
        Schema(*SCHEMA.steps, _fail).apply(db)
    assert file_version(db) == SCHEMA.version
    assert "half" not in {column.name for column in db.table("jops").columns}
    Schema(*SCHEMA.steps, _add_column).apply(db)
    assert file_version(db) == SCHEMA.version + 1
    db.close()


def test_audit_lines_cannot_be_changed_or_deleted(db: Database) -> None:
    SCHEMA.apply(db)
    marks = ", ".join("?" * (len(CHAINED) + 1))
    db.execute(f"INSERT INTO audit ({', '.join(CHAINED)}, hash) VALUES ({marks})", [1] * (len(CHAINED) + 1))
    for sql in ("UPDATE audit SET velden = ''", "DELETE FROM audit", "REPLACE INTO audit SELECT * FROM audit"):
        with pytest.raises(Exception, match="audit lines are never"):
            db.execute(sql)
    db.close()
