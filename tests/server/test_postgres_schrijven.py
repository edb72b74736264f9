"""Writing in sets means the same on both back ends: the same acts leave the same rows and give the same answers."""

from __future__ import annotations

import json
from typing import Any

import psycopg
import pytest

from boa_app.domain.ids import uuid7
from boa_app.domain.moments import to_iso
from boa_app.server import schema
from boa_app.server.backend import (
    GEWIST,
    Backend,
    Genomen,
    Lediging,
    Opschoonrij,
    Recordstand,
    Schrijfbeurt,
    Verplaatsing,
    Vervanging,
    Wegrij,
    Weigerrij,
)
from boa_app.server.bestand import BestandBackend
from boa_app.server.postgres import PostgresBackend
from boa_app.server.postgres_schema import migrate
from tests.postgres import Cluster
from tests.server.wereld import ANDER, ANDER_BUURT, GEMEENTE, MIJN_BUURT, NU, log_row, record_of

# What text a device may send: quotes, signs outside the basic plane, control signs, the JSON of a NUL.
HARD = "'; DROP TABLE boa.changes; -- \"\\ \u00e9\U0001f600\u2028\x1f %s %% $$"
VALUE = json.dumps({"naam": HARD, "nul": "\x00"})
TABLES = ("changes", "records", "weg", "geweigerd", "opschoningen", "tellers")


@pytest.fixture
def rows() -> list[Any]:
    made = [log_row(nr, "jop", "punt", ANDER, MIJN_BUURT, NU, value=VALUE, reason=HARD) for nr in range(1, 5)]
    made[0] = made[0]._replace(klok_afwijkend=1, claimed_hlc="x")
    return [*made, made[0]._replace(seq=5, veldgroep="codes", field="naam")]


def _act(beurt: Schrijfbeurt, rows: list[Any]) -> list[Any]:
    """Every method once, with what it gives."""
    child = Recordstand("foto", uuid7(NU), ANDER, "", to_iso(NU), 1, "actief", rows[0].uid, None, None, to_iso(NU))
    answers: list[Any] = [beurt.reserve(5), beurt.reserve(0), beurt.reserve(2)]
    beurt.insert_rows(rows)
    beurt.insert_rows([])
    beurt.put_records([record_of(row) for row in rows[:4]])
    beurt.put_records([record_of(rows[0])._replace(buurt=ANDER_BUURT, lon=None), child])
    refused = Weigerrij(uuid7(NU), "[]", "geen_recht", "toestel", ANDER, "melding", HARD, "x", to_iso(NU))
    beurt.insert_geweigerd([refused])
    beurt.mark_replaced([Vervanging(1, 0, "naam status"), Vervanging(2, 1, "")])
    beurt.move_rows(
        [Verplaatsing(2, 6, "codes", "nieuw", ANDER_BUURT, to_iso(NU)), Verplaatsing(1, 7, "punt", "n", "", "")]
    )
    beurt.insert_weg([Wegrij(8, "jop", rows[0].uid, ANDER, MIJN_BUURT, to_iso(NU), 0)])
    beurt.insert_opschoning([Opschoonrij(9, uuid7(NU), "jop", rows[3].uid, "[]", "handmatig", ANDER, "", to_iso(NU))])
    beurt.empty_rows([Lediging(4, "{}", GEWIST)])
    beurt.set_sync([rows[2].change_id, "onbekend", "nul\x00"], "later")
    unknown = "nul\x00", HARD
    answers += [
        beurt.find_genomen([rows[0].change_id, rows[2].change_id, *unknown]),
        {key: row.code for key, row in beurt.find_geweigerd([refused.change_id, *unknown]).items()},
        beurt.find_records([("jop", rows[0].uid), ("melding", rows[0].uid), ("jop", "nul\x00"), child.sleutel]),
        beurt.find_children([rows[0].uid, *unknown]),
        beurt.find_rows([("jop", row.uid) for row in rows[:4]]),
        beurt.find_rows([]),
        beurt.find_field_rows({("jop", row.uid): {"naam", HARD} for row in rows[:4]} | {("jop", "nul\x00"): {"x"}}),
        beurt.find_field_rows({("jop", row.uid): {"anders"} for row in rows[:4]}),
        beurt.find_field_rows({}),
        beurt.find_records([]),
    ]
    return answers


def _plain(answers: list[Any], rows: list[Any]) -> list[Any]:
    """The same for both: what is drawn per run left out."""
    assert answers[3] == {rows[0].change_id: Genomen(ANDER, rows[0].hlc), rows[2].change_id: Genomen(ANDER, "")}
    return [answers[:3], len(answers[4]), len(answers[5]), len(answers[6]), answers[7], answers[8:]]


def test_every_act_does_what_it_says(rows: list[Any], bestand_backend: BestandBackend) -> None:
    with bestand_backend.schrijfbeurt(GEMEENTE) as beurt:
        of_file = _plain(_act(beurt, rows), rows)
    assert of_file[0] == [1, 6, 6]
    assert [row.seq for row in of_file[4]] == [3, 4, 5, 6, 7]
    assert of_file[4][1].value == "{}" and of_file[4][1].reason == ""
    by_name, by_another, by_none = of_file[5][1:4]
    assert [row.seq for row in by_name] == [row.seq for row in of_file[4] if row.value == VALUE or row.field == "naam"]
    assert by_name and by_another == by_none == []
    assert of_file[4][0].reason == HARD and json.loads(of_file[4][0].value)["naam"] == HARD


@pytest.mark.postgres
def test_postgres_leaves_what_the_file_leaves(
    rows: list[Any], bestand_backend: BestandBackend, postgres_backend: PostgresBackend
) -> None:
    left = []
    for backend in (bestand_backend, postgres_backend):
        with backend.schrijfbeurt(GEMEENTE) as beurt:
            answers = _plain(_act(beurt, rows), rows)
        left.append((answers, _log(backend)))
    assert left[0] == left[1]
    assert len(left[0][1]) == len(rows)


def _log(backend: Backend) -> list[dict[str, Any]]:
    names = ", ".join(schema.CHANGES.namen)
    return backend.db(GEMEENTE).execute(f"SELECT {names} FROM changes ORDER BY seq")


@pytest.mark.postgres
def test_look_ups_go_by_key_before_there_are_statistics(postgres_backend: PostgresBackend) -> None:
    """A first push of thousands must not read the table once per record: the planner knows nothing of it yet."""
    from boa_app.server import postgres_schrijven as module

    found = {}
    with postgres_backend.schrijfbeurt(GEMEENTE) as beurt:
        many = [log_row(nr, "melding", "codes", ANDER, MIJN_BUURT, NU) for nr in range(1, 2001)]
        beurt.put_records([record_of(row) for row in many])
        beurt.insert_rows(many)
        keys = module._keys([("melding", row.uid) for row in many[:100]])
        ids = module._ids(row.change_id for row in many[:100])
        for name, params in {"_FIND_RECORDS": keys, "_FIND_ROWS": keys, "_FIND_GENOMEN": ids}.items():
            sql = f"EXPLAIN {getattr(module, name)}"
            found[name] = "\n".join(row[0] for row in beurt._beurt.fetch(sql, [params, GEMEENTE]))
    assert "Index Scan using records_pkey" in found["_FIND_RECORDS"]
    assert "Index Scan using changes_entity_uid" in found["_FIND_ROWS"]
    assert "Index Scan using changes_change_id" in found["_FIND_GENOMEN"]
    assert not any("Seq Scan" in plan for plan in found.values())


# A table of a few hundred pages is rightly read whole: that takes less than a hundred look-ups.
LAST = 16_000
_READ = (
    "SELECT relname, seq_tup_read::bigint + coalesce(idx_tup_fetch, 0) FROM pg_stat_xact_user_tables"
    " WHERE relname IN ('changes', 'records')"
)


@pytest.mark.postgres
@pytest.mark.parametrize("counted_after", [(), (1,), (60,), (LAST,)], ids=["never", "one row", "one record", "all"])
def test_a_push_reads_what_it_is_about_whatever_the_statistics_say(
    counted_after: tuple[int, ...], postgres_dsn: str, postgres_cluster: Cluster
) -> None:
    """A centre of meldingen only, where no record belongs to another: every act reads a few rows per row it names."""
    many = [log_row(nr, "melding", "codes", ANDER, MIJN_BUURT, NU) for nr in range(1, LAST + 1)]
    many[:60] = [row._replace(uid=many[0].uid) for row in many[:60]]
    backend = _backend(postgres_dsn, postgres_cluster)
    try:
        with psycopg.connect(postgres_dsn, autocommit=True) as owner:
            for table in ("changes", "records"):
                owner.execute(f"ALTER TABLE boa.{table} SET (autovacuum_enabled = false)".encode())
            for first, last in ((0, 1), (1, 60), (60, LAST)):
                with backend.schrijfbeurt(GEMEENTE) as beurt:
                    beurt.put_records([record_of(row) for row in many[first:last]])
                    beurt.insert_rows(many[first:last])
                if last in counted_after:
                    owner.execute("ANALYZE boa.changes, boa.records")
        named = many[LAST // 200 :: LAST // 100]
        with backend.transaction() as connection, backend.schrijfbeurt(GEMEENTE) as beurt:
            before = dict(connection.execute(_READ).fetchall())
            _look_up_and_change(beurt, named)
            read = {table: count - before.get(table, 0) for table, count in connection.execute(_READ).fetchall()}
    finally:
        backend.close()
    # Of a table that was counted never, or at its first row, a change of a hundred rows may read all once: never one
    # look-up per row.
    whole = {(): 4 * LAST, (1,): 4 * LAST}.get(counted_after, 0)
    assert 0 < read["changes"] <= 12 * len(named) + whole
    assert 0 < read["records"] <= 3 * len(named)


def _backend(dsn: str, cluster: Cluster) -> PostgresBackend:
    pool = cluster.pool_role()
    migrate(dsn, poolrol=pool)
    return PostgresBackend(dsn.replace("postgres@", f"{pool}@"), pool=1)


def _look_up_and_change(beurt: Schrijfbeurt, named: list[Any]) -> None:
    keys = [("melding", row.uid) for row in named]
    assert len(beurt.find_genomen(row.change_id for row in named)) == len(named)
    assert len(beurt.find_records(keys)) == len(named)
    assert beurt.find_children(row.uid for row in named) == []
    assert len(beurt.find_rows(keys)) == len(named)
    assert len(beurt.find_field_rows({key: {"status"} for key in keys})) == len(named)
    beurt.set_sync([row.change_id for row in named], "later")
    beurt.mark_replaced([Vervanging(row.seq, 1, "ernst") for row in named])
    beurt.empty_rows([Lediging(row.seq, "{}", GEWIST) for row in named])
    beurt.move_rows([Verplaatsing(row.seq, LAST + row.seq, "codes", ANDER, ANDER_BUURT, to_iso(NU)) for row in named])
