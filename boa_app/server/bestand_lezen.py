"""Reading the encrypted file: the rules of reading as a WHERE clause, since a file has no row-level security."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from boa_app.domain.roles import OVERAL
from boa_app.server import schema
from boa_app.server.backend import Leesregel, Logrij, Opschoonrij, Recordsleutel, Recordstand, Wegrij
from boa_app.server.bestand_schrijven import columns, keys_json, records_sql
from boa_app.server.db import Db

_RIJEN = f"SELECT {columns(schema.CHANGES)} FROM changes WHERE gemeente_code = ?"  # noqa: S608 - own names
_FIND_RECORDS = records_sql()
Where = tuple[str, list[Any]]


class BestandLeesbeurt:
    """A snapshot of the file for one account. connection: inside a read transaction."""

    def __init__(self, connection: Any, db: Db, account: str) -> None:  # noqa: ANN401 - sqlcipher3 has no types
        self._c = connection
        self._account = account
        self.db = db
        self.gemeente_code = db.gemeente_code

    def last_seq(self) -> int:
        """The place given out last."""
        row = self._c.execute(
            "SELECT stand FROM tellers WHERE gemeente_code = ? AND naam = 'seq'", [self.gemeente_code]
        ).fetchone()
        return int(row[0]) if row else 0

    def find_records(self, keys: Iterable[Recordsleutel]) -> dict[Recordsleutel, Recordstand]:
        """The records there are, whoever may see them."""
        rows = self._c.execute(_FIND_RECORDS, [keys_json(keys), self.gemeente_code])
        return {(row[0], row[1]): Recordstand(*row) for row in rows}

    def list_rows(
        self, regels: Sequence[Leesregel], na: int, tot: int, limit: int, *, zonder: str = ""
    ) -> list[Logrij]:
        """Rows under the rules in order of seq."""
        where, params = self._where(regels)
        sql = f"{_RIJEN} AND seq > ? AND seq <= ? AND (via = '' OR via <> ?) AND {where} ORDER BY seq LIMIT ?"
        rows = self._c.execute(sql, [self.gemeente_code, na, tot, zonder, *params, limit])
        return [Logrij(*row) for row in rows]

    def list_weg(self, na: int, tot: int) -> list[Wegrij]:
        """Weg rows in order of seq."""
        return [Wegrij(*row) for row in self._between(schema.WEG, na, tot)]

    def list_opschoning(self, na: int, tot: int) -> list[Opschoonrij]:
        """Orders to destroy in order of seq."""
        return [Opschoonrij(*row) for row in self._between(schema.OPSCHONINGEN, na, tot)]

    def list_heads(
        self, regels: Sequence[Leesregel], soort: str, na_uid: str, tot: int, limit: int, *, van: str = "",
        tot_sinds: str = "",
    ) -> list[Logrij]:  # fmt: skip
        """Rows of one kind that hold a head, of the next ``limit`` records."""
        where, params = self._where([regel for regel in regels if soort in regel.soorten])
        # +seq: by its index the page would go through the whole log, by that on uid only through its own records.
        inside = f"entity = ? AND kop = 1 AND +seq <= ? AND sinds >= ? AND (? = '' OR sinds < ?) AND {where}"
        values = [soort, tot, van, tot_sinds, tot_sinds, *params]
        sql = (
            "SELECT max(uid) FROM (SELECT DISTINCT uid FROM changes"  # noqa: S608 - own names
            f" WHERE gemeente_code = ? AND uid > ? AND {inside} ORDER BY uid LIMIT ?)"
        )
        last = self._c.execute(sql, [self.gemeente_code, na_uid, *values, limit]).fetchone()[0]
        if last is None:
            return []
        sql = f"{_RIJEN} AND uid > ? AND uid <= ? AND {inside} ORDER BY uid, seq"
        return [Logrij(*row) for row in self._c.execute(sql, [self.gemeente_code, na_uid, last, *values])]

    def count_heads(self, regels: Sequence[Leesregel], tot: int) -> int:
        """How many changes all pages of heads hold together."""
        where, params = self._where(regels)
        sql = f"SELECT count(*) FROM changes WHERE gemeente_code = ? AND kop = 1 AND seq <= ? AND {where}"  # noqa: S608
        return int(self._c.execute(sql, [self.gemeente_code, tot, *params]).fetchone()[0])

    def list_ids(self, regels: Sequence[Leesregel], na: int, tot: int, zonder: str) -> list[str]:
        """The change ids of list_rows, each once."""
        where, params = self._where(regels)
        sql = (
            "SELECT DISTINCT change_id FROM changes WHERE gemeente_code = ? AND seq > ? AND seq <= ?"  # noqa: S608
            f" AND (via = '' OR via <> ?) AND {where}"
        )
        return [row[0] for row in self._c.execute(sql, [self.gemeente_code, na, tot, zonder, *params])]

    def ids_of_sync(self, sync: str, account: str) -> dict[str, list[str]]:
        """Entity -> change ids this account brought in one round."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        rows = self._c.execute(
            "SELECT DISTINCT entity, change_id FROM changes WHERE gemeente_code = ? AND sync = ? AND account = ?",
            [self.gemeente_code, sync, account],
        )
        for entity, change_id in rows:
            found[entity].append(change_id)
        return dict(found)

    def list_posities(self, soort: str, van: str, tot: str) -> list[tuple[float, float]]:
        """(lon, lat) of the records of a kind that have not lapsed, in a period."""
        rows = self._c.execute(
            "SELECT lon, lat FROM records WHERE gemeente_code = ? AND entity = ? AND sinds >= ? AND sinds < ?"
            " AND status <> 'vervallen' AND lon IS NOT NULL AND lat IS NOT NULL",
            [self.gemeente_code, soort, van, tot],
        )
        return [(lon, lat) for lon, lat in rows]

    def _between(self, tabel: schema.Tabel, na: int, tot: int) -> Any:  # noqa: ANN401 - a cursor
        sql = f"SELECT {columns(tabel)} FROM {tabel.naam} WHERE gemeente_code = ? AND seq > ? AND seq <= ? ORDER BY seq"  # noqa: S608
        return self._c.execute(sql, [self.gemeente_code, na, tot])

    def _where(self, regels: Sequence[Leesregel]) -> Where:
        clauses, params = ["0"], list[Any]()
        for regel in regels:
            clause, values = _clause(regel, self._account)
            clauses.append(clause)
            params += values
        return "(" + " OR ".join(clauses) + ")", params


def _clause(regel: Leesregel, account: str) -> Where:
    clause = f"(entity IN ({_marks(regel.soorten)}) AND veldgroep IN ({_marks(regel.veldgroepen)}) AND sinds >= ?"
    params: list[Any] = [*regel.soorten, *regel.veldgroepen, regel.sinds]
    if regel.eigen:
        return clause + " AND eigenaar = ?)", [*params, account]
    if regel.buurten is None:
        return clause + ")", params
    areas = [OVERAL, *sorted(regel.buurten)]
    return clause + f" AND (eigenaar = ? OR buurt IN ({_marks(areas)})))", [*params, account, *areas]


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))
