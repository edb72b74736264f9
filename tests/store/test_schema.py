from __future__ import annotations

from pathlib import Path

import pytest

from boa_app.domain.audit import CHAINED
from boa_app.domain.melding import MELDING_VELDEN
from boa_app.store.bulk import DEFAULTS
from boa_app.store.schema import SCHEMA, Schema, file_version
from boa_app.sync.protocol import SCHEMA_VERSION
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


def test_step_3_gives_the_keys_of_photos_to_the_log(db: Database) -> None:
    Schema(*SCHEMA.steps[:2]).apply(db)
    for uid, value in (("f1", '{"bij":"m1"}'), ("f2", "{}")):
        db.execute(
            "INSERT INTO fotos (uid, bij_soort, bij, sha256, sleutel, breedte, hoogte, bytes, miniatuur, gemeente_code,"
            " eerste_verwerking_op, gemaakt_door, gemaakt_op)"
            " VALUES (?, 'melding', 'm1', 's', x'0AFF', 1, 1, 1, x'', 'GM', 't', 'b', 't')",
            [uid],
        )
        db.execute(
            "INSERT INTO changes (change_id, device, user, entity, uid, field, value, base_change_ids, hlc,"
            " schema_version, reason, gemeente_code) VALUES (?, 'd', 'b', 'foto', ?, '*', ?, '[]', 'h', 1, '', 'GM')",
            ["c" + uid, uid, value],
        )
    SCHEMA.apply(db)
    found = db.execute("SELECT uid, value, geweigerd, pushed_at FROM changes ORDER BY uid").fetchall()
    assert found == [("f1", '{"bij":"m1","sleutel":"0aff"}', "", None), ("f2", "{}", "", None)]
    assert db.execute("SELECT DISTINCT stand FROM fotos").fetchall() == [("hier",)]
    db.close()


def test_step_4_keeps_what_is_there_and_lets_a_file_with_a_log_make_rows_of_what_was_only_kept(db: Database) -> None:
    Schema(*SCHEMA.steps[:3]).apply(db)
    db.execute(
        "INSERT INTO changes (change_id, device, user, entity, uid, field, value, base_change_ids, hlc,"
        " schema_version, reason, gemeente_code)"
        " VALUES ('c1', 'd', 'b', 'straatkeuze', 'k1', '*', '{}', '[]', 'h', 2, '', 'GM')"
    )
    SCHEMA.apply(db)
    assert db.execute("SELECT count(*) FROM straatkeuzes").fetchone() == (0,)
    assert db.execute("SELECT uid FROM changes").fetchall() == [("k1",)]
    asked = "SELECT waarde FROM sync_stand WHERE naam = 'toegepast_schema'"
    assert db.execute(asked).fetchone() is None
    db.close()


def test_a_new_file_holds_nothing_an_older_version_kept(db: Database) -> None:
    SCHEMA.apply(db)
    asked = "SELECT waarde FROM sync_stand WHERE naam = 'toegepast_schema'"
    assert db.execute(asked).fetchone() == (str(SCHEMA_VERSION),)
    db.close()


def test_a_bound_never_lies_beyond_the_last_number(db: Database) -> None:
    SCHEMA.apply(db)
    for seq in (1, 2, 3):
        db.execute(
            "INSERT INTO changes (seq, change_id, device, user, entity, uid, field, value, base_change_ids, hlc,"
            " schema_version, reason, gemeente_code) VALUES (?, ?, 'd', 'b', 'j', 'u', 'x', '1', '[]', 'h', 1, '', '')",
            [seq, str(seq)],
        )
    db.execute("INSERT INTO sync_stand VALUES ('geduwd_tot', '3'), ('geteld_tot', '1'), ('cursor', '9')")
    db.execute("DELETE FROM changes WHERE seq >= 2")
    bounds = dict(db.execute("SELECT naam, waarde FROM sync_stand WHERE naam <> 'toegepast_schema'").fetchall())
    assert bounds == {"geduwd_tot": "1", "geteld_tot": "1", "cursor": "9"}
    db.execute("DELETE FROM changes")
    assert db.execute("SELECT waarde FROM sync_stand WHERE naam = 'geduwd_tot'").fetchone() == ("0",)
    db.close()
