"""The imports there were, and taking one back as a whole.

What a person changed since stays, under an import of its own: the rest of the rows is invisible from then on.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from heapq import nlargest

from boa_app.domain.audit import Actie
from boa_app.domain.moments import from_iso
from boa_app.store import audit
from boa_app.store.bulk import NEWEST
from boa_app.store.changes import dump_value
from boa_app.store.geschiedenis import forget_count
from boa_app.store.imports import ENTITY, uid_of
from boa_app.store.session import Reader, Writer

# The rows of an import: none of them has a number below that of the first.
OWN_ROWS = "nr >= (SELECT eerste_nr FROM imports WHERE nr = ?1) AND import_nr = ?1"


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """An import. status: bezig, klaar, gepauzeerd, afgebroken, ongedaan, the last two also with ``_vegen`` behind it.

    opdracht: what was asked for, as JSON, "" when it cannot go on. klaar_op: when it ended or paused.
    """

    nr: int
    naam: str
    sha256: str
    profiel: str
    status: str
    aantallen: dict[str, int]
    begonnen_op: datetime
    klaar_op: datetime | None
    opdracht: str


def list_imports(r: Reader) -> list[ImportRecord]:
    """All imports, the newest first."""
    rows = r.db.conn.execute(
        "SELECT nr, bestandsnaam, bestand_hash, profiel, status, aantallen, begonnen_op, klaar_op, opdracht"
        " FROM imports ORDER BY nr DESC"
    )
    return [
        ImportRecord(
            row[0],
            row[1],
            row[2],
            row[3],
            row[4],
            json.loads(row[5]),
            from_iso(row[6]),
            from_iso(row[7]) if row[7] else None,
            row[8],
        )
        for row in rows
    ]


def get_import(r: Reader, nr: int) -> ImportRecord | None:
    """One import, None when there is none of that number."""
    return next((record for record in list_imports(r) if record.nr == nr), None)


def count_rows(r: Reader, nr: int) -> int:
    """How many meldingen of it there are."""
    return int(r.db.conn.execute(f"SELECT count(*) FROM meldingen WHERE {OWN_ROWS}", [nr]).fetchone()[0])  # noqa: S608


def numbers_of(r: Reader, nr: int) -> frozenset[int]:
    """The numbers of its meldingen, as the filter knows them."""
    return frozenset(row[0] for row in r.db.conn.execute(f"SELECT nr FROM meldingen WHERE {OWN_ROWS}", [nr]))  # noqa: S608


def last_change(r: Reader) -> int:
    """The place of the last change in the log."""
    return int(r.db.conn.execute("SELECT coalesce(max(seq), 0) FROM changes").fetchone()[0])


def changed_since(r: Reader, nr: int, after: int | None = None) -> set[str]:
    """The meldingen of an import that a person changed, or that something a person made refers to.

    after: only changes behind this one in the log; without it all since the import ended.
    """
    row = r.db.conn.execute("SELECT eerste_seq, aantallen FROM imports WHERE nr = ?", [nr]).fetchone()
    # While an import runs nobody sees its rows, so nobody can change them: they lie before the first own change.
    begin = row[0] + json.loads(row[1]).get("toegevoegd", 0) if after is None else after + 1
    changed = r.db.conn.execute(
        "SELECT DISTINCT uid FROM changes WHERE seq >= ? AND entity = 'melding' AND field <> '*'", [begin]
    ).fetchall()
    referred = r.db.conn.execute(
        "SELECT melding FROM opsporingsverwijzingen UNION SELECT bij FROM fotos"
        " UNION SELECT incident FROM meldingen WHERE incident <> ''"
    ).fetchall()
    own = "SELECT 1 FROM meldingen WHERE uid = ? AND import_nr = ?"
    found = {uid for (uid,) in (*changed, *referred)}
    return {uid for uid in found if r.db.conn.execute(own, [uid, nr]).fetchone()}


def is_sent(r: Reader, nr: int) -> bool:
    """Whether the centre has rows of an import: they are then everybody's, and only lapse."""
    row = r.db.conn.execute(
        "SELECT c.pushed_at FROM imports AS i JOIN changes AS c ON c.seq >= i.eerste_seq AND c.import_nr = i.nr"
        " WHERE i.nr = ? ORDER BY c.seq LIMIT 1",
        [nr],
    ).fetchone()
    return row is not None and row[0] is not None


def undo_import(w: Writer, nr: int, keep: Collection[str]) -> bool:
    """Make an import invisible but for the meldingen to keep; False when it is not finished.

    Its rows are then swept by importveger.
    """
    sql = "UPDATE imports SET status = 'ongedaan_vegen', klaar_op = ?, opdracht = '' WHERE nr = ? AND status = 'klaar'"
    if w.db.conn.execute(sql, [w.now_iso, nr]).rowcount != 1:
        return False
    if keep:
        _move(w, nr, keep)
    forget_count(w)
    audit.append_line(w, Actie.WISSEN, ENTITY, uid_of(w, nr), reden_code="IMPORT_ONGEDAAN")
    return True


def _move(w: Writer, nr: int, keep: Collection[str]) -> None:
    """Give the meldingen to keep an import of their own, with the same beginning: numbers never change."""
    conn = w.db.conn
    cursor = conn.execute(
        "INSERT INTO imports (uid, bestandsnaam, bestand_hash, profiel, status, aantallen, begonnen_op, klaar_op,"
        " eerste_nr, eerste_seq, nieuwste, gemeente_code, eerste_verwerking_op, gemaakt_door, gemaakt_op)"
        " SELECT ?, bestandsnaam, '', profiel, 'klaar', ?, begonnen_op, klaar_op, eerste_nr, eerste_seq, '[]',"
        " gemeente_code, eerste_verwerking_op, gemaakt_door, gemaakt_op FROM imports WHERE nr = ?",
        [w.new_id(), dump_value({"gebleven": len(keep)}), nr],
    )
    rest = int(cursor.lastrowid or 0)
    moved = [(rest, uid, nr) for uid in keep]
    conn.executemany("UPDATE meldingen SET import_nr = ? WHERE uid = ? AND import_nr = ?", moved)
    conn.executemany("UPDATE changes SET import_nr = ? WHERE uid = ? AND import_nr = ?", moved)
    own = (conn.execute("SELECT gebeurd_s, nr FROM meldingen WHERE uid = ?", [uid]).fetchone() for uid in keep)
    newest = nlargest(NEWEST, map(tuple, own))
    conn.execute("UPDATE imports SET nieuwste = ? WHERE nr = ?", [dump_value(newest), rest])


def forget_order(w: Writer, nr: int) -> None:
    """Nobody will be offered to go on with this import again."""
    w.db.conn.execute("UPDATE imports SET opdracht = '' WHERE nr = ?", [nr])
