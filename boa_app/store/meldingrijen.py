"""The rows of meldingen as the log says them, with window index and full text: one of them, or many fresh ones at once.

A melding that was received is indexed in its own batch, like an imported one, and never belongs to the tail of own
meldingen (zoekindex.py): it has the import number ONTVANGEN, of which there is no import.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest
from operator import itemgetter
from typing import Any

from boa_app.domain.melding import MELDING_VELDEN
from boa_app.domain.moments import from_iso
from boa_app.store import sync_stand, zoekindex
from boa_app.store.bulk import NEWEST
from boa_app.store.meldingen import STORE_FIELDS, epoch_s
from boa_app.store.rijvorm import MELDING, made_at, read_cells
from boa_app.store.session import Writer
from boa_app.sync.protocol import CREATE_FIELD, Change

ONTVANGEN = 0
_NIEUWSTE = "nieuwste"
_COLUMNS = ("nr", "gesynchroniseerd_op", *STORE_FIELDS, *MELDING_VELDEN)
_INSERT = f"INSERT INTO meldingen ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"  # noqa: S608
# What a row keeps from when it was made: whose it is, and what only this device knows.
_FIXED = frozenset({"nr", "uid", "import_nr", "gemeente_code", "gemaakt_door", "gemaakt_op", "apparaat_tijd"})
_SET = tuple(name for name in _COLUMNS if name not in _FIXED)
_UPDATE = f"UPDATE meldingen SET {', '.join(f'{name} = ?' for name in _SET)} WHERE nr = ?"  # noqa: S608 - own names
# Not a column: whether the log says since when the terms run; otherwise the row keeps what it has.
_TOLD = "verwerkt_gezegd"
_row_of = itemgetter(*_COLUMNS)
_WORDS = ("plaats", "feiten", "tekst_verdacht")


def cells_of(w: Writer, changes: Sequence[Change]) -> dict[str, Any] | None:
    """All columns but nr and gesynchroniseerd_op, None when there can be no row. changes: those that count."""
    cells = read_cells(MELDING, changes)
    if cells is None:
        return None
    create = next(change for change in changes if change.field == CREATE_FIELD)
    made = made_at(create.hlc)
    newest = made if len(changes) == 1 else made_at(max(change.hlc for change in changes))
    told = cells["eerste_verwerking_op"]
    processed = told or made
    until = cells["gebeurd_tot"]
    cells |= {
        "uid": create.uid, "gebeurd_s": _seconds(cells["gebeurd_van"]),
        "gebeurd_tot_s": None if until is None else _seconds(until), "verwerkt_s": _seconds(processed),
        "import_nr": ONTVANGEN, "gemeente_code": w.meta.gemeente_code, "eerste_verwerking_op": processed,
        "gemaakt_door": create.user, "gemaakt_op": made, "apparaat_tijd": made, "gewijzigd_op": newest,
        _TOLD: told is not None,
    }  # fmt: skip
    return cells


def insert_fresh(w: Writer, found: Sequence[dict[str, Any]], synced_op: str | None) -> None:
    """Insert meldingen this store has no row of, with their entries in both indexes. found: as cells_of."""
    first = int(w.db.conn.execute("SELECT coalesce(max(nr), 0) + 1 FROM meldingen").fetchone()[0])
    rows: list[tuple[Any, ...]] = []
    boxes: list[tuple[int, float, float, float, float]] = []
    texts: list[tuple[int, str, str]] = []
    newest: list[tuple[int, int]] = []
    for nr, cells in enumerate(found, first):
        lon, lat, plaats, feiten = cells["lon"], cells["lat"], cells["plaats"], cells["feiten"]
        cells |= {"nr": nr, "gesynchroniseerd_op": synced_op}
        rows.append(_row_of(cells))
        boxes.append((nr, lon, lon, lat, lat))
        newest.append((cells["gebeurd_s"], nr))
        if zoekindex.has_text(plaats, feiten) and not cells["tekst_verdacht"]:
            texts.append((nr, plaats, feiten))
    conn = w.db.conn
    conn.executemany(_INSERT, rows)
    # Neighbours lie on the same pages of the window index.
    boxes.sort(key=_strip)
    conn.executemany(zoekindex.INSERT_RTREE, boxes)
    conn.executemany(zoekindex.INSERT_TEXT, texts)
    keep_newest(w, newest)


def upsert(w: Writer, cells: dict[str, Any], synced_op: str | None) -> None:
    """Have the row of one melding hold these cells, and the indexes follow. cells: as cells_of."""
    row = w.db.conn.execute(
        "SELECT eerste_verwerking_op, verwerkt_s, nr, lon, lat, plaats, feiten, tekst_verdacht FROM meldingen"
        " WHERE uid = ?",
        [cells["uid"]],
    ).fetchone()
    if row is None:
        insert_fresh(w, [cells], synced_op)
        return
    processed, processed_s, nr, lon, lat, *words = row
    if not cells[_TOLD]:
        cells = cells | {"eerste_verwerking_op": processed, "verwerkt_s": processed_s}
    indexed = zoekindex.is_indexed(w, nr)
    reworded = indexed and words != [cells[name] for name in _WORDS]
    if reworded:
        zoekindex.unword(w, nr)
    values = cells | {"gesynchroniseerd_op": synced_op}
    w.db.conn.execute(_UPDATE, [*(values[name] for name in _SET), nr])
    if reworded:
        zoekindex.word(w, nr, cells["plaats"], cells["feiten"], bool(cells["tekst_verdacht"]))
    if indexed and (lon, lat) != (cells["lon"], cells["lat"]):
        zoekindex.move(w, nr, cells["lon"], cells["lat"])


def drop(w: Writer, uid: str) -> bool:
    """Take the row of a melding and its index entries away; False when there is none."""
    row = w.db.conn.execute("SELECT nr FROM meldingen WHERE uid = ?", [uid]).fetchone()
    if row is None:
        return False
    nr = row[0]
    if zoekindex.is_indexed(w, nr):
        zoekindex.unword(w, nr)
        w.db.conn.execute("DELETE FROM meldingen_rtree WHERE nr = ?", [nr])
    w.db.conn.execute("DELETE FROM meldingen WHERE nr = ?", [nr])
    return True


def keep_newest(w: Writer, found: Sequence[tuple[int, int]]) -> None:
    """Remember which received meldingen happened last, for meldingen.recent. found: (gebeurd_s, nr)."""
    known = [tuple(pair) for pair in sync_stand.get(w, _NIEUWSTE, [])]
    newest = nlargest(NEWEST, {*known, *found})
    if newest != known:
        sync_stand.put(w, _NIEUWSTE, newest)


def _strip(box: tuple[int, float, float, float, float]) -> tuple[int, float]:
    """Where a place lies in strips of some 300 m from south to north."""
    return int(box[1] * 200), box[3]


def recall_newest(w: Writer) -> None:
    """Look for the newest received meldingen again, after many of them went. Reads all rows."""
    rows = w.db.conn.execute(
        "SELECT gebeurd_s, nr FROM meldingen WHERE import_nr = ? ORDER BY gebeurd_s DESC, nr DESC LIMIT ?",
        [ONTVANGEN, NEWEST],
    )
    sync_stand.put(w, _NIEUWSTE, [list(row) for row in rows])


def _seconds(iso: str) -> int:
    return epoch_s(from_iso(iso))
