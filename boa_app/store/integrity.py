"""Is the file whole? Pages, structure, references, the audit chain, and counts that must agree."""

from __future__ import annotations

from dataclasses import dataclass

from boa_app.store.audit import check_chain
from boa_app.store.session import Reader
from boa_app.store.zoekindex import IN_TAIL
from boa_app.vault.sqlcipher import DatabaseError

_INDEXED = f"SELECT count(*) FROM meldingen AS m WHERE NOT ({IN_TAIL})"  # noqa: S608 - own names
_TEXT_ROWS = f"{_INDEXED} AND tekst_verdacht = 0 AND (plaats <> '' OR feiten <> '')"
# A create without a row: wiped, refused and let go, or it lacks what a row needs.
_CREATES = (
    "SELECT count(DISTINCT c.uid) FROM changes AS c WHERE c.entity = 'melding' AND c.field = '*'"
    " AND (c.uid IN (SELECT uid FROM meldingen) OR (c.value <> '{}'"
    " AND c.uid NOT IN (SELECT uid FROM sync_wacht WHERE entity = 'melding')))"
)
_COUNTS = (
    ("wijzigingen", "SELECT count(*) FROM meldingen", _CREATES),
    ("kaartindex", _INDEXED, "SELECT count(*) FROM meldingen_rtree"),
    ("tekstindex", _TEXT_ROWS, "SELECT count(*) FROM meldingen_tekst"),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, by code and fields; the sentence is made in ``boa_app.texts``."""

    code: str
    fields: dict[str, str | int]


def check(r: Reader) -> list[Finding]:
    """Everything that is wrong with the store, nothing when it is whole. Reads the whole file.

    Codes: pagina_beschadigd(aantal), structuur_beschadigd(aantal), verwijzing_los(tabel, aantal),
    keten_gebroken(regel), aantal_verschilt(soort, verwacht, gevonden), import_onvoltooid(aantal).
    """
    found = _check_pages(r)
    # A file with broken pages gives no answers worth counting.
    return found or [*_check_references(r), *_check_audit(r), *_check_counts(r), *_check_imports(r)]


def _check_pages(r: Reader) -> list[Finding]:
    # The check of FTS5 trusts the list of segments this connection read before, also after others have merged them;
    # any query makes it look again.
    try:
        r.db.conn.execute("SELECT rowid FROM meldingen_tekst LIMIT 1").fetchall()
        lines = [line for (line,) in r.db.conn.execute("PRAGMA integrity_check")]
    except DatabaseError as error:
        lines = [str(error)]
    if lines == ["ok"]:
        return []
    # This one looks past the WAL, where a page may have its right content, so by itself it proves nothing.
    broken = len(r.db.conn.execute("PRAGMA cipher_integrity_check").fetchall())
    if broken:
        return [Finding("pagina_beschadigd", {"aantal": broken})]
    return [Finding("structuur_beschadigd", {"aantal": len(lines)})]


def _check_references(r: Reader) -> list[Finding]:
    tables = [row[0] for row in r.db.conn.execute("PRAGMA foreign_key_check")]
    return [Finding("verwijzing_los", {"tabel": name, "aantal": tables.count(name)}) for name in sorted(set(tables))]


def _check_audit(r: Reader) -> list[Finding]:
    broken = check_chain(r)
    # The first line is written when the store is made, so an empty log has lost it.
    empty = r.db.conn.execute("SELECT count(*) FROM audit").fetchone()[0] == 0
    return [Finding("keten_gebroken", {"regel": broken or 1})] if broken is not None or empty else []


def _check_counts(r: Reader) -> list[Finding]:
    found = []
    for name, expected_sql, actual_sql in _COUNTS:
        expected, actual = (int(r.db.conn.execute(sql).fetchone()[0]) for sql in (expected_sql, actual_sql))
        if expected != actual:
            found.append(Finding("aantal_verschilt", {"soort": name, "verwacht": expected, "gevonden": actual}))
    return found


def _check_imports(r: Reader) -> list[Finding]:
    """Rows of an import that is over and should have none; what runs, waits or is being swept may have them."""
    count = r.db.conn.execute(
        "SELECT count(*) FROM meldingen WHERE import_nr > 0 AND import_nr NOT IN"
        " (SELECT nr FROM imports WHERE status NOT IN ('afgebroken', 'ongedaan'))"
    ).fetchone()[0]
    return [Finding("import_onvoltooid", {"aantal": int(count)})] if count else []
