"""Looppakketten that were handed out, with the keys their findings come back under, and taking findings in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from boa_app.domain.audit import Actie
from boa_app.domain.synchronisatie import Toegepast
from boa_app.store import audit, rijen, sync_stand
from boa_app.store.changes import dump_value
from boa_app.store.geschiedenis import history
from boa_app.store.rijen import Herstel
from boa_app.store.session import Reader, Writer
from boa_app.sync.clock import Hlc, clamp
from boa_app.sync.protocol import Change

_KEPT = "looppakketten"
_INSERT = (
    "INSERT OR IGNORE INTO changes (change_id, device, user, entity, uid, field, value, base_change_ids, hlc,"
    " schema_version, reason, gemeente_code) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"
)


def keep_issued(w: Writer, nr: str, kept: dict[str, Any]) -> None:
    """Remember a looppakket. kept: JSON values; geldig_tot_s and bewaar_tot_s among them."""
    sync_stand.put(w, _KEPT, {**sync_stand.get(w, _KEPT, {}), nr: kept})


def find_issued(r: Reader, nr: str) -> dict[str, Any] | None:
    """What is remembered of a looppakket, None when it was not made here or is too long ago."""
    found: dict[str, Any] | None = sync_stand.get(r, _KEPT, {}).get(nr)
    return found


def list_issued(r: Reader) -> dict[str, dict[str, Any]]:
    """All that is remembered, by nr, oldest first."""
    return dict(sync_stand.get(r, _KEPT, {}))


def forget_issued(w: Writer, now_s: float) -> int:
    """Forget the keys of those whose findings no longer come; gives how many."""
    kept = list_issued(w)
    left = {nr: one for nr, one in kept.items() if one["bewaar_tot_s"] >= now_s}
    if len(left) < len(kept):
        sync_stand.put(w, _KEPT, left)
    return len(kept) - len(left)


def find_schouw_maker(r: Reader, uid: str) -> str | None:
    """Who made a schouw, None when there is none."""
    row = r.db.conn.execute("SELECT gemaakt_door FROM schouwen WHERE uid = ?", [uid]).fetchone()
    return str(row[0]) if row else None


def list_scope(r: Reader, schouw: str) -> list[Change]:
    """The log of a schouw and of all JOP's; what of it may go along is for sync.looppakket.scoped to say."""
    found = history(r, "schouw", schouw)
    for (uid,) in r.db.conn.execute("SELECT uid FROM jops ORDER BY uid").fetchall():
        found += history(r, "jop", uid)
    return found


def take_findings(w: Writer, nr: str, changes: Sequence[Change]) -> tuple[int, Toegepast]:
    """Take findings in as unsent changes of this device and who works here, for those send them.

    Gives how many were new and what they did. Doing it again does nothing.
    """
    told, last, taken = Herstel(), None, 0
    for change in changes:
        last = clamp(Hlc.parse(change.hlc), w.now, last)
        taken += w.db.conn.execute(_INSERT, _row(w, change, str(last))).rowcount
    for entity, uid in _records(changes):
        rijen.restore(w, entity, uid, told)
    w.changes_logged += taken
    audit.append_line(w, Actie.VERZAMELEN, "looppakket", nr, velden=(str(taken),))
    return taken, told.as_result()


def _row(w: Writer, change: Change, hlc: str) -> tuple[Any, ...]:
    return (
        change.change_id, w.device, w.account, change.entity, change.uid, change.field,
        dump_value(change.value), dump_value(change.base_change_ids), hlc, change.schema_version, change.reason,
        w.meta.gemeente_code,
    )  # fmt: skip


def _records(changes: Iterable[Change]) -> list[tuple[str, str]]:
    return sorted({(change.entity, change.uid) for change in changes})
