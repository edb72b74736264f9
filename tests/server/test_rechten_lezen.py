"""Reading, from the one table of rights: every role × kind × group × owner × buurt × age, against both back ends and
against raw SQL as that account."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest

from boa_app.domain.moments import to_iso
from boa_app.domain.roles import Rol
from boa_app.server.backend import Backend, Logrij, Toegang
from boa_app.server.beleid import leesregels
from boa_app.server.postgres import PostgresBackend
from boa_app.server.postgres_rls import BESCHERMD, LEESBAAR
from tests.server.wereld import (
    GEMEENTE,
    LEESWIJZEN,
    NU,
    Leeswijze,
    add_account,
    all_rows,
    fill,
    may_read,
    toegang_of,
)

ALL = 1_000_000
_TABLES = "SELECT relname FROM pg_class WHERE relnamespace = 'boa'::regnamespace AND relkind = 'r'"


@pytest.fixture(scope="module")
def rows() -> list[Logrij]:
    return list(all_rows())


def expected(rows: list[Logrij], toegang: Toegang, leeswijze: Leeswijze) -> set[int]:
    return {row.seq for row in rows if may_read(toegang, row, leeswijze)}


def test_every_role_is_given_exactly_what_the_table_says(backend: Backend, rows: list[Logrij]) -> None:
    fill(backend, rows)
    for rol in Rol:
        toegang = toegang_of(rol)
        for leeswijze in LEESWIJZEN:
            rules = leesregels(toegang, NU, leeswijze.wijze, leeswijze.reden)
            with backend.leesbeurt(toegang, NU, leeswijze.wijze, leeswijze.reden) as beurt:
                found = {row.seq for row in beurt.list_rows(rules, 0, ALL, ALL)}
                wanted = expected(rows, toegang, leeswijze)
                assert found == wanted, (rol, leeswijze)
                assert beurt.count_heads(rules, ALL) == len(found)
                assert len(beurt.list_ids(rules, 0, ALL, "")) == len(found)


class AsAccount:
    """Raw SQL in one transaction, as an account: what anybody could do who got hold of a connection of the pool."""

    def __init__(self, connection: psycopg.Connection) -> None:
        self.connection = connection

    def become(self, account: str | None, leeswijze: Leeswijze = LEESWIJZEN[1], gemeente: str = GEMEENTE) -> None:
        self.connection.rollback()
        self.connection.execute("SET LOCAL ROLE boa_app")
        if account is not None:
            settings = {"gemeente": gemeente, "account": account, "nu": to_iso(NU), "wijze": str(leeswijze.wijze)}
            for name, value in (settings | {"reden": leeswijze.reden}).items():
                self.connection.execute("SELECT set_config(%s, %s, true)", [f"boa.{name}", value])

    def seqs(self, table: str = "changes") -> set[int]:
        return {row[0] for row in self.connection.execute(f"SELECT seq FROM boa.{table}".encode())}


@pytest.fixture
def raw(postgres_backend: PostgresBackend, centrale_dsn: str) -> Iterator[AsAccount]:
    with psycopg.connect(centrale_dsn) as connection:
        yield AsAccount(connection)


@pytest.mark.postgres
def test_raw_sql_as_an_account_gives_exactly_what_the_table_says(
    postgres_backend: PostgresBackend, raw: AsAccount, rows: list[Logrij]
) -> None:
    fill(postgres_backend, rows)
    for rol in Rol:
        toegang = toegang_of(rol)
        for leeswijze in LEESWIJZEN:
            raw.become(toegang.account, leeswijze)
            assert raw.seqs() == expected(rows, toegang, leeswijze), (rol, leeswijze)


@pytest.mark.postgres
def test_nobody_an_injected_name_an_ended_role_and_another_municipality_see_nothing(
    postgres_backend: PostgresBackend, raw: AsAccount
) -> None:
    rows = [row for row in all_rows() if row.veldgroep == "codes"]
    fill(postgres_backend, rows)
    db = postgres_backend.db(GEMEENTE)
    add_account(db, "voorbij", "teamleider", einde="2026-11-19")
    add_account(db, "nog niet", "teamleider", begin="2026-11-21")
    add_account(db, "beeindigd", "teamleider", status="beeindigd")
    add_account(db, "zonder rol", "")
    add_account(db, "vandaag nog", "teamleider", einde="2026-11-20")
    leider = toegang_of(Rol.TEAMLEIDER).account
    raw.become(leider)
    assert raw.seqs()
    raw.become("vandaag nog")
    assert raw.seqs()
    names = [
        "",
        "x' or 1=1",
        "x' or 1=1 --",
        "%",
        f"{leider}' or ''='",
        "voorbij",
        "nog niet",
        "beeindigd",
        "zonder rol",
    ]
    for name in [None, *names, "account-onbekend", leider.upper()]:
        raw.become(name)
        for table in ("changes", "weg", "opschoningen", "audit"):
            assert raw.seqs(table) == set(), (name, table)
        assert raw.connection.execute("SELECT count(*) FROM boa.records").fetchone() == (0,)
    raw.become(leider, gemeente="GM0344")
    assert raw.seqs() == set()


@pytest.mark.postgres
def test_an_account_reads_no_identities_and_writes_nothing_but_the_log(
    postgres_backend: PostgresBackend, raw: AsAccount
) -> None:
    fill(postgres_backend, [])
    leider = toegang_of(Rol.TEAMLEIDER).account
    raw.become(None)
    closed = {name for (name,) in raw.connection.execute(_TABLES.encode())} - set(LEESBAAR)
    assert {"accounts", "tokens", "codes", "instellingen", "tellers", "bonnen", "raster"} <= closed
    statements = [
        *(f"SELECT 1 FROM boa.{table}" for table in closed),
        *(f"DELETE FROM boa.{table}" for table in (*closed, *LEESBAAR)),
        # Without a WHERE the read policy would not have been asked: there is no right to update at all.
        f"UPDATE boa.changes SET eigenaar = '{leider}'",
        f"UPDATE boa.records SET eigenaar = '{leider}'",
        "INSERT INTO boa.records SELECT * FROM boa.records",
        "TRUNCATE boa.changes",
        "ALTER TABLE boa.changes DISABLE ROW LEVEL SECURITY",
        "CREATE TABLE boa.eigen (nr int)",
        "CREATE FUNCTION boa.rol() RETURNS text LANGUAGE sql AS $$ SELECT 'teamleider' $$",
    ]
    for statement in statements:
        raw.become(leider)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            raw.connection.execute(statement.encode())


@pytest.mark.postgres
def test_the_login_role_of_the_pool_owns_nothing_and_can_do_nothing_by_itself(raw: AsAccount) -> None:
    owned = raw.connection.execute("SELECT count(*) FROM pg_class WHERE relowner = 'boa_pool'::regrole").fetchone()
    assert owned == (0,)
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        raw.connection.execute("SELECT * FROM boa.changes")
    raw.connection.rollback()
    forced = raw.connection.execute(f"{_TABLES} AND relforcerowsecurity AND relrowsecurity".encode()).fetchall()
    assert {row[0] for row in forced} == set(BESCHERMD)
