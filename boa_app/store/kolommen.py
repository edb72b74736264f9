"""The columns that list and map keep in memory: one plain scan, no text of a melding among them."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Collection, Iterator

from boa_app.store.session import Reader

# nr, lon, lat, from and until in epoch seconds (equal: a moment), soort, ernst, aanleiding, groepsgrootte, 1 when not
# lapsed, incident, 1 when made by the account asked for, first processing in epoch seconds
KolomRij = tuple[int, float, float, int, int, str, str, str, str, int, str, int, int]
_SCAN = (
    "SELECT m.nr, m.lon, m.lat, m.gebeurd_s, coalesce(m.gebeurd_tot_s, m.gebeurd_s), m.soort, m.ernst, m.aanleiding,"
    " m.groepsgrootte, m.status = 'actief', m.incident, m.gemaakt_door = ?, m.verwerkt_s"
    " FROM meldingen_zichtbaar AS m"
)
_CHUNK = 500
# Rows in memory as Python values at one time: some 8 MB.
PIECE = 20_000


def pieces(r: Reader, account: str) -> Iterator[list[KolomRij]]:
    """Every visible melding, lapsed ones included, in no set order and PIECE at a time."""
    cursor = r.db.conn.execute(_SCAN, [account])
    while rows := cursor.fetchmany(PIECE):
        yield rows


def columns_for(r: Reader, uids: Collection[str], account: str) -> list[KolomRij]:
    """The same for a few; a uid that is not visible is left out."""
    found: list[KolomRij] = []
    for some in _chunks(uids):
        marks = ",".join("?" * len(some))
        found.extend(r.db.conn.execute(f"{_SCAN} WHERE m.uid IN ({marks})", [account, *some]))
    return found


def about_how_many(r: Reader) -> int:
    """A number the rows of `pieces` do not exceed, without counting them."""
    return int(r.db.conn.execute("SELECT coalesce(max(nr), 0) FROM meldingen").fetchone()[0])


def give_back(r: Reader) -> None:
    """Return what reading all took: the pages kept of a file that is not read again, and the freed values.

    Python and SQLite give memory back to the C library, which on Linux keeps it: 85 MB after a million rows.
    """
    r.db.conn.execute("PRAGMA shrink_memory").fetchall()
    if sys.platform == "linux":
        # Not there in every C library.
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)


def roots_of(r: Reader, uids: Collection[str]) -> dict[str, tuple[str, int | None]]:
    """uid -> the melding its event is called after, and the nr of that one; nr None: it is not here.

    An event that was joined to another is followed to the end: C belongs to A, A was joined to B, so C and A are of B.
    """
    known: dict[str, tuple[int | None, str]] = {}
    ahead = set(uids)
    while ahead:
        found = {uid: (nr, incident) for uid, nr, incident in _incident_rows(r, ahead)}
        known |= {uid: found.get(uid, (None, "")) for uid in ahead}
        ahead = {incident for _, incident in found.values() if incident and incident not in known}
    return {uid: _root(known, uid) for uid in uids}


def members_of(r: Reader, uids: Collection[str]) -> set[str]:
    """These meldingen, and all whose event is called after one of them, however far removed."""
    members, ahead = set(uids), set(uids)
    while ahead:
        found: set[str] = set()
        for some in _chunks(ahead):
            marks = ",".join("?" * len(some))
            # Said once more, so that the index on what is not empty serves.
            sql = f"SELECT m.uid FROM meldingen_zichtbaar AS m WHERE m.incident IN ({marks}) AND m.incident <> ''"  # noqa: S608
            found.update(uid for (uid,) in r.db.conn.execute(sql, some))
        ahead = found - members
        members |= ahead
    return members


def _incident_rows(r: Reader, uids: Collection[str]) -> Iterator[tuple[str, int, str]]:
    for some in _chunks(uids):
        marks = ",".join("?" * len(some))
        sql = f"SELECT m.uid, m.nr, m.incident FROM meldingen_zichtbaar AS m WHERE m.uid IN ({marks})"  # noqa: S608
        yield from r.db.conn.execute(sql, some)


def _root(known: dict[str, tuple[int | None, str]], uid: str) -> tuple[str, int | None]:
    way = [uid]
    while (after := known[way[-1]][1]) and after not in way:
        way.append(after)
    # Two that are called after each other are one event too: its name is the first of them.
    root = min(way[way.index(after) :]) if after else way[-1]
    return root, known[root][0]


def _chunks(uids: Collection[str]) -> Iterator[list[str]]:
    listed = sorted(uids)
    for start in range(0, len(listed), _CHUNK):
        yield listed[start : start + _CHUNK]
