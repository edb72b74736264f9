"""Street choices in the store: row and change of the log move together; the line of one is one value."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Any

from boa_app.domain.errors import UserError
from boa_app.domain.straatkeuze import STRAATKEUZE_VELDEN, Keuze, Straatkeuze
from boa_app.store.changes import dump_value, log_create, log_fields
from boa_app.store.session import Reader, Writer

ENTITY = "straatkeuze"
_SELECT = f"SELECT uid, {', '.join(STRAATKEUZE_VELDEN)} FROM straatkeuzes"  # noqa: S608 - own names


def insert_straatkeuze(w: Writer, keuze: Straatkeuze) -> None:
    """Store one with its create-change."""
    values = keuze.to_values()
    w.db.conn.execute(
        f"INSERT INTO straatkeuzes (uid, {', '.join(STRAATKEUZE_VELDEN)}, gemeente_code, eerste_verwerking_op,"  # noqa: S608
        f" gemaakt_door, gemaakt_op) VALUES ({', '.join('?' * (len(STRAATKEUZE_VELDEN) + 5))})",
        [keuze.uid, *_to_row(values), *w.owned()],
    )
    log_create(w, ENTITY, keuze.uid, values)


def update_straatkeuze(w: Writer, keuze: Straatkeuze, reden: str) -> tuple[str, ...]:
    """Store what differs from what is there, a change per field; gives the names. reden: of the change itself, which
    everybody with the field can read. Raises UserError straatkeuze_onbekend."""
    old = get_straatkeuze(w, keuze.uid)
    if old is None:
        raise UserError("straatkeuze_onbekend")
    before, after = old.to_values(), keuze.to_values()
    changed = {name: after[name] for name in STRAATKEUZE_VELDEN if after[name] != before[name]}
    if changed:
        assignments = ", ".join(f"{name} = ?" for name in changed)
        sql = f"UPDATE straatkeuzes SET {assignments} WHERE uid = ?"  # noqa: S608 - own names
        w.db.conn.execute(sql, [*_to_row(changed), keuze.uid])
        log_fields(w, ENTITY, keuze.uid, changed, reden)
    return tuple(changed)


def get_straatkeuze(r: Reader, uid: str) -> Straatkeuze | None:
    """One choice, lapsed or not; None when there is none."""
    row = r.db.conn.execute(f"{_SELECT} WHERE uid = ?", [uid]).fetchone()
    return _to_straatkeuze(row) if row else None


def list_straatkeuzes(r: Reader) -> list[Straatkeuze]:
    """The choices that have not lapsed, oldest first."""
    return [_to_straatkeuze(row) for row in r.db.conn.execute(f"{_SELECT} WHERE status = 'actief' ORDER BY uid")]


def own_uids(r: Reader, account: str) -> Collection[str]:
    """The choices this account made."""
    rows = r.db.conn.execute("SELECT uid FROM straatkeuzes WHERE gemaakt_door = ?", [account])
    return frozenset(str(row[0]) for row in rows)


def _to_row(values: dict[str, Any]) -> list[Any]:
    return [dump_value(value) if name == "lijn" else value for name, value in values.items()]


def _to_straatkeuze(row: Sequence[Any]) -> Straatkeuze:
    values = dict(zip(STRAATKEUZE_VELDEN, row[1:], strict=True))
    values["lijn"] = json.loads(values["lijn"])
    return Straatkeuze(row[0], Keuze.MAG, "", "", ()).with_values(values)
