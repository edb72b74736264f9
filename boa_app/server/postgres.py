"""The back end for more than one machine: PostgreSQL with PostGIS, where row-level security holds the rights once more.

    pool ─► connection: role boa_dienst ──┬─ identities, order, state, audit
                                         └─ in a transaction, role boa_app as one account: rows of the log in and out

The role of an account is set for the transaction only, so nothing of it is left when the connection goes back. Writing
is READ COMMITTED: under REPEATABLE READ, who waited for the lock of a municipality would not see the rows he waited
for. Reading waits for nobody and is one snapshot. A statement on its own is no more than that one statement: a request
asks who it is for in four of them, and each would cost four more around it.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from typing import Any

import psycopg
from psycopg.rows import dict_row
from psycopg_pool import ConnectionPool, PoolTimeout

from boa_app.domain.errors import EnvironmentProblem
from boa_app.domain.moments import to_iso
from boa_app.server.backend import Leesbeurt, Schrijfbeurt, Toegang, Wijze
from boa_app.server.db import Db, Row
from boa_app.server.postgres_lezen import PostgresLeesbeurt
from boa_app.server.postgres_rls import APP, DIENST, SCHEMA
from boa_app.server.postgres_schema import check_version
from boa_app.server.postgres_schrijven import PostgresSchrijfbeurt

_POOL = 10
_WAIT_S = 15
_SETTINGS = (
    f"SET search_path = {SCHEMA}, public",
    "SET default_transaction_isolation = 'read committed'",
    "SET lock_timeout = '20s'",
    "SET statement_timeout = '120s'",
    "SET idle_in_transaction_session_timeout = '120s'",
    # A plan made while the log was empty must not outlive its first days.
    "SET plan_cache_mode = force_custom_plan",
    # Short statements with long policies: compiling them costs more than running them.
    "SET jit = off",
)
_SERVING = f"SET ROLE {DIENST}"
_AS_SERVICE = f"SET LOCAL ROLE {DIENST}"
_SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
_AS_ACCOUNT = (
    f"SELECT set_config('role', '{APP}', true), set_config('boa.gemeente', %s, true),"
    " set_config('boa.account', %s, true), set_config('boa.nu', %s, true), set_config('boa.wijze', %s, true),"
    " set_config('boa.reden', %s, true)"
)
_TURN = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))"


class PostgresBackend:
    """The database at dsn, prepared by ``centraal migreer``. Raises EnvironmentProblem databank_onbereikbaar,
    databank_recht, centrale_nieuwer or centrale_ouder.

    dsn: a login role that is a member of the service role and owns nothing; every connection takes the service role
    first, so that an owner who serves himself falls under the same rules.
    """

    def __init__(self, dsn: str, *, pool: int = _POOL) -> None:
        self._mine = threading.local()
        options: dict[str, Any] = {"connect_timeout": 10, "application_name": "boa_app centrale"}
        self._pool = ConnectionPool(
            dsn, min_size=min(2, pool), max_size=pool, open=False, timeout=_WAIT_S, kwargs=options,
            configure=_configure, check=ConnectionPool.check_connection, name="boa-pg",
        )  # fmt: skip
        with _problems(), psycopg.connect(dsn, **options) as connection:
            _check(connection)
        self._pool.open()

    def db(self, gemeente_code: str) -> Db:
        """The tables of low volume of one municipality, as the service."""
        return PostgresDb(self, gemeente_code)

    @contextmanager
    def schrijfbeurt(
        self, gemeente_code: str, toegang: Toegang | None = None, now: datetime | None = None
    ) -> Iterator[Schrijfbeurt]:
        """Wait for the turn of this municipality, then write."""
        with self.transaction() as connection:
            # Before any place is given out: the order of places is then the order of commits.
            connection.execute(_TURN.encode(), [f"boa seq {gemeente_code}"])
            beurt = _Beurt(connection, toegang, now, Wijze.ONLINE, "")
            yield PostgresSchrijfbeurt(beurt, self.db(gemeente_code))

    @contextmanager
    def leesbeurt(
        self, toegang: Toegang, now: datetime, wijze: Wijze = Wijze.TOESTEL, reden: str = ""
    ) -> Iterator[Leesbeurt]:
        """Read as this account at this moment."""
        with self.transaction(_SNAPSHOT) as connection:
            beurt = _Beurt(connection, toegang, now, wijze, reden)
            yield PostgresLeesbeurt(beurt, self.db(toegang.gemeente_code), toegang.account)

    @contextmanager
    def transaction(self, begin: str = "") -> Iterator[psycopg.Connection]:
        """A transaction as the service; an inner one joins the outer one of the same thread. begin: its first
        statement."""
        current: psycopg.Connection | None = getattr(self._mine, "connection", None)
        if current is not None:
            yield current
            return
        with _problems(), self._pool.connection() as connection, connection.transaction():
            if begin:
                connection.execute(begin.encode())
            self._mine.connection = connection
            try:
                yield connection
            finally:
                self._mine.connection = None

    @contextmanager
    def connection(self) -> Iterator[psycopg.Connection]:
        """For one statement as the service: the transaction of this thread, or a connection where it stands alone."""
        current: psycopg.Connection | None = getattr(self._mine, "connection", None)
        if current is not None:
            yield current
            return
        with _problems(), self._pool.connection() as connection:
            yield connection

    def close(self) -> None:
        """Let go of all connections. Idempotent."""
        self._pool.close()


class _Beurt:
    """The statements of one turn."""

    def __init__(
        self, connection: psycopg.Connection, toegang: Toegang | None, now: datetime | None, wijze: Wijze, reden: str
    ) -> None:
        self._c = connection
        self._toegang, self._now, self._wijze, self._reden = toegang, now, wijze, reden

    def fetch(self, sql: str, params: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run one statement as the service."""
        cursor = self._c.execute(sql.encode(), params)
        return cursor.fetchall() if cursor.description else []

    def fetch_as_account(self, sql: str, params: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run one statement as the account, then be the service again; an error ends the transaction and both."""
        if self._toegang is None:
            return self.fetch(sql, params)
        now = to_iso(self._now) if self._now else ""
        who = [self._toegang.gemeente_code, self._toegang.account, now, str(self._wijze), self._reden]
        self._c.execute(_AS_ACCOUNT.encode(), who)
        try:
            rows = self.fetch(sql, params)
        except psycopg.errors.InsufficientPrivilege as error:
            raise EnvironmentProblem("rechten_verschillen") from error
        self._c.execute(_AS_SERVICE.encode())
        return rows


class PostgresDb:
    """One municipality's tables of low volume."""

    def __init__(self, backend: PostgresBackend, gemeente_code: str) -> None:
        self._backend = backend
        self._gemeente_code = gemeente_code

    @property
    def gemeente_code(self) -> str:
        """The first column of every key."""
        return self._gemeente_code

    def execute(self, sql: str, params: Sequence[Any] = ()) -> list[Row]:
        """Run one statement."""
        with self._backend.connection() as connection, connection.cursor(row_factory=dict_row) as cursor:
            cursor.execute(sql.encode(), params)
            return cursor.fetchall() if cursor.description else []

    def execute_many(self, sql: str, params: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each set of parameters."""
        with self._backend.transaction() as connection, connection.cursor() as cursor:
            cursor.executemany(sql.encode(), params)

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing."""
        return _without_value(self._backend.transaction())

    def lock(self, name: str) -> None:
        """Inside a transaction: hold this name until it ends."""
        with self._backend.transaction() as connection:
            connection.execute(_TURN.encode(), [f"boa {name} {self._gemeente_code}"])


@contextmanager
def _without_value(inner: AbstractContextManager[Any]) -> Iterator[None]:
    with inner:
        yield


def _check(connection: psycopg.Connection) -> None:
    """Refuse a login role that may not serve, and a database of another version."""
    try:
        _configure(connection)
        check_version(connection)
    except (psycopg.errors.InsufficientPrivilege, psycopg.errors.InvalidParameterValue) as error:
        raise EnvironmentProblem("databank_recht") from error


def _configure(connection: psycopg.Connection) -> None:
    connection.autocommit = True
    connection.execute("; ".join((*_SETTINGS, _SERVING)).encode())


@contextmanager
def _problems() -> Iterator[None]:
    """What the database could not do, as a problem of the environment; a broken rule of a table stays a bug."""
    try:
        yield
    except PoolTimeout as error:
        raise EnvironmentProblem("centrale_bezet") from error
    except psycopg.errors.DiskFull as error:
        raise EnvironmentProblem("schijf_vol") from error
    except (psycopg.errors.DeadlockDetected, psycopg.errors.LockNotAvailable, psycopg.errors.QueryCanceled) as error:
        raise EnvironmentProblem("centrale_bezet") from error
    except psycopg.OperationalError as error:
        raise EnvironmentProblem("databank_onbereikbaar") from error
