"""The tables of identities are the same in both back ends, and closed to the account of a request."""

from __future__ import annotations

import re

import pytest

from boa_app.server.backend import Backend
from boa_app.server.tabellen_identiteiten import GESLOTEN, TABELLEN
from tests.server.identiteit import maak_centrum

_TABLE = re.compile(r"CREATE TABLE (\w+) \((.+)\)$", re.DOTALL)
_COLUMN = re.compile(r"(\w+) (?:TEXT|BIGINT)\b")
MADE = {match[1]: set(_COLUMN.findall(match[2])) for match in map(_TABLE.match, TABELLEN) if match}


def test_every_table_is_named_as_closed() -> None:
    assert set(MADE) == set(GESLOTEN)
    assert all("gemeente_code TEXT NOT NULL" in text for text in TABELLEN if text.startswith("CREATE TABLE"))
    assert all("PRIMARY KEY (gemeente_code" in text for text in TABELLEN if text.startswith("CREATE TABLE"))


def test_both_back_ends_have_these_columns(backend: Backend) -> None:
    centrum = maak_centrum(backend.db("GM0353"))
    centrum.toestel().token(centrum.dienst)
    centrum.code(centrum.account("Ander"))
    for name, columns in MADE.items():
        assert set(centrum.db.execute(f"SELECT * FROM {name} LIMIT 1")[0]) == columns, name


def test_one_name_and_one_person_per_account_in_use(backend: Backend) -> None:
    """What two requests at once could both find free, the table itself refuses."""
    centrum = maak_centrum(backend.db("GM0353"))
    account = centrum.account("Ann", oidc="sub")
    other = centrum.account("Bob")
    for column, value in (("naam", "Ann"), ("oidc_sub", "sub")):
        sql = f"UPDATE accounts SET {column} = %s WHERE account = %s"
        with pytest.raises(Exception, match=r"(?i)unique"), centrum.db.transaction():
            centrum.db.execute(sql, [value, other.id])
        centrum.db.execute("UPDATE accounts SET status = 'beeindigd' WHERE account = %s", [account.id])
        centrum.db.execute(sql, [value, other.id])
        centrum.db.execute(sql, ["Bob" if column == "naam" else "", other.id])
        centrum.db.execute("UPDATE accounts SET status = 'actief' WHERE account = %s", [account.id])
