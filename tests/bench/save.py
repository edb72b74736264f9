"""Saving one melding with 100,000 in the store, against one bare durable commit on the same file (docs/adr/0010).

The goal is held against a commit of the same melding; beside it stands a commit of one word, without a goal.
"""

from __future__ import annotations

import json
import random
from pathlib import Path

from boa_app.domain.ids import uuid7
from boa_app.domain.melding import Melding
from boa_app.domain.moments import utc_now
from boa_app.store import imports
from boa_app.store.imports import ImportRow
from boa_app.usecases.meldingen import register_melding
from boa_app.usecases.opening import make_store
from boa_app.usecases.session import Session
from boa_app.vault.keyfile import unlock_keyfile
from boa_app.vault.sqlcipher import open_database
from tests.bench.rows import Row, p99, ratio_row, timed
from tests.samples import LIGHT_KDF, PASSPHRASE, load_lijsten

IN_STORE = 100_000
BLOCKS, IN_BLOCK = 20, 50
_BATCH = 500


def filled_session(folder: Path, count: int = IN_STORE) -> Session:
    """A store with ``count`` random meldingen around IJsselstein."""
    session, _ = make_store(
        folder, PASSPHRASE, load_lijsten(), utc_now, gemeente_code="GM0353", gemeente_naam="IJsselstein", kdf=LIGHT_KDF
    )
    draw = random.Random(1)
    now = utc_now()
    soorten = [code.code for code in session.lijsten["soort"].codes]

    def melding() -> Melding:
        return Melding(
            gebeurd_van=now.replace(year=now.year - draw.randrange(1, 6), day=draw.randrange(1, 29)),
            lon=draw.uniform(4.98, 5.07), lat=draw.uniform(51.995, 52.06), soort=draw.choice(soorten),
            ernst=draw.choice("1234"), groepsgrootte="G3", bron="bench", feiten="Groep bij de bank, muziek en afval.",
        )  # fmt: skip

    number = session.store.write_now(lambda w: imports.begin_import(w, "bench", "", "bench"))
    for start in range(0, count, _BATCH):
        rows = [ImportRow(melding(), str(start + offset)) for offset in range(_BATCH)]
        session.store.write_now(lambda w, rows=rows: imports.add_rows(w, number, rows))  # type: ignore[misc]
    session.store.write_now(lambda w: imports.finish_import(w, number, {"toegevoegd": count}))
    return session


def _melding() -> Melding:
    return Melding(
        gebeurd_van=utc_now(), lon=5.04, lat=52.02, soort="GEL-STEM", ernst="2", groepsgrootte="G3",
        maatregelen=("AANSPR", "WEG"), resultaat="R2", feiten="Groep bij de bank.",
    )  # fmt: skip


def measure(folder: Path) -> list[Row]:
    """Median and p99 of saving, in blocks in turn with blocks of the bare commit, so that both meet the same disk.

    Not one by one: a commit of another connection makes SQLite drop the page cache of this one, which no user has.
    """
    session = filled_session(folder / "save")
    key = unlock_keyfile(folder / "save" / "sleutel.json", PASSPHRASE)
    bare = open_database(folder / "save" / "boa.db", key)
    bare.execute("CREATE TABLE bench_kaal (uid TEXT PRIMARY KEY, waarde TEXT NOT NULL) STRICT")
    bare.execute("CREATE TABLE bench_woord (nr INTEGER PRIMARY KEY, woord TEXT NOT NULL) STRICT")

    def commit() -> None:
        # The same melding as one plain row under its id: what has to be on disk at the very least.
        bare.execute("INSERT INTO bench_kaal VALUES (?, ?)", [uuid7(utc_now()), json.dumps(_melding().to_values())])

    def commit_word() -> None:
        bare.execute("INSERT INTO bench_woord (woord) VALUES ('melding')")

    def save() -> None:
        register_melding(session, _melding())

    ours, peers, words = [], [], []
    for _ in range(BLOCKS):
        save()
        ours += [timed(save) for _ in range(IN_BLOCK)]
        commit()
        peers += [timed(commit) for _ in range(IN_BLOCK)]
        words += [timed(commit_word) for _ in range(IN_BLOCK)]
    bare.close()
    session.close()
    peer = f"dezelfde melding als één kale rij, duurzaam, zelfde bestand met {IN_STORE} meldingen"
    return [
        ratio_row("melding opslaan, mediaan", ours, peers, 3, peer),
        ratio_row("melding opslaan, p99", ours, peers, 10, peer, p99),
        ratio_row("melding opslaan, mediaan", ours, words, None, "één woord, duurzaam, zelfde bestand"),
        ratio_row("melding opslaan, p99", ours, words, None, "één woord, duurzaam, zelfde bestand", p99),
    ]
