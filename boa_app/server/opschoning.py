"""Real deletion: values are emptied at the centre, an order goes to every device that can have had them, ids stay.

schoon_op ──► rows emptied, photo bytes to be removed, order with a number
pull      ──► devices get the order in its place in the order of everything, and do it
bevestig  ──► each says so; an order that a device in use never confirmed stays visible in beheer
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import datetime

from boa_app.domain.audit import Actie
from boa_app.domain.ids import uuid7
from boa_app.domain.moments import to_iso
from boa_app.server import audit
from boa_app.server.backend import GEWIST, Lediging, Logrij, Opschoonrij, Recordsleutel, Schrijfbeurt
from boa_app.server.db import Db, marks
from boa_app.server.plaats import ERFT_ALLES, OUDER_SOORT
from boa_app.sync.protocol import CREATE_FIELD

_CONFIRM = (
    "INSERT INTO opschoning_toestel (gemeente_code, nr, device, bevestigd_op) VALUES (%s, %s, %s, %s)"
    " ON CONFLICT (gemeente_code, nr, device) DO NOTHING"
)


def schoon_op(
    beurt: Schrijfbeurt,
    keys: Sequence[Recordsleutel],
    velden: Collection[str],
    code: str,
    wie: audit.Wie,
    now: datetime,
) -> list[str]:
    """Empty records, or some fields of them; gives the numbers of the orders.

    velden: empty for whole records, and then what belongs to them goes too. code: the term of domain.retention that
    ended, or ``handmatig``. Records that are not there are passed over. The bytes of photos are the caller's: they go
    at the next Fotomap.sweep.
    """
    records = beurt.find_records(keys)
    if not velden and records:
        children = beurt.find_children(uid for _, uid in records)
        # Of their own kind: another kind may bear the same uid, and nothing of that has to go.
        mine = [one for one in children if one.entity in ERFT_ALLES and (OUDER_SOORT[one.entity], one.ouder) in records]
        records.update({child.sleutel: child for child in mine})
    rows = beurt.find_rows(records)
    beurt.empty_rows([_emptied(row, velden) for row in rows if _is_touched(row, velden)])
    first = beurt.reserve(len(records)) if records else 0
    orders = [
        Opschoonrij(
            first + at, uuid7(now), stand.entity, stand.uid, json.dumps(sorted(velden)), code, stand.eigenaar,
            stand.buurt, to_iso(now),
        )
        for at, stand in enumerate(records.values())
    ]  # fmt: skip
    beurt.insert_opschoning(orders)
    if not velden:
        fotos = [(beurt.gemeente_code, uid) for soort, uid in records if soort == "foto"]
        # The record stays, with nothing in it: its id must not be made again, and nothing be added to it.
        beurt.put_records([one._replace(status=GEWIST, lon=None, lat=None) for one in records.values()])
        beurt.db.execute_many("DELETE FROM fotos WHERE gemeente_code = %s AND uid = %s", fotos)
    for order in orders:
        audit.append_line(
            beurt.db, now, wie, Actie.WISSEN, order.entity, order.uid, velden=sorted(velden), reden_code=code
        )
    return [order.nr for order in orders]


def bevestig(db: Db, device: str, numbers: Sequence[str], now: datetime) -> None:
    """A device did these orders; a number that is none is passed over."""
    if not numbers:
        return
    sql = f"SELECT nr FROM opschoningen WHERE gemeente_code = %s AND nr IN ({marks(len(numbers))})"  # noqa: S608
    known = [row["nr"] for row in db.execute(sql, [db.gemeente_code, *numbers])]
    db.execute_many(_CONFIRM, [(db.gemeente_code, nr, device, to_iso(now)) for nr in known])


def _is_touched(row: Logrij, velden: Collection[str]) -> bool:
    if not velden or row.field in velden:
        return True
    return row.field == CREATE_FIELD and any(name in velden for name in json.loads(row.value))


def _emptied(row: Logrij, velden: Collection[str]) -> Lediging:
    if velden and row.field == CREATE_FIELD:
        kept = {name: value for name, value in json.loads(row.value).items() if name not in velden}
        if kept:
            return Lediging(row.seq, json.dumps(kept, ensure_ascii=False, separators=(",", ":")), row.veldgroep)
    # An emptied row goes to nobody any more: what it set is gone everywhere, and there is nothing to merge.
    return Lediging(row.seq, "{}" if row.field == CREATE_FIELD else "null", GEWIST)
