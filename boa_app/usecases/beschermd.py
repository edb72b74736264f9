"""The protected grid that leaves the team: whole fixed periods, all soorten, and what was set once stays as it was.

    filter ──> whole periods that are over ──> each: kept? ──yes──> the kept squares ──> added up ──> buurten, audience
                                                  └──no──> made now and kept

Two outputs then never differ by one incident: periods share none, and a melding that comes or changes later changes
no period that went out before (docs/adr/0015). All that is made of several periods is made of their published squares
alone. The length of the periods is the shortest of quarter, half-year and year that shows at least 70 % of the
incidents (analysis.md §6); once used it stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from boa_app.analysis.bescherming import (
    KLEINSTE_OPENBAAR_M,
    MINSTENS_GETOOND,
    Raster,
    deel,
    maak_raster,
    vergrof,
    voeg_samen,
)
from boa_app.analysis.crs import to_wgs84
from boa_app.analysis.gebied import assign_polygons
from boa_app.domain.errors import UserError
from boa_app.domain.moments import evening_date
from boa_app.domain.roles import Entiteit, Handeling, Onderwerp, Veldgroep, may
from boa_app.store import instellingen
from boa_app.store.session import Writer
from boa_app.usecases.buurten import bekende_buurten
from boa_app.usecases.overzicht import Filter, Overzicht, Selectie, select
from boa_app.usecases.rasterbewaring import Vastgesteld, keep_raster, kept_raster
from boa_app.usecases.session import Session

__all__ = [
    "Beschermd", "Periodesoort", "Publiek", "Raster", "beschermd_raster", "incidenten_rd", "openbaar_raster",
    "vaste_periode",
]  # fmt: skip

_SETTING = "openbare_periode"
NOBODY = "GEEN"
_EPOCH = date(1970, 1, 1)
Adressen = tuple[ArrayLike, ArrayLike]
FloatArray = NDArray[np.float64]
# x and y in metres, EPSG:28992, and the evening in days since 1970-01-01 of each incident.
_Incidenten = tuple[FloatArray, FloatArray, NDArray[np.int64]]


class Publiek(StrEnum):
    """Who a protected map is for. TEAM: counts, any whole periods; OPENBAAR: three classes, the last one."""

    TEAM = "team"
    OPENBAAR = "openbaar"


class Periodesoort(StrEnum):
    """The fixed periods, shortest first; the value is how many months."""

    KWARTAAL = "3"
    HALFJAAR = "6"
    JAAR = "12"

    def around(self, day: date) -> tuple[date, date]:
        """First and last day of the period a day lies in; both inclusive."""
        months = int(self)
        at = (day.year * 12 + day.month - 1) // months * months
        first, after = (date(month // 12, month % 12 + 1, 1) for month in (at, at + months))
        return first, after - timedelta(days=1)

    def last_whole(self, today: date) -> tuple[date, date]:
        """First and last day of the last period that is over; both inclusive."""
        return self.around(self.around(today)[0] - timedelta(days=1))

    def whole(self, first: date, last: date, today: date) -> list[tuple[date, date]]:
        """The periods that hold any day of first to last and are over, oldest first."""
        found = []
        period = self.around(min(last, today))
        while period[1] >= first:
            if period[1] < today:
                found.append(period)
            period = self.around(period[0] - timedelta(days=1))
        return found[::-1]


@dataclass(frozen=True, slots=True)
class Beschermd:
    """A protected grid with what it is of. wanted: the filter that really holds, its period in whole fixed periods;
    perioden: how many of them; op: when the last of them was set."""

    raster: Raster
    publiek: Publiek
    wanted: Filter
    soort: Periodesoort
    perioden: int
    op: datetime


def beschermd_raster(
    session: Session, overzicht: Overzicht, wanted: Filter, adressen: Adressen | None = None
) -> Beschermd:
    """The grid for the team: the whole fixed periods the filter touches, and of it the squares in its buurten.

    Nothing else of the filter holds. adressen: x and y of addresses, EPSG:28992; without them no square is below
    400 m. Raises UserError geen_recht, uitvoer_nog_niet, uitvoer_te_weinig when no square reaches k.
    """
    session.require(Handeling.LEZEN, Entiteit.RASTER, Veldgroep.AANTALLEN)
    incidenten = _incidenten(session, overzicht)
    soort = _kind(session, incidenten)
    perioden = _wanted_periods(session, incidenten, wanted, soort)
    kept = _set(session, incidenten, soort, perioden, adressen)
    if not kept:
        raise UserError("uitvoer_te_weinig")
    raster = _in_buurten(session, voeg_samen([one.raster for one in kept]), wanted.buurten)
    real = Filter(van=perioden[0][0], tot=perioden[-1][1], buurten=wanted.buurten)
    return _checked(Beschermd(raster, Publiek.TEAM, real, soort, len(perioden), max(one.op for one in kept)))


def openbaar_raster(session: Session, overzicht: Overzicht, adressen: Adressen | None = None) -> Beschermd:
    """The grid for outside: the last whole fixed period that shows anything, all soorten, no square below 200 m.

    The first time it chooses the kind of period and keeps it. Raises UserError geen_recht, uitvoer_nog_niet,
    uitvoer_te_weinig.
    """
    session.require(Handeling.EXPORTEREN, Entiteit.RASTER, Veldgroep.AANTALLEN)
    incidenten = _incidenten(session, overzicht)
    soort = _kind(session, incidenten)
    today = evening_date(session.now())
    for period in reversed(soort.whole(_first_day(incidenten, today), today, today)):
        kept = _set(session, incidenten, soort, [period], adressen)
        if kept:
            raster = vergrof(kept[0].raster, KLEINSTE_OPENBAAR_M)
            wanted = Filter(van=period[0], tot=period[1])
            return _checked(Beschermd(raster, Publiek.OPENBAAR, wanted, soort, 1, kept[0].op))
    raise UserError("uitvoer_te_weinig")


def vaste_periode(session: Session, overzicht: Overzicht, wanted: Filter) -> Filter:
    """The filter that would really hold in `beschermd_raster`; it keeps nothing. Raises UserError geen_recht,
    uitvoer_nog_niet."""
    session.require(Handeling.LEZEN, Entiteit.RASTER, Veldgroep.AANTALLEN)
    incidenten = _incidenten(session, overzicht)
    perioden = _wanted_periods(session, incidenten, wanted, _kind(session, incidenten))
    return Filter(van=perioden[0][0], tot=perioden[-1][1], buurten=wanted.buurten)


def incidenten_rd(overzicht: Overzicht, selectie: Selectie) -> tuple[FloatArray, FloatArray]:
    """RD x and y in metres of the incidents in a selection, where the first melding of each was.

    Meldingen where nobody was found count for nothing, those of one event once; nan where RD does not reach.
    """
    chosen = _first_of_each(overzicht, selectie)
    x, y = selectie.rd()
    return x[chosen], y[chosen]


def _first_of_each(overzicht: Overzicht, selectie: Selectie) -> NDArray[np.intp]:
    soorten = overzicht.soorten
    nobody = soorten.index(NOBODY) if NOBODY in soorten else -1
    seen = np.flatnonzero(selectie.soort != nobody)
    # The selection goes from new to old, so the first of the reversed is the oldest.
    oldest_first = seen[::-1]
    _, first = np.unique(selectie.incident[oldest_first], return_index=True)
    chosen: NDArray[np.intp] = oldest_first[first]
    return chosen


def _incidenten(session: Session, overzicht: Overzicht) -> _Incidenten:
    """All there are: an event that lasts over the end of a period belongs to the one it began in."""
    if not overzicht.is_loaded:
        raise UserError("uitvoer_nog_niet")
    selectie = select(overzicht, Filter(), session.now())
    chosen = _first_of_each(overzicht, selectie)
    x, y = selectie.rd()
    return x[chosen], y[chosen], selectie.dag[chosen].astype(np.int64)


def _kind(session: Session, incidenten: _Incidenten) -> Periodesoort:
    """The kind that was used before, else the shortest whose last period with incidents shows enough, else the kind
    that shows most of it."""
    with session.store.read() as reader:
        kept = instellingen.get(reader, _SETTING, "")
    if kept in [str(kind) for kind in Periodesoort]:
        return Periodesoort(kept)
    today = evening_date(session.now())
    shares = {kind: _share(incidenten, kind, today) for kind in Periodesoort}
    enough = [kind for kind, share in shares.items() if share >= MINSTENS_GETOOND]
    return enough[0] if enough else max(shares, key=lambda kind: shares[kind])


def _share(incidenten: _Incidenten, kind: Periodesoort, today: date) -> float:
    """How much of its last whole period with incidents is shown; 0 without one."""
    before = incidenten[2][incidenten[2] <= _number(kind.last_whole(today)[1])]
    if not before.size:
        return 0.0
    made = maak_raster(*_within(incidenten, kind.around(_day(int(before.max())))))
    return 0.0 if made.is_leeg else made.aandeel


def _wanted_periods(
    session: Session, incidenten: _Incidenten, wanted: Filter, kind: Periodesoort
) -> list[tuple[date, date]]:
    """Outward to whole periods, those that are not over yet left out; the last whole one when none is left."""
    today = evening_date(session.now())
    first_known = _first_day(incidenten, today)
    van, tot = wanted.period(today)
    found = kind.whole(max(van or first_known, first_known), tot or today, today)
    return found or [kind.last_whole(today)]


def _set(
    session: Session, incidenten: _Incidenten, kind: Periodesoort, perioden: Sequence[tuple[date, date]],
    adressen: Adressen | None,
) -> list[Vastgesteld]:  # fmt: skip
    """The grids of these periods as they were kept, and those that were not made and kept now.

    A period that shows nothing is not kept: what is added to it before anything of it went out tells nobody anything.
    """
    with session.store.read() as reader:
        kept = {period: kept_raster(reader, period[0], int(kind)) for period in perioden}
    fresh: dict[tuple[date, date], Vastgesteld] = {}
    if _sees_all(session):
        for period in (period for period in perioden if kept[period] is None):
            made = maak_raster(*_within(incidenten, period), adressen=adressen)
            if not made.is_leeg:
                fresh[period] = Vastgesteld(made, session.now())
    if fresh:

        def work(writer: Writer) -> dict[tuple[date, date], Vastgesteld | None]:
            instellingen.put(writer, _SETTING, str(kind))
            return {period: keep_raster(writer, period[0], int(kind), one) for period, one in fresh.items()}

        kept |= session.write(work)
    return [one for one in kept.values() if one is not None]


def _sees_all(session: Session) -> bool:
    """Whoever sees a part of the meldingen may not set what stays for all."""
    about = (Handeling.EXPORTEREN, Entiteit.MELDING, Veldgroep.ALLES, Onderwerp())
    return may(session.actor, *about, session.now())


def _in_buurten(session: Session, raster: Raster, buurten: frozenset[str]) -> Raster:
    """The squares whose middle lies in one of these; no incident is weighed again."""
    if not buurten:
        return raster
    found = [buurt.rings for buurt in bekende_buurten(session.kaart) if buurt.code in buurten]

    def inside(x_m: NDArray[np.int64], y_m: NDArray[np.int64], side_m: Any) -> NDArray[np.bool_]:  # noqa: ANN401
        lon, lat = to_wgs84(x_m + side_m / 2, y_m + side_m / 2)
        held: NDArray[np.bool_] = assign_polygons(lon, lat, found) >= 0
        return held

    shown = inside(raster.x_m, raster.y_m, raster.zijde_m)
    return deel(raster, shown, inside(raster.te_weinig_x_m, raster.te_weinig_y_m, raster.start_m))


def _within(incidenten: _Incidenten, period: tuple[date, date]) -> tuple[FloatArray, FloatArray]:
    x, y, day = incidenten
    inside = (day >= _number(period[0])) & (day <= _number(period[1]))
    return x[inside], y[inside]


def _first_day(incidenten: _Incidenten, today: date) -> date:
    return _day(int(incidenten[2].min())) if incidenten[2].size else today


def _number(day: date) -> int:
    return (day - _EPOCH).days


def _day(number: int) -> date:
    return _EPOCH + timedelta(days=number)


def _checked(made: Beschermd) -> Beschermd:
    if made.raster.is_leeg:
        raise UserError("uitvoer_te_weinig")
    return made
