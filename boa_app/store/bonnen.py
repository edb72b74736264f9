"""The receipts of rounds of syncing: begun before the first message, ended after the last, kept for half a year."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from boa_app.domain.moments import from_iso, to_iso
from boa_app.domain.retention import termijn
from boa_app.domain.synchronisatie import Bonnetje, BonStatus
from boa_app.store.changes import dump_value
from boa_app.store.session import Reader, Writer

_SELECT = "SELECT nr, sync, begonnen_op, klaar_op, status, inhoud FROM sync_bonnen"


def begin_bon(w: Writer, sync: str) -> int:
    """Note that a round begins; gives the number of its receipt. Receipts older than their term go."""
    oldest = to_iso(w.now - termijn("technisch_log").duur)
    w.db.conn.execute("DELETE FROM sync_bonnen WHERE begonnen_op < ? AND status <> 'bezig'", [oldest])
    w.db.conn.execute("UPDATE sync_bonnen SET status = 'afgebroken', klaar_op = ? WHERE status = 'bezig'", [w.now_iso])
    cursor = w.db.conn.execute(
        "INSERT INTO sync_bonnen (sync, begonnen_op, status, inhoud) VALUES (?, ?, 'bezig', '{}')", [sync, w.now_iso]
    )
    return int(cursor.lastrowid or 0)


def end_bon(w: Writer, sync: str, status: BonStatus, inhoud: Mapping[str, Any]) -> None:
    """Note how a round ended. inhoud: JSON values."""
    w.db.conn.execute(
        "UPDATE sync_bonnen SET klaar_op = ?, status = ?, inhoud = ? WHERE sync = ?",
        [w.now_iso, str(status), dump_value(dict(inhoud)), sync],
    )


def list_bonnen(r: Reader, limit: int = 50) -> list[Bonnetje]:
    """The last receipts, newest first."""
    return [_to_bon(row) for row in r.db.conn.execute(f"{_SELECT} ORDER BY nr DESC LIMIT ?", [limit])]


def last_bon(r: Reader) -> Bonnetje | None:
    """The receipt of the last round that ended, None when none did."""
    row = r.db.conn.execute(f"{_SELECT} WHERE status <> 'bezig' ORDER BY nr DESC LIMIT 1").fetchone()
    return _to_bon(row) if row else None


def _to_bon(row: Sequence[Any]) -> Bonnetje:
    nr, sync, begun, ended, status, inhoud = row
    ended_at = from_iso(ended) if ended else None
    return Bonnetje(nr, sync, from_iso(begun), ended_at, BonStatus(status), json.loads(inhoud))
