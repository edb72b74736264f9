"""Reading the op log of one record: what is in it, and which of it counts for a value.

sent or received ─┬─ counts
not sent yet ─────┘
refused          ─── counts for nothing, and what was built on it stands on what it stood on; until somebody acts the
                     row stays as it was made when the centre refused the whole record
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from boa_app.store.session import Reader, Writer
from boa_app.sync.merge import without_refused
from boa_app.sync.protocol import CREATE_FIELD, Change

CHANGE_COLUMNS = "change_id, device, user, entity, uid, field, value, base_change_ids, hlc, schema_version, reason"
# An import that is not finished may still be broken off: nobody sees its rows, and nobody gets its changes.
VISIBLE = "(import_nr IS NULL OR import_nr NOT IN (SELECT nr FROM imports WHERE status <> 'klaar'))"
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_SELECT = (
    f"SELECT {CHANGE_COLUMNS}, seq, pushed_at, geweigerd, afgehandeld_op, begin_nr FROM changes"  # noqa: S608
    f" WHERE uid = ? AND entity = ? AND {VISIBLE} ORDER BY seq"
)


# Why a change counts for nothing: the record or field it was about was wiped. Ids and bases stay.
GEWIST = "record_gewist"


@dataclass(frozen=True, slots=True)
class LogRij:
    """One change as the device keeps it. pushed_at: None while the centre does not know it. geweigerd: the code of a
    refusal, "" without one. begin_nr: the last first state that held it."""

    change: Change
    seq: int
    pushed_at: str | None
    geweigerd: str
    afgehandeld_op: str | None
    begin_nr: int | None

    @property
    def is_synced(self) -> bool:
        """Whether the centre has it."""
        return self.pushed_at is not None and not self.geweigerd

    @property
    def is_waiting(self) -> bool:
        """Whether it is still to be sent."""
        return self.pushed_at is None and not self.geweigerd


def log_of(r: Reader, entity: str, uid: str) -> list[LogRij]:
    """Everything in the log about one record, in the order this device learned of it; nothing of an unfinished
    import."""
    rows = r.db.conn.execute(_SELECT, (uid, entity))
    return [LogRij(to_change(row), *row[11:]) for row in rows]


def history(r: Reader, entity: str, uid: str) -> list[Change]:
    """The changes of one record that count, in the order this device learned of them."""
    return counting(log_of(r, entity, uid))


def counting(rows: Sequence[LogRij], begin_nr: int | None = None) -> list[Change]:
    """The changes that count for values and heads.

    begin_nr: of a first state that is coming in; what the centre had and this state did not hold so far is left out.
    """
    if begin_nr is not None:
        rows = [row for row in rows if row.begin_nr == begin_nr or not row.is_synced]
    refused = {row.change.change_id: row.change.base_change_ids for row in rows if row.geweigerd}
    if not refused:
        return [row.change for row in rows]
    if any(row.change.field == CREATE_FIELD and row.geweigerd and not row.afgehandeld_op for row in rows):
        for row in rows:
            if not row.afgehandeld_op:
                refused.pop(row.change.change_id, None)
    return without_refused([row.change for row in rows], refused)


def to_change(row: Sequence[Any]) -> Change:
    """A change of the columns CHANGE_COLUMNS."""
    change_id, device, user, entity, uid, field, value, bases, hlc, version, reason = row[:11]
    base_ids = tuple(json.loads(bases)) if bases != "[]" else ()
    return Change(change_id, device, user, entity, uid, field, json.loads(value), base_ids, hlc, version, reason)


def field_names(changes: Iterable[Change]) -> Iterator[str]:
    """The names of all fields that changes set, possibly more than once."""
    for change in changes:
        yield from change.value if change.field == CREATE_FIELD else (change.field,)


def empty_log(w: Writer, entity: str, uid: str, velden: Collection[str] = (), *, by_order: bool = True) -> int:
    """Wipe what the log says of a record, or of some of its fields; ids and bases stay, and none of it counts again.

    Gives how many changes the centre had not were among it, each counted once. by_order: those are told as refused,
    with code GEWIST, until a person acts; what a term or a person on this device ended needs no telling.
    """
    rows = log_of(w, entity, uid)
    hit = [row for row in rows if not velden or row.change.field in velden]
    lost = {row.seq for row in hit if row.is_waiting or (row.geweigerd and not row.afgehandeld_op)}
    w.db.conn.executemany(
        "UPDATE changes SET value = iif(field = '*', '{}', 'null'), reason = '', geweigerd = ?,"
        " pushed_at = coalesce(pushed_at, ?), afgehandeld_op = ? WHERE seq = ?",
        [(GEWIST, w.now_iso, None if by_order and row.seq in lost else w.now_iso, row.seq) for row in hit],
    )
    take_keys(w, rows, velden)
    if any(row.is_waiting for row in hit):
        forget_count(w)
    return sum(row.seq in lost and row.geweigerd != GEWIST for row in hit)


def take_keys(w: Writer, rows: Iterable[LogRij], velden: Collection[str]) -> None:
    """Take fields out of what creates say."""
    for row in rows:
        if row.change.field == CREATE_FIELD and not row.change.value.keys().isdisjoint(velden):
            rest = {name: value for name, value in row.change.value.items() if name not in velden}
            w.db.conn.execute("UPDATE changes SET value = ? WHERE seq = ?", [_ENCODER.encode(rest), row.seq])


def forget_count(w: Writer) -> None:
    """What was counted of the unsent changes (sync_uit) holds no more."""
    w.db.conn.execute("DELETE FROM sync_stand WHERE naam IN ('geteld', 'geteld_tot')")
