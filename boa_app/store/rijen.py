"""Rows out of the log: whatever order changes came in, the row of a record is what its log says.

    log of a record ─► what counts ─► values ─► cells ─► row, conflicts, or a place among those that wait

A record waits when its ouder has no row yet, when it lacks what a row cannot do without (a key outside the rights), or
when this version does not know its kind.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from boa_app.domain.synchronisatie import Toegepast
from boa_app.store import conflicten, meldingrijen
from boa_app.store.geschiedenis import LogRij, counting, log_of
from boa_app.store.rijvorm import VORMEN, Vorm, made_at, read_cells
from boa_app.store.session import Reader, Writer
from boa_app.sync import merge
from boa_app.sync.protocol import CREATE_FIELD, Change

_MARK_SYNCED = (
    "UPDATE meldingen SET gesynchroniseerd_op ="
    " (SELECT iif(max(pushed_at IS NULL AND geweigerd = ''), NULL, min(iif(geweigerd = '', pushed_at, NULL)))"
    " FROM changes WHERE uid = ?1 AND entity = 'melding') WHERE uid = ?1"
)
# In sync_wacht: the record had to go, and what is left of it is only still to be sent.
WEG = "weg"
# Whose rows go when the row they stand under goes: their table, the column that names it.
_KINDEREN = {
    "melding": (("opsporingsverwijzing", "opsporingsverwijzingen", "melding"),),
    "ronde": (("bezoek", "bezoeken", "ronde"),),
    "plek": (("bezoek", "bezoeken", "plek"),),
}


@dataclass(slots=True)
class Herstel:
    """What rebuilding rows came to, added up; fields as of Toegepast."""

    meldingen: set[str] = field(default_factory=set)
    soorten: set[str] = field(default_factory=set)
    conflicten_nieuw: int = 0
    conflicten_weg: int = 0

    verwijderd: int = 0
    bestanden: list[str] = field(default_factory=list)
    verloren: int = 0

    def touch(self, entity: str, uid: str) -> None:
        """A record shows something else, is new, or is gone."""
        self.soorten.add(entity)
        if entity == "melding":
            self.meldingen.add(uid)

    def as_result(self) -> Toegepast:
        """The same, for whoever asked."""
        return Toegepast(
            frozenset(self.meldingen), frozenset(self.soorten), self.conflicten_nieuw, self.conflicten_weg,
            self.verwijderd, tuple(self.bestanden), self.verloren,
        )  # fmt: skip


def restore(
    w: Writer, entity: str, uid: str, told: Herstel | None = None, begin_nr: int | None = None
) -> None:  # fmt: skip
    """Have row and conflicts of one record be what its log says. begin_nr: as of counting, for a page of that state."""
    told = told if told is not None else Herstel()
    rows = log_of(w, entity, uid)
    changes = counting(rows, begin_nr)
    keep_conflicts(w, entity, uid, changes, told)
    if _place(w, entity, uid, changes, rows):
        _restore_waiting(w, [uid], told)
    told.touch(entity, uid)


def restore_fresh(w: Writer, entity: str, uid: str, changes: Sequence[Change], told: Herstel) -> None:
    """As restore, for a record of which these are all changes, every one from the centre."""
    note_conflicts(w, entity, uid, changes, told)
    if _place(w, entity, uid, changes, ()):
        _restore_waiting(w, [uid], told)
    told.touch(entity, uid)


def keep_conflicts(w: Writer, entity: str, uid: str, changes: Sequence[Change], told: Herstel) -> None:
    """Have the table of conflicts say what these changes of a record, all that count, say."""
    came, went = conflicten.keep(w, entity, uid, merge.conflicts(changes))
    told.conflicten_nieuw += came
    told.conflicten_weg += went


def note_conflicts(w: Writer, entity: str, uid: str, changes: Sequence[Change], told: Herstel) -> None:
    """As keep_conflicts, for a record of which nothing was known: most are one create, and have none."""
    if len(changes) > 1 and merge.conflicts(changes):
        keep_conflicts(w, entity, uid, changes, told)


def restore_waiting(w: Writer, ouders: Sequence[str], told: Herstel) -> None:
    """Give rows to what waited for these records."""
    _restore_waiting(w, ouders, told)


def wait(w: Writer, entity: str, uid: str, ouder: str = "") -> None:
    """Note that a record of the log has no row. ouder: the record it waits for, "" when it lacks something itself."""
    w.db.conn.execute("INSERT OR REPLACE INTO sync_wacht (ouder, entity, uid) VALUES (?, ?, ?)", [ouder, entity, uid])


def need_not_go(w: Writer, entity: str, uid: str) -> None:
    """A record that had to go, and of which something was still to be sent, may be here again."""
    w.db.conn.execute("DELETE FROM sync_wacht WHERE ouder = ? AND entity = ? AND uid = ?", [WEG, entity, uid])


def drop_row(w: Writer, entity: str, uid: str) -> bool:
    """Take the row of a record away, and the rows that stand under it; the log stays. False when there is none."""
    vorm = VORMEN.get(entity)
    if vorm is None:
        return False
    for kind, table, column in _KINDEREN.get(entity, ()):
        children = w.db.conn.execute(f"SELECT uid FROM {table} WHERE {column} = ?", [uid]).fetchall()  # noqa: S608
        for (child,) in children:
            drop_row(w, kind, child)
            wait(w, kind, child, uid)
    if entity == "melding":
        return meldingrijen.drop(w, uid)
    if entity == "schouw":
        w.db.conn.execute("DELETE FROM schouw_groepen WHERE schouw = ?", [uid])
    return w.db.conn.execute(f"DELETE FROM {vorm.tabel} WHERE uid = ?", [uid]).rowcount > 0  # noqa: S608 - own names


def mark_synced(w: Writer, records: Collection[tuple[str, str]]) -> None:
    """The centre took changes of these records: meldingen with nothing left to send say so, and what is left of a
    record that had to go, goes."""
    for entity, uid in sorted(records):
        table = VORMEN[entity].tabel if entity in VORMEN else ""
        if not table or not _exists(w, table, uid):
            restore(w, entity, uid)
        elif entity == "melding":
            w.db.conn.execute(_MARK_SYNCED, [uid])


def _place(w: Writer, entity: str, uid: str, changes: Sequence[Change], rows: Sequence[LogRij]) -> bool:
    """Give a record its row, or its place among those that wait; gives whether it has a row."""
    vorm = VORMEN.get(entity)
    create = next((change for change in changes if change.field == CREATE_FIELD), None)
    if create is None:
        _keep_or_forget(w, entity, uid, changes, rows)
        return False
    cells = _cells(w, entity, changes)
    if vorm is None or cells is None:
        drop_row(w, entity, uid)
        # What was wiped has nothing to wait for.
        if create.value:
            wait(w, entity, uid)
        return False
    ouder = _missing_ouder(w, vorm, cells)
    if ouder:
        drop_row(w, entity, uid)
        wait(w, entity, uid, ouder)
        return False
    if entity == "melding":
        meldingrijen.upsert(w, cells, _synced_op(w, rows))
    else:
        _upsert(w, vorm, create, cells)
    w.db.conn.execute("DELETE FROM sync_wacht WHERE entity = ? AND uid = ?", [entity, uid])
    return True


def _cells(w: Writer, entity: str, changes: Sequence[Change]) -> dict[str, Any] | None:
    if entity == "melding":
        return meldingrijen.cells_of(w, changes)
    return read_cells(VORMEN[entity], changes) if entity in VORMEN else None


def _keep_or_forget(
    w: Writer, entity: str, uid: str, changes: Sequence[Change], rows: Sequence[LogRij]
) -> None:  # fmt: skip
    """Without a create there is no row. It may still come; but of a record that had to go only what was not sent yet
    is left, and once that is sent nothing of it stays."""
    drop_row(w, entity, uid)
    gone = w.db.conn.execute(
        "SELECT 1 FROM sync_wacht WHERE entity = ? AND uid = ? AND ouder = ?", [entity, uid, WEG]
    ).fetchone()
    if not gone:
        if changes:
            wait(w, entity, uid)
    elif not any(row.is_waiting or row.geweigerd for row in rows):
        w.db.conn.execute("DELETE FROM sync_wacht WHERE entity = ? AND uid = ?", [entity, uid])
        w.db.conn.execute("DELETE FROM changes WHERE uid = ? AND entity = ?", [uid, entity])


def _missing_ouder(r: Reader, vorm: Vorm, cells: dict[str, Any]) -> str:
    missing = (cells[column] for column, table in vorm.ouders.items() if not _exists(r, table, cells[column]))
    return str(next(missing, ""))


def _exists(r: Reader, table: str, uid: str) -> bool:
    sql = f"SELECT 1 FROM {table} WHERE uid = ?"  # noqa: S608 - own names
    return r.db.conn.execute(sql, [uid]).fetchone() is not None


def _synced_op(w: Writer, rows: Sequence[LogRij]) -> str | None:
    """When the centre first had a record with nothing left to send; None while something is, or when it refused the
    whole. rows: none of a record that was received just now."""
    if any(row.is_waiting for row in rows):
        return None
    synced = [row.pushed_at for row in rows if row.is_synced and row.pushed_at]
    return min(synced, default=None) if rows else w.now_iso


def _upsert(w: Writer, vorm: Vorm, create: Change, cells: dict[str, Any]) -> None:
    cells = dict(cells)
    groups = cells.pop("groepen", None)
    made = made_at(create.hlc)
    owned = {
        "gemeente_code": w.meta.gemeente_code, "eerste_verwerking_op": cells.pop("eerste_verwerking_op", None) or made,
        "gemaakt_door": create.user, "gemaakt_op": made,
    }  # fmt: skip
    if vorm is VORMEN["foto"]:
        # Its bytes come later, and the thumbnail is made of them.
        owned |= {"miniatuur": b"", "stand": "volgt"}
    row = {"uid": create.uid, **cells, **owned}
    updates = ", ".join(f"{name} = excluded.{name}" for name in cells)
    w.db.conn.execute(
        f"INSERT INTO {vorm.tabel} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"  # noqa: S608 - own names
        f" ON CONFLICT (uid) DO UPDATE SET {updates}",
        list(row.values()),
    )
    if groups is not None:
        w.db.conn.execute("DELETE FROM schouw_groepen WHERE schouw = ?", [create.uid])
        w.db.conn.executemany(
            "INSERT OR IGNORE INTO schouw_groepen (schouw, letter, route, gemeente_code, eerste_verwerking_op)"
            " VALUES (?, ?, ?, ?, ?)",
            [(create.uid, letter, route, w.meta.gemeente_code, made) for letter, route in groups],
        )


def _restore_waiting(w: Writer, ouders: Sequence[str], told: Herstel) -> None:
    # Hardly ever does anything wait, and a first state asks this for every melding.
    if w.db.conn.execute("SELECT 1 FROM sync_wacht WHERE ouder NOT IN ('', ?) LIMIT 1", [WEG]).fetchone() is None:
        return
    sql = "SELECT entity, uid FROM sync_wacht WHERE ouder = ?"
    found = [row for ouder in ouders for row in w.db.conn.execute(sql, [ouder]).fetchall()]
    for entity, uid in found:
        restore(w, entity, uid, told)
