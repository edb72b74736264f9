"""The columns that list and map keep in memory: one plain scan, no text of a melding among them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from boa_app.store.session import Reader

# nr, lon, lat, from and until in epoch seconds (until None: a moment), soort, ernst, 1 when not lapsed, incident,
# maker, first processing in epoch seconds
KolomRij = tuple[int, float, float, int, int | None, str, str, int, str, str, int]
_SCAN = (
    "SELECT m.nr, m.lon, m.lat, m.gebeurd_s, m.gebeurd_tot_s, m.soort, m.ernst,"
    " m.status = 'actief', m.incident, m.gemaakt_door, m.verwerkt_s"
    " FROM meldingen_zichtbaar AS m"
)
_CHUNK = 500


def columns(r: Reader) -> Iterator[KolomRij]:
    """Every visible melding, lapsed ones included, in no set order."""
    yield from r.db.conn.execute(_SCAN)


def columns_for(r: Reader, uids: Collection[str]) -> Iterator[KolomRij]:
    """The same for a few; a uid that is not visible is left out."""
    for some in _chunks(uids):
        marks = ",".join("?" * len(some))
        yield from r.db.conn.execute(f"{_SCAN} WHERE m.uid IN ({marks})", some)


def nrs_for(r: Reader, uids: Collection[str]) -> dict[str, int]:
    """uid -> nr of the visible ones."""
    found: dict[str, int] = {}
    for some in _chunks(uids):
        marks = ",".join("?" * len(some))
        rows = r.db.conn.execute(f"SELECT m.uid, m.nr FROM meldingen_zichtbaar AS m WHERE m.uid IN ({marks})", some)  # noqa: S608
        found.update(rows)
    return found


def _chunks(uids: Collection[str]) -> Iterator[list[str]]:
    listed = sorted(uids)
    for start in range(0, len(listed), _CHUNK):
        yield listed[start : start + _CHUNK]
