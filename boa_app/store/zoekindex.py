"""Window index and full text of meldingen: own ones are indexed a moment later than they are saved.

Both indexes take as long to write as everything else of a melding together, and nobody looks for it in the same second.
So a save leaves them out, and the writer thread brings them up to date when it has nothing else to do:

    own meldingen by nr:   1 … upto    indexed
                           upto + 1 …  the tail: not yet; a query on places takes it along, and whoever wants full text
                                       first has index_tail brought up to date

Imported and received meldingen are indexed in their own batch and never belong to the tail.
"""

from __future__ import annotations

from boa_app.store.session import Reader, Writer

INSERT_RTREE = "INSERT INTO meldingen_rtree (nr, west, oost, zuid, noord) VALUES (?,?,?,?,?)"
INSERT_TEXT = "INSERT INTO meldingen_tekst (rowid, plaats, feiten) VALUES (?,?,?)"
# The index keeps no texts, so words are wiped by the text they came from: while the row still holds what was indexed.
WIPE_TEXT = (
    "INSERT INTO meldingen_tekst (meldingen_tekst, rowid, plaats, feiten)"
    " SELECT 'delete', nr, plaats, feiten FROM meldingen"
    " WHERE nr = ? AND tekst_verdacht = 0 AND (plaats <> '' OR feiten <> '')"
)
# As SQL, so that a count can use it too.
UPTO = "coalesce((SELECT CAST(waarde AS INTEGER) FROM instellingen WHERE naam = 'zoekindex_tot'), 0)"
IN_TAIL = f"m.import_nr IS NULL AND m.nr > {UPTO}"
# The plain order by nr would walk over all imported rows.
FROM_OWN = "FROM meldingen AS m INDEXED BY meldingen_eigen"
_TAIL = (
    f"SELECT m.nr, m.lon, m.lat, m.plaats, m.feiten, m.tekst_verdacht {FROM_OWN} WHERE {IN_TAIL} ORDER BY m.nr LIMIT ?"
)
_ROWS = 500


def index_tail(w: Writer, rows: int = _ROWS) -> int:
    """Index the oldest of the tail; gives how many, 0 when all is indexed."""
    found = w.db.conn.execute(_TAIL, [rows]).fetchall()
    if found:
        boxes = [(nr, lon, lon, lat, lat) for nr, lon, lat, *_ in found]
        texts = [(nr, plaats, feiten) for nr, _, _, plaats, feiten, suspect in found if plaats + feiten and not suspect]
        w.db.conn.executemany(INSERT_RTREE, boxes)
        w.db.conn.executemany(INSERT_TEXT, texts)
        w.db.conn.execute("INSERT OR REPLACE INTO instellingen VALUES ('zoekindex_tot', ?)", [str(found[-1][0])])
    return len(found)


def is_indexed(r: Reader, nr: int) -> bool:
    """Whether a melding is in the indexes already."""
    sql = f"SELECT 1 FROM meldingen AS m WHERE m.nr = ? AND {IN_TAIL}"  # noqa: S608 - own names
    return r.db.conn.execute(sql, [nr]).fetchone() is None


def move(w: Writer, nr: int, lon: float, lat: float) -> None:
    """Put an indexed melding at its new place."""
    w.db.conn.execute("DELETE FROM meldingen_rtree WHERE nr = ?", [nr])
    w.db.conn.execute(INSERT_RTREE, (nr, lon, lon, lat, lat))


def unword(w: Writer, nr: int) -> None:
    """Wipe the words of an indexed melding from the index; before its row changes."""
    w.db.conn.execute(WIPE_TEXT, [nr])


def word(w: Writer, nr: int, plaats: str, feiten: str, suspect: bool) -> None:
    """Index the words of a melding whose old ones are wiped; marked text stays out."""
    if has_text(plaats, feiten) and not suspect:
        w.db.conn.execute(INSERT_TEXT, (nr, plaats, feiten))


def has_text(plaats: str, feiten: str) -> bool:
    """Whether there is something for full text to find."""
    return bool(plaats or feiten)
