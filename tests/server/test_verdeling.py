"""That a municipality can live on one node of a distributed PostgreSQL (docs/adr/0018): every statement of a round
finds its rows by gemeente_code, and nothing ties rows of two municipalities together.

The plans are those the server itself made, for the statements as the centre sent them, with the policies in them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import msgspec
import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

from boa_app.domain.moments import utc_now
from boa_app.server.audit import MACHINE
from boa_app.server.opschoning import schoon_op
from boa_app.server.postgres import PostgresBackend
from boa_app.sync.bon import digest
from boa_app.sync.protocol import BonVraag, Push
from tests.centrale import GEMEENTE, IN_OOST, IN_WEST, OOST, WEST, Centrale, luister, maak_centrale
from tests.postgres import Cluster
from tests.server.wijzigingen import Maker

pytestmark = pytest.mark.postgres

# Everything a round reads or writes; the rest is of the beheerder.
VAN_EEN_RONDE = {
    "accounts", "audit", "bonnen", "changes", "fotos", "geweigerd", "instellingen", "opschoning_toestel",
    "opschoningen", "raster", "records", "rollen", "tellers", "toestellen", "tokens", "uitdagingen", "weg",
}  # fmt: skip


class Plannen:
    """The plans of what the service runs in one database, told by PostgreSQL in its log."""

    def __init__(self, cluster: Cluster, dsn: str) -> None:
        self._log = cluster.folder / "log"
        database = str(conninfo_to_dict(dsn)["dbname"])
        settings = {
            "session_preload_libraries": "auto_explain", "auto_explain.log_min_duration": "0",
            "auto_explain.log_nested_statements": "on", "auto_explain.log_format": "json",
            # In a table of ten rows reading all of them is cheapest; here it must be seen what can be found by key.
            "enable_seqscan": "off",
        }  # fmt: skip
        with psycopg.connect(cluster.dsn(database), autocommit=True) as connection:
            for name, value in settings.items():
                connection.execute(f"ALTER ROLE boa_pool IN DATABASE {database} SET {name} = '{value}'".encode())
        self._begin = 0

    def start(self) -> None:
        """Forget what was run until now."""
        self._begin = self._log.stat().st_size

    def scans(self) -> list[tuple[str, str, str]]:
        """Table, condition on its key, and statement of every time a table was read."""
        return [scan for plan in self._plans() for scan in _scans(plan["Plan"], plan["Query Text"])]

    def written(self) -> set[str]:
        """The tables that were written."""
        return {node["Relation Name"] for plan in self._plans() for node in _nodes(plan["Plan"]) if _writes(node)}

    def _plans(self) -> Iterator[dict[str, Any]]:
        text = self._log.read_bytes()[self._begin :].decode()
        for part in text.split(" plan:\n")[1:]:
            body = []
            for line in part.splitlines():
                if not line.startswith("\t"):
                    break
                body.append(line[1:])
            yield json.loads("\n".join(body))


def _nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for below in node.get("Plans", ()):
        yield from _nodes(below)


def _writes(node: dict[str, Any]) -> bool:
    return bool(node["Node Type"] == "ModifyTable")


def _scans(top: dict[str, Any], statement: str) -> Iterator[tuple[str, str, str]]:
    for node in _nodes(top):
        if "Relation Name" in node and not _writes(node):
            found = [node] if "Index Cond" in node else list(_nodes(node))
            yield node["Relation Name"], " ".join(one.get("Index Cond", "") for one in found).strip(), statement


@pytest.fixture
def plannen(postgres_cluster: Cluster, centrale_dsn: str) -> Plannen:
    """Before the first connection of the service."""
    return Plannen(postgres_cluster, centrale_dsn)


@pytest.fixture
def centrale(plannen: Plannen, centrale_dsn: str, tmp_path: Path) -> Iterator[Centrale]:
    """A centre on PostgreSQL that listens."""
    backend = PostgresBackend(centrale_dsn, pool=3)
    try:
        with luister(maak_centrale(backend, tmp_path)) as made:
            yield made
    finally:
        backend.close()


def test_every_statement_of_a_round_finds_its_rows_by_gemeente_code(plannen: Plannen, centrale: Centrale) -> None:
    sam, noor = centrale.toestel("Sam", "boa", (OOST,)), centrale.toestel("Noor", "teamleider")
    maker = Maker(utc_now, sam.account, sam.device)
    plannen.start()
    with centrale.client(sam) as client:
        first = maker.melding(IN_OOST, feiten="Vier jongeren bij de bank")
        foto = maker.create("foto", {"sha256": "ab" * 32, "melding": first.uid})
        stranger = maker.change("melding", first.uid[:-1] + ("0" if first.uid[-1] != "0" else "1"), "ernst", "2", ())
        batch = maker.push(first, foto, stranger, maker.edit(first, "ernst", "3"))
        answer = _send(client, batch)
        assert answer.count("genomen") == 3
        assert answer.count("record_onbekend") == 1
        _send(client, batch)
        place = {"lon": IN_WEST[0], "lat": IN_WEST[1], "nauwkeurigheid_m": None, "plaats_bron": "kaart"}
        assert _send(client, maker.push(maker.edit(first, "positie", place))).count("genomen") == 1
        with centrale.backend.schrijfbeurt(GEMEENTE.code) as beurt:
            orders = schoon_op(beurt, [("foto", foto.uid)], (), "handmatig", MACHINE, utc_now())
        _ok(client.post("/v1/opschoning", json=orders))
        receipt = BonVraag(batch.sync, {}, digest([]), 0, 0, digest([]))
        _ok(client.post("/v1/bon", content=msgspec.json.encode(receipt)))
    with centrale.client(noor) as client:
        stand = _ok(client.get("/v1/stand")).json()
        page = _ok(client.get("/v1/pull", params={"na": 0, "epoch": stand["epoch"], "sync": batch.sync})).json()
        assert len(page["changes"]) >= 3
        assert _ok(client.get("/v1/begin")).json()["changes"]
        _ok(client.get("/v1/ouder", params={"van": "2020-01-01T00:00:00.000Z", "tot": "2030-01-01T00:00:00.000Z"}))
        _ok(client.get("/v1/raster"))
    scans = plannen.scans()
    assert {table for table, _, _ in scans} | plannen.written() >= VAN_EEN_RONDE
    assert [scan for scan in scans if "gemeente_code = " not in scan[1]] == []
    assert WEST in {row["buurt"] for row in centrale.db.execute("SELECT buurt FROM records")}


def test_a_statement_without_gemeente_code_would_be_seen(plannen: Plannen, centrale: Centrale) -> None:
    plannen.start()
    statement = "SELECT value FROM changes WHERE change_id = 'x'"
    centrale.db.execute(statement)
    ((table, condition, told),) = plannen.scans()
    assert (table, told) == ("changes", statement)
    assert "gemeente_code" not in condition


def test_nothing_ties_rows_of_two_municipalities_together(postgres_cluster: Cluster, centrale_dsn: str) -> None:
    """Not by a foreign key, an exclusion or a sequence: each would need every node for one row."""
    database = str(conninfo_to_dict(centrale_dsn)["dbname"])
    with psycopg.connect(postgres_cluster.dsn(database)) as connection:
        ties = connection.execute(
            "SELECT conname FROM pg_constraint WHERE connamespace = 'boa'::regnamespace AND contype NOT IN ('p', 'c')"
            " UNION ALL SELECT relname FROM pg_class WHERE relnamespace = 'boa'::regnamespace AND relkind = 'S'"
        ).fetchall()
    assert ties == []


def _send(client: httpx.Client, push: Push) -> str:
    return _ok(client.post("/v1/push", content=msgspec.json.encode(push))).text


def _ok(answer: httpx.Response) -> httpx.Response:
    assert answer.status_code == 200, answer.text
    return answer
