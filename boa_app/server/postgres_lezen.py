"""Reading PostgreSQL as an account: the rules of reading narrow the query, row-level security has the last word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from boa_app.domain.roles import OVERAL
from boa_app.server import schema
from boa_app.server.backend import Leesregel, Logrij, Opschoonrij, Recordsleutel, Recordstand, Wegrij
from boa_app.server.db import Db
from boa_app.server.postgres_schrijven import Beurt, columns, find_records, logrijen

Where = tuple[str, list[Any]]
_ROWS = f"SELECT {columns(schema.CHANGES)} FROM changes WHERE gemeente_code = %s"  # noqa: S608 - own names


class PostgresLeesbeurt:
    """One turn of reading. Rows moved to a new place meanwhile lie beyond the last place asked at its begin, so that
    nothing is missed: they come with the next page."""

    def __init__(self, beurt: Beurt, db: Db, account: str) -> None:
        self._beurt = beurt
        self._account = account
        self.db = db
        self.gemeente_code = db.gemeente_code

    def last_seq(self) -> int:
        """The place given out last."""
        sql = "SELECT coalesce(max(stand), 0) FROM tellers WHERE gemeente_code = %s AND naam = 'seq'"
        ((stand,),) = self._beurt.fetch(sql, [self.gemeente_code])
        return int(stand)

    def find_records(self, keys: Iterable[Recordsleutel]) -> dict[Recordsleutel, Recordstand]:
        """The records there are, whoever may see them."""
        return find_records(self._beurt, self.gemeente_code, keys)

    def list_rows(
        self, regels: Sequence[Leesregel], na: int, tot: int, limit: int, *, zonder: str = ""
    ) -> list[Logrij]:
        """Rows under the rules in order of seq."""
        where, params = self._where(regels)
        sql = f"{_ROWS} AND seq > %s AND seq <= %s AND (via = '' OR via <> %s) AND {where} ORDER BY seq LIMIT %s"
        rows = self._beurt.fetch_as_account(sql, [self.gemeente_code, na, tot, zonder, *params, limit])
        return logrijen(rows)

    def list_weg(self, na: int, tot: int) -> list[Wegrij]:
        """Weg rows in order of seq."""
        return [Wegrij._make(row) for row in self._between(schema.WEG, na, tot)]

    def list_opschoning(self, na: int, tot: int) -> list[Opschoonrij]:
        """Orders to destroy in order of seq."""
        return [Opschoonrij._make(row) for row in self._between(schema.OPSCHONINGEN, na, tot)]

    def list_heads(
        self, regels: Sequence[Leesregel], soort: str, na_uid: str, tot: int, limit: int, *, van: str = "",
        tot_sinds: str = "",
    ) -> list[Logrij]:  # fmt: skip
        """Rows of one kind that hold a head, of the next ``limit`` records."""
        where, params = self._where(regels)
        inside = f"entity = %s AND kop = 1 AND seq <= %s AND sinds >= %s AND (%s = '' OR sinds < %s) AND {where}"
        values = [soort, tot, van, tot_sinds, tot_sinds, *params]
        # First how far the page goes, then its rows: joined in one statement, a table without statistics yet is read
        # once per record.
        uids = self._beurt.fetch_as_account(
            f"SELECT DISTINCT uid FROM changes WHERE gemeente_code = %s AND uid > %s AND {inside}"  # noqa: S608
            " ORDER BY uid LIMIT %s",
            [self.gemeente_code, na_uid, *values, limit],
        )
        if not uids:
            return []
        rows = self._beurt.fetch_as_account(
            f"{_ROWS} AND uid > %s AND uid <= %s AND {inside} ORDER BY uid, seq",
            [self.gemeente_code, na_uid, uids[-1][0], *values],
        )
        return logrijen(rows)

    def count_heads(self, regels: Sequence[Leesregel], tot: int) -> int:
        """How many rows all pages of heads hold together."""
        where, params = self._where(regels)
        sql = f"SELECT count(*) FROM changes WHERE gemeente_code = %s AND kop = 1 AND seq <= %s AND {where}"  # noqa: S608
        ((count,),) = self._beurt.fetch_as_account(sql, [self.gemeente_code, tot, *params])
        return int(count)

    def list_ids(self, regels: Sequence[Leesregel], na: int, tot: int, zonder: str) -> list[str]:
        """The change ids of list_rows, each once."""
        where, params = self._where(regels)
        sql = (
            "SELECT DISTINCT change_id FROM changes WHERE gemeente_code = %s AND seq > %s AND seq <= %s"  # noqa: S608
            f" AND (via = '' OR via <> %s) AND {where}"
        )
        rows = self._beurt.fetch_as_account(sql, [self.gemeente_code, na, tot, zonder, *params])
        return [str(row[0]) for row in rows]

    def ids_of_sync(self, sync: str, account: str) -> dict[str, list[str]]:
        """Entity -> change ids this account brought in one round."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        sql = "SELECT DISTINCT entity, change_id FROM changes WHERE gemeente_code = %s AND sync = %s AND account = %s"
        for entity, change_id in self._beurt.fetch(sql, [self.gemeente_code, sync, account]):
            found[entity].append(change_id)
        return dict(found)

    def list_posities(self, soort: str, van: str, tot: str) -> list[tuple[float, float]]:
        """(lon, lat) of the records of a kind that have not lapsed, in a period."""
        rows = self._beurt.fetch(
            "SELECT lon, lat FROM records WHERE gemeente_code = %s AND entity = %s AND sinds >= %s AND sinds < %s"
            " AND status <> 'vervallen' AND lon IS NOT NULL AND lat IS NOT NULL",
            [self.gemeente_code, soort, van, tot],
        )
        return [(lon, lat) for lon, lat in rows]

    def _between(self, tabel: schema.Tabel, na: int, tot: int) -> list[tuple[Any, ...]]:
        sql = (
            f"SELECT {columns(tabel)} FROM {tabel.naam} WHERE gemeente_code = %s"  # noqa: S608 - own names
            " AND seq > %s AND seq <= %s ORDER BY seq"
        )
        return self._beurt.fetch(sql, [self.gemeente_code, na, tot])

    def _where(self, regels: Sequence[Leesregel]) -> Where:
        clauses, params = ["false"], list[Any]()
        for regel in regels:
            clause, values = _clause(regel, self._account)
            clauses.append(clause)
            params += values
        return "(" + " OR ".join(clauses) + ")", params


def _clause(regel: Leesregel, account: str) -> Where:
    clause = "(entity = ANY (%s) AND veldgroep = ANY (%s) AND sinds >= %s"
    params: list[Any] = [list(regel.soorten), list(regel.veldgroepen), regel.sinds]
    if regel.eigen:
        return clause + " AND eigenaar = %s)", [*params, account]
    if regel.buurten is None:
        return clause + ")", params
    return clause + " AND (eigenaar = %s OR buurt = ANY (%s)))", [*params, account, [OVERAL, *sorted(regel.buurten)]]
