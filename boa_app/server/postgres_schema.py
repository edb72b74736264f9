"""The tables of the centre in PostgreSQL: made and brought up to date by their owner, while the service may run on.

Steps are those of schema.STAPPEN and are never changed once released; policies, functions and views follow from this
version of the program and are made anew each time. One migration runs at a time.
"""

from __future__ import annotations

from collections.abc import Sequence

import psycopg
from psycopg import sql

from boa_app.domain.errors import EnvironmentProblem
from boa_app.server import audit, tabellen_identiteiten
from boa_app.server.postgres_gis import views
from boa_app.server.postgres_rls import APP, DIENST, ROLLEN, SCHEMA, functions, grants, policies
from boa_app.server.schema import STAPPEN, VERSIE, ddl

OUDSTE_SERVER = 15_00_00
# Any two numbers, as long as every version of the program uses the same.
_SLOT = "SELECT pg_advisory_xact_lock(20263, 1)"
_STAPPEN = (
    f"CREATE TABLE IF NOT EXISTS {SCHEMA}.schemastappen (versie bigint PRIMARY KEY, gezet_op timestamptz NOT NULL"
    " DEFAULT now())"
)
# The log only grows and changes in place: statistics must follow early, or plans lag behind.
_EXTRA = (
    f"ALTER TABLE {SCHEMA}.changes SET (fillfactor = 90, autovacuum_analyze_scale_factor = 0.02,"
    " autovacuum_vacuum_scale_factor = 0.05)",
    # Counted on its first day, a table looks like something else: one municipality like a key, one record with fifty
    # changes like every record. What is always so is told, or the next thousands are looked up by reading it whole.
    f"ALTER TABLE {SCHEMA}.changes ALTER gemeente_code SET (n_distinct = 1), ALTER change_id SET (n_distinct = -0.5),"
    " ALTER uid SET (n_distinct = -0.05)",
    f"ALTER TABLE {SCHEMA}.records ALTER gemeente_code SET (n_distinct = 1), ALTER uid SET (n_distinct = -1)",
    # Most records belong to no other: only those that do are worth an entry (postgres_schrijven._FIND_CHILDREN).
    f"CREATE INDEX IF NOT EXISTS records_kinderen ON {SCHEMA}.records (gemeente_code, ouder) WHERE ouder <> ''",
    f"DROP INDEX IF EXISTS {SCHEMA}.records_ouder",
)


def migrate(dsn: str, *, poolrol: str = "") -> list[int]:
    """Bring the database up to this version; the steps that were missing, in order.

    dsn: the owner of the tables; the first time he must be allowed to make roles. poolrol: a login role that exists and
    may serve from now on. Raises EnvironmentProblem postgres_te_oud, centrale_nieuwer, postgis_ontbreekt,
    databank_recht or databank_onbereikbaar.
    """
    with connect(dsn) as connection, connection.transaction():
        if connection.info.server_version < OUDSTE_SERVER:
            raise EnvironmentProblem("postgres_te_oud", versie=connection.info.server_version // 10000)
        connection.execute(_SLOT)
        try:
            return _bring_up(connection, poolrol)
        except psycopg.errors.InsufficientPrivilege as error:
            raise EnvironmentProblem("databank_recht") from error
        except (psycopg.errors.UndefinedFunction, psycopg.errors.UndefinedFile) as error:
            raise EnvironmentProblem("postgis_ontbreekt") from error


def _bring_up(connection: psycopg.Connection, poolrol: str) -> list[int]:
    connection.execute(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}".encode())
    connection.execute(b"CREATE EXTENSION IF NOT EXISTS postgis SCHEMA public")
    connection.execute(f"SET LOCAL search_path = {SCHEMA}, public".encode())
    _make_roles(connection)
    connection.execute(_STAPPEN.encode())
    missing = list(range(_current(connection) + 1, VERSIE + 1))
    for version in missing:
        statements = [text for tabel in STAPPEN[version - 1] for text in ddl(tabel, postgres=True)]
        if version == 1:
            statements += [*tabellen_identiteiten.TABELLEN, *audit.AUDIT_TABEL]
        _run(connection, statements)
        connection.execute(b"INSERT INTO schemastappen (versie) VALUES (%s)", [version])
    _run(connection, [*_EXTRA, *functions(), *policies(), *views(), *grants()])
    if poolrol:
        connection.execute(sql.SQL("GRANT {}, {} TO {}").format(*map(sql.Identifier, (DIENST, APP, poolrol))))
    return missing


def _make_roles(connection: psycopg.Connection) -> None:
    """The roles that hold rights; who logs in is made by whoever runs the server, and granted these."""
    there = {str(row[0]) for row in connection.execute(b"SELECT rolname FROM pg_roles")}
    for role in ROLLEN:
        if role not in there:
            connection.execute(sql.SQL("CREATE ROLE {} NOLOGIN").format(sql.Identifier(role)))
            # Who made a role may use it only from PostgreSQL 16 on by asking for it.
            connection.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(sql.Identifier(role)))


def _current(connection: psycopg.Connection) -> int:
    row = connection.execute(f"SELECT coalesce(max(versie), 0) FROM {SCHEMA}.schemastappen".encode()).fetchone()  # noqa: S608
    version = int(row[0]) if row else 0
    if version > VERSIE:
        raise EnvironmentProblem("centrale_nieuwer", versie=version, kent=VERSIE)
    return version


def check_version(connection: psycopg.Connection) -> None:
    """Refuse to serve from a database this version did not prepare. Raises EnvironmentProblem centrale_nieuwer or
    centrale_ouder."""
    try:
        version = _current(connection)
    except (psycopg.errors.UndefinedTable, psycopg.errors.InvalidSchemaName):
        version = 0
    if version < VERSIE:
        raise EnvironmentProblem("centrale_ouder", versie=version, nodig=VERSIE)


def _run(connection: psycopg.Connection, statements: Sequence[str]) -> None:
    for statement in statements:
        connection.execute(statement.encode())


def connect(dsn: str) -> psycopg.Connection:
    """One connection outside the pool. Raises EnvironmentProblem databank_onbereikbaar."""
    try:
        return psycopg.connect(dsn, connect_timeout=10, application_name="boa_app")
    except psycopg.OperationalError as error:
        raise EnvironmentProblem("databank_onbereikbaar") from error
