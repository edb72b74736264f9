"""Meldingen in the store: row and op log move together; zoekindex.py tells how the indexes follow."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, TypeVar

from boa_app.domain.errors import UserError
from boa_app.domain.incident import distance_m, search_box
from boa_app.domain.melding import FUTURE_TOLERANCE, MELDING_VELDEN, Melding, MeldingRecord, Status
from boa_app.domain.moments import from_iso, to_iso
from boa_app.domain.positie import changed_in_log, to_log
from boa_app.store import zoekindex
from boa_app.store.changes import Koppen, dump_value, log_create, log_fields
from boa_app.store.session import Reader, Writer

T = TypeVar("T")
ENTITY = "melding"
LIST_FIELDS = frozenset({"soorten", "leeftijd", "maatregelen", "fotos"})
STORE_FIELDS = (
    "uid", "gebeurd_s", "gebeurd_tot_s", "verwerkt_s", "import_nr", "tekst_verdacht", "bron_sleutel", "gemeente_code",
    "eerste_verwerking_op", "gemaakt_door", "gemaakt_op", "apparaat_tijd", "gewijzigd_op",
)  # fmt: skip
COLUMNS = (*STORE_FIELDS, *MELDING_VELDEN)
INSERT = f"INSERT INTO meldingen ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608
_KEPT = (
    "uid", "nr", "gemeente_code", "gemaakt_door", "gemaakt_op", "gewijzigd_op", "eerste_verwerking_op",
    "tekst_verdacht", "gesynchroniseerd_op",
)  # fmt: skip
_FIELDS = f"SELECT {', '.join('m.' + name for name in (*_KEPT, *MELDING_VELDEN))}"
_SELECT = f"{_FIELDS} FROM meldingen_zichtbaar AS m"
_SELECT_OWN = f"{_FIELDS} {zoekindex.FROM_OWN}"
_CHUNK = 500
# How many of the newest imported rows may have lapsed before recent gives too few.
_LAPSED = 20
# How many of the last entered own meldingen recent looks at first.
_LOOK_AT = 200


def insert_melding(
    w: Writer, uid: str, melding: Melding, *, tekst_verdacht: bool = False, reden: str = ""
) -> MeldingRecord:
    """Store a new melding with its create-change.

    tekst_verdacht: the text guard hit; the text then stays out of full text. reden: goes into the create-change.
    """
    values = melding.to_values()
    row = to_row(w, uid, melding, values, tekst_verdacht=tekst_verdacht)
    nr = int(w.db.conn.execute(INSERT, row).lastrowid or 0)
    log_create(w, ENTITY, uid, {**to_log(values), **kept_in_log(w, tekst_verdacht, "")}, reden)
    return MeldingRecord(uid, nr, w.meta.gemeente_code, melding, w.account, w.now, w.now, w.processed, tekst_verdacht)


def kept_in_log(w: Writer, tekst_verdacht: bool, bron_sleutel: str) -> dict[str, Any]:
    """What a create-change says beside the fields of a melding, in this order.

    Another device must know the key of an imported row, or it would add it again; the centre that a text was flagged,
    and from when the retention terms run.
    """
    return {
        "tekst_verdacht": tekst_verdacht, "eerste_verwerking_op": w.processed_iso, "bron_sleutel": bron_sleutel,
    }  # fmt: skip


def update_melding(
    w: Writer, uid: str, values: dict[str, Any], *, reden: str = "", tekst_verdacht: bool | None = None,
    koppen: Koppen | None = None,
) -> MeldingRecord:  # fmt: skip
    """Set fields of a melding, one field-change for each that gets another value.

    values: JSON values by field name. tekst_verdacht: None leaves the mark as it is. koppen: as in changes.log_fields.
    Raises UserError: melding_onbekend, veld_onbekend(veld), veld_ongeldig(veld).
    """
    old = get_melding(w, uid)
    if old is None:
        raise UserError("melding_onbekend")
    melding = old.melding.with_values(values)
    before, after = old.melding.to_values(), melding.to_values()
    changed = {name: after[name] for name in MELDING_VELDEN if after[name] != before[name]}
    suspect = old.tekst_verdacht if tekst_verdacht is None else tekst_verdacht
    if not changed and suspect == old.tekst_verdacht:
        return old
    _update_row_and_indexes(w, old, melding, changed, suspect)
    logged = changed_in_log(before, after)
    if suspect != old.tekst_verdacht:
        logged["tekst_verdacht"] = suspect
    log_fields(w, ENTITY, uid, logged, reden, koppen)
    updated = get_melding(w, uid)
    if updated is None:
        raise RuntimeError("a melding vanished while it was changed")
    return updated


def get_melding(r: Reader, uid: str) -> MeldingRecord | None:
    """One melding, None when there is none or its import is not finished."""
    row = r.db.conn.execute(f"{_SELECT} WHERE m.uid = ?", [uid]).fetchone()
    return _to_record(row) if row else None


def get_by_nr(r: Reader, nrs: Sequence[int]) -> list[MeldingRecord]:
    """The meldingen of these numbers, in the order asked; unknown numbers are left out."""
    found: dict[int, MeldingRecord] = {}
    for part in _chunks([int(nr) for nr in nrs]):
        rows = r.db.conn.execute(f"{_SELECT} WHERE m.nr IN ({', '.join('?' * len(part))})", part)
        found.update((record.nr, record) for record in map(_to_record, rows))
    return [found[int(nr)] for nr in nrs if int(nr) in found]


def latest_own(r: Reader, account: str, *, met_geen: bool = False) -> MeldingRecord | None:
    """The melding this account made last: not imported, not vervallen, and about somebody.

    met_geen: a check that found nobody counts too; there is nothing in it to repeat, but it tells where the boa was.
    """
    about = "" if met_geen else " AND m.soort <> 'GEEN'"
    sql = (
        f"{_SELECT_OWN} WHERE m.import_nr IS NULL AND m.gemaakt_door = ? AND m.bron = 'eigen' AND m.status = 'actief'"
        f"{about} ORDER BY m.nr DESC LIMIT 1"
    )
    row = r.db.conn.execute(sql, [account]).fetchone()
    return _to_record(row) if row else None


def has_incident(r: Reader, incident: str, other_than: str) -> bool:
    """Whether an event is known: it is called after a melding, or another melding than this one belongs to it."""
    sql = (
        "SELECT EXISTS (SELECT 1 FROM meldingen_zichtbaar WHERE uid = ?)"
        " OR EXISTS (SELECT 1 FROM meldingen_zichtbaar WHERE incident = ? AND incident <> '' AND uid <> ?)"
    )
    return bool(r.db.conn.execute(sql, [incident, incident, other_than]).fetchone()[0])


def near(r: Reader, lon: float, lat: float, radius_m: float, since: datetime, until: datetime) -> list[MeldingRecord]:
    """Active meldingen within radius_m whose moment or window meets [since, until], nearest first; bounds inclusive."""
    west, south, east, north = search_box(lon, lat, radius_m)
    when = "m.status = 'actief' AND m.gebeurd_van <= ? AND coalesce(m.gebeurd_tot, m.gebeurd_van) >= ?"
    indexed = (
        f"{_SELECT} JOIN meldingen_rtree AS t ON t.nr = m.nr"
        f" WHERE t.oost >= ? AND t.west <= ? AND t.noord >= ? AND t.zuid <= ? AND {when}"
    )
    # What was saved a moment ago is not in the window index yet.
    inside = "m.lon >= ? AND m.lon <= ? AND m.lat >= ? AND m.lat <= ?"
    tail = f"{_SELECT_OWN} WHERE {zoekindex.IN_TAIL} AND {inside} AND {when}"
    bounds = [west, east, south, north, to_iso(until), to_iso(since)]
    rows = [row for sql in (indexed, tail) for row in r.db.conn.execute(sql, bounds)]
    # The R*Tree holds 32-bit floats rounded outward, so only the exact distance decides.
    measured = [(distance_m(lon, lat, m.melding.lon, m.melding.lat), m) for m in map(_to_record, rows)]
    return [record for metres, record in sorted(measured, key=lambda pair: (pair[0], pair[1].nr)) if metres <= radius_m]


def count(r: Reader) -> int:
    """How many visible meldingen there are, vervallen ones included."""
    return int(r.db.conn.execute("SELECT count(*) FROM meldingen").fetchone()[0]) - _count_hidden(r)


def count_unsynced(r: Reader) -> int:
    """How many visible meldingen the centre has not acknowledged as they are now: new ones and edited ones.

    The row keeps it, so that no count needs the op log: every edit empties gesynchroniseerd_op, and whoever brings an
    acknowledgement fills it only when none of the changes of the melding waits to be pushed.
    """
    synced = r.db.conn.execute("SELECT count(*) FROM meldingen WHERE gesynchroniseerd_op IS NOT NULL").fetchone()[0]
    return count(r) - int(synced)


def recent(r: Reader, limit: int) -> list[MeldingRecord]:
    """The active meldingen that happened last, newest first; of each import, and of all that was received, at most
    the 100 newest take part."""
    kept = r.db.conn.execute(
        "SELECT nieuwste FROM imports WHERE status = 'klaar'"
        " UNION ALL SELECT waarde FROM sync_stand WHERE naam = 'nieuwste'"
    )
    newest = sorted((tuple(pair) for (text,) in kept for pair in json.loads(text)), reverse=True)
    imported = [nr for _, nr in newest[: limit + _LAPSED]]
    found = [m for m in get_by_nr(r, [*_recent_own(r, limit), *imported]) if m.melding.status is Status.ACTIEF]
    return sorted(found, key=lambda record: (record.melding.gebeurd_van, record.nr), reverse=True)[:limit]


def _recent_own(r: Reader, limit: int) -> list[int]:
    """The numbers of the active own meldingen that happened last.

    There is no index on time, but nothing happens after it was entered: once as many as asked happened after the first
    of those looked at was entered, no older entry can have happened later.
    """
    sql = (
        f"SELECT m.gebeurd_s, m.nr, m.gemaakt_op, m.status {zoekindex.FROM_OWN}"
        " WHERE m.import_nr IS NULL ORDER BY m.nr DESC LIMIT ?"
    )
    looked_at = max(_LOOK_AT, 2 * limit)
    while True:
        rows = r.db.conn.execute(sql, [looked_at]).fetchall()
        active = sorted((row[:2] for row in rows if row[3] == str(Status.ACTIEF)), reverse=True)[:limit]
        bound = epoch_s(from_iso(rows[-1][2]) + FUTURE_TOLERANCE) if rows else 0
        if len(rows) < looked_at or (len(active) == limit and (not active or active[-1][0] >= bound)):
            return [nr for _, nr in active]
        looked_at *= 4


def flagged(r: Reader, limit: int) -> list[MeldingRecord]:
    """The active meldingen whose text the guard marked and nobody cleared, oldest first."""
    sql = f"{_SELECT} WHERE m.tekst_verdacht = 1 AND m.status = 'actief' ORDER BY m.nr LIMIT ?"
    return [_to_record(row) for row in r.db.conn.execute(sql, [limit])]


def to_row(
    w: Writer, uid: str, melding: Melding, values: dict[str, Any], *, tekst_verdacht: bool = False,
    import_nr: int | None = None, bron_sleutel: str = "",
) -> list[Any]:  # fmt: skip
    """The values of COLUMNS. values: melding.to_values(), whose order is that of MELDING_VELDEN."""
    own = (
        uid, *_seconds(melding), epoch_s(w.processed), import_nr, int(tekst_verdacht), bron_sleutel,
        w.meta.gemeente_code, w.processed_iso, w.account, w.now_iso, w.now_iso, w.now_iso,
    )  # fmt: skip
    return [*own, *(values | {name: dump_value(values[name]) for name in LIST_FIELDS}).values()]


def to_cell(name: str, value: Any) -> Any:  # noqa: ANN401 - JSON values in, column values out
    """One JSON value as its column holds it."""
    return dump_value(value) if name in LIST_FIELDS else value


def epoch_s(moment: datetime) -> int:
    """Whole seconds since the epoch."""
    return int(moment.timestamp() // 1)


def _update_row_and_indexes(
    w: Writer, old: MeldingRecord, melding: Melding, changed: dict[str, Any], suspect: bool
) -> None:
    indexed = zoekindex.is_indexed(w, old.nr)
    reworded = indexed and (bool(changed.keys() & {"plaats", "feiten"}) or suspect != old.tekst_verdacht)
    if reworded:
        zoekindex.unword(w, old.nr)
    _update_row(w, old.nr, melding, changed, suspect)
    if reworded:
        zoekindex.word(w, old.nr, melding.plaats, melding.feiten, suspect)
    if indexed and changed.keys() & {"lon", "lat"}:
        zoekindex.move(w, old.nr, melding.lon, melding.lat)


def _update_row(w: Writer, nr: int, melding: Melding, changed: dict[str, Any], suspect: bool) -> None:
    cells = {name: to_cell(name, value) for name, value in changed.items()}
    cells |= zip(("gebeurd_s", "gebeurd_tot_s"), _seconds(melding), strict=True)
    # The centre does not know this melding as it now is.
    cells |= {"tekst_verdacht": int(suspect), "gewijzigd_op": w.now_iso, "gesynchroniseerd_op": None}
    assignments = ", ".join(f"{name} = ?" for name in cells)
    w.db.conn.execute(f"UPDATE meldingen SET {assignments} WHERE nr = ?", [*cells.values(), nr])  # noqa: S608


def _seconds(melding: Melding) -> tuple[int, int | None]:
    return epoch_s(melding.gebeurd_van), None if melding.gebeurd_tot is None else epoch_s(melding.gebeurd_tot)


def _count_hidden(r: Reader) -> int:
    # CROSS JOIN: from the unfinished imports, mostly none, to their rows, never the other way round.
    sql = (
        "SELECT count(*) FROM imports AS i CROSS JOIN meldingen AS m ON m.nr >= i.eerste_nr AND m.import_nr = i.nr"
        # Those that are over have no rows any more, and looking for them would mean looking at all others.
        " WHERE i.status NOT IN ('klaar', 'afgebroken', 'ongedaan')"
    )
    return int(r.db.conn.execute(sql).fetchone()[0])


def _to_record(row: Sequence[Any]) -> MeldingRecord:
    uid, nr, gemeente_code, door, gemaakt_op, gewijzigd_op, eerste, verdacht, synced = row[: len(_KEPT)]
    values = dict(zip(MELDING_VELDEN, row[len(_KEPT) :], strict=True))
    for name in LIST_FIELDS:
        values[name] = json.loads(values[name])
    moments = (from_iso(gemaakt_op), from_iso(gewijzigd_op), from_iso(eerste))
    synced_at = from_iso(synced) if synced else None
    melding = Melding.from_values(values)
    return MeldingRecord(uid, nr, gemeente_code, melding, door, *moments, bool(verdacht), synced_at)


def _chunks(items: list[T]) -> Iterator[list[T]]:
    for start in range(0, len(items), _CHUNK):
        yield items[start : start + _CHUNK]
