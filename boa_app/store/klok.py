"""The latest moment the store can vouch for: when it was last opened with a clock that could be right.

opening ─> onthoud: the clock can be right ─> now is remembered
                    it cannot             ─> what was remembered stays, until a person says otherwise (bevestig)
"""

from __future__ import annotations

from datetime import datetime

from boa_app.domain.audit import Actie
from boa_app.domain.klok import KlokOordeel, beoordeel_klok
from boa_app.domain.moments import from_iso, to_iso
from boa_app.store import audit, instellingen
from boa_app.store.session import Reader, Writer

ENTITY = "klok"
_GEZIEN = "klok_gezien"


def onthouden(r: Reader) -> datetime | None:
    """What is remembered, None when nothing is yet."""
    kept = instellingen.get(r, _GEZIEN, "")
    return from_iso(kept) if kept else None


def laatste_gebruik(r: Reader, session_id: str = "") -> datetime | None:
    """What is remembered; in a store that remembers nothing yet the end of the audit log, the lines of this session
    left out. None when there is neither."""
    kept = onthouden(r)
    if kept is not None:
        return kept
    sql = "SELECT ts_utc FROM audit WHERE sessie_id <> ? ORDER BY seq DESC LIMIT 1"
    row = r.db.conn.execute(sql, [session_id]).fetchone()
    return from_iso(row[0]) if row else None


def oordeel(r: Reader, now: datetime, session_id: str = "") -> KlokOordeel:
    """The clock as it is now."""
    return beoordeel_klok(now, laatste_gebruik(r, session_id))


def onthoud(w: Writer) -> KlokOordeel:
    """At opening: judge the clock, and remember now when it can be right."""
    found = oordeel(w, w.now, w.session_id)
    last = found.laatst
    if found.is_zeker and (last is None or w.now > last):
        last = w.now
    if last is not None:
        # In doubt too: the lines of this session must not be what the next one is judged by.
        instellingen.put(w, _GEZIEN, to_iso(last))
    return found


def bevestig(w: Writer) -> None:
    """A person says that the clock is right: from here on it is judged by now."""
    instellingen.put(w, _GEZIEN, w.now_iso)
    audit.append_line(w, Actie.WIJZIGEN, ENTITY, w.device, velden=("gezien",), reden_code="KLOK_BEVESTIGD")
