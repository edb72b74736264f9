"""The op log: every create and every field change, in the transaction of the row itself (design §5)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from boa_app.store import conflicten
from boa_app.store.geschiedenis import field_names, history
from boa_app.store.session import Reader, Writer
from boa_app.sync.merge import heads
from boa_app.sync.protocol import CREATE_FIELD, SCHEMA_VERSION, Change

__all__ = ["Koppen", "dump_value", "find_heads", "find_koppen", "history", "log_create", "log_fields"]

Koppen = Mapping[str, tuple[str, ...]]
# json.dumps makes an encoder per call when it is told how to write.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_INSERT = (
    "INSERT INTO changes (change_id, device, user, entity, uid, field, value, base_change_ids, hlc, schema_version,"
    " reason, gemeente_code, import_nr) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"
)


def dump_value(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """A value as it is kept in the log and on the wire."""
    # Most lists of a melding are empty, and asking the encoder costs as much as a column of the row.
    return "[]" if value in ([], ()) else _ENCODER.encode(value)


def log_create(w: Writer, entity: str, uid: str, values: Mapping[str, Any], reden: str = "") -> str:
    """Log that a record was made, with all its initial fields as JSON values; gives the change id."""
    return _log(w, entity, uid, CREATE_FIELD, dict(values), (), reden)


def log_fields(
    w: Writer, entity: str, uid: str, values: Mapping[str, Any], reden: str, koppen: Koppen | None = None
) -> tuple[str, ...]:
    """Log one change per field, each based on the heads it was made on; gives the change ids.

    values: JSON values that differ from what the record holds; the caller leaves equal ones out. koppen: the heads the
    person saw; a field that is not among them, or all of them when None, is based on the heads of this moment.
    """
    known = history(w, entity, uid)
    seen, logged, to_check = koppen or {}, [], set()
    for name, value in values.items():
        now = _head_ids(known, name)
        bases = seen.get(name) or now
        logged.append(_log(w, entity, uid, name, value, bases, reden))
        # One head that was seen gives way to one head. Anything else ends a conflict, or makes one.
        if len(now) > 1 or set(bases) != set(now):
            to_check.add(name)
    if to_check:
        conflicten.recheck(w, entity, uid, to_check)
    return tuple(logged)


def find_koppen(r: Reader, entity: str, uid: str) -> dict[str, tuple[str, ...]]:
    """The heads of every field of a record, as change ids."""
    known = history(r, entity, uid)
    return {name: _head_ids(known, name) for name in set(field_names(known))}


def _head_ids(known: Sequence[Change], field: str) -> tuple[str, ...]:
    return tuple(head.change_id for head in heads(known, field))


def find_heads(r: Reader, entity: str, uid: str, field: str) -> tuple[str, ...]:
    """The ids of the changes of a field that no other is based on, newest clock first."""
    return _head_ids(history(r, entity, uid), field)


def _log(w: Writer, entity: str, uid: str, field: str, value: Any, bases: tuple[str, ...], reden: str) -> str:  # noqa: ANN401
    change_id = w.new_id()
    row = (
        change_id, w.device, w.account, entity, uid, field, dump_value(value), dump_value(bases), w.next_hlc(),
        SCHEMA_VERSION, reden, w.meta.gemeente_code, None,
    )  # fmt: skip
    w.db.conn.execute(_INSERT, row)
    w.changes_logged += 1
    return change_id
