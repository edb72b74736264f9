"""Which fields have more than one head with different values: kept in a table, so that no screen searches the log."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from boa_app.domain.moments import from_iso
from boa_app.domain.velden import velden_of
from boa_app.store.geschiedenis import history
from boa_app.store.session import Reader, Writer
from boa_app.sync import merge
from boa_app.sync.protocol import Change


@dataclass(frozen=True, slots=True)
class Conflict:
    """One field with several values. koppen: its heads, the one that is shown first. sinds: when this device saw it."""

    entity: str
    uid: str
    veld: str
    koppen: tuple[Change, ...]
    sinds: datetime

    @property
    def getoond(self) -> Change:
        """The head whose value the record shows."""
        return self.koppen[0]


def list_conflicts(r: Reader) -> list[Conflict]:
    """All of them, those that are there longest first."""
    rows = r.db.conn.execute("SELECT entity, uid, veld, sinds FROM conflicten ORDER BY sinds, entity, uid, veld")
    found = []
    known: dict[tuple[str, str], list[Change]] = {}
    for entity, uid, veld, sinds in rows.fetchall():
        changes = known.get((entity, uid)) or known.setdefault((entity, uid), history(r, entity, uid))
        found.append(Conflict(entity, uid, veld, merge.heads(changes, veld), from_iso(sinds)))
    return found


def conflicts_of(r: Reader, entity: str, uid: str) -> tuple[str, ...]:
    """The fields of one record that are in conflict."""
    rows = r.db.conn.execute("SELECT veld FROM conflicten WHERE entity = ? AND uid = ? ORDER BY veld", [entity, uid])
    return tuple(veld for (veld,) in rows)


def count_records(r: Reader) -> int:
    """How many records have a field in conflict: what the conflictenmand counts."""
    return int(r.db.conn.execute("SELECT count(*) FROM (SELECT DISTINCT entity, uid FROM conflicten)").fetchone()[0])


def count(r: Reader) -> int:
    """How many fields are in conflict."""
    return int(r.db.conn.execute("SELECT count(*) FROM conflicten").fetchone()[0])


def recheck(w: Writer, entity: str, uid: str, velden: Collection[str] | None = None) -> tuple[int, int]:
    """Look at one record again; gives how many conflicts came and went. velden: only these, all when None."""
    return keep(w, entity, uid, merge.conflicts(history(w, entity, uid)), velden)


def keep(
    w: Writer, entity: str, uid: str, found: Iterable[str], velden: Collection[str] | None = None
) -> tuple[int, int]:
    """Have the table say that exactly these fields of a record are in conflict; gives how many came and went.

    A field this version does not know cannot be shown, so nobody could choose: it waits for the version that does.
    """
    known = velden_of(entity)
    now = {veld for veld in found if veld in known and (velden is None or veld in velden)}
    before = {veld for veld in conflicts_of(w, entity, uid) if velden is None or veld in velden}
    w.db.conn.executemany(
        "INSERT INTO conflicten (entity, uid, veld, sinds) VALUES (?, ?, ?, ?)",
        [(entity, uid, veld, w.now_iso) for veld in sorted(now - before)],
    )
    w.db.conn.executemany(
        "DELETE FROM conflicten WHERE entity = ? AND uid = ? AND veld = ?",
        [(entity, uid, veld) for veld in sorted(before - now)],
    )
    return len(now - before), len(before - now)
