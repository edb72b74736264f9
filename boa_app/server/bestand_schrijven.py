"""Writing to the encrypted file, in whole sets: ids go in as one JSON parameter, rows by executemany."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from boa_app.server import schema
from boa_app.server.backend import (
    Genomen,
    Lediging,
    Logrij,
    Opschoonrij,
    Recordsleutel,
    Recordstand,
    Verplaatsing,
    Vervanging,
    Wegrij,
    Weigerrij,
)
from boa_app.server.db import Db

_IDS = "IN (SELECT value FROM json_each(?))"
# json_each first: SQLite then looks up each key instead of reading the table.
_BY_KEY = (
    " FROM json_each(?) AS k CROSS JOIN {table} AS t"
    " ON t.gemeente_code = ? AND t.entity = k.value ->> 0 AND t.uid = k.value ->> 1"
)


def columns(tabel: schema.Tabel, alias: str = "") -> str:
    """The columns of its rows, in order."""
    return ", ".join(f"{alias}{name}" for name in tabel.namen[1:])


def keys_json(keys: Iterable[Recordsleutel]) -> str:
    """Keys as the parameter of records_sql and rows_sql."""
    return json.dumps(list(keys))


def records_sql() -> str:
    """Records by key; parameters: keys, gemeente_code."""
    return f"SELECT {columns(schema.RECORDS, 't.')}" + _BY_KEY.format(table="records")


def _insert(tabel: schema.Tabel, verb: str = "INSERT") -> str:
    marks = ", ".join("?" * len(tabel.namen))
    return f"{verb} INTO {tabel.naam} ({', '.join(tabel.namen)}) VALUES ({marks})"


_FIND_RECORDS = records_sql()
_FIND_ROWS = f"SELECT {columns(schema.CHANGES, 't.')}" + _BY_KEY.format(table="changes") + " ORDER BY t.seq"
_ASKED = "json_each(k.value, '$[2]') f"
_FIND_FIELD_ROWS = _FIND_ROWS.replace(
    " ORDER BY",
    f" AND EXISTS (SELECT 1 FROM {_ASKED} WHERE t.field = f.value"  # noqa: S608 - own names
    " OR t.field = '*' AND instr(t.value, '\"' || f.value || '\":')) ORDER BY",
)
_FIND_CHILDREN = f"SELECT {columns(schema.RECORDS)} FROM records WHERE gemeente_code = ? AND ouder {_IDS}"  # noqa: S608
_FIND_GENOMEN = (
    "SELECT change_id, account, CASE klok_afwijkend WHEN 1 THEN hlc ELSE '' END FROM changes"  # noqa: S608 - own names
    f" WHERE gemeente_code = ? AND change_id {_IDS}"
)
_FIND_GEWEIGERD = f"SELECT {columns(schema.GEWEIGERD)} FROM geweigerd WHERE gemeente_code = ? AND change_id {_IDS}"  # noqa: S608


class BestandSchrijfbeurt:
    """The write transaction of the file. connection: inside BEGIN IMMEDIATE."""

    def __init__(self, connection: Any, db: Db) -> None:  # noqa: ANN401 - sqlcipher3 has no types
        self._c = connection
        self.db = db
        self.gemeente_code = db.gemeente_code

    def reserve(self, count: int) -> int:
        """The first of ``count`` new places."""
        stand = self._c.execute(
            "INSERT INTO tellers (gemeente_code, naam, stand) VALUES (?, 'seq', ?)"
            " ON CONFLICT (gemeente_code, naam) DO UPDATE SET stand = stand + excluded.stand RETURNING stand",
            [self.gemeente_code, count],
        ).fetchone()[0]
        return int(stand) - count + 1

    def find_genomen(self, change_ids: Iterable[str]) -> dict[str, Genomen]:
        """Which of these were taken before."""
        rows = self._c.execute(_FIND_GENOMEN, [self.gemeente_code, json.dumps(list(change_ids))])
        return {change_id: Genomen(account, hlc) for change_id, account, hlc in rows}

    def find_geweigerd(self, change_ids: Iterable[str]) -> dict[str, Weigerrij]:
        """Which of these were refused before."""
        rows = self._c.execute(_FIND_GEWEIGERD, [self.gemeente_code, json.dumps(list(change_ids))])
        return {row[0]: Weigerrij(*row) for row in rows}

    def find_records(self, keys: Iterable[Recordsleutel]) -> dict[Recordsleutel, Recordstand]:
        """The records there are."""
        rows = self._c.execute(_FIND_RECORDS, [keys_json(keys), self.gemeente_code])
        return {(row[0], row[1]): Recordstand(*row) for row in rows}

    def find_children(self, uids: Iterable[str]) -> list[Recordstand]:
        """The records that name one of these as their ouder."""
        rows = self._c.execute(_FIND_CHILDREN, [self.gemeente_code, json.dumps(list(uids))])
        return [Recordstand(*row) for row in rows]

    def find_rows(self, keys: Iterable[Recordsleutel]) -> list[Logrij]:
        """All rows of these records in order of seq."""
        return [Logrij(*row) for row in self._c.execute(_FIND_ROWS, [keys_json(keys), self.gemeente_code])]

    def find_field_rows(self, wanted: Mapping[Recordsleutel, Collection[str]]) -> list[Logrij]:
        """The rows of these fields, and of the creates that name one, in order of seq."""
        asked = json.dumps([(*key, list(fields)) for key, fields in wanted.items()])
        return [Logrij(*row) for row in self._c.execute(_FIND_FIELD_ROWS, [asked, self.gemeente_code])]

    def insert_rows(self, rows: Sequence[Logrij]) -> None:
        """Add rows to the log."""
        self._many(_insert(schema.CHANGES), rows)

    def put_records(self, records: Sequence[Recordstand]) -> None:
        """Insert or replace."""
        self._many(_insert(schema.RECORDS, "INSERT OR REPLACE"), records)

    def mark_replaced(self, marks: Sequence[Vervanging]) -> None:
        """Set kop and vervangen of rows."""
        self._c.executemany(
            "UPDATE changes SET kop = ?, vervangen = ? WHERE gemeente_code = ? AND seq = ?",
            [(mark.kop, mark.vervangen, self.gemeente_code, mark.seq) for mark in marks],
        )

    def move_rows(self, moves: Sequence[Verplaatsing]) -> None:
        """Give rows their new place and attributes."""
        self._c.executemany(
            "UPDATE changes SET seq = ?, veldgroep = ?, eigenaar = ?, buurt = ?, sinds = ?, via = ''"
            " WHERE gemeente_code = ? AND seq = ?",
            [(*move[1:], self.gemeente_code, move.oude_seq) for move in moves],
        )

    def insert_weg(self, rows: Sequence[Wegrij]) -> None:
        """Remember what records were until now."""
        self._many(_insert(schema.WEG), rows)

    def insert_geweigerd(self, rows: Sequence[Weigerrij]) -> None:
        """Remember refusals."""
        self._many(_insert(schema.GEWEIGERD), rows)

    def insert_opschoning(self, rows: Sequence[Opschoonrij]) -> None:
        """Add orders to destroy."""
        self._many(_insert(schema.OPSCHONINGEN), rows)

    def empty_rows(self, rows: Sequence[Lediging]) -> None:
        """Replace the value of rows."""
        self._c.executemany(
            "UPDATE changes SET value = ?, veldgroep = ?, reason = '' WHERE gemeente_code = ? AND seq = ?",
            [(row.value, row.veldgroep, self.gemeente_code, row.seq) for row in rows],
        )

    def set_sync(self, change_ids: Iterable[str], sync: str) -> None:
        """Count changes that were taken before for this round."""
        self._c.execute(
            f"UPDATE changes SET sync = ? WHERE gemeente_code = ? AND change_id {_IDS}",  # noqa: S608 - own names
            [sync, self.gemeente_code, json.dumps(list(change_ids))],
        )

    def _many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        self._c.executemany(sql, [(self.gemeente_code, *row) for row in rows])
