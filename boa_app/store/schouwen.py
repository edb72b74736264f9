"""Schouwen in the store: when, where and the line each group walks."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from boa_app.domain.schouw import Line, Schouw, SchouwGroep
from boa_app.store.changes import dump_value, log_create
from boa_app.store.session import Reader, Writer

ENTITY = "schouw"


def insert_schouw(w: Writer, schouw: Schouw) -> None:
    """Store one with its groups and one create-change that holds them too."""
    values: dict[str, Any] = {
        "naam": schouw.naam, "datum": schouw.datum.isoformat(), "soort": schouw.soort, "status": schouw.status,
    }  # fmt: skip
    w.db.conn.execute(
        "INSERT INTO schouwen (uid, naam, datum, soort, status, gemeente_code, eerste_verwerking_op, gemaakt_door,"
        " gemaakt_op) VALUES (?,?,?,?,?,?,?,?,?)",
        [schouw.uid, *values.values(), *w.owned()],
    )
    w.db.conn.executemany(
        "INSERT INTO schouw_groepen (schouw, letter, route, gemeente_code, eerste_verwerking_op) VALUES (?,?,?,?,?)",
        [(schouw.uid, g.letter, dump_value(g.route), w.meta.gemeente_code, w.now_iso) for g in schouw.groepen],
    )
    groups = [{"letter": group.letter, "route": group.route} for group in schouw.groepen]
    log_create(w, ENTITY, schouw.uid, {**values, "groepen": groups})


def list_schouwen(r: Reader) -> list[Schouw]:
    """All of them, newest date first, groups by letter."""
    groups: dict[str, list[SchouwGroep]] = {}
    for uid, letter, route in r.db.conn.execute(
        "SELECT schouw, letter, route FROM schouw_groepen ORDER BY schouw, letter"
    ):
        groups.setdefault(uid, []).append(SchouwGroep(letter, _to_line(route)))
    rows = r.db.conn.execute("SELECT uid, naam, datum, soort, status FROM schouwen ORDER BY datum DESC, uid DESC")
    return [
        Schouw(uid, naam, date.fromisoformat(datum), soort, status, tuple(groups.get(uid, ())))
        for uid, naam, datum, soort, status in rows
    ]


def _to_line(text: str) -> Line:
    return tuple((float(lon), float(lat)) for lon, lat in json.loads(text))
