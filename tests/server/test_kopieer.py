"""Every table is copied or named as one that is not; a copy is of one moment."""

from __future__ import annotations

from pathlib import Path

import pytest

from boa_app.server.bestand import BestandBackend
from boa_app.server.kopieer import NOT_COPIED, TABLES, BestandBron, columns_of, copy_rows, postgres_bron
from tests.server.identiteit import GEMEENTE, Centrum, maak_centrum, open_bestand
from tests.server.installatie import maak_installatie


def test_no_table_is_forgotten(tmp_path: Path) -> None:
    backend = open_bestand(tmp_path)
    with backend.reading() as connection:
        names = {
            row[0]
            for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            if not row[0].startswith("sqlite_")
        }
    backend.close()
    assert names == set(TABLES) | NOT_COPIED


def test_rows_of_another_municipality_are_left_out(tmp_path: Path) -> None:
    source = open_bestand(tmp_path)
    for code in ("GM0353", "GM0344"):
        centrum: Centrum = maak_centrum(source.db(code))
        centrum.account(f"Van {code}")
    target = BestandBackend(tmp_path / "doel.db", "6b" * 32)
    counts = copy_rows(BestandBron(source, "GM0344"), target.db("GM0344"), columns_of(target))
    assert counts["accounts"] == 1
    assert [row["naam"] for row in target.db("GM0344").execute("SELECT naam FROM accounts")] == ["Van GM0344"]
    source.close()
    target.close()


@pytest.mark.postgres
def test_a_copy_of_postgresql_is_of_one_moment_and_keeps_nobody_waiting(tmp_path: Path, postgres_dsn: str) -> None:
    installatie = maak_installatie(tmp_path, postgres_dsn)
    target = BestandBackend(tmp_path / "doel.db", "6b" * 32)
    with installatie.open() as open_:
        open_.centrum.account("Eerst")
        with postgres_bron(postgres_dsn, GEMEENTE.code) as bron:
            columns = bron.shared(columns_of(target))
            open_.centrum.account("Daarna")
            copy_rows(bron, target.db(GEMEENTE.code), columns)
    assert set(columns) == set(TABLES)
    assert [row["naam"] for row in target.db(GEMEENTE.code).execute("SELECT naam FROM accounts")] == ["Eerst"]
    target.close()
