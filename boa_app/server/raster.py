"""The protected grid that the centre computes and hands over finished (domain §2, analysis.md §6).

    whole periods that are over ──> each: kept? ──yes──> as it was set
                                         └──no──> computed now and kept, also when it shows nothing

One fixed length of period per municipality, the shortest of quarter, half-year and year that shows 70 % of the
incidents; once used it stays, and so does every period that was set: two answers never differ by one incident. There
are no filters, because filtering lets one subtract. Without addresses no square is below 400 m.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from boa_app.analysis.bescherming import MINSTENS_GETOOND, maak_raster
from boa_app.analysis.bescherming import Raster as Vakken
from boa_app.analysis.crs import to_rd
from boa_app.domain.moments import evening_date, from_iso, to_iso
from boa_app.server.db import Db
from boa_app.server.instellingen import read_extra, write_extra
from boa_app.sync.protocol import Rasterblad, Rastervak

_MAANDEN = (3, 6, 12)
_KIND, _SET = "raster_maanden", "raster_tot"
# Nobody was found: that says where officers looked, not where it happened.
_NIEMAND = "GEEN"
_INCIDENTEN = (
    "SELECT uid, lon, lat, sinds, incident FROM records WHERE gemeente_code = %s AND entity = 'melding'"
    " AND status = 'actief' AND soort <> %s AND lon IS NOT NULL AND lat IS NOT NULL ORDER BY sinds, uid"
)
_INSERT = (
    "INSERT INTO raster (gemeente_code, van, tot, x_m, y_m, zijde_m, aantal, klasse, gemaakt_op)"
    " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)"
)
_LAST = (
    "SELECT van, tot, x_m, y_m, zijde_m, aantal, klasse, gemaakt_op FROM raster WHERE gemeente_code = %s AND tot ="
    " (SELECT max(tot) FROM raster WHERE gemeente_code = %s) ORDER BY zijde_m DESC, x_m, y_m"
)
Periode = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Incident:
    """Where the first melding of an event was, and the evening it counts for. lon, lat: WGS84."""

    lon: float
    lat: float
    dag: date


def laatste_raster(db: Db, now: datetime) -> Rasterblad:
    """The grid of the last period that shows anything, after setting what was not set yet."""
    stel_vast(db, now)
    rows = db.execute(_LAST, [db.gemeente_code, db.gemeente_code])
    if not rows:
        return Rasterblad("", "", "", ())
    first = rows[0]
    squares = tuple(Rastervak(*(int(row[name]) for name in Rastervak.__slots__)) for row in rows)
    return Rasterblad(first["van"], first["tot"], first["gemaakt_op"], squares)


def stel_vast(db: Db, now: datetime) -> int:
    """Set every whole period that is over and was not set; gives how many."""
    today = evening_date(now)
    done = read_extra(db, _SET)
    kind = read_extra(db, _KIND)
    # Most questions come while nothing has ended since the last one.
    if kind and done >= _last_whole(int(kind), today)[1].isoformat():
        return 0
    with db.transaction():
        db.lock("raster")
        incidenten = _incidenten(db)
        months = int(read_extra(db, _KIND) or 0) or kies_maanden(incidenten, today)
        done = read_extra(db, _SET)
        periods = [one for one in _whole_periods(incidenten, months, today) if one[1].isoformat() > done]
        for period in periods:
            _keep(db, period, _grid(incidenten, period), now)
        if periods:
            write_extra(db, _KIND, str(months))
            write_extra(db, _SET, periods[-1][1].isoformat())
    return len(periods)


def kies_maanden(incidenten: Sequence[Incident], today: date) -> int:
    """The length of the fixed periods in months: the shortest whose last period with incidents shows enough, else the
    one that shows most."""
    shares = {months: _share(incidenten, months, today) for months in _MAANDEN}
    enough = [months for months, share in shares.items() if share >= MINSTENS_GETOOND]
    return enough[0] if enough else max(shares, key=lambda months: shares[months])


def _share(incidenten: Sequence[Incident], months: int, today: date) -> float:
    before = [one.dag for one in incidenten if one.dag <= _last_whole(months, today)[1]]
    return _grid(incidenten, _around(months, max(before))).aandeel if before else 0.0


def _incidenten(db: Db) -> list[Incident]:
    """All events, each where its first melding was."""
    found: dict[str, Incident] = {}
    for row in db.execute(_INCIDENTEN, [db.gemeente_code, _NIEMAND]):
        day = evening_date(from_iso(row["sinds"]))
        found.setdefault(row["incident"] or row["uid"], Incident(float(row["lon"]), float(row["lat"]), day))
    return list(found.values())


def _grid(incidenten: Sequence[Incident], period: Periode) -> Vakken:
    inside = [one for one in incidenten if period[0] <= one.dag <= period[1]]
    x, y = to_rd([one.lon for one in inside], [one.lat for one in inside])
    return maak_raster(x, y)


def _keep(db: Db, period: Periode, grid: Vakken, now: datetime) -> None:
    columns = (grid.x_m, grid.y_m, grid.zijde_m, grid.aantal, grid.klasse)
    squares = zip(*(column.tolist() for column in columns), strict=True)
    head = (db.gemeente_code, period[0].isoformat(), period[1].isoformat())
    db.execute_many(_INSERT, [(*head, *square, to_iso(now)) for square in squares])


def _around(months: int, day: date) -> Periode:
    at = (day.year * 12 + day.month - 1) // months * months
    first, after = (date(month // 12, month % 12 + 1, 1) for month in (at, at + months))
    return first, after - timedelta(days=1)


def _last_whole(months: int, today: date) -> Periode:
    return _around(months, _around(months, today)[0] - timedelta(days=1))


def _whole_periods(incidenten: Sequence[Incident], months: int, today: date) -> list[Periode]:
    """From the first incident on, oldest first, only those that are over."""
    if not incidenten:
        return []
    periods = [_around(months, min(one.dag for one in incidenten))]
    while periods[-1][1] < today:
        periods.append(_around(months, periods[-1][1] + timedelta(days=1)))
    return periods[:-1]
