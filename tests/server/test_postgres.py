"""The pool under load and under faults: nothing of one request is left for the next, no row is passed over, and what
the database cannot do is told as a problem of the centre."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from boa_app.domain.errors import EnvironmentProblem
from boa_app.domain.roles import Rol
from boa_app.server.backend import Wijze
from boa_app.server.beleid import leesregels
from boa_app.server.postgres import PostgresBackend
from tests.postgres import Cluster
from tests.server.wereld import (
    ANDER,
    GEMEENTE,
    LEESWIJZEN,
    MIJN_BUURT,
    NU,
    Leeswijze,
    account_of,
    all_rows,
    fill,
    log_row,
    may_read,
    toegang_of,
)

pytestmark = pytest.mark.postgres
TURNS, THREADS = 600, 6


class Injected(Exception):
    """A fault in the middle of a request."""


def test_no_turn_on_a_pooled_connection_keeps_anything_of_the_one_before(
    postgres_backend: PostgresBackend, centrale_dsn: str
) -> None:
    """600 turns of all roles on three connections, a third of them broken off halfway in one of several ways."""
    rows = [row for at, row in enumerate(all_rows()) if at % 7 == 0]
    fill(postgres_backend, rows)
    expected = {
        rol: {row.seq for row in rows if may_read(toegang_of(rol), row, Leeswijze(Wijze.TOESTEL))} for rol in Rol
    }

    def one_turn(number: int) -> tuple[Rol, set[int] | None]:
        draw = random.Random(number)
        rol = draw.choice(list(Rol))
        toegang = toegang_of(rol)
        rules = leesregels(toegang, NU)
        try:
            with postgres_backend.leesbeurt(toegang, NU) as beurt:
                found = {row.seq for row in beurt.list_rows(rules, 0, 10**6, 10**6)}
                break_off(draw.randrange(9), beurt)
                return rol, found
        except (Injected, psycopg.Error, EnvironmentProblem):
            return rol, None

    def break_off(how: int, beurt: object) -> None:
        connection = postgres_backend._mine.connection
        if how == 0:
            raise Injected
        if how == 1:
            connection.execute("SELECT 1 / 0")
        if how == 2:
            connection.execute("SELECT set_config('role', 'boa_app', true), set_config('boa.account', 'x', true)")
            raise Injected

    with ThreadPoolExecutor(THREADS) as threads:
        answers = list(threads.map(one_turn, range(TURNS)))
    broken = sum(found is None for _, found in answers)
    assert TURNS / 6 < broken < TURNS / 2
    assert all(found == expected[rol] for rol, found in answers if found is not None)
    # What is left on the connections themselves: the service, and no account.
    for _ in range(3):
        with postgres_backend._pool.connection() as connection:
            row = connection.execute(
                "SELECT current_user, current_setting('boa.account', true), current_setting('boa.gemeente', true)"
            ).fetchone()
            assert row is not None and row[0] == "boa_dienst" and not row[1] and not row[2]


def test_who_pulls_between_two_pushes_at_once_misses_no_row(postgres_backend: PostgresBackend) -> None:
    """The order bug of sequences: a place may not be seen before a lower one is. The second push starts while the first
    one holds its places and has not committed."""
    fill(postgres_backend, [])
    toegang = toegang_of(Rol.TEAMLEIDER)
    first_has_places, go_on = threading.Event(), threading.Event()
    order: list[str] = []

    def push(name: str, first: bool) -> None:
        with postgres_backend.schrijfbeurt(GEMEENTE) as beurt:
            seq = beurt.reserve(1)
            row = log_row(seq, "melding", "codes", ANDER, MIJN_BUURT, NU, reason=name)
            if first:
                first_has_places.set()
                go_on.wait(15)
            beurt.insert_rows([row])
            # Inside the turn: once it ends, the next one may be quicker than this thread.
            order.append(name)

    def pull(cursor: int) -> tuple[list[str], int]:
        with postgres_backend.leesbeurt(toegang, NU) as beurt:
            tot = beurt.last_seq()
            found = beurt.list_rows(leesregels(toegang, NU), cursor, tot, 100)
        return [row.reason for row in found], tot

    with ThreadPoolExecutor(2) as threads:
        one = threads.submit(push, "een", True)
        assert first_has_places.wait(15)
        two = threads.submit(push, "twee", False)
        early, cursor = pull(0)
        assert (early, cursor) == ([], 0), "no place is told while it is not committed"
        go_on.set()
        one.result(15)
        two.result(15)
    assert order == ["een", "twee"]
    later, _ = pull(cursor)
    assert later == ["een", "twee"]


def test_a_waiting_writer_sees_what_he_waited_for_and_would_not_under_repeatable_read(
    postgres_backend: PostgresBackend, postgres_cluster: Cluster, centrale_dsn: str
) -> None:
    """Why writing stays READ COMMITTED: under REPEATABLE READ the lock gives order, but not sight."""
    fill(postgres_backend, [])
    row = log_row(1, "melding", "codes", ANDER, MIJN_BUURT, NU)
    lock = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))"
    seen: dict[str, int] = {}
    started = threading.Barrier(3)

    def wait_as(isolation: str) -> None:
        with psycopg.connect(centrale_dsn) as connection:
            connection.execute(f"SET TRANSACTION ISOLATION LEVEL {isolation}".encode())
            connection.execute("SET LOCAL ROLE boa_dienst")
            # The snapshot of REPEATABLE READ is taken here, and the lock is asked for after it.
            connection.execute("SELECT 1 FROM boa.changes")
            started.wait(15)
            connection.execute(lock, [f"boa seq {GEMEENTE}"])
            count = connection.execute("SELECT count(*) FROM boa.changes").fetchone()
            assert count is not None
            seen[isolation] = count[0]

    with ThreadPoolExecutor(2) as threads:
        with postgres_backend.schrijfbeurt(GEMEENTE) as beurt:
            waiting = [threads.submit(wait_as, isolation) for isolation in ("READ COMMITTED", "REPEATABLE READ")]
            started.wait(15)
            beurt.reserve(1)
            beurt.insert_rows([row])
        for one in waiting:
            one.result(15)
    assert seen == {"READ COMMITTED": 1, "REPEATABLE READ": 0}
    with postgres_backend.schrijfbeurt(GEMEENTE) as beurt:
        isolation = postgres_backend._mine.connection.execute("SHOW transaction_isolation").fetchone()
        assert isolation == ("read committed",)
        assert beurt.find_rows([("melding", row.uid)]) == [row]


def test_two_municipalities_do_not_wait_for_each_other(postgres_backend: PostgresBackend) -> None:
    def other() -> int:
        with postgres_backend.schrijfbeurt("GM0344") as beurt:
            return beurt.reserve(3)

    with postgres_backend.schrijfbeurt(GEMEENTE) as beurt, ThreadPoolExecutor(1) as threads:
        assert beurt.reserve(5) == 1
        assert threads.submit(other).result(15) == 1


def test_the_tables_of_low_volume_join_the_turn_and_leave_nothing_on_an_error(
    postgres_backend: PostgresBackend,
) -> None:
    db = postgres_backend.db(GEMEENTE)
    insert = "INSERT INTO tellers (gemeente_code, naam, stand) VALUES (%s, %s, %s)"
    with pytest.raises(Injected), postgres_backend.schrijfbeurt(GEMEENTE) as beurt:
        beurt.reserve(4)
        with db.transaction():
            db.lock("audit")
            db.execute_many(insert, [(GEMEENTE, "a", 1), (GEMEENTE, "b", 2)])
        raise Injected
    assert db.execute("SELECT naam FROM tellers") == []
    with db.transaction():
        db.execute(insert, [GEMEENTE, "a", 1])
    assert db.execute("SELECT stand FROM tellers WHERE gemeente_code = %s", [GEMEENTE]) == [{"stand": 1}]
    assert db.execute("SELECT '100%%' AS deel") == [{"deel": "100%"}]


def test_reading_is_one_snapshot_and_cannot_write(postgres_backend: PostgresBackend) -> None:
    fill(postgres_backend, [])
    toegang = toegang_of(Rol.TEAMLEIDER)
    with postgres_backend.leesbeurt(toegang, NU) as reading:
        assert reading.last_seq() == 0
        with ThreadPoolExecutor(1) as threads:
            threads.submit(_push_one, postgres_backend).result(15)
        assert reading.last_seq() == 0
        assert reading.list_rows(leesregels(toegang, NU), 0, 10, 10) == []
    with pytest.raises(psycopg.errors.ReadOnlySqlTransaction), postgres_backend.leesbeurt(toegang, NU) as reading:
        reading.db.execute("DELETE FROM tellers")


def _push_one(backend: PostgresBackend) -> None:
    with backend.schrijfbeurt(GEMEENTE) as beurt:
        beurt.insert_rows([log_row(beurt.reserve(1), "melding", "codes", ANDER, MIJN_BUURT, NU)])


def test_a_role_that_ended_since_the_token_was_given_sees_nothing(postgres_backend: PostgresBackend) -> None:
    fill(postgres_backend, [log_row(1, "melding", "codes", ANDER, MIJN_BUURT, NU)])
    toegang = toegang_of(Rol.TEAMLEIDER)
    rules = leesregels(toegang, NU)
    with postgres_backend.leesbeurt(toegang, NU) as beurt:
        assert len(beurt.list_rows(rules, 0, 10, 10)) == 1
    postgres_backend.db(GEMEENTE).execute(
        "UPDATE accounts SET rol = '' WHERE account = %s", [account_of(Rol.TEAMLEIDER)]
    )
    with postgres_backend.leesbeurt(toegang, NU) as beurt:
        assert beurt.list_rows(rules, 0, 10, 10) == []
        assert beurt.count_heads(rules, 10) == 0


def test_reading_online_beyond_a_year_asks_for_a_reason(postgres_backend: PostgresBackend) -> None:
    old = NU.replace(year=NU.year - 2)
    fill(postgres_backend, [log_row(1, "melding", "codes", ANDER, MIJN_BUURT, old)])
    toegang = toegang_of(Rol.TEAMLEIDER)
    # The widest rules there are: the database has the last word.
    rules = leesregels(toegang, NU, Wijze.TOESTEL)
    found = []
    for wijze in (*LEESWIJZEN, Leeswijze(Wijze.ONLINE, "  ")):
        with postgres_backend.leesbeurt(toegang, NU, wijze.wijze, wijze.reden) as beurt:
            found.append(len(beurt.list_rows(rules, 0, 10, 10)))
    assert found == [1, 0, 1, 0]


@pytest.fixture
def stopped(postgres_cluster: Cluster) -> Iterator[str]:
    yield postgres_cluster.dsn("boa_bestaat_niet")


def test_a_database_that_is_away_is_a_problem_of_the_centre(stopped: str) -> None:
    with pytest.raises(EnvironmentProblem, match="databank_onbereikbaar"):
        PostgresBackend(stopped)


def test_a_database_without_tables_or_for_another_role_is_refused(
    postgres_cluster: Cluster, postgres_dsn: str, centrale_dsn: str
) -> None:
    with pytest.raises(EnvironmentProblem, match="centrale_ouder"):
        PostgresBackend(postgres_dsn)
    with psycopg.connect(postgres_dsn, autocommit=True) as connection:
        connection.execute("DROP ROLE IF EXISTS boa_vreemde")
        connection.execute("CREATE ROLE boa_vreemde LOGIN")
    with pytest.raises(EnvironmentProblem, match="databank_recht"):
        PostgresBackend(centrale_dsn.replace("boa_pool", "boa_vreemde"))


def test_connections_that_the_server_ended_are_replaced(
    postgres_backend: PostgresBackend, postgres_cluster: Cluster, centrale_dsn: str
) -> None:
    db = postgres_backend.db(GEMEENTE)
    assert db.execute("SELECT 1 AS een") == [{"een": 1}]
    with psycopg.connect(centrale_dsn.replace("boa_pool", "postgres"), autocommit=True) as connection:
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'boa_pool'")
    assert db.execute("SELECT 1 AS een") == [{"een": 1}]


def test_a_connection_that_breaks_in_a_turn_leaves_nothing(
    postgres_backend: PostgresBackend, centrale_dsn: str
) -> None:
    fill(postgres_backend, [])
    with (
        pytest.raises(EnvironmentProblem, match="databank_onbereikbaar"),
        postgres_backend.schrijfbeurt(GEMEENTE) as beurt,
    ):
        beurt.reserve(7)
        with psycopg.connect(centrale_dsn.replace("boa_pool", "postgres"), autocommit=True) as connection:
            connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'boa_pool'")
        beurt.reserve(1)
    with postgres_backend.schrijfbeurt(GEMEENTE) as beurt:
        assert beurt.reserve(1) == 1
