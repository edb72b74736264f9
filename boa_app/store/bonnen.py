"""The bonnetjes of rounds of syncing: begun before the first message, ended after the last, kept for half a year.

A round that broke off goes on under the same id, so that both sides count what was sent in it once.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from boa_app.domain.bonnetje import Bonnetje, Bonregel, BonStatus
from boa_app.domain.moments import from_iso, to_iso
from boa_app.domain.retention import termijn
from boa_app.store.changes import dump_value
from boa_app.store.session import Reader, Writer

_SELECT = "SELECT sync, begonnen_op, klaar_op, status, inhoud FROM sync_bonnen"
_OWN_COLUMNS = ("sync", "begonnen_op", "klaar_op", "status")


def begin_bon(w: Writer, sync: str) -> None:
    """Note that a round begins, or goes on. Those older than their term go; another that never ended broke off."""
    oldest = to_iso(w.now - termijn("technisch_log").duur)
    w.db.conn.execute("DELETE FROM sync_bonnen WHERE begonnen_op < ? AND sync <> ?", [oldest, sync])
    w.db.conn.execute(
        "UPDATE sync_bonnen SET status = ?, klaar_op = coalesce(klaar_op, ?) WHERE status = ?",
        [str(BonStatus.ONDERBROKEN), w.now_iso, str(BonStatus.BEZIG)],
    )
    w.db.conn.execute(
        "INSERT INTO sync_bonnen (sync, begonnen_op, status, inhoud) VALUES (?, ?, ?, '{}')"
        " ON CONFLICT (sync) DO UPDATE SET status = excluded.status, klaar_op = NULL",
        [sync, w.now_iso, str(BonStatus.BEZIG)],
    )


def end_bon(w: Writer, bon: Bonnetje) -> None:
    """Note how a round ended; klaar_op is now."""
    rest = {name: value for name, value in asdict(bon).items() if name not in _OWN_COLUMNS}
    w.db.conn.execute(
        "UPDATE sync_bonnen SET klaar_op = ?, status = ?, inhoud = ? WHERE sync = ?",
        [w.now_iso, str(bon.status), dump_value(rest), bon.sync],
    )


def list_bonnen(r: Reader, limit: int = 50) -> list[Bonnetje]:
    """The last bonnetjes, newest first."""
    return [_to_bon(row) for row in r.db.conn.execute(f"{_SELECT} ORDER BY nr DESC LIMIT ?", [limit])]


def last_bon(r: Reader) -> Bonnetje | None:
    """The bonnetje of the last round that is not running, None when there is none."""
    row = r.db.conn.execute(f"{_SELECT} WHERE status <> 'bezig' ORDER BY nr DESC LIMIT 1").fetchone()
    return _to_bon(row) if row else None


def find_bon(r: Reader, sync: str) -> Bonnetje | None:
    """The bonnetje of one round."""
    row = r.db.conn.execute(f"{_SELECT} WHERE sync = ?", [sync]).fetchone()
    return _to_bon(row) if row else None


def _to_bon(row: Sequence[Any]) -> Bonnetje:
    sync, begun, ended, status, inhoud = row
    bon = Bonnetje(sync, from_iso(begun), from_iso(ended) if ended else None, BonStatus(status))
    kept = json.loads(inhoud)
    lines = tuple(Bonregel(**line) for line in kept.pop("regels", ()))
    return replace(bon, regels=lines, **kept)
