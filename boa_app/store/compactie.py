"""Making the log shorter: what the centre has and nothing here is built on any more can be read there.

Of each record stay the heads, every value the row shows, what is not sent yet, and what was refused or wiped.
"""

from __future__ import annotations

from collections.abc import Sequence

from boa_app.domain.audit import Actie
from boa_app.domain.synchronisatie import Toegepast
from boa_app.store import audit
from boa_app.store.changes import dump_value
from boa_app.store.geschiedenis import log_of
from boa_app.store.session import Reader, Writer
from boa_app.store.store import Store
from boa_app.store.sync_blad import Actor, in_batches
from boa_app.sync import merge
from boa_app.sync.protocol import CREATE_FIELD


def compact(store: Store, actor: Actor = None) -> int:
    """Shorten the log of every record that was changed; gives how many changes went. In short transactions."""
    with store.read() as r:
        records = _longer(r)
        before = _length(r)
    in_batches(store, records, _shorten, actor)
    with store.read() as r:
        return before - _length(r)


def _longer(r: Reader) -> list[tuple[str, str]]:
    """Records of which the centre has more than one change."""
    rows = r.db.conn.execute(
        "SELECT DISTINCT entity, uid FROM changes WHERE field <> '*' AND pushed_at IS NOT NULL AND geweigerd = ''"
    )
    return [(entity, uid) for entity, uid in rows]


def _length(r: Reader) -> int:
    return int(r.db.conn.execute("SELECT count(*) FROM changes").fetchone()[0])


def _shorten(w: Writer, records: Sequence[tuple[str, str]]) -> Toegepast:
    gone = 0
    for entity, uid in records:
        gone += _shorten_one(w, entity, uid)
    if gone:
        audit.append_line(w, Actie.SYNC, "sync", reden_code="LOG_INGEKORT", reden_tekst=str(gone))
    return Toegepast()


def _shorten_one(w: Writer, entity: str, uid: str) -> int:
    rows = log_of(w, entity, uid)
    if any(not row.is_synced for row in rows):
        # What waits, was refused or wiped stands on changes whose bases are still needed.
        return 0
    kept = {change.change_id: change for change in merge.compact([row.change for row in rows])}
    gone = [(row.seq,) for row in rows if row.change.change_id not in kept]
    w.db.conn.executemany("DELETE FROM changes WHERE seq = ?", gone)
    for row in rows:
        left = kept.get(row.change.change_id)
        if left is not None and left.field == CREATE_FIELD and left.value != row.change.value:
            w.db.conn.execute("UPDATE changes SET value = ? WHERE seq = ?", [dump_value(left.value), row.seq])
    return len(gone)
