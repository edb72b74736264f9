"""Retention at the centre: what its term ended of becomes an order to destroy, here and on every device.

Terms run from the making of a record in this product: the clock of its create-change, wherever it was made. What was
ordered once is not ordered again. A clock from before there was this product is a device that lost its time: then the
day on which the centre received the record counts, or what was just taken in would go the same night.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from boa_app.domain.ids import epoch_ms
from boa_app.domain.moments import to_iso
from boa_app.domain.retention import termijn
from boa_app.domain.roles import Veldgroep
from boa_app.server.audit import MACHINE
from boa_app.server.backend import GEWIST, Recordsleutel
from boa_app.server.db import Db, marks
from boa_app.server.fotos import Fotomap
from boa_app.server.fotowissen import bekende_fotos
from boa_app.server.openen import Centrale
from boa_app.server.opschoning import schoon_op
from boa_app.server.opschoonlijst import BATCH, werk_lijst_bij

# Records of a kind whose create is older than the term, as long as there is something left of what has to go: what was
# wiped before is not ordered again, what was written since is.
_DUE = (
    "SELECT DISTINCT c.uid FROM changes c JOIN records r "
    "ON r.gemeente_code = c.gemeente_code AND r.entity = c.entity AND r.uid = c.uid "
    "WHERE c.gemeente_code = %s AND c.entity = %s AND c.field = '*' AND c.hlc < %s "
    "AND (c.hlc >= %s OR c.received_at < %s) "
    "AND (%s = 0 OR r.verdacht = 1) AND (%s = '' OR r.status = %s)"
)
_EERSTE_KLOK = f"{epoch_ms(datetime(2026, 1, 1, tzinfo=UTC)):013d}"
_ALL_OF_IT = " AND c.veldgroep <> %s ORDER BY c.uid"
_PARTS_OF_IT = (
    " AND EXISTS (SELECT 1 FROM changes d WHERE d.gemeente_code = c.gemeente_code AND d.entity = c.entity "
    "AND d.uid = c.uid AND d.veldgroep IN ({marks})) ORDER BY c.uid"
)
_GROUPS = (
    "SELECT c.uid, c.field, c.value, r.sinds FROM changes c JOIN records r "
    "ON r.gemeente_code = c.gemeente_code AND r.entity = c.entity AND r.uid = c.uid "
    "WHERE c.gemeente_code = %s AND c.entity = 'melding' AND c.veldgroep = %s AND c.kop = 1"
)
_OLD_BONNEN = "SELECT count(*) AS aantal FROM bonnen WHERE gemeente_code = %s AND gemaakt_op < %s"
_DROP_BONNEN = "DELETE FROM bonnen WHERE gemeente_code = %s AND gemaakt_op < %s"


@dataclass(frozen=True, slots=True)
class Regel:
    """One term as it is carried out here. velden: what goes, empty for the whole record; groepen: where they stand."""

    gegeven: str
    entity: str
    velden: tuple[str, ...] = ()
    groepen: tuple[Veldgroep, ...] = ()
    verdacht: bool = False
    status: str = ""


_TEXT = (Veldgroep.FEITEN, Veldgroep.DUIDING, Veldgroep.VERDACHT)
REGELS: tuple[Regel, ...] = (
    Regel("melding_tekst_verdacht", "melding", ("feiten", "duiding"), _TEXT, verdacht=True),
    Regel("melding_tekst", "melding", ("feiten", "duiding"), _TEXT),
    Regel("groep_koppeling", "melding", ("groep",), (Veldgroep.GROEP,)),
    Regel("opsporingsverwijzing", "opsporingsverwijzing"),
    Regel("ronde_medewerker", "ronde", ("medewerker",), (Veldgroep.MEDEWERKER,)),
    Regel("foto_vervallen", "foto", status="vervallen"),
    Regel("foto", "foto"),
    Regel("ronde", "bezoek"),
    Regel("ronde", "ronde"),
    Regel("melding", "melding"),
)


def voer_uit(centrale: Centrale, now: datetime, *, droog: bool) -> dict[str, int]:
    """Carry all terms out; counts per term. droog: only count. A run that was cut off goes on at the next one."""
    counts: dict[str, int] = {}
    for regel in REGELS:
        uids = _due(centrale.db, regel, now)
        counts[regel.gegeven] = counts.get(regel.gegeven, 0) + len(uids)
        if not droog:
            _order(centrale, regel, uids, now)
    counts["technisch_log"] = _drop_old_bonnen(centrale.db, now, droog=droog)
    if not droog:
        Fotomap(centrale.plaats.fotos).sweep(now, bekende_fotos(centrale.db))
        werk_lijst_bij(centrale.db, centrale.plaats.opschoningen)
    return counts


def _due(db: Db, regel: Regel, now: datetime) -> list[str]:
    until = now - termijn(regel.gegeven).duur
    params = [
        db.gemeente_code, regel.entity, f"{epoch_ms(until):013d}", _EERSTE_KLOK, to_iso(until), int(regel.verdacht),
        regel.status, regel.status,
    ]  # fmt: skip
    tail = _PARTS_OF_IT.format(marks=marks(len(regel.groepen))) if regel.groepen else _ALL_OF_IT
    found = db.execute(_DUE + tail, [*params, *(map(str, regel.groepen) if regel.groepen else [GEWIST])])
    uids = [str(row["uid"]) for row in found]
    return uids if regel.gegeven != "groep_koppeling" else _of_silent_groups(db, uids, to_iso(until))


def _of_silent_groups(db: Db, uids: list[str], until: str) -> list[str]:
    """Those that belong to a groep of which there was no signal since."""
    newest: dict[str, str] = {}
    groups: dict[str, str] = {}
    for row in db.execute(_GROUPS, [db.gemeente_code, str(Veldgroep.GROEP)]):
        value = json.loads(row["value"])
        groep = str(value.get("groep") if isinstance(value, dict) else value)
        groups[row["uid"]] = groep
        newest[groep] = max(newest.get(groep, ""), row["sinds"])
    return [uid for uid in uids if newest.get(groups.get(uid, ""), "") < until]


def _order(centrale: Centrale, regel: Regel, uids: list[str], now: datetime) -> None:
    for part in _parts(uids):
        keys: list[Recordsleutel] = [(regel.entity, uid) for uid in part]
        with centrale.backend.schrijfbeurt(centrale.db.gemeente_code) as beurt:
            schoon_op(beurt, keys, regel.velden, regel.gegeven, MACHINE, now)


def _parts(uids: list[str]) -> Iterable[list[str]]:
    return (uids[start : start + BATCH] for start in range(0, len(uids), BATCH))


def _drop_old_bonnen(db: Db, now: datetime, *, droog: bool) -> int:
    params = [db.gemeente_code, to_iso(now - termijn("technisch_log").duur)]
    count = int(db.execute(_OLD_BONNEN, params)[0]["aantal"])
    if count and not droog:
        db.execute(_DROP_BONNEN, params)
    return count
