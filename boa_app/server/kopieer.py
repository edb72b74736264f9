"""All rows of one municipality from one back end to the other, table by table: how PostgreSQL gets into a backup, a
backup into PostgreSQL, and an installation that has grown out of its file into a database.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from boa_app.server import tabellen_identiteiten
from boa_app.server.bestand import BestandBackend
from boa_app.server.db import Db
from boa_app.server.schema import TABELLEN

BATCH = 1000
# Who may come in now is not part of a backup: a token or code must not outlive it.
NOT_COPIED = frozenset({"tokens", "codes", "uitdagingen"})
TABLES = (*TABELLEN, *(name for name in tabellen_identiteiten.GESLOTEN if name not in NOT_COPIED), "audit")

_COLUMNS = b"SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()"


class Bron(Protocol):
    """Gives the rows of a table in batches, all of one moment."""

    def rows(self, table: str, columns: list[str]) -> Iterator[list[tuple[Any, ...]]]:
        """Every row of the municipality."""


class BestandBron:
    """Rows of a file nobody else writes to."""

    def __init__(self, backend: BestandBackend, gemeente_code: str) -> None:
        self._backend, self._gemeente_code = backend, gemeente_code

    def rows(self, table: str, columns: list[str]) -> Iterator[list[tuple[Any, ...]]]:
        """Every row of the municipality."""
        with self._backend.reading() as connection:
            cursor = connection.execute(_select(table, columns, "?"), [self._gemeente_code])
            while batch := cursor.fetchmany(BATCH):
                yield batch


class PostgresBron:
    """Rows of one snapshot of the database."""

    def __init__(self, connection: Any, gemeente_code: str) -> None:  # noqa: ANN401 - psycopg is imported late
        self._connection, self._gemeente_code = connection, gemeente_code

    def shared(self, columns: dict[str, list[str]]) -> dict[str, list[str]]:
        """As many of these columns as the database has: an older one lacks what later steps add."""
        found = self._connection.execute(_COLUMNS).fetchall()
        there: dict[str, set[str]] = {}
        for table, name in found:
            there.setdefault(table, set()).add(name)
        return {
            table: [name for name in names if name in there[table]]
            for table, names in columns.items()
            if table in there
        }

    def rows(self, table: str, columns: list[str]) -> Iterator[list[tuple[Any, ...]]]:
        """Every row of the municipality."""
        with self._connection.cursor(name=f"kopie_{table}") as cursor:
            cursor.execute(_select(table, columns, "%s").encode(), [self._gemeente_code])
            while batch := cursor.fetchmany(BATCH):
                yield batch


@contextmanager
def postgres_bron(dsn: str, gemeente_code: str) -> Iterator[PostgresBron]:
    """One snapshot, that keeps no writer waiting."""
    import psycopg

    from boa_app.server.postgres import _AS_SERVICE, _SETTINGS
    from boa_app.server.postgres_schema import connect

    with connect(dsn) as connection:
        for setting in _SETTINGS:
            connection.execute(setting.encode())
        connection.commit()
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        connection.execute(_AS_SERVICE.encode())
        yield PostgresBron(connection, gemeente_code)


def copy_rows(bron: Bron, db: Db, columns: dict[str, list[str]]) -> dict[str, int]:
    """Add every row of every table in one transaction; how many per table. columns: as both sides have them."""
    counts = dict.fromkeys(columns, 0)
    with db.transaction():
        for table, names in columns.items():
            places = ", ".join(["%s"] * len(names))
            sql = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({places})"  # noqa: S608 - own names
            for batch in bron.rows(table, names):
                db.execute_many(sql, batch)
                counts[table] += len(batch)
    return counts


def columns_of(backend: BestandBackend) -> dict[str, list[str]]:
    """The columns of each table that is copied, as the file has them."""
    with backend.reading() as connection:
        return {
            table: [row[1] for row in connection.execute(f"PRAGMA table_info({table})").fetchall()] for table in TABLES
        }


def _select(table: str, columns: list[str], place: str) -> str:
    return f"SELECT {', '.join(columns)} FROM {table} WHERE gemeente_code = {place}"  # noqa: S608 - own names
