"""Checking a centre: the file, the hash chain, numbers that agree, photos and kaartpakketten that are whole."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from boa_app.domain.moments import to_iso
from boa_app.server import audit
from boa_app.server.bestand import BestandBackend
from boa_app.server.db import Db
from boa_app.server.fotos import Fotomap
from boa_app.server.kaartpakketten import kaarten_van
from boa_app.server.openen import Centrale

# An order of purge that a device in use did not confirm for so long needs somebody to look.
_PATIENCE = timedelta(days=14)
_MISSING_CREATE = (
    "SELECT count(*) AS aantal FROM records r WHERE r.gemeente_code = %s AND NOT EXISTS (SELECT 1 FROM changes c "
    "WHERE c.gemeente_code = r.gemeente_code AND c.entity = r.entity AND c.uid = r.uid AND c.field = '*')"
)
_BEYOND = (
    "SELECT count(*) AS aantal FROM changes c WHERE c.gemeente_code = %s AND c.seq > COALESCE("
    "(SELECT t.stand FROM tellers t WHERE t.gemeente_code = c.gemeente_code AND t.naam = 'seq'), 0)"
)
_PHOTOS = "SELECT DISTINCT sha256, grootte FROM fotos WHERE gemeente_code = %s AND volledig = 1"
_UNCONFIRMED = (
    "SELECT count(DISTINCT o.nr) AS aantal FROM opschoningen o, toestellen t WHERE o.gemeente_code = %s "
    "AND t.gemeente_code = o.gemeente_code AND t.ingetrokken_op = '' AND t.aangemeld_op < o.opgedragen_op "
    "AND o.opgedragen_op < %s AND t.laatste_contact > o.opgedragen_op AND NOT EXISTS ("
    "SELECT 1 FROM opschoning_toestel b WHERE b.gemeente_code = o.gemeente_code AND b.nr = o.nr "
    "AND b.device = t.device)"
)


def controleer(centrale: Centrale, now: datetime) -> list[dict[str, Any]]:
    """Everything that is not as it should be, by code; nothing when the centre is whole."""
    db = centrale.db
    if isinstance(centrale.backend, BestandBackend) and (broken := _broken_pages(db)):
        # A file with broken pages gives no answers worth counting.
        return [{"code": "bestand_beschadigd", "aantal": broken}]
    found: list[dict[str, Any]] = []
    chain = audit.check_chain(db)
    if chain is not None:
        found.append({"code": "logboekketen_gebroken", "regel": chain})
    counts = {
        "records_zonder_begin": _count(db, _MISSING_CREATE),
        "volgorde_voorbij_teller": _count(db, _BEYOND),
        "fotos_ontbreken": _missing_photos(db, Fotomap(centrale.plaats.fotos)),
        "kaartpakketten_beschadigd": len(kaarten_van(db, centrale.plaats.kaarten).beschadigd()),
        "opschoning_onbevestigd": _count(db, _UNCONFIRMED, to_iso(now - _PATIENCE)),
    }
    return found + [{"code": code, "aantal": count} for code, count in counts.items() if count]


def _broken_pages(db: Db) -> int:
    told = [str(row["integrity_check"]) for row in db.execute("PRAGMA integrity_check")]
    return 0 if told == ["ok"] else len(told)


def _count(db: Db, sql: str, *params: str) -> int:
    return int(db.execute(sql, [db.gemeente_code, *params])[0]["aantal"])


def _missing_photos(db: Db, fotos: Fotomap) -> int:
    rows = db.execute(_PHOTOS, [db.gemeente_code])
    return sum(fotos.size_of(row["sha256"]) != int(row["grootte"]) for row in rows)
