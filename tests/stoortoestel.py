"""One device in a process of its own, to be killed at any moment: logs, changes and syncs until it is told to finish.

python -m tests.stoortoestel FOLDER URL SEED werk       works until killed, a line "M uid" for each saved melding
python -m tests.stoortoestel FOLDER URL SEED afronden   syncs until both sides are equal, then tells what it holds
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

from boa_app.domain.errors import BoaError, UserError
from boa_app.domain.melding import Melding
from boa_app.domain.moments import utc_now
from boa_app.store import conflicten, sync_uit
from boa_app.store.integrity import check
from boa_app.sync.bon import digest
from boa_app.sync.transport import Transport
from boa_app.usecases.aanmelden import sessie_van
from boa_app.usecases.meldingen import register_melding, wijzig_melding
from boa_app.usecases.opening import open_session
from boa_app.usecases.session import Session
from boa_app.usecases.synchroniseren import run_sync
from tests.samples import PASSPHRASE, load_lijsten

ROUNDS = 30


def work(session: Session, url: str, dice: random.Random) -> None:
    """Never ends by itself."""
    while True:
        for _ in range(dice.randint(1, 4)):
            if dice.random() < 0.5:
                spot = (5.03 + dice.random() / 50, 52.02 + dice.random() / 500)
                done = register_melding(session, Melding(utc_now(), *spot, "GEL-STEM", feiten="op het plein"))
                print("M", done.uid, flush=True)
            elif uid := _any(session, dice):
                try:
                    wijzig_melding(session, uid, {"ernst": dice.choice("123")}, "correctie")
                except UserError:
                    continue
        try:
            _sync(session, url)
        except BoaError as problem:
            print("S", problem.code, flush=True)


def finish(session: Session, url: str) -> dict[str, object]:
    """Sync until nothing waits and both sides counted the same; raises RuntimeError when that never comes."""
    for _ in range(ROUNDS):
        bon = _sync(session, url)
        if bon.is_gelijk:
            break
    else:
        raise RuntimeError("the two sides never became equal")
    with session.store.read() as reader:
        rows = reader.db.conn.execute("SELECT uid, ernst FROM meldingen_zichtbaar ORDER BY uid").fetchall()
        own = reader.db.conn.execute("SELECT change_id FROM changes WHERE device = ?", [session.store.meta.device])
        return {
            "meldingen": rows, "eigen": sorted(change for (change,) in own), "conflicten": conflicten.count(reader),
            "geweigerd": sync_uit.count_rejected(reader), "bevindingen": [one.code for one in check(reader)],
            "controle": digest(uid for uid, _ in rows).controle, "bon": [bon.controlegetal, bon.controlegetal_centrale],
        }  # fmt: skip


def _sync(session: Session, url: str):
    with Transport(url, again_s=(), answer_s=5) as line:
        return run_sync(session, transport=line).bon


def _any(session: Session, dice: random.Random) -> str:
    with session.store.read() as reader:
        uids = [
            uid for (uid,) in reader.db.conn.execute("SELECT uid FROM meldingen_zichtbaar ORDER BY nr DESC LIMIT 8")
        ]
    return dice.choice(uids) if uids else ""


def main() -> None:
    """As the module says."""
    folder, url, seed, what = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4]
    session = sessie_van(open_session(folder, PASSPHRASE, load_lijsten(), utc_now))
    if what == "werk":
        work(session, url, random.Random(seed))
    print(json.dumps(finish(session, url)), flush=True)
    session.close()


if __name__ == "__main__":
    main()
