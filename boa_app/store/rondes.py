"""Rondes, the fixed places they visit, and the visits themselves: the denominator of every rate."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from boa_app.domain.errors import UserError
from boa_app.domain.moments import from_iso, to_iso
from boa_app.domain.positie import to_log
from boa_app.domain.ronde import Bevinding, Bezoek, Plek, Ronde
from boa_app.store.changes import log_create, log_fields
from boa_app.store.session import Reader, Writer

RONDE, BEZOEK, PLEK = "ronde", "bezoek", "plek"
_ACTIEF, _VERVALLEN = "actief", "vervallen"
_SELECT_BEZOEK = "SELECT uid, ronde, plek, moment, bevinding FROM bezoeken"
_SELECT_RONDE = "SELECT uid, begin, einde, medewerker FROM rondes WHERE status = 'actief'"


def insert_ronde(w: Writer, ronde: Ronde) -> None:
    """Store a round with its visits, each with its create-change."""
    values = {"begin": to_iso(ronde.begin), "einde": _to_iso(ronde.einde), "medewerker": ronde.medewerker}
    w.db.conn.execute(
        "INSERT INTO rondes (uid, begin, einde, medewerker, status, gemeente_code, eerste_verwerking_op, gemaakt_door,"
        " gemaakt_op) VALUES (?,?,?,?,?,?,?,?,?)",
        [ronde.uid, *values.values(), _ACTIEF, *w.owned()],
    )
    log_create(w, RONDE, ronde.uid, {**values, "status": _ACTIEF})
    for bezoek in ronde.bezoeken:
        insert_bezoek(w, bezoek)


def end_ronde(w: Writer, uid: str, einde: datetime) -> None:
    """Set the end of a round. Raises UserError ronde_onbekend."""
    _set(w, "rondes", RONDE, uid, {"einde": to_iso(einde)}, "")


def reopen_ronde(w: Writer, uid: str) -> None:
    """Take back the end of a round. Raises UserError ronde_onbekend."""
    _set(w, "rondes", RONDE, uid, {"einde": None}, "")


def remove_ronde(w: Writer, uid: str, reden: str) -> None:
    """Let a round lapse; it stays in the log. Raises UserError ronde_onbekend."""
    _set(w, "rondes", RONDE, uid, {"status": _VERVALLEN}, reden)


def insert_bezoek(w: Writer, bezoek: Bezoek) -> None:
    """Store one visit with its create-change."""
    values = {
        "ronde": bezoek.ronde, "plek": bezoek.plek, "moment": to_iso(bezoek.moment), "bevinding": str(bezoek.bevinding),
    }  # fmt: skip
    w.db.conn.execute(
        "INSERT INTO bezoeken (uid, ronde, plek, moment, bevinding, status, gemeente_code, eerste_verwerking_op,"
        " gemaakt_door, gemaakt_op) VALUES (?,?,?,?,?,?,?,?,?,?)",
        [bezoek.uid, *values.values(), _ACTIEF, *w.owned()],
    )
    log_create(w, BEZOEK, bezoek.uid, {**values, "status": _ACTIEF})


def remove_bezoek(w: Writer, uid: str, reden: str) -> None:
    """Let a visit lapse; it stays in the log and counts nowhere. Raises UserError bezoek_onbekend."""
    _set(w, "bezoeken", BEZOEK, uid, {"status": _VERVALLEN}, reden)


def get_bezoek(r: Reader, uid: str) -> Bezoek | None:
    """One visit, None when there is none or it has lapsed."""
    row = r.db.conn.execute(f"{_SELECT_BEZOEK} WHERE status = 'actief' AND uid = ?", [uid]).fetchone()
    return _to_bezoek(row) if row else None


def get_ronde(r: Reader, uid: str) -> Ronde | None:
    """One round with its visits, None when there is none or it has lapsed."""
    row = r.db.conn.execute(f"{_SELECT_RONDE} AND uid = ?", [uid]).fetchone()
    return _with_visits(r, [row])[0] if row else None


def open_ronde(r: Reader, account: str) -> Ronde | None:
    """The round this account walks now, the last begun when there are several."""
    row = r.db.conn.execute(
        f"{_SELECT_RONDE} AND einde IS NULL AND gemaakt_door = ? ORDER BY begin DESC, uid DESC LIMIT 1", [account]
    ).fetchone()
    return _with_visits(r, [row])[0] if row else None


def list_rondes(r: Reader, limit: int) -> list[Ronde]:
    """The rounds begun last, newest first, with their visits in order of time."""
    return _with_visits(
        r, r.db.conn.execute(f"{_SELECT_RONDE} ORDER BY begin DESC, uid DESC LIMIT ?", [limit]).fetchall()
    )


def insert_plek(w: Writer, plek: Plek) -> None:
    """Store a fixed place with its create-change."""
    values: dict[str, Any] = {
        "naam": plek.naam, "lon": plek.lon, "lat": plek.lat, "jop": plek.jop, "elke_dagen": plek.elke_dagen,
    }  # fmt: skip
    w.db.conn.execute(
        "INSERT INTO plekken (uid, naam, lon, lat, jop, elke_dagen, status, gemeente_code, eerste_verwerking_op,"
        " gemaakt_door, gemaakt_op) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
        [plek.uid, *values.values(), _ACTIEF, *w.owned()],
    )
    log_create(w, PLEK, plek.uid, {**to_log(values), "status": _ACTIEF})


def list_plekken(r: Reader) -> list[Plek]:
    """The fixed places by name."""
    rows = r.db.conn.execute(
        "SELECT uid, naam, lon, lat, jop, elke_dagen FROM plekken WHERE status = 'actief' ORDER BY naam, uid"
    )
    return [Plek(*row) for row in rows]


def last_visits(r: Reader) -> dict[str, tuple[datetime, Bevinding]]:
    """When each place was last visited and what was found, by plek uid; a place passed over was not visited."""
    rows = r.db.conn.execute(
        # With max() SQLite gives the other columns of the row that holds the maximum.
        "SELECT plek, max(moment), bevinding FROM bezoeken WHERE status = 'actief' AND bevinding <> 'NIETBEZOCHT'"
        " AND ronde NOT IN (SELECT uid FROM rondes WHERE status <> 'actief') GROUP BY plek"
    )
    return {plek: (from_iso(moment), Bevinding(bevinding)) for plek, moment, bevinding in rows}


def _set(w: Writer, table: str, entity: str, uid: str, values: dict[str, Any], reden: str) -> None:
    assignments = ", ".join(f"{name} = ?" for name in values)
    sql = f"UPDATE {table} SET {assignments} WHERE uid = ?"  # noqa: S608 - own names
    if w.db.conn.execute(sql, [*values.values(), uid]).rowcount != 1:
        raise UserError(f"{entity}_onbekend")
    log_fields(w, entity, uid, values, reden)


def _with_visits(r: Reader, rows: Sequence[Sequence[Any]]) -> list[Ronde]:
    visits: dict[str, list[Bezoek]] = {}
    marks = ", ".join("?" * len(rows))
    sql = f"{_SELECT_BEZOEK} WHERE status = 'actief' AND ronde IN ({marks}) ORDER BY moment, uid"
    for bezoek in map(_to_bezoek, r.db.conn.execute(sql, [row[0] for row in rows])):
        visits.setdefault(bezoek.ronde, []).append(bezoek)
    return [
        Ronde(uid, from_iso(begin), from_iso(einde) if einde else None, medewerker, tuple(visits.get(uid, ())))
        for uid, begin, einde, medewerker in rows
    ]


def _to_bezoek(row: Sequence[Any]) -> Bezoek:
    uid, ronde, plek, moment, bevinding = row
    return Bezoek(uid, ronde, plek, from_iso(moment), Bevinding(bevinding))


def _to_iso(moment: datetime | None) -> str | None:
    return None if moment is None else to_iso(moment)
