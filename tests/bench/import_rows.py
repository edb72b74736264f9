"""Importing 100,000 CSV rows, against pandas.read_csv and the bulk insert of the same four things a row becomes.

The peer makes no checks, guesses nothing, lets a save wait for the whole of it, and looks nothing up. Beside it,
without a goal, stands a leaner one: only the columns of the file, small changes, an index on time (docs/adr/0010).
"""

from __future__ import annotations

import csv
import json
import random
import secrets
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pandas as pd

from boa_app.domain.melding import Melding
from boa_app.domain.moments import to_iso, utc_now
from boa_app.store.meldingen import INSERT
from boa_app.store.schema import SCHEMA
from boa_app.usecases.importeren import importeer
from boa_app.usecases.opening import make_store
from boa_app.vault.sqlcipher import open_database
from tests.bench.rows import Row, ratio_row, timed
from tests.samples import LIGHT_KDF, PASSPHRASE, load_lijsten

ROWS = 100_000
ROUNDS = 3
_LEAN = (
    "CREATE TABLE rij (nr INTEGER PRIMARY KEY, uid TEXT UNIQUE, moment TEXT, lon REAL, lat REAL, soort TEXT,"
    " plaats TEXT, tekst TEXT)",
    "CREATE INDEX rij_moment ON rij (moment)",
    "CREATE TABLE change (seq INTEGER PRIMARY KEY, change_id TEXT UNIQUE, uid TEXT, field TEXT, value TEXT, hlc TEXT)",
    "CREATE INDEX change_uid ON change (uid)",
    "CREATE VIRTUAL TABLE rij_rtree USING rtree (nr, west, oost, zuid, noord)",
    "CREATE VIRTUAL TABLE rij_tekst USING fts5 (plaats, tekst, content = '', contentless_delete = 1)",
)
_HEAD = ("datum", "tijd", "lon", "lat", "soort", "plaats", "toelichting")


def write_csv(path: Path, rows: int = ROWS) -> None:
    """A plain table as a municipality exports it, semicolons and decimal points, seeded."""
    draw = random.Random(2)
    begin = datetime(2022, 1, 1, tzinfo=UTC)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(_HEAD)
        for _ in range(rows):
            moment = begin + timedelta(minutes=draw.randrange(4 * 365 * 1440))
            place = (f"{draw.uniform(4.98, 5.07):.6f}", f"{draw.uniform(51.995, 52.06):.6f}")
            soort = draw.choice(("HANG", "GEL-STEM", "AFVAL", "ALC", "VUUR"))
            writer.writerow((f"{moment:%d-%m-%Y}", f"{moment:%H:%M}", *place, soort, "Zeemanlaan", "groep bij de bank"))


def _ours(folder: Path, source: Path) -> float:
    session, _ = make_store(
        folder, PASSPHRASE, load_lijsten(), utc_now, gemeente_code="GM0353", gemeente_naam="IJsselstein", kdf=LIGHT_KDF
    )
    try:
        reports = []
        seconds = timed(lambda: reports.append(importeer(session, [source], "tabel")))
        if reports[0].toegevoegd != ROWS:
            raise AssertionError(f"{reports[0].toegevoegd} of {ROWS} rows imported")
        return seconds
    finally:
        session.close()


def _peer(path: Path, source: Path) -> float:
    """pandas.read_csv, then the same row, create-change, window and text entries in one transaction of bulk inserts."""
    db = open_database(path, secrets.token_hex(32))
    SCHEMA.apply(db)
    try:
        return timed(lambda: _bulk_insert(db.conn, source))
    finally:
        db.close()


def _bulk_insert(conn: Any, source: Path) -> None:
    frame = pd.read_csv(source, sep=";")
    now = to_iso(utc_now())
    steady = Melding(utc_now(), 0.0, 0.0, "HANG", aanleiding="MELD-POL", herkomst="DOC", bron="tabel").to_values()
    owned = ("GM0353", now, "account", now, now, now)
    rows, changes, boxes, texts = [], [], [], []
    for nr, row in enumerate(frame.itertuples(index=False), 1):
        day, month, year = row.datum.split("-")
        moment = f"{year}-{month}-{day}T{row.tijd}:00.000Z"
        uid = str(uuid.uuid4())
        own = {"gebeurd_van": moment, "lon": row.lon, "lat": row.lat, "soort": row.soort, "plaats": row.plaats}
        values = {**steady, **own}
        cells = [json.dumps(value) if isinstance(value, list) else value for value in values.values()]
        rows.append((uid, 1_600_000_000 + nr, None, 1_600_000_000, 1, 0, secrets.token_hex(16), *owned, *cells))
        change = json.dumps(values, ensure_ascii=False)
        hlc = f"1600000000000-{nr % 65536:04x}-device"
        changes.append(
            (str(uuid.uuid4()), "device", "account", "melding", uid, "*", change, "[]", hlc, 1, "", "GM0353", 1)
        )
        boxes.append((nr, row.lon, row.lon, row.lat, row.lat))
        texts.append((nr, row.plaats, ""))
    conn.execute("BEGIN")
    conn.executemany(INSERT, rows)
    conn.executemany(
        "INSERT INTO changes (change_id, device, user, entity, uid, field, value, base_change_ids, hlc, schema_version,"
        " reason, gemeente_code, import_nr) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
        changes,
    )
    conn.executemany("INSERT INTO meldingen_rtree (nr, west, oost, zuid, noord) VALUES (?,?,?,?,?)", boxes)
    conn.executemany("INSERT INTO meldingen_tekst (rowid, plaats, feiten) VALUES (?,?,?)", texts)
    conn.execute("COMMIT")


def _lean_peer(path: Path, source: Path) -> float:
    """pandas.read_csv and bulk inserts of what stands in the file, nothing of what a melding is beside that."""
    db = open_database(path, secrets.token_hex(32))
    conn = db.conn
    for sql in _LEAN:
        conn.execute(sql)
    try:
        return timed(lambda: _lean_insert(conn, source))
    finally:
        db.close()


def _lean_insert(conn: Any, source: Path) -> None:
    frame = pd.read_csv(source, sep=";")
    rows = [
        (nr, secrets.token_hex(16), f"{row.datum} {row.tijd}", row.lon, row.lat, row.soort, row.plaats, row.toelichting)
        for nr, row in enumerate(frame.itertuples(index=False))
    ]
    conn.execute("BEGIN")
    conn.executemany("INSERT INTO rij VALUES (?,?,?,?,?,?,?,?)", rows)
    changes = ((row[0], secrets.token_hex(16), row[1], "*", json.dumps(row[2:]), "1") for row in rows)
    conn.executemany("INSERT INTO change VALUES (?,?,?,?,?,?)", changes)
    conn.executemany("INSERT INTO rij_rtree VALUES (?,?,?,?,?)", ((r[0], r[3], r[3], r[4], r[4]) for r in rows))
    conn.executemany("INSERT INTO rij_tekst (rowid, plaats, tekst) VALUES (?,?,?)", ((r[0], r[6], r[7]) for r in rows))
    conn.execute("COMMIT")


def measure(folder: Path) -> list[Row]:
    """Three imports into a fresh store each, in turn with the peer."""
    source = folder / "rijen.csv"
    write_csv(source)
    ours, peers, lean = [], [], []
    for round_ in range(ROUNDS):
        peers.append(_peer(folder / f"peer{round_}.db", source))
        lean.append(_lean_peer(folder / f"mager{round_}.db", source))
        ours.append(_ours(folder / f"import{round_}", source))
    what = f"{ROWS} rijen importeren"
    return [
        ratio_row(what, ours, peers, 2, "pandas.read_csv en bulk insert van hetzelfde"),
        ratio_row(what, ours, lean, None, "pandas.read_csv en bulk insert van alleen de kolommen van het bestand"),
    ]
