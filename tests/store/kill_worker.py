"""A process to be killed: it makes, saves, imports or migrates, and tells on stdout what is safely on disk.

    python kill_worker.py FOLDER WHAT SEED

A line is printed only after the commit it speaks of. Nothing is flushed or closed at the end: the kill is the end.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from boa_app.domain.moments import utc_now
from boa_app.store import imports
from boa_app.store.imports import ImportRow
from boa_app.store.opening import create_store, open_store
from boa_app.store.schema import SCHEMA, Schema
from boa_app.store.store import Store
from boa_app.vault.sqlcipher import Database
from tests.store.samples import LIGHT, META, PASSPHRASE, a_melding, change, register

IMPORT_ROWS = 1500


def migrated_tables(db: Database) -> None:
    """A step that takes long enough to be killed in: it rewrites every melding."""
    db.execute("ALTER TABLE meldingen ADD COLUMN proef TEXT")
    db.execute("CREATE TABLE proef (a TEXT)")
    for nr in range(1, 400):
        db.execute("UPDATE meldingen SET proef = ? WHERE nr = ?", ["x" * 500, nr])
        db.execute("INSERT INTO proef VALUES (?)", ["y" * 500])


LATER = Schema(*SCHEMA.steps, migrated_tables)


def _say(*words: object) -> None:
    print(*words, flush=True)


def save(store: Store, draw: random.Random) -> None:
    """Save and change meldingen for ever, and tell each one."""
    while True:
        record = register(store, a_melding(lon=5 + draw.random() / 10, feiten="Groep bij de bank"))
        _say("melding", record.uid, "")
        ernst = draw.choice("1234")
        change(store, record.uid, {"ernst": ernst})
        _say("melding", record.uid, ernst)


def run_imports(store: Store, draw: random.Random) -> None:
    """Import the same number of rows again and again, saving in between, and tell each import that became visible."""
    while True:
        nr = store.write_now(lambda w: imports.begin_import(w, "f.csv", "", "tabel"))
        imports.add_all(store, nr, _rows(draw, nr))
        store.write_now(lambda w, nr=nr: imports.finish_import(w, nr, {}))  # type: ignore[misc]
        _say("import", nr)
        _say("melding", register(store, a_melding()).uid, "")


def _rows(draw: random.Random, nr: int) -> Iterator[ImportRow]:
    for i in range(IMPORT_ROWS):
        melding = a_melding(
            gebeurd_van=utc_now() - timedelta(minutes=i), lon=5 + draw.random() / 10, lat=52 + draw.random() / 10,
            bron="tabel", plaats="Zeemanlaan",
        )  # fmt: skip
        yield ImportRow(melding, f"{nr}-{i}")


def main(folder: Path, what: str, seed: int) -> None:
    """Do one kind of work until killed."""
    draw = random.Random(seed)
    _say("begin")
    if what == "make":
        create_store(folder, PASSPHRASE, META, utc_now, LIGHT)
        _say("made")
        return
    store = open_store(folder, PASSPHRASE, utc_now, **({"schema": LATER} if what == "migrate" else {}))
    _say("open")
    {"save": save, "import": run_imports, "migrate": save}[what](store, draw)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
