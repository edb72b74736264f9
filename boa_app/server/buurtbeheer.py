"""Loading the buurten of a municipality: from GeoJSON, by a beheerder or the command line, and in the audit log."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from boa_app.domain.audit import Actie
from boa_app.domain.errors import UserError
from boa_app.server import audit
from boa_app.server.audit import Wie
from boa_app.server.buurten import list_buurten, read_geojson, replace_buurten
from boa_app.server.db import Db
from boa_app.sync.beheer import Buurt

MAX_BYTES = 32 * 1024 * 1024


def laad_buurten(db: Db, geojson: bytes, wie: Wie, now: datetime) -> tuple[Buurt, ...]:
    """Replace the buurten by those of a FeatureCollection in WGS84.

    Raises UserError buurten_ongeldig(reden).
    """
    try:
        text = geojson.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError("buurten_ongeldig", reden="vorm") from error
    if len(geojson) > MAX_BYTES:
        raise UserError("buurten_ongeldig", reden="aantal")
    found = read_geojson(text)
    with db.transaction():
        db.lock("accounts")
        replace_buurten(db, found)
        audit.append_line(db, now, wie, Actie.WIJZIGEN, "buurten", str(len(found)), velden=("code", "naam", "ring"))
    return lijst_buurten(db)


def lijst_buurten(db: Db) -> tuple[Buurt, ...]:
    """All buurten by code."""
    return tuple(Buurt(one.code, one.naam) for one in list_buurten(db))


def vind_codes(db: Db, given: Sequence[str]) -> tuple[str, ...] | None:
    """The codes of buurten named by code or name; None, the whole municipality, when none was named.

    Before the buurten are loaded a code is taken as it is. Raises UserError buurt_onbekend(buurt).
    """
    known = lijst_buurten(db)
    by_name = {one.naam.casefold(): one.code for one in known} | {one.code.casefold(): one.code for one in known}
    wanted = [part.strip() for text in given for part in text.split(",") if part.strip()]
    for one in wanted:
        if known and one.casefold() not in by_name:
            raise UserError("buurt_onbekend", buurt=one)
    return tuple(by_name.get(one.casefold(), one) for one in wanted) or None
