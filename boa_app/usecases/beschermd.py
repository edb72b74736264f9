"""The protected grid of a selection: for the team with counts and any filter, for the public in fixed periods.

What goes to the public has one period per municipality, the shortest of quarter, half-year and year that shows at
least 70 % of the incidents (analysis.md §6). It always is the last whole one, without any other filter: two outputs
then never differ by one incident. Once used, its length stays.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from boa_app.analysis.bescherming import KLEINSTE_M, KLEINSTE_OPENBAAR_M, MINSTENS_GETOOND, Raster, maak_raster
from boa_app.domain.errors import UserError
from boa_app.domain.moments import evening_date
from boa_app.domain.roles import Entiteit, Handeling, Veldgroep
from boa_app.store import instellingen
from boa_app.usecases.overzicht import Filter, Overzicht, Selectie, select
from boa_app.usecases.session import Session

__all__ = ["Beschermd", "Periodesoort", "Publiek", "Raster", "beschermd_raster", "incidenten_rd", "openbaar_raster"]

_SETTING = "openbare_periode"
NOBODY = "GEEN"


class Publiek(StrEnum):
    """Who a protected map is for. TEAM: counts; OPENBAAR: three classes, fixed period."""

    TEAM = "team"
    OPENBAAR = "openbaar"


class Periodesoort(StrEnum):
    """The fixed periods, shortest first; the value is how many months."""

    KWARTAAL = "3"
    HALFJAAR = "6"
    JAAR = "12"

    def last_whole(self, today: date) -> tuple[date, date]:
        """First and last day of the last period that is over; both inclusive."""
        months = int(self)
        at = (today.year * 12 + today.month - 1) // months * months
        first, after = (date(month // 12, month % 12 + 1, 1) for month in (at - months, at))
        return first, after - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Beschermd:
    """A protected grid with what it is of. wanted: the filter it was made with."""

    raster: Raster
    publiek: Publiek
    wanted: Filter


def beschermd_raster(session: Session, overzicht: Overzicht, wanted: Filter) -> Beschermd:
    """The grid of what a filter leaves, for the team.

    Raises UserError geen_recht, uitvoer_te_weinig when no square reaches k.
    """
    session.require(Handeling.LEZEN, Entiteit.RASTER, Veldgroep.AANTALLEN)
    wanted = replace(wanted, met_vervallen=False)
    made = Beschermd(_raster_of(session, overzicht, wanted, KLEINSTE_M), Publiek.TEAM, wanted)
    return _checked(made)


def openbaar_raster(session: Session, overzicht: Overzicht) -> Beschermd:
    """The grid for outside the team: the last whole fixed period, all soorten, no square below 200 m.

    The first time it chooses the kind of period and keeps it. Raises UserError geen_recht, uitvoer_te_weinig.
    """
    session.require(Handeling.EXPORTEREN, Entiteit.RASTER, Veldgroep.AANTALLEN)
    with session.store.read() as reader:
        kept = instellingen.get(reader, _SETTING, "")
    if kept in [str(kind) for kind in Periodesoort]:
        return _checked(_public(session, overzicht, Periodesoort(kept)))
    for kind in Periodesoort:
        made = _public(session, overzicht, kind)
        if not made.raster.is_leeg and made.raster.aandeel >= MINSTENS_GETOOND:
            break
    checked = _checked(made)
    session.write(lambda writer: instellingen.put(writer, _SETTING, str(kind)))
    return checked


def incidenten_rd(overzicht: Overzicht, selectie: Selectie) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """RD x and y in metres of the incidents in a selection, where the first melding of each was.

    Meldingen where nobody was found count for nothing, those of one event once; nan where RD does not reach.
    """
    soorten = overzicht.soorten
    nobody = soorten.index(NOBODY) if NOBODY in soorten else -1
    seen = np.flatnonzero(selectie.soort != nobody)
    # The selection goes from new to old, so the first of the reversed is the oldest.
    oldest_first = seen[::-1]
    _, first = np.unique(selectie.incident[oldest_first], return_index=True)
    chosen = oldest_first[first]
    x, y = selectie.rd()
    return x[chosen], y[chosen]


def _public(session: Session, overzicht: Overzicht, kind: Periodesoort) -> Beschermd:
    van, tot = kind.last_whole(evening_date(session.now()))
    wanted = Filter(van=van, tot=tot)
    return Beschermd(_raster_of(session, overzicht, wanted, KLEINSTE_OPENBAAR_M), Publiek.OPENBAAR, wanted)


def _raster_of(session: Session, overzicht: Overzicht, wanted: Filter, smallest_m: int) -> Raster:
    x, y = incidenten_rd(overzicht, select(overzicht, wanted, session.now()))
    return maak_raster(x, y, kleinste_m=smallest_m)


def _checked(made: Beschermd) -> Beschermd:
    if made.raster.is_leeg:
        raise UserError("uitvoer_te_weinig")
    return made
