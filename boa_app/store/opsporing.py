"""Opsporingsverwijzingen: their own table, never in full text; only a number that another system knows."""

from __future__ import annotations

from boa_app.domain.opsporing import Opsporingsverwijzing
from boa_app.store.changes import log_create
from boa_app.store.session import Reader, Writer

ENTITY = "opsporingsverwijzing"
_FIELDS = ("melding", "maatregel", "registratienummer", "artikel", "aantal")


def insert_verwijzing(w: Writer, verwijzing: Opsporingsverwijzing) -> None:
    """Store one with its create-change."""
    values = {name: getattr(verwijzing, name) for name in _FIELDS}
    w.db.conn.execute(
        "INSERT INTO opsporingsverwijzingen (uid, melding, maatregel, registratienummer, artikel, aantal,"
        " gemeente_code, eerste_verwerking_op, gemaakt_door, gemaakt_op) VALUES (?,?,?,?,?,?,?,?,?,?)",
        [verwijzing.uid, *values.values(), *w.owned()],
    )
    log_create(w, ENTITY, verwijzing.uid, values)


def list_for_melding(r: Reader, melding_uid: str) -> list[Opsporingsverwijzing]:
    """Those of one melding, in the order they were made."""
    rows = r.db.conn.execute(
        "SELECT uid, melding, maatregel, registratienummer, artikel, aantal FROM opsporingsverwijzingen"
        " WHERE melding = ? ORDER BY rowid",
        [melding_uid],
    )
    return [Opsporingsverwijzing(*row) for row in rows]
