"""Drafts: what a form holds before it is saved. No op log and no audit line; one durable write each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from boa_app.domain.moments import from_iso
from boa_app.store.changes import dump_value
from boa_app.store.session import Reader, Writer

_UPSERT = (
    "INSERT INTO concepten (uid, soort, inhoud, gewijzigd_op, gemeente_code, eerste_verwerking_op) VALUES (?,?,?,?,?,?)"
    " ON CONFLICT (uid) DO UPDATE"
    " SET soort = excluded.soort, inhoud = excluded.inhoud, gewijzigd_op = excluded.gewijzigd_op"
)


@dataclass(frozen=True, slots=True)
class Concept:
    """One draft. inhoud: whatever the form of this soort puts in, as JSON values."""

    uid: str
    soort: str
    inhoud: dict[str, Any]
    gewijzigd_op: datetime


def save_concept(w: Writer, uid: str, inhoud: Mapping[str, Any], *, soort: str = "melding") -> None:
    """Store a draft, or replace it."""
    row = (uid, soort, dump_value(dict(inhoud)), w.now_iso, w.meta.gemeente_code, w.now_iso)
    w.db.conn.execute(_UPSERT, row)


def list_concepten(r: Reader) -> list[Concept]:
    """All drafts, last changed first."""
    rows = r.db.conn.execute(
        "SELECT uid, soort, inhoud, gewijzigd_op FROM concepten ORDER BY gewijzigd_op DESC, uid DESC"
    )
    return [Concept(uid, soort, json.loads(inhoud), from_iso(moment)) for uid, soort, inhoud, moment in rows]


def delete_concept(w: Writer, uid: str) -> None:
    """Forget a draft; nothing happens when there is none."""
    w.db.conn.execute("DELETE FROM concepten WHERE uid = ?", [uid])
