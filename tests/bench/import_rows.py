"""Importing 100,000 CSV rows, against pandas.read_csv and the bulk insert of the same four things a row becomes."""

from __future__ import annotations

import csv
import json
import random
import secrets
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pandas as pd

from boa_app.domain.moments import utc_now
from boa_app.usecases.importeren import importeer
from boa_app.usecases.opening import make_store
from boa_app.vault.sqlcipher import open_database
from tests.bench.rows import Row, ratio_row, timed
from tests.samples import LIGHT_KDF, PASSPHRASE, load_lijsten

ROWS = 100_000
ROUNDS = 3
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
    db = open_database(path, secrets.token_hex(32))
    conn = db.conn
    conn.execute(
        "CREATE TABLE rij (nr INTEGER PRIMARY KEY, uid TEXT UNIQUE, moment TEXT, lon REAL, lat REAL, soort TEXT,"
        " plaats TEXT, tekst TEXT)"
    )
    conn.execute("CREATE INDEX rij_moment ON rij (moment)")
    conn.execute(
        "CREATE TABLE change (seq INTEGER PRIMARY KEY, change_id TEXT UNIQUE, uid TEXT, field TEXT, value TEXT,"
        " hlc TEXT)"
    )
    conn.execute("CREATE INDEX change_uid ON change (uid)")
    conn.execute("CREATE VIRTUAL TABLE rij_rtree USING rtree (nr, west, oost, zuid, noord)")
    conn.execute("CREATE VIRTUAL TABLE rij_tekst USING fts5 (plaats, tekst, content = '', contentless_delete = 1)")

    def work() -> None:
        frame = pd.read_csv(source, sep=";")
        conn.execute("BEGIN")
        listed = list(frame.itertuples(index=False))
        rows = [
            (i, secrets.token_hex(16), f"{r.datum} {r.tijd}", r.lon, r.lat, r.soort, r.plaats, r.toelichting)
            for i, r in enumerate(listed)
        ]
        conn.executemany("INSERT INTO rij VALUES (?,?,?,?,?,?,?,?)", rows)
        logged = ((r[0], secrets.token_hex(16), r[1], "*", json.dumps(r[2:]), "1") for r in rows)
        conn.executemany("INSERT INTO change VALUES (?,?,?,?,?,?)", logged)
        conn.executemany("INSERT INTO rij_rtree VALUES (?,?,?,?,?)", ((r[0], r[3], r[3], r[4], r[4]) for r in rows))
        conn.executemany(
            "INSERT INTO rij_tekst (rowid, plaats, tekst) VALUES (?,?,?)", ((r[0], r[6], r[7]) for r in rows)
        )
        conn.execute("COMMIT")

    try:
        return timed(work)
    finally:
        conn.close()


def measure(folder: Path) -> list[Row]:
    """Three imports into a fresh store each, in turn with the peer."""
    source = folder / "rijen.csv"
    write_csv(source)
    ours, peers = [], []
    for round_ in range(ROUNDS):
        peers.append(_peer(folder / f"peer{round_}.db", source))
        ours.append(_ours(folder / f"import{round_}", source))
    return [ratio_row(f"{ROWS} rijen importeren", ours, peers, 2, "pandas.read_csv en bulk insert van hetzelfde")]
