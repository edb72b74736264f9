"""Jops in the store: as far as list and map show them."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from boa_app.domain.jop import Jop, JopStatus
from boa_app.domain.positie import to_log
from boa_app.store.changes import log_create
from boa_app.store.session import Reader, Writer

ENTITY = "jop"


def insert_jop(w: Writer, jop: Jop) -> None:
    """Store one with its create-change."""
    values: dict[str, Any] = {name: _to_json(value) for name, value in asdict(jop).items() if name != "uid"}
    w.db.conn.execute(
        "INSERT INTO jops (uid, code, naam, status, lon, lat, type, plaatsingsdatum, proef_tot, gemeente_code,"
        " eerste_verwerking_op, gemaakt_door, gemaakt_op) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
        [jop.uid, *values.values(), *w.owned()],
    )
    log_create(w, ENTITY, jop.uid, to_log(values))


def list_jops(r: Reader) -> list[Jop]:
    """All of them by code, removed ones included: the status tells."""
    rows = r.db.conn.execute(
        "SELECT uid, code, naam, status, lon, lat, type, plaatsingsdatum, proef_tot FROM jops ORDER BY code, uid"
    )
    return [
        Jop(uid, code, naam, JopStatus(status), lon, lat, soort, _to_date(placed), _to_date(trial))
        for uid, code, naam, status, lon, lat, soort, placed, trial in rows
    ]


def _to_json(value: Any) -> Any:  # noqa: ANN401 - field values in, JSON values out
    if isinstance(value, JopStatus):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def _to_date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
