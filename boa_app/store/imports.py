"""Bulk import: batches that stay invisible until the last one, and are swept when that never came.

begin_import ──► add_rows, add_rows, … (each its own short transaction) ──► finish_import: visible, one audit line
       ▲                                   └──► pause_import: invisible until resume_import
       └─────────────────────────────────────────────┘
What happens to an import afterwards stands in importbeheer.py, the removing of its rows in importveger.py.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import nlargest
from itertools import islice
from typing import NamedTuple

from boa_app.domain.audit import Actie
from boa_app.domain.melding import Melding
from boa_app.store import audit
from boa_app.store.bulk import NEWEST, BulkRows, Eigen
from boa_app.store.changes import dump_value
from boa_app.store.session import Reader, Writer
from boa_app.store.store import Store

ENTITY = "import"
# Rows between two looks at who waits; rows in one transaction at least and at most; how long its commit may take.
_STEP_ROWS, _LEAST_ROWS, _MOST_ROWS, _COMMIT_S = 200, 400, 4000, 0.025
_CHUNK = 8192
# Bit k of a number moved to bit 2k, for ten bits at a time.
_SPREAD = [sum((value >> bit & 1) << 2 * bit for bit in range(10)) for value in range(1024)]


class ImportRow(NamedTuple):
    """One row to import. bron_sleutel: its identity at the source, so that a second import adds nothing.

    tekst_verdacht: the guard hit in its text. eigen: its own gebeurd_van, gebeurd_tot, lon, lat and plaats, in place of
    those of melding, which many rows can then share.
    """

    melding: Melding
    bron_sleutel: str
    tekst_verdacht: bool = False
    eigen: Eigen | None = None


def begin_import(w: Writer, bestandsnaam: str, bestand_hash: str, profiel: str, opdracht: str = "") -> int:
    """Announce an import; gives its number. opdracht: what was asked for, so that it can go on after a pause."""
    first_nr = w.db.conn.execute("SELECT coalesce(max(nr), 0) + 1 FROM meldingen").fetchone()[0]
    first_seq = w.db.conn.execute("SELECT coalesce(max(seq), 0) + 1 FROM changes").fetchone()[0]
    cursor = w.db.conn.execute(
        "INSERT INTO imports (uid, bestandsnaam, bestand_hash, profiel, status, aantallen, begonnen_op, eerste_nr,"
        " eerste_seq, nieuwste, opdracht, gemeente_code, eerste_verwerking_op, gemaakt_door, gemaakt_op)"
        " VALUES (?,?,?,?,'bezig','{}',?,?,?,'[]',?,?,?,?,?)",
        [w.new_id(), bestandsnaam, bestand_hash, profiel, w.now_iso, first_nr, first_seq, opdracht, *w.owned()],
    )
    return int(cursor.lastrowid or 0)


def add_rows(w: Writer, nr: int, rows: Sequence[ImportRow]) -> None:
    """Add at most 4096 rows to an unfinished import: meldingen, create-changes, window index and full text."""
    bulk = _bulk(w, nr)
    bulk.add_all(rows)
    bulk.write()
    _keep_newest(w, nr, bulk.newest())


def add_all(store: Store, nr: int, rows: Iterable[ImportRow], actor: tuple[str, str] | None = None) -> int:
    """Add all rows in transactions that end when a save waits; gives their number. actor: as in Store.write.

    Stops where the iterable raises, which is also how a caller cancels; then sweep(store, nr) removes what was added.
    """
    added, most, source = 0, _MOST_ROWS, iter(rows)
    while chunk := list(islice(source, _CHUNK)):
        # Neighbours lie on the same pages of the window index, so a batch of neighbours writes far fewer of them.
        chunk.sort(key=_place_key)
        at = 0
        while at < len(chunk):
            done, written_at = store.write(_adding(nr, chunk[at : at + most]), background=True, actor=actor).result()
            at += done
            # A commit cannot be cut short, so its length decides how much may be in it.
            speed = _COMMIT_S / max(time.perf_counter() - written_at, 1e-6)
            if done == most or speed < 1:
                most = min(_MOST_ROWS, max(_LEAST_ROWS, int(done * min(2.0, speed))))
        added += len(chunk)
    return added


def _adding(nr: int, rows: Sequence[ImportRow]) -> Callable[[Writer], tuple[int, float]]:
    """Adds rows in steps, as many as fit before a save waits; gives their number and when they were written."""

    def work(w: Writer) -> tuple[int, float]:
        bulk, done = _bulk(w, nr), 0
        for at in range(0, len(rows), _STEP_ROWS):
            if at and w.is_awaited():
                break
            step = rows[at : at + _STEP_ROWS]
            bulk.add_all(step)
            bulk.write()
            done += len(step)
        _keep_newest(w, nr, bulk.newest())
        return done, time.perf_counter()

    return work


def _bulk(w: Writer, nr: int) -> BulkRows:
    first_nr = w.db.conn.execute("SELECT coalesce(max(nr), 0) + 1 FROM meldingen").fetchone()[0]
    return BulkRows(w, nr, first_nr)


def finish_import(w: Writer, nr: int, aantallen: Mapping[str, int]) -> None:
    """Make the rows of an import visible, all at once, with one audit line for all of them. One that was broken off or
    finished meanwhile stays as it is, and the log says nothing that did not happen."""
    done = w.db.conn.execute(
        "UPDATE imports SET status = 'klaar', aantallen = ?, klaar_op = ?, opdracht = ''"
        " WHERE nr = ? AND status = 'bezig'",
        [dump_value(dict(aantallen)), w.now_iso, nr],
    )
    if done.rowcount:
        audit.append_line(w, Actie.VERZAMELEN, ENTITY, uid_of(w, nr), velden=tuple(sorted(aantallen)))


def pause_import(w: Writer, nr: int, opdracht: str, aantallen: Mapping[str, int]) -> None:
    """Leave a running import as it is, invisible, to go on with later."""
    w.db.conn.execute(
        "UPDATE imports SET status = 'gepauzeerd', opdracht = ?, aantallen = ?, klaar_op = ?"
        " WHERE nr = ? AND status = 'bezig'",
        [opdracht, dump_value(dict(aantallen)), w.now_iso, nr],
    )


def resume_import(w: Writer, nr: int) -> bool:
    """Go on with a paused import; False when it is no longer paused."""
    sql = "UPDATE imports SET status = 'bezig', klaar_op = NULL WHERE nr = ? AND status = 'gepauzeerd'"
    return w.db.conn.execute(sql, [nr]).rowcount == 1


def own_keys(r: Reader, nr: int) -> set[str]:
    """The keys of the rows an unfinished import already has."""
    rows = r.db.conn.execute(
        "SELECT bron_sleutel FROM meldingen WHERE nr >= (SELECT eerste_nr FROM imports WHERE nr = ?1)"
        " AND import_nr = ?1",
        [nr],
    )
    return {key for (key,) in rows}


def known_keys(r: Reader, bron: str) -> set[str]:
    """The keys of everything ever imported from a source and still there, vervallen meldingen included."""
    rows = r.db.conn.execute(
        "SELECT bron_sleutel FROM meldingen_zichtbaar WHERE bron = ? AND bron_sleutel <> ''", [bron]
    )
    return {key for (key,) in rows}


def uid_of(r: Reader, nr: int) -> str:
    """The uid of an import, for the audit log."""
    return str(r.db.conn.execute("SELECT uid FROM imports WHERE nr = ?", [nr]).fetchone()[0])


def _keep_newest(w: Writer, nr: int, found: list[tuple[int, int]]) -> None:
    """Remember which rows happened last, for meldingen.recent; found: (gebeurd_s, nr)."""
    known = json.loads(w.db.conn.execute("SELECT nieuwste FROM imports WHERE nr = ?", [nr]).fetchone()[0])
    newest = nlargest(NEWEST, [*map(tuple, known), *found])
    w.db.conn.execute("UPDATE imports SET nieuwste = ? WHERE nr = ?", [dump_value(newest), nr])


def _place_key(row: ImportRow) -> int:
    """Where a row lies on a Z-order curve over the earth, in steps of some 20 m."""
    melding, _, _, own = row
    lon, lat = (melding.lon, melding.lat) if own is None else own[2:4]
    east, north = int((lon + 180) * 2912), int((lat + 90) * 5825)
    low = _SPREAD[east & 1023] | _SPREAD[north & 1023] << 1
    return (_SPREAD[east >> 10 & 1023] | _SPREAD[north >> 10 & 1023] << 1) << 20 | low
