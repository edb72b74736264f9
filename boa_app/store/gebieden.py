"""Gebieden in the store: the rings of one are one value, in its row as in the log (design §5)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from boa_app.domain.errors import UserError
from boa_app.domain.gebied import GEBIED_VELDEN, Gebied, GebiedSoort, Rings
from boa_app.store.changes import dump_value, log_create, log_fields
from boa_app.store.session import Reader, Writer

ENTITY = "gebied"
_SELECT = f"SELECT uid, {', '.join(GEBIED_VELDEN)} FROM gebieden"  # noqa: S608 - own names


def insert_gebied(w: Writer, gebied: Gebied) -> None:
    """Store one with its create-change."""
    values = gebied.to_values()
    w.db.conn.execute(
        f"INSERT INTO gebieden (uid, {', '.join(GEBIED_VELDEN)}, gemeente_code, eerste_verwerking_op, gemaakt_door,"  # noqa: S608
        f" gemaakt_op) VALUES ({', '.join('?' * (len(GEBIED_VELDEN) + 5))})",
        [gebied.uid, *_to_row(values), *w.owned()],
    )
    log_create(w, ENTITY, gebied.uid, values)


def update_gebied(w: Writer, gebied: Gebied, reden: str) -> tuple[str, ...]:
    """Store what differs from what is there, a change per field; gives the names. Raises UserError gebied_onbekend."""
    old = get_gebied(w, gebied.uid)
    if old is None:
        raise UserError("gebied_onbekend")
    before, after = old.to_values(), gebied.to_values()
    changed = {name: after[name] for name in GEBIED_VELDEN if after[name] != before[name]}
    if changed:
        assignments = ", ".join(f"{name} = ?" for name in changed)
        sql = f"UPDATE gebieden SET {assignments} WHERE uid = ?"  # noqa: S608 - own names
        w.db.conn.execute(sql, [*_to_row(changed), gebied.uid])
        log_fields(w, ENTITY, gebied.uid, changed, reden)
    return tuple(changed)


def get_gebied(r: Reader, uid: str) -> Gebied | None:
    """One area, lapsed or not; None when there is none."""
    row = r.db.conn.execute(f"{_SELECT} WHERE uid = ?", [uid]).fetchone()
    return _to_gebied(row) if row else None


def list_gebieden(r: Reader) -> list[Gebied]:
    """The areas that have not lapsed by name, those whose dates are over included."""
    rows = r.db.conn.execute(f"{_SELECT} WHERE status = 'actief' ORDER BY naam COLLATE NOCASE, uid")
    return [_to_gebied(row) for row in rows]


def active_rings(r: Reader) -> dict[str, Rings]:
    """The rings of every area that has not lapsed, by uid: for the filter."""
    return {gebied.uid: gebied.ringen for gebied in list_gebieden(r)}


def _to_row(values: dict[str, Any]) -> list[Any]:
    return [dump_value(value) if name == "ringen" else value for name, value in values.items()]


def _to_gebied(row: Sequence[Any]) -> Gebied:
    values = dict(zip(GEBIED_VELDEN, row[1:], strict=True))
    values["ringen"] = json.loads(values["ringen"])
    return Gebied(row[0], "", GebiedSoort.AANDACHT, ()).with_values(values)
