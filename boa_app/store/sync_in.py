"""What comes from the centre, into log and rows; each function is work for one transaction (sync_blad cuts pages up).

Whatever comes, twice or in another order, ends in the same rows; and what is not sent yet stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from boa_app.domain.audit import Actie
from boa_app.domain.errors import EnvironmentProblem
from boa_app.domain.synchronisatie import Toegepast
from boa_app.domain.velden import SOORTEN
from boa_app.store import audit, meldingrijen, rijen, sync_stand
from boa_app.store.changes import dump_value
from boa_app.store.geschiedenis import GEWIST, LogRij, forget_count, log_of
from boa_app.store.rijen import Herstel
from boa_app.store.session import Reader, Writer
from boa_app.sync import merge
from boa_app.sync.clock import Hlc, observe
from boa_app.sync.protocol import CREATE_FIELD, Change, Ontvangen

_INSERT = (
    "INSERT OR IGNORE INTO changes (change_id, device, user, entity, uid, field, value, base_change_ids, hlc,"
    " schema_version, reason, gemeente_code, pushed_at, begin_nr) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
)
# As sync.clock writes it; up to the year 9999.
_CLOCK = re.compile(r"(?:[01]\d{12}|2[0-4]\d{11})-[0-9a-f]{4}-[^\0]{1,64}", re.ASCII)
_IN = 500
_ORDER = {soort: place for place, soort in enumerate(SOORTEN)}
_Key = tuple[str, str]


def apply_changes(w: Writer, ontvangen: Sequence[Ontvangen]) -> Toegepast:
    """Take changes of the centre over: log, rows, indexes, conflicts, one audit line. Doing it again does nothing.

    Raises EnvironmentProblem centrale_fout for what can be no change at all.
    """
    told = apply_unlogged(w, ontvangen)
    log_received(w, len(ontvangen))
    return told


def apply_state(w: Writer, ontvangen: Sequence[Ontvangen]) -> Toegepast:
    """As apply_unlogged, for a part of the first state that is coming in."""
    return apply_unlogged(w, ontvangen, sync_stand.begin_nr(w))


def apply_unlogged(w: Writer, ontvangen: Sequence[Ontvangen], begin_nr: int | None = None) -> Toegepast:
    """As apply_changes, for a part of a transaction that ends with log_received. begin_nr: of the first state these
    are of; a page of the pull is of none, also while one that was cut off is to begin again."""
    changes = [one.change for one in ontvangen]
    _check(changes)
    told = Herstel()
    known = _known_uids(w, {change.uid for change in changes})
    fresh: dict[_Key, list[Change]] = {}
    older: dict[_Key, list[Change]] = {}
    for change in changes:
        target = older if change.uid in known else fresh
        target.setdefault((change.entity, change.uid), []).append(change)
    _take_fresh(w, fresh, told, begin_nr)
    _take_older(w, older, told, begin_nr)
    _observe(w, changes)
    return told.as_result()


def log_received(w: Writer, count: int) -> None:
    """One audit line for so many changes received."""
    if count:
        audit.append_line(w, Actie.SYNC, "sync", reden_code="ONTVANGEN", reden_tekst=str(count))


def _check(changes: Iterable[Change]) -> None:
    for change in changes:
        no_create = change.field == CREATE_FIELD and not isinstance(change.value, dict)
        if no_create or not _CLOCK.fullmatch(change.hlc):
            raise EnvironmentProblem("centrale_fout")


def _known_uids(r: Reader, uids: Iterable[str]) -> set[str]:
    found: set[str] = set()
    wanted = sorted(uids)
    for at in range(0, len(wanted), _IN):
        part = wanted[at : at + _IN]
        sql = f"SELECT DISTINCT uid FROM changes WHERE uid IN ({', '.join('?' * len(part))})"  # noqa: S608
        found.update(uid for (uid,) in r.db.conn.execute(sql, part))
    return found


def _take_fresh(w: Writer, fresh: dict[_Key, list[Change]], told: Herstel, begin_nr: int | None) -> None:
    """Records this store knows nothing of: their changes are all there is, so nothing is read back."""
    united = {key: merge.unite(changes) for key, changes in fresh.items()}
    w.db.conn.executemany(_INSERT, _log_rows(w, (c for changes in united.values() for c in changes), begin_nr))
    meldingen: list[dict[str, Any]] = []
    for (entity, uid), changes in sorted(united.items(), key=lambda item: _order(item[0])):
        if entity == "melding" and changes[0].field == CREATE_FIELD:
            cells = meldingrijen.cells_of(w, changes)
            if cells is not None:
                rijen.note_conflicts(w, entity, uid, changes, told)
                meldingen.append(cells)
                told.touch(entity, uid)
                continue
        if meldingen and entity != "melding":
            _insert_meldingen(w, meldingen, told)
            meldingen = []
        rijen.restore_fresh(w, entity, uid, changes, told)
    _insert_meldingen(w, meldingen, told)


def _insert_meldingen(w: Writer, found: list[dict[str, Any]], told: Herstel) -> None:
    if found:
        meldingrijen.insert_fresh(w, found, w.now_iso)
        rijen.restore_waiting(w, [cells["uid"] for cells in found], told)


def _take_older(w: Writer, older: dict[_Key, list[Change]], told: Herstel, begin_nr: int | None) -> None:
    """Records of which there is something in the log: what is new goes in, then row and conflicts are made of all."""
    for (entity, uid), changes in sorted(older.items(), key=lambda item: _order(item[0])):
        known = {row.change.change_id: row for row in log_of(w, entity, uid)}
        united = merge.unite(changes)
        fresh = [change for change in united if change.change_id not in known]
        w.db.conn.executemany(_INSERT, _log_rows(w, fresh, begin_nr))
        again = [(known[change.change_id], change) for change in united if change.change_id in known]
        differs = [_take_again(w, row, change, begin_nr) for row, change in again]
        if entity == "foto":
            rijen.need_not_go(w, entity, uid)
        # Most of what comes again, in a page done twice or a new first state, says nothing new.
        if fresh or any(differs) or (begin_nr is not None and _is_in_parts(known.values(), begin_nr)):
            rijen.restore(w, entity, uid, told, begin_nr)


def _is_in_parts(known: Collection[LogRij], begin_nr: int) -> bool:
    """Whether the row may have been made of a part of its record: of what this first state held of it so far, or of
    what one that was cut off did."""
    states = {row.begin_nr for row in known if row.is_synced}
    return begin_nr in states or len(states) > 1


def _take_again(w: Writer, row: LogRij, change: Change, begin_nr: int | None) -> bool:
    """A change the log has came once more; gives whether that changes anything but in which first state it was.

    The centre has it, so it was taken: also when the answer was lost on the way. What was wiped here is not brought
    back; the centre will wipe it too.
    """
    if row.geweigerd == GEWIST:
        return False
    value = row.change.value
    if change.field == CREATE_FIELD and row.change.field == CREATE_FIELD:
        # A create may come in parts. But a first state says all of it: a key that is not there is outside the rights.
        first_part = begin_nr is not None and row.begin_nr != begin_nr and row.is_synced
        value = change.value if first_part else {**value, **change.value}
    differs = value != row.change.value or change.hlc != row.change.hlc or not row.is_synced
    if differs or (begin_nr is not None and row.begin_nr != begin_nr):
        w.db.conn.execute(
            "UPDATE changes SET value = ?, hlc = ?, pushed_at = coalesce(pushed_at, ?), geweigerd = '',"
            " begin_nr = coalesce(?, begin_nr) WHERE seq = ?",
            [dump_value(value), change.hlc, w.now_iso, begin_nr, row.seq],
        )
    if row.is_waiting:
        forget_count(w)
    return differs


def _order(key: _Key) -> tuple[int, str]:
    return _ORDER.get(key[0], len(_ORDER)), key[1]


def _log_rows(w: Writer, changes: Iterable[Change], begin_nr: int | None) -> Iterator[tuple[Any, ...]]:
    code, now = w.meta.gemeente_code, w.now_iso
    for c in changes:
        yield (
            c.change_id, c.device, c.user, c.entity, c.uid, c.field, dump_value(c.value),
            dump_value(c.base_change_ids), c.hlc, c.schema_version, c.reason, code, now, begin_nr,
        )  # fmt: skip


def _observe(w: Writer, changes: Sequence[Change]) -> None:
    """The next clock of this device sorts after all it has seen."""
    if not changes:
        return
    newest = max(change.hlc for change in changes)
    w.last_hlc = observe(w.last_hlc, Hlc.parse(newest), w.now)
    sync_stand.put(w, "hlc", str(w.last_hlc))
