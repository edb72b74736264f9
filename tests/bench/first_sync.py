"""The first state of 100,000 changes on a new device, against a raw insert of the same state and index rows."""

from __future__ import annotations

import json
import random
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from boa_app.domain.ids import uuid7
from boa_app.domain.melding import Melding
from boa_app.domain.moments import to_iso, utc_now
from boa_app.domain.positie import to_log
from boa_app.store import meldingen, sync_blad
from boa_app.store.meldingen import COLUMNS
from boa_app.store.opening import create_store
from boa_app.store.schema import SCHEMA
from boa_app.store.session import StoreMeta
from boa_app.sync.protocol import MAX_PAGE, Beginblad, Change, Ontvangen
from boa_app.vault.sqlcipher import open_database
from tests.bench.rows import Row, ratio_row, timed
from tests.samples import LIGHT_KDF, PASSPHRASE

CHANGES = 100_000
ROUNDS = 3
_DEVICE = "019a9f00-0000-7000-8000-000000000009"


def make_changes(count: int = CHANGES) -> list[Change]:
    """Creates of random meldingen by some other device, seeded."""
    draw = random.Random(3)
    begin = datetime(2026, 8, 25, tzinfo=UTC)
    made = []
    for nr in range(count):
        moment = begin + timedelta(seconds=70 * nr)
        melding = Melding(
            moment, draw.uniform(4.98, 5.07), draw.uniform(51.995, 52.06), draw.choice(("HANG", "GEL-STEM", "AFVAL")),
            ernst=draw.choice("1234"), groepsgrootte="G3", plaats="Zeemanlaan", feiten="groep bij de bank",
        )  # fmt: skip
        values = to_log(melding.to_values())
        values |= {"tekst_verdacht": False, "eerste_verwerking_op": to_iso(moment), "bron_sleutel": ""}
        hlc = f"{int(moment.timestamp() * 1000):013d}-0000-{_DEVICE}"
        made.append(Change(uuid7(moment), _DEVICE, "boa9", "melding", uuid7(moment), "*", values, (), hlc))
    return made


def pages(changes: list[Change]) -> Iterator[Beginblad]:
    """Pages as the centre sends them."""
    for at in range(0, len(changes), MAX_PAGE):
        part = tuple(Ontvangen(at + nr, change) for nr, change in enumerate(changes[at : at + MAX_PAGE], 1))
        yield Beginblad(part, "x", len(changes), 1, len(changes))


def _ours(folder: Path, changes: list[Change]) -> float:
    meta = StoreMeta("GM0353", "IJsselstein", False, "boa1", "teamleider", "019a9f00-0000-7000-8000-000000000001")
    store = create_store(folder, PASSPHRASE, meta, utc_now, LIGHT_KDF).store

    def work() -> None:
        sync_blad.begin_state(store, 1)
        for page in pages(changes):
            sync_blad.take_state_page(store, page)
        sync_blad.end_state(store, len(changes))

    try:
        seconds = timed(work)
        with store.read() as r:
            found = meldingen.count(r)
        if found != len(changes):
            raise AssertionError(f"{found} of {len(changes)} meldingen")
        return seconds
    finally:
        store.close()


def _peer(path: Path, changes: list[Change]) -> float:
    """The same rows, log and index entries in one transaction of bulk inserts, no checks, nothing looked up."""
    db = open_database(path, secrets.token_hex(32))
    SCHEMA.apply(db)
    try:
        return timed(lambda: _bulk_insert(db.conn, changes))
    finally:
        db.close()


def _bulk_insert(conn: Any, changes: list[Change]) -> None:
    now = to_iso(utc_now())
    rows, log, boxes, texts = [], [], [], []
    for nr, change in enumerate(changes, 1):
        place = change.value["positie"]
        values = {**change.value, **place}
        cells = {name: json.dumps(value) if isinstance(value, list) else value for name, value in values.items()}
        cells |= {
            "uid": change.uid, "gebeurd_s": 1_700_000_000 + nr, "gebeurd_tot_s": None, "verwerkt_s": 1_700_000_000,
            "import_nr": 0, "gemeente_code": "GM0353", "gemaakt_door": change.user, "gemaakt_op": now,
            "apparaat_tijd": now, "gewijzigd_op": now,
        }  # fmt: skip
        rows.append([cells[name] for name in COLUMNS])
        value = json.dumps(change.value, ensure_ascii=False)
        who = (change.change_id, change.device, change.user, "melding", change.uid)
        log.append((*who, "*", value, "[]", change.hlc, 1, "", "GM0353", now))
        boxes.append((nr, place["lon"], place["lon"], place["lat"], place["lat"]))
        texts.append((nr, values["plaats"], values["feiten"]))
    conn.execute("BEGIN")
    conn.executemany(meldingen.INSERT, rows)
    conn.executemany(
        "INSERT INTO changes (change_id, device, user, entity, uid, field, value, base_change_ids, hlc, schema_version,"
        " reason, gemeente_code, pushed_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
        log,
    )
    conn.executemany("INSERT INTO meldingen_rtree (nr, west, oost, zuid, noord) VALUES (?,?,?,?,?)", boxes)
    conn.executemany("INSERT INTO meldingen_tekst (rowid, plaats, feiten) VALUES (?,?,?)", texts)
    conn.execute("COMMIT")


def measure(folder: Path) -> list[Row]:
    """Three first states into a fresh store each, in turn with the peer."""
    changes = make_changes()
    ours, peers = [], []
    for round_ in range(ROUNDS):
        peers.append(_peer(folder / f"peer{round_}.db", changes))
        ours.append(_ours(folder / f"begin{round_}", changes))
    what = f"eerste stand van {CHANGES} wijzigingen op een nieuw toestel"
    return [ratio_row(what, ours, peers, 2, "rauwe insert van dezelfde rijen, log en indexen in SQLCipher")]
