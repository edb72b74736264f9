"""The receipt of a round as the centre counts it, from its own tables (design §5)."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime

from boa_app.domain.moments import to_iso
from boa_app.server.backend import Leesbeurt, Toegang
from boa_app.server.beleid import leesregels
from boa_app.server.db import Db
from boa_app.sync.bon import digest
from boa_app.sync.protocol import BonAntwoord, BonVraag

_FOTOS = "SELECT DISTINCT sha256 FROM fotos WHERE gemeente_code = %s AND device = %s AND volledig = 1"
_NEXT = (
    "INSERT INTO tellers (gemeente_code, naam, stand) VALUES (%s, 'bon', 1)"
    " ON CONFLICT (gemeente_code, naam) DO UPDATE SET stand = tellers.stand + 1 RETURNING stand"
)
_KNOWN = "SELECT nr FROM bonnen WHERE gemeente_code = %s AND device = %s AND sync = %s"
_INSERT = (
    "INSERT INTO bonnen (gemeente_code, nr, sync, device, account, inhoud, gemaakt_op) VALUES (%s,%s,%s,%s,%s,%s,%s)"
)
_UPDATE = "UPDATE bonnen SET inhoud = %s, gemaakt_op = %s WHERE gemeente_code = %s AND nr = %s"


def count(beurt: Leesbeurt, toegang: Toegang, vraag: BonVraag, now: datetime) -> BonAntwoord:
    """What the centre counts for a round, still without its number."""
    sent = beurt.ids_of_sync(vraag.sync, toegang.account)
    received = beurt.list_ids(leesregels(toegang, now), vraag.van, vraag.tot, toegang.device)
    fotos = {row["sha256"] for row in beurt.db.execute(_FOTOS, [beurt.gemeente_code, toegang.device])}
    if vraag.foto_lijst is not None:
        # What the device itself no longer holds is no difference between the two.
        fotos &= set(vraag.foto_lijst)
    return BonAntwoord(
        0, {entity: digest(ids) for entity, ids in sorted(sent.items())}, digest(received),
        digest(fotos), to_iso(now),
    )  # fmt: skip


def keep(db: Db, toegang: Toegang, vraag: BonVraag, counted: BonAntwoord) -> BonAntwoord:
    """Write a receipt down, both counts beside each other; the same round keeps its number."""
    told = {name: value for name, value in asdict(vraag).items() if name != "foto_lijst"}
    content = json.dumps({"toestel": told, "centrale": asdict(counted)}, separators=(",", ":"))
    with db.transaction():
        db.lock("bon")
        rows = db.execute(_KNOWN, [db.gemeente_code, toegang.device, vraag.sync])
        if rows:
            nr = int(rows[0]["nr"])
            db.execute(_UPDATE, [content, counted.nu, db.gemeente_code, nr])
        else:
            nr = int(db.execute(_NEXT, [db.gemeente_code])[0]["stand"])
            row = [db.gemeente_code, nr, vraag.sync, toegang.device, toegang.account, content, counted.nu]
            db.execute(_INSERT, row)
    return BonAntwoord(nr, counted.gestuurd, counted.opgehaald, counted.fotos, counted.nu)
