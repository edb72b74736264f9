"""Making and upgrading the tables: by the owner, one at a time, while the service runs; a newer database is refused."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from boa_app.domain.errors import EnvironmentProblem
from boa_app.domain.roles import Rol
from boa_app.server.beleid import leesregels
from boa_app.server.postgres import PostgresBackend
from boa_app.server.postgres_schema import migrate
from boa_app.server.schema import TABELLEN, VERSIE
from tests.postgres import Cluster
from tests.server.wereld import ANDER, GEMEENTE, MIJN_BUURT, NU, fill, log_row, toegang_of

pytestmark = pytest.mark.postgres


def test_all_tables_are_there_with_the_municipality_first_in_every_key(postgres_dsn: str) -> None:
    assert migrate(postgres_dsn) == list(range(1, VERSIE + 1))
    with psycopg.connect(postgres_dsn) as connection:
        keys = connection.execute(
            "SELECT c.relname, a.attname FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid"
            " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]"
            " WHERE c.relnamespace = 'boa'::regnamespace AND (i.indisprimary OR i.indisunique)"
        ).fetchall()
    first = {(table, column) for table, column in keys if table != "schemastappen"}
    assert {column for _, column in first} == {"gemeente_code"}
    assert set(TABELLEN) | {"accounts", "tokens", "audit", "instellingen"} <= {table for table, _ in first}


def test_it_may_be_run_again_and_by_two_at_once(postgres_dsn: str) -> None:
    with ThreadPoolExecutor(2) as threads:
        done = sorted(threads.map(migrate, [postgres_dsn] * 2))
    assert done == [[], list(range(1, VERSIE + 1))]
    assert migrate(postgres_dsn) == []


def test_a_running_installation_is_upgraded_under_the_service(postgres_cluster: Cluster, postgres_dsn: str) -> None:
    """Policies follow from this version of the program: a rule somebody weakened is right again, and no row is lost."""
    pool = postgres_cluster.pool_role()
    migrate(postgres_dsn, poolrol=pool)
    backend = PostgresBackend(postgres_dsn.replace("postgres@", f"{pool}@"), pool=2)
    try:
        fill(backend, [log_row(1, "melding", "codes", ANDER, MIJN_BUURT, NU)])
        schouwleider, leider = toegang_of(Rol.SCHOUWLEIDER), toegang_of(Rol.TEAMLEIDER)
        rules = leesregels(leider, NU)
        with psycopg.connect(postgres_dsn) as connection:
            connection.execute("DROP POLICY lees ON boa.changes")
            connection.execute("CREATE POLICY lees ON boa.changes FOR SELECT TO boa_app USING (true)")
            connection.execute("DROP POLICY schrijf ON boa.changes")
        with backend.leesbeurt(schouwleider, NU) as beurt:
            assert len(beurt.list_rows(rules, 0, 9, 9)) == 1
        assert migrate(postgres_dsn) == []
        with backend.leesbeurt(schouwleider, NU) as beurt:
            assert beurt.list_rows(rules, 0, 9, 9) == []
        with backend.leesbeurt(leider, NU) as beurt:
            assert len(beurt.list_rows(rules, 0, 9, 9)) == 1
        with backend.schrijfbeurt(GEMEENTE, leider, NU) as beurt:
            beurt.insert_rows([log_row(2, "melding", "codes", leider.account, MIJN_BUURT, NU)])
    finally:
        backend.close()


def test_a_step_that_fails_leaves_the_database_as_it_was(postgres_dsn: str) -> None:
    with psycopg.connect(postgres_dsn) as connection:
        connection.execute("CREATE SCHEMA boa")
        connection.execute("CREATE TABLE boa.weg (in_de_weg int)")
    with pytest.raises(psycopg.errors.DuplicateTable):
        migrate(postgres_dsn)
    with psycopg.connect(postgres_dsn) as connection:
        assert connection.execute("SELECT to_regclass('boa.changes')").fetchone() == (None,)
        connection.execute("DROP TABLE boa.weg")
    assert migrate(postgres_dsn) == list(range(1, VERSIE + 1))


def test_a_database_of_a_newer_version_is_left_alone(postgres_dsn: str) -> None:
    migrate(postgres_dsn)
    with psycopg.connect(postgres_dsn) as connection:
        connection.execute("INSERT INTO boa.schemastappen (versie) VALUES (%s)", [VERSIE + 1])
    for refused in (migrate, PostgresBackend):
        with pytest.raises(EnvironmentProblem, match="centrale_nieuwer") as problem:
            refused(postgres_dsn)
        assert problem.value.fields == {"versie": VERSIE + 1, "kent": VERSIE}


def test_who_may_not_make_roles_or_tables_is_told(postgres_cluster: Cluster, postgres_dsn: str) -> None:
    with psycopg.connect(postgres_dsn, autocommit=True) as connection:
        connection.execute("DROP ROLE IF EXISTS boa_zomaar")
        connection.execute("CREATE ROLE boa_zomaar LOGIN")
    with pytest.raises(EnvironmentProblem, match="databank_recht"):
        migrate(postgres_dsn.replace("postgres@", "boa_zomaar@"))
    with pytest.raises(EnvironmentProblem, match="databank_onbereikbaar"):
        migrate(postgres_cluster.dsn("boa_bestaat_niet"))


def test_an_owner_who_is_no_superuser_prepares_it_and_serves_under_the_same_rules(postgres_dsn: str) -> None:
    with psycopg.connect(postgres_dsn, autocommit=True) as connection:
        connection.execute("DROP ROLE IF EXISTS boa_eigenaar")
        connection.execute("CREATE ROLE boa_eigenaar LOGIN CREATEROLE")
        name = connection.info.dbname
        connection.execute(f"GRANT CREATE ON DATABASE {name} TO boa_eigenaar".encode())
        there = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = 'boa_dienst'").fetchone()
        if there:  # made for another test of this server; its owner then has to be given them
            connection.execute("GRANT boa_dienst, boa_app, boa_gis, boa_beeld TO boa_eigenaar")
    own = postgres_dsn.replace("postgres@", "boa_eigenaar@")
    assert migrate(own) == list(range(1, VERSIE + 1))
    backend = PostgresBackend(own, pool=2)
    try:
        fill(backend, [log_row(1, "melding", "codes", ANDER, MIJN_BUURT, NU)])
        with backend.leesbeurt(toegang_of(Rol.SCHOUWLEIDER), NU) as beurt:
            assert beurt.list_rows(leesregels(toegang_of(Rol.TEAMLEIDER), NU), 0, 9, 9) == []
    finally:
        backend.close()
