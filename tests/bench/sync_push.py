"""Pushing 100,000 changes through HTTP into PostgreSQL, against direct psycopg that writes the same: log, heads, state,
rights and audit.

Both sides begin with changes in memory and an empty database, in batches of 500: meldingen of one officer and changes
of their fields, half of them on records of earlier batches. The peer leaves out all that only a message from outside
needs: packing, parsing, whose token it is, the form of a change, its answer. What ends up in the database it has to
know too: the buurt of a melding (looked up, not given), and per change whether the table of rights allows it, because a
batch in which row-level security alone finds one change that is not allowed is lost as a whole. It knows that every
change names its base truly, so that it reads no row back to find heads. JSON by the fastest there is on both sides, and
the collector of garbage leaves the inputs of the measurement alone. One connection on both sides, and four devices at
once.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import msgspec
import psycopg
import zstandard

from boa_app.domain.audit import CHAINED, GENESIS, chain_hash
from boa_app.domain.ids import uuid7
from boa_app.domain.moments import from_iso, to_iso, utc_now
from boa_app.domain.roles import OWN_EDIT_AFTER_SYNC, Actor, Entiteit, Handeling, Onderwerp, Rol, Veldgroep, may
from boa_app.domain.velden import velden_of
from boa_app.server import schema
from boa_app.server.buurten import Vinder, list_buurten
from boa_app.server.draaien import keep_what_stays
from boa_app.server.postgres import PostgresBackend
from boa_app.server.postgres_schema import migrate
from boa_app.server.snijden import dump
from boa_app.sync.protocol import CREATE_FIELD, MAX_PUSH, Change, Push
from tests.bench.rows import Row, ratio_row
from tests.centrale import GEMEENTE, OOST, Toestel, maak_centrale
from tests.postgres import Cluster
from tests.server.wijzigingen import Maker

CHANGES, ROUNDS, DEVICES = 100_000, 3, 4
_NEW = 100
_FIELDS = ("ernst", "resultaat", "leeftijd", "groepsgrootte", "aanleiding")
# At least this share of the changes per second of the peer.
GOAL = 0.75


def make_pushes(account: str, device: str, changes: int, seed: int) -> list[Push]:
    """Batches of an officer: new meldingen, and changes of new and older ones."""
    draw, made = random.Random(seed), Maker(utc_now, account, device)
    latest: dict[tuple[str, str], str] = {}
    records: list[Change] = []
    pushes = []
    for _ in range(changes // MAX_PUSH):
        batch = [
            made.melding(
                (draw.uniform(5.041, 5.059), draw.uniform(52.011, 52.029)), feiten="Vier jongeren bij de bank, muziek",
                plaats="Zeemanlaan", ernst="2", maatregelen=["AANSPREKEN"], resultaat="VERTROKKEN",
            )
            for _ in range(_NEW)
        ]  # fmt: skip
        records += batch
        for _ in range(MAX_PUSH - _NEW):
            base, veld = draw.choice(records if draw.random() < 0.5 else batch[:_NEW]), draw.choice(_FIELDS)
            before = latest.get((base.uid, veld), base.change_id)
            batch.append(made.edit(base, veld, f"{draw.randrange(9)}", (before,)))
            latest[base.uid, veld] = batch[-1].change_id
        pushes.append(made.push(*batch))
    return pushes


@contextmanager
def database(cluster: Cluster, folder: Path) -> Iterator[tuple[str, list[Toestel]]]:
    """A fresh centre with devices of boa's: the DSN of the pool, the devices."""
    name = cluster.create_database()
    migrate(cluster.dsn(name))
    dsn = cluster.dsn(name, cluster.pool_role())
    backend = PostgresBackend(dsn, pool=2)
    try:
        centrale = maak_centrale(backend, folder)
        yield dsn, [centrale.toestel(f"Boa {nr}", "boa", (OOST,)) for nr in range(DEVICES)]
        found = centrale.db.execute("SELECT count(DISTINCT change_id) AS n FROM changes")[0]["n"]
        if found != CHANGES:
            raise AssertionError(f"{found} of {CHANGES} changes")
    finally:
        backend.close()
        cluster.drop_database(name)


@contextmanager
def serving(dsn: str, folder: Path) -> Iterator[str]:
    """The service in its own process: its address."""
    command = [sys.executable, "-m", "tests.bench.sync_push_probe", dsn, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdin and server.stdout
        try:
            yield server.stdout.readline().strip()
        finally:
            server.stdin.close()
            server.wait(60)


def ours(cluster: Cluster, folder: Path, devices: int) -> float:
    """Seconds for all pushes over so many devices, each with a connection of its own."""
    with database(cluster, folder) as (dsn, toestellen), serving(dsn, folder) as url:
        work = [(one.headers, make_pushes(one.account, one.device, CHANGES // devices, nr))
                for nr, one in enumerate(toestellen[:devices])]  # fmt: skip
        began = time.perf_counter()
        with ThreadPoolExecutor(devices) as threads:
            for done in [threads.submit(_send, url, *one) for one in work]:
                done.result()
        return time.perf_counter() - began


def _send(url: str, headers: dict[str, str], pushes: list[Push]) -> None:
    packer = zstandard.ZstdCompressor()
    with httpx.Client(base_url=url, headers={**headers, "Content-Encoding": "zstd"}, timeout=60) as client:
        for push in pushes:
            answer = client.post("/v1/push", content=packer.compress(msgspec.json.encode(push)))
            taken = answer.text.count('"genomen"')
            if taken != len(push.changes):
                raise AssertionError(f"{taken} taken: {answer.text[:300]}")


def peer(cluster: Cluster, folder: Path) -> float:
    """Seconds for the same changes by statements of our own on one connection."""
    with database(cluster, folder) as (dsn, toestellen):
        one, vinder = toestellen[0], Vinder(list_buurten(toestellen[0].centrale.db))
        pushes = make_pushes(one.account, one.device, CHANGES, 0)
        with psycopg.connect(dsn) as connection:
            connection.execute("SET search_path = boa, public")
            connection.execute("SET plan_cache_mode = force_custom_plan")
            connection.execute("SET jit = off")
            connection.commit()
            began = time.perf_counter()
            for push in pushes:
                _write(connection, one, push, vinder, utc_now())
                connection.commit()
            return time.perf_counter() - began


# Owner, buurt, since when it is known, when the centre learned of it.
Stand = Sequence[str]
_CAST = {schema.Kolomtype.GETAL: "::bigint", schema.Kolomtype.MAAT: "::float8"}


def _from_json(tabel: schema.Tabel) -> str:
    """INSERT of a JSON list of rows, the fastest way row-level security allows (COPY it does not)."""
    columns = ", ".join(f"(r->>{at}){_CAST.get(kolom.type, '')}" for at, kolom in enumerate(tabel.kolommen))
    return (
        f"INSERT INTO {tabel.naam} ({', '.join(tabel.namen)}) SELECT {columns} FROM jsonb_array_elements(%s::jsonb) r"
    )


_INSERT_LOG, _INSERT_RECORDS = _from_json(schema.CHANGES), _from_json(schema.RECORDS)
# One look-up per id and then rows by where they lie, so that the peer too has one plan, whatever statistics there are.
_TAKEN = (
    "SELECT 1 FROM unnest(%s::text[]) AS k(id) CROSS JOIN LATERAL"
    " (SELECT 1 FROM changes WHERE gemeente_code = %s AND change_id = k.id OFFSET 0) r LIMIT 1"
)
_STAND = (
    "SELECT r.* FROM unnest(%s::text[]) AS k(id) CROSS JOIN LATERAL (SELECT uid, eigenaar, buurt, sinds,"
    " create_received_at FROM records WHERE gemeente_code = %s AND entity = 'melding' AND uid = k.id OFFSET 0) r"
)
_HEADS = (
    "UPDATE changes c SET kop = 0, vervangen = field FROM (SELECT r.place FROM unnest(%s::text[]) AS k(id)"
    " CROSS JOIN LATERAL (SELECT ctid AS place FROM changes WHERE gemeente_code = %s AND change_id = k.id"
    " AND field <> '*' OFFSET 0) r OFFSET 0) n WHERE c.ctid = n.place",
    "UPDATE changes c SET vervangen = trim(vervangen || ' ' || n.veld) FROM (SELECT r.place, e.veld"
    " FROM (SELECT uid, string_agg(DISTINCT veld, ' ') AS veld FROM unnest(%s::text[], %s::text[]) AS u(uid, veld)"
    " GROUP BY uid) e CROSS JOIN LATERAL (SELECT ctid AS place FROM changes WHERE gemeente_code = %s"
    " AND entity = 'melding' AND uid = e.uid AND field = '*' AND veldgroep = 'codes' OFFSET 0) r OFFSET 0) n"
    " WHERE c.ctid = n.place",
)


def _write(connection: psycopg.Connection, one: Toestel, push: Push, vinder: Vinder, now: datetime) -> None:
    code, moment = GEMEENTE.code, to_iso(now)
    run = connection.execute
    run("SET LOCAL ROLE boa_dienst")
    run("SELECT pg_advisory_xact_lock(1)")
    ids = [change.change_id for change in push.changes]
    if run(_TAKEN, [ids, code]).fetchone():
        raise AssertionError("taken before")
    owners = _owners(connection, push)
    made = [change for change in push.changes if change.field == CREATE_FIELD]
    buurten = vinder.many([(change.value["positie"]["lon"], change.value["positie"]["lat"]) for change in made])
    owners |= {
        change.uid: (one.account, buurt, change.value["gebeurd_van"], moment)
        for change, buurt in zip(made, buurten, strict=True)
    }
    _judge(push, one, owners, now)
    rows = _rows(push, one, moment, owners)
    seq = run(
        "INSERT INTO tellers VALUES (%s, 'seq', %s) ON CONFLICT (gemeente_code, naam)"
        " DO UPDATE SET stand = tellers.stand + excluded.stand RETURNING stand",
        [code, len(rows)],
    ).fetchone()
    assert seq is not None
    for at, row in enumerate(rows, seq[0] - len(rows) + 1):
        row[1] = at
    run(_INSERT_RECORDS, [dump(_records(push, one, moment, owners))])
    edits = [change for change in push.changes if change.field != CREATE_FIELD]
    run(_HEADS[0], [[change.base_change_ids[0] for change in edits], code])
    run(_HEADS[1], [[change.uid for change in edits], [change.field for change in edits], code])
    run("SET LOCAL ROLE boa_app")
    run(
        "SELECT set_config('boa.gemeente', %s, true), set_config('boa.account', %s, true),"
        " set_config('boa.nu', %s, true)",
        [code, one.account, moment],
    )
    run(_INSERT_LOG, [dump(rows)])
    run("SET LOCAL ROLE boa_dienst")
    for actie in ("VERZAMELEN", "WIJZIGEN"):
        _audit(connection, one, actie, moment)


def _owners(connection: psycopg.Connection, push: Push) -> dict[str, Stand]:
    """uid -> what rights on the records that are changed depend on."""
    uids = list({change.uid for change in push.changes if change.field != CREATE_FIELD})
    found = connection.execute(_STAND, [uids, GEMEENTE.code])
    return {uid: stand for uid, *stand in found}


def _judge(push: Push, one: Toestel, owners: dict[str, Stand], now: datetime) -> None:
    """May this officer make each of these changes, without a reason?"""
    actor = Actor(one.account, Rol.BOA, frozenset({OOST}))
    velden, limit = velden_of("melding"), to_iso(now - OWN_EDIT_AFTER_SYNC)
    asked: dict[tuple[str, Handeling, str], bool] = {}
    for change in push.changes:
        eigenaar, buurt, sinds, received = owners[change.uid]
        creates = change.field == CREATE_FIELD
        handeling = Handeling.MAKEN if creates else Handeling.WIJZIGEN
        for groep in _filled(change.value) if creates else (velden[change.field],):
            key = change.uid, handeling, groep
            if key not in asked:
                subject = Onderwerp() if creates else Onderwerp(eigenaar == one.account, buurt, sinds=from_iso(sinds))
                asked[key] = may(actor, handeling, Entiteit.MELDING, groep, subject, now, "-")
            if not asked[key] or received < limit:
                raise AssertionError(change)


def _rows(push: Push, one: Toestel, moment: str, owners: dict[str, Stand]) -> list[list[Any]]:
    rows = []
    replaced = {change.base_change_ids[0] for change in push.changes if change.field != CREATE_FIELD}
    fields: defaultdict[str, list[str]] = defaultdict(list)
    for change in push.changes:
        if change.field != CREATE_FIELD:
            fields[change.uid].append(change.field)
    for change in push.changes:
        scope = owners[change.uid][:3]
        creates = change.field == CREATE_FIELD
        gone = not creates and change.change_id in replaced
        for groep, value in (_cut(change.value) if creates else {"codes": change.value}).items():
            told = " ".join(dict.fromkeys(fields[change.uid])) if creates and groep == "codes" else ""
            rows.append([
                GEMEENTE.code, 0, change.change_id, groep, change.entity, change.uid, change.field, dump(value),
                dump(change.base_change_ids), change.hlc, "", 0, change.device, one.account, 1, "", moment,
                push.sync, one.device, int(not gone), change.field if gone else told, *scope,
            ])  # fmt: skip
    return rows


def _cut(value: dict[str, Any]) -> dict[Veldgroep, dict[str, Any]]:
    velden, filled = velden_of("melding"), _filled(value)
    parts: defaultdict[Veldgroep, dict[str, Any]] = defaultdict(dict)
    for name, given in value.items():
        if velden[name] in filled:
            parts[velden[name]][name] = given
    return parts


def _filled(value: dict[str, Any]) -> set[Veldgroep]:
    velden = velden_of("melding")
    return {Veldgroep.CODES, *(velden[name] for name, given in value.items() if given)}


def _records(push: Push, one: Toestel, moment: str, owners: dict[str, Stand]) -> list[list[Any]]:
    rows = []
    for change in push.changes:
        if change.field == CREATE_FIELD:
            values = {
                "gemeente_code": GEMEENTE.code, "entity": "melding", "uid": change.uid, "eigenaar": one.account,
                "buurt": owners[change.uid][1], "sinds": change.value["gebeurd_van"], "verdacht": 0, "status": "actief",
                "ouder": "",
                "lon": change.value["positie"]["lon"], "lat": change.value["positie"]["lat"],
                "create_received_at": moment, "soort": change.value["soort"], "incident": "",
            }  # fmt: skip
            rows.append([values[name] for name in schema.RECORDS.namen])
    return rows


def _audit(connection: psycopg.Connection, one: Toestel, actie: str, moment: str) -> None:
    connection.execute("SELECT pg_advisory_xact_lock(2)")
    last = connection.execute(
        "SELECT seq, hash FROM audit WHERE gemeente_code = %s ORDER BY seq DESC LIMIT 1", [GEMEENTE.code]
    ).fetchone()
    seq, previous = (last[0] + 1, last[1]) if last else (1, GENESIS)
    line: dict[str, Any] = dict.fromkeys(CHAINED, "") | {
        "log_id": uuid7(utc_now()), "seq": seq, "ts_utc": moment, "clock_offset_ms": 0, "actor_id": one.account,
        "actie": actie, "gemeente_code": GEMEENTE.code, "apparaat_id": one.device, "prev_hash": previous,
    }  # fmt: skip
    line["hash"] = chain_hash(line)
    connection.execute(
        f"INSERT INTO audit ({', '.join(line)}) VALUES ({', '.join(['%s'] * len(line))})".encode(), list(line.values())
    )


def measure(folder: Path) -> list[Row]:
    """In turn, each into a fresh database of one server."""
    keep_what_stays()
    cluster = Cluster()
    one, four, peers = [], [], []
    try:
        # The first to write that much also makes the files of the write-ahead log, which later ones use again.
        peer(cluster, folder)
        for _ in range(ROUNDS):
            peers.append(peer(cluster, folder))
            one.append(ours(cluster, folder, 1))
            four.append(ours(cluster, folder, DEVICES))
    finally:
        cluster.stop()
    what = f"{CHANGES} wijzigingen sturen over HTTP"
    told = f"psycopg rechtstreeks, hetzelfde; {CHANGES / min(peers):.0f} wijzigingen/s"
    return [
        ratio_row(f"{what}, één toestel", one, peers, 1 / GOAL, told),
        ratio_row(f"{what}, vier toestellen tegelijk", four, peers, None, told),
    ]
