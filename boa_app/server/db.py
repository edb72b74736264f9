"""A small SQL adapter for tables of low volume: identities, receipts, audit, settings. One text serves both back ends.

Statements use ``%s`` for parameters and stay in the SQL that SQLite and PostgreSQL share: no arrays, no JSON operators,
moments as fixed-width ISO text, truth as 0 and 1, ``ON CONFLICT`` and ``RETURNING`` as both have them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

Row = dict[str, Any]


class Db(Protocol):
    """The tables of one municipality, usable from every thread. A statement outside ``transaction()`` is one of its
    own."""

    @property
    def gemeente_code(self) -> str:
        """The first column of every key."""

    def execute(self, sql: str, params: Sequence[Any] = ()) -> list[Row]:
        """Run one statement; the rows it gives by column name, none for a statement that gives none."""

    def execute_many(self, sql: str, params: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each set of parameters."""

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing, for this thread; an inner one joins the outer one, and so does one inside a Schrijfbeurt."""

    def lock(self, name: str) -> None:
        """Inside a transaction: wait until no other one holds this name, and hold it until this one ends."""


def to_qmark(sql: str) -> str:
    """The same statement with ``?`` for parameters; ``%%`` stands for a percent sign."""
    return "%".join(part.replace("%s", "?") for part in sql.split("%%"))


def one(rows: Sequence[Row]) -> Row | None:
    """The only row, None when there is none."""
    return rows[0] if rows else None


def marks(count: int) -> str:
    """So many parameters for an ``IN (…)``; 0 gives an empty list no value is in."""
    return ", ".join(["%s"] * count) if count else "NULL"
