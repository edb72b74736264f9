from __future__ import annotations

from boa_app.server import backend
from boa_app.server.schema import CHANGES, GEWEIGERD, OPSCHONINGEN, RECORDS, TABELLEN, WEG, ddl
from boa_app.vault.sqlcipher import open_database

KEY = "ab" * 32


def test_every_key_begins_with_the_municipality() -> None:
    for tabel in TABELLEN.values():
        assert tabel.sleutel[0] == "gemeente_code"
        assert all(names[0] == "gemeente_code" for names in (*tabel.indexen, *tabel.uniek))
        assert set(tabel.sleutel) <= set(tabel.namen)
        assert all(set(names) <= set(tabel.namen) for names in (*tabel.indexen, *tabel.uniek))


def test_rows_have_the_columns_of_their_table_in_order() -> None:
    pairs = (
        (CHANGES, backend.Logrij), (RECORDS, backend.Recordstand), (WEG, backend.Wegrij),
        (OPSCHONINGEN, backend.Opschoonrij), (GEWEIGERD, backend.Weigerrij),
    )  # fmt: skip
    for tabel, row in pairs:
        assert tabel.namen[1:] == row._fields


def test_the_tables_can_be_made_in_an_encrypted_file(tmp_path) -> None:
    db = open_database(tmp_path / "c.db", KEY)
    for tabel in TABELLEN.values():
        for statement in ddl(tabel, postgres=False):
            db.execute(statement)
    assert set(db.table_names()) >= set(TABELLEN)
    db.close()


def test_a_table_for_postgres_has_its_types_and_schema() -> None:
    text = ddl(RECORDS, postgres=True, schema="h")[0]
    assert text.startswith("CREATE TABLE h.records (gemeente_code text NOT NULL")
    assert "lon double precision," in text
    assert "verdacht bigint NOT NULL" in text
    assert text.endswith("PRIMARY KEY (gemeente_code, entity, uid))")
